"""How long letters are kept, what holds them back, and a destruction list from its first letter to the fire."""

from datetime import date

import pytest

from desktop.archive.actions import Appointed
from desktop.archive.model import Answer, Asked, Form, Kept, ListState, MemberRole, Verdict
from desktop.archive.queries import Shelf
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import CENTRAL
from desktop.paper.pages import page_text
from desktop.paper.table import TableRow
from tests.desktop.archive.conftest import Registry
from tests.helpers.desk import MORNING, unit_id

TODAY = local_date(MORNING)
COMMITTEE = (
    Appointed(MemberRole.CHAIR, "นายสมชาย ตัวอย่างดี", "รองปลัดเทศบาล"),
    Appointed(MemberRole.MEMBER, "นางสาวกานดา สาธิตวงศ์", "เจ้าพนักงานธุรการ"),
    Appointed(MemberRole.MEMBER, "นายวิชัย โยธาเทียม", "ผู้อำนวยการกองช่าง"),
)


def on_shelf(registry: Registry, year: int = 2569) -> list[Kept]:
    return list(reversed(registry.office.archive_queries.shelf(Shelf(CENTRAL, year), TODAY)))


def expired(registry: Registry, year: int = 2568) -> tuple[Kept, ...]:
    return registry.office.archive_queries.expired(year, None, TODAY)


def old_letters(registry: Registry, count: int = 4, year: int = 2558) -> list[Id]:
    letters = registry.register(count=count)
    for letter in letters:
        registry.make_old(letter, year)
    return [letter.id for letter in letters]


def a_list(registry: Registry) -> Id:
    """A list of 2568 with every letter that is due."""
    archive = registry.archive
    list_id = archive.open_list(2568, "บัญชีหนังสือขอทำลาย ประจำปี 2568")
    archive.put_on_list(list_id, expired(registry))
    return list_id


def signed(registry: Registry, list_id: Id) -> None:
    registry.archive.appoint(list_id, "คำสั่งที่ 12/2569", COMMITTEE)
    found = registry.office.archive_queries.list(list_id)
    assert found is not None
    for member in found.members:
        registry.archive.sign(member.id, TODAY)


def approve(registry: Registry, list_id: Id, answer: Answer = Answer.AGREED) -> None:
    registry.archive.approve(list_id, "นายกเทศมนตรี ตัวอย่าง", "นายกเทศมนตรี", TODAY, answer, date(2026, 10, 1))


def test_a_letter_is_kept_ten_years_from_the_end_of_the_year_it_was_last_worked_on(registry: Registry) -> None:
    first, second = old_letters(registry, 2)
    registry.office.desk.settle("UPDATE letter SET acted_at = '2015-12-31T16:59:59.000000Z' WHERE id = ?", (first,))
    registry.office.desk.settle("UPDATE letter SET acted_at = '2015-12-31T17:00:00.000000Z' WHERE id = ?", (second,))
    assert [(one.since_be, one.until_be) for one in on_shelf(registry, 2558)] == [(2558, 2568), (2559, 2569)]
    assert [one.letter_id for one in expired(registry)] == [first]
    assert expired(registry, 2567) == ()


def test_a_class_and_a_place_are_given_to_many_and_the_newest_stands(registry: Registry) -> None:
    letters = [letter.id for letter in registry.register(count=3)]
    registry.archive.store(letters, "routine", "ตู้ 3 ชั้น 2", TODAY, file_code="สป 1")
    registry.archive.store(letters[:1], "history", "ห้องเก็บ", TODAY)
    kept = on_shelf(registry)
    assert [(one.retention, one.until_be, one.place, one.file_code) for one in kept] == [
        ("history", None, "ห้องเก็บ", ""),
        ("routine", 2570, "ตู้ 3 ชั้น 2", "สป 1"),
        ("routine", 2570, "ตู้ 3 ชั้น 2", "สป 1"),
    ]
    assert len(registry.office.archive_queries.storings(letters[0])) == 2


def test_what_must_be_kept_for_ever_is_never_due(registry: Registry) -> None:
    letters = old_letters(registry, 4, 2500)
    for letter, code in zip(letters, ("history", "evidence", "usual", "usual"), strict=True):
        registry.archive.store([letter], code, "ตู้ 1", TODAY)
    registry.office.desk.settle("UPDATE letter SET secrecy = 'secret' WHERE id = ?", (letters[2],))
    assert [one.letter_id for one in expired(registry)] == letters[3:]


