"""Batches of this desk: every page is on the disk before anybody sees it, and waits until somebody made a letter of it.

`begin` a batch, `take` each page (durable when it returns, then show it), `edit`/`undo`/`redo` how the pages lie, and
note with `registered`, in the transaction of a letter, which pages it holds. What was never finished is in `waiting` at
the next start. `put_away` can be taken back for a while (`sweeping`).

A batch is its person's: nobody else who sits down at this desk sees it, unless it was left to their unit, as what a
copier wrote into a folder is, or its person works here no more.

OfficeError `capture.batch_gone` for a batch that isn't here or is somebody else's; `store.disk_full` for a page that
was not kept: all before it are.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop.accounts.model import Person
from desktop.capture.batch import Batch, BatchRow, NewPage, Page, Standing
from desktop.capture.edits import KINDS, Done, Edit, check, laid_out
from desktop.capture.model import Source
from desktop.devices.scanner import ScannedPage, ScanSettings
from desktop.office.clock import from_utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.blobs import BlobRef, Blobs
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

_ROWS = """
SELECT b.id, b.at, b.by_name, b.source, b.name, b.state, b.state_at, b.for_unit,
       (SELECT count(*) FROM batch_page p WHERE p.batch_id = b.id),
       (SELECT count(*) FROM batch_page p WHERE p.batch_id = b.id AND p.letter_id IS NOT NULL), b.settings
FROM batch b
WHERE (b.by_id = ?2 OR (b.by_id IS NULL AND b.by_name = ?3) OR (b.unit_id = ?4 AND (b.for_unit OR NOT EXISTS (
    SELECT 1 FROM staff s WHERE s.office_id = (SELECT office_id FROM device) AND s.id = b.by_id AND s.active))))
