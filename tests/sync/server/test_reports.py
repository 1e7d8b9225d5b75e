"""What desks say of themselves: kept, told to those who supervise and to nobody else, and never in the way of work."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from desktop.office.clock import utc_text
from desktop.office.desk_report import DeskReport
from sync.wire.messages import Desks, Stats, SyncRequest, SyncResponse
from tests.sync.server.town import CLOCK, REGISTRY, MiniDesk, Refused, Town, said


def reports(town: Town) -> dict[bytes, DeskReport]:
    return {one.device_id: one for one in town.admin.reports(town.office_id)}


def says(desk: MiniDesk, **stats: Any) -> None:
    """A round in which the desk says this of itself."""
    request: SyncRequest = msgspec.structs.replace(desk.request(), stats=Stats(**stats))
    desk.take_in(desk.post("/v1/sync", request, SyncResponse))


def asked(desk: MiniDesk) -> Desks:
    return said(desk.send("GET", "/v1/desks"), Desks)


def test_a_desk_that_was_never_heard_is_there_too(town: Town) -> None:
    desk = town.desk()
    assert reports(town)[desk.id].heard_at is None


def test_what_a_desk_says_is_kept_with_the_centres_time(town: Town) -> None:
    desk = town.desk()
    ahead = utc_text(CLOCK.now() + timedelta(minutes=20))
    oldest = utc_text(CLOCK.now() - timedelta(hours=2))
    says(desk, outbox=7, oldest=oldest, disk_free=1 << 30, clock=ahead, blobs=2, attention=1, version="0.1.0")
    found = reports(town)[desk.id]
    assert (found.outbox, found.blobs, found.attention, found.disk_free) == (7, 2, 1, 1 << 30)
    assert found.version == "0.1.0"
    assert found.heard_at is not None
    assert found.oldest is not None
    assert timedelta(minutes=19) < found.clock_off < timedelta(minutes=21)
    says(desk, outbox=0)
    assert reports(town)[desk.id].unsent == 0


def test_what_says_nothing_new_is_not_written_again(town: Town) -> None:
    desk = town.desk()
    says(desk, outbox=1)
    first = reports(town)[desk.id].heard_at
    says(desk, outbox=1)
    assert reports(town)[desk.id].heard_at == first
    says(desk, outbox=2)
    assert reports(town)[desk.id].heard_at != first


@pytest.mark.parametrize(
    "stats",
    [
        {"outbox": 1 << 62, "blobs": -5, "disk_free": 1 << 62},
        {"oldest": "yesterday", "clock": "soon"},
        {"clock": "9999-12-31T23:59:59.999999Z", "version": "9" * 5000},
        {"clock": "0001-01-01T00:00:00.000000Z", "version": "\0"},
    ],
)
def test_nonsense_is_bounded_and_stops_no_work(town: Town, stats: dict[str, Any]) -> None:
    desk = town.registry()
    desk.register()
    says(desk, **stats)
    assert desk.results[1].status == "applied"
    assert reports(town)[desk.id].heard_at is not None


def test_those_who_supervise_see_every_desk_of_their_office(town: Town) -> None:
    registry, chief, counter = town.desk(REGISTRY), town.desk("executive/normal"), town.desk("finance/normal")
    says(counter, outbox=4)
    for desk in (registry, chief):
        told = {one.device_id: one for one in asked(desk).desks}
        assert set(told) == {registry.id, chief.id, counter.id}
        assert (told[counter.id].outbox, told[counter.id].active) == (4, True)
    elsewhere = Town(town.server).desk(REGISTRY)
    assert {one.device_id for one in asked(elsewhere).desks} == {elsewhere.id}


@pytest.mark.parametrize("audience", ["unit:ENG/normal", "finance/normal"])
def test_nobody_else_does(town: Town, audience: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(town.desk(audience))
    assert (refused.value.status, refused.value.problem.code) == (403, "not_supervisor")


def test_a_probe_asks_for_a_token_and_has_its_bound(town: Town) -> None:
    desk = town.desk()
    assert len(desk.send("GET", "/v1/probe?bytes=5000").content) == 5000
    assert desk.send("GET", f"/v1/probe?bytes={(1 << 20) + 1}").status_code == 413
    desk.token = ""
    assert desk.send("GET", "/v1/probe?bytes=1").status_code == 401
