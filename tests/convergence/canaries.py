"""S20 and S11 by planted words: what a desk may not see is looked for in every byte it is told and in all it keeps.

A harness plants words (`Canaries.plant`, or `put` for one of its own), drives its desks as it likes, and asks
`nothing_leaks`: every door of the centre is then tried as every desk, with everything of everybody's for a name.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import zstandard

from desktop.office.secrecy import Secrecy
from sync.server.app import ALL
from sync.server.devices import DeviceKey, find
from sync.server.doors.door import Door
from sync.wire.codec import encode
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, PROTO, Chain, SyncRequest
from tests.convergence.invariants.feed import office_rows
from tests.convergence.invariants.scene import RowKey, at_centre, device
from tests.helpers.town import Town, TownDesk

_ZSTD = b"\x28\xb5\x2f\xfd"
_DEEP = 6


@dataclass(frozen=True)
class Canary:
    """A word that stands in one row (and what hangs on it) of one office; `author`: the desk that wrote it, if one did.

    A desk may be told its own acts again, for ever: those words it knows.
    """

    word: str
    office_id: int
    row: RowKey
    author: bytes = bytes(16)


@dataclass
class Canaries:
    """The planted words of any number of offices, and the names under which their things can be asked for."""

    planted: list[Canary] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    packs: set[tuple[str, int, str]] = field(default_factory=set)
    """(bucket, position, SHA-256) of every pack that any desk was ever offered."""
    found: dict[str, set[str]] = field(default_factory=dict)
    """Word -> the desks that met it: a word that nobody ever met proves nothing."""

    def put(self, word: str, town: Town, row: RowKey, author: TownDesk | None = None) -> str:
        self.planted.append(Canary(word, town.office_id, row, device(author) if author else bytes(16)))
        return word

    def nothing_leaks(self, town: Town, desks: Iterable[TownDesk], logs: str = "") -> None:
        """Every answer of every door, all that each desk keeps, and the logs: no word where it may not be."""
        for desk in desks:
            self.note_packs(town, desk)
        for desk in desks:
            told, kept = self._words_by_row(town, desk)
            packs = (_pack_path(*one) for one in sorted(self.packs))
            for path, answer in itertools.chain(_answers(desk, self._names(town)), _told_at(desk, packs)):
                where = "online" if path.startswith(("/v1/online", "/v1/blobs")) else "kept"
                self._hold(desk, answer, told if where == "online" else kept, path)
            self._hold(desk, b"\n".join(keepings(desk)), kept, "its folder")
        spilt = [canary.word for canary in self.planted if canary.word in logs]
        assert not spilt, f"words in a log: {spilt}"

    def note_packs(self, town: Town, desk: TownDesk) -> None:
        """Has the centre pack every bucket that this desk may have, and keeps the names of the packs."""
        with town.engine.connect() as connection:
            known = find(connection, DeviceKey(town.office_id, device(desk)))
        for bucket in known.buckets:
            while not (offer := town.centre.packs.offer(known.key, bucket)).ready:
                pass
            self.packs |= {(bucket, offer.upto, pack.sha256) for pack in offer.packs}

    def _hold(self, desk: TownDesk, data: bytes, allowed: set[str], where: str) -> None:
        for canary in self.planted:
            if any(form in data for form in _forms(canary.word)):
                own = canary.author == device(desk) and where != "its folder"
                assert own or canary.word in allowed, f"{canary.word} of {canary.row[0]} met in {where}"
                self.found.setdefault(canary.word, set()).add(str(desk.folder))

    def _words_by_row(self, town: Town, desk: TownDesk) -> tuple[set[str], set[str]]:
        """The words that this desk may be told, and those of them that it may keep, by the rooms' own rules."""
        _, seen_in = office_rows(town)
        with town.engine.connect() as connection:
            known = find(connection, DeviceKey(town.office_id, device(desk)))
        told, kept = set[str](), set[str]()
        for canary in self.planted:
            buckets = seen_in.get(canary.row, frozenset()) if canary.office_id == town.office_id else frozenset()
            if buckets & set(known.readable):
                told.add(canary.word)
            if buckets & set(known.buckets):
                kept.add(canary.word)
        return told, kept

    def _names(self, town: Town) -> Mapping[str, list[str]]:
        """What may stand in a path or a query: names of this office and of others."""
        buckets = {bucket for (bucket,) in at_centre(town, "SELECT DISTINCT bucket FROM bucket_state")}
        ids = {canary.row[1].hex() for canary in self.planted}
        people = {person.hex() for (person,) in at_centre(town, "SELECT id FROM staff WHERE office_id = :o")}
        return {
            "bucket": sorted(buckets),
            "audience": sorted({bucket.rpartition("/")[0] for bucket in buckets}),
            "secrecy": [level.value for level in Secrecy],
            "sha256": sorted(self.files),
            "entity": sorted({canary.row[0] for canary in self.planted}),
            "row_id": sorted(ids),
            "user": sorted(people),
        }


