"""Capacities and the exact words of a signature block (รักษาราชการแทน, ปฏิบัติราชการแทน, รักษาการในตำแหน่ง)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.letters.authority import (
    EXPIRED,
    NOT_THEIRS,
    OTHER_SCOPE,
    RECALLED,
    Capacity,
    Delegation,
    flaw_of,
    standings,
)

NOON = datetime(2026, 1, 14, 5, tzinfo=UTC)
"""14 January 2569, 12:00 in Thailand."""
NIPA, SOMSRI = b"nipa".rjust(16), b"somsri".rjust(16)
DEPUTY, CLERK, MAYOR = "รองปลัดเทศบาล", "ปลัดเทศบาล", "นายกเทศมนตรีเมืองแม่เหียะ"
ACTS = Delegation(
    b"a".rjust(16), "๑๒/๒๕๖๙", date(2026, 1, 12), Capacity.ACTING, CLERK, date(2026, 1, 13), date(2026, 1, 16), NIPA
)
TO_THE_CLERK = Delegation(
    b"m".rjust(16), "๔๕๐/๒๕๖๘", date(2025, 6, 1), Capacity.DELEGATED, MAYOR, date(2025, 6, 1), to_position=CLERK
)


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        (Capacity.ACTING, "รองปลัดเทศบาล รักษาราชการแทน"),
        (Capacity.DELEGATED, "รองปลัดเทศบาล ปฏิบัติราชการแทน"),
        (Capacity.CARETAKER, "รองปลัดเทศบาล รักษาการในตำแหน่ง"),
    ],
)
def test_each_capacity_has_its_own_words_above_the_post(capacity: Capacity, words: str) -> None:
    own, acting = standings(NIPA, DEPUTY, [replace(ACTS, capacity=capacity)], NOON)
    assert own.block("นางสาวนิภา") == ("(นางสาวนิภา)", DEPUTY)
    assert acting.block("นางสาวนิภา") == ("(นางสาวนิภา)", words, CLERK)
    assert acting.acted_as == f"{words} {CLERK}"


def test_who_stands_in_a_post_has_what_was_delegated_to_it() -> None:
    """The block of the regulation with three posts, word for word."""
    *_, highest = standings(NIPA, DEPUTY, [TO_THE_CLERK, ACTS], NOON)
    assert highest.block("นางสาวนิภา") == (
        "(นางสาวนิภา)",
        "รองปลัดเทศบาล รักษาราชการแทน",
        "ปลัดเทศบาล ปฏิบัติราชการแทน",
        "นายกเทศมนตรีเมืองแม่เหียะ",
    )


def test_what_was_delegated_is_not_passed_on() -> None:
    """The clerk delegates a power to the deputy: the mayor's powers do not come along."""
    found = standings(NIPA, DEPUTY, [replace(ACTS, capacity=Capacity.DELEGATED), TO_THE_CLERK], NOON)
    assert [one.lines[-1] for one in found] == [DEPUTY, CLERK]


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        (datetime(2026, 1, 12, 16, 59, tzinfo=UTC), 1),
        (datetime(2026, 1, 12, 17, tzinfo=UTC), 2),
        (datetime(2026, 1, 16, 16, 59, tzinfo=UTC), 2),
        (datetime(2026, 1, 16, 17, tzinfo=UTC), 1),
    ],
)
def test_an_order_holds_from_midnight_to_midnight_in_thailand(moment: datetime, count: int) -> None:
    assert len(standings(NIPA, DEPUTY, [ACTS], moment)) == count


def test_a_recalled_order_is_offered_no_more() -> None:
    recalled = replace(ACTS, recalled_at=NOON)
    assert len(standings(NIPA, DEPUTY, [recalled], NOON)) == 1
    assert flaw_of([recalled], NIPA, DEPUTY, NOON, "external", "approve") == RECALLED
    assert flaw_of([recalled], NIPA, DEPUTY, NOON.replace(hour=4), "external", "approve") is None


def test_what_is_wrong_is_named() -> None:
    assert flaw_of([ACTS], NIPA, DEPUTY, NOON, "external", "approve") is None
    assert flaw_of([ACTS], SOMSRI, "นักวิชาการ", NOON, "external", "approve") == NOT_THEIRS
    assert flaw_of([ACTS], NIPA, DEPUTY, NOON.replace(day=17), "external", "approve") == EXPIRED
    narrow = replace(ACTS, kinds=frozenset({"internal"}), actions=frozenset({"approve"}))
    assert flaw_of([narrow], NIPA, DEPUTY, NOON, "external", "approve") == OTHER_SCOPE
    assert flaw_of([narrow], NIPA, DEPUTY, NOON, "internal", "circulate") == OTHER_SCOPE
    assert flaw_of([narrow], NIPA, DEPUTY, NOON, "internal", "approve") is None


def test_a_chain_must_hold_together() -> None:
    assert flaw_of([ACTS, TO_THE_CLERK], NIPA, DEPUTY, NOON, "external", "approve") is None
    other = replace(TO_THE_CLERK, to_position="ผู้อำนวยการกองช่าง")
    assert flaw_of([ACTS, other], NIPA, DEPUTY, NOON, "external", "approve") == NOT_THEIRS
