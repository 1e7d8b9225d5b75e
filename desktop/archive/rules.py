"""What the archive decides without looking at a store: how long letters are kept, and when a list may be approved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.archive.model import Answer, Member, MemberRole, Retention
from desktop.office.dates import year_be
from desktop.office.secrecy import Secrecy

USUAL = "usual"
LISTING_DAYS = 60
"""Within so many days after the calendar year the list of that year is made; so long the National Archives has, too."""
MOST_YEARS = 200
"""For which letters of a class may be kept, where they are not kept for ever."""
FEWEST_MEMBERS = 2
"""Beside the chair."""


def in_force(rules: Iterable[Retention], day: date) -> dict[str, Retention]:
    """Code -> the rule that holds on a day, in the order in which the codes come.

    Of several the one of the latest day holds, of that day the one that was set last. Which letters a class is usual
    for stays as it was where a rule does not say.
    """
    rules = tuple(rules)
    held: dict[str, Retention] = {}
    for rule in sorted(rules, key=_since):
        if rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to):
            before = held.get(rule.code)
            held[rule.code] = replace(rule, usual_for=rule.usual_for or (before.usual_for if before else ()))
    return {code: held[code] for code in dict.fromkeys(rule.code for rule in rules) if code in held}


def _since(rule: Retention) -> tuple[date, bool, str]:
    return rule.valid_from, rule.set_at is not None, rule.set_at.isoformat() if rule.set_at else ""


def usual_class(rules: Iterable[Retention], channel: str, secrecy: str) -> str:
    """The class of a letter of which nobody said anything."""
    wanted = "secret" if secrecy != Secrecy.NORMAL else channel
    return next((rule.code for rule in rules if wanted in rule.usual_for), USUAL)


def year_to_list(today: date) -> int:
    """The calendar year (พ.ศ.) whose list is made now: the last one that is over."""
    return year_be(today) - 1


def is_time_to_list(today: date) -> bool:
    """Whether the sixty days after the end of the year run."""
    return (today - date(today.year, 1, 1)).days < LISTING_DAYS


def committee_problems(members: Sequence[tuple[str, str]]) -> str | None:
    """Code of what is wrong with a committee of (role, name); None when it may sit."""
    names = [name.strip() for _, name in members]
    if not all(names) or len(set(names)) != len(names):
        return "archive.committee_names"
    chairs = sum(role == MemberRole.CHAIR for role, _ in members)
    if chairs != 1 or len(members) - chairs < FEWEST_MEMBERS:
        return "archive.committee_small"
    return None


def approval_problem(members: Iterable[Member], answer: str, sent_on: date, approved_on: date) -> str | None:
    """Code of what a list lacks before it may be approved; None when nothing is."""
    members = tuple(members)
    if committee_problems([(member.role, member.name) for member in members]) is not None:
        return "archive.committee_small"
    if any(member.signed_on is None for member in members):
        return "archive.committee_unsigned"
    if answer not in set(Answer):
        return "archive.no_answer"
    if sent_on > approved_on:
        return "archive.days_backward"
    if answer == Answer.NO_REPLY and approved_on < sent_on + timedelta(days=LISTING_DAYS):
        return "archive.answer_not_due"
    return None
