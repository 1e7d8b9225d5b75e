"""Tokens renew themselves, people sign in, and a wrong clock is said to be one."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from sync.client.centre import Centre
from sync.client.line import Line
from sync.client.transport import Transport
from sync.client.watchword import Watch
from sync.server.running import Beside
from tests.helpers.proxy import Fault
from tests.helpers.town import PASSWORD, Town, identity


@pytest.fixture
def town(a_centre: Beside, tmp_path: Path) -> Iterator[Town]:
    """One whose people can sign in."""
    built = Town(a_centre, tmp_path, passwords=True)
    yield built
    built.close()


def moved(town: Town, step: timedelta) -> ManualClock:
    assert isinstance(town.clock, ManualClock)
    clock = ManualClock(town.clock.now())
    clock.advance(step)
    return clock


def test_a_token_is_kept_until_it_ends(town: Town) -> None:
    desk = town.desk()
    before = desk.proxy.requests
    desk.round.run()
    assert desk.proxy.requests == before + 1
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=16))
    desk.round.run()
    assert desk.proxy.requests == before + 3


def test_a_token_that_the_centre_does_not_take_is_renewed_once(town: Town) -> None:
    desk = town.desk()
    desk.centre._token = "bm90aGluZw=="
    desk.round.run()
    desk.centre._device_id = bytes(16)
    desk.centre._ends = None
    with pytest.raises(OfficeError, match=r"device_unknown"):
        desk.centre.wait(0)


@pytest.mark.parametrize("off", [timedelta(minutes=-40), timedelta(minutes=40)])
def test_a_wrong_clock_is_said_to_be_wrong(town: Town, off: timedelta) -> None:
    desk = town.desk()
    device = desk.desk.identity.device_id
    centre = Centre(desk.transport, device, desk.keys.device, moved(town, off), random.SystemRandom(), Watch(desk.desk))
    with pytest.raises(OfficeError) as told:
        centre.wait(0)
    assert told.value.code == "post.clock_wrong"
    assert told.value.subject == {"minutes": 40}


def test_signing_in(town: Town) -> None:
    desk = town.desk()
    assert desk.centre.sign_in(" Kanda ", PASSWORD) == identity("kanda")
    for login, password in (("kanda", "ผิด"), ("nobody", PASSWORD)):
        with pytest.raises(OfficeError, match=r"accounts\.wrong_password"):
            desk.centre.sign_in(login, password)


def test_too_many_tries_are_told_with_their_wait(town: Town) -> None:
    desk = town.desk()
    for _ in range(10):
        with pytest.raises(OfficeError, match=r"accounts\.wrong_password"):
            desk.centre.sign_in("piyada", "ผิด")
    with pytest.raises(OfficeError) as told:
        desk.centre.sign_in("piyada", "ผิด")
    assert told.value.code == "accounts.too_often"
    assert 0 < told.value.subject["seconds"] <= 60


@pytest.mark.parametrize("fault", [Fault(refuse=True), Fault(html=True)])
def test_without_the_centre_the_desk_must_decide_itself(town: Town, fault: Fault) -> None:
    desk = town.desk()
    line = Line(desk.desk, desk.proxy.url)
    assert line.ask_centre("kanda", PASSWORD) == identity("kanda")
    desk.proxy.set(fault)
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        line.ask_centre("kanda", PASSWORD)
    line.stop()


def test_an_altered_answer_is_not_believed(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Whichever byte at the end of an answer is flipped, the desk does not take it for news."""
    desk = town.desk()
    transport = Transport(desk.proxy.url, town.clock)
    centre = Centre(
        transport, desk.desk.identity.device_id, desk.keys.device, town.clock, random.SystemRandom(), Watch(desk.desk)
    )
    truth, told = centre.wait(0), set[str]()
    desk.proxy.cut()
    centre.wait(0)
    whole = desk.proxy.reply_bytes
    for place in range(whole - 7, whole):
        desk.proxy.set(Fault(flip=place))
        try:
            assert centre.wait(0) == truth, place
        except OfficeError as error:
            told.add(error.code)
    transport.close()
    assert "post.not_the_centre" in told
    assert told <= {"post.no_line", "post.not_the_centre"}
