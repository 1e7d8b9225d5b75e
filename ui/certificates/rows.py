"""Certificates as lines of a list: the register, what is due, what happened to one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.cashier.bill_model import Bill
from desktop.cashier.bill_rules import display_bill
from desktop.certificates.model import Certificate, Copy, Deed, Due, Line, Origin
from desktop.office.dates import local_date
from desktop.office.money import format_baht
from ui.certificates import words
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate
Names = Callable[[], Mapping[str, str]]
"""Code of a template -> its name in the language of now."""


def register_rows(names: Names) -> RowsModel[Line]:
    return RowsModel((*_whose(), *_issued(names)), lambda line: line.id)


def _whose() -> tuple[Column[Line], ...]:
    return (
        Column[Line](lambda: translate("Certificates", "เลขที่"), words.number, 170, strong=True),
        Column[Line](
            lambda: translate("Certificates", "สถานะ"),
            lambda line: words.state(line.standing.state),
            184,
            badges=_badges,
        ),
        Column[Line](lambda: translate("Certificates", "ผู้ได้รับ"), _holder, 190, roomy=320, tip=_holder),
        Column[Line](lambda: translate("Certificates", "กิจการ"), _subject, 150, stretch=True, tip=_subject),
    )


def _issued(names: Names) -> tuple[Column[Line], ...]:
    def kind(line: Line) -> str:
        return names().get(line.template, line.template)

    return (
        Column[Line](lambda: translate("Certificates", "ประเภท"), kind, 150, soft=True, yields=2, roomy=340, tip=kind),
        Column[Line](lambda: translate("Certificates", "ออกเมื่อ"), lambda line: day(line.issued_on), 110),
        Column[Line](
            lambda: translate("Certificates", "สำเนา"),
            lambda line: str(line.copies or "-"),
            74,
            align=RIGHT,
            soft=True,
            yields=1,
        ),
    )


def _badges(line: Line) -> tuple[Badge, ...]:
    origin = () if line.origin is Origin.FIRST else (Badge(words.origin(line.origin), "neutral"),)
    return (words.state_badge(line.standing.state), *origin)


def _holder(line: Line) -> str:
    return line.holder_name


def _subject(line: Line) -> str:
    return line.subject


def due_rows(bill_of: Callable[[Due], Bill | None]) -> RowsModel[Due]:
    """`bill_of`: the bill that stands for what is due, if there is one."""

    def bill(due: Due) -> str:
        found = bill_of(due)
        return display_bill(found) if found else "-"

    def kind(due: Due) -> str:
        if due.kind == "fee":
            return translate("Certificates", "ค่าธรรมเนียมรายปี")
        return translate("Certificates", "ต่ออายุ")

    columns = (
        Column[Due](lambda: translate("Certificates", "ครบกำหนด"), lambda due: day(due.due_on), 116),
        Column[Due](
            lambda: translate("Certificates", "เหลือเวลา"),
            lambda due: words.left(due).words,
            136,
            badges=lambda due: (words.left(due),),
        ),
        Column[Due](lambda: translate("Certificates", "เลขที่"), lambda due: words.number(due.line), 170, strong=True),
        Column[Due](
            lambda: translate("Certificates", "ผู้ได้รับ"),
            lambda due: due.line.holder_name,
            190,
            stretch=True,
            tip=lambda due: due.line.holder_name,
        ),
        Column[Due](lambda: translate("Certificates", "กิจการ"), lambda due: due.line.subject, 160, soft=True, yields=2),
        Column[Due](lambda: translate("Certificates", "ต้องทำ"), kind, 150, yields=1),
        Column[Due](
            lambda: translate("Certificates", "ค่าปรับเพิ่ม"),
            lambda due: f"{due.late_percent} %" if due.is_late and len(due.codes) > 1 else "-",
            110,
            soft=True,
            yields=3,
        ),
        Column[Due](lambda: translate("Certificates", "ใบแจ้งชำระ"), bill, 124, strong=True),
    )
    return RowsModel(columns, lambda due: due.line.id)


@dataclass(frozen=True)
class Past:
    """A line of what happened: a deed, a copy, or the issue itself."""

    key: bytes
    day: date
    what: str
    about: str
    by: str


def past_of(held: Certificate) -> list[Past]:
    """The newest first."""
    issued = Past(held.id, held.line.issued_on, words.origin(held.line.origin), held.reason, held.issued_by)
    found = [(held.issued_at, issued)]
    found += [(one.at, _deed(one)) for one in held.deeds]
    found += [(one.at, _copy(one, place)) for place, one in enumerate(held.copies)]
    return [one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _deed(deed: Deed) -> Past:
    said = [deed.reason]
    if deed.due_on is not None:
        said.append(translate("Certificates", "งวด {day}").format(day=day(deed.due_on)))
    if deed.until_day is not None:
        said.append(translate("Certificates", "ถึง {day}").format(day=day(deed.until_day)))
    if deed.expires_on is not None:
        said.append(translate("Certificates", "ใช้ได้ถึง {day}").format(day=day(deed.expires_on)))
    if deed.receipt is not None:
        paid = deed.receipt
        money = format_baht(paid.satang + paid.late_satang)
        told = translate("Certificates", "ใบเสร็จ {book}/{number} {money} บาท")
        said.append(told.format(book=paid.book_no, number=paid.number, money=money))
    return Past(deed.id, deed.from_day, words.what(deed.what), " · ".join(filter(None, said)), deed.by_name)


def _copy(copy: Copy, place: int) -> Past:
    name = translate("Certificates", "สำเนาที่ {n}").format(n=copy.n)
    return Past(place.to_bytes(2, "big"), local_date(copy.at), name, copy.reason, f"{copy.by_name} {copy.counter}")


def past_rows() -> RowsModel[Past]:
    columns = (
        Column[Past](lambda: translate("Certificates", "วันที่"), lambda one: day(one.day), 110, soft=True),
        Column[Past](lambda: translate("Certificates", "สิ่งที่ทำ"), lambda one: one.what, 140, strong=True),
        Column[Past](
            lambda: translate("Certificates", "รายละเอียด"),
            lambda one: one.about,
            140,
            stretch=True,
            tip=lambda one: f"{one.about} · {one.by}",
        ),
        Column[Past](lambda: translate("Certificates", "โดย"), lambda one: one.by, 130, soft=True, yields=1),
    )
    return RowsModel(columns, lambda one: one.key)
