"""The dispatch book by keys: a signed letter leaves, its receipt comes back, its envelope is kept."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from desktop.outgoing.model import Level, Sending
from desktop.paper.pages import page_text
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, person
from tests.helpers.keyboard import press
from tests.helpers.outgoing import LETTER, approved, found
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


def test_its_envelope_is_kept_as_a_file(writing: Writing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(writing)
    target = tmp_path / "ซอง.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    book.envelope.choose("DL")
    press("Ctrl+P")
    writing.until(lambda: target.exists() and bool(target.read_bytes()))
    assert "ศาลากลางจังหวัดเชียงใหม่" in page_text(target)


def test_the_offices_own_garuda(writing: Writing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(writing)
    out = BytesIO()
    Image.new("L", (30, 60)).save(out, "PNG")
    (tmp_path / "ครุฑ.png").write_bytes(out.getvalue())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "ครุฑ.png"), ""))
    book.garuda_button.click()
    writing.until(lambda: writing.office.outgoing.queries.picture() is not None)


def test_the_signer_signs_with_a_certificate(writing: Writing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password is told and nothing is numbered; neither file nor password stays afterwards."""
    office = writing.office
    draft = approved(office)
    file = tmp_path / "key.p12"
    file.write_bytes(Authority(MORNING).issue("นายสมชาย ตัวอย่างดี")[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    screens = writing.screens("somchai")
    editor = writing.opened(screens, draft.id)
    deeds = editor.deeds
    deeds.level.choose("3")
    deeds.level.chosen.emit("3")
    deeds.key_file.click()
    deeds.passphrase.setText("ผิด")
    press("F9")
    writing.until(lambda: not editor._busy and bool(writing.notices.window_ready()))
    assert office.desk.reader.rows("SELECT count(*) FROM letter") == [(0,)]
    deeds.passphrase.setText(PASSPHRASE)
    press("F9")
    writing.until(lambda: found(office, draft.id).letter_id is not None and not editor._busy)
    writing.until(lambda: deeds.chosen_key is None)
    assert deeds.passphrase.text() == ""
    letter_id = found(office, draft.id).letter_id
    assert letter_id is not None
    paper = office.outgoing.signed_pdf(letter_id)
    assert paper is not None
    assert "การลงนามระดับ ๓" in page_text(paper)
