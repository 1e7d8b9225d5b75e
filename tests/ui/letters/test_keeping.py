"""A letter's paper by hand: cancelled and crossed through, its file lent and back, a number of a division."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.letters.model import Citation, Enclosure, EnclosureKind, Letter
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from tests.helpers.desk import make_desk, make_office, person, unit_id
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press, write
from tests.helpers.letters import register, samples
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry, registry_of
from ui.letters.screens import LetterScreens

ENG = unit_id("ENG").hex()


@pytest.fixture
def division(qtbot: QtBot, tmp_path: Path, clock: ManualClock) -> Iterator[Registry]:
    """A desk that keeps the central register and that of กองช่าง."""
    desk = make_desk(tmp_path / "division", clock=clock, registers=(INCOMING_SERIES, f"letters.incoming/{ENG}"))
    yield from registry_of(make_office(desk), qtbot, tmp_path, clock)
    desk.close()


def opened(registry: Registry, login: str = "kanda") -> tuple[LetterScreens, Letter]:
    """The page of the only letter."""
    done = register(registry.office, 0, with_pages=False)
    screens = registry.screens(login)
    screens.open_letter(done.id)
    return screens, registry.shown(screens, done.number)


def now(screens: LetterScreens) -> Letter:
    letter = screens.desk.letter
    assert letter is not None
    return letter


def test_a_letter_is_cancelled_with_a_reason_and_shown_crossed_through(registry: Registry) -> None:
    screens, _ = opened(registry)
    press("G")
    panel = screens.page.work.keeping_panel
    panel.view.setFocus()
    press("Right Right F9")
    assert panel.reason_field.error == "ต้องใส่เหตุผล"
    write("ลงทะเบียนผิดฉบับ")
    press("F9")
    registry.until(lambda: now(screens).is_cancelled)
    head = screens.page.head
    assert head.subject.property("struck")
    assert head._cancelled.isVisible()
    assert "ยกเลิกหนังสือ: ลงทะเบียนผิดฉบับ" in [entry.title for entry in screens.page.work.sections.history._shown[0]]  # type: ignore[index]


def test_a_cancellation_is_taken_back_with_a_reason(registry: Registry) -> None:
    screens, letter = opened(registry)
    registry.office.keeping(person(registry.office)).cancel(letter.id, "ผิด")
    registry.until(lambda: now(screens).is_cancelled)
    press("G")
    panel = screens.page.work.keeping_panel
    panel.view.setFocus()
    press("Right Right")
    assert panel.button.words == "เลิกการยกเลิก"
    panel.reason.setFocus()
    write("ยกเลิกผิดฉบับ")
    press("Return")
    registry.until(lambda: not now(screens).is_cancelled)
    assert not screens.page.head.subject.property("struck")


def test_the_file_is_lent_and_comes_back(registry: Registry) -> None:
    screens, _ = opened(registry)
    press("G")
    panel = screens.page.work.keeping_panel
    assert QApplication.focusWidget() is panel.borrower
    press("F9")
    assert panel.borrower_field.error == "ต้องใส่ชื่อผู้ยืม"
    write("นายวิชัย")
    press("Tab")
    write("9/1/2026")
    press("F9")
    assert panel.due_field.error == "ปีเป็น ค.ศ. ใช้ พ.ศ. (บวก 543)"
    panel.due.selectAll()
    write("1/11/69")
    press("F9")
    assert panel.due_field.error == "กำหนดต้องไม่ก่อนวันนี้"
    panel.due.selectAll()
    write("20/11/69")
    press("F9")
    registry.until(lambda: now(screens).loan is not None)
    press("G")
    assert "นายวิชัย ยืมไปเมื่อ" in panel.loan.words
    assert panel.button.words == "รับคืนแล้ว"
    press("F9")
    registry.until(lambda: now(screens).loan is None)
    assert [loan.borrower_name for loan in now(screens).loans] == ["นายวิชัย"]


def test_the_borrower_s_unit_is_kept_and_a_file_that_should_be_back_is_marked(registry: Registry) -> None:
    screens, _ = opened(registry)
    press("G")
    panel = screens.page.work.keeping_panel
    write("นายวิชัย")
    press("Tab")
    write("12/11/69")
    press("Tab")
    assert QApplication.focusWidget() is panel.unit
    panel.unit.choose(ENG)
    press("F9")
    registry.until(lambda: now(screens).loan is not None)
    loan = now(screens).loan
    assert loan is not None
    assert (loan.borrower_name, loan.unit_name) == ("นายวิชัย", "กองช่าง")
    assert not screens.page.head.keeping.isVisible()
    registry.clock.advance(timedelta(days=2))
    screens.desk.read()
    registry.until(lambda: screens.page.head.keeping.isVisible())
    assert screens.page.head.keeping.accessibleName() == "แฟ้มเลยกำหนดคืน"
    press("G")
    assert "นายวิชัย (กองช่าง) ยืมไปเมื่อ" in panel.loan.words


def test_a_division_gives_the_letter_a_number_of_its_own(division: Registry) -> None:
    screens, _ = opened(division, "wichai")
    press("G")
    panel = screens.page.work.keeping_panel
    panel.view.setFocus()
    press("Right")
    assert panel.button.isEnabled()
    press("F9")
    division.until(lambda: bool(now(screens).further))
    press("G")
    panel.view.setFocus()
    press("Right")
    assert panel.again.words == "กองช่าง 1/2569"
    assert not panel.button.isEnabled()


def test_where_there_is_no_register_of_the_division_it_says_so(registry: Registry) -> None:
    screens, _ = opened(registry)
    press("G")
    panel = screens.page.work.keeping_panel
    panel.view.setFocus()
    press("Right")
    assert not panel.button.isEnabled()
    assert panel.again.words == "ลงรับได้ที่เครื่องที่ถือทะเบียนรับของกอง"


def test_what_a_letter_cites_is_one_press_away(registry: Registry) -> None:
    act = registry.office.letters(person(registry.office))
    first = act.register(replace(samples()[0].registration, book_number="ชม 0023/99"))
    later = replace(samples()[1].registration, citations=(Citation("ที่ ชม ๐๐๒๓/๙๙"), Citation("ชม 1/1")))
    second = act.register(later)
    screens = registry.screens()
    screens.open_letter(second.id)
    registry.shown(screens, second.number)
    related = screens.page.work.sections.related
    assert [related.list.item(place).text()[:7] for place in range(related.count)] == ["อ้างถึง", "อ้างถึง"]
    screens.page.work.sections.turn_to(related)
    related.list.setFocus()
    related.list.setCurrentRow(0)
    press("Return")
    registry.shown(screens, first.number)
    assert related.list.item(0).text().startswith("ถูกอ้างใน เลขรับ 04825/2569")


def test_a_cancelled_line_of_the_list_is_crossed_through(registry: Registry) -> None:
    """The pixels of the subject's cell differ from those of the same words that stand."""
    done = register(registry.office, 0, with_pages=False)
    screens = registry.screens()
    screens.show_basket(screens.inbox.presenter.next_basket().ALL)
    registry.until(lambda: screens.inbox.model.rowCount() == 1 and screens.inbox.model.row(0) is not None)
    before = painted(screens)
    registry.office.keeping(person(registry.office)).cancel(done.id, "ผิด")
    registry.until(lambda: bool((row := screens.inbox.model.row(0)) and row.cancelled))
    assert painted(screens) != before


