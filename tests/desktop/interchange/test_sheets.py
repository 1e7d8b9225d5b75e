"""Files of old registers: what they are, how they are written, and what is refused."""

import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.interchange.model import Book, Column, Reading
from desktop.interchange.sheets import lines_of, look_at
from desktop.office.errors import OfficeError
from tests.helpers.sheets import HEADINGS, LINES, csv_file, workbook


def test_a_workbook_is_understood_by_its_headings(tmp_path: Path) -> None:
    sheet = look_at(workbook(tmp_path / "รับ.xlsx"))
    assert (sheet.heading_line, sheet.headings, sheet.sheets) == (2, HEADINGS, ("ทะเบียนรับ ๒๕๖๘",))
    assert list(sheet.columns.values()) == [
        Column.NUMBER, Column.DAY, Column.BOOK_NUMBER, Column.LETTER_DATE, Column.FROM_PARTY, Column.TO_PARTY,
        Column.SUBJECT, Column.ACTION_TAKEN, Column.REMARKS,
    ]  # fmt: skip
    assert sheet.book is Book.INCOMING
    with lines_of(sheet) as lines:
        assert [number for number, _ in lines] == [3, 4, 5]


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [("utf-8", Reading.UTF_8), ("utf-8-sig", Reading.UTF_8), ("cp874", Reading.THAI), ("tis-620", Reading.THAI),
     ("utf-16", Reading.UTF_16)],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_the_encoding_it_was_saved_in(
    tmp_path: Path, encoding: str, guessed: Reading, delimiter: str
) -> None:
    sheet = look_at(csv_file(tmp_path / "รับ.csv", encoding, delimiter=delimiter))
    assert (sheet.encoding, sheet.delimiter, sheet.headings) == (guessed, delimiter, HEADINGS)
    with lines_of(sheet) as lines:
        assert [line[6] for _, line in lines] == [line[6] for line in LINES]


def test_an_outgoing_register_is_seen_as_one(tmp_path: Path) -> None:
    headings = ("เลขทะเบียนส่ง", "ส่งวันที่", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ")
    path = tmp_path / "ส่ง.csv"
    path.write_text(",".join(headings) + "\n1,3/1/2568,ชม 52301/1,3/1/2568,สป.,อำเภอ,ส่งรายงาน,,\n", "utf-8")
    assert look_at(path).book is Book.OUTGOING


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "interchange.no_sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "interchange.old_sheet"),
        (b"PK\x03\x04" + bytes(100), "interchange.torn_sheet"),
        (b'a,b\n"' + b"x" * 300_000, "interchange.torn_sheet"),
    ],
)
def test_what_is_no_register_is_said_to_be_none(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(OfficeError) as caught:
        _read(path)
    assert caught.value.code == code


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/sharedStrings.xml", bytes(260 << 20))
    with pytest.raises(OfficeError) as caught:
        look_at(path)
    assert caught.value.code == "interchange.too_large"


def test_entities_in_a_workbook_are_not_followed(tmp_path: Path) -> None:
    good, bad = workbook(tmp_path / "good.xlsx"), tmp_path / "bad.xlsx"
    trap = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                data = data.replace(b"<worksheet", trap.encode() + b"<worksheet", 1)
            new.writestr(part.filename, data)
    with pytest.raises(OfficeError) as caught:
        look_at(bad)
    assert caught.value.code == "interchange.torn_sheet"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_a_spoilt_workbook_is_read_or_refused_and_nothing_else(tmp_path: Path, seed: int, wounds: int) -> None:
    chance = random.Random(seed)
    data = bytearray(workbook(tmp_path / "รับ.xlsx").read_bytes())
    for _ in range(wounds):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = tmp_path / "spoilt.xlsx"
    path.write_bytes(data)
    _read_or_refused(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_nothing_else(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(data)
    _read_or_refused(path)


def _read_or_refused(path: Path) -> None:
    code = "interchange."
    try:
        _read(path)
    except OfficeError as error:
        code = error.code
    assert code.startswith("interchange.")


def _read(path: Path) -> None:
    with lines_of(look_at(path)) as lines:
        for _ in lines:
            pass
