"""What a typed number means, percentiles, and the numbers after a change of keeper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.queue.model import Lane, State, Ticket
from desktop.queue.rules import first_after, percentile, priority_in_a_row, read_code, report, scanned_day, slip_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("A17", ("A", 17)),
        (" a-017 ", ("A", 17)),
        ("A๑๗", ("A", 17)),
        ("ฤๅึ", ("A", 17)),
        ("ฟๅึ", ("A", 17)),
        ("THESABAN-Q:2026-11-22:A017", ("A", 17)),
        ("A 1234", ("A", 1234)),
        ("17", None),
        ("AA17", None),
        ("A0", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_and_scanners_type_it(typed: str, meant: tuple[str, int] | None) -> None:
    assert read_code(typed) == meant


def test_a_slip_is_read_back_with_its_day() -> None:
    ticket = Ticket(b"", "2026-11-22", "A", 17, "A", Lane.NORMAL, State.WAITING)
    assert read_code(slip_words(ticket)) == ("A", 17)
    assert scanned_day(slip_words(ticket)) == "2026-11-22"
    assert scanned_day("A017") is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(typed: str) -> None:
    read = read_code(typed)
    assert read is None or (len(read[0]) == 1 and read[1] > 0)


@given(st.integers(0, 5000))
def test_a_new_keeper_goes_on_in_the_next_hundred(seen: int) -> None:
    after = first_after(seen)
    assert after == 0 if not seen else after > seen and after % 100 == 0


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_so_many_of_a_hundred_do_not_exceed_the_percentile(values: list[float], percent: int) -> None:
    found = percentile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)


def test_nothing_is_counted_of_a_day_on_which_nobody_came() -> None:
    day = report("2026-11-22", ())
    assert (day.taken, day.served, day.waiting_p50, day.places) == (0, 0, None, ())


def test_the_row_of_the_priority_lane_ends_with_the_first_other() -> None:
    normal, priority = Lane.NORMAL, Lane.PRIORITY
    assert priority_in_a_row([]) == 0
    assert priority_in_a_row([priority, priority, normal, priority]) == 2
    assert priority_in_a_row([priority, priority]) == 2
