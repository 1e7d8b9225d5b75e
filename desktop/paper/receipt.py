"""ใบเสร็จรับเงิน on sheets of every layout: original and copy of one receipt, as many sheets as its lines need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.office.dates import thai_date
from desktop.paper import receipt_roll, receipt_stock, stock_form
from desktop.paper.ops import Line, Paper, Sheet
from desktop.paper.pdf import to_pdf, to_print
from desktop.paper.placing import all_moved, enlarged
from desktop.paper.receipt_layout import (
    DESCRIPTION_MM,
    DESCRIPTION_PT,
    HEIGHT_MM,
    WIDTH_MM,
    room_for_rows,
    sheet_ops,
)
from desktop.paper.receipt_paper import CopyKind, ReceiptItem, ReceiptPaper, TablePage
from desktop.paper.receipt_rows import deal, good_rows

__all__ = ["Layout", "Part", "ReceiptItem", "ReceiptPaper", "receipt_pdf", "receipt_sheets", "table_pages"]

_A4_MM = (210.0, 297.0)
_A4_BY = 2**0.5


class Layout(StrEnum):
    A5 = "a5"
    A4 = "a4"
    """Original and copy a sheet each, as on A5 but larger."""
    A4_TWO = "a4_two"
    """Original and copy side by side on a sheet that lies, to be cut apart."""
    ROLL = "roll"
    """80 mm thermal paper."""
    STOCK = "stock"
    """Pre-printed sheets: only their blanks are filled in."""


@dataclass(frozen=True)
class Part:
    """One sheet of paper: which copy (None: both side by side), which page of it, and the number of its stock."""

    copy: CopyKind | None
    page: int = 1
    time: int = 0
    serial: str = ""


def receipt_pdf(paper: ReceiptPaper) -> bytes:
    """The receipt as a PDF of A5 sheets."""
    return to_pdf(_paper(paper, receipt_sheets(paper)))


def receipt_sheets(paper: ReceiptPaper) -> tuple[Sheet, ...]:
    """The sheets of every copy, in the order in which they are printed."""
    pages = table_pages(paper)
    return tuple(Sheet(WIDTH_MM, HEIGHT_MM, sheet_ops(paper, copy, page)) for copy in paper.copies for page in pages)


def parts_pdf(
    paper: ReceiptPaper, layout: Layout, parts: Sequence[Part], aside_mm: tuple[float, float] = (0.0, 0.0)
) -> bytes:
    """These sheets of the receipt, each with its own mark; `aside_mm`: how far a printer needs stock moved."""
    sheets = (_sheet(replace(paper, reprint_count=part.time), layout, part, aside_mm) for part in parts)
    return to_print(_paper(paper, tuple(sheets)))


def get_ready(office_name: str, office_address: str, made_at: datetime, layout: Layout) -> None:
    """Draws a receipt of nothing: the first real one of a day then does not wait for faces and dictionary."""
    nothing = (ReceiptItem("", 1, "", 0),)
    paper = ReceiptPaper(
        office_name, "", office_address, "", "", made_at, "", "", nothing, 0, "", "", "", "", "", "", qr_payload="-"
    )
    parts_pdf(paper, layout, (Part("original"), Part("copy")))


def trial_pdf(queue: str, office_name: str, made_at: datetime, aside_mm: tuple[float, float]) -> bytes:
    """The sheet by which pre-printed stock is measured on a printer; `made_at` is aware."""
    sheet = receipt_stock.trial_sheet(stock_form.shipped(), queue)
    moved = Sheet(sheet.width_mm, sheet.height_mm, all_moved(sheet.ops, *aside_mm))
    return to_pdf(Paper("แผ่นทดสอบตำแหน่ง", office_name, made_at, (moved,)))


def page_count(paper: ReceiptPaper, layout: Layout) -> int:
    """How many sheets each copy takes."""
    if layout is Layout.ROLL:
        return 1
    on_stock = layout is Layout.STOCK
    return len(receipt_stock.stock_pages(paper, stock_form.shipped()) if on_stock else table_pages(paper))


def table_pages(paper: ReceiptPaper) -> list[TablePage]:
    """The lines of the receipt dealt onto A5 sheets; an item stays together if a sheet can hold it."""
    return deal(good_rows(paper, DESCRIPTION_PT, DESCRIPTION_MM), *room_for_rows(paper))


def _sheet(paper: ReceiptPaper, layout: Layout, part: Part, aside_mm: tuple[float, float]) -> Sheet:
    copy = part.copy or "original"
    if layout is Layout.ROLL:
        return receipt_roll.roll_sheet(paper, copy)
    if layout is Layout.STOCK:
        form = stock_form.shipped()
        page = receipt_stock.stock_pages(paper, form)[part.page - 1]
        return receipt_stock.stock_sheet(paper, copy, page, form, aside_mm, part.serial)
    page = table_pages(paper)[part.page - 1]
    if layout is Layout.A4_TWO:
        return _side_by_side(paper, page)
    ops = sheet_ops(paper, copy, page)
    if layout is Layout.A4:
        return Sheet(*_A4_MM, tuple(enlarged(op, _A4_BY) for op in ops))
    return Sheet(WIDTH_MM, HEIGHT_MM, ops)


def _side_by_side(paper: ReceiptPaper, page: TablePage) -> Sheet:
    high, wide = _A4_MM
    half = wide / 2
    cut = Line(half, 4, half, high - 4, 0.15, "#4A5553", dash_mm=(1.5, 1.5))
    left, right = (sheet_ops(paper, copy, page) for copy in ("original", "copy"))
    return Sheet(wide, high, (*left, cut, *all_moved(right, half, 0.0)))


def _paper(paper: ReceiptPaper, sheets: tuple[Sheet, ...]) -> Paper:
    day = thai_date(paper.issued_at, "long", "arabic")
    title = f"{paper.title} เล่มที่ {paper.book_no} เลขที่ {paper.number} วันที่ {day}"
    return Paper(title, paper.office_name, paper.issued_at, sheets)
