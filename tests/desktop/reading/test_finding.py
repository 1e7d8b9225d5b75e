"""Words are found on a page however they are spelt, and where they stand is known to the character."""

import pytest

from desktop.reading.finding import find, holds
from desktop.reading.model import Box, Line, PageReading, Quality, Word


def word(text: str, left: float, top: float = 10.0, *, spans: bool = True) -> Word:
    places = tuple((left + place * 2.0, left + place * 2.0 + 2.0) for place in range(len(text)))
    return Word(text, Box(left, top, 2.0 * len(text), 5.0), 0.9, places if spans else ())


def page(*lines: tuple[Word, ...]) -> PageReading:
    return PageReading(210, 297, tuple(map(Line, lines)), Quality(), "test")


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("ที่ ชม ๐๐๒๓.๓/๒๙๐๑", "ชม 0023.3/2901"),
        ("น้ำท่วม", "น\u0e49\u0e4d\u0e32ท่วม"),
        ("น\u0e4d\u0e49าท่วม", "น้ำท่วม"),
        ("เเผนงาน", "แผนงาน"),
        ("ขอ เชิญ ประชุม", "เชิญประชุม"),
        ("Covid-19", "COVID-๑๙"),
    ],
)
def test_one_spelling_is_as_good_as_the_other(written: str, looked_for: str) -> None:
    assert holds(written, looked_for)
    assert len(find(page(tuple(word(part, 20 * place) for place, part in enumerate(written.split()))), looked_for)) == 1


def test_the_place_is_that_of_the_characters() -> None:
    ((box,),) = find(page((word("ขอเชิญประชุม", 30),)), "เชิญ")
    assert box == Box(34, 10, 8, 5)


def test_words_run_over_the_end_of_a_line() -> None:
    reading = page((word("เรื่องการป้องกัน", 20, 10),), (word("น้ำท่วม", 20, 20), word("และดินถล่ม", 50, 20)))
    ((first, second),) = find(reading, "ป้องกันน้ำ")
    assert (first.top, second.top) == (10, 20)
    assert second.left == 20


def test_each_place_is_told_once_in_the_order_of_reading() -> None:
    hits = find(page((word("ก", 5), word("ก", 20)), (word("ก", 5, 30),)), "ก")
    assert [(hit[0].left, hit[0].top) for hit in hits] == [(5, 10), (20, 10), (5, 30)]


def test_without_places_of_characters_the_whole_word_is_meant() -> None:
    ((box,),) = find(page((word("ขอเชิญประชุม", 30, spans=False),)), "เชิญ")
    assert box == Box(30, 10, 24, 5)


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b"])
def test_nothing_is_found_nowhere(nothing: str) -> None:
    assert find(page((word("ก", 5),)), nothing) == ()
    assert not holds("ก", nothing)
