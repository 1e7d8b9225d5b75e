"""Drafts, review, signing and dispatch at two desks and the centre: who sees what, whose number, and nothing lost."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.letters.rules import INCOMING_SERIES
from desktop.letters.tags import is_provisional
from desktop.office.ids import Id
from desktop.outgoing.dispatch_actions import DispatchActions
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.model import Content, Draft, Level, Sending, State, Template
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.signing import SigningActions
from desktop.paper.pages import page_text
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.outgoing import LETTER
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity

OUT = "letters.outgoing/central"


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1", (INCOMING_SERIES, OUT), REGISTRY)


@pytest.fixture
def engineers(town: Town, registry: TownDesk) -> TownDesk:
    return town.desk("E1", (OUT,), ENGINEERING)


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def drafting(desk: TownDesk, login: str) -> DraftActions:
    return DraftActions(desk.desk, desk.person(login))


def signing(desk: TownDesk, login: str) -> SigningActions:
    return SigningActions(desk.desk, desk.person(login))


def draft(desk: TownDesk, draft_id: Id) -> Draft | None:
    return OutgoingQueries(desk.desk.reader).draft(draft_id)


def held(desk: TownDesk, draft_id: Id) -> Draft:
    found = draft(desk, draft_id)
    assert found is not None
    return found


def started(desk: TownDesk, login: str, content: Content = LETTER) -> Id:
    return drafting(desk, login).start(content.template, content=content)


def asked(desk: TownDesk, login: str, reviewer: str, draft_id: Id, content: Content = LETTER) -> Id:
    version = held(desk, draft_id).current.id
    drafting(desk, login).ask(draft_id, version, content, desk.person(reviewer))
    return version


def attention(desk: TownDesk) -> list[str]:
    return [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY created_at")]


def proven(town: Town) -> bool:
    with snapshot(town.engine) as connection:
        kept = registers(connection, town.office_id)
        return all(first_contradiction(connection, town.office_id, *one) is None for one in kept)


def test_a_draft_goes_where_its_way_leads_and_no_further(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    """Written in one division, reviewed in another, signed where the register is; the owner gets its copy."""
    draft_id = started(engineers, "wichai")
    rounds(engineers, registry)
    assert draft(registry, draft_id) is None
    version = asked(engineers, "wichai", "kanda", draft_id)
    rounds(engineers, registry)
    drafting(registry, "kanda").give_back(draft_id, version, "แก้วันที่")
    rounds(registry, engineers)
    back = held(engineers, draft_id)
    assert (back.state, {one.text for one in back.remarks}) == (State.RETURNED, {"", "แก้วันที่"})
    mended = replace(LETTER, subject="ส่งรายชื่อใหม่")
    version = drafting(engineers, "wichai").save(draft_id, version, mended)
    drafting(engineers, "wichai").ask(draft_id, version, mended, engineers.person("kanda"))
    rounds(engineers, registry)
    drafting(registry, "kanda").approve(draft_id, version)
    signed = signing(registry, "kanda").sign(draft_id, version, Level.WET)
    rounds(registry, engineers)
    there = held(engineers, draft_id)
    assert (there.state, there.letter_id) == (State.SIGNED, signed.letter_id)
    assert signed.number == 1
    assert OutgoingQueries(engineers.desk.reader).signed_paper(signed.letter_id) == signed.file
    assert proven(town)
    for desk in (registry, engineers):
        assert attention(desk) == []
        desk_equals_centre(town, desk)


def test_two_write_over_the_same_version_and_both_are_kept(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    draft_id = started(engineers, "wichai")
    version = asked(engineers, "wichai", "kanda", draft_id)
    rounds(engineers, registry)
    drafting(registry, "kanda").save(draft_id, version, replace(LETTER, subject="ของกานดา"))
    drafting(engineers, "wichai").save(draft_id, version, replace(LETTER, subject="ของวิชัย"))
    rounds(registry, engineers, registry)
    for desk in (registry, engineers):
        found = held(desk, draft_id)
        assert found.current.content.subject == "ของกานดา"
        assert {one.content.subject for one in found.versions} == {LETTER.subject, "ของกานดา", "ของวิชัย"}
    assert attention(engineers) == ["outgoing.draft_forked"]
    lost = next(one for one in held(engineers, draft_id).versions if one.content.subject == "ของวิชัย")
    drafting(engineers, "wichai").save(draft_id, held(engineers, draft_id).current.id, lost.content)
    rounds(engineers, registry)
    assert held(registry, draft_id).current.content.subject == "ของวิชัย"


def test_one_draft_signed_at_two_desks_is_two_letters_with_two_numbers(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    """Both sat without a line: both papers exist, neither number is on two, and a person is told."""
    draft_id = started(engineers, "wichai")
    version = asked(engineers, "wichai", "kanda", draft_id)
    rounds(engineers, registry)
    drafting(registry, "kanda").approve(draft_id, version)
    rounds(registry, engineers)
    first = signing(registry, "kanda").sign(draft_id, version, Level.WET)
    second = signing(engineers, "wichai").sign(draft_id, version, Level.WET)
    assert (first.number, is_provisional(second.number), second.file) == (1, True, None)
    rounds(registry, engineers, registry, engineers)
    assert attention(engineers) == ["outgoing.signed_twice"]
    assert held(engineers, draft_id).letter_id == first.letter_id
    assert signing(engineers, "wichai").finish_waiting() == [second.letter_id]
    rounds(engineers, registry)
    numbers = registry.desk.reader.rows("SELECT number FROM letter WHERE register = 'outgoing/central' ORDER BY number")
    assert numbers == [(1,), (2,)]
    assert proven(town)
    desk_equals_centre(town, registry)
    desk_equals_centre(town, engineers)


def test_offline_the_desk_that_holds_the_register_signs_from_its_own_book(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    rounds(registry)
    papers = []
    for n in range(3):
        draft_id = started(registry, "kanda", replace(LETTER, subject=f"ฉบับ {n}"))
        version = asked(registry, "kanda", "kanda", draft_id, replace(LETTER, subject=f"ฉบับ {n}"))
        drafting(registry, "kanda").approve(draft_id, version)
        papers.append(signing(registry, "kanda").sign(draft_id, version, Level.WET))
    assert [one.number for one in papers] == [1, 2, 3]
    assert all("การลงนามระดับ ๑" in page_text(registry.desk.blobs.get(one.file or "")) for one in papers)
    rounds(registry, engineers)
    assert proven(town)


def test_dispatch_receipt_and_picture_reach_every_desk(town: Town, registry: TownDesk, engineers: TownDesk) -> None:
    draft_id = started(registry, "kanda")
    version = asked(registry, "kanda", "kanda", draft_id)
    drafting(registry, "kanda").approve(draft_id, version)
    signed = signing(registry, "kanda").sign(draft_id, version, Level.WET)
    act = DispatchActions(registry.desk, registry.person("kanda"))
    sent = act.send(signed.letter_id, "จังหวัดเชียงใหม่", Sending.REGISTERED_POST, reference="RA1")
    out = BytesIO()
    Image.new("L", (30, 60)).save(out, "PNG")
    act.set_garuda(out.getvalue())
    rounds(registry, engineers)
    again = town.desk("C2", (), REGISTRY)
    rounds(again)
    DispatchActions(again.desk, again.person("kanda")).deliver(sent, "นายรับ ทดสอบ")
    rounds(again, registry)
    book = OutgoingQueries(registry.desk.reader).dispatches_of(signed.letter_id)
    assert [(one.reference, one.received_by_name) for one in book] == [("RA1", "นายรับ ทดสอบ")]
    picture = OutgoingQueries(engineers.desk.reader).picture()
    assert picture is not None
    registry.errand.run()
    engineers.errand.run()
    assert engineers.desk.blobs.get(picture.sha256) == out.getvalue()


def test_the_scan_of_a_signed_paper_reaches_the_owner(
    town: Town, registry: TownDesk, engineers: TownDesk, tmp_path: Path
) -> None:
    """Signed by hand at the registry, scanned there: the owner's copy is the scan, and both files are there."""
    draft_id = started(engineers, "wichai")
    version = asked(engineers, "wichai", "kanda", draft_id)
    rounds(engineers, registry)
    drafting(registry, "kanda").approve(draft_id, version)
    signed = signing(registry, "kanda").sign(draft_id, version, Level.WET)
    scan = tmp_path / "scan.png"
    Image.new("L", (827, 1169), 255).save(scan, dpi=(100, 100))
    DispatchActions(registry.desk, registry.person("kanda")).attach_scan(signed.letter_id, scan)
    rounds(registry, engineers)
    there = OutgoingQueries(engineers.desk.reader)
    assert there.made_paper(signed.letter_id) == signed.file
    (scanned,) = there.scans(signed.letter_id)
    assert there.signed_paper(signed.letter_id) == scanned
    registry.errand.run()
    engineers.errand.run()
    assert engineers.desk.blobs.get(scanned) == registry.desk.blobs.get(scanned)
    for desk in (registry, engineers):
        assert attention(desk) == []
        desk_equals_centre(town, desk)


