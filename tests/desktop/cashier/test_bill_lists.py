"""The lists of bills say what the facts say, whoever wrote them, and are found by any part of a name or by figures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier import bill_lists
from desktop.cashier.bill_model import Bill, BillDraft, BillSums, BillView
from desktop.cashier.bill_queries import STATE
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge
from desktop.office.clock import ManualClock
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.voiding import second

TODAY = date(2026, 12, 25)
EARLY, LATE = date(2026, 12, 11), date(2027, 1, 31)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), bills_left=20)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def make(office: Office, payer: str, due: date = EARLY) -> Bill:
    draft = BillDraft(payer, (Charge(catalogue()[0], 1),), due)
    return office.bills.billing(person(office, "piyada")).make(draft)


def found(office: Office, words: str = "", view: BillView = BillView.ALL) -> list[str]:
    bills, sums = office.bills.queries.listing(view, words, TODAY)
    assert sums == BillSums(len(bills), sum(bill.total_satang for bill in bills))
    return [bill.payer_name for bill in bills]


def says_what_the_facts_say(desk: Desk) -> None:
    facts = f"SELECT s, due_on, number, id, payer_name, total_satang FROM (SELECT b.*, {STATE} AS s FROM bill b)"
    assert desk.reader.rows(f"{facts} ORDER BY 1, 2, 3") == desk.reader.rows("SELECT * FROM bill_list ORDER BY 1, 2, 3")
    tally = "SELECT payer_name, state, count(*), sum(total_satang) FROM bill_list GROUP BY 1, 2 ORDER BY 1, 2"
    assert desk.reader.rows(tally) == desk.reader.rows("SELECT * FROM bill_payer ORDER BY name, state")


def test_every_act_and_its_undoing_by_the_post_stands_in_the_lists(office: Office, desk: Desk) -> None:
    piyada = person(office, "piyada")
    paying, billing = office.bills.paying(piyada), office.bills.billing(piyada)
    bills = [make(office, f"ราย {place}") for place in range(6)]
    paying.pay(bills[0].id)
    waiting = paying.hold(bills[1].id)
    paying.withdraw(waiting.id, "โอนผิดบัญชี")
    paying.hold(bills[2].id)
    paying.confirm(paying.hold(bills[3].id).id, "เห็นเงินเข้าแล้ว")
    billing.cancel(bills[4].id, "ทำผิดราย")
    says_what_the_facts_say(desk)
    assert found(office, view=BillView.PAID) == ["ราย 0", "ราย 3"]
    receipt = office.cashier_queries.recent(1)[0]
    office.cashier(piyada).void(receipt.id, "ออกผิดราย", second(office))
    says_what_the_facts_say(desk)
    for table in ("receipt_void", "payment_receipt", "payment_word", "bill_payment", "bill_cancelled"):
        desk.settle(f"DELETE FROM {table}", ())
        says_what_the_facts_say(desk)
    desk.settle("UPDATE bill SET payer_name = 'อีกราย' WHERE id = ?", (bills[5].id,))
    desk.settle("DELETE FROM bill WHERE id = ?", (bills[0].id,))
    says_what_the_facts_say(desk)
    assert found(office) == ["ราย 1", "ราย 2", "ราย 3", "ราย 4", "อีกราย"]


@pytest.mark.parametrize("by_name", [0, 15_000])
def test_words_are_found_in_names_and_figures_in_numbers(
    office: Office, monkeypatch: pytest.MonkeyPatch, by_name: int
) -> None:
    """Also where so many bills bear a name that they are met on the way through all."""
    monkeypatch.setattr(bill_lists, "_BY_NAME", by_name)
    for payer, due in (("นายคำ ใจดี", LATE), ("นางคำ ใจงาม", EARLY), ("ร้าน 3 พี่น้อง", EARLY), ("นายคำ ใจดี", EARLY)):
        last = make(office, payer, due)
    assert found(office, "คำ ใจ") == ["นางคำ ใจงาม", "นายคำ ใจดี", "นายคำ ใจดี"]
    assert found(office, "นาย") == ["นายคำ ใจดี"] * 2
    assert found(office, "นาย", BillView.OVERDUE) == ["นายคำ ใจดี"]
    assert found(office, "3") == ["ร้าน 3 พี่น้อง"], "once, though the number is 3 too"
    assert found(office, "4") == found(office, "๔") == found(office, last.reference[:9]) == ["นายคำ ใจดี"]
    assert found(office, "%") == found(office, "ไม่มี") == found(office, "9" * 40) == []
    queries = office.bills.queries
    assert [bill.payer_name for bill in queries.found("คำ", TODAY, 1)] == ["นางคำ ใจงาม"]
    assert {bill.id for bill in queries.open_for(last.total_satang)} == {
        bill.id for bill in queries.found("", TODAY, 9)
    }


@pytest.mark.parametrize("typed", ["acme", "ACME", "กัด ac", "จำกัด", "%", "_", "บริษัท Acme จำกัด", "é"])
def test_a_name_is_found_in_letters_of_either_size(office: Office, typed: str) -> None:
    made, other = make(office, "บริษัท Acme é 100%_ จำกัด"), make(office, "นายอื่น ไปไกล")
    bills, sums = office.bills.queries.listing(BillView.OPEN, typed, TODAY)
    assert ([bill.id for bill in bills], sums.count) == ([made.id], 1)
    assert other.id not in {bill.id for bill in bills}
