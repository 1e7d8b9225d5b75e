"""The bank's statement: read once whatever it is called, matched with bills, and never a receipt too many."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sqlcipher3

from desktop.application import Office
from desktop.cashier.bill_model import BillState
from desktop.cashier.model import Method
from desktop.cashier.statement_model import Fit, Match
from desktop.cashier.statement_rules import references_in
from desktop.cashier.statements import Statements
from desktop.interchange.statements import Looked, look, read
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.desktop.cashier.test_billing import desk, held, make, office
from tests.helpers.desk import person

__all__ = ["desk", "office"]
TODAY = date(2026, 11, 11)
HEADINGS = ("วันที่", "รายการ", "ถอน", "ฝาก", "คงเหลือ")


def written(path: Path, lines: Sequence[Sequence[Any]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([("ธนาคารกรุงไทย", "เลขที่บัญชี 000-0-00000-0"), HEADINGS, *lines])
    return path


def line(satang_text: str, words: str, day: str = "11/11/2569") -> tuple[str, ...]:
    return (day, words, "", satang_text, "9,999.00")


@pytest.fixture
def statements(office: Office) -> Statements:
    return office.bills.statements(person(office, "piyada"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def fits(statements: Statements) -> list[Fit]:
    return [match.fit for match in statements.matches()]


def only(statements: Statements) -> Match:
    (match,) = statements.matches()
    return match


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_what_came_in_is_read_in_every_encoding(folder: Path, encoding: str) -> None:
    out, total = ("11/11/2569", "ค่าธรรมเนียม", "10.00", "", "9.00"), ("", "รวม", "", "1", "")
    lines = [line("960.00", "รับชำระ 7000000013"), out, total]
    found = read(written(folder / "s.csv", lines, encoding), TODAY)
    assert [(one.day, one.satang) for one in found.lines] == [(TODAY, 960_00)]
    assert "7000000013" in found.lines[0].words


def test_a_workbook_says_the_same(folder: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEADINGS, (date(2026, 11, 11), "รับชำระ 7000000013", None, 960, 1), (date(2026, 11, 11), "ถอน", 5)):
        book.worksheets[0].append(row)
    book.save(folder / "s.xlsx")
    found = read(folder / "s.xlsx", TODAY)
    assert [(one.day, one.satang) for one in found.lines] == [(TODAY, 960_00)]


def test_the_same_file_twice_changes_nothing_and_one_that_overlaps_adds_only_what_is_new(
    folder: Path, statements: Statements
) -> None:
    first = read(written(folder / "a.csv", [line("60.00", "ก"), line("60.00", "ก"), line("70.00", "ข")]), TODAY)
    assert statements.take(first).fresh == 3
    assert (statements.take(first).fresh, statements.take(first).known) == (0, 3)
    longer = [line("60.00", "ก"), line("60.00", "ก"), line("70.00", "ข"), line("80.00", "ค")]
    assert statements.take(read(written(folder / "b.csv", longer), TODAY)).fresh == 1
    assert len(statements.matches()) == 4


@pytest.mark.parametrize(
    "days", [("11/11/2569 09:10:05", "11/11/2569 15:30"), ("๑๑/๑๑/๒๕๖๙ ๐๙:๑๐", "11/11/2569 15.30 น.")]
)
def test_two_alike_of_one_day_are_two_by_their_time(folder: Path, statements: Statements, days: Sequence[str]) -> None:
    """A bank's file of the morning and one of the afternoon; the time stands with the day, in one cell."""
    for place, day in enumerate(days):
        found = read(written(folder / f"{place}.csv", [line("60.00", "โอนเข้า", day)]), TODAY)
        assert [(one.day, one.satang) for one in found.lines] == [(TODAY, 60_00)]
        assert (statements.take(found).fresh, statements.take(found).fresh) == (1, 0)
    assert len(statements.matches()) == 2


