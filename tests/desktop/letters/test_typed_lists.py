"""What is typed of enclosures and citations, a line for each, in every form that papers bear."""

from datetime import date

import pytest

from desktop.letters.model import Citation, Enclosure, EnclosureKind
from desktop.letters.typed_lists import citation_line, citations_of, enclosure_line, enclosures_of

TODAY = date(2026, 11, 11)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("แบบรายงาน 2 ชุด", Enclosure("แบบรายงาน", 2, EnclosureKind.SET)),
        ("แบบรายงาน จำนวน ๒ ชุด", Enclosure("แบบรายงาน", 2, EnclosureKind.SET)),
        ("๑. แบบรายงาน จำนวน ๒ ชุด", Enclosure("แบบรายงาน", 2, EnclosureKind.SET)),
        ("2) แผ่นบันทึกข้อมูล 1 แผ่น", Enclosure("แผ่นบันทึกข้อมูล", 1, EnclosureKind.DISC)),
        ("สำเนาหนังสือ กค 0402/5 1 ฉบับ", Enclosure("สำเนาหนังสือ กค 0402/5", 1, EnclosureKind.PAPER)),
        ("รายชื่อ", Enclosure("รายชื่อ")),
        ("แบบ ๔ ๐ ชุด", Enclosure("แบบ ๔", 0, EnclosureKind.SET)),
        ("โครงการปี 2570", Enclosure("โครงการปี 2570")),
        ("2 ชุด", Enclosure("2 ชุด")),
        ("ตัวอย่างน้ำ 3 รายการ", Enclosure("ตัวอย่างน้ำ", 3, EnclosureKind.ITEM)),
    ],
)
def test_an_enclosure_is_read(line: str, expected: Enclosure) -> None:
    assert enclosures_of(f"\n  {line}  \n\n") == (expected,)


def test_what_is_shown_of_an_enclosure_is_read_as_the_same() -> None:
    for kind in EnclosureKind:
        one = Enclosure("แบบรายงาน", 12, kind)
        assert enclosures_of(enclosure_line(one)) == (one,)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ชม 52301/77 ลงวันที่ 1 พ.ย. 69", Citation("ชม 52301/77", date(2026, 11, 1))),
        ("หนังสือจังหวัด ที่ ชม ๐๐๒๓/๗๗ ลว. ๑/๑๑/๒๕๖๙", Citation("หนังสือจังหวัด ที่ ชม ๐๐๒๓/๗๗", date(2026, 11, 1))),
        ("ชม 52301/77 (ลงวันที่ 1 พฤศจิกายน 2569)", Citation("ชม 52301/77", date(2026, 11, 1))),
        ("ชม 52301/77", Citation("ชม 52301/77")),
        ("ชม 52301/77 ลงวันที่ 1 พ.ย. 2026", Citation("ชม 52301/77 ลงวันที่ 1 พ.ย. 2026")),
        ("ชม 52301/77 ลงวันที่เดียวกัน", Citation("ชม 52301/77 ลงวันที่เดียวกัน")),
        ("หนังสือฉบับก่อน", Citation("หนังสือฉบับก่อน")),
    ],
)
def test_a_citation_is_read_and_nothing_of_it_is_lost(line: str, expected: Citation) -> None:
    assert citations_of(line, TODAY) == (expected,)
    assert citations_of(citation_line(expected), TODAY) == (expected,)


def test_every_line_is_one_in_the_order_of_the_paper() -> None:
    assert [one.title for one in enclosures_of("๑. ก\n๒. ข\n\n๓. ค")] == ["ก", "ข", "ค"]
    assert [one.book_number for one in citations_of("1. ชม 1/2\n2. ชม 1/3", TODAY)] == ["ชม 1/2", "ชม 1/3"]
