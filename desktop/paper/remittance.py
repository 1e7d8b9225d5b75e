"""ใบนำส่งเงิน on A4: what came, by which receipts, what was in the drawer, and who answers for it with their hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.office.money import baht_text, format_baht
from desktop.paper.money_sheets import (
    ACCENT,
    INK,
    LEFT,
    QUIET,
    RED,
    RIGHT,
    TINT,
    Band,
    Heading,
    Signer,
    note,
    sheets,
    signers,
    table_head,
    table_row,
    title,
)
from desktop.paper.ops import Face, Line, Op, Paper, Rect, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import fitting_size_pt

_EDGES = (LEFT, 99.0, 123.0, 147.0, 171.0, RIGHT)
_HALF = 108.0
_PITCH = 5.8


@dataclass(frozen=True)
class RemittanceRow:
    """A kind of revenue: in cash, in cheques, by transfer; satang."""

    name: str
    cash: int
    cheque: int
    transfer: int

    @property
    def all_satang(self) -> int:
        return self.cash + self.cheque + self.transfer


@dataclass(frozen=True)
class RemittancePaper:
    """`receipts`, `marks` (voids, reprints) and `events` (outages, hand-overs) are lines as they are read.

    `drawer` is name and satang, line by line; `pieces` what was counted: name, how many, satang. `odd`: something that
    a person must look at, in words.
    """

    office_name: str
    counter: str
    facts: tuple[tuple[str, str], ...]
    made_at: datetime
    rows: tuple[RemittanceRow, ...]
    receipts: tuple[str, ...]
    marks: tuple[str, ...]
    drawer: tuple[tuple[str, int], ...]
    difference_satang: int
    explanation: str
    pieces: tuple[tuple[str, int, int], ...]
    events: tuple[str, ...]
    words: tuple[str, ...]
    signers: tuple[Signer, ...]
    odd: str = ""

    @property
    def total_satang(self) -> int:
        return sum(row.all_satang for row in self.rows)


def remittance_pdf(paper: RemittancePaper) -> bytes:
    """The same slip gives the same bytes."""
    heading = Heading(paper.office_name, f"ศูนย์บริการ เคาน์เตอร์ {paper.counter}", "ใบนำส่งเงิน", paper.facts)
    bands = [*_odd(paper), *_money(paper), *_receipts(paper), *_drawer(paper), *_events(paper), _words(paper)]
    found = sheets(heading, bands, signers(paper.signers))
    return to_pdf(Paper(f"ใบนำส่งเงิน {paper.counter}", paper.office_name, paper.made_at, found))


def _odd(paper: RemittancePaper) -> Iterator[Band]:
    if paper.odd:
        yield note(paper.odd, red=True)


def _money(paper: RemittancePaper) -> Iterator[Band]:
    yield table_head(("ประเภทรายรับ", "เงินสด", "เช็ค", "เงินโอน", "รวม (บาท)"), _EDGES, 1)
    for row in paper.rows:
        yield table_row(
            (row.name,), (row.cash or None, row.cheque or None, row.transfer or None, row.all_satang), _EDGES
        )
    if not paper.rows:
        yield table_row(("ไม่มีรายรับในรอบนี้",), (None, None, None, 0), _EDGES)
    methods = [sum(getattr(row, name) for row in paper.rows) for name in ("cash", "cheque", "transfer")]
    yield table_row(("รวมนำส่งทั้งสิ้น",), (*methods, paper.total_satang), _EDGES, strong=True)
    sign = "ลบ " if paper.total_satang < 0 else ""
    yield note(f"({sign}{baht_text(abs(paper.total_satang))})")


def _receipts(paper: RemittancePaper) -> Iterator[Band]:
    yield title("ใบเสร็จรับเงิน")
    for words in paper.receipts:
        yield note(words)
    for words in paper.marks:
        yield note(words, indent=5)


def _drawer(paper: RemittancePaper) -> Iterator[Band]:
    """The drawer at the left, what was counted at the right: one band, because they are read together."""
    ops: list[Op] = [
        Text(LEFT, 7, "เงินสดในลิ้นชัก", 16, Face.BOLD, colour=ACCENT),
        Text(_HALF + 4, 7, "ตรวจนับตามชนิด", 16, Face.BOLD, colour=ACCENT),
    ]
    y = 13.5
    for name, satang in paper.drawer:
        size = fitting_size_pt(name, 14, 58)
        ops.append(Text(LEFT + 1.5, y, name, size, colour=INK))
        ops.append(Text(_HALF - 6, y, format_baht(satang), 14, align="right", colour=INK))
        y += _PITCH
    odd = paper.difference_satang != 0
    ops.append(Line(LEFT, y - 4, _HALF - 4, y - 4, 0.3, ACCENT))
    ops.append(Text(LEFT + 1.5, y + 1, "ผลต่าง (ขาด / เกิน)", 15, Face.BOLD, colour=RED if odd else INK))
    difference = format_baht(paper.difference_satang)
    ops.append(Text(_HALF - 6, y + 1, difference, 15, Face.BOLD, "right", RED if odd else INK))
    left_end = y + 4
    y = 13.5
    for name, number, satang in paper.pieces:
        ops.append(Text(_HALF + 5.5, y, name, 14, colour=INK))
        ops.append(Text(150, y, f"{number:,}", 14, align="right", colour=INK))
        ops.append(Text(RIGHT - 1.5, y, format_baht(satang), 14, align="right", colour=INK))
        y += _PITCH
    ops.append(Line(_HALF + 4, y - 4, RIGHT, y - 4, 0.3, ACCENT))
    counted = sum(satang for _, _, satang in paper.pieces)
    ops.append(Text(_HALF + 5.5, y + 1, "นับได้", 15, Face.BOLD, colour=INK))
    ops.append(Text(RIGHT - 1.5, y + 1, format_baht(counted), 15, Face.BOLD, "right", INK))
    yield Band(max(left_end, y + 4), tuple(ops))
    if paper.explanation:
        yield note(paper.explanation, red=odd)


def _events(paper: RemittancePaper) -> Iterator[Band]:
    if paper.events:
        yield title("เหตุการณ์ในรอบ")
    for words in paper.events:
        yield note(words)


def _words(paper: RemittancePaper) -> Band:
    said = "  ".join(paper.words)
    return Band(
        20,
        (
            Rect(LEFT, 4, RIGHT - LEFT, 14, 0.3, ACCENT, TINT, 1.2),
            Text(LEFT + 3, 9.3, "คำตรวจสอบ (อ่านเทียบกันสองฉบับ ถ้าคำไม่ตรง ข้อมูลไม่ตรง)", 12, colour=QUIET),
            Text(LEFT + 3, 15.6, said, fitting_size_pt(said, 17, RIGHT - LEFT - 6, Face.BOLD), Face.BOLD, colour=INK),
        ),
    )
