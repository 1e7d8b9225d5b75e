"""A citizen's page joins what every room has of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.cashier.fees import catalogue
from desktop.cashier.found_receipts import FoundReceipts
from desktop.cashier.model import Charge, Payment
from desktop.counter.model import Matter, Subject, Topic
from desktop.counter.queries import CounterQueries, receipts_of
from desktop.people.model import Address, Tie
from tests.helpers.citizens import BUNMI, give_key, numbered
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.voiding import cancel


def test_a_page_has_houses_receipts_and_what_other_rooms_bring_open_ones_first(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    give_key(desk)
    office = make_office(desk)
    people, cashier = office.people(person(office)), office.cashier(person(office, "piyada"))
    citizen = people.record(replace(BUNMI, number=numbered(1)))
    people.tie(citizen, people.record_house(Address("91/1", "2")), Tie.PAYER)
    paid = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    cancel(office, cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),))).id, "พิมพ์ผิด")
    cashier.issue(Payment("นายบุญมี ใจคำดี", (Charge(catalogue()[0], 1),)))

    def cases(of: Subject, most: int) -> Iterable[Matter]:
        yield Matter(Topic.CASE, "case", b"c" * 16, date(2026, 1, 5), "ไฟสาธารณะดับ", is_open=citizen in of.person_ids)

    queries = CounterQueries(
        office.people_queries, office.bills.queries, (receipts_of(FoundReceipts(desk.reader)), cases)
    )
    page = queries.page(citizen)
    assert page is not None
    assert page.matters[0].title == "ไฟสาธารณะดับ"
    receipts = {matter.id: matter for matter in page.of(Topic.RECEIPT)}
    assert (receipts[paid.id].is_void, receipts[paid.id].amount_satang) == (False, paid.total_satang)
    assert (
        [matter.is_void for matter in receipts.values()].count(True),
        len(receipts),
        [tied.where for tied in page.houses],
    ) == (1, 2, ["91/1 หมู่ 2"])
    assert office.counter.queries.page(b"nobody" + bytes(10)) is None
    desk.close()
