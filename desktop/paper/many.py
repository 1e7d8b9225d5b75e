"""Papers of many people as one PDF, piece by piece: it can be stopped, and lets other papers through meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import islice
from threading import Event

from desktop.paper.ops import Paper, Sheet
from desktop.paper.pdf import to_pdf

SHEETS_A_PIECE = 40
"""Drawing holds the one lock of all papers: a receipt must not wait for a year's register."""

Mark = tuple[int, str]
"""A sheet (from 0) at which something begins, and its name."""


class Stopped(Exception):
    """The clerk stopped it; nothing was made."""


def many_pdf(
    title: str,
    author: str,
    made_at: datetime,
    papers: Iterable[tuple[str, Sequence[Sheet]]],
    ended: Event | None = None,
) -> bytes:
    """`papers`: the part that each belongs to, and its sheets; a bookmark stands where a part begins."""
    marks: list[Mark] = []
    pieces = in_pieces(title, author, made_at, _sheets(papers, marks, ended))
    return joined(list(pieces), marks)


def _sheets(papers: Iterable[tuple[str, Sequence[Sheet]]], marks: list[Mark], ended: Event | None) -> Iterator[Sheet]:
    place, part = 0, None
    for name, sheets in papers:
        if ended is not None and ended.is_set():
            raise Stopped
        if name != part:
            marks.append((place, name))
            part = name
        place += len(sheets)
        yield from sheets


def in_pieces(title: str, author: str, made_at: datetime, sheets: Iterator[Sheet]) -> Iterator[bytes]:
    """Each some sheets as a PDF of its own."""
    while piece := tuple(islice(sheets, SHEETS_A_PIECE)):
        yield to_pdf(Paper(title, author, made_at, piece))


def joined(pieces: Sequence[bytes], marks: Sequence[Mark] = ()) -> bytes:
    """The pieces one after the other, with bookmarks; the same pieces give the same bytes."""
    if len(pieces) == 1 and len(marks) < 2:
        return pieces[0]
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pieces[0])) as whole:
        for piece in pieces[1:]:
            with pikepdf.open(BytesIO(piece)) as more:
                whole.pages.extend(more.pages)
        if marks:
            with whole.open_outline() as outline:
                outline.root.extend(pikepdf.OutlineItem(name, place) for place, name in marks)
        whole.save(out, deterministic_id=True)
    return out.getvalue()
