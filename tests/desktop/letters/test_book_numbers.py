"""Book numbers in every form that papers bear and clerks type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.book_numbers import Form, key_of, parse
from desktop.office.thai import normalise_book_number, thai_digits

OFFICE = [
    ("มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("มท ๐๘๐๘.๒/ว ๕๕๑๗", "มท 0808.2/ว 5517"),
    ("มท0808.2/ว5517", "มท 0808.2/ว 5517"),
    ("มท 0808.2 / ว 5517", "มท 0808.2/ว 5517"),
    ("มท  0808.2/ว  5517", "มท 0808.2/ว 5517"),
    ("มท. 0808.2/ว5517", "มท 0808.2/ว 5517"),
    ("มท.0808.2/ว.5517", "มท 0808.2/ว 5517"),
    ("ที่ มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("ที่มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("ที่: มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("เลขที่ มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("หนังสือที่ มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("หนังสือ ที่ มท 0808.2/ว 5517 ลงวันที่ 3 มีนาคม 2569", "มท 0808.2/ว 5517"),
    ("หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
    ("หนังสือจังหวัดเชียงใหม่ ด่วนที่สุด ที่ มท ๐๘๐๘.๒/ว ๕๕๑๗ ลงวันที่ ๓ มีนาคม ๒๕๖๙", "มท 0808.2/ว 5517"),
    ("มท 0808.2/ว 5517 ลว. 3 มี.ค. 69", "มท 0808.2/ว 5517"),
    ("มท 0808.2/ว 5517 ลว 3/3/69", "มท 0808.2/ว 5517"),
    ("มท 0808.2/ว 5517 (ลงวันที่ ๓ มีนาคม ๒๕๖๙)", "มท 0808.2/ว 5517"),
    ("ลับ ที่ มท 0808.2/12", "มท 0808.2/12"),
    ("ลับมาก ที่ มท 0808.2/12", "มท 0808.2/12"),
    ("มท 0808.2\\ว 5517", "มท 0808.2/ว 5517"),
    ("ศป 0008/ค 611", "ศป 0008/ค 611"),
    ("อว 9999(1)/120", "อว 9999(1)/120"),
    ("อว 9999 (1)/120", "อว 9999(1)/120"),
    ("อว 9999( 1 )/120", "อว 9999(1)/120"),
    ("นร ๐๑๐๖/๒๐๑๙", "นร 0106/2019"),
    ("นร0106/2019", "นร 0106/2019"),
    ("ชม ๕๒๓๐๑/๑๒๓", "ชม 52301/123"),
    ("ชม ๕๒๓๐๑.๒/๑๒๓", "ชม 52301.2/123"),
    ("ชม ๕๒๓๐๑/ว ๓๑", "ชม 52301/ว 31"),
    ("ชม 52301/ว31", "ชม 52301/ว 31"),
    ("ชม 0023.3/ว 2901", "ชม 0023.3/ว 2901"),
    ("ชม 0023 . 3/ว 2901", "ชม 0023.3/ว 2901"),
    ("กค 0402.5/ว 85", "กค 0402.5/ว 85"),
    ("กค (กวจ) 0405.2/ว 78", "กค (กวจ) 0405.2/ว 78"),
    ("กค(กวจ)0405.2/ว78", "กค (กวจ) 0405.2/ว 78"),
    ("ตช 0019(ชม).12/345", "ตช 0019(ชม).12/345"),
    ("สธ 0201.032/ว 12-1", "สธ 0201.032/ว 12-1"),
    ("ทส 1005.2-1/77", "ทส 1005.2-1/77"),
    ("ป.ป.ช.0012/5", "ป.ป.ช. 0012/5"),
    ("ก.พ. 1006/12", "ก.พ. 1006/12"),
    ("รล 0001/น.12", "รล 0001/น 12"),
]
YEARLY = [
    ("12/2569", "12/2569"),
    ("๑๒/๒๕๖๙", "12/2569"),
    ("12 / 2569", "12/2569"),
    ("012/2569", "12/2569"),
    ("คำสั่งที่ 12/2569", "12/2569"),
    ("คำสั่ง ที่ ๑๒/๒๕๖๙", "12/2569"),
    ("คำสั่งเทศบาลเมืองแม่เหียะ ที่ ๑๒/๒๕๖๙", "12/2569"),
    ("ที่ 345/2569 ลงวันที่ 1 ตุลาคม 2569", "345/2569"),
    ("ว 7/2569", "ว 7/2569"),
    ("ว.7/2569", "ว 7/2569"),
    ("บันทึกข้อความ ที่ 8/2569", "8/2569"),
]
NOTHING = ["", " ", "-", "–", "—", "--", "ไม่มี", "ไม่มีเลข", "ไม่มีเลขที่", "ไม่มี เลขที่", "ไม่ปรากฏ", "ไม่ระบุ", "ที่ -", "เลขที่ -"]
FREE = [
    "หนังสือร้องเรียนของนายแดง",
    "บันทึกแนบท้าย 3",
    "123",
    "ABC/123",
    "มท",
    "มท/5517",
    "ว 31",
    "12/3",
    "12/1999",
    "มท 0808.2",
]


@pytest.mark.parametrize(("raw", "key"), OFFICE)
def test_a_number_of_an_office_has_one_spelling(raw: str, key: str) -> None:
    found = parse(raw)
    assert (found.raw, found.key, found.form) == (raw, key, Form.OFFICE)


@pytest.mark.parametrize(("raw", "key"), YEARLY)
def test_a_number_of_a_year_has_one_spelling(raw: str, key: str) -> None:
    found = parse(raw)
    assert (found.key, found.form, found.year_be) == (key, Form.YEARLY, 2569)


@pytest.mark.parametrize("raw", NOTHING)
def test_no_number_is_a_dash(raw: str) -> None:
    assert (parse(raw).key, parse(raw).form) == ("-", Form.NONE)


@pytest.mark.parametrize("raw", FREE)
def test_other_words_are_kept(raw: str) -> None:
    assert (parse(raw).key, parse(raw).form) == (normalise_book_number(raw), Form.FREE)


def test_the_parts_are_told() -> None:
    found = parse("ที่ ชม ๕๒๓๐๑.๒/ว ๓๑")
    assert (found.agency, found.office, found.series, found.number) == ("ชม", "52301.2", "ว", "31")
    assert found.is_circular
    assert not parse("ชม 52301/31").is_circular


consonants = st.text(st.sampled_from("กขคชตทนมรลศสอ"), min_size=1, max_size=3)
digits = st.text(st.sampled_from("0123456789"), min_size=1, max_size=5)
blanks = st.sampled_from(["", " ", "  "])


@given(
    consonants,
    digits,
    st.none() | digits,
    st.sampled_from(["", "ว", "ค"]),
    digits,
    st.lists(blanks, min_size=4),
    st.booleans(),
)
def test_blanks_and_digits_change_nothing(
    agency: str, office: str, part: str | None, series: str, number: str, gaps: list[str], thai: bool
) -> None:
    whole = f"{office}.{part}" if part else office
    a, b, c, d = gaps[:4]
    raw = f"{agency}{a}{whole}{b}/{c}{series}{d}{number}"
    found = parse(thai_digits(raw) if thai else raw)
    assert found.form is Form.OFFICE
    assert found.key == f"{agency} {whole}/{series + ' ' if series else ''}{number}"


@given(st.text(max_size=40) | st.text(st.sampled_from("มท ว.0123/-()๐๑ที่ลงวันที่\\"), max_size=30))
def test_whatever_is_typed_has_a_key_that_is_its_own(raw: str) -> None:
    assert key_of(key_of(raw)) == key_of(raw)
