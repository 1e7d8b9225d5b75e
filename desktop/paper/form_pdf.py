"""A long form as a PDF, piece by piece: it tells how far it is, can be stopped, and lets other papers through."""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from threading import Event

from desktop.paper.form import FormPaper, lay_out, sheets
from desktop.paper.ops import Paper, Sheet
from desktop.paper.pdf import to_pdf

SHEETS_A_PIECE = 40
"""Drawing holds the one lock of all papers: a receipt must not wait for a year's register."""

Told = Callable[[int, int], object]


class Stopped(Exception):
    """The clerk stopped it; nothing was made."""


def form_pdf(paper: FormPaper, told: Told = lambda done, total: None, ended: Event | None = None) -> bytes:
    """The form as one PDF. `told(done, total)` counts its rows twice: laid out, then drawn. Stopped when `ended`."""
    rows = len(paper.rows)

    def laid(number: int) -> None:
        if ended is not None and ended.is_set():
            raise Stopped
        told(number, rows * 2)

    form = lay_out(paper, laid)

    def watched() -> Iterator[Sheet]:
        for number, sheet in enumerate(sheets(form), start=1):
            if ended is not None and ended.is_set():
                raise Stopped
            yield sheet
            told(rows + rows * number // form.count, rows * 2)

    title = " ".join((paper.title, *paper.under))
    all_sheets, pieces = watched(), []
    while piece := tuple(islice(all_sheets, SHEETS_A_PIECE)):
        pieces.append(to_pdf(Paper(title, paper.office_name, paper.made_at, piece)))
    return pieces[0] if len(pieces) == 1 else _joined(pieces)


def _joined(pieces: list[bytes]) -> bytes:
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pieces[0])) as whole:
        for piece in pieces[1:]:
            with pikepdf.open(BytesIO(piece)) as more:
                whole.pages.extend(more.pages)
        whole.save(out, deterministic_id=True)
    return out.getvalue()
