"""Letters that came in files, kept at this desk until somebody registers them: nothing of them is lost meanwhile."""

import hashlib
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.accounts.model import Person
from desktop.capture.model import CapturedDocument, Progress
from desktop.interchange.arrival import Arrival, Arrived, KeptDocument, Note, Origin, Seems, Standing
from desktop.interchange.documents import captured, keeper, reader
from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.model import Registration
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

KEPT_AFTER = timedelta(days=30)
"""How long what was put away or registered stays here, to be taken back or compared."""
MOST_SHOWN = 500
_CHUNK = 1 << 20

_ROWS = """
SELECT id, at, by_name, origin, name, registration, notes, state, letter_id FROM arrival
WHERE state = ? ORDER BY at DESC, id DESC LIMIT ?
"""
_ONE = "SELECT id, at, by_name, origin, name, registration, notes, state, letter_id FROM arrival WHERE id = ?"
_FILES = "SELECT document FROM arrival_file WHERE arrival_id = ? ORDER BY place"
_SAME = "SELECT state FROM arrival WHERE source_sha256 = ? AND state <> 'put_away' ORDER BY state DESC LIMIT 1"
_SEEMS = """
SELECT id, register, number, year_be FROM letter
WHERE book_number_key = ? AND (? IS NULL OR letter_date IS NULL OR letter_date = ?) AND register NOT LIKE 'withdrawn/%'
ORDER BY year_be DESC, number DESC LIMIT 5
"""
_INSERT = "INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, NULL)"
_INSERT_FILE = "INSERT INTO arrival_file VALUES (?, ?, ?, ?, ?)"
_SPARE = "DELETE FROM blob_erasure WHERE sha256 = ?"
_SETTLE = "UPDATE arrival SET state = ?, state_at = ?, letter_id = ? WHERE id = ? AND state = ?"
_REWRITE = "UPDATE arrival SET registration = ?, state_at = ? WHERE id = ? AND state = 'waiting'"
_OLD = "SELECT id FROM arrival WHERE state <> 'waiting' AND state_at < ?"
_FILES_OF = "SELECT sha256, original_sha256 FROM arrival_file WHERE arrival_id = ?"
_DOOM = """
INSERT OR IGNORE INTO blob_erasure
SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM arrival_file WHERE sha256 = ?1 OR original_sha256 = ?1)
"""


@dataclass(frozen=True)
class Brought:
    """What came of some files: how many letters wait now, and what could not be taken in."""

    arrivals: tuple[Id, ...]
    failures: tuple[OfficeError, ...] = ()


