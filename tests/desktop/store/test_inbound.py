"""What comes from the centre is laid under what waits here: pages in any order of events, without a centre."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.accounts.model import Person
from desktop.letters.actions import LetterActions
from desktop.letters.model import Letter, Registered, Registration, Status
from desktop.letters.queries import LetterQueries
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.office.proof import DIGEST_MODULUS, row_hash
from desktop.store import inbound, outbox
from desktop.store.desk import Desk
from desktop.store.inbound import FeedEntry, FeedPage, Inbound
from desktop.store.journal import Journal
from tests.helpers.desk import make_desk, make_office, person, unit_id

REGISTRY = "registry/normal"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def clerk(desk: Desk) -> Person:
    return person(make_office(desk))


@pytest.fixture
def letters(desk: Desk, clerk: Person) -> LetterActions:
    return LetterActions(desk, clerk)


def register(letters: LetterActions) -> Registered:
    return letters.register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เดิม"))


def shown(desk: Desk, letter_id: Id) -> Letter | None:
    return LetterQueries(desk.reader).letter(letter_id)


def row(desk: Desk, entity: str, row_id: Id, **changed: Any) -> dict[str, Any]:
    """The desk's own row as the centre would send it back."""
    columns = desk.catalogue.entities[entity].columns
    names = ", ".join(f'"{name}"' for name in columns)
    found = desk.reader.one(f'SELECT {names} FROM "{entity}" WHERE id = ?', (row_id,))
    assert found
    return dict(zip(columns, found, strict=True)) | changed


def pull(
    desk: Desk, upto: int, *rows: tuple[str, dict[str, Any]], gone: tuple[tuple[str, Id], ...] = (), **more: Any
) -> None:
    """A page with these rows in the registry's bucket, without those that are gone."""
    entries = [FeedEntry(REGISTRY, entity, one["id"], one["ver"], True) for entity, one in rows]
    entries += [FeedEntry(REGISTRY, entity, row_id, 1, False) for entity, row_id in gone]
    parts: dict[str, tuple[Any, list[Any]]] = {}
    for entity, one in rows:
        parts.setdefault(entity, (tuple(one), []))[1].append(tuple(one.values()))
    page = FeedPage(entries, parts, more.get("buckets", (REGISTRY,)), upto)
    entities, office = desk.catalogue.entities, desk.identity.office_id
    desk.write(lambda unit: Inbound(unit, entities, office).apply(page), pulled=True)


def settle(desk: Desk, mseq: int, status: str = "applied", oseq: int = 0, code: str | None = None) -> None:
    desk.write(lambda unit: outbox.settle(unit, mseq, status, oseq, code, None))