def test_approval_of_what_was_changed_meanwhile_is_refused_and_told(
    town: Town, registry: TownDesk, engineers: TownDesk
) -> None:
    draft_id = started(engineers, "wichai")
    version = asked(engineers, "wichai", "kanda", draft_id)
    rounds(engineers, registry)
    newer = drafting(engineers, "wichai").save(draft_id, version, replace(LETTER, subject="แก้ทีหลัง"))
    engineers.round.run()
    drafting(registry, "kanda").approve(draft_id, version)
    rounds(registry, engineers)
    assert attention(registry) == ["outgoing.changed_since"]
    found = held(registry, draft_id)
    assert (found.state, found.current.id) == (State.REVIEW, newer)
    desk_equals_centre(town, registry)


def test_a_memo_of_a_division_is_signed_in_its_own_register(town: Town) -> None:
    own = f"letters.memo/{identity('ENG').hex()}"
    engineers = town.desk("E1", (own,), ENGINEERING)
    memo = replace(LETTER, template=Template.MEMO, closing="")
    draft_id = started(engineers, "wichai", memo)
    version = asked(engineers, "wichai", "wichai", draft_id, memo)
    drafting(engineers, "wichai").approve(draft_id, version)
    signed = signing(engineers, "wichai").sign(draft_id, version, Level.WET)
    rounds(engineers)
    assert (signed.number, proven(town)) == (1, True)
    desk_equals_centre(town, engineers)
