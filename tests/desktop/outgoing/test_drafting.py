"""Drafts: every pause is kept, versions are compared and brought back, review goes round and round."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import Urgency
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from desktop.outgoing.drafting import KEPT_AUTOSAVES
from desktop.outgoing.model import Content, Difference, State, Template
from desktop.outgoing.rules import differences, packed, problems, unpacked
from desktop.store.desk import Desk
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.outgoing import LETTER, approved, found


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def test_a_draft_begins_with_its_unit_and_what_its_template_needs(office: Office) -> None:
    draft_id = office.outgoing.drafts(person(office)).start(Template.EXTERNAL, "0 5300 0000")
    draft = found(office, draft_id)
    assert (draft.state, draft.unit_name, draft.newest) == (State.WRITING, "สำนักปลัดเทศบาล", None)
    content = draft.current.content
    assert (content.owner_unit, content.phone, content.closing) == ("สำนักปลัดเทศบาล", "0 5300 0000", "ขอแสดงความนับถือ")
    assert [row.id for row in office.outgoing.queries.drafts([State.WRITING])] == [draft_id]
    assert office.outgoing.queries.counts()[State.WRITING] == 1


def test_what_is_typed_is_kept_here_and_told_only_when_it_is_left(
    office: Office, desk: Desk, clock: ManualClock
) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL)
    base = found(office, draft_id).current
    waiting = office.waiting()
    for words in ("ส่", "ส่งราย", "ส่งรายชื่อ"):
        clock.advance(timedelta(seconds=1))
        act.autosave(draft_id, base.id, replace(base.content, subject=words))
    draft = found(office, draft_id)
    assert office.waiting() == waiting
    assert draft.newest is not None
    assert draft.newest.content.subject == "ส่งรายชื่อ"
    assert [one.content.subject for one in draft.versions if one.autosaved] == ["ส่งรายชื่อ", "ส่งราย", "ส่"]
    clock.advance(timedelta(seconds=1))
    version = act.save(draft_id, base.id, draft.newest.content)
    draft = found(office, draft_id)
    assert (draft.newest, draft.current.id, draft.current.base_id) == (None, version, base.id)
    assert draft.current.content.subject == "ส่งรายชื่อ"
    assert act.save(draft_id, version, draft.current.content) == version
    assert office.waiting() == waiting + 1


def test_a_version_is_brought_back_as_one_more(office: Office, clock: ManualClock) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL, content=LETTER)
    first = found(office, draft_id).current
    clock.advance(timedelta(minutes=1))
    second = act.save(draft_id, first.id, replace(LETTER, subject="ผิด", body="ผิดทั้งหมด"))
    clock.advance(timedelta(minutes=1))
    act.save(draft_id, second, first.content)
    draft = found(office, draft_id)
    assert draft.current.content == LETTER
    assert [one.content.subject for one in draft.versions] == [LETTER.subject, "ผิด", LETTER.subject]


def test_the_list_says_what_is_being_typed(office: Office) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL)
    base = found(office, draft_id).current

    def listed() -> tuple[str, str]:
        (row,) = office.outgoing.queries.drafts([State.WRITING])
        return row.subject, row.to_party

    assert listed() == ("", "")
    act.autosave(draft_id, base.id, replace(base.content, body="\n  ด้วยเทศบาลจะจัดงาน\nจึงเรียนมา"))
    assert listed() == ("ด้วยเทศบาลจะจัดงาน", "")
    act.autosave(draft_id, base.id, replace(base.content, subject="ขอเชิญร่วมงาน", to_party="นายอำเภอ"))
    assert listed() == ("ขอเชิญร่วมงาน", "นายอำเภอ")
    act.save(draft_id, base.id, replace(base.content, subject="ขอเชิญร่วมพิธี"))
    assert listed() == ("ขอเชิญร่วมพิธี", "")


def test_autosaves_are_thinned_and_those_of_gone_drafts_go(office: Office, desk: Desk) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL)
    base = found(office, draft_id).current
    for n in range(KEPT_AUTOSAVES + 3):
        act.autosave(draft_id, base.id, replace(base.content, subject=str(n)))
    kept = [unpacked(text).subject for (text,) in desk.reader.rows("SELECT content FROM draft_autosave ORDER BY place")]
    assert kept == [str(n) for n in range(3, KEPT_AUTOSAVES + 3)]
    desk.settle("DELETE FROM draft", ())
    act.autosave(draft_id, base.id, base.content)
    assert desk.reader.rows("SELECT count(*) FROM draft_autosave") == [(0,)]


def test_review_returned_with_remarks_and_approved(office: Office, clock: ManualClock) -> None:
    author, head = person(office), person(office, "wichai")
    draft_id = office.outgoing.drafts(author).start(Template.EXTERNAL, content=LETTER)
    version = found(office, draft_id).current.id
    office.outgoing.drafts(author).ask(draft_id, version, LETTER, head, "โปรดตรวจ")
    assert office.outgoing.queries.waiting_for(head.id) == 1
    office.outgoing.drafts(head).give_back(draft_id, version, "แก้เรื่องให้ตรงกับหนังสือที่อ้างถึง")
    assert (found(office, draft_id).state, office.outgoing.queries.waiting_for(author.id)) == (State.RETURNED, 1)
    clock.advance(timedelta(minutes=1))
    mended = replace(LETTER, subject="ส่งรายชื่อผู้เข้าร่วมพิธีวางพวงมาลา")
    version = office.outgoing.drafts(author).save(draft_id, version, mended)
    office.outgoing.drafts(author).ask(draft_id, version, mended, head)
    office.outgoing.drafts(head).approve(draft_id, version)
    draft = found(office, draft_id)
    assert (draft.state, draft.approved_version_id) == (State.APPROVED, version)
    assert [one.act for one in draft.remarks] == ["asked", "returned", "asked", "approved"]
    assert draft.remarks[1].text.startswith("แก้เรื่อง")
    assert draft.remarks[0].to_name == head.name_th


def test_what_is_changed_after_approval_must_be_approved_again(office: Office) -> None:
    draft = approved(office)
    office.outgoing.drafts(person(office)).save(draft.id, draft.current.id, replace(LETTER, subject="เรื่องอื่น"))
    draft = found(office, draft.id)
    assert (draft.state, draft.approved_version_id) == (State.WRITING, None)


def test_review_only_of_what_is_whole_by_who_was_asked_and_of_what_they_read(office: Office) -> None:
    author, head = person(office), person(office, "wichai")
    act = office.outgoing.drafts(author)
    draft_id = act.start(Template.EXTERNAL, content=LETTER)
    version = found(office, draft_id).current.id
    with pytest.raises(OfficeError) as refused:
        act.ask(draft_id, version, replace(LETTER, body=" "), head)
    assert refused.value.subject["fields"] == ["body"]
    with pytest.raises(OfficeError, match=r"outgoing\.not_now"):
        office.outgoing.drafts(head).approve(draft_id, version)
    act.ask(draft_id, version, LETTER, head)
    with pytest.raises(OfficeError, match=r"outgoing\.not_the_reviewer"):
        act.approve(draft_id, version)
    with pytest.raises(OfficeError, match=r"outgoing\.remark_missing"):
        office.outgoing.drafts(head).give_back(draft_id, version, " ")
    newer = act.save(draft_id, version, replace(LETTER, subject="แก้ระหว่างตรวจ"))
    with pytest.raises(OfficeError, match=r"outgoing\.changed_since"):
        office.outgoing.drafts(head).approve(draft_id, version)
    office.outgoing.drafts(head).approve(draft_id, newer)


def test_a_draft_put_away_can_be_taken_up_again(office: Office) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL)
    version = found(office, draft_id).current.id
    act.drop(draft_id, version)
    assert found(office, draft_id).state is State.DROPPED
    with pytest.raises(OfficeError, match=r"outgoing\.not_now"):
        act.drop(draft_id, version)
    act.reopen(draft_id, version)
    assert found(office, draft_id).state is State.WRITING


@pytest.mark.parametrize("level", [Secrecy.SECRET, Secrecy.VERY_SECRET, Secrecy.TOP_SECRET])
def test_nothing_of_a_secret_is_kept_where_it_may_not_be(office: Office, desk: Desk, level: Secrecy) -> None:
    act = office.outgoing.drafts(person(office))
    draft_id = act.start(Template.EXTERNAL)
    base = found(office, draft_id).current
    secret = replace(LETTER, secrecy=level)
    for refused in (
        lambda: act.autosave(draft_id, base.id, secret),
        lambda: act.save(draft_id, base.id, secret),
        lambda: act.start(Template.EXTERNAL, content=secret),
    ):
        with pytest.raises(OfficeError, match=r"outgoing\.too_secret"):
            refused()
    assert desk.reader.rows("SELECT count(*) FROM draft_autosave") == [(0,)]


def test_two_versions_are_told_apart_field_by_field_and_paragraph_by_paragraph() -> None:
    before = replace(LETTER, body="หนึ่ง\nสอง\nสาม")
    after = replace(before, subject="ใหม่", urgency=Urgency.URGENT, body="หนึ่ง\nสองใหม่\nสาม\nสี่")
    assert differences(before, after) == (
        Difference("subject", LETTER.subject, "ใหม่"),
        Difference("body", "สอง", "สองใหม่"),
        Difference("body", "", "สี่"),
        Difference("urgency", "normal", "urgent"),
    )
    assert differences(after, after) == ()


def test_contents_travel_whole_and_those_of_a_later_program_are_read() -> None:
    assert unpacked(packed(LETTER)) == LETTER
    assert packed(unpacked(packed(LETTER))) == packed(LETTER)
    later = json.loads(packed(LETTER)) | {"template": "treaty", "new_field": 1}
    assert unpacked(json.dumps(later)).template is Template.EXTERNAL


def test_what_a_template_does_not_need_does_not_stop_it() -> None:
    order = Content(Template.ORDER, subject="แต่งตั้ง", body="ข้อ ๑", signer_name="นายก")
    assert problems(order) == {}
    assert set(problems(replace(order, template=Template.EXTERNAL))) == {"to_party"}
