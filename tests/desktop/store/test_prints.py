"""What of a page survives bad reading: the same few prints of two readings, other ones of another page."""

import pytest

from desktop.store.prints import MOST, figured, figures, prints, skeleton
from tests.helpers.letter_scans import letter, misread, reading

PAGE = reading(letter(7_001, "external"))


def test_tones_vowels_and_letters_of_one_shape_make_no_difference() -> None:
    assert skeleton("ที่ว่าการอำเภอ") == skeleton("ทีวาการอาเภอ") == skeleton("หวาถารอำเภอ")
    assert skeleton("ขอเชิญประชุม ครั้งที่ ๕") == skeleton("ขอเชิญประชุมครั้งที่6")
    assert skeleton("น้ำ") != skeleton("ไฟ")
    assert skeleton("😀 Email") == b"email"


def test_figures_stay_in_arabic_and_apart() -> None:
    assert figured("ที่ มท ๐๘๐๘.๒/ว ๔๕๑๒") == figured("ท มท 0808.2/ว4512")
    assert figured("๕๐๒๐๐\n๑๑ พ.ย.").startswith(b"50200|11")
    assert figures("เลข 12 และ 345 และ ๓๔๕ และ 6789") == ["345", "6789"]


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.1])
def test_a_page_read_badly_keeps_most_of_its_prints(rate: float) -> None:
    once, again = prints(PAGE.text), prints(misread(PAGE, 3, rate).text)
    assert len(set(once) & set(again)) >= 0.6 * len(once)


def test_there_are_never_more_than_so_many() -> None:
    assert prints("") == []
    long = "".join(f"จังหวัด{n}ยินดีแจ้งเรื่อง{n * n} " + chr(0x0E01 + n % 40) * 3 for n in range(2_000))
    assert 0 < len(prints(long)) <= MOST
