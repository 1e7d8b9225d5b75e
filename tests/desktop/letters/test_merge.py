"""Three ways to one letter: nothing typed is lost, whatever the order in which desks write."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.merge import AMENDABLE, Change, merge, unfit

FIELDS = ("subject", "from_party", "remarks")
VALUES = st.sampled_from(["ก", "ข", "ค", ""])
LETTER = {"subject": "ก", "from_party": "ก", "remarks": None}


def test_fields_that_nobody_else_touched_take_the_new_value() -> None:
    merged = merge({"subject": "เก่า", "remarks": "ของเขา"}, [Change("subject", "เก่า", "ใหม่")])
    assert merged.settled == (Change("subject", "เก่า", "ใหม่"),)
    assert not merged.differing


def test_a_field_changed_by_two_keeps_what_came_first_and_tells_the_second() -> None:
    mine = Change("subject", "เก่า", "ของฉัน")
    assert merge({"subject": "ของเขา"}, [mine]).differing == (mine,)


@pytest.mark.parametrize(("stands", "wanted"), [("เหมือนกัน", "เหมือนกัน"), (None, ""), ("  ก ", "ก")])
def test_two_who_wrote_the_same_do_not_differ(stands: str | None, wanted: str) -> None:
    merged = merge({"remarks": stands}, [Change("remarks", "เดิม", wanted)])
    assert merged.settled == merged.differing == ()


@dataclass
class Amendment:
    """One desk's change of some fields, made on what it saw when the first `seen` of all amendments had been merged."""

    wanted: dict[str, str]
    seen: int


AMENDMENTS = st.lists(
    st.builds(
        Amendment,
        st.dictionaries(st.sampled_from(FIELDS), VALUES, min_size=1),
        st.integers(0, 6),
    ),
    max_size=6,
)


@given(AMENDMENTS)
def test_every_value_ever_typed_stands_stood_or_is_told(amendments: list[Amendment]) -> None:
    """S15 over any schedule of desks that see old versions: no value goes without a trace, and no field jumps back."""
    states: list[dict[str, str | None]] = [dict(LETTER)]
    for amendment in amendments:
        base = states[min(amendment.seen, len(states) - 1)]
        now = states[-1]
        merged = merge(now, [Change(name, base[name], new) for name, new in amendment.wanted.items()])
        written = {change.field: change.new for change in merged.settled}
        told = {change.field: change.new for change in merged.differing}
        for name, new in amendment.wanted.items():
            stands = (now[name] or "") == new
            assert (name in written) + (name in told) + stands == 1
        for name in told:
            assert (now[name] or "") != (base[name] or ""), "only what somebody changed meanwhile may differ"
        for name in written:
            assert (now[name] or "") == (base[name] or ""), "nothing that was changed meanwhile is overwritten"
        states.append({**now, **written})


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES), st.dictionaries(st.sampled_from(FIELDS), VALUES))
def test_changes_of_different_fields_give_the_same_letter_in_either_order(
    one: dict[str, str], other: dict[str, str]
) -> None:
    other = {name: new for name, new in other.items() if name not in one}

    def applied(*orders: dict[str, str]) -> dict[str, str | None]:
        letter: dict[str, str | None] = dict(LETTER)
        for wanted in orders:
            merged = merge(letter, [Change(name, LETTER[name], new) for name, new in wanted.items()])
            assert not merged.differing
            letter |= {change.field: change.new for change in merged.settled}
        return letter

    assert applied(one, other) == applied(other, one)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", " "),
        ("from_party", None),
        ("letter_date", "11/11/2569"),
        ("due_date", "2026-11-31"),
        ("urgency", "soon"),
        ("channel", None),
        ("number", "1"),
        ("secrecy", "normal"),
    ],
)
def test_what_does_not_fit_is_named(field: str, value: str | None) -> None:
    assert unfit([Change(field, None, value)]) == [field]


def test_a_field_named_twice_does_not_fit() -> None:
    assert unfit([Change("remarks", None, "ก"), Change("remarks", None, "ข")]) == ["remarks"]


def test_everything_amendable_fits_what_a_form_gives() -> None:
    good = {"letter_date": None, "due_date": "2026-11-30", "urgency": "urgent", "channel": "email", "remarks": None}
    assert unfit([Change(name, None, good.get(name, "คำ")) for name in AMENDABLE]) == []
