"""Files on their way: sent in checked pieces that resume where the centre stands, fetched and verified."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from desktop.office.errors import OfficeError
from desktop.store import erasure
from desktop.store.arriving import Arriving, drop
from desktop.store.blobs import CHUNK, BlobRef
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork
from sync.client.centre import Centre

PIECE = CHUNK
"""Bytes sent at once: on a slow line a piece must not take long."""
_BATCH = 50
_RESTARTS = 3
_STUBBORN, _SELDOM = 6, 16
"""After so many failures a file is tried on every 16th errand only."""

_WAITING = "SELECT sha256, size FROM blob WHERE state = ? AND attempts < ? ORDER BY attempts, added_at LIMIT ?"
_MARK = "UPDATE blob SET state = ?, size = ?, offset = ?, last_error = NULL WHERE sha256 = ?"
_TRIED = "UPDATE blob SET attempts = attempts + 1, last_error = ? WHERE sha256 = ?"
_FORGET = "DELETE FROM blob WHERE sha256 = ? AND state = 'wanted'"
_PASSING = frozenset({"post.no_line", "post.not_the_centre", "post.clock_wrong", "store.disk_full", "store.unreadable"})
"""Failures that are not the file's: the whole errand stops."""
_OURS = frozenset({"blob.missing", "blob.damaged"})


@dataclass(frozen=True)
class Carried:
    """Files sent, fetched, and left for another time."""

    sent: int = 0
    fetched: int = 0
    left: int = 0