def test_an_act_that_came_back_is_pending_no_more(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    mine = row(desk, "letter", letter.id, ver=1)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", mine))
    assert row(desk, "letter", letter.id) == mine
    assert desk.reader.rows("SELECT * FROM touch") == []
    assert desk.reader.rows("SELECT * FROM shadow") == []


def test_an_act_waits_on_top_until_the_feed_shows_it(desk: Desk, letters: LetterActions) -> None:
    """It is acknowledged for position 9; pages up to 8 must not take it from the screen."""
    letter = register(letters)
    first = row(desk, "letter", letter.id, ver=1)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", first))
    letters.endorse(letter.id, "เห็นควรอนุมัติ")
    settle(desk, 2, oseq=9)
    pull(desk, 8, ("letter", first | {"ver": 2, "subject": "แก้จากส่วนกลาง"}))
    now = shown(desk, letter.id)
    assert now
    assert now.subject == "แก้จากส่วนกลาง"
    assert [note.text for note in now.endorsements] == ["เห็นควรอนุมัติ"]
    assert desk.reader.rows("SELECT mseq FROM touch WHERE entity = 'letter'") == [(2,)]


def test_acts_on_top_of_acts_are_put_back_in_their_order(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    for text in ("หนึ่ง", "สอง", "สาม"):
        letters.endorse(letter.id, text)
    (route,) = letters.route(letter.id, [unit_id("ENG")])
    letters.recall([route])
    first = row(desk, "letter", letter.id, ver=1, status="registered", acted_at="2026-11-11T00:00:00.000000Z")
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", first))
    now = shown(desk, letter.id)
    assert now
    assert {note.text for note in now.endorsements} == {"หนึ่ง", "สอง", "สาม"}
    assert now.status is Status.REGISTERED
    assert [one.state.value for one in now.routes] == ["recalled"]


def test_a_refused_act_leaves_the_rows_and_stays_in_the_outbox(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    first = row(desk, "letter", letter.id, ver=1)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", first))
    letters.route(letter.id, [unit_id("ENG")])
    settle(desk, 2, "rejected", code="letters.already_routed")
    pull(desk, 6)
    now = shown(desk, letter.id)
    assert now
    assert (now.status, now.routes) == (Status.REGISTERED, ())
    assert desk.reader.rows("SELECT state, code FROM outbox WHERE mseq = 2") == [("rejected", "letters.already_routed")]
    assert desk.reader.rows("SELECT code, mseq FROM attention") == [("letters.already_routed", 2)]


def test_an_intent_that_no_longer_holds_waits_for_the_centres_word(desk: Desk, letters: LetterActions) -> None:
    """Somebody recalled the route that we are about to receive: our act leaves no trace, and is not lost either."""
    letter = register(letters)
    (route,) = letters.route(letter.id, [unit_id("ENG")])
    rows = [("letter", row(desk, "letter", letter.id, ver=1)), ("routing", row(desk, "routing", route, ver=1))]
    settle(desk, 1, oseq=5)
    settle(desk, 2, oseq=6)
    pull(desk, 6, *rows)
    letters.receive(route)
    pull(desk, 8, ("routing", rows[1][1] | {"ver": 2, "state": "recalled"}))
    now = shown(desk, letter.id)
    assert now
    assert [one.state.value for one in now.routes] == ["recalled"]
    assert desk.reader.rows("SELECT state FROM outbox WHERE mseq = 3") == [("pending",)]


def test_a_row_that_already_holds_a_pending_act_stops_nothing(desk: Desk, letters: LetterActions) -> None:
    """The centre sends rows of an act whose acknowledgement is still on its way: a page must never get stuck on it."""
    letter = register(letters)
    pull(desk, 5, ("letter", row(desk, "letter", letter.id, ver=1, subject="ของส่วนกลาง")))
    now = shown(desk, letter.id)
    assert now
    assert now.subject == "ของส่วนกลาง"
    settle(desk, 1, oseq=5)
    pull(desk, 6)
    assert shown(desk, letter.id) == now


def test_a_row_that_left_takes_its_shadow_along(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", row(desk, "letter", letter.id, ver=1)))
    letters.endorse(letter.id, "ระหว่างทาง")
    pull(desk, 6, gone=(("letter", letter.id),))
    assert shown(desk, letter.id) is None
    assert desk.reader.rows("SELECT * FROM shadow") == []
    settle(desk, 2, oseq=8)
    pull(desk, 8)
    assert desk.reader.rows("SELECT * FROM endorsement") == []
    assert desk.reader.rows("SELECT * FROM touch") == []


def test_what_is_being_typed_under_a_letter_goes_with_it_and_not_before(
    desk: Desk, clerk: Person, letters: LetterActions
) -> None:
    letter = register(letters)
    mine = row(desk, "letter", letter.id, ver=1)
    journal = Journal(desk, clerk.id)
    journal.keep_note_under(letter.id, "เห็นคว")
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", mine))
    letters.endorse(letter.id, "ระหว่างทาง")
    pull(desk, 6, ("letter", mine | {"ver": 2}))
    assert journal.notes_under_letters() == {letter.id: "เห็นคว"}
    pull(desk, 7, gone=(("letter", letter.id),))
    assert journal.notes_under_letters() == {}


def test_a_bucket_that_is_no_longer_ours_takes_unknown_rows_along(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", row(desk, "letter", letter.id, ver=1)))
    desk.settle("INSERT INTO member VALUES ('something_new', x'00', ?, 1)", (REGISTRY,))
    pull(desk, 6, buckets=("common/normal",))
    assert shown(desk, letter.id) is None
    assert desk.reader.rows("SELECT * FROM member") == []
    assert desk.reader.rows("SELECT bucket FROM cursor") == [("common/normal",)]


def test_a_row_in_two_buckets_stays_until_both_are_gone(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    settle(desk, 1, oseq=5)
    mine = row(desk, "letter", letter.id, ver=1)
    pull(desk, 5, ("letter", mine), buckets=(REGISTRY, "unit:x/normal"))
    desk.settle("INSERT INTO member VALUES ('letter', ?, 'unit:x/normal', 1)", (letter.id,))
    pull(desk, 6, buckets=("unit:x/normal",))
    assert shown(desk, letter.id)
    pull(desk, 7, buckets=("common/normal",))
    assert shown(desk, letter.id) is None


def test_digests_follow_every_change(desk: Desk, letters: LetterActions) -> None:
    first, second = register(letters), register(letters)
    rows = [("letter", row(desk, "letter", one.id, ver=3)) for one in (first, second)]
    for mseq in (1, 2):
        settle(desk, mseq, oseq=5)
    pull(desk, 5, *rows)
    pull(desk, 6, ("letter", rows[0][1] | {"ver": 4}), gone=(("letter", second.id),))
    said = {REGISTRY: (1, row_hash("letter", first.id, 4) % DIGEST_MODULUS)}
    assert desk.write(lambda unit: inbound.prove(unit.connection, said))
    assert desk.reader.rows("SELECT oseq, n_rows, proven FROM cursor") == [(6, 1, 1)]
    said = {REGISTRY: (1, row_hash("letter", first.id, 5))}
    assert not desk.write(lambda unit: inbound.prove(unit.connection, said))
    assert desk.reader.rows("SELECT proven FROM cursor") == [(0,)]


def test_columns_and_entities_of_a_newer_centre_are_passed_over(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    settle(desk, 1, oseq=5)
    newer = row(desk, "letter", letter.id, ver=1) | {"mood": "sunny"}
    pull(desk, 5, ("letter", newer), ("permit", {"id": b"p" * 16, "ver": 1, "colour": "green"}))
    assert shown(desk, letter.id)
    assert desk.reader.rows("SELECT n_rows FROM cursor") == [(2,)]


def test_everybody_hears_which_rows_changed(desk: Desk, letters: LetterActions) -> None:
    letter = register(letters)
    heard: list[Changes] = []
    desk.changes.listen(heard.append)
    settle(desk, 1, oseq=5)
    pull(desk, 5, ("letter", row(desk, "letter", letter.id, ver=1)))
    assert heard[-1].pulled
    assert ("letter", letter.id) in heard[-1].rows
