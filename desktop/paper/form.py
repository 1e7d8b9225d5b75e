"""Forms of the correspondence regulation as tables on A4 lying: rows of any height, days, gaps and struck numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from desktop.office.dates import Digits, thai_date, thai_time
from desktop.office.thai import thai_digits
from desktop.paper.ops import Align, Face, Line, Op, Rect, Sheet, Text
from desktop.paper.thai_text import break_lines, clean, fitting_size_pt, width_mm
from desktop.paper.thai_text import words as words_of

WIDTH_MM, HEIGHT_MM = 297.0, 210.0
LEFT, RIGHT = 15.0, WIDTH_MM - 15.0
INK, QUIET, TINT, BAND, RED = "#111111", "#4A5553", "#EEF1F1", "#F6F7F7", "#B3261E"
HEAD_PT, BODY_PT = 13.0, 13.0
_TABLE_TOP, _HEAD_HEIGHT = 43.0, 9.0
_BODY_TOP, _BODY_END = _TABLE_TOP + _HEAD_HEIGHT, 192.0
_PITCH, _PADDING, _BASELINE, _BAND_HEIGHT = 5.2, 1.9, 4.6, 7.0
_ROOM = _BODY_END - _BODY_TOP
_SIGNER_PITCH = 5.6
MOST_LINES = int((_ROOM - _PADDING) / _PITCH)

Told = Callable[[int], object]
"""Called with how many rows were done so far."""


@dataclass(frozen=True)
class FormColumn:
    """`head` as the form prints it; `numeral`: its figures become Thai where the paper's are."""

    head: str
    width_mm: float
    align: Align = "left"
    numeral: bool = True


@dataclass(frozen=True)
class FormRow:
    """One line of the form, a cell a column. `struck`: crossed through but for its last cell, which says why."""

    cells: tuple[str, ...]
    struck: bool = False


class Tone(StrEnum):
    DAY = "day"
    GAP = "gap"


@dataclass(frozen=True)
class FormBand:
    """Words across the whole row: a new day, which then heads the sheets that follow, or numbers that bear no paper."""

    words: str
    tone: Tone = Tone.GAP


@dataclass(frozen=True)
class Signer:
    """A place to sign: what the person is there for, and who it is where that is known."""

    role: str
    name: str = ""
    position: str = ""
    signed: str = ""


@dataclass(frozen=True)
class FormPaper:
    """`under` are lines below the office's name; `totals` stand under the last row; `made_at` is aware.

    `mark`: stands in red above and below each sheet.
    """

    title: str
    office_name: str
    under: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: Sequence[FormRow | FormBand]
    made_at: datetime
    nothing: str = "ไม่มีรายการ"
    totals: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    digits: Digits = "thai"
    mark: str = ""

    def numeral(self, text: str) -> str:
        return thai_digits(text) if self.digits == "thai" else text


@dataclass(frozen=True)
class _Laid:
    """A row cut into lines, as much of it as stands on one sheet."""

    cells: tuple[tuple[str, ...], ...]
    struck: bool = False
    band: Tone | None = None

    @property
    def height(self) -> float:
        return _BAND_HEIGHT if self.band else max(map(len, self.cells)) * _PITCH + _PADDING


@dataclass
class LaidForm:
    """The sheets before they are drawn: for each its day and its rows."""

    paper: FormPaper
    sheets: list[tuple[str, list[_Laid]]] = field(default_factory=list)
    foot_apart: bool = False

    @property
    def count(self) -> int:
        return len(self.sheets) + self.foot_apart


def lay_out(paper: FormPaper, told: Told = lambda _: None) -> LaidForm:
    """Deals the rows to sheets: a row goes to the next sheet whole, or is continued there when it fills more than one.

    `told` may raise to stop it.
    """
    form, day, left = LaidForm(paper), "", 0.0
    for number, row in enumerate(paper.rows, start=1):
        if isinstance(row, FormBand) and row.tone is Tone.DAY:
            day = row.words
            if not form.sheets or left < _BAND_HEIGHT + _PITCH * 2 + _PADDING:
                left = 0.0
                continue
        for laid in _laid(paper, row):
            if not form.sheets or laid.height > left:
                form.sheets.append((day, []))
                left = _ROOM
            form.sheets[-1][1].append(laid)
            left -= laid.height
        told(number)
    if not form.sheets:
        form.sheets.append((day, []))
        left = _ROOM - _BAND_HEIGHT
    form.foot_apart = _foot_height(paper) > left
    return form


