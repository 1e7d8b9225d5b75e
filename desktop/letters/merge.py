"""What of a letter may be put right after registration, and how it travels."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.letters import paper_lines
from desktop.letters.model import Channel, Letter, Registration, Urgency
from desktop.office.merging import Change, Merged, merge

__all__ = ["AMENDABLE", "Change", "Merged", "amended", "fields_of", "merge", "registration_of", "unfit"]

AMENDABLE = (
    "book_number", "letter_date", "from_party", "to_party", "subject",
    "urgency", "channel", "due_date", "remarks",
)  # fmt: skip
"""What may be put right after registration, in the order of the form. Number, time and secrecy are no part of it.

So may the lines of สิ่งที่ส่งมาด้วย and อ้างถึง, each a field of its own (`paper_lines`).
"""
_REQUIRED = {"book_number", "from_party", "to_party", "subject"}
_CHOICES = {"urgency": frozenset(Urgency), "channel": frozenset(Channel)}
_DAYS = {"letter_date", "due_date"}


def unfit(changes: Iterable[Change]) -> list[str]:
    """Fields that can't be amended so: unknown, twice, empty where something must stand, no day, no such choice."""
    seen: set[str] = set()
    found: list[str] = []
    for change in changes:
        if change.field in seen or not _fits(change.field, change.new):
            found.append(change.field)
        seen.add(change.field)
    return found


def _fits(field: str, value: str | None) -> bool:
    if line := paper_lines.line_of(field):
        return paper_lines.fits(line, value)
    if field in _DAYS:
        return value is None or _is_day(value)
    if field in _CHOICES:
        return value in _CHOICES[field]
    if field in _REQUIRED:
        return bool(value and value.strip())
    return field in AMENDABLE


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def fields_of(typed: Registration) -> dict[str, str | None]:
    """What may be amended, as it travels: texts trimmed, days in ISO, an empty remark as none."""
    return {
        "book_number": typed.book_number.strip() or "-",
        "letter_date": typed.letter_date.isoformat() if typed.letter_date else None,
        "from_party": typed.from_party.strip(),
        "to_party": typed.to_party.strip(),
        "subject": typed.subject.strip(),
        "urgency": typed.urgency.value,
        "channel": typed.channel.value,
        "due_date": typed.due_date.isoformat() if typed.due_date else None,
        "remarks": (typed.remarks or "").strip() or None,
    }


def registration_of(letter: Letter) -> Registration:
    """The letter as the form shows it."""
    return Registration(
        from_party=letter.from_party,
        to_party=letter.to_party,
        subject=letter.subject,
        book_number=letter.book_number,
        letter_date=letter.letter_date,
        urgency=letter.urgency,
        channel=letter.channel,
        due_date=letter.due_date,
        remarks=letter.remarks,
        stamp=letter.stamp,
        enclosures=letter.enclosures,
        citations=letter.citations,
    )


def amended(shown: Registration, values: Mapping[str, str | None]) -> Registration:
    """The form with some fields as they travelled."""
    kept = fields_of(shown) | dict(values)
    return replace(
        paper_lines.laid_over(shown, values),
        book_number=kept["book_number"] or "-",
        letter_date=date.fromisoformat(kept["letter_date"]) if kept["letter_date"] else None,
        from_party=kept["from_party"] or "",
        to_party=kept["to_party"] or "",
        subject=kept["subject"] or "",
        urgency=Urgency(kept["urgency"] or Urgency.NORMAL),
        channel=Channel(kept["channel"] or Channel.PAPER),
        due_date=date.fromisoformat(kept["due_date"]) if kept["due_date"] else None,
        remarks=kept["remarks"],
    )
