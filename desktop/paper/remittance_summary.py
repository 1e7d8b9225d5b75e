"""สรุปใบนำส่งเงิน on A4: the slips of a day, what they come to by kind and method, and who answers for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.office.money import baht_text
from desktop.paper.money_sheets import (
    LEFT,
    RIGHT,
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
from desktop.paper.ops import Paper
from desktop.paper.pdf import to_pdf
from desktop.paper.remittance import RemittanceRow

_SLIPS = (LEFT, 31.0, 72.0, 113.0, 134.0, 153.0, 174.0, RIGHT)
_KINDS = (LEFT, 99.0, 123.0, 147.0, 171.0, RIGHT)


@dataclass(frozen=True)
class SlipRow:
    """`receipts`: its numbers in words; `words`: by which it is compared, and whether its money was received."""

    counter: str
    who: str
    receipts: str
    money: RemittanceRow
    words: str


@dataclass(frozen=True)
class SummaryPaper:
    """`notes`: what a reader must know beside the sums."""

    office_name: str
    facts: tuple[tuple[str, str], ...]
    made_at: datetime
    slips: tuple[SlipRow, ...]
    kinds: tuple[RemittanceRow, ...]
    notes: tuple[str, ...]
    signers: tuple[Signer, ...]


def summary_pdf(paper: SummaryPaper) -> bytes:
    heading = Heading(paper.office_name, "กองคลัง", "สรุปใบนำส่งเงิน", paper.facts)
    found = sheets(heading, list(_bands(paper)), signers(paper.signers))
    return to_pdf(Paper("สรุปใบนำส่งเงิน", paper.office_name, paper.made_at, found))


def _bands(paper: SummaryPaper) -> Iterator[Band]:
    heads = ("เคาน์เตอร์", "ผู้นำส่ง", "ใบเสร็จเลขที่", "เงินสด", "เช็ค", "เงินโอน", "รวม")
    yield title("ใบนำส่งของแต่ละเคาน์เตอร์")
    yield table_head(heads, _SLIPS, 3)
    for slip in paper.slips:
        yield table_row((slip.counter, slip.who, slip.receipts), _sums(slip.money), _SLIPS, ruled=False)
        yield note(slip.words, indent=17.5, ruled=True)
    if not paper.slips:
        yield table_row(("–", "ไม่มีใบนำส่ง", ""), (None, None, None, 0), _SLIPS)
    every = _total(tuple(slip.money for slip in paper.slips))
    yield table_row(("รวม", "", ""), _sums(every), _SLIPS, strong=True)
    sign = "ลบ " if every.all_satang < 0 else ""
    yield note(f"({sign}{baht_text(abs(every.all_satang))})")
    yield title("รวมตามประเภทรายรับ")
    yield table_head(("ประเภทรายรับ", "เงินสด", "เช็ค", "เงินโอน", "รวม (บาท)"), _KINDS, 1)
    for kind in paper.kinds:
        yield table_row((kind.name,), _sums(kind), _KINDS)
    yield table_row(("รวมทั้งสิ้น",), _sums(_total(paper.kinds)), _KINDS, strong=True)
    for words in paper.notes:
        yield note(words, red=True)


def _sums(row: RemittanceRow) -> tuple[int | None, ...]:
    return row.cash or None, row.cheque or None, row.transfer or None, row.all_satang


def _total(rows: tuple[RemittanceRow, ...]) -> RemittanceRow:
    return RemittanceRow(
        "", sum(row.cash for row in rows), sum(row.cheque for row in rows), sum(row.transfer for row in rows)
    )
