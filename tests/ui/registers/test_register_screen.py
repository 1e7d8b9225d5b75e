"""The control register on screen: every book with its numbers, and the papers to stamp."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock, utc_text
from desktop.office.series import INCOMING, RECEIPTS
from desktop.paper.exporting import to_csv
from desktop.paper.pages import page_text
from desktop.registers.exporting import register_table
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, make_office, person
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.voiding import cancel
from ui.kit.language import Language
from ui.notices import Notices
from ui.registers.own_page import state
from ui.registers.rows import series_name, span
from ui.registers.screen import OWN, STAMPS, RegisterScreen
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

BOOK = "INSERT INTO number_book VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)"
SPAN = "INSERT INTO number_span VALUES (?, randomblob(16), 1, zeroblob(16), ?, 2570, ?, ?, ?, ?, 'สมชาย', ?)"
CURSOR = "INSERT INTO cursor VALUES (?, 1, 0, '0', 1)"


@dataclass
class Place:
    office: Office
    worker: Worker
    notices: Notices
    qtbot: QtBot
    printer: ScriptedPrinter
    printing: SheetPrinting

    def screen(self) -> RegisterScreen:
        screen = RegisterScreen(self.office, person(self.office), self.worker, self.notices, self.printing)
        self.qtbot.addWidget(screen)
        screen.resize(1180, 700)
        screen.show()
        with self.qtbot.waitSignal(screen.told_waiting):
            screen.refresh()
        return screen

    def keep_register(self) -> None:
        desk, at = self.office.desk, utc_text(MORNING)
        for bucket in ("finance/normal", "registry/normal"):
            desk.settle(CURSOR, (bucket,))
        me, lost = desk.identity.device_id, bytes(15) + b"\x07"
        for key, place in (
            (b"a", (RECEIPTS, 2570, 9, 1, 401, 450, lost, "C9", "suspense", at)),
            (b"b", (RECEIPTS, 2570, 10, 1, 451, 500, me, "C1", "leased", at)),
            (b"c", (INCOMING, 2569, 0, 2, 4824, 4923, me, "C1", "leased", at)),
        ):
            desk.settle(BOOK, (OFFICE_ID, key.rjust(16), *place))
        desk.settle(SPAN, (OFFICE_ID, RECEIPTS, 401, 410, "cancelled", "ไม่ได้พิมพ์", at))
        desk.settle(SPAN, (OFFICE_ID, RECEIPTS, 401, 450, "suspense", "เครื่องหาย", at))
        cashier = self.office.cashier(person(self.office, "piyada"))
        first = cashier.issue(Payment("นายบุญมี", (Charge(catalogue()[0], 1),)))
        cashier.issue(Payment("นายบุญมา", (Charge(catalogue()[0], 1),)))
        cancel(self.office, first.id, "พิมพ์ผิด")


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING))
    notices = Notices()

    def told(error: Exception) -> None:
        notices.failed(error)

    worker = Worker(desk.writer, told)
    office, printer = make_office(desk), ScriptedPrinter()
    printing = SheetPrinting(office, person(office), lambda: printer, worker, SettingsFile(tmp_path / "settings.json"))
    yield Place(office, worker, notices, qtbot, printer, printing)
    worker.close()
    desk.close()


def test_a_desk_that_keeps_no_register_says_who_does(place: Place) -> None:
    screen = place.screen()
    assert screen._pages.currentWidget() is screen._no_books
    assert not screen.print_button.isEnabled()


@pytest.mark.shot
def test_every_book_shows_what_became_of_its_numbers(place: Place) -> None:
    place.keep_register()
    screen = place.screen()
    shown = [(row.one.book.lo, row.one.state.value) for row in screen.books.rows()]
    assert sorted(shown) == [(401, "suspense"), (451, "open"), (4824, "leased")]
    row = next(place for place, row in enumerate(screen.books.rows()) if row.one.book.lo == 401)
    screen.book_table.choose(row)
    assert [(run.lo, run.hi, run.fate.value) for run in screen.runs.rows()] == [
        (401, 410, "cancelled"),
        (411, 450, "suspense"),
    ]
    assert "โมฆะ 1" in screen.sums.text()


def test_the_paper_and_the_table_say_the_same_as_the_screen(place: Place) -> None:
    place.keep_register()
    account = next(one for one in place.office.register_queries.accounts() if one.series == RECEIPTS)
    assert place.office.register_pdf(account).startswith(b"%PDF")
    lines = to_csv(register_table(account)).decode("utf-8-sig").splitlines()
    assert [line.split(",")[3:7] for line in lines[1:]] == [
        ["401", "410", "10", "ยกเลิก (ปรุ)"],
        ["411", "450", "40", "พักไว้รอตรวจ"],
        ["451", "451", "1", "โมฆะ"],
        ["452", "452", "1", "ใช้แล้ว"],
        ["453", "500", "48", "ยังไม่ใช้"],
        ["1", "400", "400", "ก่อนเริ่มใช้ระบบ"],
    ]


def test_the_chosen_register_is_printed_through_the_journal(place: Place) -> None:
    place.keep_register()
    screen = place.screen()
    for series, title in ((RECEIPTS, "ทะเบียนคุมใบเสร็จรับเงิน"), (INCOMING, "ทะเบียนคุมเลขทะเบียนหนังสือรับ")):
        screen.book_table.choose(next(n for n, row in enumerate(screen.books.rows()) if row.register.series == series))
        with place.qtbot.waitSignal(
            place.printing.told, check_params_cb=lambda paper, outcome, _: outcome == "printed"
        ):
            screen.print_button.click()
        assert title in page_text(place.printer.given[-1][1], 0)
    lines = place.office.sheets.queries.between(MORNING, MORNING + timedelta(days=1))
    assert [line.run.job.kind for line in lines] == ["register"] * 2


def test_the_register_is_kept_as_a_table_for_other_programs(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.keep_register()
    screen = place.screen()
    monkeypatch.setattr("ui.registers.screen.ask_where", lambda parent, title, name, kinds: tmp_path / name)
    for button, ending in ((screen.pdf_button, "pdf"), (screen.xlsx_button, "xlsx"), (screen.csv_button, "csv")):
        screen.book_table.choose(0)
        button.click()
        place.qtbot.waitUntil(lambda: any(tmp_path.glob(f"*.{ending}")))  # noqa: B023
    series = screen.books.rows()[0].register.series
    table = load_workbook(next(tmp_path.glob("*.xlsx"))).active
    assert table is not None
    rows = list(table.iter_rows(values_only=True))
    assert rows[0][3:6] == ("ตั้งแต่เลข", "ถึงเลข", "จำนวน")
    assert sum(1 for _ in rows[1:]) == len(next(tmp_path.glob("*.csv")).read_text("utf-8-sig").splitlines()) - 1
    assert (series == RECEIPTS) is (rows[1][0] == "ใบเสร็จ 2570")


def test_the_register_is_given_back_and_asked_for_again(place: Place) -> None:
    place.keep_register()
    screen = place.screen()
    screen.give_back_button.click()
    place.qtbot.waitUntil(lambda: screen.give_back_button.text() == "ขอถือทะเบียนอีก")
    assert not place.office.register_queries.holds(INCOMING)
    screen.give_back_button.click()
    place.qtbot.waitUntil(lambda: not place.office.register_queries.gave_back(INCOMING))
    place.qtbot.waitUntil(lambda: screen.give_back_button.isHidden())


def test_any_register_of_letters_is_given_back_where_the_clerk_stands_on_it(place: Place) -> None:
    desk = place.office.desk
    lease = (desk.ids.new(), "letters.order", 2569, 0, 1, 1, 100, 1, None, desk.identity.device_id)
    desk.settle("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", lease)
    screen = place.screen()
    screen.view.choose(OWN)
    screen._turn(OWN)
    row = next(n for n, book in enumerate(screen.own.rows.rows()) if book.series == "letters.order")
    screen.own.table.choose(row)
    assert screen.give_back_button.words == "คืนทะเบียนคำสั่ง"
    screen.give_back_button.click()
    place.qtbot.waitUntil(lambda: screen.give_back_button.words == "ขอถือทะเบียนอีก")
    assert place.office.register_queries.holds(INCOMING)
    assert not place.office.register_queries.holds("letters.order")


@pytest.mark.shot
def test_every_desk_sees_what_is_left_in_each_of_its_own_books(place: Place) -> None:
    desk = place.office.desk
    desk.settle("UPDATE lease SET next = hi - 11 WHERE series = ?", (RECEIPTS,))
    screen = place.screen()
    screen.view.choose(OWN)
    screen._turn(OWN)
    found = {book.series: (book.left, state(book).words) for book in screen.own.rows.rows()}
    assert found == {RECEIPTS: (12, "ใกล้หมด"), INCOMING: (500, "ยังไม่ใช้")}
    assert screen.own.stock.words.words == "ใบเสร็จเหลือ 12 เลข"
    assert "เล่มมือ" in screen.own.stock.advice.words
    assert not screen.own.stock.isHidden()
    assert not screen.pdf_button.isVisible()
    desk.settle("UPDATE lease SET next = hi + 1 WHERE series = ?", (RECEIPTS,))
    screen.refresh()
    place.qtbot.waitUntil(lambda: screen.own.stock.words.words == "เลขใบเสร็จหมดแล้ว")
    assert {state(book).words for book in screen.own.rows.rows()} == {"ยังไม่ใช้", "ใช้หมด"}


@pytest.mark.shot
def test_papers_with_a_tag_are_listed_once_they_have_their_number_and_struck_off(place: Place) -> None:
    place.keep_register()
    desk = place.office.desk
    desk.settle("UPDATE lease SET next = hi + 1 WHERE series = ?", (INCOMING,))
    done = place.office.letters(person(place.office)).register(Registration("อำเภอเมือง", "นายก", "ขอเชิญประชุม"))
    desk.settle("UPDATE letter SET number = 4901 WHERE id = ?", (done.id,))
    screen = place.screen()
    screen.view.choose(STAMPS)
    screen.show_stamps()
    assert [(row.tag, row.number) for row in screen.stamps.rows()] == [("ชค-C1-1", 4901)]
    screen.stamp_button.click()
    place.qtbot.waitUntil(lambda: screen.stamps.rows() == ())
    assert screen._pages.currentWidget() is screen._no_stamps


def test_the_sums_speak_the_language_of_now(place: Place, language: Language) -> None:
    place.keep_register()
    screen = place.screen()
    assert "ใช้แล้ว" in screen.sums.text()
    language.speak("en")
    place.qtbot.waitUntil(lambda: "Used" in screen.sums.text())


def test_numbers_of_papers_are_written_as_on_paper() -> None:
    assert (span(4824, 5323), span(7, 7), span(8, 7)) == ("4824–5323", "7", "–")


def test_the_register_of_a_division_bears_its_name() -> None:
    unit = "0" * 31 + "a"
    names = {unit: "กองช่าง"}
    assert series_name(f"letters.memo/{unit}", 2569, names) == "ทะเบียนบันทึกข้อความ กองช่าง 2569"
    assert series_name("letters.memo/central", 2569, names) == "ทะเบียนบันทึกข้อความ 2569"