def test_letters_that_came_by_wire_are_kept_longer(registry: Registry) -> None:
    letters = old_letters(registry, 2)
    registry.office.desk.settle("UPDATE letter SET channel = 'email' WHERE id = ?", (letters[0],))
    assert [(one.retention, one.until_be) for one in on_shelf(registry, 2558)] == [
        ("electronic", 2578),
        ("usual", 2568),
    ]
    assert [one.letter_id for one in expired(registry)] == letters[1:]


def test_a_hold_keeps_a_letter_off_the_list_and_says_why(registry: Registry) -> None:
    letters = old_letters(registry, 3)
    registry.archive.hold(letters[0], "มีคดีในศาลปกครอง")
    with pytest.raises(OfficeError, match="already_held"):
        registry.archive.hold(letters[0], "อีกครั้ง")
    assert [one.hold for one in expired(registry)] == ["มีคดีในศาลปกครอง", "", ""]
    list_id = a_list(registry)
    assert [one.letter_id for one in registry.office.archive_queries.entries(list_id)] == letters[1:]
    registry.archive.release(letters[0], "คดีถึงที่สุด")
    assert [one.letter_id for one in expired(registry)] == letters[:1]
    (hold,) = registry.office.archive_queries.holds(letters[0])
    assert hold.released_at is not None


def test_a_letter_is_on_one_list_at_a_time(registry: Registry) -> None:
    old_letters(registry, 2)
    list_id = a_list(registry)
    assert expired(registry) == ()
    registry.archive.withdraw(list_id, "ทำใหม่")
    assert len(expired(registry)) == 2


def test_a_list_goes_from_its_letters_to_the_fire_and_every_letter_stays(registry: Registry) -> None:
    letters = old_letters(registry)
    list_id = a_list(registry)
    queries = registry.office.archive_queries
    kept = queries.entries(list_id)[0]
    registry.archive.judge(list_id, [kept.id], Verdict.KEEP, "มีคุณค่าทางประวัติศาสตร์")
    signed(registry, list_id)
    approve(registry, list_id)
    assert registry.archive.destroyed(list_id, TODAY, "ย่อยกระดาษ") == 3
    shown = [queries.kept(letter, TODAY) for letter in letters]
    assert [one.destroyed_on for one in shown if one] == [None, TODAY, TODAY, TODAY]
    found = queries.list(list_id)
    assert found is not None
    assert (found.state, found.count, found.to_destroy, found.destroyed_on) == (ListState.DESTROYED, 4, 3, TODAY)
    gone = {one.letter_id for one in on_shelf(registry, 2558) if one.destroyed_on == TODAY}
    assert gone == set(letters) - {kept.letter_id}
    assert all(registry.office.letter_queries.letter(letter) is not None for letter in letters)
    assert [one.letter_id for one in expired(registry)] == [kept.letter_id]


def test_nothing_is_approved_before_all_have_signed(registry: Registry) -> None:
    old_letters(registry)
    list_id = a_list(registry)
    with pytest.raises(OfficeError, match="committee_small"):
        approve(registry, list_id)
    registry.archive.appoint(list_id, "คำสั่งที่ 12/2569", COMMITTEE)
    with pytest.raises(OfficeError, match="committee_unsigned"):
        approve(registry, list_id)
    with pytest.raises(OfficeError, match="not_approved"):
        registry.archive.destroyed(list_id, TODAY, "เผา")


def test_what_is_signed_is_not_changed_under_the_signature(registry: Registry) -> None:
    letters = old_letters(registry)
    list_id = a_list(registry)
    signed(registry, list_id)
    entries = [one.id for one in registry.office.archive_queries.entries(list_id)]
    with pytest.raises(OfficeError, match="list_signed"):
        registry.archive.judge(list_id, entries, Verdict.KEEP, "เก็บ")
    with pytest.raises(OfficeError, match="list_signed"):
        registry.archive.appoint(list_id, "คำสั่งใหม่", COMMITTEE)
    registry.office.desk.settle("UPDATE letter SET acted_at = received_at WHERE id = ?", (letters[0],))
    with pytest.raises(OfficeError, match="list_signed"):
        registry.archive.put_on_list(list_id, on_shelf(registry, 2558))


