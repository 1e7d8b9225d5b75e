"""Reads of cases at a desk: plain SQL, frozen dataclasses out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from desktop.cases import nearby
from desktop.cases.kind import Kind
from desktop.cases.kinds import in_force, read_kind, shipped
from desktop.cases.model import Case, CaseFile, CaseLine, Event, FileUse, Place, Reporter
from desktop.cases.rules import in_order, standing
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.ids import Id
from desktop.office.thai import normalise
from desktop.office.titles import first_found
from desktop.store import attention
from desktop.store.names import Named, maybe
from desktop.store.reader import Reader

MOST = 500
_LINE = """
SELECT c.id, c.kind, c.kind_version, c.series, c.year_be, c.number, c.text, c.category, c.place, c.lat_e6, c.lon_e6,
       c.place_source, c.accuracy_m, c.moo, c.received_at, c.channel, c.state, c.clock, c.unit_id, c.staff_id,
       c.restricted, r.name, r.phone, r.address, r.person_id, r.house_id, r.id,
       EXISTS (SELECT 1 FROM touch t WHERE t.entity = 'citizen_case' AND t.row_id = c.id),
       c.intake_unit_id, c.counter, c.opened_by, coalesce(c.proof, '')
FROM citizen_case c LEFT JOIN case_reporter r ON r.office_id = c.office_id AND r.case_id = c.id
"""
_EVENTS = """
SELECT id, step, at, actor_id, actor_name, from_state, to_state, clock, effect, text, agency, unit_id, staff_id, item,
       score, cost_satang, other_id
FROM case_event WHERE case_id = ? ORDER BY at, id
"""
_EVENTS_OF_OPEN = """
SELECT e.case_id, e.id, e.step, e.at, e.actor_id, e.actor_name, e.from_state, e.to_state, e.clock, e.effect, e.text,
       e.agency, e.unit_id, e.staff_id, e.item, e.score, e.cost_satang, e.other_id
FROM case_event e JOIN citizen_case c ON c.office_id = e.office_id AND c.id = e.case_id
WHERE c.clock <> 'ended'
"""
_ANSWERS = "SELECT field, value FROM case_answer WHERE case_id = ? ORDER BY at, id"
_FILES = """
SELECT f.id, f.event_id, f.use, f.name, f.media_type, coalesce(o.sha256, ''), f.public_sha256, f.lat_e6, f.lon_e6,
       f.added_at
FROM case_file f LEFT JOIN case_original o ON o.office_id = f.office_id AND o.file_id = f.id
WHERE f.case_id = ? ORDER BY f.added_at, f.id
"""
_KINDS = "SELECT definition, withdrawn_at IS NOT NULL FROM case_kind ORDER BY defined_at, id"
_KIND = "SELECT definition FROM case_kind WHERE code = ? AND version = ?"
_HERE = "c.office_id = (SELECT office_id FROM device)"
_WORDED = """
(instr(c.found_by, ?) > 0 OR EXISTS
 (SELECT 1 FROM case_reporter w WHERE w.case_id = c.id AND instr(w.found_by, ?) > 0))
"""
_FEW = 300
"""Cases of so few are looked up; of more the newest are met soon on the way through all."""
_NEWEST_FIRST = "ORDER BY c.received_at DESC, c.office_id DESC, c.id DESC"
"""As they lie in an index."""
_NEAR = """
c.category = ? AND c.kind = ? AND c.received_at >= ? AND c.clock <> 'ended'
AND c.lat_e6 BETWEEN ? AND ? AND c.lon_e6 BETWEEN ? AND ?
"""
_QUESTIONED = f"""
SELECT o.body FROM attention a JOIN outbox o ON o.mseq = a.mseq WHERE {attention.OPEN} AND o.type LIKE 'cases.%'
"""


class Whose(StrEnum):
    ALL = "all"
    MINE = "mine"
    """Given to this person."""
    UNIT = "unit"
    """Of this person's unit, or a part of it."""


@dataclass(frozen=True)
class Sought:
    """What a list shows. `clock`: runs, stands, ended, or "" for what is open; `words` as somebody types them."""

    words: str = ""
    kind: str = ""
    state: str = ""
    whose: Whose = Whose.ALL
    staff_id: Id = bytes(16)
    unit_id: Id = bytes(16)
    with_ended: bool = False


class CaseQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def kinds(self, day: date) -> tuple[Kind, ...]:
        """The kinds in which a case may be opened on a day: the program's, and the office's own before them."""
        own = [read_kind(row[0]) for row in self._reader.rows(_KINDS) if not row[1]]
        return in_force((*shipped(), *own), day)

    def kind(self, code: str, version: str) -> Kind | None:
        """A version of a kind, in force or not."""
        row = self._reader.one(_KIND, (code, version))
        if row is not None:
            return read_kind(row[0])
        return next((one for one in shipped() if (one.code, one.version) == (code, version)), None)

    def case(self, case_id: Id) -> Case | None:
        """None where it is not here, or of a kind that this desk was not told of yet."""
        row = self._reader.one(f"{_LINE} WHERE {_HERE} AND c.id = ?", (case_id,))
        kind = self.kind(row[1], row[2]) if row else None
        if row is None or kind is None:
            return None
        events = tuple(in_order(_event(one) for one in self._reader.rows(_EVENTS, (case_id,))))
        files = tuple(_file(one) for one in self._reader.rows(_FILES, (case_id,)))
        head: tuple[Any, ...] = (_line(row, self._questioned()), kind, *row[28:31])
        whole: tuple[Any, ...] = (*head, events, standing(events), self.answers(case_id), files, row[31])
        return Case(*whole)

    def answers(self, case_id: Id) -> Mapping[str, str]:
        return dict(self._reader.rows(_ANSWERS, (case_id,)))

    def numbered(self, series: str, year_be: int, number: int) -> Id | None:
        """The case that bears a number, as somebody reads it off a slip."""
        query = "SELECT id FROM citizen_case WHERE series = ? AND year_be = ? AND number = ? LIMIT 1"
        row = self._reader.one(query, (series, year_be, number))
        return row[0] if row else None

    def lines(self, sought: Sought, most: int = MOST) -> tuple[CaseLine, ...]:
        """The newest first."""
        return first_found(sought.words, lambda said: self._lines(replace(sought, words=said), most))

    def _lines(self, sought: Sought, most: int) -> tuple[CaseLine, ...]:
        words = normalise(sought.words).replace("%", "").replace("_", "").split()
        keys = maybe(self._reader.rows, Named.CASE, words, _FEW) if words else None
        if keys == []:
            return ()
        where, values = _conditions(sought, words, keys)
        rows = self._reader.rows(f"{_LINE} WHERE {where} {_NEWEST_FIRST} LIMIT ?", (*values, most))
        questioned = self._questioned()
        return tuple(_line(row, questioned) for row in rows)

    def of_person(self, person_id: Id) -> tuple[CaseLine, ...]:
        """Everything that a citizen ever asked, as far as this desk sees it; the newest first."""
        rows = self._reader.rows(f"{_LINE} WHERE {_HERE} AND r.person_id = ? ORDER BY c.received_at DESC", (person_id,))
        return tuple(_line(row, frozenset()) for row in rows)

    def of_house(self, house_id: Id) -> tuple[CaseLine, ...]:
        rows = self._reader.rows(f"{_LINE} WHERE {_HERE} AND r.house_id = ? ORDER BY c.received_at DESC", (house_id,))
        return tuple(_line(row, frozenset()) for row in rows)

    def open_events(self) -> Mapping[Id, Sequence[Event]]:
        """What happened to each case that is not at its end."""
        found: dict[Id, list[Event]] = {}
        for case_id, *row in self._reader.rows(_EVENTS_OF_OPEN):
            found.setdefault(case_id, []).append(_event(tuple(row)))
        return found

    def near(self, kind: Kind, category: str, place: Place, now: datetime) -> tuple[tuple[CaseLine, int], ...]:
        """Open cases of the category so near and recent that they may be the same, with metres; the nearest first."""
        if kind.nearby is None or place.lat_e6 is None or place.lon_e6 is None:
            return ()
        since = utc_text(now - timedelta(days=kind.nearby.days))
        box = nearby.box(place.lat_e6, place.lon_e6, kind.nearby.metres)
        rows = self._reader.rows(f"{_LINE} WHERE {_HERE} AND {_NEAR}", (category, kind.code, since, *box))
        measured = ((line, nearby.metres(place, line.place)) for line in (_line(row, frozenset()) for row in rows))
        within = ((line, far) for line, far in measured if far is not None and far <= kind.nearby.metres)
        return tuple(sorted(within, key=lambda one: (one[1], one[0].id)))

    def _questioned(self) -> frozenset[Id]:
        """Cases of which an act of this desk was flagged and nobody has looked at it yet."""
        bodies = self._reader.rows(_QUESTIONED)
        if not bodies:
            return frozenset()
        import msgspec

        return frozenset(msgspec.msgpack.decode(body)["case_id"] for (body,) in bodies)


def _conditions(sought: Sought, words: Sequence[str], keys: Sequence[Id] | None) -> tuple[str, list[Any]]:
    """`keys`: cases of which alone it can be; None of many, the newest of which are looked at first."""
    here = [f"+{_HERE}"] if keys is None else [_HERE, f"c.id IN ({', '.join('?' * len(keys))})"]
    wanted = here + [_WORDED for _ in words]
    values: list[Any] = [*(keys or ()), *(word for word in words for _ in range(2))]

    def also(condition: str, *given: Any) -> None:
        wanted.append(condition)
        values.extend(given)

    if not sought.with_ended and not sought.words.strip() and not sought.state:
        also("c.clock IN ('runs', 'stands')")
    if sought.kind:
        also("c.kind = ?", sought.kind)
    if sought.state:
        also("c.state = ?", sought.state)
    if sought.whose is Whose.MINE:
        also("c.staff_id = ?", sought.staff_id)
    elif sought.whose is Whose.UNIT:
        part = "EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.effect = 'split' AND e.unit_id = ?)"
        also(f"(c.unit_id = ? OR {part})", sought.unit_id, sought.unit_id)
    return " AND ".join(wanted), values


def _line(row: Sequence[Any], questioned: Iterable[Id]) -> CaseLine:
    place = Place(row[8], row[9], row[10], row[11], row[12], row[13])
    reporter = Reporter(row[21], row[22], row[23], row[24], row[25]) if row[26] is not None else None
    mark: Any = "attention" if row[0] in questioned else "here" if row[27] else "centre"
    rest = (from_utc_text(row[14]), *row[15:20], bool(row[20]))
    values: tuple[Any, ...] = (*row[:8], place, *rest, reporter, mark)
    return CaseLine(*values)


def _event(row: tuple[Any, ...]) -> Event:
    head: tuple[Any, ...] = (*row[:2], from_utc_text(row[2]), *row[3:])
    return Event(*head)


def _file(row: tuple[Any, ...]) -> CaseFile:
    values: tuple[Any, ...] = (*row[:2], FileUse(row[2]), *row[3:9], from_utc_text(row[9]))
    return CaseFile(*values)