"""
"""Those that the person `?2` may see: of that name (what came before people were noted), of the unit `?4`."""
_ONE = f"{_ROWS} AND b.id = ?1"
_STANDING = f"{_ROWS} AND b.state = ?1 ORDER BY b.at DESC, b.id DESC"
_PAGES = """
SELECT number, at, sha256, size, media_type, frame, width_mm, height_mm, signed, original_sha256, letter_id
FROM batch_page WHERE batch_id = ? ORDER BY number
"""
_EDITS = "SELECT kind, edit, pages, undone FROM batch_edit WHERE batch_id = ? ORDER BY place"
_BEGIN = "INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)"
_COUNT = "SELECT count(*) FROM batch_page WHERE batch_id = ?"
_TAKE = "INSERT INTO batch_page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"
_SETTLE = "UPDATE batch SET state = ?, state_at = ? WHERE id = ?"
_LEAVE = "UPDATE batch SET for_unit = ? WHERE id = ?"
_FORGET_UNDONE = "DELETE FROM batch_edit WHERE batch_id = ? AND undone"
_EDIT = (
    "INSERT INTO batch_edit SELECT ?1, coalesce(max(place) + 1, 0), ?2, ?3, ?4, 0 FROM batch_edit WHERE batch_id = ?1"
)
_UNDO = """
UPDATE batch_edit SET undone = 1
WHERE batch_id = ?1 AND place = (SELECT max(place) FROM batch_edit WHERE batch_id = ?1 AND NOT undone)
"""
_REDO = """
UPDATE batch_edit SET undone = 0
WHERE batch_id = ?1 AND place = (SELECT min(place) FROM batch_edit WHERE batch_id = ?1 AND undone)
"""
_REGISTER = "UPDATE batch_page SET letter_id = ? WHERE batch_id = ? AND number = ? AND letter_id IS NULL"
_SPARE = "DELETE FROM blob_erasure WHERE sha256 = ?"
_DOOM_BUILT = "INSERT OR IGNORE INTO blob_erasure SELECT sha256 FROM batch_built WHERE batch_id = ?"
_FORGET_BUILT = "DELETE FROM batch_built WHERE batch_id = ?"
_MM = 25.4


class Batches:
    """`who` is the person signed in. Everything may be called on any thread, and is durable when it returns."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self.desk = desk
        self._who = who

    def begin(self, source: Source, name: str, settings: ScanSettings | None = None) -> Id:
        import msgspec

        words = msgspec.json.encode(asdict(settings) if settings else {})

        def act(unit: "UnitOfWork") -> Id:
            batch_id = unit.new_id()
            values = (batch_id, unit.at, self._who.name_th, source.value, name, words, unit.at)
            whose = (self._who.id, self._who.unit.id, source is Source.FOLDER)
            unit.connection.exec_driver_sql(_BEGIN, (*values, *whose))
            unit.changed("batch", batch_id)
            return batch_id

        return self.desk.write(act)

    def take(self, batch_id: Id, *pages: NewPage) -> int:
        """Keeps pages, and returns how many the batch has now; those of one file come together or not at all."""
        files = {data: _put(self.desk.blobs, data) for data in {page.data for page in pages}}

        def act(unit: "UnitOfWork") -> int:
            count = int(unit.connection.exec_driver_sql(_COUNT, (batch_id,)).scalar_one())
            for data, ref in files.items():
                if not self.desk.blobs.has(ref.sha256):  # an older file of this content was erased meanwhile
                    _put(self.desk.blobs, data)
                unit.connection.exec_driver_sql(_SPARE, (ref.sha256,))
            for number, page in enumerate(pages, count):
                ref = files[page.data]
                row = (batch_id, number, unit.at, ref.sha256, ref.size, page.media_type, page.frame)
                unit.connection.exec_driver_sql(_TAKE, (*row, *_sheet(page)))
            self._settle(unit, batch_id, Standing.WAITING)
            return count + len(pages)

        return self.desk.write(act)

    def take_scanned(self, batch_id: Id, page: ScannedPage) -> int:
        """As `take`."""
        wide, high = page.width / page.dpi * _MM, page.height / page.dpi * _MM
        return self.take(batch_id, NewPage(page.data, page.media_type, wide, high))

    def waiting(self) -> tuple[BatchRow, ...]:
        """Those with pages that are no letter's yet, the newest first."""
        return self._in(Standing.WAITING)

    def put_away_lately(self) -> tuple[BatchRow, ...]:
        return self._in(Standing.PUT_AWAY)

    def batch(self, batch_id: Id) -> Batch:
        rows = self.desk.reader.rows(_ONE, self._asking(batch_id))
        if not rows:
            raise OfficeError("capture.batch_gone")
        pages = tuple(map(_page, self.desk.reader.rows(_PAGES, (batch_id,))))
        edits = self.desk.reader.rows(_EDITS, (batch_id,))
        return _batch(rows[0], pages, edits)

    def edit(self, batch_id: Id, edit: Edit) -> Batch:
        """Does an edit; what was undone before it can't be redone any more.

        OfficeError `capture.edit_impossible`, `capture.sides_differ`, `capture.signed`, `capture.page_registered`.
        """
        import msgspec

        kind = next(name for name, one in KINDS.items() if isinstance(edit, one))
        words = msgspec.json.encode(edit)

        def change(unit: "UnitOfWork", batch: Batch) -> None:
            unit.connection.exec_driver_sql(_FORGET_UNDONE, (batch_id,))
            unit.connection.exec_driver_sql(_EDIT, (batch_id, kind, words, len(batch.pages)))

        return self._change(batch_id, change, lambda batch: (*batch.done, Done(edit, len(batch.pages))))

    def undo(self, batch_id: Id) -> Batch:
        """Takes the last edit back; errors as `edit`."""
        return self._change(
            batch_id,
            lambda unit, _: unit.connection.exec_driver_sql(_UNDO, (batch_id,)),
            lambda batch: batch.done[:-1],
        )

    def redo(self, batch_id: Id) -> Batch:
        """Does again what was undone last; errors as `edit`."""
        return self._change(
            batch_id,
            lambda unit, _: unit.connection.exec_driver_sql(_REDO, (batch_id,)),
            lambda batch: (*batch.done, *batch.redoable[:1]),
        )

    def put_away(self, batch_id: Id) -> None:
        """It is offered no more; its pages stay until it is swept."""
        self.desk.write(lambda unit: self._settle(unit, batch_id, Standing.PUT_AWAY))

    def take_back(self, batch_id: Id) -> None:
        self.desk.write(lambda unit: self._settle(unit, batch_id, Standing.WAITING))

    def leave(self, batch_id: Id, *, to_unit: bool) -> None:
        """Leaves it to whoever of the unit takes it up, or keeps it for oneself again."""

        def act(unit: "UnitOfWork") -> None:
            self._held(unit, batch_id)
            unit.connection.exec_driver_sql(_LEAVE, (to_unit, batch_id))
            unit.changed("batch", batch_id)

        self.desk.write(act)

    def registered(self, unit: "UnitOfWork", batch_id: Id, pages: Sequence[int], letter_id: Id) -> None:
        """In the transaction of a letter: these pages are its. The batch is finished with its last shown page.

        OfficeError `capture.page_registered` for one that is another letter's already.
        """
        for number in pages:
            if not unit.connection.exec_driver_sql(_REGISTER, (letter_id, batch_id, number)).rowcount:
                raise OfficeError("capture.page_registered")
        if not self._held(unit, batch_id).parts:
            self._settle(unit, batch_id, Standing.FINISHED)
        unit.changed("batch", batch_id)

    def _in(self, standing: Standing) -> tuple[BatchRow, ...]:
        found = map(_row, self.desk.reader.rows(_STANDING, self._asking(standing.value)))
        return tuple(row for row in found if row.pages)

    def _change(
        self, batch_id: Id, change: "Callable[[UnitOfWork, Batch], object]", done: Callable[[Batch], Sequence[Done]]
    ) -> Batch:
        """Writes a change of the edits if the layout that comes of it may stand."""

        def act(unit: "UnitOfWork") -> Batch:
            batch = self._held(unit, batch_id)
            check(batch.layout, laid_out(len(batch.pages), done(batch)), batch.ties)
            change(unit, batch)
            unit.changed("batch", batch_id)
            return self._held(unit, batch_id)

        return self.desk.write(act)

    def _asking(self, what: Id | str) -> tuple[Id | str, Id, str, Id]:
        return what, self._who.id, self._who.name_th, self._who.unit.id

    def _held(self, unit: "UnitOfWork", batch_id: Id) -> Batch:
        """The batch as the transaction sees it."""
        row = unit.connection.exec_driver_sql(_ONE, self._asking(batch_id)).first()
        if row is None:
            raise OfficeError("capture.batch_gone")
        pages = unit.connection.exec_driver_sql(_PAGES, (batch_id,)).all()
        edits = unit.connection.exec_driver_sql(_EDITS, (batch_id,)).all()
        return _batch(row, tuple(map(_page, pages)), edits)

    def _settle(self, unit: "UnitOfWork", batch_id: Id, standing: Standing) -> None:
        if unit.connection.exec_driver_sql(_ONE, self._asking(batch_id)).first() is None:
            raise OfficeError("capture.batch_gone")
        unit.connection.exec_driver_sql(_SETTLE, (standing.value, unit.at, batch_id))
        if standing is not Standing.WAITING:
            for statement in (_DOOM_BUILT, _FORGET_BUILT):
                unit.connection.exec_driver_sql(statement, (batch_id,))
        unit.changed("batch", batch_id)


