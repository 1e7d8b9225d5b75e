"""Where the blanks of a pre-printed sheet are: data, because every office's stock is printed otherwise."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from desktop.paper.ops import Align, Face


@dataclass(frozen=True)
class Blank:
    """A place to write on, the baseline of its first line at x, y; words are made smaller until `lines` of them fit."""

    x_mm: float
    y_mm: float
    most_mm: float
    size_pt: float
    align: Align = "left"
    bold: bool = False
    lines: int = 1
    pitch_mm: float = 6.0

    @property
    def face(self) -> Face:
        return Face.BOLD if self.bold else Face.REGULAR


@dataclass(frozen=True)
class CodeBlank:
    x_mm: float
    y_mm: float
    side_mm: float


@dataclass(frozen=True)
class StockForm:
    """`rows` lines of the table, `row_pitch_mm` apart, the first baseline at `rows_top_mm`; the blanks of the columns
    stand at y 0 above their row."""

    width_mm: float
    height_mm: float
    book_no: Blank
    number: Blank
    date: Blank
    reprint: Blank
    payer: Blank
    address: Blank
    replaces: Blank
    rows_top_mm: float
    row_pitch_mm: float
    rows: int
    item_no: Blank
    description: Blank
    quantity: Blank
    amount: Blank
    total: Blank
    baht_text: Blank
    method: Blank
    cashier: Blank
    position: Blank
    page: Blank
    serial: Blank
    code: CodeBlank


@cache
def shipped() -> StockForm:
    """The sheet that comes with the program: A5 upright, its blanks where our own A5 receipt has them."""
    import msgspec

    file = Path(str(resources.files("resources"))) / "papers" / "receipt_stock.json"
    return msgspec.json.decode(file.read_bytes(), type=StockForm)
