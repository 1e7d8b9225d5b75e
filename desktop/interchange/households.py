"""A line of a list of houses made into a waste-fee account, or what is wrong with it; pure but for who is known."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.interchange.days import day_of
from desktop.interchange.model import Cell, Column, HousePlan, Line, Problem
from desktop.interchange.reading import Wrong
from desktop.office.ids import Id
from desktop.office.national_id import is_valid
from desktop.office.thai import arabic_digits, normalise
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.rules import BY_VOLUME, FLAT, LONGEST, MOST_LITRES, charge_of, month_of, rate_for, read_month

_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\s]+")
_NOTHING = frozenset({"", "-", "–", "—"})
_EXEMPT = frozenset({"ยกเว้น", "ได้รับยกเว้น", "ไม่เก็บ", "exempt", "yes", "ใช่", "1", "true", "/", "✓"})
_STOPPED = frozenset({"หยุด", "เลิก", "เลิกใช้", "ยกเลิก", "ปิด", "บ้านว่าง", "stopped", "closed"})
_CHARGED = frozenset({"เก็บ", "จัดเก็บ", "ปกติ", "ใช้งาน", "ไม่", "ไม่ยกเว้น", "charged", "active", "no", "0", "false"})
WhoIs = Callable[[str], Id | None]
"""Whose a citizen's number is; None where nobody is known by it here."""


@dataclass(frozen=True)
class HouseLine:
    """One line, ready to be entered."""

    line: int
    account: NewAccount


@dataclass(frozen=True)
class HouseReader:
    """`torn`: the file does not end as a file does; a last line that is too short was cut off."""

    plan: HousePlan
    today: date
    who_is: WhoIs
    torn: bool = False

    def read(self, lines: Iterator[tuple[int, Line]]) -> Iterator[HouseLine | Problem | None]:
        """Each line with its account, its problem, or None when it is left out or no line of a house."""
        following = next(lines, None)
        while following is not None:
            (number, line), following = following, next(lines, None)
            cells = {at: line[place] if place < len(line) else None for place, at in self.plan.columns.items()}
            cells |= self.plan.put_right.get(number, {})
            if number in self.plan.left_out or self._is_no_house(line, cells):
                yield None
                continue
            try:
                if self.torn and following is None and len(line) < len(self.plan.sheet.headings):
                    raise Wrong(Column.PAYER, "row.torn", cells.get(Column.PAYER))
                yield HouseLine(number, self._account(cells))
            except Wrong as wrong:
                yield Problem(number, wrong.column, wrong.code, wrong.said)

    def _is_no_house(self, line: Line, cells: Mapping[Column, Cell]) -> bool:
        """Headings on a new page, and sums: neither house nor payer stands there."""
        if self.plan.sheet.headings and tuple(str(cell or "") for cell in line) == self.plan.sheet.headings:
            return True
        return not _text(cells.get(Column.HOUSE_NO)) and not _text(cells.get(Column.PAYER))

    def _account(self, cells: Mapping[Column, Cell]) -> NewAccount:
        text = {column: _checked(column, cells.get(column)) for column in _TEXTS}
        if not text[Column.HOUSE_NO]:
            raise Wrong(Column.HOUSE_NO, "row.house_missing")
        if not text[Column.PAYER]:
            raise Wrong(Column.PAYER, "row.payer_missing")
        start = _month(Column.START, cells, self.today) or self.plan.from_month
        standing = _standing(cells.get(Column.STANDING))
        reason = text[Column.REASON]
        if standing is not Standing.CHARGED and not reason:
            raise Wrong(Column.REASON, "row.reason_missing", cells.get(Column.STANDING))
        stop = _month(Column.STOP, cells, self.today) or ""
        if stop and stop < start:
            raise Wrong(Column.STOP, "row.stop_before_start", cells.get(Column.STOP))
        payer = Payer(text[Column.PAYER], text[Column.PAYER_ADDRESS], self._person(cells))
        rate = _rate(cells, start, charged=standing is Standing.CHARGED)
        note, code = text[Column.NOTE], text[Column.HOUSE_CODE]
        return NewAccount(self._place(text), payer, rate, start, standing, reason, note, stop, code)

    def _place(self, text: Mapping[Column, str]) -> Place:
        moo = re.sub(r"^(หมู่ที่|หมู่|ม\.)\s*", "", text[Column.MOO])
        soi = re.sub(r"^(ซอย|ซ\.)\s*", "", text[Column.SOI])
        road = re.sub(r"^(ถนน|ถ\.)\s*", "", text[Column.ROAD])
        area = (text[Column.TAMBON] or self.plan.tambon, self.plan.amphoe, self.plan.province)
        return Place(text[Column.HOUSE_NO], arabic_digits(moo), text[Column.TROK], soi, road, *area)

    def _person(self, cells: Mapping[Column, Cell]) -> Id | None:
        """A number is looked up and never kept; one that can't be a number is a slip in the file."""
        typed = _text(cells.get(Column.PAYER_NUMBER))
        if typed in _NOTHING:
            return None
        if not is_valid(typed):
            raise Wrong(Column.PAYER_NUMBER, "row.id_wrong", typed)
        return self.who_is(typed)


