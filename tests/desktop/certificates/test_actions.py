"""Issuing and what comes after: one number each, in one transaction, never deleted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec.structs import replace as changed

from desktop.application import Office
from desktop.cases.model import Deed, Place, Reporter
from desktop.cases.model import Wanted as WantedCase
from desktop.certificates.model import Level, Origin, ReceiptRef, SignedBy, State, Wanted
from desktop.certificates.queries import Sought
from desktop.certificates.rules import number_of
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.registers.model import Fate
from tests.desktop.certificates.conftest import FOOD, MAYOR, PAID, acts, issued, licence, seen, template, wanted
from tests.helpers.desk import person


def left(office: Office, series: str = FOOD, year: int = 2569) -> int:
    row = office.desk.reader.one("SELECT hi - next + 1 FROM lease WHERE series = ? AND year_be = ?", (series, year))
    assert row is not None
    return int(row[0])


def later(office: Office, clock: ManualClock, days: int) -> None:
    """So many days on, and somebody answers for the date."""
    clock.advance(timedelta(days=days))
    office.registers(person(office)).confirm_date()


def acts_waiting(office: Office) -> int:
    return office.waiting()


def test_it_gets_the_next_number_of_the_book_and_is_read_again_as_it_was_wanted(office: Office) -> None:
    first, second = issued(office), issued(office, holder_name="  นายบุญมี   ใจคำ ")
    assert number_of(first.line) == "เล่มที่ 1 เลขที่ 1/2569"
    assert number_of(second.line) == "เล่มที่ 1 เลขที่ 2/2569"
    assert second.line.holder_name == "นายบุญมี ใจคำ"
    assert (first.line.subject, first.line.place) == ("ร้านคำแปง", "12 หมู่ที่ 4 ถนนเลียบคลองชลประทาน")
    assert first.receipt == PAID
    assert first.signed == MAYOR
    assert first.line.standing.state is State.IN_FORCE
    found = office.certificates.queries.lines(Sought("คำแปง"), date(2026, 1, 14))
    assert {one.id for one in found} == {first.id, second.id}
    assert office.certificates.queries.numbered("FOOD", 2569, 2) == second.id


def test_every_number_of_the_book_is_explained_in_the_control_register(office: Office) -> None:
    issued(office)
    acts(office, "somchai").revoke(issued(office).id, "ยื่นเอกสารเท็จ")
    account = office.register_queries.account_of(FOOD, 2569)
    assert [(run.lo, run.hi, run.fate) for run in account.runs] == [(1, 2, Fate.ISSUED)]
    events = office.desk.reader.rows("SELECT n, status, entity FROM number_event WHERE series = ? ORDER BY n", (FOOD,))
    assert [tuple(row) for row in events] == [(1, "issued", "certificate"), (2, "issued", "certificate")]


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"holder_name": "  "}, ["holder"]),
        ({"answers": {}}, ["address", "area_m2", "premises", "shop_name", "use"]),
        ({"signed": SignedBy("", ())}, ["signer"]),
        ({"origin": Origin.REPLACEMENT}, ["reason"]),
        ({"signed": replace(MAYOR, level=Level.CERTIFICATE)}, ["signer"]),
    ],
)
def test_what_is_missing_is_named_and_no_number_is_used(
    office: Office, given: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(OfficeError) as told:
        issued(office, **given)
    assert told.value.code == "certificates.cannot_issue"
    assert told.value.subject["fields"] == fields
    assert left(office) == 50


def test_a_figure_is_a_figure_and_a_text_has_an_end(office: Office) -> None:
    answers = dict(wanted(office).answers) | {"area_m2": "กว้าง", "shop_name": "ก" * 301, "use": "eat"}
    with pytest.raises(OfficeError) as told:
        issued(office, answers=answers)
    assert told.value.subject["fields"] == ["area_m2", "shop_name", "use"]


def test_a_used_up_book_gives_nothing_and_nothing_is_half_done(office: Office) -> None:
    office.desk.settle("UPDATE lease SET next = hi WHERE series = ?", (FOOD,))
    assert issued(office).line.number == 50
    before = acts_waiting(office)
    with pytest.raises(OfficeError, match=r"numbers\.none_left"):
        issued(office)
    assert acts_waiting(office) == before


def test_a_desk_that_is_not_enrolled_for_the_register_issues_nothing(office: Office) -> None:
    other = changed(template(office), register="MARKET")
    with pytest.raises(OfficeError, match=r"numbers\.not_here"):
        issued(office, template=other)


def test_after_the_year_the_old_book_is_closed_and_the_new_year_begins_with_one(
    office: Office, clock: ManualClock
) -> None:
    issued(office)
    later(office, clock, 259)
    assert number_of(issued(office).line) == "เล่มที่ 1 เลขที่ 2/2569"  # 30 September
    later(office, clock, 1)
    assert number_of(issued(office).line) == "เล่มที่ 1 เลขที่ 3/2569"  # the fiscal year is nothing to it
    later(office, clock, 92)
    first = issued(office)
    assert number_of(first.line) == "เล่มที่ 1 เลขที่ 1/2570"
    account = office.register_queries.account_of(FOOD, 2569)
    cancelled = office.desk.reader.rows("SELECT lo, hi, reason FROM number_span WHERE series = ?", (FOOD,))
    assert [tuple(row) for row in cancelled] == [(4, 50, "year_end")]
    assert {run.fate for run in account.runs} == {Fate.ISSUED, Fate.CANCELLED}


def test_a_template_that_is_over_is_not_issued_by_and_what_was_issued_keeps_it(office: Office) -> None:
    old = wanted(office)
    held = acts(office).issue(old)
    newer = changed(template(office), version="2569-2", title="หนังสือรับรองการแจ้ง (ใหม่)")
    acts(office, "somchai").define(newer)
    with pytest.raises(OfficeError, match=r"certificates\.template_over"):
        acts(office).issue(old)
    assert seen(office, held).template.version == "2569-1"
    assert acts(office).issue(replace(old, template=newer)).template.title == newer.title
    with pytest.raises(OfficeError, match=r"certificates\.version_taken"):
        acts(office, "somchai").define(newer)
    with pytest.raises(OfficeError, match=r"certificates\.not_yours"):
        acts(office).define(changed(newer, version="3"))


def test_a_second_kind_is_loaded_as_data_and_lengthened(office: Office, clock: ManualClock) -> None:
    acts(office, "somchai").define(licence())
    held = acts(office).issue(Wanted(licence(), "บริษัท สุขภาพดี จำกัด", {"activity": "แต่งผม", "site": "99 หมู่ 1"}, MAYOR))
    assert (held.line.register, held.line.number) == ("HAZ", 1)
    assert held.line.standing.expires_on == date(2027, 1, 13)
    renewed = acts(office).renew(held.id, replace(PAID, number=460))
    assert renewed.line.standing.expires_on == date(2028, 1, 13)
    with pytest.raises(OfficeError, match=r"certificates\.no_yearly_fee"):
        acts(office).pay(held.id, PAID)
    with pytest.raises(OfficeError, match=r"certificates\.no_end"):
        acts(office).renew(issued(office).id, None)


def test_copies_are_counted_with_who_and_why(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    later(office, clock, 21)
    with pytest.raises(OfficeError, match=r"certificates\.reason_missing"):
        acts(office).copy(held.id, " ")
    acts(office, "piyada").copy(held.id, "ขอใช้ยื่นธนาคาร")
    again = acts(office).copy(held.id, "ต้นฉบับเปียกน้ำ")
    assert [(one.n, one.by_name, one.counter) for one in again.copies] == [
        (2, "นางสาวปิยะดา ลองรับเงิน", "C1"),
        (3, "นางสาวกานดา สาธิตวงศ์", "C1"),
    ]
    assert again.line.copies == 2


def test_a_replacement_goes_on_with_what_is_left_and_the_first_is_worth_nothing(
    office: Office, clock: ManualClock
) -> None:
    held = issued(office)
    acts(office).pay(held.id, replace(PAID, number=452), date(2027, 1, 14))
    later(office, clock, 30)
    given = {"origin": Origin.REPLACEMENT, "replaces_id": held.id, "reason": "ต้นฉบับสูญหาย"}
    new = issued(office, **given)
    old = seen(office, held)
    assert (old.line.standing.state, old.replaced_by) == (State.REPLACED, new.id)
    assert new.line.counts_from == date(2026, 1, 14)
    assert new.line.paid_until == date(2027, 1, 14)
    assert new.former == "เล่มที่ 1 เลขที่ 1/2569"
    with pytest.raises(OfficeError, match=r"certificates\.not_in_force"):
        issued(office, **given)
    assert left(office) == 48


def test_it_is_taken_back_suspended_and_given_again_by_who_may(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    with pytest.raises(OfficeError, match=r"certificates\.not_yours"):
        acts(office).revoke(held.id, "ผิดเงื่อนไข")
    mayor = acts(office, "somchai")
    day = date(2026, 1, 14)
    assert mayor.suspend(held.id, "ไม่สะอาด", day, date(2026, 1, 20)).line.standing.state is State.SUSPENDED
    later(office, clock, 7)
    assert seen(office, held).line.standing.state is State.IN_FORCE
    mayor.suspend(held.id, "ไม่สะอาดอีก", None, None)
    assert mayor.resume(held.id, "แก้ไขแล้ว").line.standing.state is State.IN_FORCE
    with pytest.raises(OfficeError, match=r"certificates\.days_wrong"):
        mayor.suspend(held.id, "x", date(2026, 2, 2), date(2026, 2, 1))
    gone = mayor.revoke(held.id, "เอกสารเท็จ")
    assert (gone.line.standing.state, gone.line.standing.why) == (State.REVOKED, "เอกสารเท็จ")
    with pytest.raises(OfficeError, match=r"certificates\.not_in_force"):
        mayor.revoke(held.id, "อีกครั้ง")
    assert len(gone.deeds) == 4


def test_who_signs_electronically_is_signed_in(office: Office) -> None:
    mayor = person(office, "somchai")
    signed = SignedBy(mayor.name_th, ("นายกเทศมนตรี",), mayor.id, (), Level.ACT)
    with pytest.raises(OfficeError, match=r"certificates\.not_the_signer"):
        issued(office, signed=signed)
    assert acts(office, "somchai").issue(wanted(office, signed=signed)).signed.level is Level.ACT


def test_the_yearly_fee_is_noted_once_for_each_year(office: Office, clock: ManualClock) -> None:
    held = issued(office)
    later(office, clock, 365 + 40)
    assert seen(office, held).line.standing.unpaid == (date(2027, 1, 14),)
    late = ReceiptRef(2, 77, date(2027, 2, 23), 300_00, 60_00)
    paid = acts(office).pay(held.id, late)
    assert paid.deeds[0].due_on == date(2027, 1, 14)
    assert paid.deeds[0].receipt == late
    assert paid.line.standing.state is State.IN_FORCE
    with pytest.raises(OfficeError, match=r"certificates\.fee_paid_twice"):
        acts(office).pay(held.id, late, date(2027, 1, 14))
    assert acts(office).close(held.id, "เลิกขาย").line.standing.state is State.CLOSED


# --- out of a case


def approved(office: Office) -> bytes:
    today = office.clock.now().date()
    kind = next(one for one in office.cases.queries.kinds(today) if one.code == "food_notification")
    answers = {"shop_name": "ร้านคำแปง", "use": "sell", "area_m2": "120", "applicant_type": "natural"}
    answers |= {"by_agent": "0", "owns_place": "1", "age": "45"}
    who = Reporter("นางคำแปง สุขใจ", "0822222222", "12 หมู่ 4 ต.แม่เหียะ")
    case = WantedCase(kind, "จำหน่ายอาหาร", "counter", "", Place("12", moo="4"), who, answers)
    clerk, head = (office.cases.acts(person(office, login)) for login in ("kanda", "wichai"))
    case_id = clerk.open(case).id
    head.take(case_id, Deed("check"))
    head.take(case_id, Deed("approve"))
    return case_id


def test_a_case_fills_the_paper_and_ends_in_the_same_transaction(office: Office) -> None:
    case_id = approved(office)
    joined = office.certifying(person(office))
    assert [one.id for one in joined.waiting()] == [case_id]
    draft = joined.draft(case_id)
    assert draft is not None
    assert draft.holder_name == "นางคำแปง สุขใจ"
    assert draft.answers["shop_name"] == "ร้านคำแปง"
    assert draft.answers["premises"] == "12 หมู่ที่ 4"
    assert draft.answers["address"] == "12 หมู่ 4 ต.แม่เหียะ"
    held = joined.issue(replace(draft, signed=MAYOR, receipt=PAID))
    case = office.cases.queries.case(case_id)
    assert case is not None
    assert case.standing.state == "issued"
    assert case.events[-1].text == "เล่มที่ 1 เลขที่ 1/2569"
    assert held.case_id == case_id
    assert joined.waiting() == ()


def test_a_case_that_was_returned_meanwhile_uses_no_number(office: Office) -> None:
    case_id = approved(office)
    joined = office.certifying(person(office))
    draft = joined.draft(case_id)
    assert draft is not None
    office.cases.acts(person(office, "wichai")).take(case_id, Deed("withdraw", "ผู้แจ้งขอถอน"))
    before = acts_waiting(office)
    with pytest.raises(OfficeError, match=r"cases\.not_now"):
        joined.issue(replace(draft, signed=MAYOR))
    assert left(office) == 50
    assert acts_waiting(office) == before
    assert office.certificates.queries.of_case(case_id, date(2026, 1, 14)) == ()


def test_an_order_that_is_over_does_not_sign(office: Office) -> None:
    mayor = person(office, "somchai")
    signed = SignedBy(mayor.name_th, ("รักษาราชการแทน",), mayor.id, (b"o" * 16,))
    with pytest.raises(OfficeError, match=r"letters\.order_over"):
        office.certifying(mayor).issue(wanted(office, signed=signed))
    assert {one.person.login for one in office.certifying(mayor).signers()} >= {"kanda", "somchai"}
