import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.national_id import Kind, check_digit, classify, digits_of, format_id, is_valid, mask
from desktop.office.thai import thai_digits

TWELVE = st.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize(("first", "last"), [("123456789012", 1), ("310060044563", 5), ("099900000011", 6)])
def test_check_digits(first: str, last: int) -> None:
    assert check_digit(first) == last


@given(TWELVE, st.integers(0, 9))
def test_exactly_one_last_digit_fits(first: str, last: int) -> None:
    assert is_valid(f"{first}{last}") == (last == check_digit(first))


@given(TWELVE, st.sampled_from([0, 1, *range(3, 12)]), st.integers(1, 9))
def test_a_slipped_digit_is_noticed(first: str, place: int, step: int) -> None:
    """But for the third digit, whose weight is 11, and for remainders 0 and 10, which share a check digit."""
    wrong = first[:place] + str((int(first[place]) + step) % 10) + first[place + 1 :]
    remainders = {sum(int(digit) * (13 - at) for at, digit in enumerate(number)) % 11 for number in (first, wrong)}
    assert (check_digit(wrong) != check_digit(first)) != (remainders == {0, 10})


@given(TWELVE)
def test_however_it_is_typed_it_is_the_same_number(first: str) -> None:
    number = f"{first}{check_digit(first)}"
    assert digits_of(format_id(number)) == digits_of(thai_digits(f" {number} ")) == number
    assert mask(number)[:4] == format_id(number)[:4]
    assert first[3:10] not in mask(number)


def test_written_and_masked() -> None:
    assert format_id("1234567890121") == "1-2345-67890-12-1"
    assert mask("3501234567569") == "3-50xx-xxxxx-56-9"


@pytest.mark.parametrize("typed", ["", "123", "12345678901234", "123456789012x", "1.234567890121"])
def test_not_a_number(typed: str) -> None:
    assert not is_valid(typed)
    with pytest.raises(ValueError, match="13 digits"):
        mask(typed)


def test_the_first_digit_classifies_and_never_refuses() -> None:
    assert classify("3100600445635") is Kind.PERSON
    assert classify("0999000000116") is Kind.SPECIAL
    assert classify("9000000000000") is Kind.UNASSIGNED
    assert is_valid("0999000000116")
