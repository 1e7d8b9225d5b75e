"""Names are found by any part of their words, whoever wrote them, and while what was there before is still due."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.people.model import Address
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.indexing import Indexing
from desktop.store.keys import DeskKeys
from desktop.store.names import Named, _threes, maybe
from tests.helpers.citizens import BUNMI, many
from tests.helpers.desk import MORNING, make_desk, make_office, person

KEYS = DeskKeys(bytes(range(32)))
_ENTRIES = "SELECT d.doc, t.text FROM name_doc d JOIN name_text t ON t.source = d.source AND t.key = d.key"
_TEXTS = "SELECT source, key, text FROM name_text"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk")
    yield make_office(desk)
    desk.close()


def known(office: Office, of: Named, *words: str) -> list[Any]:
    keys = maybe(office.desk.reader.rows, of, words, 100)
    assert keys is not None
    return keys


def holds_what_is_there(office: Office) -> None:
    """Every text is found by each of its words and by their ends, and nothing else has an entry."""
    texts = office.desk.reader.rows(_TEXTS)
    for source, key, text in texts:
        for word in text.split():
            assert key in known(office, Named(source), word)
            assert key in known(office, Named(source), word[-2:], word[:1])
    entries = office.desk.reader.rows("SELECT source, key FROM name_doc ORDER BY 1, 2")
    assert entries == sorted((source, key) for source, key, _ in texts)


def test_what_is_written_renamed_and_taken_away_is_found_as_it_is(office: Office) -> None:
    people = office.people(person(office))
    citizen = people.record(BUNMI)
    other = people.record(replace(BUNMI, given="คำแปง"))
    people.record_house(Address("777/9", "4", tambon="แม่เหียะ"))
    holds_what_is_there(office)
    assert known(office, Named.PERSON, "บุญมี") == [citizen]
    office.desk.settle("UPDATE person SET words = 'ทองดี นาย' WHERE id = ?", (citizen,))
    holds_what_is_there(office)
    assert known(office, Named.PERSON, "บุญมี") == []
    assert known(office, Named.PERSON, "นาย", "ทองดี") == [citizen]
    assert known(office, Named.HOUSE, "777/9") != []
    office.desk.settle("DELETE FROM person WHERE id = ?", (citizen,))
    office.desk.settle("DELETE FROM house", ())
    holds_what_is_there(office)
    assert known(office, Named.PERSON, "ใจคำ") == [other]


@pytest.mark.parametrize(
    "text", ['ก"ข%_!', "a b", "ร้าน 3 พี่น้อง", "x", "ABC abc", "ก" * 3_000, "- ' ; : * AND OR NEAR(", "\ue000", "ก\tข\nค"]
)
def test_every_sign_is_a_sign(office: Office, text: str) -> None:
    people = office.people(person(office))
    citizen = people.record(BUNMI)
    office.desk.settle("UPDATE person SET words = ? WHERE id = ?", (text, citizen))
    for word in text.split():
        for part in {word, word[:3], word[-2:], word[0]}:
            assert known(office, Named.PERSON, part) == [citizen]
    for gone in ("ขก", "z", "bca", '"*', "z\0"):
        assert known(office, Named.PERSON, gone) == []


def test_more_than_asked_for_are_not_counted(office: Office) -> None:
    many(office.desk, 60)
    assert maybe(office.desk.reader.rows, Named.PERSON, ("นาย",), 59) is None
    assert len(maybe(office.desk.reader.rows, Named.PERSON, ("นาย",), 60) or ()) == 60


def test_what_was_there_before_is_due_and_worked_off_by_slices(office: Office) -> None:
    """As a migration leaves it: nothing is left out meanwhile, for nobody asks the index."""
    many(office.desk, 30)
    citizen = office.people(person(office)).record(BUNMI)
    for table in ("name_words", "name_doc"):
        office.desk.settle(f"DELETE FROM {table}", ())
    office.desk.settle("INSERT INTO name_due SELECT source, key FROM name_text", ())
    before = office.people_queries.search("บุญมี ใจคำ").hits
    assert [hit.id for hit in before] == [citizen]
    assert maybe(office.desk.reader.rows, Named.PERSON, ("บุญมี",), 9) is None
    office.desk.settle("UPDATE person SET words = words || ' ใหม่' WHERE id = ?", (citizen,))
    steps = 0
    while office.desk.writer.run(lambda: _step(office)):
        steps += 1
    assert steps == 3, "the one that was changed is not due any more"
    holds_what_is_there(office)
    assert [hit.id for hit in office.people_queries.search("บุญมี ใหม่").hits] == [citizen]


def test_what_has_the_rare_threes_is_all_that_has_the_words(office: Office) -> None:
    """Whether few or many have a word, and whatever else was typed: nobody who has it is left out."""
    many(office.desk, 300)
    texts = dict(office.desk.reader.rows("SELECT id, words FROM person"))
    words = {word for text in texts.values() for word in text.split()[:2]}
    for word in words:
        for typed in ((word,), (word[1:],), (word[:4], "นาย"), (word, sorted(words)[0])):
            found = known_of_many(office, typed)
            held = {key for key, text in texts.items() if all(one in text for one in typed)}
            assert held <= found, typed
            assert all(held_by_chance(texts[key], typed) for key in found), typed


def known_of_many(office: Office, words: tuple[str, ...]) -> set[bytes]:
    keys = maybe(office.desk.reader.rows, Named.PERSON, words, 1_000)
    assert keys is not None
    return set(keys)


def held_by_chance(text: str, words: tuple[str, ...]) -> bool:
    """It has a three of a word at least: a row that has nothing of what was typed is none that may have it."""
    threes = {word[at : at + 3] for word in words for at in range(len(word) - 2)}
    return not threes or any(three in text for three in threes)


def test_a_sample_says_how_common_threes_are(office: Office) -> None:
    many(office.desk, 100)
    counted: Counter[str] = Counter()
    for text in (text for doc, text in office.desk.reader.rows(_ENTRIES) if doc % 32 == 0):
        counted.update({three for word in text.split(" ") for three in _threes(word)})
    assert len(counted) > 30
    assert dict(office.desk.reader.rows("SELECT three, many FROM name_common")) == counted


def test_a_store_of_before_has_the_sample_of_what_is_there(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, keys=KEYS)
    many(desk, 100)
    sampled = desk.reader.rows("SELECT three, many FROM name_common ORDER BY three")
    desk.close()
    with closing(connect(tmp_path / "desk.db", KEYS.database)) as connection:
        for statement in ("DROP TRIGGER name_common_new", "DROP TABLE name_common"):
            connection.execute(statement)
        connection.execute("UPDATE alembic_version SET version_num = '0036'")
    desk = Desk(tmp_path, KEYS, ManualClock(MORNING), catalogue)
    assert desk.reader.rows("SELECT three, many FROM name_common ORDER BY three") == sampled != []
    desk.close()


def _step(office: Office) -> bool:
    with office.desk.engine.begin() as connection:
        return Indexing(connection.connection.driver_connection).tidy(10)
