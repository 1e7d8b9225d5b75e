"""What several forms have in common: Garuda, red marks, signature, the owner's lines, the number of a page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from desktop.office.thai import thai_digits
from desktop.paper.official import measures as mm
from desktop.paper.official.paper import OfficialPaper, numeral
from desktop.paper.official.rows import Row, text_row
from desktop.paper.ops import Face, Image, Op, Text
from desktop.paper.pictures import size_px
from desktop.paper.rosette import rosette
from desktop.paper.thai_text import break_lines, fitting_size_pt, width_mm


def garuda(
    picture: bytes | None, top: float, height: float, *, centre: float = mm.CENTRE, left: float | None = None
) -> Iterator[Op]:
    """The office's own picture at that height, around `centre` or from `left` on; a neutral mark without one."""
    wide, high = size_px(picture) if picture else (1, 1)
    width = height * wide / high
    x = left if left is not None else centre - width / 2
    if picture:
        yield Image(x, top, width, height, picture)
    else:
        yield from rosette(x + height / 2, top + height / 2, height / 2, mm.INK)


def urgency(paper: OfficialPaper, x: float, y: float, side: Literal["left", "right"] = "left") -> Iterator[Op]:
    """The red word, 32 pt, and under it the moment of ด่วนภายใน."""
    if paper.urgency:
        yield Text(x, y, paper.urgency, mm.URGENCY_PT, Face.BOLD, side, mm.RED)
        if paper.deadline:
            words = numeral(paper.deadline)
            size = fitting_size_pt(words, mm.BODY_PT, 58, Face.BOLD)
            yield Text(x, y + 6.4, words, size, Face.BOLD, side, mm.RED)


def secrecy(paper: OfficialPaper) -> Iterator[Op]:
    """Above and below every page, in red, larger than the text."""
    if paper.secrecy:
        for y in (11.5, mm.HEIGHT - 6.0):
            yield Text(mm.CENTRE, y, paper.secrecy, mm.URGENCY_PT, Face.BOLD, "centre", mm.RED)


def draft_mark(paper: OfficialPaper) -> Iterator[Op]:
    """ร่าง in the corner of what is not signed yet."""
    if paper.draft:
        yield Text(mm.WIDTH - 8, 11, "ร่าง", 20, Face.BOLD, "right", mm.QUIET)


def page_number(n: int) -> Iterator[Op]:
    """`- ๒ -` on the second and every later sheet."""
    if n > 1:
        yield Text(mm.CENTRE, mm.PAGE_NUMBER, f"- {thai_digits(str(n))} -", mm.BODY_PT, align="centre", colour=mm.INK)


def statement(paper: OfficialPaper) -> Iterator[Op]:
    """How the letter was signed, in small print in the lower margin."""
    for line, words in enumerate(break_lines(numeral(paper.statement), 11, mm.RIGHT - mm.LEFT)[:2]):
        yield Text(mm.LEFT, mm.HEIGHT - 14.5 + 4.6 * line, words, 11, colour=mm.QUIET)


def catchword(text: str) -> Iterator[Op]:
    """The first words of the next sheet at the foot of this one: `/ทั้งนี้...`."""
    words = break_lines(text, mm.BODY_PT, 32)[0].strip()
    yield Text(mm.RIGHT, mm.BOTTOM + 5.5, f"/{words}...", mm.BODY_PT, align="right", colour=mm.INK)


def axis(paper: OfficialPaper) -> float:
    """Where closing, name and position are centred: the closing begins at the paper's centre, none sticks out."""
    lines = (*_bracketed(paper), *map(numeral, paper.signer_lines), paper.closing, paper.electronic)
    widest = max(width_mm(line, mm.BODY_PT) for line in lines)
    wanted = mm.CENTRE + width_mm("ขอแสดงความนับถือ", mm.BODY_PT) / 2
    return max(mm.LEFT + widest / 2, min(wanted, mm.RIGHT - widest / 2))


def signature(paper: OfficialPaper, *, closing: bool = True) -> list[Row]:
    """Closing, four lines for the hand, name and position on one axis; all of it stays on one sheet."""
    x = axis(paper)
    rows = []
    if closing and paper.closing:
        rows.append(on_axis(paper.closing, x, before=mm.BEFORE_12, bookmark="ลงนาม"))
    hand = mm.SIGNATURE_LINES * mm.LINE
    if paper.electronic:
        rows.append(on_axis(paper.electronic, x, height=hand / 2))
        hand /= 2
    bookmark = "" if rows else "ลงนาม"
    for place, line in enumerate((*_bracketed(paper), *map(numeral, paper.signer_lines))):
        rows.append(on_axis(line, x, height=hand if place == 0 else mm.LINE, bookmark=bookmark if place == 0 else ""))
    return rows


def _bracketed(paper: OfficialPaper) -> tuple[str, ...]:
    name = paper.signer_name or " " * 40
    return (f"({name})",)


def on_axis(
    text: str, x: float, *, height: float = mm.LINE, before: float = 0.0, keep: bool = True, bookmark: str = ""
) -> Row:
    """One line around x."""
    mark = Text(x, 0, text, mm.BODY_PT, align="centre", colour=mm.INK)
    return Row((mark,), height, before, keep, bookmark, text)


def owner(paper: OfficialPaper) -> list[Row]:
    """Bottom left: the unit that owns the matter, how to reach it, who gets a copy."""
    lines = [line for line in (paper.owner_unit, *paper.contact) if line]
    lines += [f"สำเนาส่ง  {paper.copies_to[0]}", *paper.copies_to[1:]] if paper.copies_to else []
    wide = mm.CENTRE + 25 - mm.LEFT
    broken = [part for line in lines for part in break_lines(line, mm.BODY_PT, wide)]
    return [text_row(line, before=mm.BEFORE_12 if place == 0 else 0.0) for place, line in enumerate(broken)]


def together(*parts: list[Row]) -> list[Row]:
    """Rows that stay on one sheet, down to the last."""
    rows = [row for part in parts for row in part]
    return [*(replace(row, keep=True) for row in rows[:-1]), replace(rows[-1], keep=False)]


def kept_with_body(body: list[Row], after: list[Row]) -> list[Row]:
    """The body with its last two lines bound to what comes after: a signature never stands alone on a sheet."""
    if not after:
        return body
    return [*body[:-2], *(replace(row, keep=True) for row in body[-2:])]
