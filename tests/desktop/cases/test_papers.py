"""Papers of cases: what must stand on each, and what must not."""

import io
from dataclasses import replace

import pytest

from desktop.application import Office
from desktop.cases.model import Case, Deed
from desktop.cases.photos import read_photo
from desktop.cases.tracking import code_of, payload, read
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_text
from tests.desktop.cases.conftest import complaint, notification, opened
from tests.desktop.cases.test_photos import photo
from tests.helpers.desk import person, unit_id


def text(office: Office, case: Case, code: str, **given: object) -> str:
    return " ".join(page_text(office.cases.papers.pdf(case, code, **given)).split())  # type: ignore[arg-type]


def page_mm(pdf: bytes) -> tuple[float, float]:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as read_pdf:
        box = [float(value) for value in read_pdf.pages[0].mediabox]
        assert len(read_pdf.pages) == 1
    return round(box[2] * 25.4 / 72), round(box[3] * 25.4 / 72)


@pytest.mark.parametrize("stock", ["roll", "a5"])
def test_the_slip_bears_number_code_and_promise_and_nobody_s_name(office: Office, stock: str) -> None:
    case = opened(office)
    said = text(office, case, "slip", stock=stock)
    for words in ("OSS-69-C1-00017", code_of(case.id), "ไฟสาธารณะดับ 3 ดวง", "15 ม.ค. 2569 10.20 น.", "กองช่าง"):
        assert words in said, words
    assert "บุญมี" not in said
    assert "081" not in said
    wide, high = page_mm(office.cases.papers.pdf(case, "slip", stock))  # type: ignore[arg-type]
    assert wide == {"roll": 80, "a5": 148}[stock]
    assert stock == "roll" or high == 210


def test_the_roll_is_as_long_as_what_stands_on_it(office: Office) -> None:
    short, long = opened(office), opened(office, text="ไฟดับหลายจุดตั้งแต่ปากซอยถึงท้ายซอย " * 8)
    lengths = [page_mm(office.cases.papers.pdf(case, "slip", "roll"))[1] for case in (short, long)]
    assert lengths[0] < lengths[1]


def test_the_notification_slip_names_who_notified_what_is_missing_and_the_day(office: Office) -> None:
    case = office.cases.acts(person(office)).open(notification(office, "form", "id_card", "house_registration"))
    said = text(office, case, "notice")
    for words in ("ใบรับแจ้ง", "นางคำแปง สุขใจ", "ร้านคำแปง", "๑๒๐", "หนังสือยินยอมหรือสัญญาเช่าสถานที่", "ศุกร์ ๒๓ ม.ค. ๒๕๖๙"):
        assert words in said, words
    assert page_mm(office.cases.papers.pdf(case, "notice")) == (210, 297)


def test_the_crew_sheet_shows_place_and_picture_and_never_the_reporter(office: Office) -> None:
    wanted = replace(complaint(office), answers={"danger": "1", "landmark": "เสาไฟ 14"})
    case = office.cases.acts(person(office)).open(wanted, [read_photo(photo(), "a.jpg")])
    case = office.cases.acts(person(office, "wichai")).take(case.id, Deed("split", "ตัดกิ่งไม้ก่อน", unit_id=unit_id("HLT")))
    pdf = office.cases.papers.pdf(case, "crew_sheet")
    said = " ".join(page_text(pdf).split())
    for words in ("ใบสั่งงาน OSS-69-C1-00017", "18.74112, 98.94035", "เสาไฟ 14", "อันตรายต่อผู้สัญจร", "ตัดกิ่งไม้ก่อน"):
        assert words in said, words
    assert "บุญมี" not in said
    assert "0811111111" not in said
    assert b"PhoneMaker" not in pdf


def test_a_paper_is_made_only_where_its_kind_says_so(office: Office) -> None:
    case = opened(office)
    done = office.cases.acts(person(office, "wichai")).take(case.id, Deed("reject", "ไม่ใช่", agency="กฟภ."))
    assert [one.code for one in office.cases.papers.printable(done)] == ["slip"]
    for code in ("crew_sheet", "certificate", "x"):
        with pytest.raises(OfficeError, match="no_such_paper"):
            office.cases.papers.pdf(done, code)


def test_the_same_case_gives_the_same_bytes(office: Office) -> None:
    case = opened(office)
    assert office.cases.papers.pdf(case, "slip") == office.cases.papers.pdf(case, "slip")


def test_what_a_scanner_reads_leads_back_to_the_case(office: Office) -> None:
    case = opened(office)
    found = read(payload(case.line, 500109))
    assert found is not None
    assert found[3] == code_of(case.id)
    assert len(found[3]) == 8
    assert office.cases.queries.numbered(*found[:3]) == case.id
    for other in ("TDR1|1|2|3", "TDC1|1|x", "", "TDC1|1|s|สอง|3|x"):
        assert read(other) is None
