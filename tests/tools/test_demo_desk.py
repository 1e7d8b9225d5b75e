"""The demo's first desk: a newcomer finds a counter in the middle of its day, and the centre has all of it."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cases.queries import Sought as SoughtCases
from desktop.cashier.bill_model import BillState
from desktop.certificates.model import State
from desktop.certificates.queries import Sought
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.opening import open_desk
from desktop.queue.model import State as TicketState
from desktop.store.keys import DeskKeys
from tools.demo_centre import REGISTRY_DESK, DemoCentre
from tools.demo_desk import furnish
from tools.demo_story import Calendar, StoryClock, Told

TODAY, IN_JANUARY = "", "2027-01-04T01:00"


@pytest.fixture
def office(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """Furnished now, or at the moment that a test asks for."""
    now = datetime.now(UTC)
    asked = getattr(request, "param", TODAY)
    clock = StoryClock(datetime.fromisoformat(asked).replace(tzinfo=UTC) - now if asked else timedelta())
    demo = DemoCentre(database, tmp_path / "blobs", clock)
    with closing(demo), closing(open_desk(tmp_path / "desk", DeskKeys(os.urandom(32)), clock)) as desk:
        demo.fill()
        furnish(desk, clock, demo, REGISTRY_DESK)
        yield Office(desk, _nobody)


@pytest.mark.parametrize("office", [TODAY, IN_JANUARY], indirect=True)
def test_a_counter_is_in_the_middle_of_its_day(office: Office) -> None:
    """On any day: the three weeks before may lie in another year."""
    today = local_date(office.clock.now())
    _money_is_lively(office)
    states = Counter(line.standing.state for line in office.certificates.queries.lines(Sought(), today))
    assert states == {State.IN_FORCE: 4, State.UNPAID: 1, State.REVOKED: 1}
    assert len(office.certificates.queries.due(today)) == 3
    cases = office.cases.queries.lines(SoughtCases())
    assert len({line.state for line in cases}) > 4
    assert office.desk.reader.one("SELECT count(*) FROM case_file") == (5,)
    assert office.desk.reader.rows("SELECT state FROM outbox WHERE state <> 'applied'") == []
    assert office.tray_queries.count(office.account_queries.person("kanda")) == 0
    _people_wait(office)


def _money_is_lively(office: Office) -> None:
    """Some months are paid, some are owed, one transfer is waited for; one drawer is open, one handed in."""
    bills = [office.bills.queries.bill(id_) for (id_,) in office.desk.reader.rows("SELECT id FROM bill")]
    assert {one.state for one in bills if one} == {BillState.OPEN, BillState.WAITING, BillState.PAID}
    shift = office.shifts.now()
    assert shift is not None
    standing = office.shifts.standing(shift.id)
    assert sum(bool(one.void_reason) for one in standing.receipts) == 1
    before = timedelta(days=Calendar(office.clock.now()).yesterday)
    slips = office.shifts.day(office.shifts.today - before).slips
    assert any(slip.shift.received and slip.shift.received.satang == slip.cash_satang for slip in slips)


def _people_wait(office: Office) -> None:
    office.queue.begin()
    tickets = office.queue.day(local_date(office.clock.now()).isoformat())
    office.queue.end()
    assert Counter(one.state for one in tickets) == {TicketState.WAITING: 6, TicketState.CALLED: 1}


@pytest.mark.parametrize("now", ["2026-10-01T01:00", "2026-10-02T03:00", "2026-11-22T17:30", "2027-01-03T09:00"])
def test_no_deed_is_told_in_an_earlier_fiscal_year_or_ahead_of_now(now: str) -> None:
    calendar = Calendar(datetime.fromisoformat(now).replace(tzinfo=UTC))
    told = [Told(ago, at, lambda office: None) for ago in (0, 1, 5, 40) for at in ("00:10", "12:00", "23:50")]
    moments = [calendar.moment(one) for one in told]
    assert {fiscal_year_be(local_date(moment)) for moment in moments} == {fiscal_year_be(calendar.today)}
    assert moments[:3] == sorted(moments[:3])
    assert all(calendar.now - timedelta(hours=3) <= moment <= calendar.now for moment in moments[:3])


def _nobody(login: str, password: str) -> Id:
    raise OfficeError("post.no_line")