def sheets(form: LaidForm) -> Iterator[Sheet]:
    """Every sheet with its running number; totals and signatures on the last."""
    paper, of = form.paper, form.count
    for number, (day, rows) in enumerate(form.sheets, start=1):
        ops = [*_heading(paper, day), *_table(paper, rows)]
        if number == of:
            ops += _foot(paper, _BODY_TOP + sum(row.height for row in rows) + (0 if rows else _BAND_HEIGHT))
        yield Sheet(WIDTH_MM, HEIGHT_MM, (*ops, *_small_print(paper, number, of)))
    if form.foot_apart:
        day = form.sheets[-1][0]
        yield Sheet(
            WIDTH_MM, HEIGHT_MM, (*_heading(paper, day), *_foot(paper, _TABLE_TOP), *_small_print(paper, of, of))
        )


def _laid(paper: FormPaper, row: FormRow | FormBand) -> Iterator[_Laid]:
    if isinstance(row, FormBand):
        words = paper.numeral(row.words)
        yield _Laid(((words,),), band=row.tone)
        return
    cells = [
        lines_of(paper.numeral(cell) if column.numeral else cell, column.width_mm - 2.4)
        for cell, column in zip(row.cells, paper.columns, strict=True)
    ]
    tallest = max(map(len, cells))
    for start in range(0, tallest, MOST_LINES):
        part = tuple(cell[start : start + MOST_LINES] for cell in cells)
        if start:
            part = ((f"{cells[0][0]} (ต่อ)",), *part[1:])
        yield _Laid(part, row.struck)


@lru_cache(16384)
def lines_of(text: str, most_mm: float) -> tuple[str, ...]:
    """The cell's lines; as `break_lines`, by the widths of single words, which whole registers share."""
    text = " ".join(clean(text).split())
    if width_mm(text, BODY_PT) <= most_mm:
        return (text,)
    lines, line, wide = [], "", 0.0
    for word in words_of(text):
        width = width_mm(word, BODY_PT)
        if width > most_mm:
            return tuple(break_lines(text, BODY_PT, most_mm))
        if wide + width_mm(word.rstrip(), BODY_PT) > most_mm:
            lines.append(line.rstrip())
            line, wide = "", 0.0
            word = word.lstrip()
            width = width_mm(word, BODY_PT) if word else 0.0
        line, wide = line + word, wide + width
    return (*lines, line.rstrip())


def _heading(paper: FormPaper, day: str) -> Iterator[Op]:
    middle = WIDTH_MM / 2
    if paper.mark:
        for y in (9.5, HEIGHT_MM - 6):
            yield Text(middle, y, paper.mark, 24, Face.BOLD, "centre", RED)
    yield Text(middle, 17, paper.title, 21, Face.BOLD, "centre", INK)
    name_pt = fitting_size_pt(paper.office_name, 16, RIGHT - LEFT)
    yield Text(middle, 24.5, paper.office_name, name_pt, align="centre", colour=INK)
    for line, words in enumerate((*paper.under, *((day,) if day else ()))):
        size = fitting_size_pt(words, 15, RIGHT - LEFT, Face.BOLD)
        yield Text(middle, 31.5 + line * 6.2, paper.numeral(words), size, Face.BOLD, "centre", INK)


def _table(paper: FormPaper, rows: Sequence[_Laid]) -> Iterator[Op]:
    edges = _edges(paper.columns)
    right = edges[-1]
    yield Rect(LEFT, _TABLE_TOP, right - LEFT, _HEAD_HEIGHT, line_mm=0, fill=TINT)
    for place, column in enumerate(paper.columns):
        size = fitting_size_pt(column.head, HEAD_PT, column.width_mm - 1.6, Face.BOLD)
        yield Text((edges[place] + edges[place + 1]) / 2, _TABLE_TOP + 6.1, column.head, size, Face.BOLD, "centre", INK)
    y, open_from = _BODY_TOP, _TABLE_TOP
    for row in rows:
        if row.band:
            yield from _uprights(edges, open_from, y)
            yield from _band(row, right, y)
            open_from = y + row.height
        else:
            yield from _cells(paper, row, edges, y)
        y += row.height
        yield Line(LEFT, y, right, y, 0.1, QUIET)
    if not rows:
        yield Text((LEFT + right) / 2, y + 4.9, paper.nothing, BODY_PT, Face.ITALIC, "centre", QUIET)
        yield from _uprights(edges, open_from, y)
        open_from, y = y + _BAND_HEIGHT, y + _BAND_HEIGHT
    yield from _uprights(edges, open_from, y)
    for line in (_TABLE_TOP, _BODY_TOP, y):
        yield Line(LEFT, line, right, line, 0.3, INK)
    for x in (LEFT, right):
        yield Line(x, _TABLE_TOP, x, y, 0.15, QUIET)


