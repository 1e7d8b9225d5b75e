"""Reads of the archive: letters with how long they are kept, what may be destroyed, and the lists. Plain SQL."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.archive.model import (
    Answer,
    Approval,
    Asked,
    DestructionList,
    Entry,
    Hold,
    Kept,
    ListState,
    Member,
    MemberRole,
    Retention,
    Storing,
    Verdict,
)
from desktop.archive.rules import in_force
from desktop.letters.rules import MASKED, PROVISIONAL
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.store.reader import Reader

_NEWEST = """
SELECT id FROM letter_storing n WHERE n.letter_id = l.id ORDER BY n.at DESC, n.id DESC LIMIT 1
"""
_HELD = "SELECT reason FROM letter_hold h WHERE h.letter_id = l.id AND h.released_at IS NULL ORDER BY h.held_at LIMIT 1"
_LISTED = """
SELECT 1 FROM destruction_entry e JOIN destruction_list d ON d.office_id = e.office_id AND d.id = e.list_id
WHERE e.letter_id = l.id AND d.state IN ('draft', 'approved')
"""
_GONE = "SELECT g.destroyed_on FROM letter_disposal g WHERE g.letter_id = l.id LIMIT 1"
_LAST_YEAR = "CAST(substr(datetime(l.acted_at, '+7 hours'), 1, 4) AS INTEGER) + 543"
"""The year (พ.ศ.) in Bangkok in which somebody last worked on the letter."""
_KEPT = f"""
SELECT k.*, r.years FROM (
    SELECT l.id, l.register, l.number, l.year_be, {{book}} AS book_number, l.letter_date, {{subject}} AS subject,
           coalesce(s.retention, CASE WHEN l.secrecy <> 'normal' THEN :secret ELSE
               coalesce((SELECT u.code FROM usual u WHERE u.channel = l.channel), :usual) END) AS retention,
           coalesce(s.since_be, max(l.year_be, {_LAST_YEAR})) AS since,
           coalesce(s.place, ''), coalesce(s.file_code, ''), s.stored_on,
           coalesce(({_HELD}), '') AS hold, EXISTS ({_LISTED}) AS listed, ({_GONE}) AS gone
    FROM letter l LEFT JOIN letter_storing s ON s.office_id = l.office_id AND s.id = ({_NEWEST})
    WHERE {{which}}
) k LEFT JOIN rule r ON r.code = k.retention
"""
_WORDS = {"book": "l.book_number", "subject": "l.subject"}
_MASKED = {
    "book": "CASE l.secrecy WHEN 'normal' THEN l.book_number ELSE '-' END",
    "subject": f"CASE l.secrecy WHEN 'normal' THEN l.subject WHEN 'secret' THEN '{MASKED[Secrecy.SECRET]}'"
    f" ELSE '{MASKED[Secrecy.VERY_SECRET]}' END",
}
"""What a sheet says of a letter that not everybody may read."""
_EXPIRED = """
WHERE r.years IS NOT NULL AND k.since + r.years <= :year AND k.gone IS NULL AND NOT k.listed
ORDER BY k.register, k.year_be, k.number LIMIT :most
"""
_SHELF = "ORDER BY k.year_be DESC, k.number DESC LIMIT :most"
_STORINGS = """
SELECT retention, place, file_code, since_be, stored_on, actor_name, at FROM letter_storing
WHERE letter_id = ? ORDER BY at, id
"""
_HOLDS = """
SELECT id, reason, held_by_name, held_at, released_at, coalesce(released_by_name, '') FROM letter_hold
WHERE letter_id = ? ORDER BY held_at, id
"""
_OPEN_HOLDS = "SELECT id FROM letter_hold WHERE letter_id = ? AND released_at IS NULL"
_LISTS = """
SELECT d.id, d.year_be, d.title, coalesce(u.name_th, ''), d.state, d.prepared_by_name, d.prepared_at,
       coalesce(d.committee_order, ''), d.approved_by_name, d.approved_position, d.approved_on, d.archives_answer,
       d.archives_sent_on, d.archives_reference, d.destroyed_on, coalesce(d.destroyed_how, ''),
       (SELECT count(*) FROM destruction_entry e WHERE e.list_id = d.id),
       (SELECT count(*) FROM destruction_entry e WHERE e.list_id = d.id AND e.verdict = 'destroy'),
       (SELECT count(*) FROM destruction_entry e JOIN letter_hold h ON h.letter_id = e.letter_id
        WHERE e.list_id = d.id AND e.verdict = 'destroy' AND h.released_at IS NULL)
