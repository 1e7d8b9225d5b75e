"""What came as a file and is no page by itself, as pages: its name, what is said of it, and its words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from desktop.paper.ops import Face, Line, Op, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, width_mm

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 25.0, WIDTH_MM - 20.0, 42.0, HEIGHT_MM - 20.0
_TITLE_PT, _BODY_PT, _PITCH = 18.0, 14.0, 6.4
_NAME_WIDE = 38.0
MOST_SHEETS = 40
QUIET = "#4A5553"


def file_pdf(title: str, rows: Sequence[tuple[str, str]], text: str, made_at: datetime) -> bytes:
    """`rows`: name and value, over the text. At most `MOST_SHEETS` pages; of more text the beginning."""
    lines = [*_title(title), *_table(rows), None, *_body(text)]
    sheets = tuple(_sheets(lines))
    return to_pdf(Paper(title, "", made_at, sheets))


_Row = Sequence[Text] | None
"""The words of one line (their y is set when they are dealt to a sheet); None draws a rule."""


def _title(title: str) -> Iterator[_Row]:
    for line in break_lines(title, _TITLE_PT, RIGHT - LEFT, Face.BOLD)[:6]:
        yield (Text(LEFT, 0, line, _TITLE_PT, Face.BOLD),)


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[_Row]:
    for name, value in rows:
        stacked = width_mm(name, _BODY_PT) > _NAME_WIDE - 2
        label = Text(LEFT, 0, name, _BODY_PT, colour=QUIET)
        if stacked:
            yield (label,)
        for place, line in enumerate(break_lines(value, _BODY_PT, RIGHT - LEFT - _NAME_WIDE)):
            words = Text(LEFT + _NAME_WIDE, 0, line, _BODY_PT)
            yield (words,) if place or stacked else (label, words)


def _body(text: str) -> Iterator[_Row]:
    for line in break_lines(text, _BODY_PT, RIGHT - LEFT):
        yield (Text(LEFT, 0, line, _BODY_PT),)


def _sheets(lines: Sequence[_Row]) -> Iterator[Sheet]:
    a_sheet = int((BOTTOM - TOP) / _PITCH)
    dealt = [lines[at : at + a_sheet] for at in range(0, len(lines), a_sheet)]
    for number, rows in enumerate(dealt[:MOST_SHEETS], start=1):
        ops: list[Op] = []
        for place, row in enumerate(rows):
            y = TOP + place * _PITCH
            if row is None:
                ops.append(Line(LEFT, y - 2, RIGHT, y - 2, colour=QUIET))
            else:
                ops += [Text(one.x_mm, y, one.text, one.size_pt, one.face, colour=one.colour) for one in row]
        more = " …" if number == MOST_SHEETS < len(dealt) else ""
        ops.append(Text(RIGHT, HEIGHT_MM - 10, f"{number}/{min(len(dealt), MOST_SHEETS)}{more}", 12, align="right"))
        yield Sheet(WIDTH_MM, HEIGHT_MM, tuple(ops))
