"""L4: what a clerk reads at the bottom of the screen, in a real town over lines with faults. Green means proven."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Office
from desktop.letters.model import Registration
from desktop.office.clock import SystemClock
from sync.client.line import Line
from tests.convergence.invariants import acts_are_in_order, desk_equals_centre
from tests.convergence.invariants.files import files_are_whole
from tests.helpers.proxy import Fault
from tests.helpers.town import Page, Town, TownDesk, centre_beside, identity
from ui.heard_changes import HeardChanges
from ui.kit.language import Language
from ui.opening import Opened
from ui.shell.strip_words import StripState
from ui.truth import Truth
from ui.work import Worker


@pytest.fixture
def town(centre_database: str, tmp_path: Path) -> Iterator[Town]:
    with centre_beside(centre_database, tmp_path / "centre", SystemClock()) as beside:
        built = Town(beside, tmp_path)
        yield built
        built.close()


@dataclass
class Watch:
    """The strip of one desk at work. Whenever it is green, what green promises is held against the centre."""

    qtbot: QtBot
    town: Town
    desk: TownDesk
    truth: Truth
    line: Line
    said: list[StripState] = field(default_factory=list)

    def until(self, true: Callable[[StripState], bool]) -> StripState:
        self.qtbot.waitUntil(lambda: bool(self.said) and true(self.said[-1]))
        return self.said[-1]

    def does(self, *acts: Callable[[], object]) -> None:
        """Acts of a clerk; the strip must own up to them before it may be green again."""
        for act in acts:
            self.said.clear()
            act()
            self.qtbot.waitUntil(lambda: any(state.kind != "green" for state in self.said))

    def until_kind(self, kind: str) -> StripState:
        return self.until(lambda state: state.kind == kind)

    def prove_green(self) -> None:
        state = self.until_kind("green")
        assert state.text.startswith("ส่งครบแล้ว · ข้อมูลล่าสุด")
        assert not self.desk.desk.reader.rows("SELECT 1 FROM outbox WHERE state = 'pending'")  # S1
        acts_are_in_order(self.town, self.desk)
        desk_equals_centre(self.town, self.desk)  # S9, S10
        files_are_whole(self.town, self.desk, complete=True)  # S16


@pytest.fixture
def watch(qtbot: QtBot, qapp: QApplication, town: Town, language: Language) -> Iterator[Watch]:
    desk = town.desk()
    line = Line(desk.desk, desk.proxy.url)
    office = Office(desk.desk, line.ask_centre)
    failures: list[Exception] = []
    worker = Worker(desk.desk.writer, failures.append)
    heard = HeardChanges(desk.desk.changes)
    truth = Truth(Opened(office, line), worker, heard, language, lambda: "0 5300 0000")
    watching = Watch(qtbot, town, desk, truth, line)
    truth.told.connect(watching.said.append)
    truth.start()
    yield watching
    truth.stop()
    line.stop()
    heard.stop()
    worker.close()
    assert not failures


def register(desk: TownDesk, subject: str, *pages: Page) -> bytes:
    return desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", subject), pages).id


def test_the_strip_through_a_morning_of_faults(watch: Watch) -> None:
    watch.prove_green()
    for fault in (Fault(refuse=True), Fault(html=True), Fault(status=502), Fault(cut_after=0)):
        watch.desk.proxy.set(fault)
        register(watch.desk, "ระหว่างสายเสีย", Page(b"%PDF-1.7 " + repr(fault).encode()))
        state = watch.until_kind("yellow")
        assert "ทำงานต่อได้ · รอส่ง" in state.text
        assert "เลข" in state.text
        watch.desk.proxy.heal()
        watch.line.try_now()
        watch.prove_green()


def test_an_item_of_the_tray_is_orange_until_somebody_settles_it(watch: Watch) -> None:
    watch.prove_green()
    letter = register(watch.desk, "ส่งสองครั้ง")
    other = watch.town.second_desk()
    watch.does(lambda: watch.desk.letters().route(letter, [identity("ENG")]))
    watch.prove_green()
    other.round.run()
    (route,) = (row[0] for row in other.desk.reader.rows("SELECT id FROM routing"))
    watch.desk.proxy.set(Fault(refuse=True))
    watch.desk.letters().recall([route])
    other.letters("wichai").receive(route)
    other.round.run()
    watch.desk.proxy.heal()
    watch.line.try_now()
    state = watch.until_kind("orange")
    assert state.text.startswith("ต้องตรวจ 1 รายการ")
    assert state.action == "เปิดดู"
    office = watch.truth._opened.office
    kanda = watch.desk.person("kanda")
    (item,) = office.tray_queries.tray(kanda).open
    office.tray(kanda).close(item.id, "กองช่างรับแล้ว")
    watch.prove_green()
    assert office.tray_queries.count(kanda) == 0


def test_what_is_said_changes_with_the_language(watch: Watch, language: Language) -> None:
    watch.prove_green()
    watch.desk.proxy.set(Fault(refuse=True))
    register(watch.desk, "ระหว่างสายเสีย")
    assert watch.until_kind("yellow").as_of.endswith("(ออฟไลน์)")
    language.speak("en")
    state = watch.said[-1]
    assert state.as_of.startswith("Data as of")
    assert not re.search("[\u0e00-\u0e7f]", f"{state.text} {state.as_of}")


def test_a_desk_that_was_revoked_names_one_thing_to_do_and_a_number_to_call(watch: Watch) -> None:
    watch.prove_green()
    with watch.town.engine.begin() as connection:
        device = watch.desk.desk.identity.device_id
        connection.exec_driver_sql("UPDATE device SET state = 'revoked' WHERE device_id = %s", (device,))
    register(watch.desk, "หลังถูกยกเลิก")
    state = watch.until_kind("red")
    assert state.text.endswith("รอส่ง 1 รายการ อยู่ครบในเครื่อง · โทร 0 5300 0000")
    assert state.action == "ดูวิธีแก้"
