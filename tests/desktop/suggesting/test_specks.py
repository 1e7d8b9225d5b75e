"""What specks, touching figures and lost letters make of numbers, days and names is read as it was meant."""

from datetime import date

import pytest

from desktop.reading.model import Box
from desktop.suggesting.days import days_in
from desktop.suggesting.model import Field, Place, Suggestion
from desktop.suggesting.numbers import read_number
from desktop.suggesting.senders import learned

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
    ],
)
def test_a_number_is_what_its_grammar_allows(read: str, meant: str) -> None:
    found = read_number(read)
    assert found is not None
    assert found.value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("12 พฤศจิกายน 2.569", date(2026, 11, 12)),
        ("๒๗ . กรกฎาคม ๒๕๖๙", date(2026, 7, 27)),
        ("๒๙ ตเค. ๒๕๖๙", date(2026, 10, 29)),
        ("๖ มี.ค. ๒๕๖๙", date(2026, 3, 6)),
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
