"""Forms as tables: every row on paper once, days and gaps named, cancelled rows crossed out, nothing off the sheet."""

from datetime import UTC, datetime
from io import BytesIO
from threading import Event

import pikepdf
import pytest

from desktop.paper import form as forms
from desktop.paper.form import FormBand, FormColumn, FormPaper, FormRow, Signer, Tone, lay_out, lines_of, sheets
from desktop.paper.form_pdf import Stopped, form_pdf
from desktop.paper.many import SHEETS_A_PIECE
from desktop.paper.ops import Line, Sheet, Text
from desktop.paper.pages import page_count, page_text
from desktop.paper.thai_text import width_mm

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
COLUMNS = (FormColumn("เลข", 30, "centre"), FormColumn("เรื่อง", 150), FormColumn("หมายเหตุ", 87))
LONG = "ขอความอนุเคราะห์ตรวจสอบและซ่อมแซมถนนสาธารณะในเขตเทศบาลซึ่งชำรุดเสียหายจากน้ำท่วม "


def paper(*rows: FormRow | FormBand, **changed: object) -> FormPaper:
    fields = {"title": "ทะเบียนหนังสือรับ", "office_name": "เทศบาลเมืองตัวอย่าง", "under": (), "columns": COLUMNS}
    return FormPaper(**(fields | {"rows": rows, "made_at": NOW} | changed))  # type: ignore[arg-type]


def row(number: int, words: str = "ขอเชิญประชุม", *, struck: bool = False) -> FormRow:
    return FormRow((str(number), words, "ยกเลิก: ซ้ำ" if struck else ""), struck)


def drawn(of: FormPaper) -> list[Sheet]:
    return list(sheets(lay_out(of)))


def texts(sheet: Sheet) -> list[str]:
    return [op.text for op in sheet.ops if isinstance(op, Text)]


def test_every_row_stands_once_and_no_ink_leaves_the_sheet() -> None:
    made = drawn(paper(*(row(n, LONG * (n % 4 + 1)) for n in range(1, 121))))
    numbers = [words for sheet in made for words in texts(sheet) if words.strip("๐๑๒๓๔๕๖๗๘๙") == ""]
    assert len(numbers) == len(set(numbers)) == 120
    for sheet in made:
        for op in sheet.ops:
            if isinstance(op, Text):
                assert 0 < op.y_mm < forms.HEIGHT_MM
                assert 0 < op.x_mm < forms.WIDTH_MM
        assert max(op.y1_mm for op in sheet.ops if isinstance(op, Line)) <= 193


def test_sheets_are_numbered_and_the_last_one_bears_totals_and_signatures() -> None:
    made = drawn(paper(*map(row, range(60)), totals=("รวม 60 ฉบับ",), signers=(Signer("ผู้ตรวจสอบ"),)))
    count = len(made)
    assert count > 2
    said = [texts(sheet) for sheet in made]
    assert [f"แผ่นที่ {place} / {count}".translate(_THAI) in one for place, one in enumerate(said, 1)] == [True] * count
    assert ["ผู้ตรวจสอบ" in one for one in said] == [False] * (count - 1) + [True]
    assert "รวม ๖๐ ฉบับ" in said[-1]


_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def test_signatures_without_room_get_a_sheet_of_their_own() -> None:
    signers = tuple(Signer("กรรมการ", f"นายคนที่ {n}") for n in range(7))
    made = drawn(paper(*map(row, range(19)), signers=signers))
    assert "เลข" not in texts(made[-1])
    assert sum(words == "กรรมการ" for words in texts(made[-1])) == 7


def test_a_new_day_heads_the_sheets_that_follow() -> None:
    first, second = "วันที่ 1 เดือน มกราคม พ.ศ. 2569", "วันที่ 2 เดือน มกราคม พ.ศ. 2569"
    rows: list[FormRow | FormBand] = [FormBand(first, Tone.DAY), *map(row, range(5))]
    rows += [FormBand(second, Tone.DAY), *map(row, range(40))]
    made = drawn(paper(*rows))
    assert texts(made[0]).count(first.translate(_THAI)) == 1
    assert texts(made[0]).count(second.translate(_THAI)) == 1
    for sheet in made[1:]:
        assert texts(sheet).count(second.translate(_THAI)) == 1
        assert first.translate(_THAI) not in texts(sheet)


def test_a_row_taller_than_a_sheet_is_continued() -> None:
    made = drawn(paper(row(7, LONG * 60)))
    assert len(made) > 1
    assert "๗" in texts(made[0])
    assert "๗ (ต่อ)" in texts(made[1])


def test_a_cancelled_row_is_crossed_out_but_for_its_reason() -> None:
    sheet = drawn(paper(row(7, struck=True)))[0]
    red = [op for op in sheet.ops if isinstance(op, Line) and op.colour == forms.RED]
    why = next(op for op in sheet.ops if isinstance(op, Text) and op.text.startswith("ยกเลิก"))
    assert len(red) == 2
    assert why.colour == forms.RED
    assert all(line.x2_mm < why.x_mm for line in red)


def test_lines_are_no_wider_than_their_cell_and_lose_no_word() -> None:
    for wide in (20.0, 37.6, 60.0):
        lines = lines_of(LONG * 3, wide)
        assert all(width_mm(line, forms.BODY_PT) <= wide + 0.3 for line in lines)
        assert "".join("".join(lines).split()) == "".join((LONG * 3).split())


def test_an_empty_form_says_so() -> None:
    assert "ไม่มีรายการ" in texts(drawn(paper())[0])
    assert page_count(form_pdf(paper())) == 1


def test_a_long_form_is_one_file_whose_words_copy_out() -> None:
    rows = [row(n) for n in range(SHEETS_A_PIECE * 22)]
    told: list[tuple[int, int]] = []
    made = form_pdf(paper(*rows), lambda done, total: told.append((done, total)))
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) == page_count(made) > SHEETS_A_PIECE
    last = page_text(made, page_count(made) - 1)
    assert "ขอเชิญประชุม" in last
    assert f"{len(rows) - 1}".translate(_THAI) in last
    assert told == sorted(told)
    assert told[-1] == (len(rows) * 2, len(rows) * 2)


def test_the_same_form_gives_the_same_bytes() -> None:
    rows = [row(n, LONG) for n in range(SHEETS_A_PIECE * 10)]
    assert form_pdf(paper(*rows)) == form_pdf(paper(*rows))


@pytest.mark.parametrize("after", [5, 700])
def test_it_stops_when_told_while_it_is_laid_out_and_while_it_is_drawn(after: int) -> None:
    ended = Event()

    def told(done: int, total: int) -> None:
        if done >= after:
            ended.set()

    with pytest.raises(Stopped):
        form_pdf(paper(*map(row, range(600))), told, ended)
