"""The mark of a secret paper, in red above and below each page (rule on official secrets B.E. 2544), 90 x 18 mm."""

from desktop.office.secrecy import Secrecy
from desktop.paper.ops import Face, Op, Text

WIDTH_MM, HEIGHT_MM = 90.0, 18.0
_RED = "#B3261E"
_MARKS = {Secrecy.SECRET: "ลับ", Secrecy.VERY_SECRET: "ลับมาก"}
"""As papers bear it, whatever language the screen speaks."""


def mark_ops(secrecy: Secrecy, small_print: str = "") -> tuple[Op, ...]:
    """The mark, and under it in small print who reads the page; nothing for what is no secret."""
    if secrecy not in _MARKS:
        return ()
    middle = WIDTH_MM / 2
    mark = Text(middle, 10, _MARKS[secrecy], 32, Face.BOLD, "centre", _RED)
    who = Text(middle, 16, small_print, 10, align="centre", colour=_RED)
    return (mark, who) if small_print else (mark,)
