"""The archive's screens as a clerk sees them: forms, the shelf, and a destruction list from end to end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.archive.model import Form, ListState, WantedRule
from desktop.letters.model import Direction, Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.sheets.model import Outcome
from tests.helpers.desk import MORNING, make_desk, make_office, person, unit_id
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press, write
from tests.helpers.letters import samples
from tests.helpers.print_desk import ScriptedPrinter
from tests.helpers.printing import Prints
from tests.helpers.screens import nameless
from ui.archive.lists_page import APPROVE, COMMITTEE, DESTROY, SIGN, ListsPage
from ui.archive.rules_page import RulesPage
from ui.archive.screen import LISTS, RULES, SHELF, ArchiveScreen
from ui.heard_changes import HeardChanges
from ui.kit.language import Language
from ui.notices import Notices
from ui.work import Worker

OUTGOING = Registration("กองช่าง", "แขวงทางหลวงเชียงใหม่ที่ 2", "ขออนุญาตวางท่อระบายน้ำ", direction=Direction.OUTGOING)
ENG = unit_id("ENG").hex()


@dataclass
class Place:
    qtbot: QtBot
    office: Office
    worker: Worker
    notices: Notices
    screen: ArchiveScreen
    prints: Prints

    def until(self, true: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    def letters(self, count: int = 8) -> None:
        act = self.office.letters(person(self.office))
        for number in range(count):
            act.register(samples()[number % len(samples())].registration)
        act.register(OUTGOING)

    def grow_old(self, year_be: int) -> None:
        at = f"{year_be - 543}-06-01T03:00:00.000000Z"
        sql = "UPDATE letter SET year_be = ?, acted_at = ?, received_at = ?, channel = 'paper'"
        self.office.desk.settle(sql, (year_be, at, at))

    def go(self, view: str) -> None:
        read = {SHELF: self.screen.shelf.read, LISTS: self.screen.lists.read, RULES: self.screen.rules.read}[view]
        with self.qtbot.waitSignal(read):
            self.screen.turn(view)


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    series = (INCOMING_SERIES, "letters.outgoing/central", f"letters.incoming/{ENG}")
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), registers=series)
    office, notices = make_office(desk), Notices()

    def told(error: Exception) -> None:
        notices.failed(error)

    worker = Worker(desk.writer, told)
    heard = HeardChanges(desk.changes)
    prints = Prints(office, person(office), worker, notices, tmp_path)
    screen = ArchiveScreen(office, person(office), worker, notices, prints.printing, lambda: "th")
    heard.heard.connect(screen.changed)
    screen.resize(1150, 660)
    qtbot.addWidget(screen)
    screen.show()
    yield Place(qtbot, office, worker, notices, screen, prints)
    heard.stop()
    worker.close()
    desk.close()


@pytest.mark.shot
def test_a_register_is_looked_at_before_it_is_printed(place: Place) -> None:
    place.letters()
    forms = place.screen.forms
    forms.refresh()
    place.until(lambda: forms.register.count() == 2)
    with place.qtbot.waitSignal(forms.shown) as shown:
        forms.look_button.click()
    assert shown.args[0] >= 1
    place.until(lambda: forms.task is None)
    place.until(lambda: forms.view.canvas.isVisible())


def test_a_register_is_printed_through_the_journal(place: Place) -> None:
    place.letters()
    printer = ScriptedPrinter()
    place.prints.on(printer, "laser", place.until)
    forms = place.screen.forms
    forms.refresh()
    place.until(lambda: forms.register.count() == 2)
    forms.print_button.click()
    place.until(lambda: printer.given)
    day = place.office.clock.now() - timedelta(hours=1), place.office.clock.now() + timedelta(hours=1)
    place.until(
        lambda: {line.sheet.outcome for line in place.office.sheets.queries.between(*day, "register")} == {Outcome.OUT}
    )
    (line, *_) = place.office.sheets.queries.between(*day)
    assert forms.form.currentText() in line.run.job.label


def test_the_days_are_chosen_in_a_stroke_and_a_wrong_range_is_told(place: Place) -> None:
    period = place.screen.forms.period
    period.take("year")
    assert period.days() == (date(2026, 1, 1), date(2026, 11, 11))
    period.take("month")
    assert period.days() == (date(2026, 11, 1), date(2026, 11, 11))
    period.set_days(date(2026, 11, 5), date(2026, 11, 4))
    place.screen.forms.look()
    assert period.last_field.error == "อยู่ก่อนวันแรก"


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".csv"])
def test_a_form_is_kept_as_a_file(place: Place, tmp_path: Path, ending: str) -> None:
    place.letters()
    forms = place.screen.forms
    forms.refresh()
    place.until(lambda: forms.register.count() == 2)
    path = tmp_path / f"form{ending}"
    with naming(path):
        {".pdf": forms.pdf_button, ".xlsx": forms.xlsx_button, ".csv": forms.csv_button}[ending].click()
    place.until(path.exists)
    starts = {".pdf": b"%PDF", ".xlsx": b"PK", ".csv": b"\xef\xbb\xbf"}
    assert path.read_bytes().startswith(starts[ending])


def test_a_long_form_may_be_stopped(place: Place) -> None:
    place.letters(3)
    forms = place.screen.forms
    forms.refresh()
    place.until(lambda: forms.register.count() == 2)
    forms.look()
    assert forms.task is not None
    assert not forms.print_button.isEnabled()
    forms.task.stop()
    assert forms.task is None
    assert forms.print_button.isEnabled()
    assert forms._progress is None


def test_slips_go_on_paper_only(place: Place) -> None:
    forms = place.screen.forms
    forms.form.choose(Form.SLIPS.value)
    forms.form.chosen.emit(Form.SLIPS.value)
    assert forms.print_button.isEnabled()
    assert not forms.xlsx_button.isEnabled()


@pytest.mark.shot
def test_letters_are_put_away_many_at_once_and_one_is_held(place: Place) -> None:
    place.letters()
    place.go(SHELF)
    shelf = place.screen.shelf
    shelf.table.setFocus()
    shelf.table.selectAll()
    assert len(shelf.chosen()) == 1
    model = shelf.table.selectionModel()
    for row in range(3):
        model.select(shelf.rows.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
    assert len(shelf.chosen()) == 3
    shelf.store.retention.choose("money")
    shelf.store.place.setText("ตู้ 3 ชั้น 2")
    shelf.store.store_button.click()
    place.until(lambda: sum(one.place == "ตู้ 3 ชั้น 2" for one in shelf.rows.rows()) == 3)
    assert {one.until_be for one in shelf.rows.rows() if one.place} == {2574}
    shelf.table.clearSelection()
    shelf.table.choose(5)
    shelf.store.hold_button.click()
    assert shelf.store.reason_field.error == "ใส่เหตุผล"
    shelf.store.reason.setText("มีคดีในศาลปกครอง")
    shelf.store.hold_button.click()
    place.until(lambda: [one.hold for one in shelf.rows.rows() if one.hold] == ["มีคดีในศาลปกครอง"])
    place.until(lambda: shelf.store.hold_button.words == "ยกเลิกห้ามทำลาย")
    shelf.store.reason.setText("คดีถึงที่สุด")
    shelf.store.hold_button.click()
    place.until(lambda: not any(one.hold for one in shelf.rows.rows()))


def test_the_shelf_is_searched_by_number_and_words(place: Place) -> None:
    place.letters()
    place.go(SHELF)
    shelf = place.screen.shelf
    assert shelf.rows.rowCount() == 8
    shelf.search.setText("4826")
    with place.qtbot.waitSignal(shelf.read):
        shelf.refresh()
    assert [one.number for one in shelf.rows.rows()] == [4826]


def test_an_office_without_a_list_is_told_how_one_comes(place: Place) -> None:
    place.go(LISTS)
    lists = place.screen.lists
    assert lists._place.currentWidget() is lists.nothing
    assert lists.pdf_button.isHidden()


@pytest.mark.shot
def test_a_destruction_list_goes_through_its_steps(place: Place, tmp_path: Path) -> None:
    lists = _a_list_of_letters(place)
    assert lists.following.words == "ขั้นต่อไป: ตั้งคณะกรรมการ"
    lists.turn(COMMITTEE)
    lists.committee.order.setText("คำสั่งที่ 12/2569")
    lists.committee.button.click()
    assert lists.committee.fields[0][0].error
    for seat, name in zip(lists.committee.seats, ("นายสมชาย ตัวอย่างดี", "นางสาวกานดา", "นายวิชัย"), strict=False):
        seat[0].setText(name)
    lists.committee.button.click()
    place.until(lambda: lists._read.chosen is not None and len(lists._read.chosen.members) == 3)
    lists.turn(SIGN)
    while count := lists.sign.member.count():
        lists.sign.button.click()
        place.until(partial(lambda before: lists.sign.member.count() < before, count))
    lists.turn(APPROVE)
    lists.approve.sent_on.set_day(date(2026, 10, 1))
    lists.approve.on.set_day(date(2026, 11, 11))
    lists.approve.name.setText("นายกเทศมนตรี ตัวอย่าง")
    lists.approve.button.click()
    place.until(lambda: lists._read.chosen is not None and lists._read.chosen.state is ListState.APPROVED)
    lists.turn(DESTROY)
    lists.burning.how.setText("ย่อยกระดาษ")
    path = tmp_path / "list.pdf"
    lists.burning.button.click()
    place.until(lambda: lists._read.chosen is not None and lists._read.chosen.state is ListState.DESTROYED)
    with naming(path):
        lists.pdf_button.click()
    place.until(path.exists)
    assert place.office.desk.reader.rows("SELECT count(*) FROM letter") == [(9,)]
    assert place.office.desk.reader.rows("SELECT count(*) FROM letter_disposal") == [(7,)]


def test_a_refusal_is_told_and_nothing_is_lost(place: Place) -> None:
    place.letters()
    place.grow_old(2557)
    archive = place.office.archive(person(place.office))
    list_id = archive.open_list(2568, "บัญชีหนังสือขอทำลาย ประจำปี 2568")
    place.go(LISTS)
    told: list[object] = []
    place.notices.failed = told.append  # type: ignore[method-assign, assignment]
    lists = place.screen.lists
    lists.approve.sent_on.set_day(date(2026, 10, 1))
    lists.approve.on.set_day(date(2026, 11, 11))
    lists.approve.name.setText("นายกเทศมนตรี ตัวอย่าง")
    lists.approve.ask()
    place.until(lambda: told)
    assert "committee_small" in str(told[0])
    found = place.office.archive_queries.list(list_id)
    assert found is not None
    assert found.state is ListState.DRAFT


def test_every_control_has_a_name_and_speaks_both_languages(place: Place, language: Language) -> None:
    place.letters(2)
    place.office.archive(person(place.office)).open_list(2568, "บัญชีหนังสือขอทำลาย ประจำปี 2568")
    for view in (SHELF, LISTS):
        place.go(view)
        assert nameless(place.screen) == []
    place.screen.turn("forms")
    assert nameless(place.screen) == []
    language.speak("en")
    place.until(lambda: place.screen.forms.print_button.words == "Print")


@pytest.mark.shot
def test_a_rule_of_keeping_is_set_from_a_day_on_with_the_keyboard(place: Place) -> None:
    place.go(RULES)
    page = place.screen.rules
    assert {row.standing for row in page.rows.rows()} == {"now"}
    page.table.setFocus()
    page.table.choose([row.rule.code for row in page.rows.rows()].index("routine"))
    press("Return")
    page.form.years.selectAll()
    write("๓")
    press("F9")
    assert page.form.since_field.error == "ใส่วันที่เริ่มใช้"
    write("1/1/2570")
    press("Tab")
    write("คำสั่งที่ 9/2569")
    press("F9")
    place.until(lambda: page.rows.rowCount() == 9)
    of_class = [row for row in page.rows.rows() if row.rule.code == "routine"]
    assert [(row.rule.years, row.standing) for row in of_class] == [(3, "coming"), (1, "now")]
    assert place.notices.heard == []
    place.office.archive(person(place.office)).set_rule(
        WantedRule("ธรรมดา", 2, "คำสั่งที่ 1/2569", date(2026, 11, 1), code="routine")
    )
    place.until(lambda: page.rows.rowCount() == 10)
    of_class = [row for row in page.rows.rows() if row.rule.code == "routine"]
    assert [(row.rule.years, row.standing) for row in of_class] == [(3, "coming"), (2, "now"), (1, "over")]
    assert nameless(place.screen) == []


def test_a_new_class_has_a_rule_of_its_own_and_is_offered_on_the_shelf(place: Place) -> None:
    place.letters(1)
    place.go(RULES)
    form = place.screen.rules.form
    form.new_button.click()
    for edit, words in ((form.name, "แบบก่อสร้าง"), (form.name_en, "Building plans"), (form.cite, "คำสั่งที่ 10/2569")):
        edit.setText(words)
    form.since.set_day(date(2026, 11, 11))
    form.button.click()
    place.until(lambda: place.screen.rules.rows.rowCount() == 9)
    place.go(SHELF)
    offered = place.screen.shelf.store.retention
    assert "แบบก่อสร้าง" in [offered.itemText(n) for n in range(offered.count())]


def test_who_may_not_set_rules_reads_who_may(qtbot: QtBot, place: Place) -> None:
    page = RulesPage(place.office, person(place.office, "wichai"), place.worker, place.notices.failed, lambda: "th")
    qtbot.addWidget(page)
    assert not page.form.button.isEnabled()
    assert "เจ้าหน้าที่สารบรรณกลาง" in page.form.promise.words


def _a_list_of_letters(place: Place) -> ListsPage:
    """Of nine letters one may not be destroyed; of the eight that are on the list one is to be kept."""
    place.letters()
    place.grow_old(2557)
    archive = place.office.archive(person(place.office))
    held = place.office.desk.reader.rows("SELECT id FROM letter WHERE register = 'central' ORDER BY number LIMIT 1")
    archive.hold(held[0][0], "สตง. ขอตรวจ")
    place.go(LISTS)
    lists = place.screen.lists
    lists.new_button.click()
    place.until(lambda: lists._read.chosen is not None)
    assert "8 เรื่อง" in lists.letters.due.words
    assert "ห้ามทำลายอีก 1" in lists.letters.due.words
    lists.letters.button.click()
    place.until(lambda: lists.rows.rowCount() == 8)
    lists.letters.reason.setText("มีคุณค่าทางประวัติศาสตร์")
    lists.letters.keep_button.click()
    place.until(lambda: any(one.reason for one in lists.rows.rows()))
    return lists
