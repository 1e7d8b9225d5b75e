"""How often each suggested field is exactly right on letters on which nothing was tuned, by how they were scanned."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from desktop.reading.model import PageReading
from desktop.reading.reader import PageReader
from desktop.suggesting.model import Field
from desktop.suggesting.senders import NOBODY, KnownSenders, learned
from desktop.suggesting.suggesting import suggest
from tests.bench.row import Row
from tests.desktop.suggesting.truths import truth, wrong
from tests.helpers.letter_scans import HELD, Fields, Wear, letter, scan

TODAY = date(2026, 11, 21)
LETTERS = HELD[:30]
ASKED = {Wear.CLEAN: 95.0, Wear.SKEWED: 85.0, Wear.NOISY: 85.0}
_ASKED_OF = (Field.BOOK_NUMBER, Field.LETTER_DATE, Field.SUBJECT)
Tally = Counter[tuple[str, Wear, Field]]


def measure() -> list[Row]:
    """Alone, and beside a desk that registered letters of such senders before."""
    known = _registered_before()
    right: Tally = Counter()
    with PageReader() as reader:
        for seed in LETTERS:
            for wear in Wear:
                fields, page = letter(seed).fields, _read(reader, seed, wear)
                for name, senders in (("", NOBODY), (" known", known)):
                    bad = wrong(fields, suggest((page,), TODAY, senders))
                    right.update((name, wear, field) for field in Field if field not in bad)
    return [*_rows(right, ""), *_rows(right, " known")]


def _read(reader: PageReader, seed: int, wear: Wear) -> PageReading:
    seen, picture = scan(letter(seed), wear), BytesIO()
    seen.picture.save(picture, "PNG", compress_level=1)
    size_mm = (seen.picture.width / seen.dpi * 25.4, seen.picture.height / seen.dpi * 25.4)
    return reader.picture(picture.getvalue(), size_mm)


def _registered_before() -> KnownSenders:
    """Twice as many other letters as would be enough, none of them measured."""
    before: list[Fields] = [letter(seed).fields for seed in range(20_000, 20_400)]
    return learned(((one.book_number, one.from_party, 1) for one in before), {one.to_party for one in before})


def _rows(right: Tally, name: str) -> Iterator[Row]:
    for field in truth(letter(LETTERS[0]).fields):
        for wear in Wear:
            share = 100.0 * right[name, wear, field] / len(LETTERS)
            asked = ASKED.get(wear) if field in _ASKED_OF else None
            against, against_name = (asked, "what is asked") if asked else (100.0, "all right")
            ratio = round(against / max(share, 0.1), 2)
            yield Row(
                f"{field.value} {wear}{name}", share, "% exact", against, against_name, ratio, 1.0 if asked else None
            )
