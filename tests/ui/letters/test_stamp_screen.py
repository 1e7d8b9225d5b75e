"""The stamp onto the paper original, by keys alone and through a real print server."""

import hashlib

import pytest
from PIL import ImageOps
from PySide6.QtWidgets import QApplication

from desktop.letters.rules import padded
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_count, page_size_mm, page_text
from desktop.paper.stamp_sheet import Feed
from tests.helpers.cups import Cups
from tests.helpers.desk import session
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, register
from tests.helpers.rasters import grey
from tests.ui.letters.conftest import Registry
from ui.letters.stamp_presenter import StampPresenter
from ui.letters.stamp_screen import DOWN, TAIL, StampScreen

DPI = 200


def box_mm(pdf: bytes) -> tuple[float, float, float, float]:
    box = ImageOps.invert(grey(pdf, dpi=DPI)).point([0] * 40 + [255] * 216).getbbox()
    assert box is not None
    left, top, right, bottom = (edge * 25.4 / DPI for edge in box)
    return left, top, right, bottom


def opened(registry: Registry, letter_id: bytes) -> StampScreen:
    screens = registry.screens()
    screens.print_stamp(letter_id)
    registry.until(lambda: screens.stamp.print_button.isEnabled())
    assert screens.currentWidget() is screens.stamp
    return screens.stamp


def test_only_the_stamp_is_printed_where_it_stands_and_the_file_stays_as_it_was(registry: Registry, cups: Cups) -> None:
    cups.add_queue("tray")
    registry.prints_on(cups.printer, "tray")
    letter_id = register(registry.office).id
    screen = opened(registry, letter_id)
    registry.until(lambda: not screen.untried.isHidden())
    press("F9")
    registry.until(lambda: bool(registry.notices.heard))
    assert registry.notices.heard[-1].text == "ส่งตรารับ 04824/2569 ให้เครื่องพิมพ์แล้ว"
    printed = cups.comes_out("tray")
    assert page_count(printed) == 1
    assert page_size_mm(printed) == pytest.approx((210, 297), abs=0.5)
    assert box_mm(printed) == pytest.approx((148, 12, 198, 37), abs=0.4)
    letter = registry.office.letter_queries.letter(letter_id)
    assert letter is not None
    kept = registry.office.desk.blobs.get(letter.files[0].sha256)
    assert hashlib.sha256(kept).hexdigest() == letter.files[0].sha256 == document(0).sha256


def test_what_is_measured_of_a_printer_is_kept_for_it_alone(registry: Registry, cups: Cups) -> None:
    for queue in ("measured", "other"):
        cups.add_queue(queue)
    registry.prints_on(cups.printer, "measured")
    letter_id = register(registry.office).id
    screen = opened(registry, letter_id)
    registry.until(lambda: not screen.untried.isHidden())
    screen.first.choose(TAIL)
    screen.face.choose(DOWN)
    screen.right.setFocus()
    screen.right.selectAll()
    write("1.5")
    screen.down.setFocus()
    screen.down.selectAll()
    write("-2")
    press("F9")
    printed = cups.comes_out("measured")
    assert box_mm(printed) == pytest.approx((12 + 1.5, 297 - 37 - 2, 62 + 1.5, 297 - 12 - 2), abs=0.5)
    printing = registry.office.stamp_printing
    registry.until(lambda: printing.feed("measured") is not None)
    assert printing.feed("measured") == Feed(1.5, -2, tail_first=True, face_down=True)
    assert printing.feed("other") is None
    press("Esc")
    again = opened(registry, letter_id)
    registry.until(lambda: again.right.value == "1.5")
    assert (again.first.value, again.face.value, again.down.value) == (TAIL, DOWN, "-2")
    assert "คว่ำหน้าลง" in again.lay_in.words
    assert "ขอบล่างเข้าก่อน" in again.lay_in.words
    assert again.untried.isHidden()


def test_the_trial_sheet_comes_out_of_the_chosen_printer(registry: Registry, cups: Cups) -> None:
    cups.add_queue("trial")
    registry.prints_on(cups.printer, "trial")
    opened(registry, register(registry.office).id)
    press("F6")
    assert "แผ่นหาตำแหน่งตรารับ" in page_text(cups.comes_out("trial"))


def test_what_is_no_measure_is_told_at_its_field_and_nothing_is_printed(registry: Registry, cups: Cups) -> None:
    cups.add_queue("astray")
    registry.prints_on(cups.printer, "astray")
    screen = opened(registry, register(registry.office).id)
    registry.until(lambda: screen.right.value == "0")
    screen.right.setFocus()
    screen.right.selectAll()
    write("99")
    press("F9")
    assert screen._fields[3].error == "เป็นมิลลิเมตร ไม่เกิน 20"
    assert screen.feed() is None
    assert cups.printed("astray") == b""


def test_without_a_printer_nothing_can_be_pressed_and_the_clerk_hears_why(registry: Registry) -> None:
    letter_id = register(registry.office).id
    screens = registry.screens()
    screens.print_stamp(letter_id)
    registry.until(lambda: bool(registry.notices.heard))
    assert registry.notices.heard[-1].text == OfficeError("printer.offline", queue="CUPS").describe()[0]
    assert not screens.stamp.print_button.isEnabled()
    assert not screens.stamp.trial_button.isEnabled()


def test_it_is_reached_after_registering_and_leads_back_there(registry: Registry, cups: Cups) -> None:
    cups.add_queue("after")
    registry.prints_on(cups.printer, "after")
    screens = registry.screens()
    press("F9")
    form = screens.registration
    registry.until(lambda: bool(form.number.text()))
    form.form.from_party.setText("จังหวัดเชียงใหม่")
    form.form.subject.setPlainText("ขอเชิญประชุม")
    press("F9")
    registry.until(lambda: form.done.registered is not None)
    press("Ctrl+Shift+P")
    registry.until(lambda: screens.stamp.print_button.isEnabled())
    assert padded(form.done.registered.number) in screens.stamp.title.words  # type: ignore[union-attr]
    press("F9")
    assert box_mm(cups.comes_out("after")) == pytest.approx((148, 12, 198, 37), abs=0.4)
    press("Esc")
    assert screens.currentWidget() is form
    assert QApplication.focusWidget() is form.form.book_number


def test_what_the_office_sends_bears_no_intake_stamp(registry: Registry) -> None:
    registered = register(registry.office, with_pages=False)
    registry.office.desk.settle("UPDATE letter SET direction = 'outgoing' WHERE id = ?", (registered.id,))
    presenter = StampPresenter(registry.office, session(registry.office))
    with pytest.raises(OfficeError) as refused:
        presenter.open(registered.id)
    assert refused.value.code == "letters.no_stamp"
