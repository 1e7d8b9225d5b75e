"""What is decided about a bank's statement without looking at a store."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.cashier.bill_rules import is_reference
from desktop.cashier.statement_model import StatementLine
from desktop.office.ids import Id
from desktop.office.thai import arabic_digits

_FIGURES = re.compile(r"\d{10,}")


def line_ids(lines: Sequence[StatementLine]) -> Iterator[Id]:
    """16 bytes of what each line says: the same line in another file is the same. Two alike in one file are two."""
    seen: Counter[tuple[str, int, str]] = Counter()
    for line in lines:
        said = (line.day.isoformat(), line.satang, line.words)
        seen[said] += 1
        yield hashlib.sha256("\n".join(map(str, (*said, seen[said]))).encode()).digest()[:16]


def references_in(words: str) -> tuple[str, ...]:
    """References of bills that stand in what a bank says, also run together with other figures."""
    found = []
    for run in _FIGURES.findall(arabic_digits(words)):
        parts = [run] if len(run) == 10 else [run[place : place + 10] for place in range(len(run) - 9)]
        found += [part for part in parts if is_reference(part)]
    return tuple(dict.fromkeys(found))
