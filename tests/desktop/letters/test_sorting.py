"""The inbox sorted in any way: its pages add up, and every place is known."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.letters.model import LetterRow, Order
from desktop.letters.queries import LetterQueries
from desktop.store.desk import Desk
from tests.desktop.store.test_search import row, wanted, write
from tests.helpers.desk import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("words", ["", "งบ"])
@pytest.mark.parametrize("order", list(Order))
def test_pages_add_up_however_the_letters_are_sorted(desk: Desk, order: Order, words: str) -> None:
    rows = [row(n, "งบประมาณ" if n % 3 else "อื่น", day=11 + n % 5) for n in range(1, 61)]
    levels = ("normal", "urgent", "most_urgent")
    dues = (None, "2026-11-12", "2026-12-01")
    write(desk, [(*one[:14], levels[one[5] % 3], "normal", dues[one[5] // 3 % 3], *one[17:]) for one in rows])
    queries, asked = LetterQueries(desk.reader), replace(wanted(words), order=order)
    pages = [queries.page(asked, 7, anchor) for anchor in queries.anchors(asked, 7)]
    found = [one for page in pages for one in page]
    expected = [one for one in range(1, 61) if (one % 3 or not words) and _is_shown(one, order)]
    assert sorted(one.number for one in found) == expected
    assert len(found) == queries.count(asked)
    assert [queries.place(asked, page[0].id) for page in pages] == list(range(0, len(found), 7))
    ranks = [_rank(one, order) for one in found]
    assert ranks == sorted(ranks)


def _is_shown(number: int, order: Order) -> bool:
    """By due day and by urgency only the letters that have one are sorted."""
    return not ((order is Order.DUE and number // 3 % 3 == 0) or (order is Order.URGENCY and number % 3 == 0))


def _rank(one: LetterRow, order: Order) -> tuple[Any, ...]:
    if order is Order.DUE:
        return (one.due_date,)
    if order is Order.URGENCY:
        return (("most_urgent", "very_urgent", "urgent").index(one.urgency),)
    return ()
