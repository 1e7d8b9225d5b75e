"""Where a case stands is worked out of its events in any order, and what contradicts is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.kinds import shipped
from desktop.cases.model import OPENED, Deed, Event
from desktop.cases.rules import Actor, crossed, deed_problems, display_number, may, standing, steps_from, stopped

KIND = next(kind for kind in shipped() if kind.code == "complaint")
START = datetime(2026, 1, 14, 3, 20, tzinfo=UTC)
ENG, HLT, CLK = (code.rjust(16).encode() for code in ("ENG", "HLT", "CLK"))


def event(n: int, step: str, hours: float, from_state: str = "", **given: object) -> Event:
    known = KIND.step(step)
    to = known.to if known else ("new" if step == OPENED else None)
    state = KIND.state(to) if to else None
    made = Event(
        n.to_bytes(16), step, START + timedelta(hours=hours), b"a" * 16, "ปิยะดา", from_state, to,
        state.clock if state else None, known.effect if known else "own" if step == OPENED else None,
    )  # fmt: skip
    return replace(made, **given)  # type: ignore[arg-type]


OPENING = event(0, OPENED, 0, unit_id=ENG)


def test_the_last_word_counts_and_the_clock_stands_meanwhile() -> None:
    events = [
        OPENING,
        event(1, "accept", 1, "new"),
        event(2, "ask", 2, "accepted"),
        event(3, "resume", 26, "waiting_info"),
    ]
    found = standing(events)
    assert (found.state, found.clock, found.unit_id) == ("in_progress", "runs", ENG)
    assert [(one.since, one.until) for one in found.pauses] == [(events[2].at, events[3].at)]
    assert standing(events[:3]).pauses[0].until is None


def test_what_was_done_in_ignorance_of_an_end_moves_nothing_and_is_told() -> None:
    done = event(2, "done", 5, "accepted")
    asked = event(3, "ask", 6, "accepted")
    found = standing([OPENING, event(1, "accept", 1, "new"), done, asked])
    assert (found.state, found.ended_at) == ("done", done.at)
    assert found.set_aside == {asked.id}
    assert crossed([OPENING, event(1, "accept", 1, "new"), done, asked]) == {asked.id}


def test_who_knew_of_the_end_opens_it_again_and_the_time_between_does_not_count() -> None:
    events = [OPENING, event(1, "accept", 1, "new"), event(2, "done", 5, "accepted"), event(3, "reopen", 30, "done")]
    found = standing(events)
    assert (found.state, found.clock, found.ended_at) == ("in_progress", "runs", None)
    assert [(one.since, one.until) for one in stopped(found)] == [(events[2].at, events[3].at)]


def test_two_who_did_the_same_do_not_contradict_each_other() -> None:
    events = [OPENING, event(1, "accept", 1, "new"), event(2, "accept", 2, "new")]
    assert not crossed(events)
    assert standing(events).state == "accepted"


def test_a_paper_that_came_after_the_end_is_there_all_the_same() -> None:
    late = event(9, "note", 9, "accepted", effect="item", item="map")
    assert "map" in standing([OPENING, event(1, "done", 2, "new"), late]).items


STEPS = st.lists(
    st.tuples(
        st.sampled_from([step.code for step in KIND.steps]),
        st.floats(0.1, 99),
        st.sampled_from(["new", "done", "accepted"]),
    ),
    max_size=8,
)


@given(STEPS, st.randoms())
def test_the_order_in_which_events_become_known_does_not_matter(
    steps: list[tuple[str, float, str]], random: object
) -> None:
    events = [OPENING, *(event(n, step, hours, state, unit_id=HLT) for n, (step, hours, state) in enumerate(steps, 1))]
    mixed = sorted(events, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert standing(events) == standing(mixed)
    assert standing(events).set_aside <= crossed(events)


@given(STEPS)
def test_the_clock_never_stands_twice_at_once(steps: list[tuple[str, float, str]]) -> None:
    found = standing([OPENING, *(event(n, step, hours, state) for n, (step, hours, state) in enumerate(steps, 1))])
    for before, after in zip(found.pauses, found.pauses[1:], strict=False):
        assert before.until is not None
        assert before.until <= after.since
    assert (found.clock == "runs") == all(one.until is not None for one in found.pauses)


def test_who_may_do_what_goes_by_unit_and_role() -> None:
    accept, done = KIND.step("accept"), KIND.step("done")
    assert accept is not None
    assert done is not None
    clerk, engineer, mayor = Actor(CLK, "clerk"), Actor(ENG, "officer"), Actor(HLT, "executive")
    assert may(accept, clerk, {ENG}, CLK)
    assert not may(done, clerk, {ENG}, CLK)
    assert may(done, engineer, {ENG}, CLK)
    assert may(done, mayor, {ENG}, CLK)
    assert not may(done, Actor(HLT, "officer"), {ENG}, CLK)


def test_what_can_be_done_now_follows_state_and_parts() -> None:
    events = [OPENING, event(1, "accept", 1, "new"), event(2, "split", 2, "accepted", unit_id=HLT)]
    found = standing(events)
    health = {step.code for step in steps_from(KIND, found, Actor(HLT, "officer"), CLK)}
    assert "part_done" in health
    assert "reopen" not in health
    assert "part_done" not in {step.code for step in steps_from(KIND, found, Actor(ENG, "officer"), CLK)}
    done = KIND.step("done")
    assert done is not None
    assert deed_problems(KIND, done, Deed("done", "ซ่อมแล้ว"), found) == {"step": "cases.parts_open"}
    after = standing([*events, event(3, "part_done", 3, "accepted", unit_id=HLT)])
    assert deed_problems(KIND, done, Deed("done", "ซ่อมแล้ว"), after) == {}
    assert deed_problems(KIND, done, Deed("done"), after) == {"text": "cases.missing"}


def test_an_agency_is_named_when_it_is_not_ours() -> None:
    reject, found = KIND.step("reject"), standing([OPENING])
    assert reject is not None
    assert deed_problems(KIND, reject, Deed("reject", "ไม่ใช่ถนนของเทศบาล"), found) == {"agency": "cases.missing"}
    rate = KIND.step("rate")
    assert rate is not None
    wrong = deed_problems(KIND, rate, Deed("rate", score=6), standing([OPENING, event(1, "done", 1, "new")]))
    assert wrong == {"score": "cases.score_wrong"}


def test_a_number_is_said_with_its_register_year_and_counter() -> None:
    assert display_number("cases.OSS/C2", 2569, 17) == "OSS-69-C2-00017"
    assert display_number("cases.ENG", 2570, 3) == "ENG-70-00003"
