"""The control register for other programs: every run of numbers as CSV, with the mark that tells spreadsheets UTF-8."""

import csv
import io

from desktop.office.dates import thai_date
from desktop.registers import words
from desktop.registers.model import RegisterAccount

HEAD = ("ทะเบียน", "ปี", "เล่มที่", "ตั้งแต่เลข", "ถึงเลข", "จำนวน", "สถานะ", "ผู้ถือ", "วันที่จ่าย", "เหตุ", "ผู้รับรอง")


def to_csv(account: RegisterAccount) -> bytes:
    """A line for each run of each book, and for runs outside of all books; UTF-8 with BOM, CRLF."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(HEAD)
    place = (words.short(account), account.year_be)
    for one in account.books:
        book = one.book
        given = thai_date(book.leased_at, "numeric", "arabic")
        for run in one.runs:
            fate = (words.FATES[run.fate], book.holder, given, words.reason(run.reason), run.by)
            out.writerow((*place, book.book_no or "", run.lo, run.hi, run.size, *fate))
    inside = {n for one in account.books for n in range(one.book.lo, one.book.hi + 1)}
    for run in account.runs:
        if not inside.issuperset(range(run.lo, run.hi + 1)) and inside.isdisjoint(range(run.lo, run.hi + 1)):
            row = (words.FATES[run.fate], "", "", words.reason(run.reason), run.by)
            out.writerow((*place, "", run.lo, run.hi, run.size, *row))
    return b"\xef\xbb\xbf" + text.getvalue().encode()
