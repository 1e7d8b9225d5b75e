"""Two desks put the same letter right: what they wrote meets at the centre, and nothing of it is lost."""

from dataclasses import replace
from datetime import date

from desktop.letters.merge import registration_of
from desktop.letters.model import Letter, Registered, Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import history
from desktop.office.secrecy import Secrecy
from desktop.tray.actions import TrayActions
from desktop.tray.model import Item, Standing, Tray, Way
from desktop.tray.queries import TrayQueries
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import REGISTRY, Town, TownDesk, identity

WRITTEN = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท 0808.2/ว 4512", date(2026, 11, 9))


def letter_of(desk: TownDesk, letter_id: bytes) -> Letter:
    found = LetterQueries(desk.desk.reader).letter(letter_id)
    assert found
    return found


def amend(desk: TownDesk, letter_id: bytes, login: str = "kanda", **values: object) -> None:
    seen = registration_of(letter_of(desk, letter_id))
    desk.letters(login).amend(letter_id, seen, replace(seen, **values))  # type: ignore[arg-type]


def tray_of(desk: TownDesk, login: str = "kanda") -> Tray:
    return TrayQueries(desk.desk.reader).tray(desk.person(login))


def act(desk: TownDesk, login: str = "kanda") -> TrayActions:
    return TrayActions(desk.desk, desk.person(login))


def two_desks_with_a_letter(town: Town) -> tuple[TownDesk, TownDesk, Registered]:
    first, second = town.desk(), town.desk("C2", (), REGISTRY)
    letter = first.letters().register(WRITTEN)
    first.round.run()
    second.round.run()
    return first, second, letter


