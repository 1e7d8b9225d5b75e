"""Whatever stands in a letter, on it or on its pages is found by any part of it; its number is found first."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.application import Office
from desktop.letters.found import Filters, FoundLetter, Place, Search, read, written
from desktop.letters.model import Direction, Kind, Registration, Status, Urgency
from desktop.letters.searching import LITTLE
from desktop.office.ids import Id
from desktop.office.thai import normalise_book_number
from desktop.store import search as index
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.indexing import Indexing
from desktop.store.words import HANGING, MARKS, PAGES, plain
from tests.desktop.store.test_search import INSERT, row
from tests.helpers.desk import OFFICE_ID, make_desk, make_office, person, staff_id, unit_id

CLK, ENG = unit_id("CLK"), unit_id("ENG")
LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท ๐๘๐๘.๒/ว ๔๕๑๒")
ALPHABET = "กขคงจฉชซญดตถทนบปผพฟมยรลวสหอะาิีึืุูเแโใไำ่้๊๋์ํๆฯ๐๑๒๓๔๕๖๗๘๙0123456789abcXYZ ./-()\"'*"
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=40)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path, registers=("letters.incoming/central", "letters.order"))
    yield made
    made.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def found(office: Office, words: str, size: int = 60, **filters: Any) -> list[FoundLetter]:
    assert index.is_complete(office.desk.reader)
    return list(office.letter_search.look(asked(words, **filters), size).first)


def asked(words: str, **filters: Any) -> Search:
    return Search(words, Filters(**filters), CLK)


def subjects(office: Office, words: str, **filters: Any) -> list[str]:
    return [one.row.subject for one in found(office, words, **filters)]


def registered(office: Office, subject: str, login: str = "kanda", **values: Any) -> Id:
    return office.letters(person(office, login)).register(replace(LETTER, subject=subject, **values)).id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_every_part_of_every_text_finds_all_letters_that_hold_it(desk: Desk, data: st.DataObject) -> None:
    """Recall and precision against looking at each text, over texts that nobody chose."""
    letters = data.draw(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=6))
    texts = {number: [plain(one) for one in four] for number, four in enumerate(letters, start=1)}
    chosen = data.draw(st.sampled_from([text for four in texts.values() for text in four if len(text) > 1] or ["กข"]))
    start = data.draw(st.integers(0, len(chosen) - 2))
    words = chosen[start : data.draw(st.integers(start + 2, len(chosen)))]
    _only(desk, letters)
    spelt = [{part, normalise_book_number(part)} for part in plain(words).split()]
    expected = {
        number for number, four in texts.items()
        if all(part == {str(number)} or any(one in text for one in part for text in four) for part in spelt)
    }  # fmt: skip
    office = make_office(desk)
    assert {one.row.number for one in found(office, words)} >= expected if spelt else True
    if spelt and not office.letter_search.look(asked(words), 60).read_as:
        assert {one.row.number for one in found(office, words)} - expected <= {int(one) for one in _numbers(words)}


def _numbers(words: str) -> set[str]:
    """Letters whose own number the words may be."""
    return {part.lstrip("0") or "0" for word in plain(words).split() for part in word.split("/") if part.isdecimal()}


def _only(desk: Desk, letters: list[tuple[str, str, str, str]]) -> None:
    """Makes these the letters of the desk: subject, sender, an endorsement and a page each, and indexes them."""
    with closing(connect(desk.path, desk.keys.database)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("letter", "endorsement", "letter_page_text"):
            connection.execute(f"DELETE FROM {table}")
        for number, (subject, sender, note, page) in enumerate(letters, start=1):
            key = number.to_bytes(16)
            blank = row(number, subject, sender, "-")
            connection.execute(INSERT, (*blank[:12], "", *blank[13:]))
            values = (OFFICE_ID, key, 1, key, staff_id("kanda"), "", "own", "endorse", note, "2026")
            names = "office_id, id, ver, letter_id, actor_id, actor_name, acted_as, action, text, at"
            connection.execute(f"INSERT INTO endorsement ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            connection.execute(
                "INSERT INTO letter_page_text VALUES (?, ?, 1, ?, 'aa', 0, ?)", (OFFICE_ID, key, key, page)
            )
        while Indexing(connection).work_off()[1]:
            pass
        connection.execute("COMMIT")


def test_what_hangs_on_a_letter_finds_it_and_says_where(office: Office) -> None:
    act, who = office.letters(person(office)), person(office)
    first = registered(office, "ขอเชิญประชุม")
    registered(office, "ฉบับอื่น")
    act.endorse(first, "เห็นควรมอบกองช่างตัดกิ่งไม้หน้าโรงเรียน")
    office.saving(who).note_pages(first, "aa", {0: "ข้อความบนหน้ากระดาษ เรื่องน้ำท่วมขัง"})
    office.keeping(who).lend(first, "นายประเสริฐ ผู้ยืม")
    for words, place in (
        ("กิ่งไม้", Place.ENDORSEMENT),
        ("ท่วมขัง", Place.PAGE),
        ("ประเสริฐ", Place.LOAN),
        ("สาธิตวงศ์", Place.ENDORSEMENT),
        ("กิ่ง ประชุม", Place.ENDORSEMENT),
    ):
        (one,) = found(office, words)
        assert (one.row.subject, one.place) == ("ขอเชิญประชุม", place), words
        assert plain(words).split()[0] in plain(one.said) or place is Place.ENDORSEMENT
    assert [one.place for one in found(office, "ฉบับอื่น")] == [None]


def test_every_table_whose_words_are_found_notes_its_changes(desk: Desk) -> None:
    """A road to a letter's words that no trigger watches would leave it lost."""
    made = {name for (name,) in desk.reader.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for table in {"letter", *HANGING, *MARKS, *PAGES}:
        assert {f"{table}_words_{what}" for what in ("new", "gone", "changed")} <= made, table


def test_a_letter_that_is_noted_many_times_is_indexed_once(office: Office) -> None:
    first = registered(office, "ขอเชิญประชุม")
    with closing(connect(office.desk.path, office.desk.keys.database)) as connection:
        connection.executemany("INSERT INTO letter_due (row_id) VALUES (?)", [(first,)] * 10)
        connection.execute("BEGIN IMMEDIATE")
        assert Indexing(connection).work_off(4) == (4, True)
        before = connection.total_changes
        while Indexing(connection).work_off(4)[1]:
            pass
        assert connection.total_changes - before == 6  # the notes themselves
        connection.execute("COMMIT")
    assert subjects(office, "ประชุม") == ["ขอเชิญประชุม"]


def test_the_number_comes_first_and_then_the_newest(office: Office) -> None:
    registered(office, "อ้างถึงหนังสือที่ มท 0808.2/ว 4512", book_number="ชม 1/1")
    registered(office, "ฉบับจริง")
    registered(office, "เรื่อง 4824 และ มท 0808.2/ว 4512", book_number="ชม 1/2")
    assert subjects(office, "มท๐๘๐๘.๒/ว๔๕๑๒")[0] == "ฉบับจริง"
    assert len(subjects(office, "มท 0808.2/ว 4512")) == 3
    assert [one.row.number for one in found(office, "4824")] == [4824, 4826]
    assert [one.exact for one in found(office, "๔๘๒๔")] == [True, False]
    assert [one.row.number for one in found(office, "04825/2569")] == [4825]
    assert subjects(office, "4824", kinds=("order",)) == []


@pytest.mark.parametrize(("typed", "meant"), [("xit=6,", "ประชุม"), ("สวัสดี", "l;ylfu"), ("ภๅ/", "412")])
def test_words_typed_on_the_wrong_keyboard_are_looked_for_when_nothing_has_them(
    office: Office, typed: str, meant: str
) -> None:
    registered(office, f"ขอเชิญ {meant} ครั้งแรก", book_number="-")
    result = office.letter_search.look(asked(typed), 60)
    assert (result.read_as, len(result.first)) == (meant, 1)


def test_little_found_offers_what_the_other_keyboard_would_find(office: Office) -> None:
    registered(office, "l;ylfu")
    for _ in range(LITTLE):
        registered(office, "สวัสดี")
    result = office.letter_search.look(asked("l;ylfu"), 60)
    assert (result.read_as, len(result.first)) == ("", 1)
    assert result.other is not None
    assert (result.other.words, result.other.count) == ("สวัสดี", LITTLE)


def test_filters_hold_between_them_and_offer_within_them(office: Office) -> None:
    order = {"kind": Kind.ORDER, "direction": Direction.INTERNAL}
    registered(office, "คำสั่งงบ", **order)
    routed = registered(office, "งบด่วน", urgency=Urgency.URGENT)
    registered(office, "งบธรรมดา")
    office.letters(person(office)).route(routed, [ENG])
    assert set(subjects(office, "งบ")) == {"คำสั่งงบ", "งบด่วน", "งบธรรมดา"}
    assert subjects(office, "งบ", kinds=("order",)) == ["คำสั่งงบ"]
    assert set(subjects(office, "งบ", kinds=("order", "external"))) == {"คำสั่งงบ", "งบด่วน", "งบธรรมดา"}
    assert subjects(office, "", registers=("order",)) == ["คำสั่งงบ"]
    assert subjects(office, "งบ", unit=ENG.hex()) == ["งบด่วน"]
    assert subjects(office, "งบ", mine=True) == []
    assert subjects(office, "", urgencies=("urgent",), statuses=(Status.ROUTED.value,)) == ["งบด่วน"]
    assert subjects(office, "งบ", years=(2568,)) == []
    assert len(subjects(office, "งบ", years=(2568, 2569), since=date(2026, 11, 11), until=date(2026, 11, 11))) == 3
    assert subjects(office, "", since=date(2026, 11, 12)) == []
    assert subjects(office, "", until=date(2026, 11, 10)) == []
    assert set(office.letter_search.registers()) == {"central", "order"}
    assert office.letter_search.years() == (2569,)


@pytest.mark.parametrize("spans", [1, 4])
def test_pages_of_a_result_add_up(office: Office, desk: Desk, spans: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large store spans of days are looked through side by side; it shows in nothing."""
    monkeypatch.setattr("desktop.letters.searching.LANES", spans)
    monkeypatch.setattr("desktop.letters.searching._LARGE", 0)
    with closing(connect(desk.path, desk.keys.database)) as connection:
        connection.executemany(INSERT, [row(n, "งบประมาณ 7", day=10 + n // 4) for n in range(1, 40)])
        while Indexing(connection).work_off()[1]:
            pass
    for words in ("งบ", "7", ""):
        result = office.letter_search.look(asked(words), 6)
        anchors = office.letter_search.anchors(result, 6)
        numbers = [one.row.number for one in result.first]
        for anchor in anchors:
            numbers += [one.row.number for one in office.letter_search.page(result, 6, anchor)]
        assert sorted(numbers) == list(range(1, 40)), words
        assert office.letter_search.count(asked(words)) == 39
        assert numbers[:2] == ([7, 39] if words == "7" else [39, 38])


def test_a_search_that_is_not_complete_says_so(office: Office, desk: Desk) -> None:
    registered(office, "ขอเชิญ")
    desk.settle("UPDATE letter SET subject = 'อื่น'", ())
    assert office.letter_search.look(asked("อื่น"), 60).behind == 1


FILTERS = st.builds(
    Filters,
    kinds=st.lists(st.sampled_from([one.value for one in Kind]), max_size=3).map(tuple),
    unit=st.sampled_from(["", ENG.hex()]),
    years=st.lists(st.integers(2500, 2600), max_size=2).map(tuple),
    since=st.none() | st.dates(),
    mine=st.booleans(),
)


@given(FILTERS)
def test_filters_come_back_as_they_were_written(filters: Filters) -> None:
    assert read(written(filters)) == filters


@pytest.mark.parametrize("text", ["", "[]", "{", '{"years": ["x"]}', '{"since": "never"}', '{"unit": "no"}'])
def test_filters_that_make_no_sense_are_none(text: str) -> None:
    assert read(text) == Filters()