class Arrivals:
    """The arrivals of one desk; `who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def bring(self, paths: Sequence[Path], to_party: str, progress: Progress, cancel: threading.Event) -> Brought:
        """Takes files in, each letter durable as it comes; one bad file keeps no other out.

        Stopped by `cancel`, what came before stays. The files themselves are left where they are.
        """
        self._sweep()
        came: list[Id] = []
        failures: list[OfficeError] = []
        for place, path in enumerate(paths):
            if cancel.is_set():
                break
            try:
                for one in self._letters_in(path, to_party, cancel):
                    if isinstance(one, OfficeError):
                        failures.append(one)
                    else:
                        came.append(one)
            except OfficeError as error:
                if error.code in ("interchange.cancelled", "capture.cancelled"):
                    break
                failures.append(error)
            progress(place + 1, len(paths))
        return Brought(tuple(came), tuple(failures))

    def waiting(self) -> tuple[Arrival, ...]:
        """Newest first."""
        return self._in(Standing.WAITING)

    def put_away_lately(self) -> tuple[Arrival, ...]:
        return self._in(Standing.PUT_AWAY)

    def count(self) -> int:
        row = self._desk.reader.one("SELECT count(*) FROM arrival WHERE state = 'waiting'")
        return int(row[0]) if row else 0

    def arrival(self, arrival_id: Id) -> Arrival:
        """With the letters that seem to be the same paper. OfficeError `interchange.gone`."""
        row = self._desk.reader.one(_ONE, (arrival_id,))
        if row is None:
            raise OfficeError("interchange.gone")
        found = self._arrival(row)
        return replace(found, seems=self._seems(found.arrived.registration))

    def documents(self, arrival: Arrival) -> tuple[CapturedDocument, ...]:
        """Its documents with their bytes. OfficeError `blob.missing`, `blob.damaged`."""
        return tuple(captured(one, self._desk.blobs) for one in arrival.arrived.documents)

    def pages(self, document: KeptDocument) -> bytes:
        """The PDF that people read; errors as `documents`."""
        return self._desk.blobs.get(document.sha256)

    def original(self, document: KeptDocument) -> bytes:
        """The untouched bytes of what came; errors as `documents`."""
        return self._desk.blobs.get(document.original_sha256 or document.sha256)

    def rewrite(self, arrival_id: Id, registration: Registration) -> None:
        """What a clerk typed into a draft before turning to something else; nothing for one that waits no more."""
        import msgspec

        words = msgspec.json.encode(registration)

        def act(unit: "UnitOfWork") -> None:
            unit.connection.exec_driver_sql(_REWRITE, (words, unit.at, arrival_id))
            unit.changed("arrival", arrival_id)

        self._desk.write(act)

    def put_away(self, arrival_id: Id) -> None:
        """No letter for this office; it may be taken back for a while. OfficeError `interchange.gone`."""
        self._desk.write(lambda unit: settle(unit, arrival_id, Standing.PUT_AWAY))

    def take_back(self, arrival_id: Id) -> None:
        """OfficeError `interchange.gone`."""
        self._desk.write(lambda unit: settle(unit, arrival_id, Standing.WAITING, before=Standing.PUT_AWAY))

    def registered(self, unit: "UnitOfWork", arrival_id: Id, letter_id: Id) -> None:
        """In the transaction in which its letter gets its number; an arrival that is gone does not stop that."""
        unit.connection.exec_driver_sql(
            _SETTLE, (Standing.REGISTERED.value, unit.at, letter_id, arrival_id, Standing.WAITING.value)
        )
        unit.changed("arrival", arrival_id)

    def split(self, arrival_id: Id) -> tuple[Id, ...]:
        """Each document a letter of its own, in their order: an archive may have held several letters."""
        whole = self.arrival(arrival_id)
        if len(whole.arrived.documents) < 2:
            return (arrival_id,)

        def act(unit: "UnitOfWork") -> tuple[Id, ...]:
            settle(unit, arrival_id, Standing.PUT_AWAY)
            blank = replace(whole.arrived.registration, subject="", book_number="", letter_date=None, enclosures=())
            parts = [
                Arrived(whole.arrived.origin, one.name, blank, (one,), whole.arrived.notes)
                for one in whole.arrived.documents
            ]
            return tuple(self._insert(unit, part, "") for part in reversed(parts))[::-1]

        return self._desk.write(act)

    def _letters_in(self, path: Path, to_party: str, cancel: threading.Event) -> Iterator[Id | OfficeError]:
        from desktop.interchange.opening import Opener

        digest = _digest(path)
        known = self._desk.reader.one(_SAME, (digest,))
        if known is not None and known[0] == Standing.WAITING.value:
            raise OfficeError("interchange.same_file", file=path.name)
        again = (Note("file.registered_before"),) if known is not None else ()
        kept: list[str] = []
        keep = keeper(self._desk.blobs)

        def keep_noted(document: CapturedDocument) -> KeptDocument:
            one = keep(document)
            kept.extend(filter(None, (one.sha256, one.original_sha256)))
            return one

        now = self._desk.clock.now()
        opener = Opener(keep_noted, reader(self._desk.blobs, kept.append), to_party, now, local_date(now), cancel)
        try:
            for one in opener.open(path):
                if isinstance(one, OfficeError):
                    yield one
                else:
                    yield self._keep(replace(one, notes=(*again, *one.notes)), digest)
        finally:
            self._desk.write(lambda unit: _doom_unnamed(unit, kept))

    def _keep(self, arrived: Arrived, source_sha256: str) -> Id:
        return self._desk.write(lambda unit: self._insert(unit, arrived, source_sha256))

    def _insert(self, unit: "UnitOfWork", arrived: Arrived, source_sha256: str) -> Id:
        import msgspec

        arrival_id = unit.new_id()
        registration, notes = msgspec.json.encode(arrived.registration), msgspec.json.encode(arrived.notes)
        values = (arrival_id, unit.at, self._who.name_th, arrived.origin.value, arrived.name, source_sha256)
        unit.connection.exec_driver_sql(_INSERT, (*values, registration, notes, unit.at))
        for place, one in enumerate(arrived.documents):
            file = (arrival_id, place, one.sha256, one.original_sha256, msgspec.json.encode(one))
            unit.connection.exec_driver_sql(_INSERT_FILE, file)
            for sha256 in filter(None, (one.sha256, one.original_sha256)):
                unit.connection.exec_driver_sql(_SPARE, (sha256,))
        unit.changed("arrival", arrival_id)
        return arrival_id

    def _in(self, standing: Standing) -> tuple[Arrival, ...]:
        return tuple(map(self._arrival, self._desk.reader.rows(_ROWS, (standing.value, MOST_SHOWN))))

    def _arrival(self, row: Sequence[Any]) -> Arrival:
        import msgspec

        id_, at, by_name, origin, name, registration, notes, state, letter_id = row
        files = self._desk.reader.rows(_FILES, (id_,))
        arrived = Arrived(
            Origin(origin), name, msgspec.json.decode(registration, type=Registration),
            tuple(msgspec.json.decode(one, type=KeptDocument) for (one,) in files),
            msgspec.json.decode(notes, type=tuple[Note, ...]),
        )  # fmt: skip
        return Arrival(id_, from_utc_text(at), by_name, Standing(state), arrived, letter_id)

    def _seems(self, registration: Registration) -> tuple[Seems, ...]:
        key = key_of(registration.book_number)
        if key == NONE or not registration.book_number.strip():
            return ()
        day = registration.letter_date.isoformat() if registration.letter_date else None
        return tuple(Seems(*row) for row in self._desk.reader.rows(_SEEMS, (key, day, day)))

    def _sweep(self) -> None:
        """What was settled long ago leaves the desk, and its files if nothing else names them."""
        before = utc_text(self._desk.clock.now() - KEPT_AFTER)
        if self._desk.reader.one(_OLD + " LIMIT 1", (before,)) is not None:
            self._desk.write(lambda unit: _let_go(unit, before))


def settle(unit: "UnitOfWork", arrival_id: Id, standing: Standing, before: Standing = Standing.WAITING) -> None:
    """OfficeError `interchange.gone` when it does not stand where it should."""
    done = unit.connection.exec_driver_sql(_SETTLE, (standing.value, unit.at, None, arrival_id, before.value))
    if not done.rowcount:
        raise OfficeError("interchange.gone")
    unit.changed("arrival", arrival_id)


def _let_go(unit: "UnitOfWork", before: str) -> None:
    for (arrival_id,) in unit.connection.exec_driver_sql(_OLD, (before,)).all():
        files = unit.connection.exec_driver_sql(_FILES_OF, (arrival_id,)).all()
        for table, column in (("arrival_file", "arrival_id"), ("arrival", "id")):
            unit.connection.exec_driver_sql(f"DELETE FROM {table} WHERE {column} = ?", (arrival_id,))
        _doom_unnamed(unit, (sha256 for pair in files for sha256 in pair if sha256))


def _doom_unnamed(unit: "UnitOfWork", files: Iterable[str]) -> None:
    """Has files erased that were kept for an arrival that did not come about, unless a row names them."""
    for sha256 in files:
        unit.connection.exec_driver_sql(_DOOM, (sha256,))


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                whole.update(chunk)
    except OSError as error:
        raise OfficeError("interchange.unreadable", file=path.name) from error
    return whole.hexdigest()
