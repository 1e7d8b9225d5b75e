"""A slip's code: read back whatever the keyboard stood on, and never taken for another."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.slips import Numbered, code_of, letter_of, number_of
from desktop.office.thai import thai_digits

_THAI_KEYS = str.maketrans("0123456789", "จๅ/-ภถุึคต")
ids = st.binary(min_size=16, max_size=16)


@given(ids)
def test_a_code_is_read_back_under_either_layout(letter_id: bytes) -> None:
    code = code_of(letter_id)
    assert len(code) == 43
    for read in (code, f" {code}\n", code.translate(_THAI_KEYS), thai_digits(code)):
        assert letter_of(read) == letter_id


@given(ids, st.integers(0, 42), st.integers(1, 9))
def test_one_wrong_digit_is_no_slip(letter_id: bytes, place: int, by: int) -> None:
    code = code_of(letter_id)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert letter_of(wrong) is None


@given(ids, st.integers(0, 41))
def test_two_digits_in_wrong_order_are_no_slip(letter_id: bytes, place: int) -> None:
    code = code_of(letter_id)
    if code[place] != code[place + 1]:
        assert letter_of(code[:place] + code[place + 1] + code[place] + code[place + 2 :]) is None


def test_what_is_no_slip_gives_none() -> None:
    for text in ("", "4824", "TDR1|500109|2569", "8" * 43, "หนังสือ", code_of(b"\x00" * 16)[:-1]):
        assert letter_of(text) is None


def test_numbers_are_typed_as_clerks_type_them() -> None:
    assert number_of("4824", 2569) == Numbered(4824, 2569)
    assert number_of("04824/69", 2569) == Numbered(4824, 2569)
    assert number_of("๔๘๒๔ / ๒๕๖๘", 2569) == Numbered(4824, 2568)
    assert number_of("มท 0808", 2569) is None
