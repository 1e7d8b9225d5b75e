"""Signing in with and without the centre, on a real store."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, staff_id


class Centre:
    """The centre's answer to a sign-in: a password that it knows, or silence."""

    def __init__(self) -> None:
        self.password = "ลับมาก-2569"
        self.reachable = True

    def ask(self, login: str, password: str) -> Id:
        if not self.reachable:
            raise OfficeError("post.no_line")
        if password != self.password:
            raise OfficeError("accounts.wrong_password")
        return staff_id(login)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 11, 2, 0, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def centre() -> Centre:
    return Centre()


@pytest.fixture
def office(desk: Desk, centre: Centre) -> Office:
    return Office(desk, centre.ask)


def test_the_centre_lets_in_and_the_desk_remembers_without_the_line(office: Office, centre: Centre) -> None:
    assert office.accounts.sign_in("Kanda ", centre.password).person.login == "kanda"
    centre.reachable = False
    session = office.accounts.sign_in("kanda", centre.password)
    assert (session.counter, session.person.unit.code) == ("C1", "CLK")
    with pytest.raises(OfficeError, match="accounts.wrong_password"):
        office.accounts.sign_in("kanda", "guess")


def test_the_first_time_needs_the_line(office: Office, centre: Centre) -> None:
    centre.reachable = False
    with pytest.raises(OfficeError, match="accounts.first_time_needs_line"):
        office.accounts.sign_in("kanda", centre.password)


def test_seven_days_without_the_line_are_enough(office: Office, centre: Centre, clock: ManualClock) -> None:
    office.accounts.sign_in("kanda", centre.password)
    centre.reachable = False
    clock.advance(timedelta(days=7))
    office.accounts.sign_in("kanda", centre.password)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(OfficeError, match="accounts.too_long_offline"):
        office.accounts.sign_in("kanda", centre.password)


def test_a_clock_set_back_does_not_open_the_desk(office: Office, centre: Centre, clock: ManualClock) -> None:
    office.accounts.sign_in("kanda", centre.password)
    centre.reachable = False
    clock.advance(timedelta(hours=-1))
    with pytest.raises(OfficeError, match="accounts.too_long_offline"):
        office.accounts.sign_in("kanda", centre.password)


def test_a_password_refused_by_the_centre_is_forgotten_here(office: Office, centre: Centre) -> None:
    old = centre.password
    office.accounts.sign_in("kanda", old)
    centre.password = "ใหม่กว่า-2569"
    with pytest.raises(OfficeError, match="accounts.wrong_password"):
        office.accounts.sign_in("kanda", old)
    centre.reachable = False
    with pytest.raises(OfficeError, match="accounts.first_time_needs_line"):
        office.accounts.sign_in("kanda", old)


def test_nobody_learns_whether_a_login_exists(office: Office, centre: Centre) -> None:
    with pytest.raises(OfficeError, match="accounts.wrong_password"):
        office.accounts.sign_in("nobody", "x")