FROM destruction_list d LEFT JOIN unit u ON u.office_id = d.office_id AND u.id = d.unit_id
ORDER BY d.prepared_at DESC, d.id
"""
_MEMBERS = """
SELECT id, role, name, position, signed_on FROM destruction_member
WHERE list_id = ? AND replaced_at IS NULL ORDER BY place
"""
_ENTRIES = """
SELECT e.id, e.letter_id, e.place, e.register, e.number, e.year_be, e.book_number, e.letter_date, e.subject,
       e.file_code, e.retention, e.years, e.since_be, e.verdict, e.reason,
       coalesce((SELECT h.reason FROM letter_hold h WHERE h.letter_id = e.letter_id AND h.released_at IS NULL), '')
FROM destruction_entry e WHERE e.list_id = ? ORDER BY e.place, e.id
"""
_TO_DESTROY = """
SELECT e.id FROM destruction_entry e WHERE e.list_id = ? AND e.verdict = 'destroy'
AND NOT EXISTS (SELECT 1 FROM letter_disposal g WHERE g.letter_id = e.letter_id) ORDER BY e.place, e.id
"""
_RULES = """
SELECT code, name_th, name_en, years, cite, valid_from, set_by_name, set_at FROM retention_rule
ORDER BY valid_from, set_at, id
"""
_PLACE = "SELECT coalesce(max(place), 0) FROM destruction_entry WHERE list_id = ?"
_OWN = "l.register LIKE '%/' || :unit"
_OFFICES = "l.register NOT LIKE '%/________________________________'"
MOST = 5_000
"""Letters that a list or a page of the shelf takes in one go."""


@dataclass(frozen=True)
class Shelf:
    """Which letters of the archive: of one register and year, those whose number or words are as typed."""

    register: str
    year_be: int
    words: str = ""


class ArchiveQueries:
    """`shipped`: the rules that come with the program; which of all hold is asked by the day."""

    def __init__(self, reader: Reader, shipped: Sequence[Retention]) -> None:
        self._reader = reader
        self._shipped = tuple(shipped)

    @property
    def rules(self) -> tuple[Retention, ...]:
        """Every rule of keeping, past and coming ones too: those shipped, then the office's as they were set."""
        return (*self._shipped, *(_rule(row) for row in self._reader.rows(_RULES)))

    def shelf(self, wanted: Shelf, today: date) -> tuple[Kept, ...]:
        """Letters with their class, place and holds, the newest first; `MOST` at most."""
        which = f"l.register = :register AND l.year_be = :year AND l.number < {PROVISIONAL}"
        values: dict[str, Any] = {"register": wanted.register, "year": wanted.year_be}
        if words := wanted.words.strip():
            which += " AND (l.subject LIKE :words OR l.book_number LIKE :words OR CAST(l.number AS TEXT) = :number)"
            values |= {"words": f"%{words}%", "number": words.lstrip("0")}
        return self._kept(which, _SHELF, today, values)

    def kept(self, letter_id: Id, today: date) -> Kept | None:
        """How one letter is kept; None when this desk does not hold it."""
        which = "l.office_id = (SELECT office_id FROM device) AND l.id = :id"
        return next(iter(self._kept(which, "LIMIT 1", today, {"id": letter_id})), None)

    def stored(self, asked: Asked, today: date) -> tuple[Kept, ...]:
        """Letters of a register that were put away from one day to another, as they now are, in the order of that.

        For a sheet: masks stand for the words of secret ones.
        """
        which = "l.register = :register AND s.stored_on BETWEEN :first AND :last"
        values = {"register": asked.register, "first": asked.first.isoformat(), "last": asked.last.isoformat()}
        order = "ORDER BY k.stored_on, k.year_be, k.number LIMIT :most"
        return self._kept(which, order, today, values, words=_MASKED)

    def expired(self, year_be: int, unit: Id | None, today: date, register: str = "") -> tuple[Kept, ...]:
        """Letters of the office, or of a unit's registers, that were kept long enough at the end of a year.

        Those that are held are among them and say why; not those of another list, or destroyed. `MOST` at most.
        """
        which = f"l.secrecy = 'normal' AND l.number < {PROVISIONAL} AND {_OWN if unit else _OFFICES}"
        values: dict[str, Any] = {"year": year_be, "unit": unit.hex() if unit else ""}
        if register:
            which += " AND l.register = :register"
            values["register"] = register
        return self._kept(which, _EXPIRED, today, values)

    def _kept(
        self, which: str, rest: str, today: date, values: Mapping[str, Any], words: Mapping[str, str] = _WORDS
    ) -> tuple[Kept, ...]:
        rules = in_force(self.rules, today)
        sql = f"WITH {_given(rules.values())} {_KEPT.format(which=which, **words)} {rest}"
        fixed = {"secret": "secret", "usual": "usual", "most": MOST}
        return tuple(_letter(row) for row in self._reader.rows(sql, fixed | dict(values)))

    def years(self, register: str) -> tuple[int, ...]:
        """The years of which this desk holds letters of a register, newest first."""
        found = self._reader.rows("SELECT DISTINCT year_be FROM letter WHERE register = ? ORDER BY 1 DESC", (register,))
        return tuple(year for (year,) in found)

    def storings(self, letter_id: Id) -> tuple[Storing, ...]:
        """How a letter was put away, oldest first."""
        return tuple(
            Storing(code, place, file_code, since, date.fromisoformat(day), who, from_utc_text(at))
            for code, place, file_code, since, day, who, at in self._reader.rows(_STORINGS, (letter_id,))
        )

    def holds(self, letter_id: Id) -> tuple[Hold, ...]:
        return tuple(
            Hold(id_, reason, who, from_utc_text(at), from_utc_text(until) if until else None, by)
            for id_, reason, who, at, until, by in self._reader.rows(_HOLDS, (letter_id,))
        )

    def open_holds(self, letter_id: Id) -> tuple[Id, ...]:
        return tuple(hold_id for (hold_id,) in self._reader.rows(_OPEN_HOLDS, (letter_id,)))

    def lists(self) -> tuple[DestructionList, ...]:
        """Every destruction list that this desk sees, the newest first."""
        return tuple(self._list(row) for row in self._reader.rows(_LISTS))

    def list(self, list_id: Id) -> DestructionList | None:
        return next((one for one in self.lists() if one.id == list_id), None)

    def entries(self, list_id: Id) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in self._reader.rows(_ENTRIES, (list_id,)))

    def to_destroy(self, list_id: Id) -> tuple[Id, ...]:
        """Entries of a list whose papers are still to be destroyed."""
        return tuple(entry_id for (entry_id,) in self._reader.rows(_TO_DESTROY, (list_id,)))

    def last_place(self, list_id: Id) -> int:
        return int(self._reader.rows(_PLACE, (list_id,))[0][0])

    def _list(self, row: Sequence[Any]) -> DestructionList:
        id_, year, title, unit, state, who, at, order, *rest = row
        *approved, destroyed_on, how, count, destroy, held = rest
        members = tuple(
            Member(member, MemberRole(role), name, position, _day(signed))
            for member, role, name, position, signed in self._reader.rows(_MEMBERS, (id_,))
        )
        return DestructionList(
            id_, year, title, unit, ListState(state), who, from_utc_text(at), order, _approval(*approved),
            _day(destroyed_on), how, members, count, destroy, held,
        )  # fmt: skip


