"""Accounting for every integer of a series and year, from books, spans and papers alone; the same at both ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from desktop.registers.model import Book, BookAccount, Fate, RegisterAccount, Run, Span, State

PAPERS = frozenset({Fate.ISSUED, Fate.VOID})
LOW = 0.3
"""A warning is due when no more than this part of the numbers at hand is left."""


def is_low(left: int, held: int) -> bool:
    """Whether to warn that the numbers in the open books (`held`, used ones among them) run out."""
    return left <= LOW * held


def account(
    series: str, year_be: int, books: Sequence[Book], spans: Sequence[Span], papers: Mapping[int, Fate]
) -> RegisterAccount:
    """What became of each number. `papers`: number -> issued or void."""
    runs = tuple(_runs(_fates(books, spans, papers)))
    accounts = tuple(_of_book(book, runs) for book in sorted(books, key=lambda book: (book.lo, book.epoch)))
    return RegisterAccount(series, year_be, runs, accounts)


def _fates(
    books: Sequence[Book], spans: Sequence[Span], papers: Mapping[int, Fate]
) -> Iterator[tuple[int, Fate, str, str]]:
    told = {
        n: (span.fate, span.reason, span.decided_by)
        for span in _weakest_first(spans)
        for n in range(span.lo, span.hi + 1)
    }
    told |= {n: (fate, "", "") for n, fate in papers.items()}
    unused = _unused(books, told)
    first = min((*told, *unused, *(book.lo for book in books)), default=1)
    for n in range(1, max((*told, *unused), default=0) + 1):
        missing = (Fate.UNUSED if n in unused else Fate.BEFORE if n < first else Fate.UNKNOWN, "", "")
        yield (n, *told.get(n, missing))


def runs_of(numbers: Iterable[int], fate: Fate) -> tuple[Run, ...]:
    """Numbers, in any order, as runs."""
    return tuple(_runs_in_a_row(sorted(numbers), fate))


def _runs_in_a_row(numbers: Sequence[int], fate: Fate) -> Iterator[Run]:
    for _, group in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        run = [n for _, n in group]
        yield Run(run[0], run[-1], fate)


def _weakest_first(spans: Iterable[Span]) -> list[Span]:
    """Later words overwrite earlier ones: cancelled outweighs suspense."""
    return sorted(spans, key=lambda span: span.fate is Fate.CANCELLED)


def _unused(books: Iterable[Book], told: Mapping[int, object]) -> set[int]:
    """Numbers still to come in open books: those after the last one used."""
    found: set[int] = set()
    for book in books:
        if book.state is State.LEASED:
            used = max((n for n in range(book.lo, book.hi + 1) if n in told), default=book.lo - 1)
            found |= set(range(used + 1, book.hi + 1))
    return found


def _runs(fates: Iterable[tuple[int, Fate, str, str]]) -> Iterator[Run]:
    for (fate, reason, by), group in groupby(fates, key=lambda one: one[1:]):
        numbers = [n for n, *_ in group]
        yield Run(numbers[0], numbers[-1], fate, reason, by)


def _of_book(book: Book, runs: Iterable[Run]) -> BookAccount:
    cut = (
        Run(max(run.lo, book.lo), min(run.hi, book.hi), run.fate, run.reason, run.by)
        for run in runs
        if run.lo <= book.hi and run.hi >= book.lo
    )
    mine = tuple(cut)
    return BookAccount(book, _shown_state(book, mine), mine)


def _shown_state(book: Book, runs: Sequence[Run]) -> State:
    """A leased book is open once it is used, and used up when nothing is left; suspense ends with the last number."""
    left = {run.fate for run in runs}
    if book.state is State.LEASED and left & PAPERS:
        return State.OPEN if Fate.UNUSED in left else State.EXHAUSTED
    if book.state is State.SUSPENSE and Fate.SUSPENSE not in left:
        return State.CLOSED
    return book.state


def hindrances(account: RegisterAccount) -> tuple[Run, ...]:
    """Runs that keep the year from being closed: in suspense, unknown, or in a book that is still out."""
    return tuple(run for run in account.runs if run.fate in {Fate.SUSPENSE, Fate.UNKNOWN, Fate.UNUSED})
