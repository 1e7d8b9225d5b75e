"""What a certificate is worth and what falls due: from facts and a day alone, whatever order they came in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.certificates.model import Deed, Line, Origin, Standing, State, What
from desktop.certificates.rules import (
    anniversary,
    doubts,
    due_days,
    due_of,
    filled,
    next_due,
    number_of,
    standing,
)
from desktop.certificates.template import Template
from desktop.certificates.templates import shipped
from tests.desktop.certificates.conftest import licence

FOOD = shipped()[0]
ISSUED = date(2024, 2, 29)
AT = datetime(2026, 1, 1, tzinfo=UTC)


def deed(
    what: What, day: date = ISSUED, *, until: date | None = None, due: date | None = None, ends: date | None = None,
    n: int = 0,
) -> Deed:  # fmt: skip
    return Deed(bytes([n] * 16), what, f"เหตุ {n}", day, until, due, ends, None, "กานดา", "C1", AT + timedelta(hours=n))


def worth(today: date, *deeds: Deed, template: Template = FOOD, ends: date | None = None) -> Standing:
    return standing(template, ISSUED, ISSUED, ends, deeds, None, today)


def line(found: Standing, counts_from: date = ISSUED) -> Line:
    return Line(
        b"i" * 16, FOOD.code, FOOD.version, "FOOD", 2567, 1, 9, Origin.FIRST, "นางคำแปง สุขใจ", "ร้าน", "ที่",
        counts_from, found, 0, counts_from, counts_from,
    )  # fmt: skip


def test_the_day_of_a_leap_year_comes_every_year() -> None:
    days = list(due_days(ISSUED, ISSUED, date(2028, 12, 31)))
    assert days == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert anniversary(date(2026, 1, 14), 1) == date(2027, 1, 14)


def test_on_the_anniversary_itself_nothing_is_late() -> None:
    due = date(2025, 2, 28)
    assert worth(due).state is State.IN_FORCE
    assert worth(due + timedelta(days=1)) == Standing(State.UNPAID, None, (due,))
    paid = deed(What.FEE, date(2025, 2, 1), due=due)
    assert worth(due + timedelta(days=1), paid).state is State.IN_FORCE


def test_the_hardest_word_counts() -> None:
    today = date(2025, 6, 1)
    suspended = deed(What.SUSPEND, date(2025, 5, 1), n=1)
    closed, revoked = deed(What.CLOSE, date(2025, 5, 2), n=2), deed(What.REVOKE, date(2025, 5, 3), n=3)
    assert worth(today, suspended).state is State.SUSPENDED
    assert worth(today, suspended, closed).state is State.CLOSED
    assert worth(today, revoked, suspended, closed).state is State.REVOKED
    assert worth(date(2025, 5, 2), revoked).state is State.UNPAID
    assert standing(FOOD, ISSUED, ISSUED, None, [closed], today, today).state is State.REPLACED


def test_one_that_holds_for_a_year_ends_and_is_lengthened() -> None:
    ends = date(2025, 2, 27)
    template = licence()
    assert worth(ends, template=template, ends=ends).state is State.IN_FORCE
    assert worth(ends + timedelta(days=1), template=template, ends=ends).state is State.EXPIRED
    renewed = deed(What.RENEW, ends=date(2026, 2, 27))
    assert worth(date(2026, 2, 27), renewed, template=template, ends=ends).expires_on == date(2026, 2, 27)


_DEEDS = st.lists(
    st.builds(
        deed,
        st.sampled_from(list(What)),
        st.dates(date(2024, 3, 1), date(2027, 1, 1)),
        until=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
        due=st.sampled_from(list(due_days(ISSUED, ISSUED, date(2028, 1, 1)))),
        n=st.integers(0, 40),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(deeds=_DEEDS, today=st.dates(date(2024, 3, 1), date(2028, 1, 1)), seed=st.randoms(use_true_random=False))
def test_the_order_in_which_words_come_does_not_count(deeds: list[Deed], today: date, seed: object) -> None:
    shuffled = list(deeds)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert worth(today, *shuffled) == worth(today, *deeds)
    was_revoked = any(one.what is What.REVOKE and one.from_day <= today for one in deeds)
    assert (worth(today, *deeds).state is State.REVOKED) == was_revoked


def test_the_list_of_what_is_due_says_when_and_by_which_fees() -> None:
    today = date(2025, 2, 20)
    found = due_of(line(worth(today)), FOOD, (), today, 30)
    assert found is not None
    assert (found.kind, found.due_on, found.days_left, found.codes) == ("fee", date(2025, 2, 28), 8, ("FOOD_CERT",))
    assert due_of(line(worth(today)), FOOD, (), today, 5) is None
    late = date(2025, 3, 5)
    found = due_of(line(worth(late)), FOOD, (), late, 30)
    assert found is not None
    assert (found.days_left, found.codes, found.late_percent) == (-5, ("FOOD_CERT", "LATE_20"), 20)
    after = date(2027, 3, 5)
    found = due_of(line(worth(after)), FOOD, (), after, 30)
    assert found is not None
    assert found.unpaid == 3
    revoked = worth(after, deed(What.REVOKE))
    assert due_of(line(revoked), FOOD, (), after, 30) is None


def test_a_licence_that_ends_is_on_the_list() -> None:
    today, ends = date(2025, 2, 20), date(2025, 2, 27)
    found = due_of(line(worth(today, template=licence(), ends=ends)), licence(), (), today, 30)
    assert found is not None
    assert (found.kind, found.due_on, found.codes) == ("renewal", ends, ("HAZ_LICENSE",))
    assert due_of(line(worth(today, template=licence())), licence(), (), today, 30) is None


def test_the_oldest_unpaid_year_is_paid_first() -> None:
    today = date(2026, 6, 1)
    held = line(worth(today))
    assert next_due(held, FOOD, (), today) == date(2025, 2, 28)
    assert next_due(held, FOOD, [deed(What.FEE, due=date(2025, 2, 28))], today) == date(2026, 2, 28)
    assert next_due(held, licence(), (), today) is None


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("ให้ {holder}[ อายุ {age} ปี]", {"holder": "ก", "age": "45"}, "ให้ ก อายุ 45 ปี"),
        ("ให้ {holder}[ อายุ {age} ปี]", {"holder": "ก"}, "ให้ ก"),
        ("ให้ {holder}", {}, "ให้ -"),
        ("{holder}", {"holder": "{age} [x]"}, "{age} [x]"),
    ],
)
def test_values_stand_in_their_places(text: str, values: dict[str, str], said: str) -> None:
    assert filled(text, values) == said


@pytest.mark.parametrize(
    ("name", "odd"),
    [("บุญมี", True), ("นายบุญมี ใจคำ", False), ("บริษัทสุขภาพดี", False), ("พระสมชาย", False), ("", False)],
)
def test_a_name_without_surname_is_looked_at_and_allowed(name: str, odd: bool) -> None:
    from desktop.certificates.model import SignedBy, Wanted

    wanted = Wanted(FOOD, name, {}, SignedBy("", ()))
    assert doubts(wanted) == (("certificates.no_surname",) if odd else ())


def test_a_number_is_read_as_it_is_said() -> None:
    assert number_of(line(worth(ISSUED))) == "เล่มที่ 1 เลขที่ 9/2567"
