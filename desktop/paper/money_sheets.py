"""What slips of money have in common: a heading, tables whose last columns are sums, and lines to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.office.money import format_baht
from desktop.paper.ops import Face, Line, Op, Rect, Sheet, Text
from desktop.paper.rosette import rosette
from desktop.paper.thai_text import break_lines, fitting_size_pt

WIDTH_MM, HEIGHT_MM = 210.0, 297.0
LEFT, RIGHT = 15.0, WIDTH_MM - 15.0
TOP, END = 45.0, 280.0
INK, QUIET, ACCENT, TINT, RED = "#111111", "#4A5553", "#0F5C5C", "#E9F1F0", "#B3261E"
SIGNERS_MM = 41.0
ROW_MM = 6.4


@dataclass(frozen=True)
class Band:
    """A piece of a paper that is never cut; its marks stand as if it began at 0."""

    height_mm: float
    ops: tuple[Op, ...]


@dataclass(frozen=True)
class Signer:
    """`name` and `position` are empty where nobody is named yet; `when` likewise."""

    what: str
    name: str = ""
    position: str = ""
    when: str = ""


@dataclass(frozen=True)
class Heading:
    office_name: str
    unit: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """Name and value, three at most."""


def sheets(heading: Heading, bands: Sequence[Band], last: Band) -> tuple[Sheet, ...]:
    """Deals the bands out to sheets; `last` stands at the foot of the last one."""
    dealt: list[list[tuple[float, Band]]] = [[]]
    y = TOP
    for band in bands:
        if y + band.height_mm > END:
            dealt.append([])
            y = TOP
        dealt[-1].append((y, band))
        y += band.height_mm
    if y + last.height_mm > END:
        dealt.append([])
    dealt[-1].append((END - last.height_mm, last))
    return tuple(_sheet(heading, page, place, len(dealt)) for place, page in enumerate(dealt, start=1))


def _sheet(heading: Heading, page: Sequence[tuple[float, Band]], place: int, of: int) -> Sheet:
    ops = list(_head(heading))
    for y, band in page:
        ops += (_moved(op, y) for op in band.ops)
    if of > 1:
        ops.append(Text(RIGHT, 288, f"แผ่นที่ {place}/{of}", 12, align="right", colour=QUIET))
    return Sheet(WIDTH_MM, HEIGHT_MM, tuple(ops))


def _moved(op: Op, down: float) -> Op:
    if isinstance(op, Line):
        return Line(op.x1_mm, op.y1_mm + down, op.x2_mm, op.y2_mm + down, op.width_mm, op.colour, dash_mm=op.dash_mm)
    if isinstance(op, Rect):
        place = (op.x_mm, op.y_mm + down, op.width_mm, op.height_mm)
        return Rect(*place, op.line_mm, op.colour, op.fill, op.radius_mm)
    assert isinstance(op, Text)
    return Text(op.x_mm, op.y_mm + down, op.text, op.size_pt, op.face, op.align, op.colour)


def _head(heading: Heading) -> Iterator[Op]:
    yield from rosette(LEFT + 9, 23, 9, ACCENT)
    name = heading.office_name
    yield Text(LEFT + 22, 20.5, name, fitting_size_pt(name, 18, 85, Face.BOLD), Face.BOLD)
    yield Text(LEFT + 22, 27, heading.unit, fitting_size_pt(heading.unit, 14, 85), colour=QUIET)
    yield Text(RIGHT, 20.5, heading.title, 24, Face.BOLD, "right", INK)
    for place, (what, value) in enumerate(heading.facts):
        y = 27 + 5.4 * place
        size = fitting_size_pt(value, 14, 46, Face.BOLD)
        yield Text(RIGHT - 48, y, what, 13, align="right", colour=QUIET)
        yield Text(RIGHT, y, value, size, Face.BOLD, "right", INK)
    yield Line(LEFT, 40.5, RIGHT, 40.5, 0.5, ACCENT)


def title(words: str) -> Band:
    return Band(9.5, (Text(LEFT, 7, words, 16, Face.BOLD, colour=ACCENT),))


def note(words: str, *, red: bool = False, indent: float = 0.0, ruled: bool = False) -> Band:
    """A paragraph; `ruled`: the last line of a row of a table."""
    lines = break_lines(words, 14, RIGHT - LEFT - indent - 1)
    ink, height = RED if red else INK, 5.8 * len(lines) + 0.6
    ops: list[Op] = [Text(LEFT + indent, 4.6 + 5.8 * place, line, 14, colour=ink) for place, line in enumerate(lines)]
    ops += [Line(LEFT, height, RIGHT, height, 0.12, ACCENT)] if ruled else []
    return Band(height, tuple(ops))


def table_head(words: Sequence[str], edges: Sequence[float], first_sum: int) -> Band:
    """`edges` of the columns in mm, one more than columns; from `first_sum` on they hold sums."""
    ops: list[Op] = [Rect(LEFT, 0.5, RIGHT - LEFT, 7, 0, fill=TINT)]
    for place, (word, left, right) in enumerate(zip(words, edges, edges[1:], strict=False)):
        size = fitting_size_pt(word, 13.5, right - left - 2, Face.BOLD)
        x, align = (right - 1.5, "right") if place >= first_sum else (left + 1.5, "left")
        ops.append(Text(x, 5.6, word, size, Face.BOLD, align, INK))  # type: ignore[arg-type]
    return Band(7.8, tuple(ops))


def table_row(
    words: Sequence[str],
    sums: Sequence[int | None],
    edges: Sequence[float],
    *,
    strong: bool = False,
    ruled: bool = True,
) -> Band:
    """Words in the first columns, broken where they are long; satang in the others (None: nothing)."""
    face = Face.BOLD if strong else Face.REGULAR
    broken = [
        break_lines(word, 14, right - left - 2.5, face)
        for word, left, right in zip(words, edges, edges[1:], strict=False)
    ]
    height = max(map(len, broken)) * 5.6 + 1.2
    ops: list[Op] = []
    for lines, left in zip(broken, edges, strict=False):
        ops += (Text(left + 1.5, 4.8 + 5.6 * place, line, 14, face, colour=INK) for place, line in enumerate(lines))
    for satang, left, right in zip(sums, edges[len(words) :], edges[len(words) + 1 :], strict=False):
        if satang is not None:
            said = format_baht(satang)
            size = fitting_size_pt(said, 14, right - left - 2, face)
            ops.append(Text(right - 1.5, 4.8, said, size, face, "right", INK))
    ops += [Line(LEFT, height, RIGHT, height, 0.35 if strong else 0.12, ACCENT)] if ruled else []
    return Band(height, tuple(ops))


def signers(three: Sequence[Signer]) -> Band:
    """Side by side, with room for a pen."""
    wide = (RIGHT - LEFT) / len(three)
    ops: list[Op] = [Line(LEFT, 1, RIGHT, 1, 0.3, ACCENT)]
    for place, one in enumerate(three):
        middle = LEFT + wide * (place + 0.5)
        ops.append(Text(middle, 8, one.what, 15, Face.BOLD, "centre", INK))
        ops.append(Line(middle - 24, 21, middle + 24, 21, 0.2, QUIET, dash_mm=(0, 1)))
        name = f"({one.name or '.' * 34})"
        below = (name, one.position or "ตำแหน่ง " + "." * 26, one.when or "วันที่ ........./........./.........")
        for line, words in enumerate(below):
            size = fitting_size_pt(words, 14, wide - 4)
            ops.append(Text(middle, 27 + 5.6 * line, words, size, align="centre", colour=INK))
    return Band(SIGNERS_MM, tuple(ops))
