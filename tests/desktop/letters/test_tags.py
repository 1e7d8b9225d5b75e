"""A provisional tag is a whole number and comes back as it was written."""

import pytest

from desktop.letters.tags import PROVISIONAL, is_provisional, number_of, tag_of


@pytest.mark.parametrize("code", ["C2", "0", "A0Z9", "ZZZZZZZZ"])
def test_a_tag_comes_back_as_it_was_written(code: str) -> None:
    number = number_of(code, 17)
    assert is_provisional(number)
    assert number < 1 << 63
    assert tag_of(number) == f"ชค-{code}-17"


@pytest.mark.parametrize("number", [-1, -PROVISIONAL, -(1 << 62)])
def test_a_number_that_no_desk_makes_has_no_tag(number: int) -> None:
    with pytest.raises(ValueError, match="not a tag"):
        tag_of(number)
