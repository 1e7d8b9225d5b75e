"""Lines of a letter one under the other, dealt onto sheets so that no line and no signature stands alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.paper.official import measures as mm
from desktop.paper.official.paper import numeral
from desktop.paper.ops import Face, Image, Line, Op, Polygon, QrCode, Rect, Text
from desktop.paper.thai_text import break_lines, clean, width_mm


@dataclass(frozen=True)
class Row:
    """One line: its marks with y counted from the baseline, and how far below the line above it stands.

    `keep`: it stays on the sheet of the row after it. `bookmark`: what a reader's list of contents calls the place.
    `text`: what stands in it, for the catchword of the sheet before.
    """

    ops: tuple[Op, ...] = ()
    height: float = mm.LINE
    before: float = 0.0
    keep: bool = False
    bookmark: str = ""
    text: str = ""


@dataclass(frozen=True)
class Placed:
    """A row with its baseline, mm from the top of the sheet."""

    row: Row
    y: float


def text_row(text: str, x: float = mm.LEFT, **how: object) -> Row:
    """One line of body text at x."""
    said = numeral(text)
    return replace(Row((Text(x, 0, said, mm.BODY_PT, colour=mm.INK),), text=said), **how)  # type: ignore[arg-type]


def paragraph(text: str, *, indent: float = mm.INDENT, before: float = mm.BEFORE_6, bookmark: str = "") -> list[Row]:
    """A paragraph from margin to margin, its first line indented; its first two and last two lines stay together."""
    lines = _indented(clean(numeral(text)).strip(), indent)
    rows = []
    for place, line in enumerate(lines):
        first = place == 0
        x = mm.LEFT + (indent if first else 0.0)
        keep = len(lines) > 1 and place in (0, len(lines) - 2)
        rows.append(text_row(line, x, before=before if first else 0.0, keep=keep, bookmark=bookmark if first else ""))
    return rows


def _indented(text: str, indent: float) -> list[str]:
    """Lines of which the first is shorter by the indent."""
    width = mm.RIGHT - mm.LEFT
    first = break_lines(text, mm.BODY_PT, width - indent)
    if len(first) == 1:
        return first
    return [first[0], *break_lines(text[len(first[0]) :].lstrip(), mm.BODY_PT, width)]


def labelled(label: str, texts: Sequence[str], *, before: float = mm.BEFORE_6, numbered: bool = False) -> list[Row]:
    """`เรื่อง  ...`: the label at the margin, the texts behind it, every further line under the first one's beginning."""
    start = mm.LEFT + width_mm(label + "  ", mm.BODY_PT)
    rows: list[Row] = []
    for n, text in enumerate(texts, start=1):
        said = f"{n}. {text}" if numbered and len(texts) > 1 else text
        for line in break_lines(numeral(said), mm.BODY_PT, mm.RIGHT - start):
            ops: tuple[Op, ...] = (Text(start, 0, line, mm.BODY_PT, colour=mm.INK),)
            if not rows:
                ops = (Text(mm.LEFT, 0, label, mm.BODY_PT, colour=mm.INK), *ops)
            rows.append(Row(ops, before=0.0 if rows else before, keep=True, bookmark="" if rows else label, text=line))
    return rows


def centred(text: str, *, size: float = mm.BODY_PT, face: Face = Face.REGULAR, before: float = 0.0) -> list[Row]:
    """Lines in the middle of the text, broken where they are too wide."""
    height = mm.LINE * size / mm.BODY_PT
    lines = break_lines(numeral(text), size, mm.RIGHT - mm.LEFT, face)
    return [
        Row(
            (Text(mm.CENTRE, 0, line, size, face, "centre", mm.INK),),
            height,
            before if place == 0 else 0.0,
            keep=True,
            text=line,
        )
        for place, line in enumerate(lines)
    ]


def deal(rows: Sequence[Row], first_baseline: float) -> list[list[Placed]]:
    """The rows on their sheets; rows that keep together stand on one, if a sheet can hold them."""
    sheets: list[list[Placed]] = [[]]
    y = first_baseline
    for chunk in _chunks(rows):
        if sheets[-1] and not _fits(chunk, y):
            sheets.append([])
        for row in chunk:
            if not sheets[-1]:
                y = first_baseline if len(sheets) == 1 else mm.NEXT_TOP + mm.ASCENT
            else:
                y += row.height + row.before
                if y + mm.DESCENT > mm.BOTTOM:
                    sheets.append([])
                    y = mm.NEXT_TOP + mm.ASCENT
            sheets[-1].append(Placed(row, y))
    return sheets


def _fits(chunk: Sequence[Row], y: float) -> bool:
    return y + sum(row.height + row.before for row in chunk) + mm.DESCENT <= mm.BOTTOM


def _chunks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if not row.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def moved(op: Op, y: float) -> Op:
    """The mark with its y counted from the top of the sheet instead of a baseline at y."""
    if isinstance(op, Line):
        return replace(op, y1_mm=op.y1_mm + y, y2_mm=op.y2_mm + y)
    if isinstance(op, Polygon):
        return replace(op, corners_mm=tuple((x, corner + y) for x, corner in op.corners_mm))
    assert isinstance(op, Text | Rect | Image | QrCode)
    return replace(op, y_mm=op.y_mm + y)
