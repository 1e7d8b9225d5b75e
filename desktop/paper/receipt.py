"""ใบเสร็จรับเงิน on A5 sheets: original and copy of one receipt, as many sheets as its lines need."""

from collections.abc import Iterator

from desktop.office.dates import thai_date
from desktop.paper.ops import Paper, Sheet
from desktop.paper.pdf import to_pdf
from desktop.paper.receipt_layout import DESCRIPTION_MM, DESCRIPTION_PT, HEIGHT_MM, WIDTH_MM, room_for_rows, sheet_ops
from desktop.paper.receipt_paper import ReceiptItem, ReceiptPaper, TablePage, TableRow
from desktop.paper.thai_text import break_lines

__all__ = ["ReceiptItem", "ReceiptPaper", "receipt_pdf", "receipt_sheets", "table_pages"]


def receipt_pdf(paper: ReceiptPaper) -> bytes:
    """The receipt as a PDF of A5 sheets."""
    sheets = receipt_sheets(paper)
    day = thai_date(paper.issued_at, "long", "arabic")
    title = f"ใบเสร็จรับเงิน เล่มที่ {paper.book_no} เลขที่ {paper.number} วันที่ {day}"
    return to_pdf(Paper(title, paper.office_name, paper.issued_at, sheets))


def receipt_sheets(paper: ReceiptPaper) -> tuple[Sheet, ...]:
    """The sheets of every copy, in the order in which they are printed."""
    pages = table_pages(paper)
    return tuple(Sheet(WIDTH_MM, HEIGHT_MM, sheet_ops(paper, copy, page)) for copy in paper.copies for page in pages)


def table_pages(paper: ReceiptPaper) -> list[TablePage]:
    """The lines of the receipt dealt onto sheets; an item stays together if a sheet can hold it."""
    rows = list(_rows(paper))
    room, last_room = room_for_rows(paper)
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


def _good_end(rows: list[TableRow], room: int) -> int:
    """Where to leave the sheet: before an item that would be torn, unless it alone overfills the sheet."""
    most = min(room, len(rows) - 1)
    starts = [end for end in range(1, most + 1) if rows[end].item]
    return starts[-1] if starts else most


def _rows(paper: ReceiptPaper) -> Iterator[TableRow]:
    for number, item in enumerate(paper.lines, start=1):
        first, *others = break_lines(item.description, DESCRIPTION_PT, DESCRIPTION_MM)
        yield TableRow(first, item, number)
        for line in others:
            yield TableRow(line)
