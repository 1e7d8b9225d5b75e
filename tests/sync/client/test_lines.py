"""Lines of สิ่งที่ส่งมาด้วย and อ้างถึง put right at two desks: they meet at the centre line by line, with their history."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.letters.found import Filters, Search
from desktop.letters.merge import registration_of
from desktop.letters.model import Citation, Enclosure, EnclosureKind, Event, Letter, Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.rules import history
from desktop.letters.searching import LetterSearch
from desktop.office.errors import OfficeError
from desktop.tray.actions import TrayActions
from desktop.tray.model import Item, Tray, Way
from desktop.tray.queries import TrayQueries
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import REGISTRY, Town, TownDesk, identity

REPORT, NAMES = Enclosure("แบบรายงาน", 2, EnclosureKind.SET), Enclosure("รายชื่อผู้เข้าประชุม")
CITED = Citation("ชม 0023.3/77", date(2026, 11, 1))
WRITTEN = Registration(
    "กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท 0808.2/ว 4512", date(2026, 11, 9),
    enclosures=(REPORT, NAMES), citations=(CITED,),
)  # fmt: skip
Desks = tuple[TownDesk, TownDesk, bytes]


@pytest.fixture
def desks(town: Town) -> Desks:
    """Two desks of the registry with one letter."""
    first, second = town.desk(), town.desk("C2", (), REGISTRY)
    letter = first.letters().register(WRITTEN)
    first.round.run()
    second.round.run()
    return first, second, letter.id


def letter_of(desk: TownDesk, letter_id: bytes) -> Letter:
    found = LetterQueries(desk.desk.reader).letter(letter_id)
    assert found
    return found


def amend(desk: TownDesk, letter_id: bytes, reason: str = "", login: str = "kanda", **lists: object) -> None:
    seen = registration_of(letter_of(desk, letter_id))
    desk.letters(login).amend(letter_id, seen, replace(seen, **lists), reason)  # type: ignore[arg-type]


def everybody(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def tray_of(desk: TownDesk, login: str = "kanda") -> Tray:
    return TrayQueries(desk.desk.reader).tray(desk.person(login))


def told(letter: Letter) -> list[Event]:
    return [event for event in history(letter) if event.kind.partition(".")[0] in ("amended", "added", "taken_back")]


def enclosures(letter: Letter) -> list[tuple[str, int]]:
    return [(one.title, one.amount) for one in letter.enclosures]


def test_lines_are_added_put_right_and_taken_back_and_the_history_tells(town: Town, desks: Desks) -> None:
    first, second, letter_id = desks
    amend(first, letter_id, enclosures=(replace(REPORT, amount=3), NAMES, Enclosure("แผนที่")))
    amend(first, letter_id, "พิมพ์ผิดฉบับ", citations=())
    everybody(first, second)
    for desk in (first, second):
        shown = letter_of(desk, letter_id)
        assert enclosures(shown) == [("แบบรายงาน", 3), ("รายชื่อผู้เข้าประชุม", 1), ("แผนที่", 1)]
        assert shown.citations == ()
        assert [(event.kind, event.text) for event in told(shown)] == [
            ("amended.enclosure", "แบบรายงาน\t3\tset"),
            ("added.enclosure", "แผนที่\t1\tpaper"),
            ("taken_back.citation", "ชม 0023.3/77\t2026-11-01\nพิมพ์ผิดฉบับ"),
        ]
        assert tray_of(desk).open == ()
        desk_equals_centre(town, desk)
    kept = town.count("SELECT count(*) FROM letter_citation WHERE office_id = :o", o=town.office_id)
    assert kept == 1


def test_different_lines_of_two_desks_merge(town: Town, desks: Desks) -> None:
    first, second, letter_id = desks
    amend(first, letter_id, enclosures=(replace(REPORT, amount=9), NAMES))
    amend(second, letter_id, "ไม่มีมาด้วย", enclosures=(REPORT,), citations=(CITED, Citation("ชม 1/1")))
    amend(second, letter_id, subject="ขอเชิญประชุมด่วน")
    everybody(first, second)
    for desk in (first, second):
        shown = letter_of(desk, letter_id)
        assert enclosures(shown) == [("แบบรายงาน", 9)]
        assert [one.book_number for one in shown.citations] == ["ชม 0023.3/77", "ชม 1/1"]
        assert shown.subject == "ขอเชิญประชุมด่วน"
        assert tray_of(desk).open == ()
        desk_equals_centre(town, desk)


def one_line_changed_by_two(desks: Desks) -> Item:
    """The first has five sets, the second took the line back."""
    first, second, letter_id = desks
    amend(first, letter_id, enclosures=(replace(REPORT, amount=5), NAMES))
    amend(second, letter_id, "ไม่ได้รับ", login="piyada", enclosures=(NAMES,))
    everybody(first, second)
    (item,) = tray_of(second, "piyada").open
    return item


def test_a_line_changed_by_two_stands_as_the_first_wrote_and_both_come_before_a_person(
    town: Town, desks: Desks
) -> None:
    first, second, letter_id = desks
    item = one_line_changed_by_two(desks)
    for desk in (first, second):
        assert enclosures(letter_of(desk, letter_id)) == [("แบบรายงาน", 5), ("รายชื่อผู้เข้าประชุม", 1)]
        desk_equals_centre(town, desk)
    assert tray_of(first).open == ()
    (side,) = item.sides
    assert (side.base, side.mine, side.theirs) == ("แบบรายงาน\t2\tset", None, "แบบรายงาน\t5\tset")
    assert side.by is not None
    assert side.by.th == "นางkanda"
    assert item.ways[0] is Way.CHOOSE


def test_mine_takes_the_line_back_with_its_reason_and_can_be_undone(town: Town, desks: Desks) -> None:
    first, second, letter_id = desks
    item = one_line_changed_by_two(desks)
    act = TrayActions(second.desk, second.person("piyada"))
    act.choose(item.id, frozenset(side.field for side in item.sides))
    everybody(second, first)
    assert enclosures(letter_of(first, letter_id)) == [("รายชื่อผู้เข้าประชุม", 1)]
    assert "แบบรายงาน\t5\tset\nไม่ได้รับ" in [event.text for event in told(letter_of(first, letter_id))]
    act.undo(item.id)
    everybody(second, first)
    assert enclosures(letter_of(first, letter_id)) == [("แบบรายงาน", 5), ("รายชื่อผู้เข้าประชุม", 1)]
    for desk in (first, second):
        desk_equals_centre(town, desk)


def test_a_question_about_a_line_travels_apart_from_what_older_desks_show(town: Town, desks: Desks) -> None:
    first, second, _ = desks
    item = one_line_changed_by_two(desks)
    chief = town.desk("C9", (), ("executive/normal",))
    TrayActions(second.desk, second.person("piyada")).hand_up(item.id, "ขอให้เลือกให้")
    everybody(second, chief, first)
    (asked,) = tray_of(chief).open
    assert asked.sides == item.sides
    (data,) = chief.desk.reader.rows("SELECT data FROM review")
    assert '"sides": []' in data[0]


def test_a_line_of_another_letter_is_refused(town: Town, desks: Desks) -> None:
    first, _, letter_id = desks
    other = first.letters().register(replace(WRITTEN, book_number="มท 1/1"))
    (line, _) = letter_of(first, other.id).enclosures
    assert line.id is not None
    with pytest.raises(OfficeError, match=r"letters\.cannot_amend"):
        first.letters().amend_fields(letter_id, {f"enclosure.{line.id.hex()}": ("แบบรายงาน\t2\tset", "อื่น\t1\tset")})


def test_a_line_goes_only_with_a_reason(desks: Desks) -> None:
    first, _, letter_id = desks
    with pytest.raises(OfficeError, match=r"letters\.reason_missing"):
        amend(first, letter_id, " ", enclosures=(REPORT,))
    with pytest.raises(OfficeError, match=r"letters\.nothing_to_amend"):
        amend(first, letter_id, "เหตุ")


def test_what_was_taken_back_is_not_found_any_more_and_what_was_added_is(desks: Desks) -> None:
    first, second, letter_id = desks

    def found(words: str) -> bool:
        search = LetterSearch(second.desk.reader, LetterQueries(second.desk.reader))
        return search.count(Search(words, Filters(), identity("CLK"))) == 1

    assert found("รายชื่อผู้เข้า")
    amend(first, letter_id, "ไม่มี", enclosures=(REPORT, Enclosure("พิมพ์เขียวสะพาน")))
    amend(first, letter_id, "ผิด", enclosures=(REPORT,))
    everybody(first, second)
    assert not found("รายชื่อผู้เข้า")
    assert not found("พิมพ์เขียว")
    amend(first, letter_id, enclosures=(REPORT, Enclosure("พิมพ์เขียวสะพาน")))
    everybody(first, second)
    assert found("พิมพ์เขียว")
