"""What the counter lists and finds is reached by keys and indexes: nothing is gone through that grows with years."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.application import Office
from desktop.cases.queries import Sought
from desktop.cashier.bill_model import BillDraft, BillState, BillView
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.cashier.rules import display_number
from desktop.counter.model import Topic
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.opening import open_desk
from desktop.sheets.model import Sums
from desktop.store.keys import DeskKeys
from tests.bench.counter_store import fill
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.desk import MORNING, person

TODAY = local_date(MORNING)
SMALL = {
    "device", "d", "a", "shift_under_way", "shift_edge", "number_loan", "name_due", "name_words", "json_each",
    "CONSTANT", "desk", "trusted_time", "begun", "voider", "edge", "reach", "one", "up", "down", "n", "found",
}  # fmt: skip
"""What stays as small as it is, however many years go by: the desk itself, what is under way or flagged (`a`), what an
index answers, and what a statement has made of these (`n`, `found`: a list)."""


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
        assert [step for step in steps if _goes_through(step)] == [], sql


def _goes_through(step: str) -> bool:
    """What is made of others (`(subquery-7)`) is as long as the steps that make it, which are looked at themselves."""
    what = step.split()[1] if step.startswith("SCAN ") else "CONSTANT"
    return what not in SMALL and not what.startswith("(subquery-")


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


def test_the_sheets_of_a_week(office: Office) -> None:
    queries, (start, end) = office.sheets.queries, (MORNING - timedelta(days=7), MORNING + timedelta(days=1))
    with all_reached(office):
        for words, kind in (("", ""), ("", "receipt"), ("70/C1 000001", "")):
            queries.named(words, kind) if words else queries.between(start, end, kind, 20)
            queries.sums(words, start, end, kind)
    assert len({line.run.id for line in queries.between(start, end, "", 20)}) == 20
    whole = [line.sheet for line in queries.between(start, end, "", 10_000)]
    assert queries.sums("", start, end) == Sums(len(whole), len(whole))
    assert queries.sums("", start, end, "bill") == Sums()
    assert queries.sums("70/C1 000001", start, end).runs == len(queries.named("70/C1 000001")) == 1


def test_a_page_has_the_newest_of_all_receipts_and_goes_on_to_the_last(office: Office) -> None:
    """Those in the citizen's name, and those for their bills that bear another."""
    queries = office.counter.queries
    receipts = office.cashier_queries.between(MORNING - timedelta(days=30), MORNING + timedelta(days=1))
    for (citizen,) in office.desk.reader.rows("SELECT id FROM person"):
        paid = {bill.receipt_id for bill in office.bills.queries.of(person_id=citizen)}
        page = queries.page(citizen, 1_000)
        assert page is not None
        theirs = [one for one in receipts if one.payer_name == page.name or one.id in paid]
        said = sorted(theirs, key=lambda one: (one.issued_at, one.id), reverse=True)
        assert [(one.id, one.number, one.amount_satang, one.is_void, one.title) for one in page.of(Topic.RECEIPT)] == [
            (one.id, display_number(one), one.total_satang, one.void is not None, one.lines[0].description)
            for one in said
        ]
        for most in (1, 7, len(page.matters) - 1, len(page.matters)):
            some = queries.page(citizen, most)
            assert some is not None
            assert (some.matters, some.is_more) == (page.matters[:most], most < len(page.matters))
            assert (some.owed, some.houses) == (page.owed, page.houses)


def test_what_is_owed_is_what_the_facts_of_the_bills_say(office: Office) -> None:
    owed = (BillState.OPEN, BillState.WAITING)
    found = 0
    for citizen, account in office.desk.reader.rows(
        "SELECT person_id, account_id FROM waste_term WHERE what = 'payer'"
    ):
        bills = [bill for bill in office.bills.queries.of(person_id=citizen) if bill.state in owed]
        bills.sort(key=lambda bill: (bill.due_on, bill.number))
        assert list(office.bills.queries.open_of((citizen,), ())) == bills
        months = [bill for bill in office.waste.months.of_account(account) if bill.state in owed]
        assert list(office.waste.months.owed_of(account)) == months
        found += len(bills)
    assert found > 10


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
