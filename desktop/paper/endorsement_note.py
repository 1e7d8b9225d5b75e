"""An endorsement on the page as if by pen: its words, the name and post under them, and the day; sizes in mm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.office.dates import Digits, thai_date, thai_time
from desktop.paper.ops import Face, Line, Op, Paper, Sheet, Text
from desktop.paper.thai_text import MM_PER_POINT, break_lines, width_mm

MOST_WIDE_MM = 82.0
INK = "#1B3A93"
FLAW_INK = "#B3261E"
_SIZE_PT, _BLOCK_PT, _SMALL_PT = 16.0, 14.0, 11.0
_LEAD = 1.06
"""Lines of the official face stand this many times its size apart; Thai marks above and below still have room."""
_PAD_MM = 1.5
_FLAWED = "อยู่ระหว่างตรวจสอบอำนาจลงนาม"


@dataclass(frozen=True)
class EndorsementNote:
    """`block`: the lines under the signature, from the name in brackets to the post acted for; `at` is aware."""

    text: str
    block: tuple[str, ...]
    at: datetime
    digits: Digits = "thai"
    flawed: bool = False


@dataclass(frozen=True)
class DrawnNote:
    width_mm: float
    height_mm: float
    ops: tuple[Op, ...]

    def paper(self, note: EndorsementNote) -> Paper:
        """The note as a sheet that can be laid over a page."""
        author = note.block[0].strip("()") if note.block else ""
        return Paper("เกษียณ", author, note.at, (Sheet(self.width_mm, self.height_mm, self.ops),))


@dataclass(frozen=True)
class _Row:
    text: str
    size_pt: float
    face: Face = Face.REGULAR
    centred: bool = True
    colour: str = INK

    @property
    def width_mm(self) -> float:
        return width_mm(self.text, self.size_pt, self.face)

    @property
    def lead_mm(self) -> float:
        return self.size_pt * MM_PER_POINT * _LEAD


def draw_note(note: EndorsementNote) -> DrawnNote:
    """The note with its top left corner at 0, 0; as wide as its longest line."""
    said, below = _said(note), _below(note)
    block = max((row.width_mm for row in below), default=0.0)
    wide = max(*(row.width_mm for row in said), block, 30.0)
    middle = _PAD_MM + wide - block / 2
    ops: list[Op] = []
    y = _PAD_MM
    for row in (*said, *below):
        y += row.lead_mm
        baseline = y - row.lead_mm * 0.24
        if row.text:
            x = middle if row.centred else _PAD_MM
            ops.append(
                Text(x, baseline, row.text, row.size_pt, row.face, "centre" if row.centred else "left", row.colour)
            )
    height = y + _PAD_MM
    ops.append(Line(0.4, _PAD_MM, 0.4, height - _PAD_MM, 0.35, FLAW_INK if note.flawed else INK))
    return DrawnNote(wide + 2 * _PAD_MM, height, tuple(ops))


def _said(note: EndorsementNote) -> Sequence[_Row]:
    lines = break_lines(note.text, _SIZE_PT, MOST_WIDE_MM - 2 * _PAD_MM)
    return [_Row(line, _SIZE_PT, centred=False) for line in lines]


def _below(note: EndorsementNote) -> Sequence[_Row]:
    most = MOST_WIDE_MM - 2 * _PAD_MM
    lines = [line for one in note.block for line in break_lines(one, _BLOCK_PT, most)]
    moment = f"{thai_date(note.at, 'short', note.digits)} {thai_time(note.at, note.digits)}"
    rows = [*(_Row(line, _BLOCK_PT) for line in lines), _Row(moment, _SMALL_PT)]
    return [*rows, _Row(_FLAWED, _SMALL_PT, Face.BOLD, colour=FLAW_INK)] if note.flawed else rows
