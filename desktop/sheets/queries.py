"""Reads of the print journal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.devices.printer import Media
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.ids import Id
from desktop.sheets.model import Counts, Doubt, Job, Line, Outcome, Role, Run, Sheet, Sums, Wanted
from desktop.store.reader import Reader

_RUN = """
SELECT id, kind, label, queue, layout, media, document_id, begun_at, begun_by_name, job, doubt FROM print_run
"""
_SHEETS = """
SELECT run_id, id, place, role, page, of_pages, time, voided, serial, outcome, how, told_at, told_by_name
FROM print_sheet WHERE run_id IN ({}) ORDER BY run_id, place
"""
_SENT = "print_run r INDEXED BY ix_print_run_begun_at WHERE r.begun_at >= :start AND r.begun_at < :end"
_NAMED = """
print_run r WHERE r.id IN (
 SELECT id FROM print_run INDEXED BY ix_desk_sheet_label WHERE label >= :words AND label < :words || char(0x10ffff)
 UNION SELECT id FROM print_run INDEXED BY ix_desk_sheet_number
  WHERE ltrim(substr(label, instr(label, ' ') + 1), '0') = :bare
 UNION SELECT run_id FROM print_sheet WHERE serial = :serial)
"""
"""Each of the three has an index."""
_FOUND = "SELECT r.id FROM {which} AND :kind IN ('', r.kind) ORDER BY r.begun_at DESC, r.id DESC LIMIT :most"
_CAME = "s.outcome NOT IN ('not_out', 'sent')"
_SUMS = f"""
WITH found (id) AS MATERIALIZED (SELECT r.id FROM {{which}} AND :kind IN ('', r.kind))
SELECT (SELECT count(*) FROM found),
    coalesce(sum(CASE s.role WHEN 'pile' THEN s.of_pages - s.page + 1 ELSE 1 END) FILTER (WHERE {_CAME}), 0),
    count(*) FILTER (WHERE {_CAME} AND s.time > 0), count(*) FILTER (WHERE s.outcome IN ('spoiled', 'extra'))
FROM found CROSS JOIN print_sheet s ON s.run_id = found.id
"""
_COUNTS = """
SELECT r.document_id, sum(CASE s.role WHEN 'pile' THEN s.of_pages - s.page + 1 ELSE 1 END),
    sum(s.time > 0), sum(s.outcome IN ('spoiled', 'extra'))
