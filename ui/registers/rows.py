"""Books, runs of numbers and papers to stamp as lines of lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.letters.model import ToStamp
from desktop.letters.rules import padded
from desktop.office.dates import local_date
from desktop.office.series import (
    BILLS,
    CASES,
    CENTRAL,
    CERTIFICATES,
    INCOMING,
    PAPER_BOOKS,
    is_money,
    register_of,
    unit_of,
)
from desktop.registers.model import BookAccount, Fate, RegisterAccount, Run, State
from desktop.registers.words import reason
from ui.kit import register_words
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


@dataclass(frozen=True)
class BookRow:
    """A book with the register that it is in."""

    register: RegisterAccount
    one: BookAccount


def state_badge(state: State) -> Badge:
    known = {
        State.LEASED: Badge(translate("Registers", "ยังไม่ใช้"), "neutral", bare=True),
        State.OPEN: Badge(translate("Registers", "กำลังใช้"), "info", "register"),
        State.EXHAUSTED: Badge(translate("Registers", "ใช้หมด"), "ready", "check", bare=True),
        State.CLOSED: Badge(translate("Registers", "ปิดแล้ว"), "ready", "check", bare=True),
        State.SUSPENSE: Badge(translate("Registers", "พักไว้"), "attention", "warning"),
        State.RECONCILED: Badge(translate("Registers", "ปิดปีแล้ว"), "ready", "lock", bare=True),
    }
    return known[state]


def fate_badge(fate: Fate) -> Badge:
    known = {
        Fate.ISSUED: Badge(translate("Registers", "ใช้แล้ว"), "ready", "check", bare=True),
        Fate.VOID: Badge(translate("Registers", "โมฆะ"), "danger", "close", bare=True),
        Fate.CANCELLED: Badge(translate("Registers", "ยกเลิก"), "neutral", "close", bare=True),
        Fate.SUSPENSE: Badge(translate("Registers", "พักไว้"), "attention", "warning"),
        Fate.UNUSED: Badge(translate("Registers", "ยังไม่ใช้"), "neutral", bare=True),
        Fate.BEFORE: Badge(translate("Registers", "ก่อนใช้ระบบ"), "neutral", bare=True),
        Fate.UNKNOWN: Badge(translate("Registers", "ต้องตรวจ"), "danger", "danger"),
    }
    return known[fate]


Units = Mapping[str, str]
"""The names of the divisions, by the hex of their ids."""


def register_name(account: RegisterAccount, units: Units) -> str:
    return series_name(account.series, account.year_be, units)


def series_name(series: str, year: int, units: Units | None = None) -> str:
    """`units`: a division's register bears its name."""
    if series.startswith(PAPER_BOOKS):
        return translate("Registers", "เล่มมือ {year}").format(year=year)
    if series == BILLS:
        return translate("Registers", "ใบแจ้งชำระ {year}").format(year=year)
    if is_money(series):
        return translate("Registers", "ใบเสร็จ {year}").format(year=year)
    if series == INCOMING:
        return translate("Registers", "เลขรับ {year}").format(year=year)
    if series.startswith(CERTIFICATES):
        code = series.removeprefix(CERTIFICATES)
        return translate("Registers", "หนังสือรับรอง {register} {year}").format(register=code, year=year)
    if series.startswith(CASES):
        register = series.removeprefix(CASES).replace("/", " ")
        return translate("Registers", "เรื่อง {register} {year}").format(register=register, year=year)
    unit = (units or {}).get(unit_of(series) or "", "")
    return f"{register_words.register(register_of(series), unit)} {year}"


def book_name(row: BookRow) -> str:
    book = row.one.book
    if book.book_no:
        return str(book.book_no)
    return translate("Registers", "ผู้ถือที่ {epoch}").format(epoch=book.epoch)


def span(lo: int, hi: int) -> str:
    """Numbers are names: no thousands are marked in them."""
    return f"{lo}–{hi}" if lo < hi else str(lo) if lo == hi else "–"