def everybody(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def differing(town: Town) -> tuple[TownDesk, TownDesk, bytes, Item]:
    """Both desks changed the subject; the second was second."""
    first, second, letter = two_desks_with_a_letter(town)
    amend(first, letter.id, subject="ขอเชิญประชุมด่วน")
    amend(second, letter.id, login="piyada", subject="ขอเชิญประชุมใหญ่", remarks="นำเข้าที่ประชุม")
    everybody(first, second)
    (item,) = tray_of(second, "piyada").open
    return first, second, letter.id, item


def test_different_fields_of_two_desks_merge(town: Town) -> None:
    first, second, letter = two_desks_with_a_letter(town)
    amend(first, letter.id, subject="ขอเชิญประชุมด่วน")
    amend(second, letter.id, remarks="โทรแจ้งแล้ว", due_date=date(2026, 11, 30))
    everybody(first, second)
    for desk in (first, second):
        shown = letter_of(desk, letter.id)
        assert (shown.subject, shown.remarks, shown.due_date) == ("ขอเชิญประชุมด่วน", "โทรแจ้งแล้ว", date(2026, 11, 30))
        assert tray_of(desk).open == ()
        told = [(event.kind, event.text) for event in history(shown) if event.kind.startswith("amended")]
        assert ("amended.subject", "ขอเชิญประชุมด่วน") in told
        assert len(told) == 3
        desk_equals_centre(town, desk)


def test_what_waits_shows_at_once_and_stays_until_the_centre_has_spoken(town: Town) -> None:
    first, second, letter = two_desks_with_a_letter(town)
    amend(first, letter.id, subject="ของฉัน")
    amend(second, letter.id, subject="ของเขา")
    assert letter_of(first, letter.id).subject == "ของฉัน"
    second.round.run()
    assert letter_of(first, letter.id).subject == "ของฉัน"


def test_a_field_changed_by_two_keeps_the_first_and_brings_both_before_a_person(town: Town) -> None:
    first, second, letter_id, item = differing(town)
    for desk in (first, second):
        shown = letter_of(desk, letter_id)
        assert (shown.subject, shown.remarks) == ("ขอเชิญประชุมด่วน", "นำเข้าที่ประชุม")
        desk_equals_centre(town, desk)
    assert tray_of(first).open == ()
    (side,) = item.sides
    assert (side.field, side.base, side.mine, side.theirs) == (
        "subject", "ขอเชิญประชุม", "ขอเชิญประชุมใหญ่", "ขอเชิญประชุมด่วน",
    )  # fmt: skip
    assert side.by
    assert side.by.th == "นางkanda"
    assert side.at is not None
    assert item.ways == (Way.CHOOSE, Way.EDIT, Way.HAND_UP, Way.CLOSE)
    assert item.paper
    assert item.paper.title == "ขอเชิญประชุมด่วน"


def test_mine_is_a_new_act_and_can_be_taken_back(town: Town) -> None:
    first, second, letter_id, item = differing(town)
    act(second, "piyada").choose(item.id, frozenset({"subject"}))
    everybody(second, first)
    assert letter_of(first, letter_id).subject == "ขอเชิญประชุมใหญ่"
    (settled,) = tray_of(second, "piyada").settled
    assert settled.settlement
    assert settled.settlement.how == "chosen"
    assert [(side.mine, side.theirs) for side in settled.sides] == [("ขอเชิญประชุมใหญ่", "ขอเชิญประชุมด่วน")]
    act(second, "piyada").undo(item.id)
    everybody(second, first)
    assert letter_of(first, letter_id).subject == "ขอเชิญประชุมด่วน"
    assert [again.id for again in tray_of(second, "piyada").open] == [item.id]
    desk_equals_centre(town, first)


def test_theirs_writes_nothing_and_keeps_both(town: Town) -> None:
    _, second, letter_id, item = differing(town)
    held = second.desk.reader.one("SELECT count(*) FROM outbox")
    act(second, "piyada").choose(item.id, frozenset())
    assert second.desk.reader.one("SELECT count(*) FROM outbox") == held
    (settled,) = tray_of(second, "piyada").settled
    assert [(side.mine, side.theirs) for side in settled.sides] == [(one.mine, one.theirs) for one in item.sides]
    assert letter_of(second, letter_id).subject == "ขอเชิญประชุมด่วน"


def test_an_amendment_from_nobody_is_done_again_by_somebody_on_what_stands_now(town: Town) -> None:
    """The centre refuses an intent of one who left; a colleague does it again after others have written."""
    first, second, letter = two_desks_with_a_letter(town)
    stranger = replace(first.person("kanda"), id=identity("gone"))
    seen = registration_of(letter_of(first, letter.id))
    type(first.letters())(first.desk, stranger).amend(letter.id, seen, replace(seen, remarks="เพิ่มเติม"))
    amend(second, letter.id, remarks="ของเขา")
    everybody(second, first)
    (item,) = tray_of(first).open
    assert (item.code, item.ways[0]) == ("user_unknown", Way.REDO)
    assert letter_of(first, letter.id).remarks == "ของเขา"
    act(first).redo(item.id)
    everybody(first, second)
    assert letter_of(second, letter.id).remarks == "เพิ่มเติม"
    assert tray_of(first).open == ()


def test_a_stale_routing_tells_where_the_letter_is_and_since_when(town: Town) -> None:
    first, second, letter = two_desks_with_a_letter(town)
    for desk in (first, second):
        desk.letters().route(letter.id, [identity("ENG")], note="โปรดดำเนินการ")
    everybody(first, second)
    (item,) = tray_of(second).open
    (sent,) = item.routes
    assert item.code == "letters.already_routed"
    assert (sent.unit.th, sent.sent_by.th, sent.received_at) == ("กองช่าง", "นางkanda", None)
    assert Way.REDO not in item.ways


def test_the_same_paper_registered_twice_is_told_and_linked_and_never_deleted(town: Town) -> None:
    first, second, letter = two_desks_with_a_letter(town)
    again = first.letters().register(replace(WRITTEN, subject="ขอเชิญประชุม (ซ้ำ)", book_number="มท๐๘๐๘.๒ / ว๔๕๑๒"))
    other = first.letters().register(replace(WRITTEN, letter_date=date(2026, 11, 10)))
    everybody(first, second)
    (item,) = tray_of(first).open
    assert (item.code, item.data["number"], item.ways[0]) == ("letters.seems_twice", letter.number, Way.LINK)
    act(first).link(item.id)
    everybody(first, second)
    for desk in (first, second):
        assert [twin.number for twin in letter_of(desk, letter.id).twins] == [again.number]
        assert [twin.number for twin in letter_of(desk, again.id).twins] == [letter.number]
        assert letter_of(desk, other.id).twins == ()
        desk_equals_centre(town, desk)


def test_nothing_that_waits_in_the_tray_blocks_what_comes_after_it(town: Town) -> None:
    """L2: between two refused acts and a flagged one, everything else arrives in the same round."""
    first, second, letter = two_desks_with_a_letter(town)
    first.letters().route(letter.id, [identity("ENG")])
    everybody(first)
    second.letters().route(letter.id, [identity("ENG")])
    amend(second, letter.id, subject="ใหม่")
    second.letters().endorse(letter.id, "เพื่อโปรดทราบ")
    happened = second.round.run()
    assert (happened.sent, happened.settled) == (3, 3)
    states = second.desk.reader.rows("SELECT state FROM outbox ORDER BY mseq")
    assert states == [("rejected",), ("applied",), ("applied",)]
    assert len(tray_of(second).open) == 1


def test_a_question_travels_to_the_supervisor_and_the_answer_back(town: Town) -> None:
    first, second, _, item = differing(town)
    chief = town.desk("C9", (), ("executive/normal",))
    act(second, "piyada").hand_up(item.id, "ขอให้เลือกให้ด้วย")
    everybody(second, chief, first)
    assert tray_of(second, "piyada").open == ()
    assert [one.id for one in tray_of(second, "piyada").handed_up] == [item.id]
    for desk in (chief, first):
        (asked,) = tray_of(desk).open
        assert asked.standing is Standing.ASKED
        assert asked.sides == item.sides
        assert asked.question
        assert asked.question.note == "ขอให้เลือกให้ด้วย"
        assert asked.deed
        assert asked.deed.type == "letters.amend"
    act(chief).answer(asked.id, "ใช้ของกานดา", returned=True)
    everybody(chief, second, first)
    (back,) = tray_of(second, "piyada").open
    assert back.question
    assert (back.question.answer, back.question.answered_by) == ("ใช้ของกานดา", "นางkanda")
    act(second, "piyada").choose(back.id, frozenset())
    everybody(second, chief, first)
    for desk in (first, second, chief):
        assert tray_of(desk).open == ()
        desk_equals_centre(town, desk)


def test_a_question_can_be_taken_back_until_it_is_answered(town: Town) -> None:
    _, second, _, item = differing(town)
    chief = town.desk("C9", (), ("executive/normal",))
    act(second, "piyada").hand_up(item.id, "")
    everybody(second, chief)
    assert len(tray_of(chief).open) == 1
    act(second, "piyada").undo(item.id)
    everybody(second, chief)
    assert tray_of(chief).open == ()
    assert [one.id for one in tray_of(second, "piyada").open] == [item.id]


def test_a_question_leaves_with_its_letter_when_that_becomes_secret(town: Town) -> None:
    """S20: no bucket that may not see the letter keeps what was asked about it."""
    _, second, letter_id, item = differing(town)
    chief = town.desk("C9", (), ("executive/normal",))
    act(second, "piyada").hand_up(item.id, "ขอคำแนะนำ")
    everybody(second, chief)
    assert len(tray_of(chief).open) == 1
    second.letters().classify(letter_id, Secrecy.SECRET, "มีรายชื่อสายข่าว")
    everybody(second, chief)
    assert tray_of(chief).open == ()
    for desk in (second, chief):
        assert desk.desk.reader.rows("SELECT 1 FROM review") == []
        assert desk.desk.reader.rows("SELECT 1 FROM letter_amendment") == []
        desk_equals_centre(town, desk)
    kept = town.count("SELECT count(*) FROM change WHERE entity = 'review' AND op = 'P' AND bucket LIKE '%/normal'"
                      " AND office_id = :o", o=town.office_id)  # fmt: skip
    assert kept == 0


def test_of_a_letter_that_left_the_desk_the_tray_tells_no_words(town: Town) -> None:
    _, second, letter_id, item = differing(town)
    second.letters().classify(letter_id, Secrecy.SECRET, "มีรายชื่อสายข่าว")
    everybody(second)
    (left,) = tray_of(second, "piyada").open
    assert left.id == item.id
    assert left.paper
    assert (left.paper.here, left.paper.title, left.sides) == (False, "", ())
    assert left.deed
    assert not any(isinstance(value, str) for value in left.deed.facts.values())
    assert left.ways == (Way.HAND_UP, Way.CLOSE)
