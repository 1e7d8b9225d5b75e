"""แบบที่ 13, 14 and 16 from the rows of a desk: every number accounted for, by days, secrets unseen."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.archive.forms import register_form
from desktop.archive.lines import with_gaps
from desktop.archive.model import Asked, Form, Gap, RegisterLine
from desktop.letters.model import Urgency
from desktop.office.clock import utc_text
from desktop.office.dates import local_date
from desktop.office.secrecy import Secrecy
from desktop.office.series import CENTRAL, INCOMING
from desktop.outgoing.model import Sending
from desktop.paper.pages import page_count, page_size_mm, page_text
from desktop.paper.table import DayBand, FormTable, GapBand, TableRow
from desktop.registers.model import Fate, Run
from tests.desktop.archive.conftest import ENG, LETTER, OUTGOING, Registry
from tests.helpers.desk import MORNING, OFFICE_ID, person, unit_id

TODAY = local_date(MORNING)


def asked(register: str = CENTRAL, form: Form = Form.REGISTER, first: date = TODAY, last: date = TODAY) -> Asked:
    return Asked(form, register, first, last)


def rows(table: FormTable) -> list[TableRow]:
    return [row for row in table.rows if isinstance(row, TableRow)]


def line(number: int) -> RegisterLine:
    return RegisterLine(bytes(16), number, 2569, "-", None, "", "", "", MORNING)


def test_form_13_has_the_columns_of_the_regulation(registry: Registry) -> None:
    registry.register(replace(LETTER, letter_date=date(2026, 11, 2), urgency=Urgency.URGENT, remarks="มีซอง"))
    table = registry.office.papers.table(asked())
    shown = [column.head for column in table.columns if column.width_mm]
    assert shown == ["เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"]
    assert table.title == "ทะเบียนหนังสือรับ"
    assert sum(column.width_mm for column in table.columns) == 267
    (row,) = rows(table)
    words = ("กรมส่งเสริมการปกครองท้องถิ่น", "นายกเทศมนตรี", "ขอเชิญประชุมชี้แจง", "")
    assert row.values == (101, "มท 0808.2/ว 55", date(2026, 11, 2), *words, "ด่วน · มีซอง", TODAY)


def test_form_14_is_of_what_went_out_with_its_own_number(registry: Registry) -> None:
    registry.register(OUTGOING)
    table = registry.office.papers.table(asked("outgoing/central"))
    assert (table.title, table.columns[0].head) == ("ทะเบียนหนังสือส่ง", "เลขทะเบียนส่ง")
    (row,) = rows(table)
    assert row.values[:2] == (1, "ชม ๕๒๓๐๑/1")
    assert row.values[3:5] == ("กองช่าง", "แขวงทางหลวง")


def test_a_day_has_its_heading_and_a_range_has_one_for_each(registry: Registry) -> None:
    registry.register(count=2)
    registry.clock.advance(timedelta(days=1))
    registry.register()
    tomorrow = TODAY + timedelta(days=1)
    papers = registry.office.papers
    assert len(rows(papers.table(asked()))) == 2
    table = papers.table(asked(last=tomorrow))
    assert [row.day for row in table.rows if isinstance(row, DayBand)] == [TODAY, tomorrow]
    assert [row.values[0] for row in rows(table)] == [101, 102, 103]


def test_what_the_division_received_is_in_its_own_register(registry: Registry) -> None:
    (letter,) = registry.register()
    registry.office.letters(person(registry.office)).route(letter.id, [unit_id("ENG")])
    registry.office.keeping(person(registry.office, "wichai")).register_again(letter.id)
    table = registry.office.papers.table(asked(f"incoming/{ENG}"))
    assert [row.values[0] for row in rows(table)] == [1]
    assert table.under == ("กองช่าง",)
    assert set(registry.office.register_reading.registers()) == {CENTRAL, f"incoming/{ENG}"}


def test_the_action_column_says_who_took_the_letter_over(registry: Registry) -> None:
    (letter,) = registry.register()
    kanda = registry.office.letters(person(registry.office))
    (route,) = kanda.route(letter.id, [unit_id("ENG")])
    assert rows(registry.office.papers.table(asked()))[0].values[6] == "ส่ง ช่าง"
    registry.office.letters(person(registry.office, "wichai")).receive(route)
    assert rows(registry.office.papers.table(asked()))[0].values[6] == "ช่าง รับ 11 พ.ย. 2569 นายวิชัย โยธาเทียม"
    (sent,) = rows(registry.office.papers.table(asked(form=Form.DISPATCH)))
    assert sent.values[3:6] == ("กองช่าง", "นายวิชัย โยธาเทียม", MORNING)


def test_a_cancelled_letter_is_struck_and_says_why(registry: Registry) -> None:
    letter, _ = registry.register(count=2)
    registry.office.keeping(person(registry.office)).cancel(letter.id, "ลงทะเบียนซ้ำ")
    table = registry.office.papers.table(asked())
    assert [(row.struck, row.values[7]) for row in rows(table)] == [(True, "ยกเลิก: ลงทะเบียนซ้ำ"), (False, "")]
    assert table.totals == ("รวม 2 ฉบับ ยกเลิก 1 ฉบับ",)


def test_of_a_secret_letter_only_the_number_is_told(registry: Registry) -> None:
    (letter,) = registry.register()
    registry.office.desk.settle("UPDATE letter SET secrecy = ? WHERE id = ?", (Secrecy.SECRET.value, letter.id))
    (row,) = rows(registry.office.papers.table(asked()))
    assert row.values == (101, "-", None, "-", "-", "เรื่องลับ", "", "", TODAY)


def test_numbers_that_no_letter_bears_are_named_where_the_books_are_kept(registry: Registry) -> None:
    desk, at = registry.office.desk, utc_text(MORNING)
    registry.register(count=2)
    desk.settle("UPDATE letter SET number = 106 WHERE number = 102", ())
    table = registry.office.papers.table(asked())
    assert [row for row in table.rows if isinstance(row, GapBand)] == [
        GapBand(102, 105, "ไม่พบในเครื่องนี้ ต้องตรวจทะเบียนคุม")
    ]
    desk.settle("INSERT INTO cursor VALUES ('registry/normal', 1, 0, '0', 1)", ())
    span = "INSERT INTO number_span VALUES (?, randomblob(16), 1, zeroblob(16), ?, 2569, ?, ?, ?, ?, 'สมชาย', ?)"
    desk.settle(span, (OFFICE_ID, INCOMING, 102, 103, "cancelled", "เครื่องเสีย", at))
    desk.settle(span, (OFFICE_ID, INCOMING, 104, 105, "suspense", "เครื่องหาย", at))
    table = registry.office.papers.table(asked())
    assert [(row.numbers, row.words) for row in table.rows if isinstance(row, GapBand)] == [
        ("102-103", "ยกเลิกเลข: เครื่องเสีย"),
        ("104-105", "พักไว้รอตรวจ: เครื่องหาย"),
    ]
    assert "เลขที่ไม่มีหนังสือในช่วงนี้ 4 เลข" in table.totals[0]


def test_a_number_of_another_day_is_no_gap_but_said_to_be_there() -> None:
    lines = [line(1), line(4)]
    found = list(with_gaps(lines, [Run(2, 2, Fate.CANCELLED, "สิ้นปี")], {3: date(2026, 11, 10)}, False))
    gaps = [one for one in found if isinstance(one, Gap)]
    assert gaps == [Gap(2, 2, "ยกเลิกเลข: สิ้นปี"), Gap(3, 3, "ลงทะเบียนวันที่ 10 พฤศจิกายน 2569")]


def test_from_the_first_of_january_on_the_first_number_due_is_one() -> None:
    before = [Run(1, 100, Fate.BEFORE)]
    assert next(with_gaps([line(101)], before, {}, True)) == Gap(1, 100, "ก่อนเริ่มใช้ระบบ")
    assert next(with_gaps([line(101)], before, {}, False)) == line(101)


def test_the_first_sheet_of_a_year_has_its_day_although_numbers_are_missing_before_it() -> None:
    table = register_form(asked(), "", [Gap(1, 100, "ก่อนเริ่มใช้ระบบ"), line(101)])
    assert list(table.rows)[:2] == [DayBand(TODAY), GapBand(1, 100, "ก่อนเริ่มใช้ระบบ")]


def test_a_letter_that_waits_for_its_number_stands_at_the_end_with_its_tag(registry: Registry) -> None:
    registry.register()
    registry.office.desk.settle("UPDATE lease SET next = hi + 1 WHERE series = ?", (INCOMING,))
    registry.register()
    table = registry.office.papers.table(asked())
    assert [row.values[0] for row in rows(table)] == [101, "ชค-C1-1"]


def test_the_papers_lie_on_a4_and_their_words_copy_out(registry: Registry) -> None:
    registry.register(count=3)
    registry.register(OUTGOING, 2)
    papers = registry.office.papers
    for form in (Form.REGISTER, Form.DISPATCH, Form.STORAGE, Form.STORED):
        made = papers.pdf(asked("outgoing/central", form))
        assert [round(side) for side in page_size_mm(made)] == [297, 210]
    words = page_text(papers.pdf(asked()))
    for said in ("ทะเบียนหนังสือรับ", "วันที่ ๑๑ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙", "มท ๐๘๐๘.๒/ว ๕๕", "แผ่นที่ ๑ / ๑"):
        assert said in words


def test_slips_are_three_on_a_sheet_and_none_for_a_cancelled_letter(registry: Registry) -> None:
    letters = registry.register(OUTGOING, 5)
    registry.office.keeping(person(registry.office)).cancel(letters[0].id, "ซ้ำ")
    made = registry.office.papers.pdf(asked("outgoing/central", Form.SLIPS))
    assert page_count(made) == 2
    assert [round(side) for side in page_size_mm(made)] == [210, 297]
    assert page_text(made).count("ใบรับหนังสือ") == 3


def test_the_dispatch_book_is_as_it_was_entered_and_has_room_for_what_was_not(registry: Registry) -> None:
    first, second, _ = registry.register(OUTGOING, 3)
    book = registry.office.outgoing.dispatching(person(registry.office))
    sent = book.send(first.id, "อำเภอเมืองเชียงใหม่", Sending.REGISTERED_POST, reference="RR123456789TH")
    book.deliver(sent, "นายรับ จริง")
    book.send(first.id, "จังหวัดเชียงใหม่", Sending.HAND)
    registry.office.keeping(person(registry.office)).cancel(second.id, "ซ้ำ")
    dispatch = asked("outgoing/central", Form.DISPATCH)
    assert [(row.values[0], *row.values[3:], row.struck) for row in rows(registry.office.papers.table(dispatch))] == [
        (1, "อำเภอเมืองเชียงใหม่", "นายรับ จริง", MORNING, "ลงทะเบียน RR123456789TH", False),
        (1, "จังหวัดเชียงใหม่", "", None, "นำส่ง", False),
        (2, "แขวงทางหลวง", "", None, "ยกเลิก: ซ้ำ", True),
        (3, "แขวงทางหลวง", "", None, "", False),
    ]
    slips = page_text(registry.office.papers.pdf(asked("outgoing/central", Form.SLIPS)))
    assert [slips.count(name) for name in ("อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่", "แขวงทางหลวง")] == [1, 1, 1]


def test_an_empty_day_is_a_sheet_with_its_heading(registry: Registry) -> None:
    table = register_form(asked(), "", [])
    assert table.totals == ("รวม 0 ฉบับ",)
    words = page_text(registry.office.papers.pdf(asked()))
    assert "วันที่ ๑๑ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙" in words
    assert "ไม่มีรายการ" in words
