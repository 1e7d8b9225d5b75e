"""A line of สิ่งที่ส่งมาด้วย or อ้างถึง as a field that can be amended: its name, its value as it travels, what changed.

A field is `enclosure.<hex>` or `citation.<hex>` of its row's id, so that two desks that change different lines merge. A
value is the line's parts with tabs between them: title, amount, kind; book number, day in ISO (or nothing).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias, TypeVar

from desktop.letters.model import Citation, Enclosure, EnclosureKind, Registration
from desktop.office.ids import Id

ENCLOSURE, CITATION = "enclosure", "citation"
PaperLine: TypeAlias = Enclosure | Citation
L = TypeVar("L", Enclosure, Citation)
_NAME = re.compile(rf"({ENCLOSURE}|{CITATION})\.([0-9a-f]{{32}})")
_MOST = 2_000
"""Characters of a value."""
_LARGEST = 999_999


class LineName(NamedTuple):
    """Which list, and which of its lines."""

    kind: str
    id: Id


class LineChange(NamedTuple):
    """`id` None: a new line. `before` None: it was not there; `after` None: it is taken back."""

    kind: str
    id: Id | None
    before: str | None
    after: str | None


def name_of(kind: str, line_id: Id) -> str:
    return f"{kind}.{line_id.hex()}"


def line_of(field: str) -> LineName | None:
    """The line that a field names; None for any other field."""
    found = _NAME.fullmatch(field)
    return LineName(found[1], bytes.fromhex(found[2])) if found else None


def value_of(line: PaperLine) -> str:
    if isinstance(line, Enclosure):
        return f"{_plain(line.title)}\t{line.amount}\t{line.kind.value}"
    return f"{_plain(line.book_number)}\t{line.letter_date.isoformat() if line.letter_date else ''}"


def value_of_row(kind: str, row: Mapping[str, Any] | None) -> str | None:
    """The value of a line as its table has it; None where it is not, or no more."""
    if row is None or row["taken_at"] is not None:
        return None
    if kind == ENCLOSURE:
        return f"{row['title']}\t{row['amount']}\t{row['kind']}"
    return f"{row['book_number']}\t{row['letter_date'] or ''}"


def enclosure_of(value: str, line_id: Id | None = None) -> Enclosure:
    """ValueError when it is none."""
    title, amount, kind = value.split("\t")
    if not title.strip() or not 1 <= int(amount) <= _LARGEST or len(value) > _MOST:
        raise ValueError(value)
    return Enclosure(title, int(amount), EnclosureKind(kind), line_id)


def citation_of(value: str, line_id: Id | None = None) -> Citation:
    """ValueError when it is none."""
    book_number, day = f"{value}\t".split("\t")[:2]
    if not book_number.strip() or value.count("\t") > 1 or len(value) > _MOST:
        raise ValueError(value)
    return Citation(book_number, date.fromisoformat(day) if day else None, id=line_id)


def read(name: LineName, value: str) -> PaperLine:
    """ValueError when it is no such line."""
    return enclosure_of(value, name.id) if name.kind == ENCLOSURE else citation_of(value, name.id)


def fits(name: LineName, value: str | None) -> bool:
    """Whether a line may become so; None takes it back."""
    try:
        return value is None or bool(read(name, value))
    except ValueError:
        return False


def changes(seen: Registration, wanted: Registration) -> list[LineChange]:
    """What became of the lines of both lists; one that only moved within its list did not change."""
    return [
        *_changes(ENCLOSURE, seen.enclosures, wanted.enclosures),
        *_changes(CITATION, seen.citations, wanted.citations),
    ]


def _changes(kind: str, seen: Sequence[PaperLine], wanted: Sequence[PaperLine]) -> list[LineChange]:
    """A line in the place of another is that one put right; what is over is new, what is missing taken back."""
    before, after = [value_of(one) for one in seen], [value_of(one) for one in wanted]
    found: list[LineChange] = []
    for step, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step != "equal":
            pairs = zip_longest(range(first, last), range(new_first, new_last))
            found += [_change(kind, seen, old, wanted, new) for old, new in pairs]
    gone = {one.before for one in found if one.after is None}
    moved = gone & {one.after for one in found if one.before is None}
    return [one for one in found if (one.before or one.after) not in moved or (one.before and one.after)]


def _change(
    kind: str, seen: Sequence[PaperLine], old: int | None, wanted: Sequence[PaperLine], new: int | None
) -> LineChange:
    before = seen[old] if old is not None else None
    after = value_of(wanted[new]) if new is not None else None
    return LineChange(kind, before.id if before else None, value_of(before) if before else None, after)


def laid_over(shown: Registration, values: Mapping[str, str | None]) -> Registration:
    """The registration with some of its lines as they travelled."""
    lines = {name: value for field, value in values.items() if (name := line_of(field))}
    enclosures = _laid(shown.enclosures, lines, ENCLOSURE, enclosure_of)
    return replace(shown, enclosures=enclosures, citations=_laid(shown.citations, lines, CITATION, citation_of))


def _laid(
    shown: Sequence[L], lines: Mapping[LineName, str | None], kind: str, read_line: Callable[[str, Id], L]
) -> tuple[L, ...]:
    found: dict[Id | None, L] = {one.id: one for one in shown}
    for name, value in lines.items():
        if name.kind == kind and value is None:
            found.pop(name.id, None)
        elif name.kind == kind and value is not None:
            found[name.id] = read_line(value, name.id)
    return tuple(found.values())


def _plain(text: str) -> str:
    return " ".join(text.split())
