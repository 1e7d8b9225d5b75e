"""Reads of the letters room: plain SQL on the desk's store, frozen dataclasses out."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop.letters import belonging, noted, route_reading
from desktop.letters.finding import Anchor as Anchor
from desktop.letters.finding import InboxFilter as InboxFilter
from desktop.letters.finding import Selection, select
from desktop.letters.model import (
    Amendment,
    Basket,
    Channel,
    Citation,
    CitedLetter,
    Classification,
    Direction,
    Kind,
    Letter,
    LetterFile,
    LetterRow,
    Mark,
    Secrecy,
    StampPlace,
    Status,
    ToStamp,
    Twin,
    Urgency,
)
from desktop.letters.rules import as_read
from desktop.letters.tags import PROVISIONAL
from desktop.office.clock import from_utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store import attention
from desktop.store.reader import Reader

_THIS = "l.office_id = (SELECT office_id FROM device) AND l.id = ?"
_ANY = "l.office_id = (SELECT office_id FROM device) AND l.id"
_NAMED = "l.office_id = (SELECT office_id FROM device) AND l.id = :id"
_MARK = """
CASE WHEN EXISTS (SELECT 1 FROM touch t WHERE t.entity = 'letter' AND t.row_id = l.id) THEN 'here' ELSE 'centre' END
"""
_UNITS = """
coalesce((SELECT group_concat(u.short_th, ' ') FROM routing r
          JOIN unit u ON u.office_id = r.office_id AND u.id = r.unit_id
          WHERE r.letter_id = l.id AND r.state <> 'recalled'), '')