def _rule(row: Sequence[Any]) -> Retention:
    code, name_th, name_en, years, cite, day, by, at = row
    return Retention(code, name_th, name_en, years, (), cite, date.fromisoformat(day), None, by, from_utc_text(at))


def _given(rules: Iterable[Retention]) -> str:
    """The rules as tables of the statement: code to years, and which class is usual for what came by a channel."""
    rules = tuple(rules)
    years = ", ".join(f"('{_plain(rule.code)}', {'NULL' if rule.years is None else int(rule.years)})" for rule in rules)
    usual = ", ".join(f"('{_plain(word)}', '{_plain(rule.code)}')" for rule in rules for word in rule.usual_for)
    return f"rule(code, years) AS (VALUES {years}), usual(channel, code) AS (VALUES {usual})"


def _plain(word: str) -> str:
    """A code of the rules' file in a statement."""
    if not word.replace("_", "").isalnum():
        raise ValueError(word)
    return word


def _letter(row: Sequence[Any]) -> Kept:
    (
        id_,
        register,
        number,
        year,
        book,
        day,
        subject,
        code,
        since,
        place,
        file_code,
        stored,
        hold,
        listed,
        gone,
        years,
    ) = row
    return Kept(
        id_, register, number, year, book, _day(day), subject, code, years, since, place, file_code, _day(stored), hold,
        bool(listed), _day(gone),
    )  # fmt: skip


def _entry(row: Sequence[Any]) -> Entry:
    id_, letter_id, place, register, number, year, book, day, subject, *rest = row
    file_code, retention, years, since, verdict, reason, hold = rest
    return Entry(
        id_, letter_id, place, register, number, year, book, _day(day), subject, file_code, retention, years, since,
        Verdict(verdict), reason, hold,
    )  # fmt: skip


def _approval(
    name: str | None, position: str | None, on: str | None, answer: str | None, sent_on: str | None, ref: str | None
) -> Approval | None:
    approved, sent = _day(on), _day(sent_on)
    if name is None or answer is None or approved is None or sent is None:
        return None
    return Approval(name, position or "", approved, Answer(answer), sent, ref or "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
