"""The one state a clerk sees: green only when everything is proven, and every other state for a reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.errors import known_codes
from desktop.office.post_state import CLOCK_WRONG, DISK_LOW, FRESH, RED, STUCK, UNSENT_TOO_LONG, PostFacts, judge

NOW = datetime(2026, 11, 11, 3, 0, tzinfo=UTC)
GOOD = PostFacts(NOW, proven=True, last_news=NOW - timedelta(seconds=5))
SECOND = timedelta(seconds=1)


def test_everything_proven_is_green() -> None:
    state = judge(GOOD)
    assert (state.kind, state.fresh_at, state.waiting, state.trouble) == ("green", GOOD.last_news, 0, "")


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"acts_pending": 1, "oldest_pending": NOW}, "blue"),
        ({"blobs_unsent": 1}, "blue"),
        ({"blobs_wanted": 1}, "blue"),
        ({"proven": False}, "blue"),
        ({"last_news": None}, "blue"),
        ({"last_news": None, "listening": True}, "blue"),
        ({"last_news": NOW - FRESH}, "green"),
        ({"last_news": NOW - FRESH - SECOND}, "blue"),
        ({"last_news": NOW - FRESH - SECOND, "listening": True}, "green"),
        ({"offline_since": NOW}, "yellow"),
        ({"offline_since": NOW, "acts_pending": 3, "oldest_pending": NOW}, "yellow"),
        ({"trouble": "post.no_line", "offline_since": NOW}, "yellow"),
        ({"attention": 1}, "orange"),
        ({"attention": 1, "offline_since": NOW}, "orange"),
        ({"clock_off": CLOCK_WRONG}, "green"),
        ({"clock_off": CLOCK_WRONG + SECOND}, "red"),
        ({"clock_off": -CLOCK_WRONG - SECOND}, "red"),
        ({"acts_pending": 1, "oldest_pending": NOW - UNSENT_TOO_LONG}, "blue"),
        ({"acts_pending": 1, "oldest_pending": NOW - UNSENT_TOO_LONG - SECOND}, "red"),
        ({"trouble": "store.disk_full", "attention": 4}, "red"),
        ({"disk_free": DISK_LOW}, "green"),
        ({"disk_free": DISK_LOW - 1}, "red"),
        ({"acts_pending": 1, "oldest_pending": NOW, "waiting_since": NOW - STUCK}, "blue"),
        ({"blobs_unsent": 1, "waiting_since": NOW - STUCK - SECOND}, "red"),
        ({"blobs_unsent": 1, "waiting_since": NOW - STUCK - SECOND, "offline_since": NOW}, "yellow"),
        ({"trouble": "post.desk_copied"}, "red"),
    ],
)
def test_what_each_fact_makes_of_it(facts: dict[str, Any], kind: str) -> None:
    assert judge(replace(GOOD, **facts)).kind == kind


def test_a_red_state_says_which_trouble_it_is() -> None:
    for code in RED:
        assert judge(replace(GOOD, trouble=code)).trouble == code
    assert judge(replace(GOOD, clock_off=timedelta(hours=1))).trouble == "post.clock_wrong"
    late = replace(GOOD, acts_pending=1, oldest_pending=NOW - timedelta(hours=5))
    assert judge(late).trouble == "post.unsent_too_long"
    assert judge(replace(GOOD, trouble="post.no_line")).trouble == ""


def test_every_trouble_has_words() -> None:
    assert RED | {"post.unsent_too_long", "post.clock_wrong", "post.stuck", "store.disk_low"} <= known_codes()


def test_counts_are_what_they_say() -> None:
    facts = replace(GOOD, acts_pending=5, oldest_pending=NOW, blobs_unsent=2, blobs_wanted=4, seconds_left=9)
    state = judge(facts)
    assert (state.acts_pending, state.blobs_pending, state.waiting, state.seconds_left) == (5, 6, 7, 9)


SPANS = st.timedeltas(timedelta(hours=-6), timedelta(hours=6))
MOMENTS = st.none() | SPANS.map(lambda span: NOW + span)
FACTS = st.builds(
    PostFacts,
    st.just(NOW),
    acts_pending=st.integers(0, 2),
    oldest_pending=MOMENTS,
    blobs_unsent=st.integers(0, 1),
    blobs_wanted=st.integers(0, 1),
    attention=st.integers(0, 1),
    proven=st.booleans(),
    last_news=MOMENTS,
    listening=st.booleans(),
    offline_since=MOMENTS,
    trouble=st.sampled_from(["", "post.no_line", "post.refused", *sorted(RED)]),
    clock_off=SPANS,
    waiting_since=MOMENTS,
    disk_free=st.none() | st.integers(0, 2 * DISK_LOW),
)


@given(FACTS)
def test_green_is_never_hoped(facts: PostFacts) -> None:
    state = judge(facts)
    if state.kind == "green":
        assert facts.acts_pending == facts.blobs_unsent == facts.blobs_wanted == facts.attention == 0
        assert facts.proven
        assert facts.last_news is not None
        assert facts.listening or facts.now - facts.last_news <= FRESH
        assert facts.offline_since is None
        assert facts.trouble not in RED
        assert abs(facts.clock_off) <= CLOCK_WRONG
        assert facts.disk_free is None or facts.disk_free >= DISK_LOW
    assert (state.kind == "red") == bool(state.trouble)