def _edges(columns: Iterable[FormColumn]) -> list[float]:
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + column.width_mm)
    return edges


def _uprights(edges: Sequence[float], top: float, end: float) -> Iterator[Op]:
    if end > top:
        for x in edges[1:-1]:
            yield Line(x, top, x, end, 0.15, QUIET)


def _band(row: _Laid, right: float, top: float) -> Iterator[Op]:
    words = row.cells[0][0]
    colour, face = (INK, Face.BOLD) if row.band is Tone.DAY else (RED, Face.ITALIC)
    size = fitting_size_pt(words, BODY_PT, right - LEFT - 4, face)
    yield Rect(LEFT, top, right - LEFT, row.height, line_mm=0, fill=BAND)
    yield Text(LEFT + 2, top + 4.9, words, size, face, colour=colour)


def _cells(paper: FormPaper, row: _Laid, edges: Sequence[float], top: float) -> Iterator[Op]:
    last = len(row.cells) - 1
    for place, (column, lines) in enumerate(zip(paper.columns, row.cells, strict=True)):
        left, right = edges[place] + 1.2, edges[place + 1] - 1.2
        x = {"left": left, "centre": (left + right) / 2, "right": right}[column.align]
        why = row.struck and place == last
        for line, words in enumerate(lines):
            if not words:
                continue
            y = top + _BASELINE + line * _PITCH
            size = fitting_size_pt(words, BODY_PT, right - left)
            yield Text(x, y, words, size, align=column.align, colour=RED if why else INK)
            if row.struck and not why:
                wide = width_mm(words, size)
                start = x - wide * {"left": 0.0, "centre": 0.5, "right": 1.0}[column.align]
                yield Line(start, y - 1.2, start + wide, y - 1.2, 0.3, RED)


def _foot_height(paper: FormPaper) -> float:
    rows = sum(map(_signers_height, _signer_rows(paper)))
    return len(paper.totals) * 6.5 + (5 + rows if rows else 0)


def _foot(paper: FormPaper, top: float) -> Iterator[Op]:
    y = top
    for words in paper.totals:
        y += 6.5
        size = fitting_size_pt(words, 14, RIGHT - LEFT, Face.BOLD)
        yield Text(LEFT, y, paper.numeral(words), size, Face.BOLD, colour=INK)
    y += 5
    for row in _signer_rows(paper):
        step = (RIGHT - LEFT) / len(row)
        for place, signer in enumerate(row):
            for line, words in enumerate(_signer_lines(signer)):
                size = fitting_size_pt(words, 14, step - 4)
                x, at = LEFT + step * (place + 0.5), y + 5 + line * _SIGNER_PITCH
                yield Text(x, at, paper.numeral(words), size, align="centre", colour=INK)
        y += _signers_height(row)


def _signer_rows(paper: FormPaper) -> Iterator[Sequence[Signer]]:
    """Four side by side, or three where there are more."""
    most = 4 if len(paper.signers) <= 4 else 3
    for start in range(0, len(paper.signers), most):
        yield paper.signers[start : start + most]


def _signers_height(row: Sequence[Signer]) -> float:
    return max(len(_signer_lines(signer)) for signer in row) * _SIGNER_PITCH + 6


def _signer_lines(signer: Signer) -> list[str]:
    dots = "........................................................"
    lines = (f"ลงชื่อ {dots}", f"( {signer.name or dots} )", signer.position, signer.role, signer.signed)
    return [words for words in lines if words]


def _small_print(paper: FormPaper, number: int, of: int) -> Iterator[Op]:
    when = f"พิมพ์เมื่อ {thai_date(paper.made_at, 'long', 'arabic')} เวลา {thai_time(paper.made_at, 'arabic')}"
    yield Text(LEFT, HEIGHT_MM - 8, paper.numeral(when), 11, colour=QUIET)
    yield Text(RIGHT, HEIGHT_MM - 8, paper.numeral(f"แผ่นที่ {number} / {of}"), 13, align="right", colour=QUIET)