_TEXTS = (
    Column.HOUSE_NO, Column.MOO, Column.TROK, Column.SOI, Column.ROAD, Column.TAMBON, Column.HOUSE_CODE, Column.PAYER,
    Column.PAYER_ADDRESS, Column.REASON, Column.NOTE,
)  # fmt: skip


def _text(cell: Cell) -> str:
    """One line of plain text; a whole number as it is counted, a house that Excel took for a day as it was typed."""
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else f"{cell:.15g}"
    text = _CONTROL.sub(" ", str(cell)).strip() if cell is not None else ""
    return "" if text in _NOTHING else text


def _checked(column: Column, cell: Cell) -> str:
    if column is Column.HOUSE_NO and isinstance(cell, date):
        raise Wrong(column, "row.house_is_day", cell)  # Excel made a day of 12/3
    text = _text(cell)
    if len(text) > LONGEST:
        raise Wrong(column, "row.too_long", text)
    if "\ufffd" in text:
        raise Wrong(column, "row.unreadable", text)
    return arabic_digits(text) if column in (Column.HOUSE_NO, Column.HOUSE_CODE) else text


def _figure(column: Column, cell: Cell, code: str) -> Decimal | None:
    plain = re.sub(r"[,\s]|บาท|ลิตร", "", arabic_digits(_text(cell)))
    if plain in _NOTHING:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise Wrong(column, code, cell) from None
    if not found.is_finite() or not 0 < found <= MOST_LITRES:
        raise Wrong(column, code, cell)
    return found


def _rate(cells: Mapping[Column, Cell], month: str, *, charged: bool) -> Rate:
    """By the volume where one is said; by the money of the catalogue where only that is; both must agree."""
    litres = _figure(Column.LITRES, cells.get(Column.LITRES), "row.litres_unclear")
    baht = _figure(Column.RATE, cells.get(Column.RATE), "row.rate_unknown")
    satang = None if baht is None else int(baht * 100)
    if baht is not None and satang != baht * 100:
        raise Wrong(Column.RATE, "row.rate_unknown", cells.get(Column.RATE))
    if litres is not None:
        rate = Rate(BY_VOLUME, int(litres.to_integral_value(rounding="ROUND_CEILING")))
        charge = charge_of(rate, month)
        if satang is not None and (charge is None or charge.amount_satang != satang):
            raise Wrong(Column.RATE, "row.rate_differs", cells.get(Column.RATE))
        return rate
    if satang is None:
        return Rate(FLAT)
    found = rate_for(satang, month)
    if found is None and charged:
        raise Wrong(Column.RATE, "row.rate_unknown", cells.get(Column.RATE))
    return found or Rate(FLAT)


def _month(column: Column, cells: Mapping[Column, Cell], today: date) -> str | None:
    """A day, `ต.ค. 2568`, `10/2568`: the month of it."""
    cell = cells.get(column)
    if isinstance(cell, date):  # a spreadsheet's own, also where its year is one of พ.ศ.
        own = day_of(cell, today)
        if own is None:
            raise Wrong(column, "row.month_unclear", cell)
        return month_of(own)
    text = arabic_digits(_text(cell))
    if not text:
        return None
    month = read_month(text)
    if month is not None:
        return month
    day = day_of(text, today)
    if day is None:
        raise Wrong(column, "row.month_unclear", cell)
    return month_of(day)


def _standing(cell: Cell) -> Standing:
    plain = normalise(_text(cell))
    if plain in _EXEMPT:
        return Standing.EXEMPT
    if plain in _STOPPED:
        return Standing.STOPPED
    if plain in _NOTHING or plain in _CHARGED:
        return Standing.CHARGED
    raise Wrong(Column.STANDING, "row.standing_unclear", cell)
