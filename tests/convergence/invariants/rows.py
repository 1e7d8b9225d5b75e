"""S10, S11, S20: a desk holds exactly the rows that are its own to see, and is never sent another."""

from typing import Any

import msgspec

from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server.rooms import CATALOGUE
from sync.wire.codec import MAX_ANSWER, Malformed, decode
from tests.convergence.invariants.feed import buckets_of, office_rows
from tests.convergence.invariants.scene import RowKey, Scene
from tests.helpers.town import Said, Town, TownDesk

Values = tuple[object, ...]


def desk_equals_centre(town: Town, desk: TownDesk) -> None:
    """S10: row for row, version for version, digest for digest, what the centre's rules show this desk."""
    expected, buckets = visible(town, desk)
    assert _rows_of(desk) == expected
    query = "SELECT bucket, n_rows, digest, proven FROM cursor"
    held = {bucket: (n_rows, int(digest), proven) for bucket, n_rows, digest, proven in desk.desk.reader.rows(query)}
    assert held == {bucket: (*_digest(keys), 1) for bucket, keys in buckets.items()}
    assert not desk.desk.reader.rows("SELECT * FROM touch")
    assert not desk.desk.reader.rows("SELECT * FROM shadow")


def nothing_is_held_without_right(desk: TownDesk) -> None:
    """S11: after a complete pull no row of the centre is here that is in none of this desk's buckets."""
    for entity in CATALOGUE.entities:
        ghosts = desk.desk.reader.rows(
            f"SELECT id FROM {entity} t WHERE ver > 0 AND NOT EXISTS"
            f" (SELECT 1 FROM member WHERE entity = '{entity}' AND row_id = t.id)"
        )
        assert not ghosts, f"{entity} held without right"


def no_word_above_scope(scene: Scene, desk: TownDesk, said: Said) -> None:
    """S20: no byte of an answer is a word of a letter that this desk may not see; asked as the answer comes."""
    if said.ask.path.startswith("/v1/devices/me/mutations"):
        return  # its own words, given back to who wrote them
    body = _unpacked(said.body or b"")
    found = [letter for letter, canary in scene.printer.canaries.items() if canary in body]
    if found:
        _, seen_in = office_rows(scene.town)
        mine = buckets_of(scene.town, desk)
        for letter in found:
            assert seen_in.get(("letter", letter), frozenset()) & mine, "a letter was shown to who may not see it"


def _unpacked(body: bytes) -> bytes:
    """The words of an answer without their compression."""
    try:
        return msgspec.msgpack.encode(decode(body, Any, limit=MAX_ANSWER))
    except Malformed:
        return body


def visible(town: Town, desk: TownDesk) -> tuple[dict[RowKey, Values], dict[str, list[tuple[RowKey, int]]]]:
    """What the rooms' own rules show this desk, worked out from all rows of the office and not from the feed."""
    everything, seen_in = office_rows(town)
    buckets: dict[str, list[tuple[RowKey, int]]] = {bucket: [] for bucket in buckets_of(town, desk)}
    shown: dict[RowKey, Values] = {}
    for key, row in everything.items():
        mine = seen_in[key] & buckets.keys()
        for bucket in mine:
            buckets[bucket].append((key, int(str(row["ver"]))))
        if mine:
            shown[key] = tuple(row[column] for column in CATALOGUE.entities[key[0]].columns)
    return shown, buckets


def _rows_of(desk: TownDesk) -> dict[RowKey, Values]:
    found: dict[RowKey, Values] = {}
    for name, entity in CATALOGUE.entities.items():
        columns = ", ".join(f'"{column}"' for column in entity.columns)
        for row in desk.desk.reader.rows(f"SELECT {columns} FROM {name}"):
            found[(name, row[entity.columns.index("id")])] = row
    return found


def _digest(keys: list[tuple[RowKey, int]]) -> tuple[int, int]:
    return len(keys), sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in keys) % DIGEST_MODULUS
