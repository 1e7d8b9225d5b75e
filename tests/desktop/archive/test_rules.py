"""The rules of keeping, by the day; committees and what an approval needs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop.archive.model import Answer, Member, MemberRole
from desktop.archive.retention import shipped
from desktop.archive.rules import (
    approval_problem,
    committee_problems,
    in_force,
    is_time_to_list,
    usual_class,
    year_to_list,
)

TODAY = date(2026, 11, 11)
CHAIR, MEMBER = MemberRole.CHAIR, MemberRole.MEMBER


def committee(*, signed: date | None = TODAY) -> list[Member]:
    return [Member(bytes([n] * 16), role, f"คนที่ {n}", "", signed) for n, role in enumerate((CHAIR, MEMBER, MEMBER))]


def test_ten_years_are_usual_and_each_rule_has_its_source() -> None:
    rules = in_force(shipped(), TODAY)
    assert rules["usual"].years == 10
    assert {code: rule.years for code, rule in rules.items()} == {
        "usual": 10, "electronic": 20, "elsewhere": 5, "money": 5, "routine": 1,
        "history": None, "evidence": None, "secret": None,
    }  # fmt: skip
    assert all(rule.cite and rule.name_th and rule.name_en for rule in shipped())


def test_a_rule_holds_from_its_day_to_its_last() -> None:
    assert "electronic" not in in_force(shipped(), date(2021, 5, 25))
    assert "electronic" in in_force(shipped(), date(2021, 5, 26))
    old = replace(shipped()[0], valid_to=date(2025, 12, 31))
    assert "usual" in in_force((old,), date(2025, 12, 31))
    assert "usual" not in in_force((old,), date(2026, 1, 1))


def test_the_office_s_rule_holds_from_its_day_and_the_one_before_until_then() -> None:
    usual = shipped()[0]
    set_at = datetime(2026, 11, 1, tzinfo=UTC)
    own = replace(usual, years=15, usual_for=(), valid_from=date(2027, 1, 1), set_by="กานดา", set_at=set_at)
    rules = (*shipped(), own)
    assert in_force(rules, date(2026, 12, 31))["usual"] == usual
    now = in_force(rules, date(2027, 1, 1))
    assert (now["usual"].years, now["usual"].usual_for) == (15, usual.usual_for)
    assert list(now) == list(in_force(shipped(), TODAY))
    again = replace(own, years=12, set_at=set_at + timedelta(hours=1))
    assert in_force((again, *rules), date(2027, 1, 1))["usual"].years == 12


def test_the_class_of_a_letter_of_which_nobody_said_anything() -> None:
    rules = shipped()
    assert usual_class(rules, "paper", "normal") == "usual"
    assert usual_class(rules, "email", "normal") == "electronic"
    assert usual_class(rules, "email", "secret") == "secret"
    assert usual_class(rules, "carried by a pigeon", "normal") == "usual"


def test_the_list_is_of_the_year_that_is_over_within_sixty_days() -> None:
    assert year_to_list(date(2026, 1, 1)) == 2568
    assert is_time_to_list(date(2026, 1, 1))
    assert is_time_to_list(date(2026, 3, 1))
    assert not is_time_to_list(date(2026, 3, 2))


def test_a_committee_has_a_chair_and_two_more_people() -> None:
    whole = [(CHAIR, "ก"), (MEMBER, "ข"), (MEMBER, "ค")]
    assert committee_problems(whole) is None
    assert committee_problems(whole[:2]) == "archive.committee_small"
    assert committee_problems([(MEMBER, "ก"), (MEMBER, "ข"), (MEMBER, "ค")]) == "archive.committee_small"
    assert committee_problems([(CHAIR, "ก"), (CHAIR, "ข"), (MEMBER, "ค"), (MEMBER, "ง")]) == "archive.committee_small"
    assert committee_problems([*whole, (MEMBER, " ข ")]) == "archive.committee_names"
    assert committee_problems([*whole, (MEMBER, " ")]) == "archive.committee_names"


def test_an_approval_needs_signatures_and_the_archives_word() -> None:
    sent = date(2026, 9, 1)
    assert approval_problem(committee(), Answer.AGREED, sent, TODAY) is None
    assert approval_problem(committee(signed=None), Answer.AGREED, sent, TODAY) == "archive.committee_unsigned"
    assert approval_problem(committee()[:2], Answer.AGREED, sent, TODAY) == "archive.committee_small"
    assert approval_problem(committee(), Answer.AGREED, TODAY, sent) == "archive.days_backward"
    assert approval_problem(committee(), "later", sent, TODAY) == "archive.no_answer"


def test_no_reply_counts_as_agreed_after_sixty_days() -> None:
    assert approval_problem(committee(), Answer.NO_REPLY, date(2026, 9, 12), TODAY) is None
    assert approval_problem(committee(), Answer.NO_REPLY, date(2026, 9, 13), TODAY) == "archive.answer_not_due"
