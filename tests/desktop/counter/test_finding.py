"""A page has what is owed by a citizen and in their houses; one search reaches everything that the counter serves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cases.model import Place, Reporter, Wanted
from desktop.cases.rules import display_number as case_number
from desktop.cases.tracking import payload
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.bill_rules import display_bill
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.cashier.rules import display_number, qr_payload
from desktop.counter.model import Topic
from desktop.office.ids import Id
from desktop.office.keyboard import as_thai
from desktop.people.model import Address, Entry, Tie
from tests.helpers.citizens import BUNMI, give_key, numbered
from tests.helpers.desk import OFFICE_ID, make_desk, make_office, person

TODAY = date(2026, 11, 11)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk", bills_left=20, next_case=17)
    give_key(desk)
    yield make_office(desk)
    desk.close()


def bill(
    office: Office, payer: str = "นายบุญมี ใจคำ", *, person_id: Id | None = None, house_id: Id | None = None
) -> Bill:
    draft = BillDraft(payer, (Charge(catalogue()[0], 3),), date(2026, 12, 11), None, person_id, house_id)
    return office.bills.billing(person(office, "piyada")).make(draft)


def test_a_page_has_the_citizens_own_bills_and_those_of_their_house(office: Office) -> None:
    people = office.people(person(office))
    citizen, neighbour = (people.record(replace(BUNMI, given=name)) for name in ("บุญมี", "คำแปง"))
    house = people.record_house(Address("91/1", "2"))
    people.tie(citizen, house, Tie.PAYER)
    people.tie(citizen, people.record_house(Address("5")), Tie.OWNER, "2026-01-01")
    own, of_house = bill(office, person_id=citizen), bill(office, house_id=house)
    theirs = bill(office, "นางคำแปง ใจคำ", person_id=neighbour, house_id=house)
    bill(office, house_id=people.record_house(Address("5")))
    page = office.counter.queries.page(citizen)
    assert page is not None
    assert {one.bill.id: (one.where, one.is_theirs) for one in page.owed} == {
        own.id: ("", True),
        of_house.id: ("91/1 หมู่ 2", True),
        theirs.id: ("91/1 หมู่ 2", False),
    }
    whole = office.counter.queries.page_of_house(house)
    assert whole is not None
    assert [one.is_theirs for one in whole.owed] == [True, True]
    assert ([tied.who for tied in whole.houses], page.house_id, whole.name) == (["นายบุญมี ใจคำ"], house, "91/1 หมู่ 2")


def test_what_was_paid_and_asked_stands_on_the_page(office: Office) -> None:
    clerk = person(office, "piyada")
    citizen = office.people(clerk).record(BUNMI)
    owed = bill(office, "นายอื่น ผู้จ่ายแทน", person_id=citizen)
    receipt = office.counter.taking(clerk).pay([owed.id], ("นายบุญมี ใจคำ", None))
    kind = next(one for one in office.cases.queries.kinds(TODAY) if one.code == "complaint")
    wanted = Wanted(kind, "ไฟดับ", "counter", "streetlight", Place("ซอย 3"), Reporter("นายบุญมี ใจคำ", person_id=citizen))
    case = office.cases.acts(clerk).open(wanted)
    page = office.counter.queries.page(citizen)
    assert page is not None
    assert [(one.topic, one.id, one.is_open) for one in page.matters] == [
        (Topic.CASE, case.id, True),
        (Topic.RECEIPT, receipt.id, False),
    ]
    assert page.owed == ()


def test_every_code_and_number_finds_its_thing(office: Office) -> None:
    clerk = person(office, "piyada")
    made = bill(office)
    receipt = office.counter.taking(clerk).pay([bill(office, "นางสาวมาลี สาธิต").id], ("", None))
    kind = next(one for one in office.cases.queries.kinds(TODAY) if one.code == "complaint")
    line = office.cases.acts(clerk).open(Wanted(kind, "ไฟดับ", "counter", "streetlight", Place("ซอย 3"))).line
    slip = payload(line, OFFICE_ID)
    codes = {
        made.id: (made.reference, display_bill(made)),
        receipt.id: (qr_payload(receipt, OFFICE_ID), display_number(receipt)),
        line.id: (slip, case_number(line.series, line.year_be, line.number)),
    }
    finding = office.counter.finding
    for wanted, typed in codes.items():
        for one in (*typed, *map(as_thai, typed)):
            thing = finding.exact(one)
            assert thing is not None, one
            assert (thing.id, [thing]) == (wanted, list(finding.search(one, TODAY)))
    assert finding.exact(slip[:-8] + "AAAAAAAA") is None
    assert finding.exact("70/C9 000451") is None


def test_words_find_one_of_everything(office: Office) -> None:
    clerk = person(office, "piyada")
    people = office.people(clerk)
    people.record(Entry(title="นาง", given="สมหมาย", family="ใจดี", number=numbered(2)))
    people.record_house(Address("77/7", "3", soi="สมหมาย"))
    office.counter.taking(clerk).pay([bill(office, "นางสมหมาย ใจดี").id], ("", None))
    office.counter.taking(clerk).pay([bill(office, "น.ส.อุไร ใจดี").id], ("", None))
    kind = next(one for one in office.cases.queries.kinds(TODAY) if one.code == "complaint")
    office.cases.acts(clerk).open(Wanted(kind, "บ้านสมหมาย ไฟดับ", "counter", "streetlight", Place("ซอย 3")))
    everything = {"person", "house", "citizen_case", "bill", "receipt"}
    for typed in ("สมหมาย", "l,s,kp"):
        assert {thing.entity for thing in office.counter.finding.search(typed, TODAY)} == everything
    assert office.counter.finding.search("ส", TODAY) == ()
    for typed in ("น.ส. สมหมาย", "ok'l,s,kp"):
        assert {thing.entity for thing in office.counter.finding.search(typed, TODAY)} == everything
    for typed in ("นางสาว อุไร", "อุไร  ใจดี", "คุณอุไร"):
        assert [thing.entity for thing in office.counter.finding.search(typed, TODAY)] == ["bill", "receipt"]
