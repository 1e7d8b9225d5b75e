"""A long form as a PDF, piece by piece: it tells how far it is, can be stopped, and lets other papers through."""

from collections.abc import Callable, Iterator
from threading import Event

from desktop.paper.form import FormPaper, lay_out, sheets
from desktop.paper.many import Stopped as Stopped
from desktop.paper.many import in_pieces, joined
from desktop.paper.ops import Sheet

Told = Callable[[int, int], object]


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
    return joined(list(in_pieces(title, paper.office_name, paper.made_at, watched())))
