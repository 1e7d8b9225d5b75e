"""Tables for other programs: numbers and days as such, Thai headings, and no text that a spreadsheet would run."""

import csv
import io
from datetime import UTC, date, datetime
from threading import Event
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.paper.exporting import to_csv, to_xlsx
from desktop.paper.form_pdf import Stopped
from desktop.paper.table import DayBand, FormTable, GapBand, TableColumn, TableRow

COLUMNS = (
    TableColumn("เลขทะเบียนรับ", 20),
    TableColumn("ลงวันที่", 20),
    TableColumn("เรื่อง", 60),
    TableColumn("หมายเหตุ", 20),
    TableColumn("รับเมื่อ", 0),
)
AT = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
DAY = date(2026, 11, 2)
TABLE = FormTable(
    "ทะเบียนหนังสือรับ",
    (),
    COLUMNS,
    (
        DayBand(DAY),
        TableRow((101, DAY, "ขอเชิญ, ประชุม", "", AT)),
        GapBand(102, 103, "ยกเลิกเลข"),
        TableRow((104, None, '=HYPERLINK("http://x")', "-", AT)),
        TableRow((105, None, "+66 53 000000", "@ชื่อ", AT)),
        TableRow((106, None, "ปกติ\x07", "-1", AT)),
    ),
)


def sheet() -> Any:
    return load_workbook(io.BytesIO(to_xlsx(TABLE))).active


def test_csv_is_utf8_with_its_mark_iso_days_and_a_column_in_thai_years() -> None:
    made = to_csv(TABLE)
    assert made.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in made
    lines = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert lines[0] == ["เลขทะเบียนรับ", "ลงวันที่", "ลงวันที่ (พ.ศ.)", "เรื่อง", "หมายเหตุ", "รับเมื่อ", "รับเมื่อ (พ.ศ.)"]
    stamp = ["2026-11-11 09:14", "11 พ.ย. 2569 09.14 น."]
    assert lines[1] == ["101", "2026-11-02", "02/11/2569", "ขอเชิญ, ประชุม", "", *stamp]
    assert lines[2] == ["102-103", "", "", "", "ยกเลิกเลข", "", ""]


def test_csv_tames_what_a_spreadsheet_would_take_for_a_formula() -> None:
    lines = list(csv.reader(io.StringIO(to_csv(TABLE).decode("utf-8-sig"))))
    assert [row[3] for row in lines[3:]] == ['\'=HYPERLINK("http://x")', "'+66 53 000000", "ปกติ"]
    assert [row[4] for row in lines[3:]] == ["-", "'@ชื่อ", "'-1"]


def test_xlsx_has_numbers_as_numbers_and_days_as_days_of_the_thai_calendar() -> None:
    cells = list(sheet().iter_rows())
    assert [cell.value for cell in cells[0]] == [column.head for column in COLUMNS]
    number, day, subject, _, at = cells[1]
    assert (number.value, number.data_type) == (101, "n")
    assert (day.value.date(), day.is_date, day.number_format) == (DAY, True, "[$-107041E]d mmm yyyy;@")
    assert subject.value == "ขอเชิญ, ประชุม"
    assert at.value == datetime(2026, 11, 11, 9, 14)
    assert cells[2][0].value == "102-103"


def test_xlsx_holds_formulas_as_the_texts_that_they_are() -> None:
    cells = list(sheet().iter_rows())
    assert [(row[2].value, row[2].data_type) for row in cells[3:]] == [
        ('=HYPERLINK("http://x")', "s"),
        ("+66 53 000000", "s"),
        ("ปกติ", "s"),
    ]


@pytest.mark.parametrize("make", [to_csv, to_xlsx])
def test_it_tells_how_far_it_is_and_can_be_stopped(make: Any) -> None:
    told: list[tuple[int, int]] = []
    make(TABLE, lambda done, total: told.append((done, total)), None)
    assert told[-1] == (6, 6)
    ended = Event()
    ended.set()
    with pytest.raises(Stopped):
        make(TABLE, lambda done, total: None, ended)