class BlobErrand:
    """Carries the files of one desk, one at a time. `goes_on` is asked between pieces: acts of the clerk go first."""

    def __init__(self, desk: Desk, centre: Centre, goes_on: Callable[[], bool] = lambda: True) -> None:
        self._desk = desk
        self._centre = centre
        self._goes_on = goes_on
        self._errands = 0

    def run(self) -> Carried:
        """Every file once; one that fails waits for the next errand. OfficeError when the line or the disk fails."""
        self._errands += 1
        sent, unsent = self._each("local", self._send)
        fetched, unfetched = self._each("wanted", self._fetch)
        erasure.erase_files(self._desk)
        return Carried(sent, fetched, unsent + unfetched)

    def _each(self, state: str, carry: Callable[[str, int], bool]) -> tuple[int, int]:
        done, failed = 0, set[str]()
        most = 1 << 30 if self._errands % _SELDOM == 0 else _STUBBORN
        while self._goes_on():
            found = self._desk.reader.rows(_WAITING, (state, most, _BATCH + len(failed)))
            fresh = [(sha256, size) for sha256, size in found if sha256 not in failed]
            if not fresh:
                break
            for sha256, size in fresh:
                if not self._goes_on():
                    break
                if self._carried(carry, sha256, size):
                    done += 1
                else:
                    failed.add(sha256)
        return done, len(failed)

    def _carried(self, carry: Callable[[str, int], bool], sha256: str, size: int) -> bool:
        try:
            return carry(sha256, size)
        except OfficeError as error:
            if error.code in _PASSING:
                raise
            self._note(sha256, error)
            return False

    def _note(self, sha256: str, error: OfficeError) -> None:
        """Writes down why a file did not travel; one that this desk itself has lost goes before a person, once."""
        reason = str(error.subject.get("problem", error.code))

        def act(unit: UnitOfWork) -> None:
            known = unit.connection.exec_driver_sql("SELECT attempts FROM blob WHERE sha256 = ?", (sha256,)).scalar()
            unit.connection.exec_driver_sql(_TRIED, (reason, sha256))
            if not known and error.code in _OURS:
                unit.tell_attention("blob.lost", {"sha256": sha256})

        self._desk.write(act, pulled=True)

    def _send(self, sha256: str, size: int) -> bool:
        if size == 0:
            self._mark(sha256, "stored", 0)  # an empty file is known by its name alone
            return True
        for _ in range(_RESTARTS):
            try:
                begun = self._centre.offer_blob(sha256, size)
                return self._send_from(sha256, size, begun.offset, begun.attempt)
            except OfficeError as error:
                if error.subject.get("problem") not in _RESUME:
                    raise
        raise OfficeError("post.refused", problem="wrong_offset", status=409, data={})

    def _send_from(self, sha256: str, size: int, offset: int, attempt: int) -> bool:
        if offset >= size:
            self._mark(sha256, "stored", size)
            return True
        begin = offset - offset % CHUNK
        for piece in _pieces(self._desk.blobs.chunks(sha256, begin), offset - begin):
            if not self._goes_on():
                return False
            state = self._centre.append_blob(sha256, offset, piece, attempt)
            offset = state.offset
            if state.stored:
                self._mark(sha256, "stored", size)
                return True
        raise OfficeError("blob.damaged", sha256=sha256)

    def _fetch(self, sha256: str, size: int) -> bool:
        if not is_named(self._desk, sha256):
            self._desk.settle(_FORGET, (sha256,))
            drop(self._desk.blobs, sha256)
            return True
        held = self._held(sha256)
        if held is not None:  # a store put back from a copy does not know whether the centre has it
            self._desk.write(lambda unit: self._is_here(unit, sha256, held, "local"), pulled=True)
            return self._send(sha256, held)
        found = self._receive(Arriving(self._desk.blobs, sha256), sha256)
        if found is None:
            return False
        self._desk.write(lambda unit: self._is_here(unit, sha256, found.size, "stored"), pulled=True)
        return True

    def _receive(self, arriving: Arriving, sha256: str) -> BlobRef | None:
        """The whole file, after what came of it before; None when the errand ends first."""
        try:
            whole = self._take(arriving, sha256)
        except OfficeError as error:
            if not arriving.offset or error.subject.get("problem") not in _FROM_THE_START:
                raise
            if not (whole := _has_all(arriving, error)):
                arriving.forget()
                whole = self._take(arriving, sha256)
        return arriving.finish() if whole else None

    def _take(self, arriving: Arriving, sha256: str) -> bool:
        """What the centre has beyond that; whether it is all."""
        with self._centre.read_blob(sha256, arriving.offset) as coming:
            arriving.need_room(coming.size - arriving.offset)
            arriving.take(takewhile(lambda _: self._goes_on(), coming.beyond(arriving.offset)))
            return arriving.offset >= coming.size and self._goes_on()

    def _held(self, sha256: str) -> int | None:
        """The size of a file that is on this disk, whole; None otherwise."""
        try:
            return sum(map(len, self._desk.blobs.chunks(sha256)))
        except OfficeError:
            return None

    def _is_here(self, unit: UnitOfWork, sha256: str, size: int, state: str) -> None:
        """It is here, unless the row that wanted it went meanwhile."""
        unit.connection.exec_driver_sql(_MARK, (state, size, 0 if state == "local" else size, sha256))
        erasure.doom_unnamed(unit.connection, self._desk.catalogue.entities, sha256)

    def _mark(self, sha256: str, state: str, size: int) -> None:
        self._desk.settle(_MARK, (state, size, size, sha256))


_FROM_THE_START = frozenset({"range_wrong", "range_beyond_end"})
_RESUME = frozenset({"wrong_offset", "attempt_superseded", "checksum_mismatch", "blob_corrupt"})


def _has_all(arriving: Arriving, error: OfficeError) -> bool:
    """Whether a part was refused because nothing is left to send."""
    data = error.subject.get("data")
    return isinstance(data, dict) and data.get("size") == arriving.offset


def is_named(desk: Desk, sha256: str) -> bool:
    """Whether a row of this desk still names the file."""
    return any(desk.reader.one(query, (sha256,)) for query in erasure.naming(desk.catalogue.entities))


def _pieces(chunks: Iterable[bytes], skip: int, size: int = PIECE) -> Iterator[bytes]:
    """The stream without its first `skip` bytes, in pieces of `size` bytes (the last may be shorter)."""
    held = bytearray()
    for chunk in chunks:
        held += chunk[skip:]
        skip = max(skip - len(chunk), 0)
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)