def _put(blobs: Blobs, data: bytes | BlobRef) -> BlobRef:
    if isinstance(data, bytes):
        return blobs.put(data)
    if not blobs.has(data.sha256):
        raise OfficeError("blob.missing", sha256=data.sha256)
    return data


def _sheet(page: NewPage) -> tuple[float, float, bool, str | None]:
    return page.width_mm, page.height_mm, page.is_signed, page.original.sha256 if page.original else None


def _row(row: Sequence[Any]) -> BatchRow:
    id_, at, by_name, source, name, state, state_at, for_unit, pages, registered, _ = row
    when, settled = from_utc_text(at), from_utc_text(state_at)
    standing = Standing(state)
    return BatchRow(id_, when, by_name, Source(source), name, standing, pages, registered, settled, bool(for_unit))


def _page(row: Sequence[Any]) -> Page:
    number, at, sha256, size, media_type, frame, wide, high, signed, original, letter_id = row
    moment = from_utc_text(at)
    return Page(number, moment, sha256, size, media_type, frame, wide, high, bool(signed), original, letter_id)


def _batch(row: Sequence[Any], pages: tuple[Page, ...], edits: Sequence[Any]) -> Batch:
    import msgspec

    done: list[Done] = []
    undone: list[Done] = []
    for kind, words, count, is_undone in edits:
        one = Done(msgspec.json.decode(words, type=KINDS[kind]), count)
        (undone if is_undone else done).append(one)
    return Batch(_row(row), msgspec.json.decode(row[-1]), pages, tuple(done), tuple(undone))
