"""What the counter lists and finds is reached by keys and indexes: nothing is gone through that grows with years."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.application import Office
from desktop.cases.queries import Sought
from desktop.cashier.bill_model import BillDraft, BillView
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.counter_store import fill
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.desk import MORNING, person

TODAY = local_date(MORNING)
SMALL = {
    "device", "d", "a", "shift_under_way", "shift_edge", "number_loan", "name_due", "name_words", "json_each",
    "CONSTANT", "desk", "trusted_time", "begun", "voider", "edge", "reach", "one", "up", "down", "(subquery-17)",
    "(subquery-18)",
}  # fmt: skip
"""What stays as small as it is, however many years go by: the desk itself, what is under way or flagged (`a`), what an
index answers, and what a statement has made of these."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("reach") / "desk"
    fill(folder, 600, 6)
    desk = open_desk(folder, DeskKeys(secret_of(folder)), ManualClock(MORNING))
    yield Office(desk, no_centre)
    desk.close()


@contextmanager
def all_reached(office: Office) -> Iterator[None]:
    reader, asked = office.desk.reader, dict[str, Sequence[Any] | Mapping[str, Any]]()
    answer = reader.rows

    def rows(sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        asked[sql] = values
        return answer(sql, values)

    reader.rows = rows  # type: ignore[method-assign]
    try:
        yield
    finally:
        reader.rows = answer  # type: ignore[method-assign]
    assert asked
    for sql, values in asked.items():
        steps = (str(row[3]) for row in answer(f"EXPLAIN QUERY PLAN {sql}", values))
        assert [step for step in steps if step.startswith("SCAN ") and step.split()[1] not in SMALL] == [], sql


def test_the_cash_desk_opens(office: Office) -> None:
    with all_reached(office):
        assert office.receipt_stock()
        office.shifts.now()


def test_the_slips_of_the_day(office: Office) -> None:
    with all_reached(office):
        assert office.shifts.day(TODAY).loose


@pytest.mark.parametrize("view", list(BillView))
def test_every_list_of_bills(office: Office, view: BillView) -> None:
    with all_reached(office):
        for words in ("", "ก้องภพ", "5", "ไม่มีใคร"):
            office.bills.queries.listing(view, words, TODAY)


@pytest.mark.parametrize("words", ["ก้องภพ", "0", "แม่เหียะ", "ไม่มีใคร", "12/3"])
def test_every_search(office: Office, words: str) -> None:
    with all_reached(office):
        office.counter.finding.search(words, TODAY)
        office.people_queries.search(words)


def test_the_page_of_a_citizen(office: Office) -> None:
    ((one,), *_) = office.desk.reader.rows("SELECT person_id FROM certificate LIMIT 1")
    with all_reached(office):
        page = office.counter.queries.page(one)
    assert page is not None
    assert page.matters


def test_open_cases(office: Office) -> None:
    with all_reached(office):
        assert office.cases.queries.lines(Sought()) == ()
        assert office.cases.queries.lines(Sought(words="ก้องภพ ไม่มี")) == ()


def test_a_list_of_bills_is_read_by_pages_in_one_order(office: Office) -> None:
    queries, view = office.bills.queries, BillView.ALL
    whole, sums = queries.listing(view, "", TODAY, 10_000)
    assert len(whole) == sums.count > 100
    for most in (1, 60, 120):
        some, same = queries.listing(view, "", TODAY, most)
        assert (some, same) == (whole[:most], sums)
    named = [bill for bill in whole if "ก้องภพ" in bill.payer_name]
    assert list(queries.listing(view, "ก้องภพ", TODAY, 10_000)[0]) == named


def test_sums_of_lists_are_those_of_their_bills(office: Office) -> None:
    draft, later = BillDraft("นายค้าง จ่าย", (Charge(catalogue()[0], 1),), TODAY), TODAY + timedelta(days=1)
    office.bills.billing(person(office, "piyada")).make(draft)
    for view in BillView:
        for words in ("", "นาย", "ค้าง"):
            bills, sums = office.bills.queries.listing(view, words, later, 10_000)
            assert (sums.count, sums.satang) == (len(bills), sum(bill.total_satang for bill in bills)), (view, words)
    assert office.bills.queries.listing(BillView.OVERDUE, "ค้าง", later)[1].count == 1