def book_rows(units: Callable[[], Units]) -> RowsModel[BookRow]:
    def name(row: BookRow) -> str:
        return register_name(row.register, units())

    def used(row: BookRow) -> str:
        return f"{row.one.count(Fate.ISSUED, Fate.VOID):,}"

    def left(row: BookRow) -> str:
        count = row.one.count(Fate.UNUSED)
        return f"{count:,}" if count else "-"

    columns = (
        Column[BookRow](
            lambda: translate("Registers", "ทะเบียน"),
            name,
            144,
            tip=name,
        ),
        Column[BookRow](lambda: translate("Registers", "เล่มที่"), book_name, 80, strong=True),
        Column[BookRow](
            lambda: translate("Registers", "เลขที่"),
            lambda row: span(row.one.book.lo, row.one.book.hi),
            104,
            stretch=True,
        ),
        Column[BookRow](lambda: translate("Registers", "ผู้ถือ"), lambda row: row.one.book.holder, 64, soft=True),
        Column[BookRow](
            lambda: translate("Registers", "สถานะ"),
            lambda row: state_badge(row.one.state).words,
            112,
            badges=lambda row: (state_badge(row.one.state),),
        ),
        Column[BookRow](
            lambda: translate("Registers", "ใช้แล้ว"), lambda row: f"{row.one.count(Fate.ISSUED, Fate.VOID):,}", 72, RIGHT
        ),
        Column[BookRow](lambda: translate("Registers", "คงเหลือ"), left, 72, RIGHT),
    )
    return RowsModel(columns, key=lambda row: row.one.book.id)


def run_rows() -> RowsModel[Run]:
    def by(run: Run) -> str:
        return run.by

    def why(run: Run) -> str:
        return reason(run.reason)

    columns = (
        Column[Run](lambda: translate("Registers", "เลขที่"), lambda run: span(run.lo, run.hi), 116, strong=True),
        Column[Run](lambda: translate("Registers", "จำนวน"), lambda run: f"{run.size:,}", 72, RIGHT),
        Column[Run](
            lambda: translate("Registers", "สถานะ"),
            lambda run: fate_badge(run.fate).words,
            124,
            badges=lambda run: (fate_badge(run.fate),),
        ),
        Column[Run](
            lambda: translate("Registers", "เหตุ"),
            why,
            stretch=True,
            soft=True,
            tip=why,
        ),
        Column[Run](lambda: translate("Registers", "ผู้รับรอง"), by, 132, soft=True, yields=1, tip=by),
    )
    return RowsModel(columns, key=lambda run: run.lo)


def stamp_rows() -> RowsModel[ToStamp]:
    def number(row: ToStamp) -> str:
        return padded(row.number) if row.register == CENTRAL else str(row.number)

    def register(row: ToStamp) -> str:
        return register_words.register(row.register, translate("Registers", "ของกอง") if unit_of(row.register) else "")

    def subject(row: ToStamp) -> str:
        return row.subject

    def received(row: ToStamp) -> str:
        return day(local_date(row.received_at))

    columns = (
        Column[ToStamp](lambda: translate("Registers", "เลขชั่วคราวบนกระดาษ"), lambda row: row.tag, 160, soft=True),
        Column[ToStamp](lambda: translate("Registers", "ประทับเลขรับ"), number, 116, strong=True),
        Column[ToStamp](lambda: translate("Registers", "ในทะเบียน"), register, 140, soft=True, yields=2),
        Column[ToStamp](lambda: translate("Registers", "เรื่อง"), subject, stretch=True, tip=subject),
        Column[ToStamp](lambda: translate("Registers", "จาก"), lambda row: row.from_party, 200, soft=True, yields=1),
        Column[ToStamp](
            lambda: translate("Registers", "รับเมื่อ"),
            received,
            108,
            soft=True,
        ),
    )
    return RowsModel(columns, key=lambda row: row.tag_id)
