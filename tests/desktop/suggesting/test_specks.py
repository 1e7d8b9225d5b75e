"""What specks, touching figures and lost letters make of numbers, days and names is read as it was meant."""

from datetime import date

import pytest

from desktop.reading.model import Box
from desktop.suggesting.codes import provinces_in
from desktop.suggesting.days import days_in
from desktop.suggesting.model import Field, Place, Suggestion
from desktop.suggesting.numbers import read_number
from desktop.suggesting.senders import learned
from desktop.suggesting.years import years_mended

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("คค ๐๖๐๖๔,๑/ว ๖๐๒", "คค ๐๖๐๖๔.๑/ว ๖๐๒"),
        ("อว ๐๖๕๔.(๔)/๖๒๒๒", "อว ๐๖๕๔(๔)/๖๒๒๒"),
        ("ฑชม ๕๒๓๐๑.๘/๑๔๑๘", "ชม ๕๒๓๐๑.๘/๑๔๑๘"),
        ("ชม ๐๗๓.๗/๕๒๐๓", "ชม ๐๗๓๗/๕๒๐๓"),
        ("ชม ๕๒๓๐๑.๑/๙๙๗ ย ๐", "ชม ๕๒๓๐๑.๑/๙๙๗"),
        ("รอ ๗ซ๑๘๙/ว ๑๐๗๖", "รอ ๗๗๑๘๙/ว ๑๐๗๖"),
        ("ชม 0023.3/ว 2901", "ชม 0023.3/ว 2901"),
        ("ชม 52301:2/517", "ชม 52301.2/517"),
        ("ชม ๕๒๓.๐๑.๕/๕๗๔", "ชม ๕๒๓๐๑.๕/๕๗๔"),
        ("ชม ๕๒๓๐๑.@/๔๐", "ชม ๕๒๓๐๑.๘/๔๐"),
        ("ชม 5230ไ.5/60ไ", "ชม 52301.5/601"),
        ("ตร ๕๓๒๒๗/ง ๗๙๗๕", "ตร ๕๓๒๒๗/ว ๗๙๗๕"),
    ],
)
def test_a_number_is_what_its_grammar_allows(read: str, meant: str) -> None:
    found = read_number(read)
    assert found is not None
    assert found.value == meant


@pytest.mark.parametrize(
    ("read", "page", "meant"),
    [
        ("อด 0027.2/ว 10", "สำนักงานแรงงานจังหวัดอุตรดิตถ์", "อต 0027.2/ว 10"),
        ("อด 0027.2/ว 10", "สำนักงานแรงงานจังหวัดอุดรธานี", "อด 0027.2/ว 10"),
        ("อด 0027.2/ว 10", "สำนักงานแรงงาน", "อด 0027.2/ว 10"),
        ("พนท ๕๓๒๘๒/๙", "อำเภอเมือง จังหวัดพัทลง", "พท ๕๓๒๘๒/๙"),
    ],
)
def test_a_code_is_that_of_the_province_of_which_the_letter_speaks(read: str, page: str, meant: str) -> None:
    found = read_number(read, provinces_in(page))
    assert found is not None
    assert found.value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("เดือนพฤศจิกายน ๒๔๖๙", "เดือนพฤศจิกายน ๒๕๖๙"),
        ("ครั้งที่ ๑๑/๒๘๖๙", "ครั้งที่ ๑๑/๒๕๖๙"),
        ("พ.ศ. 2570ก", "พ.ศ. 2570"),
        ("พ.ศ. ๒๖๖๙", "พ.ศ. ๒๕๖๙"),
        ("พ.ศ. ๒๕๖๒", "พ.ศ. ๒๕๖๒"),
        ("ฉบับ พ.ศ. ๒๔๗๗", "ฉบับ พ.ศ. ๒๔๗๗"),
        ("ลงวันที่ ๕ มกราคม ๒๕๓๕", "ลงวันที่ ๕ มกราคม ๒๕๓๕"),
        ("รหัส ๒๔๖๙", "รหัส ๒๔๖๙"),
    ],
)
def test_a_year_in_words_is_one_that_letters_speak_of(read: str, meant: str) -> None:
    assert years_mended(read, TODAY).text == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("12 พฤศจิกายน 2.569", date(2026, 11, 12)),
        ("๒๗ . กรกฎาคม ๒๕๖๙", date(2026, 7, 27)),
        ("๒๙ ตเค. ๒๕๖๙", date(2026, 10, 29)),
        ("๖ มี.ค. ๒๕๖๙", date(2026, 3, 6)),
        ("๑๖ พ.ก. ๒๕๖๙", date(2026, 5, 16)),
        ("วันที่ 6 ๓ตุลาคม 2569", date(2026, 10, 6)),
    ],
)
def test_a_day_is_read_among_specks(read: str, meant: date) -> None:
    assert [one.day for one in days_in(read, TODAY)] == [meant]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("กองช่าง เทศบาลเมืองแม่เหียะ", "กองช่าง เทศบาลเมืองแม่เหียะ"),
        ("สำนักงานคลังจังหวัดเพชรบุรี", "สำนักงานคลังจังหวัดเพชรบุรี"),
        ("สำนักงานคลังจังหวัดสุพรรณบรี", "สำนักงานคลังจังหวัดสุพรรณบุรี"),
        ("กองการศกษา เทศบาลเมืองแม่เทียะ", "กองการศึกษา เทศบาลเมืองแม่เหียะ"),
    ],
)
def test_a_sender_is_a_known_one_only_where_letters_were_misread(read: str, meant: str) -> None:
    known = learned([("ชม 52301.8/1", "กองการศึกษา เทศบาลเมืองแม่เหียะ", 3), ("สพ 0003.1/2", "สำนักงานคลังจังหวัดสุพรรณบุรี", 2)])
    place = Place(0, Box(30, 50, 60, 5))
    said = (Suggestion(Field.BOOK_NUMBER, "ชม 52301.8/77", place, 0.7), Suggestion(Field.FROM_PARTY, read, place, 0.7))
    found = {one.field: one.value for one in known.correct(said if read.startswith("กอง") else said[1:])}
    assert found[Field.FROM_PARTY] == meant
