"""Thai lines are measured as they print and broken where a reader would."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paper.ops import Face
from desktop.paper.thai_text import break_lines, clean, fitting_size_pt, points, width_mm, words

MARKS_AND_TAILS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํๅๆฯ")
THAI = st.text(st.sampled_from("กขคงจชญฐดตนปผพมยรลวสหอเแโใไะาำิีุู่้์ๆฯ .,()/๑๒12ab"), max_size=60)


def test_a_millimetre_is_a_millimetre() -> None:
    assert points(25.4) == pytest.approx(72)


def test_marks_take_no_width_and_size_scales_it() -> None:
    assert width_mm("ที่", 16) == pytest.approx(width_mm("ท", 16))
    assert width_mm("ปั่น", 32) == pytest.approx(2 * width_mm("ปั่น", 16))
    assert width_mm("น้ำ", 16) > width_mm("น", 16)
    assert width_mm("กอง", 16, Face.BOLD) > width_mm("กอง", 16)


def test_figures_of_one_size_stand_in_columns() -> None:
    assert len({round(width_mm(digit, 15), 6) for digit in "0123456789"}) == 1


def test_a_long_name_gets_smaller_until_it_fits() -> None:
    name = "องค์การบริหารส่วนตำบลหนองญู่"
    size = fitting_size_pt(name, 16, 30)
    assert size < 16
    assert width_mm(name, size) == pytest.approx(30)
    assert fitting_size_pt("สั้น", 16, 30) == 16


def test_lines_break_between_words() -> None:
    lines = break_lines("ค่าปรับเพิ่มร้อยละยี่สิบของค่าธรรมเนียมที่ค้างชำระ", 15, 59)
    assert lines == ["ค่าปรับเพิ่มร้อยละยี่สิบของค่าธรรมเนียมที่", "ค้างชำระ"]


def test_a_line_rather_ends_at_a_blank() -> None:
    address = "๙๙ หมู่ที่ ๒ ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ ๕๐๑๐๐"
    assert break_lines(address, 13, 68) == ["๙๙ หมู่ที่ ๒ ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่ ๕๐๑๐๐"]


def test_a_word_wider_than_the_column_is_broken_at_a_word_inside_it() -> None:
    assert words("องค์การบริหารส่วนตำบล") == ["องค์การบริหารส่วนตำบล"]
    assert break_lines("องค์การบริหารส่วนตำบล", 16, 25) == ["องค์การบริหาร", "ส่วนตำบล"]


def test_a_line_never_starts_with_what_belongs_to_the_line_before() -> None:
    for most in range(12, 60, 3):
        for line in break_lines("ดังนี้ (ต่าง ๆ) ฯลฯ พ.ศ. ๒๕๖๙ กรุงเทพฯ ที่ ๑/๒๕๖๙", 16, most)[1:]:
            assert line[0] not in "ๆฯ)/."


def test_a_break_in_the_text_stays_and_nothing_is_one_line() -> None:
    assert break_lines("บรรทัดแรก\nบรรทัดสอง", 16, 100) == ["บรรทัดแรก", "บรรทัดสอง"]
    assert break_lines("", 16, 100) == [""]
    assert break_lines("กข", 16, 0.1) == ["ก", "ข"]


def test_an_endless_word_is_broken_in_good_time() -> None:
    for endless in ("x" * 3000, "เ" * 2000, "การ" * 1000):
        assert all(width_mm(line, 16) <= 60 for line in break_lines(endless, 16, 60))


def test_what_has_no_ink_is_not_printed() -> None:
    assert clean("ที่\u200bประชุม\tครั้ง\u00adที่") == "ที่ประชุม ครั้งที่"


@settings(max_examples=60, deadline=None)
@given(text=THAI, most_mm=st.integers(8, 80))
def test_breaking_loses_nothing_and_keeps_to_the_column(text: str, most_mm: int) -> None:
    lines = break_lines(text, 16, most_mm)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    for before, line in zip(["", *lines], lines, strict=False):
        fits = width_mm(line, 16) <= most_mm
        one_cluster = len(line.rstrip("".join(MARKS_AND_TAILS) + ".,)/").lstrip("เแโใไ")) <= 2
        assert fits or one_cluster, (line, lines)
        assert not before or not line or line[0] not in "ัิีุู่้์"
