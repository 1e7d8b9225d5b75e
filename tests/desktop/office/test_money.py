import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.money import MOST, baht_text, format_baht, parse_baht
from desktop.office.thai import thai_digits

SUMS = st.integers(0, MOST) | st.integers(0, 10**7)
ONES = {"หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}


def heard(words: str) -> int:
    """The number that a Thai listener understands."""
    total = group = digit = 0
    while words:
        word = next(word for word in (*ONES, *PLACES, "ล้าน", "ศูนย์") if words.startswith(word))
        words = words.removeprefix(word)
        if word == "ล้าน":
            total, group, digit = (total + group + digit) * 10**6, 0, 0
        elif word in PLACES:
            group, digit = group + (digit or 1) * PLACES[word], 0
        else:
            digit = ONES.get(word, 0)
    return total + group + digit


def heard_satang(text: str) -> int:
    baht, _, rest = text.rpartition("บาท")
    return heard(baht) * 100 + (0 if rest == "ถ้วน" else heard(rest.removesuffix("สตางค์")))


@given(SUMS)
def test_words_are_heard_as_the_same_sum(satang: int) -> None:
    text = baht_text(satang)
    assert heard_satang(text) == satang
    assert text.endswith("บาทถ้วน" if satang % 100 == 0 else "สตางค์")


@pytest.mark.parametrize(
    ("satang", "text"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (25, "ยี่สิบห้าสตางค์"),
        (11_00, "สิบเอ็ดบาทถ้วน"),
        (21_00, "ยี่สิบเอ็ดบาทถ้วน"),
        (101_00, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (1_234_50, "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์"),
        (1_000_001_00, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (11_000_000_00, "สิบเอ็ดล้านบาทถ้วน"),
        (1_000_000_000_000_00, "หนึ่งล้านล้านบาทถ้วน"),
        (123_456_789_21, "หนึ่งร้อยยี่สิบสามล้านสี่แสนห้าหมื่นหกพันเจ็ดร้อยแปดสิบเก้าบาทยี่สิบเอ็ดสตางค์"),
        (1, "หนึ่งสตางค์"),
        (1_01, "หนึ่งบาทหนึ่งสตางค์"),
        (180_00, "หนึ่งร้อยแปดสิบบาทถ้วน"),
        (MOST, "สิบล้านล้านบาทถ้วน"),
    ],
)
def test_sums_in_words(satang: int, text: str) -> None:
    assert baht_text(satang) == text


@pytest.mark.parametrize("satang", [-1, MOST + 1])
def test_sums_outside_the_bounds_are_refused(satang: int) -> None:
    with pytest.raises(ValueError, match="between"):
        baht_text(satang)


@given(SUMS)
def test_a_written_sum_is_read_back(satang: int) -> None:
    assert parse_baht(format_baht(satang)) == satang
    assert parse_baht(thai_digits(format_baht(satang))) == satang
    assert parse_baht(format_baht(satang).replace(",", "")) == satang


@pytest.mark.parametrize(
    ("typed", "satang"),
    [("1,234.50", 123450), ("๑,๒๓๔.๕", 123450), (".25", 25), ("0", 0), ("฿100", 10000), (" 100 บาท ", 10000)],
)
def test_ways_to_type_a_sum(typed: str, satang: int) -> None:
    assert parse_baht(typed) == satang


@pytest.mark.parametrize("typed", ["", ".", "-1", "1.234", "1,23", "12,34.00", "1 000", "ร้อย", "1e3", "1.", "9" * 20])
def test_no_sum(typed: str) -> None:
    with pytest.raises(ValueError, match="sum"):
        parse_baht(typed)


def test_a_negative_sum_is_written_with_its_sign() -> None:
    assert format_baht(-150) == "-1.50"
    assert format_baht(123450) == "1,234.50"
