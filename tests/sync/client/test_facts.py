"""L3: whatever a desk is stuck in stands in its strip within half a minute, by a clock that is moved by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.letters.endorsing_actions import EndorsingActions, Wish
from desktop.letters.model import MOMENT, Registration
from desktop.office.clock import ManualClock
from desktop.office.post_state import DISK_LOW, STUCK, UNSENT_TOO_LONG, PostState, judge
from sync.client.facts import LineFacts, Stillness, facts
from sync.client.post import LOOK_SECONDS
from tests.helpers.proxy import Fault
from tests.helpers.town import Page, Town, TownDesk

SOON = timedelta(seconds=30)


class Looked:
    """Judges one desk as its post does, at least every `LOOK_SECONDS` of a clock that is moved by hand."""

    def __init__(self, desk: TownDesk, clock: ManualClock) -> None:
        self.desk, self.clock = desk, clock
        self.line = LineFacts()
        self.still = Stillness()
        self.disk_free = 10 * DISK_LOW

    def round(self) -> None:
        self.line = self.line.after_round(self.desk.round.run(), self.clock.now())

    def state(self) -> PostState:
        known = facts(self.desk.desk.reader, self.line, self.clock.now(), self.still, self.disk_free)
        return judge(known)

    def until(self, kind: str, most: timedelta) -> PostState:
        """Moves the clock look by look; the state must be there when `most` is over."""
        assert timedelta(seconds=LOOK_SECONDS) <= SOON
        passed = timedelta(0)
        while self.state().kind != kind and passed < most:
            self.clock.advance(timedelta(seconds=LOOK_SECONDS))
            passed += timedelta(seconds=LOOK_SECONDS)
        assert self.state().kind == kind
        return self.state()


@pytest.fixture
def looked(town: Town) -> Looked:
    desk = town.desk()
    assert isinstance(town.clock, ManualClock)
    watched = Looked(desk, town.clock)
    watched.round()
    assert watched.state().kind == "green"
    return watched


def register(looked: Looked, *pages: Page) -> None:
    looked.desk.letters().register(Registration("อำเภอ", "นายก", "หนังสือ"), pages)


def test_what_may_still_be_undone_is_not_yet_sent(looked: Looked) -> None:
    """Green would say that the centre has it."""
    desk = looked.desk
    letter = desk.letters().register(Registration("อำเภอ", "นายก", "หนังสือ"), []).id
    EndorsingActions(desk.desk, desk.person("kanda")).hold([(letter, Wish("ทราบ"))])
    looked.round()
    assert (looked.state().kind, looked.state().acts_pending) == ("blue", 1)
    looked.clock.advance(MOMENT)
    looked.round()
    assert looked.state().kind == "green"


def test_a_line_that_takes_requests_and_moves_nothing_is_told_after_ten_minutes(looked: Looked) -> None:
    """A file that never arrives, though every round is good: no failure tells of it, only that nothing moves."""
    register(looked, Page(b"%PDF-1.7 scan"))
    looked.round()
    assert looked.state().kind == "blue"
    looked.line = replace(looked.line, last_news=looked.clock.now() + STUCK)
    state = looked.until("red", STUCK + SOON)
    assert state.trouble == "post.stuck"
    looked.desk.errand.run()
    looked.round()
    assert looked.state().kind == "green"


def test_movement_begins_the_ten_minutes_anew(looked: Looked) -> None:
    for _ in range(3):
        register(looked, Page(b"%PDF-1.7 scan"))
        looked.clock.advance(STUCK * 0.9)
        assert looked.state().trouble == ""


def broken(looked: Looked) -> None:
    looked.desk.proxy.set(Fault(refuse=True))
    register(looked)
    looked.line = looked.line.after_failure("post.no_line", looked.clock.now())


def clock_wrong(looked: Looked) -> None:
    looked.line = replace(looked.line, clock_off=timedelta(hours=2))


def disk_low(looked: Looked) -> None:
    looked.disk_free = DISK_LOW - 1


def question(looked: Looked) -> None:
    looked.desk.desk.write(lambda unit: unit.tell_attention("post.centre_changed", {}))


def copied(looked: Looked) -> None:
    looked.line = looked.line.after_failure("post.desk_copied", looked.clock.now())


@pytest.mark.parametrize(
    ("befalls", "kind", "trouble"),
    [
        (broken, "yellow", ""),
        (clock_wrong, "red", "post.clock_wrong"),
        (disk_low, "red", "store.disk_low"),
        (question, "orange", ""),
        (copied, "red", "post.desk_copied"),
    ],
)
def test_what_befalls_a_desk_is_told_at_the_next_look(
    looked: Looked, befalls: Callable[[Looked], None], kind: str, trouble: str
) -> None:
    befalls(looked)
    state = looked.until(kind, SOON)
    assert state.trouble == trouble


def test_what_waits_too_long_is_told_whatever_the_line(looked: Looked) -> None:
    broken(looked)
    state = looked.until("red", UNSENT_TOO_LONG + SOON)
    assert state.trouble == "post.unsent_too_long"
    assert state.acts_pending == 1
