"""The register book of certificates as a table: for paper, for other programs, and for everybody to read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from desktop.certificates.model import Certificate, Line, Origin, State
from desktop.certificates.rules import shown
from desktop.certificates.template import Template
from desktop.office.dates import thai_date
from desktop.paper.exporting import to_csv, to_xlsx
from desktop.paper.form_pdf import form_pdf
from desktop.paper.table import FormTable, TableColumn, TableRow, paper_of

STATES = {
    State.IN_FORCE: "ใช้ได้",
    State.UNPAID: "ค้างค่าธรรมเนียม",
    State.SUSPENDED: "พักใช้",
    State.EXPIRED: "หมดอายุ",
    State.CLOSED: "เลิกกิจการ",
    State.REPLACED: "มีฉบับใหม่แทน",
    State.REVOKED: "ยกเลิก",
}
ORIGINS = {Origin.FIRST: "", Origin.REPLACEMENT: "ใบแทน", Origin.CORRECTION: "แก้ไข"}
_DEAD = frozenset({State.REVOKED, State.REPLACED, State.CLOSED})


def register_table(lines: Sequence[Line], names: dict[str, str], first: date, last: date) -> FormTable:
    """The register of what was issued on these days, by its numbers. `names`: code of a template -> its name."""
    columns = (
        TableColumn("เล่มที่", 13, "centre"),
        TableColumn("เลขที่", 20, "centre"),
        TableColumn("ออกเมื่อ", 24),
        TableColumn("ประเภท", 48),
        TableColumn("ผู้ได้รับ", 48),
        TableColumn("ชื่อกิจการ", 42),
        TableColumn("ที่ตั้ง", 40),
        TableColumn("สำเนา", 12, "right"),
        TableColumn("สถานะ", 28),
    )
    rows = [_row(line, names) for line in in_order(lines)]
    under = (f"ออกให้ตั้งแต่ {_day(first)} ถึง {_day(last)}",)
    return FormTable("ทะเบียนหนังสือรับรองและใบอนุญาต", under, columns, rows, (f"รวม {len(rows)} ฉบับ",))


def public_table(held: Sequence[Certificate], day: date) -> FormTable:
    """What the office shows everybody: what it is, of which place, and whether it holds; nobody's address or number.

    Only the fields that each template calls public.
    """
    columns = (
        TableColumn("เลขที่", 24, "centre"),
        TableColumn("ประเภท", 60),
        TableColumn("รายการ", 118),
        TableColumn("ออกเมื่อ", 24),
        TableColumn("ใช้ได้ถึง", 24),
        TableColumn("สถานะ", 25),
    )
    rows = [
        TableRow((
            f"{one.line.number}/{one.line.year_be}", one.template.name.th, public_words(one.template, one.answers),
            one.line.issued_on, one.line.standing.expires_on, STATES[one.line.standing.state],
        ))
        for one in sorted(held, key=lambda one: _key(one.line))
    ]  # fmt: skip
    return FormTable("รายชื่อใบอนุญาตและหนังสือรับรองที่ออกให้", (f"ข้อมูล ณ วันที่ {_day(day)}",), columns, rows)


def public_words(template: Template, answers: Mapping[str, str]) -> str:
    fields = ((template.field(code), answers.get(code, "")) for code in template.public)
    return " · ".join(shown(field, value) for field, value in fields if value)


def to_pdf(table: FormTable, office_name: str, made_at: datetime) -> bytes:
    return form_pdf(paper_of(table, office_name, made_at))


def in_order(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=_key)


def _key(line: Line) -> tuple[str, int, int]:
    return line.register, line.year_be, line.number


def _row(line: Line, names: dict[str, str]) -> TableRow:
    state = " ".join(filter(None, (ORIGINS[line.origin], STATES[line.standing.state])))
    return TableRow(
        (
            line.book_no, f"{line.number}/{line.year_be}", line.issued_on, names.get(line.template, line.template),
            line.holder_name, line.subject, line.place, line.copies or None, state,
        ),
        line.standing.state in _DEAD,
    )  # fmt: skip


def _day(day: date) -> str:
    return thai_date(day, "long", "arabic")


__all__ = ["public_table", "register_table", "to_csv", "to_pdf", "to_xlsx"]
