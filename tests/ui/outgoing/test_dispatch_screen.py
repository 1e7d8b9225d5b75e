"""The dispatch book by keys: a signed letter leaves, its receipt comes back, its envelope is kept."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop.outgoing.model import Level, Sending, SignedCopy
from desktop.paper.pages import page_sizes_mm, page_text
from tests.helpers.cups import Cups
from tests.helpers.desk import person
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press, write
from tests.helpers.outgoing import LETTER, approved
from tests.helpers.screens import nameless
from tests.ui.outgoing.conftest import Writing
from ui.outgoing.dispatch_screen import DispatchScreen

TODAY = date(2026, 11, 11)


def opened(writing: Writing) -> DispatchScreen:
    """The book with one signed letter in it."""
    draft = approved(writing.office, replace(LETTER, address="ศาลากลางจังหวัดเชียงใหม่"))
    writing.office.outgoing.signing(person(writing.office)).sign(draft.id, draft.current.id, Level.WET)
    screens = writing.screens()
    press("F4")
    book = screens.book
    writing.until(lambda: book.table.current() is not None)
    return book


def test_a_letter_leaves_and_its_receipt_comes_back(writing: Writing) -> None:
    book = opened(writing)
    assert book.to_party.value == LETTER.to_party
    assert nameless(book) == []
    book.sending.choose(Sending.REGISTERED_POST.value)
    book.reference.setText("RA123456789TH")
    press("F9")
    queries = writing.office.outgoing.queries
    writing.until(lambda: len(queries.dispatches(TODAY, TODAY)) == 1)
    writing.until(lambda: book.receiver.isVisible())
    press("F9")
    assert book.fields["receiver"].error
    book.receiver.setText("นายรับ ทดสอบ")
    press("F9")
    writing.until(lambda: queries.dispatches(TODAY, TODAY)[0].received_by_name == "นายรับ ทดสอบ")
    (sent,) = queries.dispatches(TODAY, TODAY)
    assert (sent.sending, sent.reference) == (Sending.REGISTERED_POST, "RA123456789TH")
    writing.until(lambda: not book.save_button.isEnabled())


def test_the_posts_barcode_brings_its_line_ready_for_who_received_it(writing: Writing) -> None:
    book = opened(writing)
    act = writing.office.outgoing.dispatching(person(writing.office))
    (line,) = writing.office.outgoing.queries.unsent()
    act.send(line.letter_id, "จังหวัดเชียงใหม่", Sending.REGISTERED_POST, reference="RR123456785TH")
    writing.until(lambda: book.receiver.isVisible())
    press("/")
    write("RR000000000TH")
    press("Return")
    assert book.scan.value == "RR000000000TH"
    write("rr123456785th")
    press("Return")
    assert QApplication.focusWidget() is book.receiver
    write("นายรับ ทดสอบ")
    press("F9")
    queries = writing.office.outgoing.queries
    writing.until(lambda: queries.dispatches(TODAY, TODAY)[0].received_by_name == "นายรับ ทดสอบ")


def test_its_envelope_is_kept_as_a_file(writing: Writing, tmp_path: Path) -> None:
    book = opened(writing)
    target = tmp_path / "ซอง.pdf"
    book.envelope.choose("DL")
    with naming(target):
        press("Ctrl+S")
    writing.until(lambda: target.exists() and bool(target.read_bytes()))
    assert "ศาลากลางจังหวัดเชียงใหม่" in page_text(target)


@pytest.mark.parametrize(("size", "millimetres"), [("C5", (229, 162)), ("DL", (220, 110)), ("", (210, 297))])
def test_its_envelope_goes_to_the_printer(
    writing: Writing, cups: Cups, size: str, millimetres: tuple[int, int]
) -> None:
    """On its own size of paper and in its true size, whatever lies in the queue by default."""
    queue = f"envelopes{size}"
    cups.add_queue(queue)
    writing.prints_on(cups.printer, queue)
    book = opened(writing)
    book.envelope.choose(size)
    press("Ctrl+P")
    writing.until(lambda: any(queue in notice.advice for notice in writing.notices.window_ready()))
    printed = cups.comes_out(queue)
    assert "ศาลากลางจังหวัดเชียงใหม่" in page_text(printed)
    (found_,) = page_sizes_mm(printed)
    assert sorted(map(round, found_)) == sorted(millimetres)


def test_a_printer_that_is_not_there_is_told(writing: Writing) -> None:
    opened(writing)
    press("Ctrl+P")
    writing.until(lambda: any(notice.level == "danger" for notice in writing.notices.window_ready()))


def test_the_scan_of_the_signed_paper_becomes_the_copy_that_is_kept(writing: Writing, tmp_path: Path) -> None:
    book = opened(writing)
    scan = tmp_path / "สแกน.png"
    Image.new("L", (827, 1169), 255).save(scan, dpi=(100, 100))
    (line,) = book.rows.rows()
    made = writing.office.outgoing.signed_pdf(line.letter_id)
    assert line.copy is SignedCopy.ON_PAPER
    with naming(scan):
        press("F3")
    writing.until(lambda: any(line.copy is SignedCopy.SCANNED for line in book.rows.rows()))
    letter = writing.office.letter_queries.letter(line.letter_id)
    assert letter is not None
    assert [one.source for one in letter.files] == ["signed_scan", "signed"]
    kept = writing.office.outgoing.signed_pdf(line.letter_id)
    assert kept is not None
    assert kept != made
    assert writing.office.desk.blobs.get(letter.files[0].original_sha256 or "") == scan.read_bytes()
    assert nameless(book) == []


def test_the_offices_own_garuda(writing: Writing, tmp_path: Path) -> None:
    book = opened(writing)
    out = BytesIO()
    Image.new("L", (30, 60)).save(out, "PNG")
    (tmp_path / "ครุฑ.png").write_bytes(out.getvalue())
    with naming(tmp_path / "ครุฑ.png"):
        book.garuda_button.click()
    writing.until(lambda: writing.office.outgoing.queries.picture() is not None)
