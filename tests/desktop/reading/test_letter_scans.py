"""The generated letters: the truth about them is true, and the same seed gives the same page."""

import pytest
from PIL import ImageChops

from desktop.letters.book_numbers import Form, parse
from desktop.letters.model import Kind
from desktop.office.thai import arabic_digits
from tests.helpers.letter_scans import HELD, Wear, letter, misread, reading, scan

SEEDS = range(40)


def test_the_fields_stand_on_the_page() -> None:
    for seed in SEEDS:
        one = letter(seed)
        said = arabic_digits(reading(one).text).replace("\n", "").replace(" ", "")
        assert one.fields.book_number.replace(" ", "") in said
        assert one.fields.subject.replace(" ", "") in said
        for line in (*one.fields.references, *one.fields.enclosures):
            assert line.replace(" ", "") in said


def test_every_letter_has_a_number_and_a_day_that_can_be() -> None:
    for seed in SEEDS:
        fields = letter(seed).fields
        assert parse(fields.book_number).form is Form.OFFICE
        assert fields.letter_date.year == 2026 or fields.letter_date.month == 12


def test_all_forms_and_wears_come_about() -> None:
    kinds = {letter(seed).fields.kind for seed in HELD}
    assert kinds == {Kind.EXTERNAL, Kind.CIRCULAR, Kind.INTERNAL, Kind.SEALED}
    faces = {letter(seed).face.name for seed in HELD} - {letter(seed).face.name for seed in SEEDS}
    assert faces  # a digit reader tuned on the others has never seen these


def test_ink_stands_where_the_truth_says() -> None:
    one = letter(3)
    page = scan(one).picture.convert("L")
    mm = 300 / 25.4
    for line in reading(one).lines:
        for word in line.words:
            box = word.box
            ink = page.crop((box.left * mm, box.top * mm, box.right * mm, box.bottom * mm))
            assert min(ink.tobytes()) < 160, word.text
            assert all(left <= right for left, right in word.spans)
            assert len(word.spans) == len(word.text)


@pytest.mark.parametrize("wear", list(Wear))
def test_the_same_seed_gives_the_same_page(wear: Wear) -> None:
    first, again = scan(letter(5), wear), scan(letter(5), wear)
    assert ImageChops.difference(first.picture.convert("L"), again.picture.convert("L")).getbbox() is None
    assert (first.dpi, first.skew) == (again.dpi, again.skew)


def test_a_poor_reader_errs_as_often_as_asked() -> None:
    perfect = reading(letter(7))
    assert misread(perfect, 1, 0.0).text.split() == perfect.text.split()
    assert misread(perfect, 1, 0.05).text != perfect.text
    assert misread(perfect, 1, 0.05) == misread(perfect, 1, 0.05)
