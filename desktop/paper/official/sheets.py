"""An official letter as sheets and as a PDF with its list of contents."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from desktop.paper.official import command, letter, memo, parts
from desktop.paper.official import measures as mm
from desktop.paper.official.paper import Form, OfficialPaper
from desktop.paper.official.rows import Placed, Row, deal, moved
from desktop.paper.ops import Bookmark, Op, Paper, Sheet
from desktop.paper.pdf import to_pdf


class _Layout(NamedTuple):
    rows: Callable[[OfficialPaper], list[Row]]
    head: Callable[[OfficialPaper], Iterator[Op]]
    first_baseline: float


_LAYOUTS = {
    Form.EXTERNAL: _Layout(letter.external_rows, letter.head, letter.FIRST_BASELINE),
    Form.SEALED: _Layout(letter.sealed_rows, letter.head, letter.FIRST_BASELINE),
    Form.MEMO: _Layout(memo.memo_rows, memo.head, memo.FIRST_BASELINE),
    Form.ORDER: _Layout(command.order_rows, command.head, command.FIRST_BASELINE),
    Form.ANNOUNCEMENT: _Layout(command.announcement_rows, command.head, command.FIRST_BASELINE),
}
_NAMES = {
    Form.EXTERNAL: "หนังสือภายนอก",
    Form.SEALED: "หนังสือประทับตรา",
    Form.MEMO: "บันทึกข้อความ",
    Form.ORDER: "คำสั่ง",
    Form.ANNOUNCEMENT: "ประกาศ",
}


def official_pdf(paper: OfficialPaper, made_at: datetime) -> bytes:
    """The letter as a PDF; the same letter made at the same (aware) moment gives the same bytes."""
    return to_pdf(official_paper(paper, made_at))


def official_paper(paper: OfficialPaper, made_at: datetime) -> Paper:
    """Its sheets, and bookmarks that lead from the letter's name to its parts."""
    layout = _LAYOUTS[paper.form]
    dealt = deal(layout.rows(paper), layout.first_baseline)
    sheets = tuple(_sheet(paper, layout, dealt, n) for n in range(len(dealt)))
    title = f"{_NAMES[paper.form]} {paper.book_number} {paper.subject}".replace("  ", " ").strip()
    return Paper(title, paper.office_name, made_at, sheets, (Bookmark(title, 0, 0.0), *_bookmarks(dealt)))


def _sheet(paper: OfficialPaper, layout: _Layout, dealt: list[list[Placed]], n: int) -> Sheet:
    ops: list[Op] = [*parts.secrecy(paper), *parts.draft_mark(paper), *parts.page_number(n + 1)]
    if n == 0:
        ops += layout.head(paper)
    ops += [moved(op, placed.y) for placed in dealt[n] for op in placed.row.ops]
    if n + 1 < len(dealt):
        ops += parts.catchword(dealt[n + 1][0].row.text)
    else:
        ops += parts.statement(paper)
    return Sheet(mm.WIDTH, mm.HEIGHT, tuple(ops))


def _bookmarks(dealt: list[list[Placed]]) -> Iterator[Bookmark]:
    for sheet, rows in enumerate(dealt):
        for placed in rows:
            if placed.row.bookmark:
                yield Bookmark(placed.row.bookmark, sheet, placed.y - mm.ASCENT, 1)
