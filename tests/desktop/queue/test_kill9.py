"""A keeper that is killed at any moment: what a citizen holds in hand was given once, and who was called is called."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.series import RECEIPTS, year_of
from desktop.queue.settings import Own
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.desktop.queue.conftest import CODE, acts, until
from tests.helpers.children import spawn
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.ports import free_port
from tests.helpers.proofs import know_each_other

_KEY = os.urandom(32).hex()


@contextmanager
def keeper(folder: Path, port: int, *dies: str) -> Iterator[object]:
    told = (str(folder), _KEY, str(port), CODE, *dies)
    process = spawn(folder.with_name("keeper.log"), "tests.desktop.queue.keeper_process", *told)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == str(port), folder.with_name("keeper.log").read_text()
        yield process
    finally:
        process.kill()  # SIGKILL: nothing of it is asked for
        process.communicate()


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Office]:
    office = make_office(make_desk(tmp_path / "counter", clock=SystemClock()))
    yield office
    office.queue.end()
    office.desk.close()


def test_what_was_shown_survives_a_keeper_that_is_killed(tmp_path: Path, counter: Office) -> None:
    port = free_port()
    with keeper(tmp_path / "keeper", port):
        counter.queue.settle(Own("guest", f"127.0.0.1:{port}", CODE, "2"))
        mine = acts(counter)
        given = [mine.take("A")[0] for _ in range(3)]
        called = mine.call_next("2")
    with pytest.raises(OfficeError, match="keeper_away"):
        mine.take("A")
    with keeper(tmp_path / "keeper", port):
        until(lambda: not counter.queue.news.trouble)
        standing = counter.queue.news.standing
        assert standing
        assert standing.at("2") == called
        assert [one.code for one in standing.waiting()] == [one.code for one in given[1:]]
        assert mine.take("A")[0].code == "A004"
        assert mine.call_next("2", called.id).code == "A002"


def test_a_lender_killed_before_it_answers_gives_the_same_numbers_afterwards(tmp_path: Path, counter: Office) -> None:
    port, folder = free_port(), tmp_path / "keeper"
    lender = make_desk(folder, clock=SystemClock(), keys=DeskKeys(bytes.fromhex(_KEY)))
    know_each_other(lender, counter.desk)
    _of_this_year(lender, 451)
    _of_this_year(counter.desk, 1, left=0)
    lender.close()
    who = person(counter, "piyada")
    with keeper(folder, port, "dies"):
        counter.queue.settle(Own("guest", f"127.0.0.1:{port}", CODE, "2"))
        with pytest.raises(OfficeError, match="keeper_away"):
            counter.queue.borrow(who, patience=60.0)
    assert counter.cashier_queries.book(counter.clock.now()).left == 0
    with keeper(folder, port):
        until(lambda: not counter.queue.news.trouble)
        loan = counter.queue.borrow(who, patience=60.0)
    assert (loan.lo, loan.hi) == (491, 500)
    again = Desk(folder, DeskKeys(bytes.fromhex(_KEY)), SystemClock(), catalogue)
    assert again.reader.rows("SELECT lo, hi FROM lease WHERE series = ?", (RECEIPTS,)) == [(451, 490)]
    assert len(again.reader.rows("SELECT 1 FROM outbox WHERE type = 'numbers.lend'")) == 1
    again.close()


def _of_this_year(desk: Desk, lo: int, left: int = 50) -> None:
    """Its book of receipts is of the year that the clock shows, with so many numbers left; keys are good for ever."""
    desk.settle("UPDATE desk_voucher SET last = '9999-12-31'", ())
    year = year_of(RECEIPTS, desk.clock.now())
    values = (year, lo, lo + 50 - left, lo + 49, RECEIPTS)
    desk.settle("UPDATE lease SET year_be = ?, lo = ?, next = ?, hi = ? WHERE series = ?", values)
