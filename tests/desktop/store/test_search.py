"""A letter is found by any two letters of it, whoever wrote it and however; and it is known when all can be found."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue import catalogue
from desktop.letters import finding
from desktop.letters.actions import LetterActions
from desktop.letters.finding import InboxFilter
from desktop.letters.model import Basket, Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.tags import PROVISIONAL
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.store import search, versions
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.inbound import FeedEntry, FeedPage, Inbound
from desktop.store.indexing import AT_ONCE, Indexing
from desktop.store.keys import DeskKeys
from desktop.store.merging import Merging
from desktop.store.words import all_pairs, pairs
from tests.bench.many_letters import _sender, _subject
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, make_office, person, unit_id
from tests.helpers.letters import register

REGISTRY = "registry/normal"
COLUMNS = """
office_id, id, ver, register, year_be, number, received_at, channel, from_party, book_number, book_number_key,
letter_date, to_party, subject, urgency, secrecy, due_date, remarks, status, acted_at, stamp_page, stamp_x, stamp_y,
registered_by, device_id
"""
INSERT = f"INSERT INTO letter ({COLUMNS}) VALUES ({', '.join('?' * 25)})"
Row: TypeAlias = tuple[Any, ...]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def letters(desk: Desk) -> LetterActions:
    return LetterActions(desk, person(make_office(desk)))


def wanted(words: str, basket: Basket = Basket.ALL) -> InboxFilter:
    return InboxFilter(basket, unit_id("CLK"), MORNING.date(), words)


def numbers(desk: Desk, words: str, basket: Basket = Basket.ALL) -> list[int]:
    assert search.is_complete(desk.reader)
    return [row.number for row in LetterQueries(desk.reader).page(wanted(words, basket), 500)]


def row(
    number: int,
    subject: str,
    sender: str = "อำเภอสมมติ",
    book: str = "ชม 0023/1",
    register: str = "central",
    day: int = 11,
) -> Row:
    at = f"2026-11-{day}T02:14:00.000000Z"
    return (
        OFFICE_ID, number.to_bytes(16), 1, register, 2569, number, at, "paper", sender, book, book, None, "",
        subject, "normal", "normal", None, None, "registered", at, None, None, None, bytes(16), bytes(16),
    )  # fmt: skip


def write(desk: Desk, rows: list[Row]) -> None:
    """Letters as some road writes them that nobody thought of, and then the slices."""
    connection = connect(desk.path, desk.keys.database)
    connection.executemany(INSERT, rows)
    connection.close()
    index(desk)


def index(desk: Desk) -> None:
    connection = connect(desk.path, desk.keys.database)
    connection.execute("BEGIN IMMEDIATE")
    while Indexing(connection).work_off(400)[1]:
        pass
    connection.execute("COMMIT")
    connection.close()


def test_a_letter_is_found_as_soon_as_it_is_registered(desk: Desk) -> None:
    done = letters(desk).register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท ๐๘๐๘.๒/ว ๔๕๑๒"))
    (number,) = numbers(desk, "")
    for words in (
        "เชิ",
        "ญป",
        "ประชุม",
        "ปกครอง กรม",
        "0808",
        "๐๘๐๘.๒",
        "มท0808.2/ว4512",
        "/ว 4512",
        str(number),
        f"{number} เชิญ",
    ):
        assert numbers(desk, words) == [number], words
    for words in ("ชุมขอ", "ประชุม กรุง", "มท 9", "เชิญประชุมกรม", str(number)[:-1] + "x"):
        assert numbers(desk, words) == [], words
    assert done.id


def test_every_two_letters_and_every_word_find_all_that_hold_them(desk: Desk) -> None:
    """Recall and precision are 1: the index says what looking at each letter says."""
    chance = random.Random(11)
    rows = [row(n, _subject(chance), _sender(chance), f"ชม {n % 90:04}.{n % 9}/{n}") for n in range(1, 801)]
    write(desk, rows)
    texts = {one[5]: [normalise(part) for part in (one[13], one[8], one[10])] for one in rows}
    asked: set[str] = set()
    for one in chance.sample(rows, 60):
        text = normalise(one[13])
        start, size = chance.randrange(len(text) - 16), chance.choice((1, 2, 2, 2, 3, 5, 9, 16))
        asked.add(text[start : start + size].strip())
    for words in asked - {""}:
        parts = words.split()
        expected = [
            n for n, held in sorted(texts.items(), reverse=True)
            if all(any(part in text for text in held) or part == str(n) for part in parts)
        ]  # fmt: skip
        assert numbers(desk, words) == expected[:500], words
        assert LetterQueries(desk.reader).count(wanted(words)) == len(expected)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_words_break_the_search(words: str) -> None:
    query = search.match(words)
    assert bool(query) == bool(normalise(words).replace("\0", "").replace("\ue000", "").split())


SIGNS = (
    '"',
    '""',
    "'",
    "*",
    "(",
    "a OR b",
    "NOT ก",
    "ก*",
    "^ก",
    "words : ก",
    "-",
    "\x00ก",
    "ก\x00",
    "%",
    "_",
    "ก\ue000",
)


@pytest.mark.parametrize("words", SIGNS)
def test_signs_of_the_query_language_are_letters_like_others(desk: Desk, words: str) -> None:
    write(desk, [row(1, "เรื่องธรรมดา"), row(2, 'เรื่อง "พิเศษ" (ลับ) 50% *')])
    assert set(numbers(desk, words)) <= {2}


def test_what_changes_and_what_goes_is_found_so(desk: Desk) -> None:
    write(desk, [row(1, "เดิม"), row(2, "อื่น")])
    desk.settle("UPDATE letter SET subject = 'ใหม่' WHERE number = 1", ())
    desk.settle("DELETE FROM letter WHERE number = 2", ())
    index(desk)
    assert (numbers(desk, "เดิม"), numbers(desk, "ใหม่"), numbers(desk, "อื่น")) == ([], [1], [])
    assert desk.reader.rows("SELECT count(*) FROM letter_doc") == [(1,)]


def test_acts_that_leave_the_words_alone_leave_the_index_alone(desk: Desk) -> None:
    register(make_office(desk), with_pages=False)
    before = desk.reader.rows("SELECT seq FROM sqlite_sequence WHERE name = 'letter_due'")
    desk.settle("UPDATE letter SET acted_at = 'later', due_date = '2026-12-01', subject = subject", ())
    assert desk.reader.rows("SELECT seq FROM sqlite_sequence WHERE name = 'letter_due'") == before


def test_letters_with_one_number_are_both_found(desk: Desk) -> None:
    """It must not happen, and is before a person when it does: then both must be seen."""
    first, second = row(7, "ใบแรก"), row(7, "ใบที่สอง")
    write(desk, [first, (second[0], b"x" * 16, *second[2:]), row(8, "ใบอื่น")])
    queries = LetterQueries(desk.reader)
    assert numbers(desk, "ใบ") == [7, 8, 7]  # whose place is taken stands behind all of the day
    assert queries.count(wanted("ใบ")) == 3
    second = queries.anchors(wanted("ใบ"), 1)[1]
    assert [row.subject for row in queries.page(wanted("ใบ"), 5, second)] == ["ใบอื่น", "ใบแรก"]
    assert numbers(desk, "สอง") == [7]


def test_tagged_papers_are_in_their_place(desk: Desk) -> None:
    """A provisional number is far beyond any other; pages and places hold with it."""
    tagged = 46_655 * PROVISIONAL + 12
    letter = row(3, "มีเลขชั่วคราว", day=12)
    write(desk, [row(1, "มีเลข"), (*letter[:5], tagged, *letter[6:]), row(2, "มีเลข")])
    queries, asked = LetterQueries(desk.reader), wanted("มีเลข")
    assert numbers(desk, "มีเลข") == [tagged, 2, 1]
    anchors = queries.anchors(asked, 1)
    assert len(anchors) == 3
    assert [one.number for one in queries.page(asked, 5, anchors[1])] == [2, 1]


def test_letters_of_other_registers_are_not_in_the_inbox(desk: Desk) -> None:
    write(desk, [row(1, "หนังสือเข้า"), row(2, "หนังสือภายใน", register="inner")])
    assert numbers(desk, "หนังสือ") == [1]
    assert LetterQueries(desk.reader).count(wanted("หนังสือ")) == 1
    assert len(LetterQueries(desk.reader).anchors(wanted("หนังสือ"), 1)) == 1


@pytest.mark.parametrize("basket", list(Basket))
def test_pages_of_what_was_found_add_up_in_every_basket(desk: Desk, basket: Basket) -> None:
    rows = [row(n, "งบประมาณ" if n % 3 else "อื่น") for n in range(1, 61)]
    write(desk, [(*one[:16], "2026-11-12", *one[17:]) if one[5] % 2 else one for one in rows])
    queries, asked = LetterQueries(desk.reader), wanted("งบ", basket)
    pages = [queries.page(asked, 7, anchor) for anchor in queries.anchors(asked, 7)]
    found = [one.number for page in pages for one in page]
    assert found == sorted(set(found), reverse=True)
    assert len(found) == queries.count(asked)
    assert [queries.place(asked, page[0].id) for page in pages] == list(range(0, len(found), 7))


def test_until_all_is_indexed_every_letter_is_looked_at(desk: Desk) -> None:
    write(desk, [row(1, "งบประมาณ")])
    desk.settle("UPDATE letter SET subject = 'งบกลาง'", ())
    assert search.behind(desk.reader) == 1
    asked = wanted("กลาง")
    assert not finding.select(desk.reader, asked).entries
    assert [one.number for one in LetterQueries(desk.reader).page(asked, 5)] == [1]


def test_many_letters_at_once_are_worked_off_on_the_writers_thread(desk: Desk) -> None:
    """A page brings more than is indexed with it; the slices follow by themselves and say when they are done."""
    columns = COLUMNS.replace(",", " ").split()[1:]
    rows = [row(n, f"เรื่องที่ {n}")[1:] for n in range(1, AT_ONCE + 40)]
    entries = [FeedEntry(REGISTRY, "letter", one[0], 1, put=True) for one in rows]
    page = FeedPage(entries, {"letter": (columns, rows)}, (REGISTRY,), 5)
    entities, office = desk.catalogue.entities, desk.identity.office_id
    heard: list[bool] = []
    desk.changes.listen(lambda changes: heard.append(search.is_complete(desk.reader)))
    desk.write(lambda unit: Inbound(unit, entities, office).apply(page), pulled=True)
    settled(desk)
    assert heard == [False, True]
    assert len(numbers(desk, "เรื่อง")) == len(rows)


def test_a_long_backlog_leaves_few_pieces_to_search(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.store.merging.MERGE_PAGES", 2)
    monkeypatch.setattr("desktop.store.indexing.MERGE_FROM", 50)
    chance = random.Random(3)
    for start in range(1, 400, 80):
        write(desk, [row(n, _subject(chance)) for n in range(start, start + 80)])
    before = pieces(desk)
    words = [normalise(subject).split()[0] for (subject,) in desk.reader.rows("SELECT subject FROM letter LIMIT 20")]
    found = [numbers(desk, word) for word in words]
    connection = connect(desk.path, desk.keys.database)
    connection.executemany(INSERT, [row(n, "งบ") for n in range(900, 999)])
    connection.close()
    desk.warm()
    desk.writer.run(lambda: None)
    settled(desk)
    while desk.writer.run(lambda: desk._indexer._queued):
        pass
    assert pieces(desk) < before
    assert [numbers(desk, word) for word in words] == found
    assert len(numbers(desk, "งบ")) >= 99


def test_slices_are_small_while_somebody_writes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.store.indexer.SLICE", 90)
    monkeypatch.setattr("desktop.store.indexer.SMALL_SLICE", 20)
    taken: list[int] = []
    honest = Indexing.work_off

    def work_off(index: Indexing, most: int) -> tuple[int, bool]:
        taken.append(most)
        if len(taken) == 3:
            monkeypatch.setattr("desktop.store.indexer._QUIET", 0.0)
        return honest(index, most)

    monkeypatch.setattr(Indexing, "work_off", work_off)
    with closing(connect(desk.path, desk.keys.database)) as connection:
        connection.executemany(INSERT, [row(n, "งบ") for n in range(1, 200)])
    desk.warm()
    while not search.is_complete(desk.reader):
        pass
    assert taken[:5] == [20, 20, 20, 90, 90]
    assert len(numbers(desk, "งบ")) == 199


def pieces(desk: Desk) -> int:
    """How many segments the index has."""
    return int(desk.reader.rows("SELECT count(DISTINCT segid) FROM letter_words_idx")[0][0])


def settled(desk: Desk) -> None:
    """Until the writer has nothing more to do: every slice queues the next."""
    while not search.is_complete(desk.reader):
        desk.writer.run(lambda: None)
    desk.writer.run(lambda: None)


def test_a_store_that_was_left_behind_is_indexed_when_it_opens(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    connection = connect(desk.path, desk.keys.database)
    connection.execute(INSERT, row(1, "จากครั้งก่อน"))
    connection.close()
    desk.close()
    again = Desk(tmp_path, desk.keys, desk.clock, catalogue)
    again.warm()
    settled(again)
    assert numbers(again, "ครั้ง") == [1]
    again.close()


def test_a_backlog_whose_end_was_cut_off_is_brought_together_after_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.indexing.MERGE_FROM", 50)
    desk = make_desk(tmp_path)
    connection = connect(desk.path, desk.keys.database)
    insert = INSERT
    connection.executemany(insert, [row(n, f"ขอเชิญประชุม {n}") for n in range(1, 400)])
    while Indexing(connection).work_off(80)[1]:
        pass
    assert Merging(connection, "letter_words").is_wanted
    connection.close()
    before = pieces(desk)
    desk.close()
    again = Desk(tmp_path, desk.keys, desk.clock, catalogue)
    again.warm()
    while again.writer.run(lambda: again._indexer._queued):
        pass
    assert pieces(again) == 1 < before
    with closing(connect(again.path, again.keys.database)) as connection:
        assert not Merging(connection, "letter_words").is_wanted
    again.close()


def test_letters_of_an_older_index_are_found_again(tmp_path: Path) -> None:
    path, keys = tmp_path / "desk.db", DeskKeys(bytes(range(32)))
    versions.migrate(path, keys.database, "0002")
    with closing(connect(path, keys.database)) as connection:
        connection.execute("INSERT INTO device VALUES (1, x'', ?, 'C1', '', x'', 0, x'', '', '')", (OFFICE_ID,))
        connection.execute(INSERT, row(1, "จากครั้งก่อน"))
        connection.execute("INSERT INTO letter_words (rowid, words, number) VALUES (1, 'จา', '1')")
        connection.execute("INSERT INTO letter_doc SELECT 1, id FROM letter")
        connection.execute("DELETE FROM letter_due")
    versions.bring_up_to_date(path, keys.database)
    with closing(connect(path, keys.database)) as connection:
        index = Indexing(connection)
        assert index.work_off() == (1, False)
        found = connection.execute("SELECT rowid FROM letter_words WHERE letter_words MATCH ?", (search.match("ครั้ง"),))
        assert found.fetchall() == connection.execute("SELECT doc FROM letter_doc").fetchall() != []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=2), min_size=1))
def test_pairs_of_many_are_the_pairs_of_each(texts: list[str]) -> None:
    assert all_pairs(texts) == [pairs(text) for text in texts]


@pytest.mark.parametrize("state", ["indexed", "some are due", "many are due", "no index"])
def test_letters_with_a_book_number_are_found_however_the_index_is(
    desk: Desk, state: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """ชม 0023/1 is not ชม 0023/10, and what is not indexed yet is missed as little as what is."""
    rows = [row(number, "เรื่อง", book=f"ชม 0023/{number % 10 + 1}") for number in range(1, 31)]
    write(desk, rows[:20])
    desk.settle(INSERT, rows[20])
    if state == "indexed":
        write(desk, rows[21:])
    else:
        connection = connect(desk.path, desk.keys.database)
        connection.executemany(INSERT, rows[21:])
        connection.close()
        monkeypatch.setattr(search, "_MANY_DUE", 5 if state == "many are due" else 100)
    if state == "no index":
        desk.settle("ALTER TABLE letter_doc RENAME TO gone", ())
    maybe, values = search.with_mark(desk.reader, "b", "ชม 0023/1")
    query = f"SELECT l.number FROM letter l WHERE {maybe} AND l.book_number_key = ? ORDER BY l.number"
    assert desk.reader.rows(query, (*values, "ชม 0023/1")) == [(10,), (20,), (30,)]
    assert ("can't be read" in caplog.text) == (state == "no index")


def test_a_clerks_act_does_not_fail_with_its_index(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.settle("ALTER TABLE letter_doc RENAME TO gone", ())
    done: Id = register(make_office(desk), with_pages=False).id
    assert LetterQueries(desk.reader).letter(done) is not None
    assert search.behind(desk.reader) == 1
    assert "not indexed" in caplog.text
    desk.settle("ALTER TABLE gone RENAME TO letter_doc", ())
    index(desk)
    assert len(numbers(desk, "")) == 1