def _answers(desk: TownDesk, names: Mapping[str, list[str]]) -> Iterator[tuple[str, bytes]]:
    """Everything that the centre says to this desk at every door, unpacked."""
    for media_type in (MEDIA_TYPE, JSON_TYPE):
        yield "/v1/sync", spread(_ask(desk, "POST", "/v1/sync", encode(_greedy(desk, names), media_type), media_type))
    for door in ALL:
        if door.method == "GET" and "{upto}" not in door.path:
            yield from _told_at(desk, _paths(door, names))


def _told_at(desk: TownDesk, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        yield path, spread(_ask(desk, "GET", path))


def _pack_path(bucket: str, upto: int, sha256: str) -> str:
    return f"/v1/snapshot/{bucket}/{upto}/{sha256}"


def _greedy(desk: TownDesk, names: Mapping[str, list[str]]) -> SyncRequest:
    """Everything of everybody's from the start; the chain as the desk knows it."""
    chain = desk.desk.reader.one("SELECT chain_mseq, chain_hash FROM device")
    assert chain is not None
    epoch = desk.desk.reader.rows("SELECT feed_epoch FROM device")[0][0]
    return SyncRequest(PROTO, 1, device(desk), epoch, Chain(*chain), dict.fromkeys(names["bucket"], 0))


def _paths(door: Door, names: Mapping[str, list[str]]) -> Iterator[str]:
    """The door's address with every name that fits; a name nobody knows stands for one that is not listed."""
    fields = [part[1:-1].partition(":")[0] for part in door.path.split("/") if part.startswith("{")]
    asked = [name for name, kind in door.query]
    kinds = dict(door.query)
    for values in itertools.product(*(names.get(name, ["0" * 32]) or ["0" * 32] for name in fields)):
        path = door.path
        for name, value in zip(fields, values, strict=True):
            path = path.replace("{" + name + "}", value).replace("{" + name + ":path}", value)
        choices = [names.get(name) or (["1"] if kinds[name] == "figure" else ["0"]) for name in asked]
        for query in itertools.product(*choices):
            said = "&".join(f"{name}={value}" for name, value in zip(asked, query, strict=True))
            yield f"{path}?{said}" if said else path


def _ask(desk: TownDesk, method: str, path: str, body: bytes = b"", media_type: str = MEDIA_TYPE) -> bytes:
    """The bytes of the answer whatever its status; `wait` is asked with a head that is not the office's."""
    token = desk.centre._signed(_bare()).headers["Authorization"]
    headers = {"Authorization": token, "Content-Type": media_type, "Accept": media_type}
    session = desk.transport._session()
    found: bytes = session.request(method, desk.proxy.url + path, data=body, headers=headers, timeout=180).content
    return found


def _bare() -> Any:
    from sync.client.transport import Ask

    return Ask("GET", "/")


def keepings(desk: TownDesk) -> Iterator[bytes]:
    """All that a desk keeps, opened: its rows but the acts that it did itself, its files, and its folder as it lies."""
    tables = [name for (name,) in desk.desk.reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table not in ("outbox", "attention"):
            yield from (spread(_plain(row)) for row in desk.desk.reader.rows(f'SELECT * FROM "{table}"'))
    for path in desk.folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()
            if path.parent.parent.name == "blobs":
                yield desk.desk.blobs.get(path.name)


def _plain(row: Iterable[Any]) -> bytes:
    return b"\t".join(value if isinstance(value, bytes) else str(value).encode() for value in row)


def spread(data: bytes, deep: int = _DEEP) -> bytes:
    """The bytes with whatever is packed in them beside them: frames of zstd, messages in messages."""
    found = [data]
    if deep and data[:4] == _ZSTD:
        found += [spread(part, deep - 1) for part in _unframed(data)]
    elif deep:
        found += [spread(part, deep - 1) for part in _bytes_in(_decoded(data)) if part != data]
    return b"\n".join(found)


def _unframed(data: bytes) -> Iterator[bytes]:
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data, read_across_frames=True) as reader:
            yield reader.read()
    except zstandard.ZstdError:
        return


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.msgpack.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _bytes_in(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        if len(value) > 16:
            yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _bytes_in(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _bytes_in(part)


def _forms(word: str) -> tuple[bytes, ...]:
    """A word in UTF-8, and as JSON may write it."""
    return word.encode(), json.dumps(word).strip('"').encode()
