"""The forms of the regulation as tables: แบบที่ 13, 14, 16, 19 and 20, with their columns and headings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.archive.lines import number_words
from desktop.archive.model import Asked, DispatchLine, Gap, Kept, RegisterLine, Retention
from desktop.archive.words import is_incoming, register_title
from desktop.letters.rules import PROVISIONAL
from desktop.office.dates import local_date, thai_date
from desktop.office.secrecy import Secrecy
from desktop.paper.form import Signer
from desktop.paper.table import DayBand, FormTable, GapBand, TableColumn, TableRow, Value, cell_words

_KEEPER = (Signer("เจ้าหน้าที่ผู้บันทึก"), Signer("ผู้ตรวจสอบ"))
_DAY_ENTERED = TableColumn("วันที่ลงทะเบียน", 0)


def register_form(asked: Asked, unit_name: str, lines: Sequence[RegisterLine | Gap]) -> FormTable:
    """ทะเบียนหนังสือรับ (แบบที่ 13) or ทะเบียนหนังสือส่ง (แบบที่ 14)."""
    way = "รับ" if is_incoming(asked.register) else "ส่ง"
    columns = (
        TableColumn(f"เลขทะเบียน{way}", 19, "centre"),
        TableColumn("ที่", 34),
        TableColumn("ลงวันที่", 23, "centre"),
        TableColumn("จาก", 41),
        TableColumn("ถึง", 42),
        TableColumn("เรื่อง", 55),
        TableColumn("การปฏิบัติ", 31),
        TableColumn("หมายเหตุ", 22),
        _DAY_ENTERED,
    )
    entered = [line for line in lines if isinstance(line, RegisterLine)]
    cancelled = sum(line.why is not None for line in entered)
    gaps = sum(line.hi - line.lo + 1 for line in lines if isinstance(line, Gap))
    totals = f"รวม {len(entered):,} ฉบับ" + (f" ยกเลิก {cancelled:,} ฉบับ" if cancelled else "")
    totals += f" เลขที่ไม่มีหนังสือในช่วงนี้ {gaps:,} เลข" if gaps else ""
    rows = list(_register_rows(lines)) or [DayBand(asked.first)]
    title = register_title(asked.register)
    return FormTable(
        title, _under(unit_name, asked, by_day=True), columns, rows, (totals,), _KEEPER, mark=_mark(asked)
    )  # fmt: skip


def _mark(asked: Asked) -> str:
    """A sheet that tells what secret letters say is secret itself; a desk holds none beyond ลับ."""
    return "ลับ" if asked.shows(Secrecy.SECRET) else ""


def _register_rows(lines: Sequence[RegisterLine | Gap]) -> Iterator[TableRow | DayBand | GapBand]:
    day: date | None = None
    for place, line in enumerate(lines):
        here = day or _first_day(lines[place:]) if isinstance(line, Gap) else local_date(line.at)
        if here is not None and here != day:
            day = here
            yield DayBand(day)
        if isinstance(line, Gap):
            yield GapBand(line.lo, line.hi, line.words)
            continue
        number: Value = line.number if line.number < PROVISIONAL else number_words(line.number)
        note = line.remarks if line.why is None else f"ยกเลิก: {line.why}"
        words = (line.from_party, line.to_party, line.subject, line.action)
        yield TableRow((number, line.book_number, line.letter_date, *words, note, day), line.why is not None)


def _first_day(lines: Sequence[RegisterLine | Gap]) -> date | None:
    return next((local_date(line.at) for line in lines if isinstance(line, RegisterLine)), None)


def dispatch_form(asked: Asked, unit_name: str, lines: Sequence[DispatchLine]) -> FormTable:
    """สมุดส่งหนังสือ (แบบที่ 16): whoever takes a letter signs where nobody is known to have taken it."""
    columns = (
        TableColumn("เลขทะเบียน", 22, "centre"),
        TableColumn("จาก", 47),
        TableColumn("ถึง", 47),
        TableColumn("หน่วยรับ", 45),
        TableColumn("ผู้รับ", 39),
        TableColumn("วันและเวลา", 41, "centre"),
        TableColumn("หมายเหตุ", 26),
    )
    rows = [
        TableRow(
            (
                line.number if line.number < PROVISIONAL else number_words(line.number),
                line.from_party,
                line.to_party,
                line.taken_by_unit,
                line.receiver,
                line.received_at,
                line.remarks if line.why is None else f"ยกเลิก: {line.why}",
            ),
            line.why is not None,
        )
        for line in lines
    ]
    taken = sum(line.received_at is not None for line in lines)
    totals = f"รวม {len(lines):,} รายการ มีผู้รับแล้ว {taken:,} รายการ"
    return FormTable("สมุดส่งหนังสือ", _under(unit_name, asked), columns, rows, (totals,), mark=_mark(asked))


def storage_form(asked: Asked, unit_name: str, kept: Sequence[Kept], rules: Mapping[str, Retention]) -> FormTable:
    """บัญชีหนังสือส่งเก็บ (แบบที่ 19)."""
    columns = (
        TableColumn("ลำดับที่", 18, "centre"),
        TableColumn("ที่", 48),
        TableColumn("ลงวันที่", 28, "centre"),
        TableColumn("เรื่อง", 95),
        TableColumn("อายุการเก็บหนังสือ", 42),
        TableColumn("หมายเหตุ", 36),
    )
    rows = [
        TableRow((place, one.book_number, one.letter_date, one.subject, period(one, rules), one.place))
        for place, one in enumerate(kept, start=1)
    ]
    signers = (Signer("ผู้มอบ"), Signer("ผู้รับมอบ"))
    return FormTable("บัญชีหนังสือส่งเก็บ", _under(unit_name, asked), columns, rows, (_count(kept),), signers)


def stored_form(asked: Asked, unit_name: str, kept: Sequence[Kept], rules: Mapping[str, Retention]) -> FormTable:
    """ทะเบียนหนังสือเก็บ (แบบที่ 20)."""
    columns = (
        TableColumn("ลำดับที่", 16, "centre"),
        TableColumn("วันเก็บ", 25, "centre"),
        TableColumn("เลขทะเบียนรับ", 24, "centre"),
        TableColumn("ที่", 42),
        TableColumn("เรื่อง", 72),
        TableColumn("รหัสแฟ้ม", 24),
        TableColumn("กำหนดเวลาเก็บ", 38),
        TableColumn("หมายเหตุ", 26),
    )
    rows = [TableRow(_stored(place, one, rules)) for place, one in enumerate(kept, start=1)]
    return FormTable("ทะเบียนหนังสือเก็บ", _under(unit_name, asked), columns, rows, (_count(kept),), _KEEPER)


def _stored(place: int, one: Kept, rules: Mapping[str, Retention]) -> tuple[Value, ...]:
    number, words = f"{one.number}/{one.year_be}", (one.book_number, one.subject, one.file_code)
    return (place, one.stored_on, number, *words, period(one, rules), one.place)


def period(one: Kept, rules: Mapping[str, Retention]) -> str:
    """How long a letter is kept: `10 ปี ถึงสิ้นปี 2579`, or the rule by which it is not offered for destruction."""
    if one.years is None or one.until_be is None:
        rule = rules.get(one.retention)
        return rule.name_th if rule else "ห้ามทำลาย"
    return f"{one.years} ปี ถึงสิ้นปี {one.until_be}"


def _count(rows: Sequence[object]) -> str:
    return f"รวม {len(rows):,} เรื่อง"


def _under(unit_name: str, asked: Asked, *, by_day: bool = False) -> tuple[str, ...]:
    """The unit whose paper it is, and the days; a register's days stand above each of its sheets."""
    first, last = (thai_date(day, "long", "arabic") for day in (asked.first, asked.last))
    days = f"วันที่ {first}" if asked.first == asked.last else f"วันที่ {first} ถึง {last}"
    named = (unit_name,) if unit_name else ()
    return named if by_day else (*named, days)


def plain_words(table: FormTable) -> list[tuple[str, ...]]:
    """Every line as a preview shows it."""
    return [tuple(cell_words(value) for value in row.values) for row in table.rows if isinstance(row, TableRow)]
