"""Reading ลับมาก letters at the centre: rows become letters in memory, and nothing of them is written down here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters.model import (
    Amendment,
    Channel,
    Classification,
    Direction,
    Endorsement,
    Kind,
    Letter,
    LetterFile,
    Mark,
    Purpose,
    Route,
    RouteState,
    Secrecy,
    StampPlace,
    Status,
    Twin,
    Urgency,
)
from desktop.letters.noted import endorsement_of
from desktop.letters.online import ReadsAtCentre, RowsRead
from desktop.letters.rules import as_read
from desktop.office.clock import from_utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id

T = TypeVar("T")
Row = Mapping[str, Any]


class SecretReading:
    """What one person reads at the centre. Every call asks anew, may block, and raises as `ReadsAtCentre` does."""

    def __init__(self, online: ReadsAtCentre, people: AccountQueries, who: Person) -> None:
        self._online = online
        self._people = people
        self._who = who

    def letters(self) -> tuple[Letter, ...]:
        """The newest first, without what hangs on them. OfficeError `letters.no_secrets_here`: not at this desk."""
        found = self._online.read(self._who.id)
        if "letter" not in found:
            raise OfficeError("letters.no_secrets_here")
        return self._understood(lambda: tuple(self._letter(row, {}) for row in found["letter"]))

    def letter(self, letter_id: Id) -> Letter:
        """One letter with all that hangs on it; the centre writes down who looked. OfficeError `letters.gone`."""
        found = self._online.read(self._who.id, letter_id)
        rows = found.get("letter", ())
        if not rows:
            raise OfficeError("letters.gone")
        return self._understood(lambda: self._letter(rows[0], found))

    def file(self, file: LetterFile) -> bytes:
        """The PDF, in memory only."""
        return self._online.file(file.sha256)

    def _understood(self, make: Callable[[], T]) -> T:
        """OfficeError `post.not_the_centre` for rows that no centre sends."""
        try:
            return make()
        except (KeyError, ValueError, TypeError) as error:
            raise OfficeError("post.not_the_centre") from error

    def _letter(self, row: Row, found: RowsRead) -> Letter:
        names = self._people.names()
        placed = row["stamp_page"] is not None
        return Letter(
            id=row["id"],
            register=row["register"],
            number=row["number"],
            year_be=row["year_be"],
            received_at=from_utc_text(row["received_at"]),
            channel=Channel(row["channel"]),
            from_party=row["from_party"],
            book_number=row["book_number"],
            letter_date=_day(row["letter_date"]),
            to_party=row["to_party"],
            subject=row["subject"],
            urgency=Urgency(row["urgency"]),
            due_date=_day(row["due_date"]),
            remarks=row["remarks"],
            status=Status(row["status"]),
            stamp=StampPlace(row["stamp_page"], row["stamp_x"] / 1000, row["stamp_y"] / 1000) if placed else None,
            registered_by_name=names.get(row["registered_by"], ""),
            mark=Mark.CENTRE,
            files=_files(found),
            endorsements=_endorsements(found),
            routes=self._routes(found, names),
            amendments=_amendments(found),
            twins=_twins(found),
            secrecy=Secrecy(row["secrecy"]),
            classifications=_classifications(found),
            kind=Kind(row.get("kind", Kind.EXTERNAL)),
            direction=Direction(row.get("direction", Direction.INCOMING)),
        )

    def _routes(self, found: RowsRead, names: Mapping[Id, str]) -> tuple[Route, ...]:
        units = {unit.id: unit.name_th for unit in self._people.units()}
        return tuple(
            Route(
                row["id"],
                row["unit_id"],
                units.get(row["unit_id"], ""),
                Purpose(row["purpose"]),
                row["note"],
                _day(row["due_date"]),
                RouteState(row["state"]),
                from_utc_text(row["sent_at"]),
                names.get(row["sent_by"], ""),
                from_utc_text(row["received_at"]) if row["received_at"] else None,
                names.get(row["received_by"]),
                row["sent_by"],
                done_at=from_utc_text(row["done_at"]) if row.get("done_at") else None,
            )
            for row in _sorted(found, "routing", "sent_at")
        )


def _sorted(found: RowsRead, entity: str, by: str) -> Iterable[Row]:
    rows: Sequence[Row] = found.get(entity, ())
    return sorted(rows, key=lambda row: (row[by], row["id"]))


def _files(found: RowsRead) -> tuple[LetterFile, ...]:
    names = ("id", "sha256", "name", "media_type", "size", "pages", "source", "original_sha256", "original_media_type")
    rows = [row for row in _sorted(found, "letter_file", "added_at") if row["withdrawn_at"] is None]
    return as_read([LetterFile(*(row[name] for name in names)) for row in rows])


def _endorsements(found: RowsRead) -> tuple[Endorsement, ...]:
    return tuple(endorsement_of(row) for row in _sorted(found, "endorsement", "at"))


def _amendments(found: RowsRead) -> tuple[Amendment, ...]:
    names = ("field", "before", "after", "actor_name")
    return tuple(Amendment(*_said(row, names, "at")) for row in _sorted(found, "letter_amendment", "at"))


def _twins(found: RowsRead) -> tuple[Twin, ...]:
    names = ("other_id", "other_number", "other_year_be", "linked_by_name")
    return tuple(Twin(*_said(row, names, "linked_at")) for row in _sorted(found, "letter_link", "linked_at"))


def _classifications(found: RowsRead) -> tuple[Classification, ...]:
    return tuple(
        Classification(
            row["id"],
            Secrecy(row["before"]),
            Secrecy(row["after"]),
            row["reason"],
            row["actor_name"],
            from_utc_text(row["at"]),
        )
        for row in _sorted(found, "classification", "at")
    )


def _said(row: Row, names: Sequence[str], at: str) -> tuple[Any, ...]:
    """The named columns, and the moment in the last one."""
    return (*(row[name] for name in names), from_utc_text(row[at]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
