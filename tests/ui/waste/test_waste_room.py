"""The room of waste fees as piyada has it: a house opened and changed, a month billed, arrears, a file of houses."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cashier.bill_model import BillState
from desktop.office.ids import Id
from desktop.paper.pages import page_count
from desktop.sheets.model import Role
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.rules import FLAT
from tests.desktop.interchange.test_household_register import csv_file
from tests.helpers.file_dialogs import naming
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.screens import nameless
from tests.ui.cashier.conftest import Booth, booth
from ui.imports.household_page import HouseholdPage
from ui.imports.household_presenter import HouseholdPresenter
from ui.kit.days import months
from ui.kit.language import Language
from ui.waste.presenter import MOST, WastePresenter
from ui.waste.screens import ARREARS, IMPORT, RUN, WasteScreens

__all__ = ["booth"]
_BOOK = """
INSERT INTO lease SELECT ?, 'bills', 2570, 1, 1, 1, 100, 1, NULL, device_id, NULL, NULL FROM device
"""


@pytest.fixture
def screens(booth: Booth, qtbot: QtBot) -> WasteScreens:
    booth.office.desk.settle(_BOOK, (b"b" * 16,))
    page = HouseholdPage(HouseholdPresenter(booth.office, booth.who), booth.worker, booth.notices)
    screens = WasteScreens(WastePresenter(booth.office, booth.who), booth.worker, booth.notices, booth.printing, page)
    booth.heard.heard.connect(screens.changed)
    qtbot.addWidget(screens)
    screens.resize(1366, 768)
    with qtbot.waitExposed(screens):
        screens.show()
    return screens


def opened(screens: WasteScreens, qtbot: QtBot, house_no: str = "12/3", payer: str = "นายบุญมี ใจคำ") -> None:
    accounts = screens.accounts
    before = accounts.rows.rowCount()
    accounts.new_button.click()
    for edit, words in ((accounts.form.house_no, house_no), (accounts.form.moo, "5"), (accounts.form.payer, payer)):
        edit.setText(words)
    accounts.form.save_button.click()
    qtbot.waitUntil(lambda: not accounts.form.isVisible())
    qtbot.waitUntil(lambda: accounts.rows.rowCount() == before + 1 and accounts.panel.account is not None)


def test_a_house_is_opened_and_what_is_missing_is_said_at_its_field(screens: WasteScreens, qtbot: QtBot) -> None:
    accounts = screens.accounts
    assert nameless(accounts) == []
    accounts.new_button.click()
    accounts.form.save_button.click()
    assert accounts.form.fields["house_no"].error
    assert accounts.form.fields["payer"].error
    accounts.form.left.emit()
    opened(screens, qtbot)
    assert accounts.panel.account is not None
    assert accounts.panel.account.place.house_no == "12/3"
    accounts.look_for("สมชาย")
    assert accounts.rows.rowCount() == 0
    accounts.look_for("บุญมี")
    assert accounts.rows.rowCount() == 1


def test_a_house_is_stopped_from_a_month_on_with_a_reason(screens: WasteScreens, booth: Booth, qtbot: QtBot) -> None:
    opened(screens, qtbot)
    accounts = screens.accounts
    accounts.change()
    accounts.form.standing.choose(Standing.STOPPED.value)
    accounts.form.save_button.click()
    assert accounts.form.fields["reason"].error
    accounts.form.reason.setText("บ้านว่าง")
    accounts.form.month.setText("12/69")
    accounts.form.save_button.click()
    (row,) = accounts.rows.rows()
    queries = booth.office.waste.queries

    def stopped() -> bool:
        held = queries.account(row.account.id, "2026-12")
        return held is not None and held.standing is Standing.STOPPED

    qtbot.waitUntil(stopped)
    held = queries.account(row.account.id, "2026-11")
    assert held is not None
    assert held.standing is Standing.CHARGED


def test_a_month_is_counted_made_once_and_cancelled_with_a_reason(
    screens: WasteScreens, booth: Booth, qtbot: QtBot
) -> None:
    opened(screens, qtbot)
    screens.turn(RUN)
    run = screens.run
    qtbot.waitUntil(lambda: run.seen is not None and run.seen.ready == 1)
    run.last.setFocus()
    QTest.keyClick(run.last, Qt.Key.Key_F9)
    assert run.work.isAncestorOf(QApplication.focusWidget() or run), "the next key can stop it"
    qtbot.waitUntil(lambda: run.seen is not None and run.seen.billed == 1 and not run.work.is_busy)
    assert not run.make_button.isEnabled()
    assert run.last.hasFocus()
    (bill,) = booth.office.waste.months.owed()
    screens.turn("accounts")
    panel = screens.accounts.panel
    qtbot.waitUntil(lambda: panel.bill_rows.rowCount() == 1 and panel.cancel_button.isEnabled())
    panel.cancel_button.click()
    screens.accounts.reason.reason.setText("อัตราผิด")
    screens.accounts.reason.do_button.click()

    def cancelled() -> bool:
        found = booth.office.bills.queries.bill(bill.bill_id)
        return found is not None and found.state is BillState.CANCELLED

    qtbot.waitUntil(cancelled)
    qtbot.waitUntil(lambda: run.seen is not None and run.seen.ready == 1)


def test_months_are_said_and_read_in_the_language_of_the_screen(
    screens: WasteScreens, booth: Booth, qtbot: QtBot, language: Language
) -> None:
    opened(screens, qtbot)
    screens.turn(RUN)
    run = screens.run
    qtbot.waitUntil(lambda: run.seen is not None and run.seen.ready == 1)
    thai = run.first.value
    language.speak("en")
    qtbot.waitUntil(lambda: run.first.value == "Nov 2026")
    assert run.months == ("2026-11",)
    run.make_button.click()
    qtbot.waitUntil(lambda: run.seen is not None and run.seen.billed == 1 and not run.work.is_busy)
    screens.turn("accounts")
    panel = screens.accounts.panel
    qtbot.waitUntil(lambda: panel.bill_rows.rowCount() == 1)
    said = (panel.bill_rows.index(0, 0).data(), months(("2026-11", "2026-12", "2027-02")))
    language.speak("th")
    qtbot.waitUntil(lambda: run.first.value == thai)
    assert (thai, *said) == ("พ.ย. 2569", "Nov 2026", "Nov–Dec 2026, Feb 2027")
    assert panel.bill_rows.index(0, 0).data() == thai


def test_numbers_that_are_missing_are_asked_for_with_the_same_key(
    screens: WasteScreens, booth: Booth, qtbot: QtBot
) -> None:
    booth.office.desk.settle("UPDATE lease SET next = 101 WHERE series = 'bills'", ())
    opened(screens, qtbot)
    screens.turn(RUN)
    qtbot.waitUntil(lambda: screens.run.seen is not None and screens.run.seen.lacking == 1)
    screens.run.make_button.click()
    qtbot.waitUntil(lambda: "ขอเลขใบแจ้งแล้ว" in [one.text for one in booth.notices.heard])
    assert booth.office.desk.reader.one("SELECT count(*) FROM note WHERE name = 'bills-ahead'") == (1,)


def test_arrears_are_listed_and_kept_as_a_sheet(
    screens: WasteScreens, booth: Booth, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(screens, qtbot)
    booth.office.waste.rounds.run(booth.who, ["2026-11"], date(2026, 11, 30))
    booth.clock.advance(timedelta(days=40))
    screens.turn(ARREARS)
    screens.arrears.refresh()
    qtbot.waitUntil(lambda: screens.arrears.rows.rowCount() == 1)
    path = tmp_path / "arrears.xlsx"
    with naming(path):
        screens.arrears.sheet_button.click()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not screens.arrears.work.is_busy)


def test_houses_come_in_from_a_file(screens: WasteScreens, booth: Booth, qtbot: QtBot, tmp_path: Path) -> None:
    screens.turn(IMPORT)
    page = screens.importing
    assert isinstance(page, HouseholdPage)
    page.look_at(csv_file(tmp_path / "ครัวเรือน.csv", encoding="cp874"))
    qtbot.waitUntil(lambda: page.presenter.plan is not None)
    assert nameless(page) == []
    page.try_out()
    qtbot.waitUntil(lambda: page.presenter.tried is not None and page._task is None)
    assert page.presenter.tried is not None
    assert page.presenter.tried.ready == 4
    page.enter()
    qtbot.waitUntil(lambda: screens.accounts.rows.rowCount() == 4 and page._task is None)
    assert "เปิดบัญชีแล้ว 4 หลัง" in booth.notices.heard[-1].text


def test_bills_and_reminders_of_many_houses_are_one_job_each_with_its_sheets_counted(
    screens: WasteScreens, booth: Booth, qtbot: QtBot
) -> None:
    printer = booth.printer = ScriptedPrinter()
    opened(screens, qtbot)
    opened(screens, qtbot, "14", "นางคำแปง แสนสุข")
    booth.office.waste.rounds.run(booth.who, ["2026-11"], date(2026, 11, 30))
    screens.turn(RUN)
    screens.run.count()
    qtbot.waitUntil(screens.run.print_button.isEnabled)
    with qtbot.waitSignal(booth.printing.told, check_params_cb=is_printed):
        screens.run.print_button.click()
    booth.clock.advance(timedelta(days=40))
    screens.turn(ARREARS)
    screens.arrears.refresh()
    qtbot.waitUntil(lambda: screens.arrears.rows.rowCount() == 2)
    for button in (screens.arrears.print_letters_button, screens.arrears.print_list_button):
        with qtbot.waitSignal(booth.printing.told, check_params_cb=is_printed):
            button.click()
    queries, now = booth.office.sheets.queries, booth.clock.now()
    lines = queries.between(now - timedelta(days=60), now + timedelta(days=1))
    said = [(line.run.job.kind, line.sheet.wanted.role, line.run.job.sheets) for line in reversed(lines)]
    assert said == [("waste", Role.PILE, 2), ("reminder", Role.PILE, 2), ("register", Role.PAGE, 1)]
    assert [page_count(pdf) for _, pdf in printer.given] == [2, 2, 1]


def is_printed(paper: object, outcome: str, detail: object) -> bool:
    return outcome == "printed"


def town(booth: Booth, houses: int) -> Id:
    """As a file brings them in."""
    act = booth.office.waste.acts(booth.who)
    import_id = act.new_import()
    for begun in range(0, houses, 200):
        numbers = range(begun, min(begun + 200, houses))
        places = (Place(f"{at + 1}", str(at % 10 + 1), tambon="แม่เหียะ") for at in numbers)
        act.enter([NewAccount(one, Payer(f"นายทดสอบ {one.house_no}"), Rate(FLAT), "2026-10") for one in places],
                  "ทั้งเมือง.csv", import_id)  # fmt: skip
    return import_id


def test_the_houses_of_a_whole_town_are_opened_scrolled_and_filtered_page_by_page(
    screens: WasteScreens, booth: Booth, qtbot: QtBot
) -> None:
    town(booth, 13_636)
    accounts = screens.accounts
    accounts.refresh()
    qtbot.waitUntil(lambda: len(accounts.presenter.rows) == 13_636)
    assert accounts.rows.rowCount() == MOST
    assert "13,636 หลัง" in accounts.sums.text()
    bar = accounts.table.verticalScrollBar()
    for page in (2, 3):
        qtbot.waitUntil(lambda: bar.value() < bar.maximum())
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda page=page: accounts.rows.rowCount() == page * MOST)  # type: ignore[misc]
    accounts.look_for("ทดสอบ 13636")
    assert [row.account.place.house_no for row in accounts.rows.rows()] == ["13636"]
    accounts.look_for("")
    assert accounts.rows.rowCount() == MOST
    accounts.moo.choose("หมู่ 7")
    accounts._seek()
    assert {row.account.place.moo for row in accounts.rows.rows()} == {"7"}


def test_a_file_of_houses_is_taken_back_from_the_list_while_nothing_was_billed(
    screens: WasteScreens, booth: Booth, qtbot: QtBot
) -> None:
    opened(screens, qtbot)
    accounts = screens.accounts
    assert not accounts.back_button.isVisible()
    town(booth, 3)
    qtbot.waitUntil(lambda: accounts.rows.rowCount() == 4 and accounts.back_button.isVisible())
    accounts.back_button.click()
    assert "ทั้งเมือง.csv" in accounts.reason._said()[0]
    accounts.reason.reason.setText("ผิดแฟ้ม")
    accounts.reason.do_button.click()
    qtbot.waitUntil(lambda: accounts.rows.rowCount() == 1)
    qtbot.waitUntil(accounts.back_button.isHidden)
    town(booth, 3)
    booth.office.waste.rounds.run(booth.who, ["2026-11"], date(2026, 11, 30))
    qtbot.waitUntil(lambda: accounts.rows.rowCount() == 4)
    assert accounts.back_button.isHidden()
