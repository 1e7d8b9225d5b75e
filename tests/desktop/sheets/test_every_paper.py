"""Every kind of paper before a real CUPS and a printer that jams, lies and dies: the journal says what lies there."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_count
from desktop.sheets.model import Answer, Doubt, Filed, Outcome, Role, Run
from desktop.sheets.rules import UNMARKED, page_of
from desktop.sheets.sending import Sending
from tests.desktop.certificates.conftest import FOOD
from tests.desktop.paper.papers import a_paper
from tests.helpers.cups import Cups
from tests.helpers.desk import MORNING, make_desk, make_office
from tests.helpers.every_paper import PAPERS, Rooms
from tests.helpers.ipp_printer import Habit, IppPrinter, ipp_printer
from tests.helpers.printed import alike, until
from tests.helpers.rasters import grey

QUEUE = "papers"
LETTERS = ("letters.outgoing/central", "letters.order")
_CAME_OUT = frozenset({Outcome.OUT, Outcome.SPOILED, Outcome.EXTRA})


class Booth:
    """A paper on its way to a printer of the network, through a real spooler."""

    def __init__(self, rooms: Rooms, cups: Cups, printer: IppPrinter, paper: Filed) -> None:
        self.clock, self.printer, self.paper = rooms.clock, printer, paper
        self.sending: Sending = rooms.office.sheets.sending(rooms.who(), lambda: cups.printer)
        cups.add_printer(QUEUE, printer.uri)

    def send(self) -> Run:
        return self.sending.send_file(self.paper, QUEUE)

    def runs(self) -> list[Run]:
        """Of this paper, in their order."""
        lines = self.sending.queries.named(self.paper.label)
        return list({line.run.id: line.run for line in reversed(lines)}.values())

    def settled(self) -> bool:
        return all(not self.sending.look(run).unknown for run in self.sending.queries.open_runs())

    def question(self) -> Run:
        until(lambda: self.sending.question() is not None)
        found = self.sending.question()
        assert found is not None
        with pytest.raises(OfficeError) as held:
            self.send()
        assert held.value.code == "sheets.asked", "nothing else is printed while nobody knows"
        return found

    def answer(self, at: int) -> None:
        """Of the sheets in question those before this one are whole, this one is torn, none of the others is there."""
        (run,) = self.sending.queries.open_runs()
        if self.paper.role is Role.PILE:
            self.sending.answer(run, run.unknown[0], Answer.PARTLY, at - 1)
            return
        for place, sheet in enumerate(run.sheets[:at], start=1):
            run, _ = self.sending.answer(run, sheet, Answer.OUT if place < at else Answer.PARTLY)
        if run.unknown:
            self.sending.answer(run, run.unknown[0], Answer.NOT_OUT)


def jams(booth: Booth, at: int, then: Habit) -> None:
    booth.printer.habit, booth.printer.at = Habit.JAMS, at
    booth.send()
    assert booth.question().doubt is Doubt.HELD_UP
    booth.printer.habit = then
    booth.answer(at)
    booth.printer.clear_jam()


def lies(booth: Booth, at: int, then: Habit) -> None:
    """What was to come after the jam is said to be there."""
    until(booth.settled)
    assert booth.sending.question() is None, "nobody but a person can know"
    booth.sending.ask_again(booth.runs()[-1])
    found = booth.question()
    assert found.doubt is Doubt.PERSON
    booth.printer.habit, booth.printer.at = then, at
    booth.sending.answer(found, found.unknown[0], Answer.NOT_OUT)


def dies(booth: Booth, at: int, lay_before: int) -> None:
    until(lambda: len(booth.printer.tray) == lay_before + at)
    booth.clock.advance(timedelta(minutes=5))
    assert booth.question().doubt is Doubt.HELD_UP
    booth.answer(at)
    booth.printer.switch_on()
    until(booth.settled)


def lies_in_the_tray_as_the_journal_says(booth: Booth) -> None:
    """Each sheet that the journal says came out lies there with its mark. Of a pile nobody keeps the torn sheets."""
    left, pile = list(booth.printer.tray), booth.paper.role is Role.PILE
    for run in booth.runs():
        pdf = booth.sending.pdf(run)
        for sheet in run.sheets:
            if sheet.outcome not in _CAME_OUT:
                continue
            whole, first = sheet.outcome is not Outcome.SPOILED, page_of(run, sheet)
            for page in range(first, first + sheet.wanted.sheets):
                meant = grey(pdf, page)
                found = next((one for one in left if one.whole is whole and alike(one.picture, meant, whole)), None)
                assert found is not None, (run.job.label, sheet)
                left.remove(found)
    assert len(left) == (2 if pile else 0)
    assert not any(one.whole for one in left)


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    clock = ManualClock(MORNING)
    desk = make_desk(
        tmp_path / "desk", clock=clock, next_case=17, bills_left=50, certificates=(FOOD,), registers=LETTERS
    )
    yield Rooms(make_office(desk), clock)
    desk.close()


@pytest.mark.long
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_is_torn_lied_about_and_lost_lies_there_in_the_end(name: str, rooms: Rooms, cups: Cups) -> None:
    with ipp_printer() as printer:
        booth = Booth(rooms, cups, printer, PAPERS[name](rooms))
        count = page_count(booth.paper.pdf)
        at = 1 + count // 2
        left = count - at + 1
        jams(booth, at, then=Habit.LIES)
        lies(booth, min(2, left), then=Habit.DIES)
        dies(booth, min(2, left), lay_before=at)
        lies_in_the_tray_as_the_journal_says(booth)
        assert sum(not one.whole for one in printer.tray) == 2
    runs = booth.runs()
    assert not any(run.unknown for run in runs)
    whole = [sheet.wanted for run in runs for sheet in run.sheets if sheet.outcome is Outcome.OUT]
    out = [page for one in whole for page in range(one.page, one.page + one.sheets)]
    assert sorted(out) == list(range(1, count + 1)), "each sheet is in somebody's hand, and only once"
    unmarked = booth.paper.role is Role.PILE or booth.paper.kind in UNMARKED
    assert whole[-1].time == (0 if unmarked else 2), "two torn sheets were printed before it"


def test_a_stamp_that_came_to_nothing_is_not_sent_again_by_itself(rooms: Rooms, cups: Cups) -> None:
    """The letter that it belongs on was taken out of the tray; and it never marks another paper."""
    with ipp_printer() as printer:
        booth = Booth(rooms, cups, printer, Filed("stamp", "ตรารับ 04824/2569", a_paper(), document=b"L" * 16))
        printer.habit = Habit.LIES
        lied = booth.send()
        until(booth.settled)
        booth.sending.ask_again(lied)
        found = booth.question()
        told, following = booth.sending.answer(found, found.unknown[0], Answer.NOT_OUT)
        assert following is None
        assert [sheet.outcome for sheet in told.sheets] == [Outcome.NOT_OUT]
        with pytest.raises(OfficeError) as gone:
            booth.sending.pdf(told)
        assert gone.value.code == "sheets.no_picture", "nothing of it is kept"
        booth.send()
        until(lambda: len(printer.tray) == 1)
        until(booth.settled)
