"""Fields are found by the layout of official letters, and what is doubtful is said."""

from collections import Counter
from dataclasses import replace
from datetime import date
from math import radians, tan

import pytest

from desktop.reading.model import Box, Line, PageReading, Quality, Word
from desktop.suggesting.model import Field
from desktop.suggesting.suggesting import suggest
from tests.desktop.suggesting.truths import is_right, truth, wrong
from tests.helpers.letter_scans import (
    LOOKED_AT,
    LOOKED_AT_LATER,
    LOOKED_AT_LATEST,
    READ_ONCE,
    TUNED,
    TUNED_LATER,
    TUNED_LATEST,
    letter,
    misread,
    reading,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("form", ["external", "memo", "sealed"])
def test_every_field_of_a_well_read_letter_is_right(form: str) -> None:
    for seed in range(12):
        one = letter(seed, form)
        assert wrong(one.fields, suggest((reading(one),), TODAY)) == {}, seed


@pytest.mark.parametrize(
    "seeds", [TUNED, TUNED_LATER, TUNED_LATEST, READ_ONCE, LOOKED_AT, LOOKED_AT_LATER, LOOKED_AT_LATEST], ids=str
)
def test_every_field_of_the_letters_that_were_looked_at_is_right_when_well_read(seeds: range) -> None:
    for one in map(letter, seeds):
        assert wrong(one.fields, suggest((reading(one),), TODAY)) == {}, one.seed


def test_each_suggestion_shows_where_it_was_read() -> None:
    one = letter(2, "external")
    found = suggest((reading(one),), TODAY).found
    subject = [drawn.box() for drawn in one.drawn if drawn.part == "subject"]
    box = found[Field.SUBJECT].place.box
    assert box.top <= min(each.top for each in subject) + 0.2
    assert box.right >= max(each.right for each in subject) - 0.2
    number = found[Field.BOOK_NUMBER].place.box
    drawn = next(each for each in one.drawn if each.part == "book_number")
    assert drawn.x < number.left < number.right < drawn.right + 0.5  # without the label


def test_a_page_that_lies_askew_is_read_as_if_it_lay_straight() -> None:
    fall = tan(radians(2.0))
    for seed in range(12):
        one = letter(seed)
        straight = reading(one)
        lines = tuple(Line(tuple(_turned(word, fall) for word in line.words)) for line in straight.lines)
        found = suggest((replace(straight, lines=lines, quality=Quality(skew=2.0)),), TODAY)
        assert wrong(one.fields, found) == {}
        number = next(drawn for drawn in one.drawn if drawn.part == "book_number").box()
        seen = found.found[Field.BOOK_NUMBER].place.box
        assert seen.right == pytest.approx(number.right - number.top * fall, abs=1.0)


def _turned(word: Word, fall: float) -> Word:
    box = word.box
    return Word(word.text, Box(box.left - box.top * fall, box.top + box.left * fall, box.width, box.height), 0.95)


def test_a_received_stamp_gives_neither_number_nor_day() -> None:
    stamped = [one for one in map(letter, range(120)) if one.stamp_at]
    assert len(stamped) > 10
    for one in stamped:
        found = suggest((reading(one),), TODAY)
        assert found.value(Field.LETTER_DATE) == one.fields.letter_date.isoformat()
        assert is_right(Field.BOOK_NUMBER, one.fields.book_number, found.value(Field.BOOK_NUMBER))


def test_labels_are_known_again_when_tones_are_lost() -> None:
    tones = str.maketrans("", "", "่้๊๋์็")
    for seed in range(10):
        one = letter(seed, "external")
        page = reading(one)
        bare = tuple(Line(tuple(_plain(word, tones) for word in line.words)) for line in page.lines)
        found = suggest((PageReading(210, 297, bare, Quality(), "bare"),), TODAY)
        assert found.value(Field.LETTER_DATE) == one.fields.letter_date.isoformat()
        assert found.value(Field.SUBJECT).translate(tones).replace(" ", "") == _bare_subject(page, tones)
        assert is_right(Field.BOOK_NUMBER, one.fields.book_number, found.value(Field.BOOK_NUMBER))


def _plain(word: Word, tones: dict[int, int | None]) -> Word:
    return Word(word.text.translate(tones), word.box, word.confidence)


def _bare_subject(page: PageReading, tones: dict[int, int | None]) -> str:
    return suggest((page,), TODAY).value(Field.SUBJECT).translate(tones).replace(" ", "")


def test_what_was_read_badly_is_doubted() -> None:
    sure_and_wrong, doubted_and_wrong = 0, 0
    right: Counter[Field] = Counter()
    letters = 40
    for seed in range(letters):
        one = letter(seed)
        found = suggest((misread(reading(one), seed, 0.015),), TODAY)
        bad = wrong(one.fields, found)
        right.update(field for field in truth(one.fields) if field not in bad)
        told = [found.found[field] for field in bad if field in found.found]
        doubted_and_wrong += sum(each.is_doubtful for each in told)
        sure_and_wrong += sum(not each.is_doubtful for each in told)
    assert right[Field.LETTER_DATE] >= letters * 0.9
    assert right[Field.BOOK_NUMBER] >= letters * 0.75
    assert doubted_and_wrong > sure_and_wrong


def test_other_days_of_the_page_are_alternatives() -> None:
    page = _page(
        (30, 60, "ที่ ชม 0023.3/ว 12"), (105, 70, "๙ มกราคม ๒๕๖๙"), (105, 20, "๑๒ ม.ค. ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม")
    )
    day = suggest((page,), TODAY).found[Field.LETTER_DATE]
    assert day.value == "2026-01-09"
    assert [other.value for other in day.alternatives] == ["2026-01-12"]


def test_a_subject_that_bears_a_number_is_not_the_letters() -> None:
    page = _page((30, 60, "ที่ ชม"), (105, 70, "๙ มกราคม ๒๕๖๙"), (30, 90, "เรื่อง รายงานผล ครั้งที่ ๑๒/๒๕๖๙"))
    assert Field.BOOK_NUMBER not in suggest((page,), TODAY).found


@pytest.mark.parametrize(
    ("below", "name"),
    [("สมุทรสาคร", "สำนักงานประกันสังคมจังหวัดสมุทรสาคร"), ("ถนนพหลโยธิน", "สำนักงานประกันสังคมจังหวัด")],
)
def test_an_offices_name_goes_on_below_but_not_with_its_street(below: str, name: str) -> None:
    page = _page(
        (30, 60, "ที่ สค 0030.1/396"), (120, 60, "สำนักงานประกันสังคมจังหวัด"), (120, 68, below), (105, 80, "๙ มกราคม ๒๕๖๙"),
        (30, 90, "เรื่อง ขอเชิญประชุม"),
    )  # fmt: skip
    assert suggest((page,), TODAY).value(Field.FROM_PARTY) == name


def test_a_year_that_cannot_be_is_mended_and_doubted() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๙ มกราคม ๒๕๐๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    day = suggest((page,), TODAY).found[Field.LETTER_DATE]
    assert day.value == "2026-01-09"
    assert day.is_doubtful


def test_a_day_that_has_not_come_is_none_of_a_letter() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๒๕ ธันวาคม ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    assert suggest((page,), TODAY).value(Field.LETTER_DATE) == ""


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ที่ มท ๐๘๐๘.๒/ว ๔๕๑๒", "มท ๐๘๐๘.๒/ว ๔๕๑๒"),
        ("ที่ มท๐๘๐๘.๒/ว๔๕๑๒", "มท ๐๘๐๘.๒/ว ๔๕๑๒"),
        ("ที ซม ๐๐๒๓.๓/๑๒๓", "ชม ๐๐๒๓.๓/๑๒๓"),
        ("ที่ ชม 52301|77", "ชม 52301/77"),
        ("ที่ ชม 0023.3ว 77", "ชม 0023.3/ว 77"),
        ("พี่ ชม 0023.3/77 .", "ชม 0023.3/77"),
        ("ที่ พย 52435/@ 421", "พย 52435/ว 421"),
        ("ที่ ศป ๐๐๐๘/ค ๖๑๑", "ศป ๐๐๐๘/ค ๖๑๑"),
        ("ที่ มท 0808.6/ว 1125.0'", "มท 0808.6/ว 11250"),
        ("ที่ ชม ๕๒๓๐๑.๘/๓๖๕)", "ชม ๕๒๓๐๑.๘/๓๖๕"),
        ("ที่ ขก ๐๐๐๙.๔/๔๔๖๒ย", "ขก ๐๐๐๙.๔/๔๔๖๒"),
        ("ที่ สข่ ๗๘๖๓๐/๒๘๙๘", "สข ๗๘๖๓๐/๒๘๙๘"),
        ("ที่ รย ๕๒๑๕๒/ว : ๑๐๙๔๒", "รย ๕๒๑๕๒/ว ๑๐๙๔๒"),
        ("ที่ ชม 53.564/15", "ชม 53564/15"),
    ],
)
def test_numbers_are_read_as_their_writers_meant_them(read: str, meant: str) -> None:
    page = _page((30, 60, read), (105, 70, "๙ มกราคม ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    assert suggest((page,), TODAY).value(Field.BOOK_NUMBER) == meant


def test_a_doubtful_digit_is_read_as_the_calendar_has_it() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๓๙ มกราคม ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    page = _doubting(page, "๓๙", (0, "๒", 0.3))
    day = suggest((page,), TODAY).found[Field.LETTER_DATE]
    assert day.value == "2026-01-29"
    assert day.is_doubtful


def test_another_reading_of_a_doubtful_digit_is_offered_and_lowers_the_confidence() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๙ มกราคม ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    sure = suggest((page,), TODAY).found[Field.BOOK_NUMBER]
    doubted = suggest((_doubting(page, "0023.3/12", (7, "7", 0.25)),), TODAY).found[Field.BOOK_NUMBER]
    assert (sure.value, doubted.value) == ("ชม 0023.3/12", "ชม 0023.3/12")
    assert sure.alternatives == ()
    assert [other.value for other in doubted.alternatives] == ["ชม 0023.3/72"]
    assert doubted.alternatives[0].confidence < doubted.confidence < sure.confidence
    assert doubted.is_doubtful


def _doubting(page: PageReading, text: str, other: tuple[int, str, float]) -> PageReading:
    """The page with another reading of a digit of one of its words."""
    lines = (
        Line(tuple(replace(word, others=(other,)) if word.text == text else word for word in line.words))
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))


def test_a_year_that_lost_a_figure_is_this_one_and_doubted() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๘ มกราคม ๒๕๖"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    day = suggest((page,), TODAY).found[Field.LETTER_DATE]
    assert (day.value, day.confidence < 0.5) == ("2026-01-08", True)


def test_words_in_which_a_sign_was_put_right_are_doubted_and_the_others_offered() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (30, 90, "เรื่อง ขอเชิญประชุมคณะกรร่มการ ' งวดที ๑."))
    subject = suggest((page,), TODAY).found[Field.SUBJECT]
    assert subject.value == "ขอเชิญประชุมคณะกรรมการ งวดที่ ๑"
    assert subject.is_doubtful
    assert [other.value for other in subject.alternatives] == ["ขอเชิญประชุมคณะกรร่มการ งวดที ๑"]


