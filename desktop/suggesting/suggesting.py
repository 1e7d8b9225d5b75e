"""From what was read on a letter's pages to what its register could say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz.distance import Levenshtein

from desktop.letters.book_numbers import parse
from desktop.letters.model import Kind
from desktop.reading.model import Box, PageReading
from desktop.suggesting import labels, marks, parties
from desktop.suggesting.calibrating import calibrated
from desktop.suggesting.head import Block, Head
from desktop.suggesting.labels import Found
from desktop.suggesting.layout import Sheet, sheet_of
from desktop.suggesting.letter_days import letter_days
from desktop.suggesting.letter_number import letter_numbers
from desktop.suggesting.model import Field, Place, Suggestion, Suggestions
from desktop.suggesting.parties import Party
from desktop.suggesting.senders import NOBODY, KnownSenders
from desktop.suggesting.spelling import Mended, mended
from desktop.suggesting.stamps import without_stamps
from desktop.suggesting.years import years_mended

_MOST_OTHERS = 3
_SPELT, _EACH_SIGN = 0.78, 0.85
"""How sure words can be in which a sign was put right, and by how much less with each further one."""


def suggest(pages: Sequence[PageReading], today: date, known: KnownSenders = NOBODY, *, first: int = 0) -> Suggestions:
    """What the first page that looks like the beginning of a letter says, else the first that says anything.

    `known`: who wrote to this desk before; `first`: the number of the first of these pages in its document.
    """
    found = Suggestions()
    for number, page in enumerate(pages, start=first):
        said = Suggestions({one.field: one for one in known.correct(_Letter(sheet_of(page), number, today).fields())})
        if tells_enough(said):
            return said
        found = found or said
    return found


def tells_enough(said: Suggestions) -> bool:
    """Whether they come from the first page of a letter."""
    return Field.BOOK_NUMBER in said.found or Field.SUBJECT in said.found


class _Letter:
    """The first page of a letter, field by field."""

    def __init__(self, sheet: Sheet, page: int, today: date) -> None:
        self._sheet, self._page, self._today = without_stamps(sheet), page, today
        self._head = Head(self._sheet)
        self._numbers = letter_numbers(self._sheet, self._head)
        self._days = letter_days(self._sheet, self._head, today)

    def fields(self) -> Iterator[Suggestion]:
        yield from self._kind()
        yield from self._book_number()
        yield from self._letter_date()
        yield from self._from_party()
        yield from self._marks()
        head = self._head
        yield from self._words(Field.TO_PARTY, head.to or head.sealed_to)
        yield from map(self._spelt, self._words(Field.SUBJECT, head.subject))
        yield from map(self._in_its_years, self._list(Field.CITATIONS, head.cited))
        yield from map(self._spelt, self._list(Field.ENCLOSURES, head.enclosed))

    def _spelt(self, read: Suggestion) -> Suggestion:
        spelt = mended(read.value)
        dated = self._years(spelt.text)
        return _put_right(read, Mended(dated.text, spelt.signs + dated.signs))

    def _in_its_years(self, read: Suggestion) -> Suggestion:
        return _put_right(read, self._years(read.value))

    def _years(self, text: str) -> Mended:
        return years_mended(text, self._days[0].day if self._days else self._today)

    def _said(self, field: Field, value: str, box: Box, sure: float, *others: Suggestion) -> Suggestion:
        return Suggestion(field, value, Place(self._page, self._sheet.on_page(box)), calibrated(field, sure), others)

    def _kind(self) -> Iterator[Suggestion]:
        head, title = self._head, self._head.title
        if title is not None or head.unit is not None:
            piece = title or (head.unit.piece if head.unit else None)
            assert piece is not None
            yield self._said(Field.KIND, Kind.INTERNAL.value, piece.box, 0.97)
        elif head.sealed_to is not None and head.number is not None:
            yield self._said(Field.KIND, Kind.SEALED.value, head.sealed_to.piece.box, 0.9)
        elif self._numbers and (head.subject or head.to):
            number = self._numbers[0]
            kind = Kind.CIRCULAR if parse(number.value).is_circular else Kind.EXTERNAL
            yield self._said(Field.KIND, kind.value, number.box, 0.95 * min(1.0, number.sure + 0.3))
        else:
            yield from self._told_kind()

    def _told_kind(self) -> Iterator[Suggestion]:
        """Orders and announcements say in their first line what they are."""
        for piece in self._sheet.pieces:
            if piece.box.top < 80 and piece.box.left > self._sheet.margin + 10:
                for label, kind in labels.TOLD.items():
                    if found := labels.at_start(piece, label):
                        yield self._said(Field.KIND, kind.value, piece.box, 0.9 * found.likeness)
                        return

    def _book_number(self) -> Iterator[Suggestion]:
        yield from self._likeliest(
            [self._said(Field.BOOK_NUMBER, one.value, one.box, one.sure) for one in self._numbers]
        )

    def _letter_date(self) -> Iterator[Suggestion]:
        yield from self._likeliest(
            [self._said(Field.LETTER_DATE, one.day.isoformat(), one.box, one.sure) for one in self._days]
        )

    @staticmethod
    def _likeliest(said: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """The first of them, which is the likeliest; the next ones are its alternatives."""
        if said:
            yield replace(said[0], alternatives=tuple(said[1 : _MOST_OTHERS + 1]))

    def _from_party(self) -> Iterator[Suggestion]:
        head = self._head
        if head.unit is not None:
            told = parties.of_memo(head)
        elif head.sealed_to is not None:
            told = parties.of_seal(self._sheet, self._days[0].box) if self._days else None
        else:
            told = parties.of_seat(self._sheet, head)
        signer = None if head.unit else parties.of_signer(self._sheet, head)
        found = [one for one in (told, signer) if one is not None]
        if len(found) == 2 and _agree(*found):
            longer = found[0].lines > 1 and len(found[0].name) > len(found[1].name) + 3
            best = found[1] if longer else max(found, key=lambda one: one.sure)
            yield self._said(Field.FROM_PARTY, best.name, found[0].box, min(1.0, best.sure + 0.1))
        elif found:
            others = (self._said(Field.FROM_PARTY, one.name, one.box, one.sure * 0.6) for one in found[1:])
            sure = found[0].sure * (1.0 if told else 0.7)
            yield self._said(Field.FROM_PARTY, found[0].name, found[0].box, sure, *others)

    def _marks(self) -> Iterator[Suggestion]:
        for field, mark in (
            (Field.URGENCY, marks.urgency(self._sheet)),
            (Field.SECRECY, marks.secrecy(self._sheet)),
        ):
            if mark is not None:
                yield self._said(field, mark.value, mark.box, mark.sure)

    def _words(self, field: Field, found: Found | None) -> Iterator[Suggestion]:
        block = self._head.block(found) if found else None
        if block is not None and block.text:
            yield self._said(field, block.text, block.box, block.confidence)

    def _list(self, field: Field, found: Found | None) -> Iterator[Suggestion]:
        block: Block | None = self._head.block(found) if found else None
        if block is not None and block.items:
            yield self._said(field, "\n".join(block.items), block.box, block.confidence)


def _put_right(read: Suggestion, meant: Mended) -> Suggestion:
    """As it was meant; then as doubtful as what was put right, with the words as they were read."""
    if not meant.signs:
        return replace(read, value=meant.text)
    sure = min(read.confidence, _SPELT) * _EACH_SIGN ** (meant.signs - 1)
    return replace(read, value=meant.text, confidence=sure, alternatives=(read, *read.alternatives))


def _agree(told: Party, signer: Party) -> bool:
    """Whether they are the same office, or the told one is it with more behind it."""
    seat, post = labels.bones(told.name), labels.bones(signer.name)
    alike = Levenshtein.normalized_similarity(seat, post) >= 0.8
    return alike or Levenshtein.normalized_similarity(seat[: len(post)], post) >= 0.9
