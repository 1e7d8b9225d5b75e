"""The control register on paper: every book on a sheet, nothing beyond its edges, Thai figures, codes as they are."""

from datetime import UTC, datetime

from desktop.paper.control_register import (
    HEAD,
    HEIGHT_MM,
    ROWS_A_SHEET,
    WIDTH_MM,
    RegisterPaper,
    RegisterRow,
    register_pdf,
    register_sheets,
)
from desktop.paper.ops import Text

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)


def paper(rows: int) -> RegisterPaper:
    cells = ("12", "551-600", "C1", "21 พ.ย. 2569", "กำลังใช้", "49", "1", "-", "-", "-", "หมายเหตุที่ยาวมาก " * 8)
    one = tuple(RegisterRow(cells, odd=number == 1) for number in range(rows))
    return RegisterPaper("เทศบาลเมืองตัวอย่าง", "ทะเบียนคุมใบเสร็จรับเงิน", "ปีงบประมาณ 2570", one, ("ใช้แล้ว 49",), NOW)


def words(of: RegisterPaper) -> list[list[Text]]:
    return [[op for op in sheet.ops if isinstance(op, Text)] for sheet in register_sheets(of)]


def test_figures_are_thai_and_the_holder_s_code_is_as_on_his_receipts() -> None:
    said = {op.text for op in words(paper(1))[0]}
    assert {"๕๕๑-๖๐๐", "C1", "ปีงบประมาณ ๒๕๗๐", *HEAD} <= said


def test_nothing_leaves_the_sheet_and_books_fill_as_many_as_they_need() -> None:
    sheets = words(paper(ROWS_A_SHEET * 2 + 1))
    assert len(sheets) == 3
    for sheet in sheets:
        assert all(0 < op.x_mm < WIDTH_MM and 0 < op.y_mm < HEIGHT_MM for op in sheet)
    assert [any(op.text == "ผู้ตรวจสอบ" for op in sheet) for sheet in sheets] == [False, False, True]


def test_an_empty_register_is_a_sheet_that_says_so() -> None:
    assert any(op.text == "ยังไม่มีเล่มที่จ่าย" for op in words(paper(0))[0])
    assert register_pdf(paper(0)).startswith(b"%PDF")