def painted(screens: LetterScreens) -> QImage:
    table = screens.inbox.table
    index = table.model().index(0, 3)
    picture = QImage(400, 36, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    painter = QPainter(picture)
    table.itemDelegateForColumn(3).paint(painter, option, index)
    painter.end()
    return picture


def test_every_control_of_the_panel_has_a_name(registry: Registry) -> None:
    screens, _ = opened(registry)
    press("G")
    assert nameless(screens.page) == []


def test_what_came_with_a_letter_is_listed_beside_what_it_cites(division: Registry) -> None:
    enclosures = (Enclosure("แบบรายงาน", 2, EnclosureKind.SET), Enclosure("รายชื่อ"))
    wanted = replace(samples()[0].registration, enclosures=enclosures)
    done = division.office.letters(person(division.office)).register(wanted)
    division.office.keeping(person(division.office, "wichai")).register_again(done.id)
    screens = division.screens("wichai")
    screens.open_letter(done.id)
    division.shown(screens, done.number)
    related = screens.page.work.sections.related
    assert [related.list.item(place).text() for place in range(related.count)] == [
        "ส่งมาด้วย แบบรายงาน 2 ชุด", "ส่งมาด้วย รายชื่อ 1 ฉบับ", "เลขรับของกองช่าง 1/2569 โดย นายวิชัย โยธาเทียม"
    ]  # fmt: skip


@pytest.mark.shot
def test_a_scan_of_the_wrong_letter_is_withdrawn_and_the_right_one_added(registry: Registry, tmp_path: Path) -> None:
    done = register(registry.office, 0)
    screens = registry.screens()
    screens.open_letter(done.id)
    letter = registry.shown(screens, done.number)
    (wrong,) = letter.files
    press("G")
    panel = screens.page.work.keeping_panel
    panel.view.setFocus()
    press("Right Right Right F9")
    assert panel.why_field.error == "ต้องใส่เหตุผล"
    write("สแกนฉบับอื่น")
    press("F9")
    registry.until(lambda: now(screens).files == ())
    right = tmp_path / "ฉบับจริง.pdf"
    right.write_bytes(registry.office.desk.blobs.get(wrong.sha256))
    press("G")
    panel.view.setFocus()
    with naming(right):
        press("Right Right Right F3")
    registry.until(lambda: [file.name for file in now(screens).files] == ["ฉบับจริง.pdf"])
    titles = [entry.title for entry in screens.page.work.sections.history._shown[0]]  # type: ignore[index]
    assert titles[-2:] == [f"ถอนเอกสาร {wrong.name}: สแกนฉบับอื่น", "เพิ่มเอกสาร ฉบับจริง.pdf"]


def test_a_file_that_is_no_page_is_told_and_the_letter_stays(registry: Registry, tmp_path: Path) -> None:
    screens, _ = opened(registry)
    broken = tmp_path / "เสีย.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    screens.page.work.keep()
    with naming(broken):
        screens.page.work.keeping_panel.ask_file()
    registry.until(lambda: bool(registry.notices.heard))
    assert now(screens).files == ()
