"""The words that were typed are marked where they stand, however either is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.marking import excerpt, spans
from desktop.office.thai import normalise


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("ขอเชิญประชุม", "ประชุม", ["ประชุม"]),
        ("เลขที่ ๑๒๓/๒๕๖๙", "123", ["๑๒๓"]),
        ("เเจ้งเวียน", "แจ้ง", ["เเจ้ง"]),
        ("นํ้าท่วม", "น้ำ", ["นํ้า"]),
        ("ต่าง ๆ นานา", "ต่างๆ", ["ต่าง ๆ "]),
        ("Memo ABC", "abc", ["ABC"]),
        ("กากา", "กาก ากา", ["กากา"]),
        ("ขอเชิญ", "ประชุม", []),
        ("", "ก", []),
    ],
)
def test_words_are_marked_as_they_are_written(text: str, words: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words)] == marked


@given(st.text("กขาิี่้ๆเแำํ ๑๒12aB\u200b", max_size=20), st.text("กขาิี่้ๆเแำํ ๑๒12aB", max_size=4))
def test_marks_lie_in_the_text_in_order(text: str, words: str) -> None:
    found = spans(text, words)
    flat = [place for span in found for place in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert bool(found) == any(word in normalise(text) for word in normalise(words).split())


def test_an_excerpt_shows_what_was_found() -> None:
    said = excerpt("ก" * 300 + " น้ำท่วม " + "ข" * 300, "ท่วม", 40)
    assert "ท่วม" in said[:20]
    assert (said[0], said[-1], len(said)) == ("…", "…", 42)
