"""The drawer on a real encrypted store: blind count, close once, hand-over, slips by the desk's own chain."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Method, Payment, Receipt
from desktop.cashier.rules import SERIES
from desktop.cashier.shift_actions import ShiftActions
from desktop.cashier.shift_model import DENOMINATIONS, Pieces, Shift
from desktop.cashier.shift_words import WORDS, words_of
from desktop.office.clock import ManualClock
from desktop.office.dates import utc_of_local
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_text
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.voiding import cancel

TODAY = date(2026, 11, 11)
FLOAT = Pieces.of({1000_00: 1, 500_00: 1, 100_00: 5})


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock, bills_left=20)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


@pytest.fixture
def shifts(office: Office) -> ShiftActions:
    return acting(office)


def acting(office: Office, login: str = "piyada") -> ShiftActions:
    return office.shifts.acting(person(office, login))


def take(office: Office, months: int = 3, name: str = "นายบุญมี ใจคำ") -> Receipt:
    waste = {fee.code: fee for fee in catalogue()}["WASTE_MONTHLY"]
    return office.cashier(person(office, "piyada")).issue(Payment(name, (Charge(waste, months),)))


def cash(satang: int) -> Pieces:
    """Some pieces that come to the sum."""
    counted = {}
    for one in DENOMINATIONS:
        counted[one], satang = divmod(satang, one)
    assert not satang
    return Pieces.of(counted)


def close(office: Office, shift: Shift, over: int = 0, **more: object) -> None:
    expected = office.shifts.standing(shift.id).expected_satang
    shifts = acting(office)
    shifts.count(shift.id, cash(expected + over))
    (*_, counted) = office.shifts.queries.shift(shift.id).counts  # type: ignore[union-attr]
    shifts.close(shift.id, counted.id, **more)  # type: ignore[arg-type]


def code_of(error: pytest.ExceptionInfo[OfficeError]) -> str:
    return error.value.code


def test_pieces_travel_and_come_back() -> None:
    assert FLOAT.text == "100000x1 50000x1 10000x5"
    assert Pieces.read(FLOAT.text) == FLOAT
    assert FLOAT.satang == 2000_00
    assert Pieces.read("") == Pieces() == Pieces.of({100: 0})
    with pytest.raises(ValueError, match="no such cash"):
        Pieces.of({300: 1})
    with pytest.raises(ValueError, match="no such cash"):
        Pieces.of({100: -1})


def test_words_of_a_proof_are_eight_of_sixty_four() -> None:
    assert len(set(WORDS)) == 64
    assert words_of("00" * 32) == (WORDS[0],) * 8
    assert words_of("ff" * 32) == (WORDS[63],) * 8
    assert words_of("0420" + "00" * 30)[:2] == (WORDS[1], WORDS[2])


def test_a_shift_is_opened_once_however_often_it_is_pressed(office: Office, shifts: ShiftActions) -> None:
    opened = shifts.open(FLOAT)
    assert (opened.counter, opened.opening, opened.cashier_name) == ("C1", FLOAT, "นางสาวปิยะดา ลองรับเงิน")
    assert shifts.open(Pieces()).id == opened.id
    with pytest.raises(OfficeError) as error:
        acting(office, "kanda").open(FLOAT)
    assert code_of(error) == "cashier.shift_is_open"
    now = office.shifts.now()
    assert now is not None
    assert now.id == opened.id


def test_a_slip_says_by_kind_method_and_numbers_what_was_taken(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    first, second = take(office), take(office, 50)
    cancel(office, second.id, "พิมพ์จำนวนผิด")
    office.cashier(person(office, "piyada")).reprint(second.id)  # its sheets that say ยกเลิก
    third = take(office, 5)
    office.cashier(person(office, "piyada")).reprint(third.id)
    close(office, shift)
    slip = office.shifts.queries.slip(shift.id)
    assert [(one.lo, one.hi) for one in slip.runs] == [(451, 453)]
    assert [one.number for one in slip.voids] == [second.number]
    assert [one.number for one in slip.reprinted] == [third.number]
    assert slip.total_satang == slip.by(Method.CASH) == first.total_satang + third.total_satang == 480_00
    assert [(one.fee_code, one.method, one.satang) for one in slip.sums] == [("WASTE_MONTHLY", Method.CASH, 480_00)]
    assert slip.expected_satang == 2480_00
    assert slip.cash_satang == 480_00
    assert slip.difference_satang == 0
    assert slip.is_as_closed
    assert len(slip.words) == 8


def test_cash_that_goes_in_and_out_is_in_what_should_be_there(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    take(office)
    shifts.move(shift.id, 300_00, "แลกเหรียญจากกองคลัง")
    moved = shifts.move(shift.id, -100_00, "คืนเงินทอนที่ยืม")
    assert [(one.satang, one.reason) for one in moved.movements] == [
        (300_00, "แลกเหรียญจากกองคลัง"),
        (-100_00, "คืนเงินทอนที่ยืม"),
    ]
    assert office.shifts.standing(moved.id).expected_satang == 2000_00 + 180_00 + 200_00
    for satang, reason, code in (
        (-5000_00, "ฝากธนาคาร", "cashier.drawer_short"),
        (100, " ", "cashier.reason_missing"),
        (0, "ไม่มี", "cashier.amount_absurd"),
    ):
        with pytest.raises(OfficeError) as error:
            shifts.move(shift.id, satang, reason)
        assert code_of(error) == code


def test_a_difference_needs_its_reason_and_a_second_person(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    take(office)
    slip = shifts.count(shift.id, cash(2160_00))
    assert slip.expected_satang == 2180_00
    (count,) = slip.shift.counts
    head = person(office, "wichai")
    for why, witness, code in (
        ("", None, "cashier.difference_unexplained"),
        ("ทอนเกิน", None, "cashier.second_person_missing"),
        ("ทอนเกิน", person(office, "piyada"), "cashier.second_person_same"),
    ):
        with pytest.raises(OfficeError) as error:
            shifts.close(shift.id, count.id, why, witness)
        assert code_of(error) == code
    closed = shifts.close(shift.id, count.id, "ทอนเกิน", head)
    assert closed.difference_satang == -20_00
    assert closed.shift.closing is not None
    assert closed.shift.closing.witness_name == head.name_th
    assert closed.cash_satang == 160_00


def test_closing_again_finds_what_was_closed(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    count = shifts.count(shift.id, FLOAT).shift.counts[0]
    first = shifts.close(shift.id, count.id)
    assert shifts.close(shift.id, count.id, "อีกหน้าต่างหนึ่ง") == first
    assert office.shifts.now() is None
    with pytest.raises(OfficeError) as error:
        shifts.move(shift.id, 100, "หลังปิด")
    assert code_of(error) == "cashier.shift_gone"


def test_money_after_the_count_is_counted_again_and_after_the_close_is_the_next_slip_s(
    office: Office, shifts: ShiftActions
) -> None:
    shift = shifts.open(FLOAT)
    count = shifts.count(shift.id, FLOAT).shift.counts[0]
    take(office)
    with pytest.raises(OfficeError) as error:
        shifts.close(shift.id, count.id)
    assert code_of(error) == "cashier.money_since_count"
    close(office, shift)
    late = take(office, 2, "หลังปิดกะ")
    following = shifts.open(FLOAT)
    close(office, following)
    assert [one.id for one in office.shifts.queries.slip(following.id).receipts] == [late.id]
    assert office.shifts.queries.slip(shift.id).total_satang == 180_00


def test_a_receipt_cancelled_in_a_later_shift_is_given_back_from_that_one(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    receipt = take(office)
    close(office, shift)
    following = shifts.open(FLOAT)
    cancel(office, receipt.id, "เก็บเกิน")
    close(office, following)
    before, after = office.shifts.queries.slip(shift.id), office.shifts.queries.slip(following.id)
    assert (before.total_satang, after.total_satang) == (180_00, -180_00)
    assert before.is_as_closed
    assert before.voids == ()
    assert [one.number for one in after.late_voids] == [receipt.number]
    assert after.runs == ()


def test_the_drawer_goes_to_another_cashier_when_both_counted_the_same(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    take(office)
    kanda, there = person(office, "kanda"), cash(2180_00)
    for given, taken, taker, code in (
        (there, cash(2179_00), kanda, "cashier.counts_differ"),
        (FLOAT, FLOAT, kanda, "cashier.difference_unexplained"),
        (there, there, person(office, "piyada"), "cashier.second_person_same"),
    ):
        with pytest.raises(OfficeError) as error:
            shifts.hand_over(shift.id, given, taken, taker)
        assert code_of(error) == code
    handed = shifts.hand_over(shift.id, there, there, kanda)
    assert handed.cashier_name == kanda.name_th
    assert [(one.giver_name, one.pieces) for one in handed.handovers] == [("นางสาวปิยะดา ลองรับเงิน", there)]
    with pytest.raises(OfficeError) as error:
        shifts.hand_over(shift.id, there, there, person(office, "wichai"))
    assert code_of(error) == "cashier.not_your_shift"
    count = shifts.count(shift.id, there).shift.counts[-1]
    with pytest.raises(OfficeError) as error:
        shifts.close(shift.id, count.id)
    assert code_of(error) == "cashier.second_person_missing", "who does not have the drawer closes it with a witness"
    acting(office, "kanda").close(shift.id, count.id)


def test_a_shift_over_midnight_and_the_end_of_a_fiscal_year_has_both_years(
    tmp_path: Path,
) -> None:
    evening = ManualClock(utc_of_local(date(2026, 9, 30), 23, 50))
    desk = make_desk(tmp_path / "other", clock=evening)
    book = (desk.ids.new(), SERIES, 2569, 9, 1, 801, 850, 801, None, desk.identity.device_id)
    desk.settle("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", book)
    office = make_office(desk)
    shift = acting(office).open(FLOAT)
    old = take(office)
    evening.advance(timedelta(minutes=20))
    new = take(office, 2)
    close(office, shift)
    slip = office.shifts.queries.slip(shift.id)
    assert [(one.fiscal_year_be, one.lo, one.hi) for one in slip.runs] == [
        (2569, old.number, old.number),
        (2570, new.number, new.number),
    ]
    assert [(one.fiscal_year_be, one.satang) for one in slip.sums] == [(2569, 180_00), (2570, 120_00)]
    desk.close()


def test_a_store_with_older_receipts_begins_with_those_of_its_first_day(
    office: Office, shifts: ShiftActions, clock: ManualClock
) -> None:
    take(office, 9, "เดือนก่อน")
    clock.advance(timedelta(days=20))
    early = take(office, 1, "ก่อนเปิดกะ")
    shift = shifts.open(FLOAT)
    during = take(office, 2)
    close(office, shift)
    assert [one.id for one in office.shifts.queries.slip(shift.id).receipts] == [early.id, during.id]


def test_the_treasurer_takes_the_money_over_and_closes_the_day(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    take(office)
    close(office, shift)
    with pytest.raises(OfficeError) as error:
        shifts.close_day(TODAY)
    assert code_of(error) == "cashier.slips_not_received"
    with pytest.raises(OfficeError) as error:
        acting(office, "kanda").receive(shift.id, 180_00)
    assert code_of(error) == "cashier.may_not_receive"
    with pytest.raises(OfficeError) as error:
        acting(office, "wichai").receive(shift.id, 170_00)
    assert code_of(error) == "cashier.difference_unexplained"
    received = acting(office, "wichai").receive(shift.id, 180_00)
    assert received.received is not None
    assert acting(office, "wichai").receive(shift.id, 1_00, "อีกครั้ง").received == received.received
    acting(office, "wichai").close_day(TODAY)
    day = office.shifts.day(TODAY)
    assert (day.closed_by_name, day.total_satang) == ("นายวิชัย โยธาเทียม", 180_00)
    with pytest.raises(OfficeError) as error:
        acting(office, "wichai").close_day(TODAY)
    assert code_of(error) == "cashier.day_is_closed"
    later = shifts.open(FLOAT)
    take(office, 2)
    close(office, later)
    assert office.shifts.day(TODAY).total_satang == 180_00, "a closed day takes nothing in"
    assert [one.shift.id for one in office.shifts.day(TODAY + timedelta(days=1)).slips] == [later.id]
    with pytest.raises(OfficeError) as error:
        acting(office, "wichai").close_day(TODAY + timedelta(days=1))
    assert code_of(error) == "cashier.day_to_come"


def test_money_without_a_slip_is_said(office: Office, shifts: ShiftActions) -> None:
    close(office, shifts.open(FLOAT))
    take(office)
    (loose,) = office.shifts.day(TODAY).loose
    assert (loose.counter, loose.number, loose.satang) == ("C1", 1, 180_00)


def test_an_outage_within_the_shift_stands_on_its_slip(
    office: Office, desk: Desk, shifts: ShiftActions, clock: ManualClock
) -> None:
    desk.settle("INSERT INTO outage (began_at, ended_at) VALUES (?, ?)", ("2026-11-10T01:00:00.000000Z",) * 2)
    shift = shifts.open(FLOAT)
    began = ("2026-11-11T02:10:00.000000Z", "2026-11-11T02:14:00.000000Z")
    desk.settle("INSERT INTO outage (began_at, ended_at) VALUES (?, ?)", began)
    desk.settle("INSERT INTO outage (began_at) VALUES (?)", ("2026-11-11T02:13:00.000000Z",))
    clock.advance(timedelta(hours=1))
    close(office, shift)
    closing = office.shifts.queries.slip(shift.id).shift.closing
    assert closing is not None
    assert [one.until is None for one in closing.outages] == [True]


def test_the_number_in_the_accounting_system_is_entered_later(office: Office, shifts: ShiftActions) -> None:
    receipt = take(office)
    assert office.shifts.queries.elaas_number(receipt.id) == ""
    shifts.enter_elaas(receipt.id, " RCPT-00001/70 ")
    shifts.enter_elaas(receipt.id, "RCPT-00002/70")
    assert office.shifts.queries.elaas_number(receipt.id) == "RCPT-00002/70"
    with pytest.raises(OfficeError) as error:
        shifts.enter_elaas(b"\0" * 16, "RCPT-1")
    assert code_of(error) == "cashier.receipt_gone"


def test_papers_and_tables_say_what_the_slip_says(office: Office, shifts: ShiftActions) -> None:
    shift = shifts.open(FLOAT)
    kept, gone = take(office, 3, "=SUM(A1)"), take(office, 1)
    cancel(office, gone.id, "พิมพ์ผิด")
    shifts.enter_elaas(kept.id, "RCPT-00001/70")
    close(office, shift)
    slip = office.shifts.queries.slip(shift.id)
    words = page_text(office.shifts.slip_pdf(shift.id), 0)
    assert "ใบนำส่งเงิน" in words
    assert "180.00" in words
    assert "000451–000452" in words
    assert slip.words[0] in words
    assert "180.00" in page_text(office.shifts.day_pdf(TODAY), 0)
    lines = office.money_export(TODAY, csv=True).decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "RCPT-00001/70" in lines[1]
    assert "'=SUM(A1)" in lines[1]
    assert "ยกเลิก" in lines[2]
    assert office.money_export(TODAY).startswith(b"PK")


def test_a_counter_s_day_from_float_to_slip(office: Office, desk: Desk, shifts: ShiftActions) -> None:
    """Scenario 4.1, 1 and 17: 2,000 float, 3,920 in the drawer, 60 by transfer, 1,980 remitted on six numbers."""
    cashier, bills = person(office, "piyada"), office.bills
    shift = shifts.open(FLOAT)
    take(office, 3)
    wrong = take(office, 50, "นางคำแปง")
    cancel(office, wrong.id, "พิมพ์จำนวนผิด")
    take(office, 5, "นางคำแปง")
    office.cashier(cashier).reprint(take(office, 20, "ร้านค้า").id)
    waste = {fee.code: fee for fee in catalogue()}["WASTE_MONTHLY"]
    bill = bills.billing(cashier).make(BillDraft("นายโอน", (Charge(waste, 1),), TODAY))
    paying = bills.paying(cashier)
    paying.confirm(paying.hold(bill.id).id, "แอปธนาคาร 13.30 น.")
    take(office, 4)
    counted = shifts.count(shift.id, cash(3920_00))
    assert counted.expected_satang == 3920_00
    slip = shifts.close(shift.id, counted.shift.counts[-1].id)
    assert (slip.by(Method.CASH), slip.by(Method.TRANSFER), slip.total_satang) == (1920_00, 60_00, 1980_00)
    assert [(run.lo, run.hi, run.size) for run in slip.runs] == [(451, 456, 6)]
    assert (len(slip.voids), len(slip.reprinted)) == (1, 1)
