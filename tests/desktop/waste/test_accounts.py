"""Waste-fee accounts on a real encrypted store: opened once, changed from a month on, billed once and only once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.bill_model import BillState
from desktop.cashier.model import Receipt
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.people.model import Address, Tie
from desktop.people.rules import house_id
from desktop.store.desk import Desk
from desktop.waste.actions import WasteActions, part_of
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.queries import found_by
from desktop.waste.rules import BY_VOLUME, FLAT, account_id, month_after, months_words, rate_for, sort_key
from tests.helpers.citizens import BUNMI, give_key
from tests.helpers.desk import MORNING, make_desk, make_office, person, set_biller
from tests.helpers.voiding import cancel

MONTH, DUE = "2026-11", date(2026, 11, 30)
PLACE = Place("12/3", "5", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), bills_left=300)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def acts(office: Office) -> WasteActions:
    return office.waste.acts(person(office, "piyada"))


def new(house_no: str = "12/3", moo: str = "5", **changed: object) -> NewAccount:
    place = replace(PLACE, house_no=house_no, moo=moo)
    values: dict[str, object] = {"payer": Payer("นายบุญมี ใจคำ"), "rate": Rate(FLAT), "from_month": "2026-01"}
    return NewAccount(place, **values | changed)  # type: ignore[arg-type]


def account_of(house_no: str) -> Id:
    return part_of(new(house_no)).account_id


def made(office: Office, *months: str, due: date = DUE) -> int:
    return office.waste.rounds.run(person(office, "piyada"), months, due).made


def paid(office: Office, account: Id) -> Receipt:
    bills = [one.bill_id for one in office.waste.months.of_account(account)]
    return office.bills.paying(person(office, "piyada")).pay_many(bills, 500_00)


def test_a_house_has_one_account_which_is_found_by_what_people_say(office: Office) -> None:
    account = acts(office).open(new())
    with pytest.raises(OfficeError, match=r"waste\.account_there"):
        acts(office).open(new(payer=Payer("คนอื่น")))
    assert account == account_id(house_id(Address(**vars(PLACE))))
    (held,) = office.waste.queries.accounts(MONTH)
    assert (held.id, held.payer.name, held.rate, held.standing) == (
        account, "นายบุญมี ใจคำ", Rate(FLAT), Standing.CHARGED,
    )  # fmt: skip
    assert found_by([held], "12/3 บุญมี") == (held,)
    assert found_by([held], "12/3 สมชาย") == ()
    house = office.people_queries.house(held.house_id)
    assert house is not None
    assert (house.address.house_no, house.address.moo) == ("12/3", "5")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"payer": Payer(" ")}, "payer"),
        ({"rate": Rate(BY_VOLUME)}, "rate"),
        ({"rate": Rate("NO_SUCH")}, "rate"),
        ({"from_month": "2569-1"}, "from_month"),
        ({"stop_month": "2025-12"}, "stop_month"),
        ({"standing": Standing.EXEMPT}, "reason"),
    ],
)
def test_an_account_that_says_too_little_is_not_opened(office: Office, changed: dict[str, object], field: str) -> None:
    with pytest.raises(OfficeError, match=r"waste\.cannot_open") as refused:
        acts(office).open(new(**changed))  # type: ignore[arg-type]
    assert refused.value.subject["fields"] == [field]
    assert office.waste.queries.count() == 0


def test_payer_rate_and_standing_go_their_own_ways_through_the_months(office: Office) -> None:
    account = acts(office).open(new())
    acts(office).change_rate(account, "2026-06", Rate(BY_VOLUME, 45))
    acts(office).change_payer(account, "2026-03", Payer("นางคำแปง แสนสุข"))
    acts(office).change_standing(account, "2026-08", Standing.STOPPED, "บ้านว่าง")
    acts(office).change_standing(account, "2026-10", Standing.CHARGED, "กลับมาอยู่")

    def at(month: str) -> tuple[str, int | None, Standing | None]:
        held = office.waste.queries.account(account, month)
        assert held is not None
        return held.payer.name, held.rate.litres if held.rate else None, held.standing

    assert at("2025-12") == ("", None, None)
    assert at("2026-02") == ("นายบุญมี ใจคำ", None, Standing.CHARGED)
    assert at("2026-07") == ("นางคำแปง แสนสุข", 45, Standing.CHARGED), "the earlier change of payer lasts"
    assert at("2026-08")[2] is at("2026-09")[2] is Standing.STOPPED
    assert at("2026-10")[2] is Standing.CHARGED
    acts(office).change_payer(account, "2026-03", Payer("นางคำแปง แสนสุขใจ"))
    assert at("2026-04")[0] == "นางคำแปง แสนสุขใจ", "of one month what was said last holds"
    assert len(office.waste.queries.terms(account)) == 8


def test_a_month_is_billed_once_however_often_it_is_asked_for(office: Office) -> None:
    for number in range(1, 8):
        acts(office).open(new(f"{number}"))
    acts(office).open(new("8", standing=Standing.EXEMPT, reason="วัด"))
    acts(office).open(new("9", from_month="2026-12"))
    acts(office).open(new("10", stop_month="2026-11", reason="ย้ายออก"))
    seen = office.waste.rounds.preview([MONTH])
    assert (seen.ready, seen.satang, seen.billed, seen.exempt, seen.stopped) == (7, 7 * 60_00, 0, 1, 2)
    assert made(office, MONTH) == 7
    assert made(office, MONTH) == 0
    assert made(office, "2026-10", MONTH) == 8, "number 10 was charged until October"
    seen = office.waste.rounds.preview([MONTH])
    assert (seen.ready, seen.billed) == (0, 7)


def test_the_bill_says_month_house_and_how_it_came_about(office: Office) -> None:
    account = acts(office).open(new(rate=Rate(BY_VOLUME, 45)))
    made(office, MONTH)
    (one,) = office.waste.months.of_account(account)
    bill = office.bills.queries.bill(one.bill_id)
    assert bill is not None
    assert bill.total_satang == 150_00
    assert "45 ลิตร" in bill.lines[0].description
    assert "ประจำเดือน พ.ย. 2569" in bill.lines[0].description
    assert bill.house_id == house_id(Address(**vars(PLACE)))
    assert "12/3 หมู่ 5" in (bill.payer_address or "")


def test_a_cancelled_bill_makes_room_for_the_right_one(office: Office) -> None:
    account = acts(office).open(new())
    made(office, MONTH)
    (wrong,) = office.waste.months.of_account(account)
    office.bills.billing(person(office, "piyada")).cancel(wrong.bill_id, "อัตราผิด")
    acts(office).change_rate(account, MONTH, Rate(BY_VOLUME, 40))
    assert made(office, MONTH) == 1
    first, second = office.waste.months.of_account(account)
    assert (first.state, second.state, second.turn, second.total_satang) == (
        BillState.CANCELLED, BillState.OPEN, 1, 120_00,
    )  # fmt: skip
    assert made(office, MONTH) == 0


def test_a_run_stops_where_numbers_end_and_goes_on_when_there_are_more(office: Office, desk: Desk) -> None:
    for number in range(1, 61):
        acts(office).open(new(f"{number}"))
    desk.settle("UPDATE lease SET hi = 55 WHERE series = 'bills'", ())
    done = office.waste.rounds.run(person(office, "piyada"), [MONTH], DUE)
    assert (done.made, done.left, done.satang) == (55, 5, 55 * 60_00)
    assert office.waste.rounds.preview([MONTH]).lacking == 5
    desk.settle("UPDATE lease SET hi = 100 WHERE series = 'bills'", ())
    assert made(office, MONTH) == 5
    assert desk.reader.one("SELECT count(*), count(DISTINCT number), max(number) FROM bill") == (60, 60, 60)


def test_several_months_are_paid_with_one_receipt(office: Office) -> None:
    account = acts(office).open(new())
    made(office, "2026-09", "2026-10", MONTH)
    receipt = paid(office, account)
    assert (receipt.total_satang, receipt.change_satang, len(receipt.lines)) == (180_00, 320_00, 1)
    assert receipt.lines[0].description.endswith("ประจำเดือน ก.ย.–พ.ย. 2569")
    bills = office.waste.months.of_account(account)
    assert {one.state for one in bills} == {BillState.PAID}
    with pytest.raises(OfficeError, match=r"cashier\.bill_paid"):
        paid(office, account)
    cancel(office, receipt.id, "ออกผิด")
    assert {one.state for one in office.waste.months.of_account(account)} == {BillState.OPEN}


def test_all_of_several_months_are_paid_or_none(office: Office, desk: Desk) -> None:
    account = acts(office).open(new())
    made(office, "2026-10", MONTH)
    first, _ = office.waste.months.of_account(account)
    office.bills.paying(person(office, "piyada")).pay(first.bill_id)
    with pytest.raises(OfficeError, match=r"cashier\.bill_paid"):
        paid(office, account)
    assert desk.reader.one("SELECT count(*) FROM receipt") == (1,)


def test_arrears_are_told_by_house_street_month_and_age(office: Office) -> None:
    acts(office).open(new("10", "2"))
    acts(office).open(new("2", "2"))
    acts(office).open(new("1", "11", rate=Rate(BY_VOLUME, 40)))
    made(office, "2026-08", "2026-09", due=DUE)
    clock = office.clock
    assert isinstance(clock, ManualClock)
    assert office.waste.arrears().owing == ()
    clock.advance(timedelta(days=30))
    found = office.waste.arrears()
    assert [one.account.place.house_no for one in found.owing] == ["2", "10", "1"], "as somebody walks past them"
    assert [(one.words, one.count, one.satang) for one in found.by_moo] == [
        ("หมู่ 2", 2, 240_00), ("หมู่ 11", 1, 240_00),
    ]  # fmt: skip
    assert [(one.words, one.count, one.satang) for one in found.by_month] == [
        ("ส.ค. 2569", 3, 240_00), ("ก.ย. 2569", 3, 240_00),
    ]  # fmt: skip
    assert {one.age for one in found.owing} == {2}
    only = office.waste.arrears(found.by_soi[0].key)
    assert (len(only.owing), only.satang) == (2, 240_00)


def test_papers_of_a_round_hold_every_bill_in_the_order_of_a_walk(office: Office, desk: Desk) -> None:
    import pikepdf
    import pypdfium2

    set_biller(desk)
    for house_no, moo in (("10", "2"), ("2", "2"), ("1", "11")):
        acts(office).open(new(house_no, moo))
    made(office, MONTH)
    streets = office.waste.papers.streets([MONTH])
    assert [(one.words, one.count) for one in streets] == [("หมู่ 2", 2), ("หมู่ 11", 1)]
    whole = office.waste.papers.bills([MONTH])
    with pikepdf.open(BytesIO(whole)) as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["หมู่ 2", "หมู่ 11"]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(whole)]
    references = [one.reference for one in office.waste.months.owed()]
    assert len(pages) == 3
    assert all(sum(reference in page for page in pages) == 1 for reference in references)
    part = office.waste.papers.bills([MONTH], streets[1].key)
    assert len(pypdfium2.PdfDocument(part)) == 1


def test_the_collector_gets_a_list_and_each_house_a_letter(office: Office) -> None:
    import openpyxl
    import pypdfium2

    acts(office).open(new("10", "2"))
    acts(office).open(new("2", "2", payer=Payer("=นายสูตร ลองดู")))
    with pytest.raises(OfficeError, match=r"waste\.nothing_to_print"):
        office.waste.papers.reminders(office.waste.arrears(), DUE)
    made(office, "2026-07", "2026-08", "2026-10")
    clock = office.clock
    assert isinstance(clock, ManualClock)
    clock.advance(timedelta(days=40))
    found = office.waste.arrears()
    letters = pypdfium2.PdfDocument(office.waste.papers.reminders(found, date(2027, 1, 31)))
    words = letters[0].get_textpage().get_text_bounded()
    assert len(letters) == 2
    assert "ก.ค.–ส.ค. 2569" in words
    assert "180.00" in words
    sheet = openpyxl.load_workbook(BytesIO(office.waste.papers.collecting_xlsx(found))).active
    assert sheet is not None
    assert sheet["D2"].value == "=นายสูตร ลองดู"
    assert sheet["D2"].data_type == "s", "what looks like a formula is a text"
    assert len(pypdfium2.PdfDocument(office.waste.papers.collecting_pdf(found))) == 1


def test_a_citizens_page_sums_the_waste_bills_of_their_houses(office: Office, desk: Desk) -> None:
    give_key(desk)
    people = office.people(person(office, "piyada"))
    citizen = people.record(BUNMI)
    account = acts(office).open(new())
    made(office, "2026-10", MONTH)
    page = office.counter.queries.page(citizen)
    assert page is not None
    assert page.owed == ()
    held = office.waste.queries.account(account, MONTH)
    assert held is not None
    people.tie(citizen, held.house_id, Tie.RESIDENT)
    page = office.counter.queries.page(citizen)
    assert page is not None
    assert sorted((one.what, one.where, one.bill.total_satang, one.is_payable) for one in page.owed) == [
        ("ค่าขยะ ต.ค. 2569", "12/3 หมู่ 5", 60_00, True),
        ("ค่าขยะ พ.ย. 2569", "12/3 หมู่ 5", 60_00, True),
    ]


def test_months_and_houses_read_as_people_say_them() -> None:
    assert months_words(["2025-10", "2025-11", "2025-12", "2026-02"]) == "ต.ค.–ธ.ค. 2568, ก.พ. 2569"
    assert month_after("2026-12") == "2027-01"
    assert sort_key(Place("2", "5")) < sort_key(Place("10", "5")) < sort_key(Place("1", "11"))
    assert rate_for(60_00, MONTH) == Rate(FLAT)
    assert rate_for(150_00, MONTH) == Rate(BY_VOLUME, 50)
    assert rate_for(61_00, MONTH) is None


def imported(office: Office, *accounts: NewAccount, name: str = "ครัวเรือน.csv") -> Id:
    act = acts(office)
    made_id = act.new_import()
    act.enter(accounts, name, made_id)
    return made_id


def test_a_file_of_houses_is_taken_back_as_a_whole_and_begins_anew(office: Office) -> None:
    """The typed account stays; the file entered again counts with what it says now, not with what it said before."""
    acts(office).open(new("1"))
    wrong = imported(office, new("2", payer=Payer("ชื่อผิด")), new("3", from_month="2025-10"))
    (listed,) = office.waste.queries.imports()
    assert (listed.id, listed.file_name, listed.houses, listed.is_billed) == (wrong, "ครัวเรือน.csv", 2, False)
    acts(office).change_payer(account_of("2"), "2026-11", Payer("แก้ทีหลัง"))
    with pytest.raises(OfficeError, match="waste.reason_missing"):
        acts(office).take_back(wrong, " ")
    acts(office).take_back(wrong, "ผิดแฟ้ม")
    assert [one.place.house_no for one in office.waste.queries.accounts(MONTH)] == ["1"]
    assert (office.waste.queries.count(), office.waste.queries.imports()) == (1, ())
    assert made(office, MONTH) == 1
    with pytest.raises(OfficeError, match="waste.import_gone"):
        acts(office).take_back(wrong, "อีกครั้ง")
    imported(office, new("2", payer=Payer("ชื่อถูก")), name="แก้แล้ว.csv")
    again = office.waste.queries.account(account_of("2"), MONTH)
    assert again is not None
    assert again.payer.name == "ชื่อถูก"
    assert [one.place.house_no for one in office.waste.queries.accounts(MONTH)] == ["1", "2"]


def test_a_file_from_which_a_bill_was_made_stays(office: Office) -> None:
    one = imported(office, new("2"), new("3"))
    made(office, MONTH)
    assert office.waste.queries.imports()[0].is_billed
    with pytest.raises(OfficeError, match="waste.import_billed") as told:
        acts(office).take_back(one, "ผิดแฟ้ม")
    assert "ครัวเรือน.csv" in told.value.describe("th")[0]
    assert office.waste.queries.count() == 2
