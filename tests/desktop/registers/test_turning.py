"""Both years turn at a desk without a line: old books are closed, next year's are opened, no clock makes it lie."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.letters.model import Registered, Registration
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.series import INCOMING, RECEIPTS
from desktop.registers.turning import hear, turn_years
from desktop.tray.queries import TrayQueries
from tests.helpers.desk import make_desk, make_office, person
from ui.tray.words import settled

BEFORE_MIDNIGHT = datetime(2027, 9, 30, 16, 59, tzinfo=UTC)
"""30 September 2570, 23:59 in Bangkok."""
NEW_YEARS_EVE = datetime(2027, 12, 31, 16, 59, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LEASE = (
    "INSERT INTO lease VALUES (randomblob(16), ?, ?, ?, 1, ?, ?, ?, NULL, (SELECT device_id FROM device), NULL, NULL)"
)


class Booth:
    def __init__(self, folder: Path, now: datetime) -> None:
        self.clock = ManualClock(now)
        self.desk = make_desk(folder, clock=self.clock, next_receipt=451)
        self.office: Office = make_office(self.desk)
        self.desk.settle("DELETE FROM lease", ())

    def shelve(self, series: str, year: int, lo: int, hi: int, book: int = 0) -> None:
        self.desk.settle(LEASE, (series, year, book, lo, hi, lo))

    def issue(self) -> Receipt:
        cashier = self.office.cashier(person(self.office, "piyada"))
        return cashier.issue(Payment("นายทดสอบ", (Charge(fees()[0], 1),)))

    def register(self) -> Registered:
        return self.office.letters(person(self.office)).register(Registration("อำเภอ", "นายก", "เรื่อง"))

    def closings(self) -> list[dict[str, Any]]:
        bodies = self.desk.reader.rows("SELECT body FROM outbox WHERE type = 'numbers.close_book' ORDER BY mseq")
        return [msgspec.msgpack.decode(body) for (body,) in bodies]

    def fate(self, series: str, year: int, n: int) -> str:
        found = self.desk.reader.one(
            "SELECT status FROM number_event WHERE series = ? AND year_be = ? AND n = ?", (series, year, n)
        )
        return found[0] if found else ""


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path, BEFORE_MIDNIGHT)
    made.shelve(RECEIPTS, 2570, 451, 500, 10)
    made.shelve(RECEIPTS, 2570, 501, 550, 11)
    made.shelve(RECEIPTS, 2571, 1, 50, 1)
    yield made
    made.desk.close()


def test_the_fiscal_year_turns_offline_between_two_receipts(booth: Booth) -> None:
    last = booth.issue()
    booth.clock.advance(MINUTE)
    first = booth.issue()
    assert [(one.fiscal_year_be, one.number) for one in (last, first)] == [(2570, 451), (2571, 1)]
    assert [(one["lo"], one["hi"], one["reason"]) for one in booth.closings()] == [
        (452, 500, "year_end"),
        (501, 550, "year_end"),
    ]
    assert {booth.fate(RECEIPTS, 2570, n) for n in range(452, 551)} == {"cancelled"}
    assert booth.desk.reader.one("SELECT count(*) FROM lease WHERE closed_at IS NULL") == (1,)


def test_a_person_is_told_when_the_desk_turned_the_year_by_itself(booth: Booth) -> None:
    booth.issue()
    booth.clock.advance(MINUTE)
    booth.issue()
    assert booth.office.attention() == ("numbers.year_turned",)


def test_nobody_need_look_any_more_once_the_centre_is_in_the_new_year_too(booth: Booth) -> None:
    booth.issue()
    booth.clock.advance(MINUTE)
    booth.issue()
    hear(booth.desk, booth.clock.now() - 2 * MINUTE)
    assert booth.office.attention() == ("numbers.year_turned",)
    booth.clock.advance(timedelta(hours=1))
    hear(booth.desk, booth.clock.now())
    assert booth.office.attention() == ()
    (said,) = TrayQueries(booth.desk.reader).tray(person(booth.office)).settled
    assert said.settlement is not None
    assert settled(said.settlement, "th").startswith("ศูนย์ยืนยันปีแล้ว · 1 ต.ค. 2570")


def test_nobody_is_bothered_when_the_centre_had_told_of_the_new_year(booth: Booth) -> None:
    booth.clock.advance(MINUTE)
    hear(booth.desk, booth.clock.now())
    turn_years(booth.desk)
    assert len(booth.closings()) == 2
    assert booth.office.attention() == ()


def test_a_clock_set_back_neither_reopens_the_old_year_nor_turns_time_back(booth: Booth) -> None:
    booth.clock.advance(MINUTE)
    first = booth.issue()
    booth.clock.advance(-timedelta(days=2))
    second = booth.issue()
    assert (second.fiscal_year_be, second.number) == (2571, 2)
    assert second.issued_at >= first.issued_at


def test_a_clock_that_leapt_over_the_year_s_end_is_not_believed_until_somebody_confirms(booth: Booth) -> None:
    booth.issue()
    booth.clock.advance(timedelta(days=20))
    with pytest.raises(OfficeError, match=r"numbers\.year_doubtful"):
        booth.issue()
    turn_years(booth.desk)
    assert booth.closings() == []
    booth.clock.advance(-timedelta(days=20))
    assert booth.issue().number == 452
    booth.clock.advance(timedelta(days=20))
    hear(booth.desk, booth.clock.now())
    assert booth.issue().fiscal_year_be == 2571


def test_the_centre_s_word_sets_a_mark_right_that_ran_ahead(booth: Booth) -> None:
    booth.clock.advance(timedelta(days=5))
    ahead = booth.issue()
    assert ahead.fiscal_year_be == 2571
    booth.clock.advance(-timedelta(days=5))
    hear(booth.desk, booth.clock.now())
    booth.shelve(RECEIPTS, 2570, 551, 600, 12)
    back = booth.issue()
    assert (back.fiscal_year_be, back.number) == (2570, 551)
    assert {booth.fate(RECEIPTS, 2570, n) for n in range(451, 551)} == {"cancelled"}


def test_letters_turn_with_the_calendar_and_money_does_not(tmp_path: Path) -> None:
    booth = Booth(tmp_path, NEW_YEARS_EVE)
    booth.shelve(INCOMING, 2570, 5001, 5100)
    booth.shelve(INCOMING, 2571, 1, 100)
    booth.shelve(RECEIPTS, 2571, 1, 50, 1)
    old = booth.register()
    booth.issue()
    booth.clock.advance(MINUTE)
    new = booth.register()
    assert [(one.year_be, one.number) for one in (old, new)] == [(2570, 5001), (2571, 1)]
    assert [(one["series"], one["lo"]) for one in booth.closings()] == [(INCOMING, 5002)]
    assert booth.issue().number == 2
    booth.desk.close()


def test_a_warning_is_due_at_three_tenths(booth: Booth) -> None:
    booth.desk.settle("DELETE FROM lease WHERE lo = 501", ())
    for left in range(49, 14, -1):
        booth.issue()
        assert booth.office.receipt_book().is_low == (left <= 15)


def test_at_nothing_the_clerk_hears_of_the_paper_book(booth: Booth) -> None:
    booth.desk.settle("UPDATE lease SET next = hi + 1", ())
    with pytest.raises(OfficeError, match=r"numbers\.none_left") as caught:
        booth.issue()
    assert "เล่มมือ" in caught.value.describe("th")[1]
