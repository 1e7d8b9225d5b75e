"""What happened while somebody was away: every change once, in reading order, and nothing twice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.briefing.model import Briefing, Line, Part
from desktop.briefing.rules import numbers_used
from desktop.letters.model import Registered, Registration, Urgency
from desktop.office.clock import ManualClock, utc_text
from desktop.store import news
from desktop.store.unit_of_work import UnitOfWork
from tests.helpers.desk import OFFICE_ID, make_desk, make_office, person, unit_id

WEDNESDAY = datetime(2026, 1, 14, 3, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(WEDNESDAY)


@pytest.fixture
def office(tmp_path: Path, clock: ManualClock) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    office = make_office(desk)
    for login in ("kanda", "wichai", "somchai"):
        office.briefing(person(office, login)).begin()
    yield office
    desk.close()


def _register(office: Office, urgency: Urgency = Urgency.NORMAL) -> Registered:
    return office.letters(person(office)).register(Registration("สถ.", "นายก", "เรื่อง", urgency=urgency))


def _briefing(office: Office, login: str) -> Briefing:
    return office.briefing_queries.briefing(person(office, login))


def _told(office: Office, login: str) -> list[tuple[Part, str, str]]:
    return [(line.part, line.kind, line.text) for line in _briefing(office, login).lines]


def _read(office: Office, login: str) -> None:
    office.briefing(person(office, login)).read(_briefing(office, login).upto)


def test_what_came_for_me_and_what_others_did_is_told_once(office: Office) -> None:
    letter = _register(office)
    kanda, wichai = office.letters(person(office)), office.letters(person(office, "wichai"))
    (route,) = kanda.route(letter.id, [unit_id("ENG")])
    kanda.endorse(letter.id, "เพื่อดำเนินการ")
    assert _told(office, "wichai") == [
        (Part.ARRIVED, "arrived", ""), (Part.DONE, "endorsed", "เพื่อดำเนินการ"),
    ]  # fmt: skip
    assert _told(office, "kanda") == [], "nobody is told what they did themselves"
    _read(office, "wichai")
    assert _told(office, "wichai") == []
    wichai.receive(route)
    wichai.endorse(letter.id, "รับดำเนินการ")
    assert _told(office, "kanda") == [
        (Part.DONE, "route_received", "กองช่าง"), (Part.DONE, "endorsed", "รับดำเนินการ"),
    ]  # fmt: skip
    _read(office, "kanda")
    assert _told(office, "kanda") == []


def test_who_begins_at_a_desk_is_told_of_what_comes_from_then_on(office: Office) -> None:
    letter = _register(office)
    office.letters(person(office)).route(letter.id, [unit_id("FIN")])
    assert _briefing(office, "piyada").lines == ()
    office.briefing(person(office, "piyada")).begin()
    assert _briefing(office, "piyada").lines == ()
    again = _register(office)
    office.letters(person(office)).route(again.id, [unit_id("FIN")])
    assert [line.matter.number for line in _briefing(office, "piyada").lines if line.matter] == [again.number]


def test_what_is_not_mine_is_not_told(office: Office) -> None:
    letter = _register(office)
    office.letters(person(office)).route(letter.id, [unit_id("FIN")])
    office.letters(person(office)).endorse(letter.id, "เพื่อทราบ")
    assert _told(office, "wichai") == []


def test_a_closure_moves_deadlines_and_says_which_day_did_it(office: Office) -> None:
    letter = _register(office, Urgency.URGENT)
    _register(office, Urgency.NORMAL)
    flood = (OFFICE_ID, b"\x07" * 16, "2026-01-15", "น้ำท่วม", "Flood", "closure")
    office.desk.settle("INSERT INTO holiday VALUES (?, ?, 1, ?, ?, ?, ?, NULL, NULL)", flood)
    office.desk.write(lambda unit: news.note(unit.connection, [("holiday", b"\x07" * 16)]))
    (moved,) = _briefing(office, "kanda").lines
    assert moved.matter is not None
    assert (moved.part, moved.who, moved.matter.id) == (Part.MOVED, "น้ำท่วม", letter.id)
    assert (moved.before, moved.after) == (date(2026, 1, 19), date(2026, 1, 20))
    office.desk.settle("UPDATE holiday SET withdrawn_at = '2026-01-14T04:00:00Z', ver = 2", ())
    office.desk.write(lambda unit: news.note(unit.connection, [("holiday", b"\x07" * 16)]))
    (back,) = _briefing(office, "kanda").lines
    assert (back.before, back.after) == (date(2026, 1, 20), date(2026, 1, 19))


def test_the_registry_is_told_which_numbers_others_used(office: Office) -> None:
    letter = _register(office)
    assert _told(office, "somchai") == [(Part.NUMBERS, "numbers", f"0{letter.number} (1)")]
    _register(office)
    assert _told(office, "somchai") == [(Part.NUMBERS, "numbers", "04824–04825 (2)")]
    assert _told(office, "kanda") == []
    spans = [(1, "central", 2569, 1), (2, "central", 2569, 2), (9, "central", 2569, 4), (3, "order", 2569, 1)]
    assert [(line.who, line.text, line.key) for line in numbers_used(spans)] == [
        ("central", "00001–00002, 00004 (3)", (9, 0)), ("order", "00001 (1)", (3, 0)),
    ]  # fmt: skip


def test_cancelling_amending_and_missing_papers_are_told_to_whom_they_concern(
    office: Office, clock: ManualClock
) -> None:
    letter = _register(office)
    office.letters(person(office)).route(letter.id, [unit_id("ENG")])
    _read(office, "wichai")
    act = office.letters(person(office))
    act.amend_fields(letter.id, {"due_date": (None, "2026-01-30"), "subject": ("เรื่อง", "เรื่องใหม่")})
    office.custody(person(office)).hand_over([letter.id], office.account_queries.units()[3])
    office.keeping(person(office)).cancel(letter.id, "ซ้ำ")
    told = {(line.part, line.kind) for line in _briefing(office, "wichai").lines}
    assert told >= {(Part.MOVED, "amended.due_date"), (Part.DONE, "amended.subject"), (Part.DONE, "cancelled")}
    moved = next(line for line in _briefing(office, "wichai").lines if line.part is Part.MOVED)
    assert (moved.before, moved.after) == (None, date(2026, 1, 30))


def test_lines_stand_in_reading_order_with_keys_of_their_own(office: Office, clock: ManualClock) -> None:
    for place in range(5):
        letter = _register(office, Urgency.URGENT)
        office.letters(person(office)).route(letter.id, [unit_id("ENG")])
        office.letters(person(office)).endorse(letter.id, f"ครั้งที่ {place}")
        clock.advance(timedelta(minutes=1))
    lines = _briefing(office, "wichai").lines
    order = list(Part)
    assert [order.index(line.part) for line in lines] == sorted(order.index(line.part) for line in lines)
    assert len({line.key for line in lines}) == len(lines) == 10
    assert all(_later(one, other) for one, other in pairwise(lines))


def _later(one: Line, other: Line) -> bool:
    return one.part is not other.part or one.key < other.key


def test_what_others_settled_for_me_is_told(office: Office, clock: ManualClock) -> None:
    letter = _register(office)
    mseq = office.letters(person(office)).amend_fields(letter.id, {"subject": ("เรื่อง", "เรื่องใหม่")})
    clock.advance(timedelta(minutes=1))
    told = partial(_tell, mseq=mseq)
    office.desk.write(told)
    assert [line.kind for line in _briefing(office, "kanda").lines] == []
    by_mayor = (utc_text(clock.now()), person(office, "somchai").id)
    office.desk.settle("UPDATE attention SET resolved_at = ?, resolved_by = ?", by_mayor)
    (settled,) = _briefing(office, "kanda").lines
    assert (settled.part, settled.text, settled.who) == (Part.SETTLED, "letters.amended_twice", "นายสมชาย ตัวอย่างดี")
    clock.advance(timedelta(minutes=1))
    _read(office, "kanda")
    assert _briefing(office, "kanda").lines == ()


def _tell(unit: UnitOfWork, *, mseq: int) -> None:
    unit.tell_attention("letters.amended_twice", {"fields": ["subject"]}, mseq)


def test_what_is_old_is_forgotten_and_what_is_new_is_not(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "KEPT", 2)
    for _ in range(4):
        _register(office)
    office.briefing(person(office)).read(4)
    assert office.desk.reader.rows("SELECT place FROM news ORDER BY place") == [(3,), (4,)]