FROM print_run r JOIN print_sheet s ON s.run_id = r.id
WHERE r.kind = ? AND r.begun_at >= ? AND r.begun_at < ? AND s.outcome NOT IN ('not_out', 'sent')
GROUP BY r.document_id
"""
_TIMES = """
SELECT max(s.time) FROM print_run r JOIN print_sheet s ON s.run_id = r.id WHERE r.document_id = ? AND r.kind = ?
"""
SERIAL = """
SELECT max(s.serial) FROM print_run r JOIN print_sheet s ON s.run_id = r.id
WHERE s.serial >= ? AND s.outcome <> 'not_out' AND r.begun_at >= ?
"""
_MOST_AT_ONCE = 500
PAGE, MOST = 60, 7_680
"""Printings of a list at first, which a tall screen shows, and at last."""
_FIGURES = 18
"""What a column holds as a number has fewer."""


class SheetQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def run(self, run_id: Id) -> Run | None:
        found = self._runs(self._reader.rows(f"{_RUN} WHERE id = ?", (run_id,)))
        return found[0] if found else None

    def open_runs(self) -> tuple[Run, ...]:
        """Those of which nobody knows yet what came out, in the order in which they were sent."""
        return self._runs(self._reader.rows(f"{_RUN} WHERE settled_at IS NULL ORDER BY begun_at, id"))

    def of_document(self, document: Id) -> tuple[Run, ...]:
        """Every printing of a paper at this desk, the newest first."""
        return self._runs(
            self._reader.rows(f"{_RUN} WHERE document_id = ? ORDER BY begun_at DESC, id DESC", (document,))
        )

    def between(self, start: datetime, end: datetime, kind: str = "", most: int = _MOST_AT_ONCE) -> tuple[Line, ...]:
        """The sheets sent from `start` up to but not at `end`, the newest first; of one kind of paper, or of all."""
        asked = {"start": utc_text(start), "end": utc_text(end), "kind": kind, "most": most}
        return self._lines(_FOUND.format(which=_SENT), asked)

    def named(self, words: str, kind: str = "", most: int = _MOST_AT_ONCE) -> tuple[Line, ...]:
        """The sheets of papers (of a `kind`) whose name begins so, that have this number, or bear it pre-printed."""
        asked = _asked(words) | {"kind": kind, "most": most}
        return self._lines(_FOUND.format(which=_NAMED), asked) if asked["bare"] else ()

    def sums(self, words: str, start: datetime, end: datetime, kind: str = "") -> Sums:
        """Of all sheets that are named so, or, without words, were sent in the time."""
        asked = _asked(words) | {"start": utc_text(start), "end": utc_text(end), "kind": kind}
        row = self._reader.one(_SUMS.format(which=_NAMED if asked["bare"] else _SENT), asked)
        return Sums(*row) if row else Sums()

    def counts(self, kind: str, start: datetime, end: datetime) -> dict[Id, Counts]:
        """For each paper of a kind with sheets sent in the time: those that left the printer."""
        rows = self._reader.rows(_COUNTS, (kind, utc_text(start), utc_text(end)))
        return {document: Counts(*numbers) for document, *numbers in rows if document is not None}

    def times(self, kind: str, document: Id) -> int:
        """How often this desk has printed a paper again with the mark."""
        row = self._reader.one(_TIMES, (document, kind))
        return int(row[0] or 0) if row else 0

    def next_serial(self, first: int, since: datetime) -> int:
        """The pre-printed number of the next sheet of a stock that was begun with `first`."""
        row = self._reader.one(SERIAL, (first, utc_text(since)))
        return int(row[0]) + 1 if row and row[0] is not None else first

    def file(self, run_id: Id) -> bytes | None:
        """The PDF of a run whose paper cannot be made anew, the name of its blob where it is a pile; None a day after
        it is settled."""
        row = self._reader.one("SELECT file FROM print_run WHERE id = ?", (run_id,))
        return bytes(row[0]) if row and row[0] is not None else None

    def _lines(self, sql: str, values: Mapping[str, Any]) -> tuple[Line, ...]:
        ids = [run_id for (run_id,) in self._reader.rows(sql, values)]
        by_id = {run.id: run for run in self._of(ids)}
        return tuple(Line(sheet, by_id[run_id]) for run_id in ids for sheet in by_id[run_id].sheets)

    def _of(self, ids: Sequence[Id]) -> tuple[Run, ...]:
        marks = ", ".join("?" * len(ids))
        return self._runs(self._reader.rows(f"{_RUN} WHERE id IN ({marks})", tuple(ids))) if ids else ()

    def _runs(self, rows: Iterable[Any]) -> tuple[Run, ...]:
        heads = list(rows)
        sheets: dict[Id, list[Sheet]] = {row[0]: [] for row in heads}
        if heads:
            marks = ", ".join("?" * len(heads))
            for row in self._reader.rows(_SHEETS.format(marks), tuple(sheets)):
                sheets[row[0]].append(_sheet(row))
        return tuple(_run(row, tuple(sheets[row[0]])) for row in heads)


def _asked(words: str) -> dict[str, Any]:
    """What is typed as the name, as a number without its zeros, and as a pre-printed number."""
    words = words.strip().upper()
    bare = words.lstrip("0")
    serial = int(bare) if bare.isdecimal() and len(bare) < _FIGURES else None
    return {"words": words, "bare": bare, "serial": serial}


def _run(row: Any, sheets: tuple[Sheet, ...]) -> Run:
    run_id, kind, label, queue, layout, media, document, begun_at, by_name, number, doubt = row
    wanted = tuple(sheet.wanted for sheet in sheets if sheet.outcome is not Outcome.EXTRA)
    job = Job(kind, label, queue, layout, Media(media), wanted, document)
    return Run(run_id, job, from_utc_text(begun_at), by_name, number, Doubt(doubt), sheets)


def _sheet(row: Any) -> Sheet:
    _, sheet_id, place, role, page, of, time, voided, serial, outcome, how, told_at, told_by = row
    wanted = Wanted(Role(role), page, of, time, bool(voided), serial)
    at = from_utc_text(told_at) if told_at else None
    return Sheet(sheet_id, place, wanted, Outcome(outcome), how, at, told_by or "")
