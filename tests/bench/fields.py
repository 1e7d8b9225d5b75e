"""How often each suggested field is exactly right on letters on which nothing was tuned, by how they were scanned.

And whether a confidence is true: of what was said with 80 % and more, as many should be right as it said.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from desktop.reading.model import PageReading
from desktop.reading.reader import PageReader
from desktop.suggesting.model import DOUBTFUL, Field, Suggestions
from desktop.suggesting.senders import NOBODY, KnownSenders, learned
from desktop.suggesting.suggesting import suggest
from tests.bench.row import Row
from tests.desktop.suggesting.truths import truth, wrong
from tests.helpers.letter_scans import BEFORE, HELD, Fields, Wear, letter, scan

TODAY = date(2026, 11, 21)
LETTERS = HELD[:30]
ASKED = {Wear.CLEAN: 95.0, Wear.SKEWED: 85.0, Wear.NOISY: 85.0}
_ASKED_OF = (Field.BOOK_NUMBER, Field.LETTER_DATE, Field.SUBJECT)
_MOST_BOASTING = 1.05
"""How much surer than right what is said with 80 % and more may be."""


@dataclass
class Tally:
    """`right`: by wear and field. `said`: the confidence of each suggestion, and whether it was right."""

    right: Counter[tuple[Wear, Field]] = field(default_factory=Counter)
    said: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, wear: Wear, wanted: Fields, found: Suggestions) -> None:
        bad = wrong(wanted, found)
        self.right.update((wear, each) for each in Field if each not in bad)
        self.said += [(one.confidence, one.field not in bad) for one in found]


def measure() -> list[Row]:
    """Alone, and beside a desk that registered letters of such senders before."""
    known = _registered_before()
    alone, beside = Tally(), Tally()
    with PageReader() as reader:
        for seed in LETTERS:
            for wear in Wear:
                wanted, page = letter(seed).fields, _read(reader, seed, wear)
                for tally, senders in ((alone, NOBODY), (beside, known)):
                    tally.add(wear, wanted, suggest((page,), TODAY, senders))
    return [
        *_rows(alone, ""),
        *_confidence("", alone.said),
        *_rows(beside, " known"),
        *_confidence(" known", beside.said),
    ]


def _read(reader: PageReader, seed: int, wear: Wear) -> PageReading:
    seen, picture = scan(letter(seed), wear), BytesIO()
    seen.picture.save(picture, "PNG", compress_level=1)
    size_mm = (seen.picture.width / seen.dpi * 25.4, seen.picture.height / seen.dpi * 25.4)
    return reader.picture(picture.getvalue(), size_mm)


def _registered_before() -> KnownSenders:
    """Of offices of the same sorts as those that are measured, none of their letters; learned as a desk learns."""
    before: list[Fields] = [letter(seed).fields for seed in BEFORE]
    return learned(((one.book_number, one.from_party, 1) for one in before), {one.to_party for one in before})


def _rows(tally: Tally, name: str) -> Iterator[Row]:
    for each in truth(letter(LETTERS[0]).fields):
        for wear in Wear:
            share = 100.0 * tally.right[wear, each] / len(LETTERS)
            asked = ASKED.get(wear) if each in _ASKED_OF else None
            against, against_name = (asked, "what is asked") if asked else (100.0, "all right")
            ratio = round(against / max(share, 0.1), 2)
            yield Row(
                f"{each.value} {wear}{name}", share, "% exact", against, against_name, ratio, 1.0 if asked else None
            )


def _confidence(name: str, said: Iterable[tuple[float, bool]]) -> Iterator[Row]:
    """Of what was said surely and of what was said with doubt: the share that was right beside what it said itself."""
    every = list(said)
    for what, chosen, limit in (
        ("sure", [one for one in every if one[0] >= DOUBTFUL], _MOST_BOASTING),
        ("doubtful", [one for one in every if one[0] < DOUBTFUL], None),
    ):
        right = 100.0 * sum(is_right for _, is_right in chosen) / max(len(chosen), 1)
        said_so = 100.0 * sum(confidence for confidence, _ in chosen) / max(len(chosen), 1)
        ratio = round(said_so / max(right, 0.1), 2)
        yield Row(
            f"{len(chosen)} said {what}{name}", round(right, 1), "% right", round(said_so, 1), "said", ratio, limit
        )