def test_a_workbook_s_sums_are_read_as_it_shows_them(folder: Path) -> None:
    book = openpyxl.Workbook()
    moment = datetime(2026, 11, 11, 9, 10, 5)
    for row in (HEADINGS, (moment, "โอน", None, 0.1 + 0.2, 1), (moment, "โอน", None, 1234.57, 1)):
        book.worksheets[0].append(row)
    book.save(folder / "s.xlsx")
    found = read(folder / "s.xlsx", TODAY)
    assert [one.satang for one in found.lines] == [30, 1234_57]
    assert all(one.words.startswith("09:10:05 ") for one in found.lines)


def test_a_bill_is_found_by_its_reference_and_paid_by_one_press(
    folder: Path, office: Office, statements: Statements
) -> None:
    bill = make(office)
    words = f"BILL PAYMENT REF1{bill.reference}REF220261211"
    statements.take(read(written(folder / "a.csv", [line("960.00", words)]), TODAY))
    match = only(statements)
    assert (match.fit, match.bill) == (Fit.EXACT, bill)
    receipt = statements.confirm(match)
    assert (receipt.method, receipt.total_satang) == (Method.TRANSFER, 960_00)
    assert held(office, bill).state is BillState.PAID
    assert fits(statements) == [Fit.DONE]
    with pytest.raises(OfficeError, match="cashier.statement_no_match"):
        statements.confirm(match)


def test_a_transfer_that_was_waited_for_is_confirmed_by_its_line(
    folder: Path, office: Office, statements: Statements, desk: Desk
) -> None:
    bill = make(office)
    payment = office.bills.paying(person(office, "piyada")).hold(bill.id)
    statements.take(read(written(folder / "a.csv", [line("960.00", bill.reference)]), TODAY))
    statements.confirm(only(statements))
    assert [one.id for one in office.bills.queries.payments(bill.id)] == [payment.id]
    assert desk.reader.rows("SELECT how FROM payment_word") == [("statement",)]


def test_what_does_not_fit_is_never_a_receipt(folder: Path, office: Office, statements: Statements) -> None:
    one, paid = make(office), make(office, payer="นายสอง")
    office.bills.paying(person(office, "piyada")).pay(paid.id)
    lines = [line("959.00", one.reference), line("960.00", paid.reference), line("123.00", "ไม่รู้จัก")]
    statements.take(read(written(folder / "a.csv", lines), TODAY))
    assert sorted(fits(statements)) == [Fit.NONE, Fit.OTHER_SUM, Fit.PAID]
    for match in statements.matches():
        with pytest.raises(OfficeError, match="cashier.statement_no_match"):
            statements.confirm(match)


def test_a_sum_of_one_open_bill_is_likely_and_of_two_is_nobodys(
    folder: Path, office: Office, statements: Statements
) -> None:
    make(office)
    statements.take(read(written(folder / "a.csv", [line("960.00", "โอนจาก นายบุญมี")]), TODAY))
    assert fits(statements) == [Fit.LIKELY]
    make(office, payer="นายสอง")
    assert fits(statements) == [Fit.NONE]
    statements.leave(only(statements), "เงินคืนภาษี")
    assert statements.matches() == ()


def test_a_line_is_confirmed_for_the_bill_that_was_shown_and_for_no_other(
    folder: Path, office: Office, statements: Statements
) -> None:
    """The bill of that sum was paid at the counter meanwhile, and another of the same sum was made."""
    shown = make(office)
    statements.take(read(written(folder / "a.csv", [line("960.00", "โอนจาก นายบุญมี")]), TODAY))
    match = only(statements)
    assert (match.fit, match.bill) == (Fit.LIKELY, shown)
    office.bills.paying(person(office, "piyada")).pay(shown.id)
    other = make(office, payer="นายสอง")
    with pytest.raises(OfficeError, match="cashier.statement_no_match"):
        statements.confirm(match)
    assert held(office, other).state is BillState.OPEN
    assert only(statements).bill == other


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([("11/11/2569", "รับชำระ")], "cashier.statement_torn"),
        ([line("9x0.00", "รับชำระ")], "cashier.statement_torn"),
        ([("11/11/2569", "ถอน", "5.00", "", "1.00")], "cashier.statement_empty"),
    ],
)
def test_a_torn_file_is_told_with_its_line_and_nothing_is_taken(
    folder: Path, lines: list[tuple[str, ...]], code: str
) -> None:
    with pytest.raises(OfficeError, match=code) as told:
        read(written(folder / "a.csv", lines), TODAY)
    assert told.value.describe("th")[0]
    if code.endswith("torn"):
        assert told.value.subject == {"line": 3}