def test_specks_beside_a_month_are_passed_over() -> None:
    page = _page((30, 60, "ที่ ชม 0023.3/12"), (105, 70, "๘ มกราคม.: ๒๕๖๙"), (30, 90, "เรื่อง ขอเชิญประชุม"))
    assert suggest((page,), TODAY).value(Field.LETTER_DATE) == "2026-01-08"


def test_orders_and_announcements_say_what_they_are() -> None:
    order = _page((80, 50, "คำสั่งเทศบาลเมืองแม่เหียะ"), (95, 60, "ที่ ๑๒/๒๕๖๙"), (90, 70, "เรื่อง แต่งตั้งคณะทำงาน"))
    assert suggest((order,), TODAY).value(Field.KIND) == "order"
    told = _page((85, 50, "ประกาศจังหวัดเชียงใหม่"), (80, 60, "เรื่อง ประกวดราคา"))
    assert suggest((told,), TODAY).value(Field.KIND) == "announcement"


def test_blank_pages_are_passed_over_and_nothing_is_made_up() -> None:
    blank = PageReading(210, 297, (), Quality(is_blank=True), "none")
    one = letter(4)
    found = suggest((blank, reading(one)), TODAY)
    assert found.found[Field.BOOK_NUMBER].place.page == 1
    assert not suggest((blank,), TODAY)
    assert not suggest((), TODAY)
    drawing = _page((40, 120, "ภาพถ่ายสถานที่ก่อสร้าง"))
    assert not suggest((drawing,), TODAY)


def _page(*texts: tuple[float, float, str]) -> PageReading:
    """Lines at left, top (mm), their words 2 mm apart."""
    lines = []
    for left, top, text in texts:
        words = []
        for run in text.split():
            words.append(Word(run, Box(left, top, 2.0 * len(run), 4.0), 0.95))
            left += 2.0 * len(run) + 2
        lines.append(Line(tuple(words)))
    return PageReading(210, 297, tuple(lines), Quality(), "typed")


def test_what_stands_in_a_column_beside_its_label_belongs_to_it() -> None:
    page = _page(
        (30, 60, "ที่ ชม 52301/77"),
        (105, 70, "๙ มกราคม ๒๕๖๙"),
        (30, 90, "เรื่อง"),
        (54, 90, "ขอเชิญประชุม"),
        (30, 100, "เรียน"),
        (54, 100, "นายกเทศมนตรี"),
    )
    found = suggest((page,), TODAY)
    assert (found.value(Field.SUBJECT), found.value(Field.TO_PARTY)) == ("ขอเชิญประชุม", "นายกเทศมนตรี")
