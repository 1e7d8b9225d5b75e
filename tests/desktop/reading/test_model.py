"""What was read: a line is its words, a page its lines."""

from desktop.reading.model import Box, Line, PageReading, Quality, Word


def _word(text: str, left: float, top: float) -> Word:
    return Word(text, Box(left, top, 10.0, 5.0), 0.9)


def test_a_line_is_as_large_as_all_its_words() -> None:
    line = Line((_word("ที่", 20.0, 31.0), _word("มท ๐๘๐๘.๒", 35.0, 30.0)))
    assert line.text == "ที่ มท ๐๘๐๘.๒"
    assert line.box == Box(20.0, 30.0, 25.0, 6.0)


def test_a_page_says_its_lines_from_the_top() -> None:
    lines = (Line((_word("เรื่อง", 20.0, 60.0),)), Line((_word("เรียน", 20.0, 70.0),)))
    page = PageReading(210.0, 297.0, lines, Quality(), "none")
    assert page.text == "เรื่อง\nเรียน"
