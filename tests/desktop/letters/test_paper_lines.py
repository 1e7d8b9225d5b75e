"""Lines of lists as fields: their values come back as they went, and what was typed says what became of each line."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.merge import Change, merge, unfit
from desktop.letters.model import Citation, Enclosure, EnclosureKind, Registration
from desktop.letters.paper_lines import (
    CITATION,
    ENCLOSURE,
    changes,
    citation_of,
    enclosure_of,
    fits,
    laid_over,
    line_of,
    name_of,
    value_of,
)
from desktop.letters.typed_lists import citation_line, citations_of, enclosure_line, enclosures_of

TODAY = date(2026, 11, 11)
ONE, TWO, THREE = (bytes([n] * 16) for n in (1, 2, 3))
REPORT, NAMES, MAP = (
    Enclosure("แบบรายงาน", 2, EnclosureKind.SET, ONE),
    Enclosure("รายชื่อ", id=TWO),
    Enclosure("แผนที่", 3, EnclosureKind.DISC, THREE),
)
SEEN = Registration("อำเภอ", "นายก", "เรื่อง", enclosures=(REPORT, NAMES, MAP))
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(
    lambda text: text.split() == [text.strip()] or (text.strip() and " ".join(text.split()) == text.strip())
)


@given(WORDS.filter(str.strip), st.integers(1, 999_999), st.sampled_from(EnclosureKind))
def test_an_enclosure_comes_back_as_it_went(title: str, amount: int, kind: EnclosureKind) -> None:
    one = Enclosure(" ".join(title.split()), amount, kind)
    assert enclosure_of(value_of(one)) == one
    assert fits(line_of(name_of(ENCLOSURE, ONE)) or pytest.fail("no line"), value_of(one))


@given(WORDS.filter(str.strip), st.none() | st.dates())
def test_a_citation_comes_back_as_it_went(number: str, day: date | None) -> None:
    one = Citation(" ".join(number.split()), day)
    assert citation_of(value_of(one)) == one


@pytest.mark.parametrize(
    "value", ["", "ชื่อ", "ชื่อ\t0\tset", "ชื่อ\tสอง\tset", "\t1\tset", "ชื่อ\t1\tset\tmore", "ก" * 3_000 + "\t1\tset"]
)
def test_what_is_no_line_is_not_taken(value: str) -> None:
    field = name_of(ENCLOSURE, ONE)
    assert unfit([Change(field, None, value)]) == [field]


def test_only_names_of_lines_are_names_of_lines() -> None:
    assert line_of("subject") is None
    assert line_of("enclosure.zz") is None
    assert line_of(name_of(CITATION, TWO)) == (CITATION, TWO)
    assert unfit([Change("picture." + "0" * 32, None, "x")]) == ["picture." + "0" * 32]


def test_nothing_typed_is_nothing_changed() -> None:
    assert changes(SEEN, SEEN) == []
    moved = replace(SEEN, enclosures=(NAMES, REPORT, MAP))
    assert changes(SEEN, moved) == []


def test_a_line_in_the_place_of_another_is_that_one_put_right() -> None:
    wanted = replace(SEEN, enclosures=(Enclosure("แบบรายงาน", 5, EnclosureKind.SET), NAMES, MAP))
    assert changes(SEEN, wanted) == [(ENCLOSURE, ONE, "แบบรายงาน\t2\tset", "แบบรายงาน\t5\tset")]


def test_what_is_missing_is_taken_back_and_what_is_over_is_new() -> None:
    wanted = replace(
        SEEN, enclosures=(REPORT, MAP, Enclosure("ซีดี", 1, EnclosureKind.DISC)), citations=(Citation("1/2"),)
    )
    assert changes(SEEN, wanted) == [
        (ENCLOSURE, TWO, "รายชื่อ\t1\tpaper", None),
        (ENCLOSURE, None, None, "ซีดี\t1\tdisc"),
        (CITATION, None, None, "1/2\t"),
    ]


def test_a_line_that_one_changed_and_another_took_back_differs() -> None:
    field = name_of(ENCLOSURE, ONE)
    merged = merge({field: None}, [Change(field, "แบบรายงาน\t2\tset", "แบบรายงาน\t5\tset")])
    assert [change.field for change in merged.differing] == [field]
    assert merge({field: "แบบรายงาน\t2\tset"}, [Change(field, "แบบรายงาน\t2\tset", None)]).settled
    assert not merge({field: None}, [Change(field, "แบบรายงาน\t2\tset", None)]).differing


def test_lines_are_laid_over_the_form_as_they_travelled() -> None:
    new = bytes([9] * 16)
    over = laid_over(
        SEEN,
        {
            name_of(ENCLOSURE, ONE): "แบบรายงาน\t7\tset",
            name_of(ENCLOSURE, TWO): None,
            name_of(CITATION, new): "ชม 1/1\t2026-11-01",
            "subject": "อื่น",
        },
    )
    assert over.enclosures == (replace(REPORT, amount=7), MAP)
    assert over.citations == (Citation("ชม 1/1", date(2026, 11, 1)),)
    assert (over.citations[0].id, over.enclosures[0].id) == (new, ONE)


def test_a_line_that_was_not_touched_is_the_one_that_was_shown() -> None:
    """Also one that would be read otherwise: the list may have come from another office's system."""
    odd = Enclosure("ชุดที่ 3 ชุด", 120_000, EnclosureKind.ITEM, ONE)
    typed = "\n".join((enclosure_line(odd), "แบบรายงาน ๔ ชุด"))
    assert [one.id for one in enclosures_of(typed, (odd,))] == [ONE, None]
    assert enclosures_of(typed, (odd,))[0] is odd
    cited = Citation("ที่  มท ๐๘๐๘/1", date(2026, 11, 1), id=TWO)
    assert citations_of(citation_line(cited), TODAY, (cited,))[0] is cited


def test_the_same_line_twice_is_two_lines() -> None:
    twice = (replace(NAMES, id=ONE), replace(NAMES, id=TWO))
    typed = "\n".join(map(enclosure_line, twice))
    assert [one.id for one in enclosures_of(typed, twice)] == [ONE, TWO]
    assert changes(replace(SEEN, enclosures=twice), replace(SEEN, enclosures=twice[:1])) == [
        (ENCLOSURE, TWO, "รายชื่อ\t1\tpaper", None)
    ]
