"""The tray of one desk: every item is settled once, by somebody, for a reason, and a fact is never done again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.store import outbox
from desktop.tray.model import Item, Standing, Tray, Way
from tests.helpers.desk import arrived, make_desk, make_office, person


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path)
    yield make_office(desk)
    desk.close()


def told(office: Office, mseq: int, status: str, code: str, **data: object) -> None:
    """The centre's word on an act."""
    office.desk.write(lambda unit: outbox.settle(unit, mseq, status, 0, code, data), pulled=True)


def tray(office: Office, login: str = "kanda") -> Tray:
    return office.tray_queries.tray(person(office, login))


def a_flagged_receipt(office: Office) -> Item:
    paid = office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(fees()[0], 2),)))
    told(office, 1, "flagged", "number.taken", series="receipts", year_be=2570, n=paid.number)
    (item,) = tray(office).open
    return item


def test_an_item_shows_the_act_whole_and_the_paper(office: Office) -> None:
    item = a_flagged_receipt(office)
    assert item.deed
    assert (item.deed.type, item.deed.who.th) == ("cashier.issue_receipt", "นางสาวปิยะดา ลองรับเงิน")
    assert item.deed.facts["payer_name"] == "นายบุญมี ใจคำ"
    assert item.paper
    assert (item.paper.number, item.paper.title, item.paper.here) == ("70/C1 000451", "นายบุญมี ใจคำ", True)
    assert item.ways == (Way.EDIT, Way.HAND_UP, Way.CLOSE)


def test_a_fact_is_never_done_again(office: Office) -> None:
    item = a_flagged_receipt(office)
    with pytest.raises(OfficeError, match=r"tray\.cannot_redo"):
        office.tray(person(office)).redo(item.id)
    assert tray(office).open == (item,)


def test_closing_wants_a_reason_and_keeps_it_with_who_and_when(office: Office) -> None:
    item = a_flagged_receipt(office)
    act = office.tray(person(office))
    with pytest.raises(OfficeError, match=r"tray\.reason_missing"):
        act.close(item.id, "  ")
    heard: list[Changes] = []
    office.desk.changes.listen(heard.append)
    act.close(item.id, "ตรวจกับต้นขั้วแล้ว")
    assert heard[-1].touches("attention")
    (settled,) = tray(office).settled
    assert settled.settlement
    assert (settled.settlement.how, settled.settlement.reason) == ("closed", "ตรวจกับต้นขั้วแล้ว")
    assert settled.settlement.by.th == "นางสาวกานดา สาธิตวงศ์"
    assert settled.ways == (Way.UNDO,)
    with pytest.raises(OfficeError, match=r"tray\.already_settled"):
        act.close(item.id, "อีกครั้ง")
    act.undo(item.id)
    assert [one.id for one in tray(office).open] == [item.id]


def test_items_of_one_paper_lie_together(office: Office) -> None:
    act = office.letters(person(office))
    first = act.register(Registration("อำเภอ", "นายก", "ฉบับแรก"))
    act.register(Registration("อำเภอ", "นายก", "ฉบับสอง"))
    act.endorse(first.id, "เพื่อทราบ")
    for mseq in (1, 2, 3):
        told(office, mseq, "flagged", "user_unknown", user_id="00")
    papers = [item.paper.title for item in tray(office).open if item.paper]
    assert sorted(papers) == ["ฉบับสอง", "ฉบับแรก", "ฉบับแรก"]
    assert papers.index("ฉบับแรก") + 1 == len(papers) - 1 - papers[::-1].index("ฉบับแรก")


def test_a_supervisor_at_the_same_desk_is_asked_and_the_asker_is_not(office: Office) -> None:
    item = a_flagged_receipt(office)
    office.tray(person(office)).hand_up(item.id, "เลขซ้ำ ขอคำแนะนำ")
    arrived(office.desk)
    assert tray(office).open == ()
    assert office.tray_queries.count(person(office)) == 0
    (asked,) = tray(office, "somchai").open
    assert asked.standing is Standing.ASKED
    assert office.tray_queries.count(person(office, "somchai")) == 1
    office.tray(person(office, "somchai")).answer(asked.id, "ดำเนินการแล้ว", returned=False)
    assert tray(office, "somchai").open == ()
    (settled,) = tray(office).settled
    assert settled.question
    assert (settled.question.state, settled.question.answer) == ("settled", "ดำเนินการแล้ว")
    assert settled.ways == ()


def test_a_question_sent_back_waits_for_the_desk_again(office: Office) -> None:
    item = a_flagged_receipt(office)
    office.tray(person(office)).hand_up(item.id, "")
    (asked,) = tray(office, "somchai").open
    chief = office.tray(person(office, "somchai"))
    with pytest.raises(OfficeError, match=r"tray\.reason_missing"):
        chief.answer(asked.id, "", returned=True)
    chief.answer(asked.id, "ตรวจกับทะเบียนคุมก่อน", returned=True)
    with pytest.raises(OfficeError, match=r"tray\.already_answered"):
        chief.answer(asked.id, "อีกครั้ง", returned=False)
    (back,) = tray(office).open
    assert back.question
    assert back.question.answer == "ตรวจกับทะเบียนคุมก่อน"
    assert outbox.unsent(office.desk.reader).attention == 1
    office.tray(person(office)).close(back.id, "ตรวจแล้ว")
    assert outbox.unsent(office.desk.reader).attention == 0


def test_an_act_of_a_kind_nobody_here_knows_can_still_be_read_and_closed(office: Office) -> None:
    office.letters(person(office)).endorse(bytes(16), "หนังสือที่ไม่มี")
    told(office, 1, "rejected", "some.new_code", anything=3)
    (item,) = tray(office).open
    assert (item.code, item.paper and item.paper.here) == ("some.new_code", False)
    assert item.ways == (Way.HAND_UP, Way.CLOSE)
    office.tray(person(office)).close(item.id, "รับทราบ")


def test_what_no_act_caused_can_be_closed(office: Office) -> None:
    office.desk.write(lambda unit: unit.tell_attention("post.centre_changed", {}))
    (item,) = tray(office).open
    assert (item.deed, item.paper) == (None, None)
    office.tray(person(office)).close(item.id, "รับทราบ")
    assert tray(office).open == ()