"""
_ROW = f"""
l.id, l.number, l.year_be, l.urgency, l.book_number, l.subject, l.from_party, l.received_at, l.due_date, l.status,
{_UNITS}, {_MARK}, l.secrecy, l.register, l.kind, l.direction, l.to_party, l.channel, l.urgent_deadline,
l.cancelled_at IS NOT NULL, EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = l.id AND f.withdrawn_at IS NULL)
"""


class LetterQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def count(self, wanted: InboxFilter) -> int:
        of = select(self._reader, wanted)
        source = "letter_words w" if of.entries else of.source
        found = self._reader.one(f"SELECT count(*) FROM {source} WHERE {of.where}", of.values)
        return int(found[0]) if found else 0

    def counts(self, unit_id: Id, today: date, person_id: Id = b"") -> dict[Basket, int]:
        """How many letters each basket holds."""
        return {basket: self.count(InboxFilter(basket, unit_id, today, person_id=person_id)) for basket in Basket}

    def anchors(self, wanted: InboxFilter, size: int) -> list[Anchor]:
        """Where every page of `size` rows begins, so that any page is one seek away."""
        of = select(self._reader, wanted)
        return self._every(", ".join(of.keys), "letter_words w" if of.entries else of.source, of, size)

    def _every(self, what: str, source: str, of: Selection, size: int) -> list[Any]:
        """`what` of the first row of every page."""
        sql = f"""
        SELECT * FROM (
            SELECT {what}, row_number() OVER (ORDER BY {of.order}) place FROM {source} WHERE {of.where}
        )
        WHERE (place - 1) % :size = 0 ORDER BY place
        """
        return [tuple(row[:-1]) for row in self._reader.rows(sql, of.values | {"size": size})]

    def page(self, wanted: InboxFilter, size: int, anchor: Anchor | None = None) -> list[LetterRow]:
        """`size` rows of the inbox, newest first, from the anchor on (from the newest when None)."""
        of = select(self._reader, wanted)
        if anchor:
            of = of.from_(anchor)
        sql = f"SELECT {_ROW} FROM {of.source} WHERE {of.where} ORDER BY {of.order} LIMIT :size"
        marked = self._in_question()
        return [_letter_row(row, marked) for row in self._reader.rows(sql, of.values | {"size": size})]

    def place(self, wanted: InboxFilter, letter_id: Id) -> int | None:
        """How many rows of the inbox stand before a letter; None when it is not (or no longer) among them."""
        of = select(self._reader, wanted)
        this = of.narrowed(_NAMED, id=letter_id)
        found = self._reader.one(f"SELECT {', '.join(of.keys)} FROM {of.source} WHERE {this.where}", this.values)
        if found is None:
            return None
        before = of.before(found)
        return int(self._reader.rows(f"SELECT count(*) FROM {of.source} WHERE {before.where}", before.values)[0][0])

    def row(self, letter_id: Id) -> LetterRow | None:
        found = self._reader.one(f"SELECT {_ROW} FROM letter l WHERE {_THIS}", (letter_id,))
        return _letter_row(found, self._in_question()) if found else None

    def rows(self, letter_ids: Sequence[Id]) -> dict[Id, LetterRow]:
        """The lines of these letters, as far as this desk holds them."""
        wanted = ", ".join("?" * len(letter_ids))
        marked = self._in_question()
        found = self._reader.rows(f"SELECT {_ROW} FROM letter l WHERE {_ANY} IN ({wanted})", tuple(letter_ids))
        return {row[0]: _letter_row(row, marked) for row in found}

    def meant_by(self, citation: Citation) -> tuple[CitedLetter, ...]:
        """The letters here that a citation means."""
        return belonging.meant_by(self._reader, citation)

    def letter(self, letter_id: Id) -> Letter | None:
        """A letter with its files, endorsements and routes; None when this desk does not (or no longer) hold it."""
        found = self._reader.one(_LETTER, (letter_id,))
        if found is None:
            return None
        return self._whole(Row._make(found))

    def _whole(self, row: "Row") -> Letter:
        placed = row.stamp_page is not None
        return Letter(
            id=row.id,
            register=row.register,
            number=row.number,
            year_be=row.year_be,
            received_at=from_utc_text(row.received_at),
            channel=Channel(row.channel),
            from_party=row.from_party,
            book_number=row.book_number,
            letter_date=_day(row.letter_date),
            to_party=row.to_party,
            subject=row.subject,
            urgency=Urgency(row.urgency),
            due_date=_day(row.due_date),
            remarks=row.remarks,
            status=Status(row.status),
            stamp=StampPlace(row.stamp_page or 0, row.stamp_x / 1000, row.stamp_y / 1000) if placed else None,
            registered_by_name=row.registered_by_name or "",
            mark=Mark.ATTENTION if row.id in self._in_question() else Mark(row.mark),
            files=self.files(row.id),
            endorsements=noted.read(self._reader, row.id),
            amendments=self._amendments(row.id),
            twins=self._twins(row.id),
            secrecy=Secrecy(row.secrecy),
            classifications=self._classifications(row.id),
            kind=Kind(row.kind),
            direction=Direction(row.direction),
            urgent_deadline=from_utc_text(row.urgent_deadline) if row.urgent_deadline else None,
            **belonging.read(self._reader, row.id, row.book_number_key),
            **route_reading.read(self._reader, row.id),
        )

    def _in_question(self) -> frozenset[Id]:
        """Letters on which an act of this desk was refused or flagged and nobody has looked at it yet."""
        bodies = self._reader.rows(_QUESTIONED)
        if not bodies:
            return frozenset()
        import msgspec

        acts = [msgspec.msgpack.decode(body) for (body,) in bodies]
        routes = {route for act in acts for route in (act.get("route_id"), *act.get("route_ids", ())) if route}
        letters = {act["letter_id"] for act in acts if "letter_id" in act}
        for route in routes:
            letters |= {letter_id for (letter_id,) in self._reader.rows(_LETTER_OF, (route,))}
        return frozenset(letters)

    def files(self, letter_id: Id) -> tuple[LetterFile, ...]:
        return as_read([LetterFile(*row) for row in self._reader.rows(_FILES, (letter_id,))])

    def _amendments(self, letter_id: Id) -> tuple[Amendment, ...]:
        found = self._reader.rows(_AMENDMENTS, {"letter": letter_id})
        return tuple(
            Amendment(field, before, after, name, from_utc_text(at), reason or "")
            for field, before, after, name, at, reason, _ in found
        )

    def _twins(self, letter_id: Id) -> tuple[Twin, ...]:
        found = self._reader.rows(_TWINS, (letter_id,))
        return tuple(Twin(other, number, year, name, from_utc_text(at)) for other, number, year, name, at in found)

    def _classifications(self, letter_id: Id) -> tuple[Classification, ...]:
        found = self._reader.rows(_CLASSIFICATIONS, (letter_id,))
        return tuple(
            Classification(id_, Secrecy(before), Secrecy(after), reason, name, from_utc_text(at))
            for id_, before, after, reason, name, at in found
        )

    def secrecy(self, letter_id: Id) -> Secrecy:
        """OfficeError `letters.gone`."""
        found = self._reader.one(f"SELECT l.secrecy FROM letter l WHERE {_THIS}", (letter_id,))
        if found is None:
            raise OfficeError("letters.gone")
        return Secrecy(found[0])

    def takes_envelope_only(self, level: Secrecy) -> bool:
        """ลับมาก everywhere, and ลับ where the centre does not give this desk the registry's secrets to keep."""
        if level is Secrecy.SECRET:
            return self._reader.one("SELECT 1 FROM cursor WHERE bucket = 'registry/secret'") is None
        return level is Secrecy.VERY_SECRET

    def to_stamp(self) -> tuple[ToStamp, ...]:
        """Papers tagged at this desk whose official number is known and not yet stamped, oldest first."""
        found = self._reader.rows(_TO_STAMP, (PROVISIONAL,))
        return tuple(
            ToStamp(tag_id, tag, letter_id, number, year, subject, sender, from_utc_text(at), register)
            for tag_id, tag, letter_id, number, year, subject, sender, at, register in found
        )

    def senders(self, start: str, most: int = 8) -> tuple[str, ...]:
        """Senders seen before that begin with what was typed, the most frequent first."""
        found = self._reader.rows(_SENDERS, (start.strip() + "%", most))
        return tuple(name for (name,) in found)


