"""What the same keys say on the other keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.keyboard import _KEYS, _THAI, as_latin, as_thai, other_readings

MEANT = {
    "l;ylfu": "สวัสดี",
    "l,s,kp": "สมหมาย",
    "gmL[k]": "เทศบาล",
    "ๅ/-ภถ": "12345",
    "ภ๕ๅ/-": "4*123",
    "ะ้ฟืา": "thank",
}
"""Typed, and what was meant."""


@pytest.mark.parametrize(("typed", "meant"), MEANT.items())
def test_words_typed_on_the_wrong_keyboard_are_read_as_meant(typed: str, meant: str) -> None:
    assert other_readings(typed)[0] == meant


def test_the_two_keyboards_have_the_same_keys() -> None:
    assert len(set(_KEYS)) == len(set(_THAI)) == 94


@given(st.text(st.sampled_from(_KEYS), max_size=30))
def test_what_is_typed_on_one_comes_back_from_the_other(typed: str) -> None:
    assert as_latin(as_thai(typed)) == typed


@given(st.text(max_size=20))
def test_a_reading_is_never_what_was_typed(typed: str) -> None:
    assert typed not in other_readings(typed)
    assert all(one.strip() for one in other_readings(typed))
