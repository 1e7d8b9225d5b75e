"""The lines of a receipt dealt onto sheets."""

from collections.abc import Iterator

from desktop.paper.receipt_paper import ReceiptPaper, TablePage, TableRow
from desktop.paper.thai_text import break_lines


def deal(rows: list[TableRow], room: int, last_room: int) -> list[TablePage]:
    """`room` rows on a sheet that is continued, `last_room` on the last one; an item stays together if it can.

    A sheet that is no first one gives a row to the sum brought forward.
    """
    dealt: list[list[TableRow]] = []
    while len(rows) > last_room - bool(dealt):
        end = _good_end(rows, room - bool(dealt))
        dealt.append(rows[:end])
        rows = rows[end:]
    dealt.append(rows)
    sums = [sum(row.item.amount_satang for row in page if row.item) for page in dealt]
    return [
        TablePage(
            tuple(page),
            number,
            of=len(dealt),
            brought_satang=sum(sums[: number - 1]) if number > 1 else None,
            carried_satang=sum(sums[:number]) if number < len(dealt) else None,
        )
        for number, page in enumerate(dealt, start=1)
    ]


def good_rows(paper: ReceiptPaper, size_pt: float, most_mm: float) -> list[TableRow]:
    """Every item as the lines its description needs."""
    return list(_rows(paper, size_pt, most_mm))


def _good_end(rows: list[TableRow], room: int) -> int:
    """Where to leave the sheet: before an item that would be torn, unless it alone overfills the sheet."""
    most = min(room, len(rows) - 1)
    starts = [end for end in range(1, most + 1) if rows[end].item]
    return starts[-1] if starts else most


def _rows(paper: ReceiptPaper, size_pt: float, most_mm: float) -> Iterator[TableRow]:
    for number, item in enumerate(paper.lines, start=1):
        first, *others = break_lines(item.description, size_pt, most_mm)
        yield TableRow(first, item, number)
        for line in others:
            yield TableRow(line)