class Row(NamedTuple):
    """A letter as `_LETTER` gives it."""

    id: Id
    register: str
    number: int
    year_be: int
    received_at: str
    channel: str
    from_party: str
    book_number: str
    letter_date: str | None
    to_party: str
    subject: str
    urgency: str
    due_date: str | None
    remarks: str | None
    stamp_page: int | None
    stamp_x: int
    stamp_y: int
    status: str
    registered_by_name: str | None
    mark: str
    secrecy: str
    kind: str
    direction: str
    urgent_deadline: str | None
    book_number_key: str


_LETTER = f"""
SELECT l.id, l.register, l.number, l.year_be, l.received_at, l.channel, l.from_party, l.book_number, l.letter_date,
       l.to_party, l.subject, l.urgency, l.due_date, l.remarks, l.stamp_page, l.stamp_x, l.stamp_y, l.status,
       (SELECT name_th FROM staff s WHERE s.office_id = l.office_id AND s.id = l.registered_by), {_MARK},
       l.secrecy, l.kind, l.direction, l.urgent_deadline, l.book_number_key
FROM letter l WHERE {_THIS}
"""
_FILES = """
SELECT id, sha256, name, media_type, size, pages, source, original_sha256, original_media_type
FROM letter_file WHERE letter_id = ? AND withdrawn_at IS NULL ORDER BY added_at, id
"""
_TO_STAMP = """
SELECT t.id, t.tag, l.id, coalesce(g.number, l.number), coalesce(g.year_be, l.year_be), l.subject, l.from_party,
       coalesce(g.registered_at, l.received_at) AS at, coalesce(g.register, l.register)
FROM letter_tag t JOIN letter l ON l.office_id = t.office_id AND l.id = t.letter_id
LEFT JOIN letter_registration g ON g.office_id = t.office_id AND g.id = t.registration_id
WHERE t.device_id = (SELECT device_id FROM device) AND t.stamped_at IS NULL
AND (t.registration_id IS NULL OR g.id IS NOT NULL) AND coalesce(g.number, l.number) < ?
ORDER BY at, t.id
"""
_AMENDMENTS = """
SELECT field, before, after, actor_name, at, NULL AS reason, id FROM letter_amendment WHERE letter_id = :letter
UNION ALL
SELECT field, before, after, actor_name, at, reason, id FROM letter_line_amendment WHERE letter_id = :letter
ORDER BY 5, 7
"""
_TWINS = """
SELECT other_id, other_number, other_year_be, linked_by_name, linked_at FROM letter_link
WHERE letter_id = ? ORDER BY linked_at, id
"""
_QUESTIONED = f"""
SELECT o.body FROM attention a JOIN outbox o ON o.mseq = a.mseq WHERE {attention.OPEN} AND o.type LIKE 'letters.%'
"""
_CLASSIFICATIONS = """
SELECT id, "before", "after", reason, actor_name, at FROM classification WHERE letter_id = ? ORDER BY at, id
"""
_LETTER_OF = "SELECT letter_id FROM routing WHERE office_id = (SELECT office_id FROM device) AND id = ?"
_SENDERS = """
SELECT from_party FROM letter WHERE from_party LIKE ? GROUP BY from_party ORDER BY count(*) DESC LIMIT ?
"""


def _letter_row(row: Sequence[Any], in_question: frozenset[Id]) -> LetterRow:
    id_, number, year, urgency, book, subject, sender, received, due, status, units, mark, secrecy, *rest = row
    register, kind, direction, to_party, channel, deadline, cancelled, has_pages = rest
    return LetterRow(
        id_, number, year, Urgency(urgency), book, subject, sender, from_utc_text(received), _day(due), Status(status),
        units, Mark.ATTENTION if id_ in in_question else Mark(mark), Secrecy(secrecy),
        register, Kind(kind), Direction(direction), to_party, Channel(channel),
        from_utc_text(deadline) if deadline else None, bool(cancelled), bool(has_pages),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