def test_bytes_of_no_encoding_are_told(folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes("วันที่,รายการ,ฝาก\n11/11/2569,".encode("cp874") + b"\xfc\xfd\xfe,60.00\n")
    with pytest.raises(OfficeError, match="cashier.statement_torn"):
        read(path, TODAY)


def test_unknown_headings_are_asked_about_once(folder: Path, statements: Statements) -> None:
    path = folder / "a.csv"
    path.write_text("เมื่อ,ใคร,เท่าไร\n11/11/2569,นาย ก,60.00\n", "utf-8")
    assert look(path, TODAY) == Looked(1, ("เมื่อ", "ใคร", "เท่าไร"), None, (("11/11/2569", "นาย ก", "60.00"),))
    with pytest.raises(OfficeError, match="cashier.statement_columns"):
        read(path, TODAY)
    headings = ("เมื่อ", "ใคร", "เท่าไร")
    assert statements.columns(headings) is None
    statements.remember(headings, {"day": 0, "amount": 2})
    assert [one.satang for one in read(path, TODAY, look(path, TODAY, statements.columns)).lines] == [60_00]


@pytest.mark.parametrize(
    ("headings", "cut", "is_torn"),
    [
        (HEADINGS, "11/11/2569,รับชำระ,,960.00,9", False),
        (HEADINGS, "11/11/2569,รับชำระ,,960.0", True),
        (("วันที่", "รายการ", "ฝาก"), "11/11/2569,รับชำระ,960.00", False),
        (("วันที่", "รายการ", "ฝาก"), "11/11/2569,รับชำระ,96", True),
    ],
)
def test_a_sum_that_may_be_cut_off_is_never_taken_for_a_smaller_one(
    folder: Path, headings: tuple[str, ...], cut: str, is_torn: bool
) -> None:
    """The disk was pulled, or the download ended: the file stops in the middle of its last line."""
    path = folder / "a.csv"
    path.write_bytes(f"{','.join(headings)}\n{cut}".encode("cp874"))
    if is_torn:
        with pytest.raises(OfficeError, match="cashier.statement_torn") as told:
            read(path, TODAY)
        assert told.value.subject == {"line": 2}
    else:
        assert [one.satang for one in read(path, TODAY).lines] == [960_00]


def test_a_crash_while_a_line_is_confirmed_leaves_no_receipt_for_the_next_bill_of_that_sum(
    folder: Path, office: Office, statements: Statements, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Receipt and tick are one: else the line would seem to be money for another bill."""
    make(office)
    statements.take(read(written(folder / "a.csv", [line("960.00", "โอนจาก นายบุญมี")]), TODAY))
    match = only(statements)
    monkeypatch.setattr("desktop.cashier.statements._SETTLE", "UPDATE no_such_table SET a = ?, b = ? WHERE c = ?")
    with pytest.raises(sqlcipher3.OperationalError, match="no_such_table"):
        statements.confirm(match)
    monkeypatch.undo()
    assert desk.reader.rows("SELECT count(*) FROM receipt") == [(0,)]
    statements.confirm(match)
    make(office, payer="นายสอง")
    assert fits(statements) == [Fit.DONE]


def test_references_are_found_in_what_banks_write() -> None:
    assert references_in("REF 7000000013 ABC") == ("7000000013",)
    assert "7000000013" in references_in("0117000000013202612")
    assert references_in("เลขที่ 7000000014 และ 12345") == ()