def test_a_committee_may_be_named_anew_before_it_signs(registry: Registry) -> None:
    old_letters(registry)
    list_id = a_list(registry)
    registry.archive.appoint(list_id, "คำสั่งที่ 12/2569", COMMITTEE)
    others = (*COMMITTEE[:2], Appointed(MemberRole.MEMBER, "นางคนใหม่ มาแทน", "นิติกร"))
    registry.archive.appoint(list_id, "คำสั่งที่ 13/2569", others)
    found = registry.office.archive_queries.list(list_id)
    assert found is not None
    assert (found.committee_order, [one.name for one in found.members][2]) == ("คำสั่งที่ 13/2569", "นางคนใหม่ มาแทน")


def test_a_hold_that_comes_later_stops_the_approval_and_the_fire(registry: Registry) -> None:
    letters = old_letters(registry)
    list_id = a_list(registry)
    signed(registry, list_id)
    registry.archive.hold(letters[1], "สตง. ขอตรวจ")
    with pytest.raises(OfficeError, match="held_on_list"):
        approve(registry, list_id)
    registry.archive.release(letters[1], "ตรวจแล้ว")
    approve(registry, list_id)
    registry.archive.hold(letters[2], "มีผู้ร้องเรียน")
    with pytest.raises(OfficeError, match="held_on_list"):
        registry.archive.destroyed(list_id, TODAY, "เผา")
    assert registry.office.desk.reader.rows("SELECT * FROM letter_disposal") == []


def test_a_long_list_is_written_in_pieces(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.archive.listing.MOST_AT_ONCE", 3)
    old_letters(registry, 8)
    list_id = a_list(registry)
    assert [one.place for one in registry.office.archive_queries.entries(list_id)] == list(range(1, 9))
    signed(registry, list_id)
    approve(registry, list_id)
    assert registry.archive.destroyed(list_id, TODAY, "เผา") == 8
    assert registry.office.desk.reader.rows("SELECT count(*) FROM letter_disposal") == [(8,)]


def test_a_division_lists_its_own_registers(registry: Registry) -> None:
    letters = old_letters(registry, 2)
    own = f"incoming/{unit_id('ENG').hex()}"
    registry.office.desk.settle("UPDATE letter SET register = ? WHERE id = ?", (own, letters[0]))
    queries = registry.office.archive_queries
    assert [one.letter_id for one in queries.expired(2568, unit_id("ENG"), TODAY)] == letters[:1]
    assert [one.letter_id for one in expired(registry)] == letters[1:]
    list_id = registry.archive.open_list(2568, "บัญชีของกองช่าง", unit_id("ENG"))
    with pytest.raises(OfficeError, match="not_for_this_list"):
        registry.archive.put_on_list(list_id, expired(registry))


def test_form_25_says_what_was_proposed_and_who_signed(registry: Registry) -> None:
    old_letters(registry, 3)
    list_id = a_list(registry)
    entry = registry.office.archive_queries.entries(list_id)[0]
    registry.archive.judge(list_id, [entry.id], Verdict.KEEP, "ใช้อ้างอิง")
    signed(registry, list_id)
    approve(registry, list_id)
    table = registry.office.papers.destruction_table(list_id)
    heads = [column.head for column in table.columns if column.width_mm]
    assert heads == ["ลำดับที่", "รหัสแฟ้ม", "ที่", "ลงวันที่", "เลขทะเบียนรับ", "เรื่อง", "การพิจารณา", "หมายเหตุ"]
    proposals = [row.values[6] for row in table.rows if isinstance(row, TableRow)]
    assert proposals == ["เก็บไว้", "ทำลาย", "ทำลาย"]
    words = page_text(registry.office.papers.pdf_of(table))
    for said in ("บัญชีหนังสือขอทำลาย", "ประจำปี ๒๕๖๘", "ประธานกรรมการ", "ใช้อ้างอิง", "หอจดหมายเหตุแห่งชาติ"):
        assert said in words


def test_forms_19_and_20_are_of_what_was_put_away(registry: Registry) -> None:
    letters = [letter.id for letter in registry.register(count=3)]
    registry.archive.store(letters[:2], "usual", "ตู้ 3", TODAY, file_code="สป 1")
    first = registry.office.papers.table(Asked(Form.STORAGE, CENTRAL, TODAY, TODAY))
    second = registry.office.papers.table(Asked(Form.STORED, CENTRAL, TODAY, TODAY))
    assert first.title == "บัญชีหนังสือส่งเก็บ"
    assert [row.values[4] for row in first.rows if isinstance(row, TableRow)] == ["10 ปี ถึงสิ้นปี 2579"] * 2
    assert [row.values[1:3] for row in second.rows if isinstance(row, TableRow)] == [
        (TODAY, "101/2569"),
        (TODAY, "102/2569"),
    ]
