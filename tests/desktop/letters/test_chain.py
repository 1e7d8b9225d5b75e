"""The municipal chain: who is above and below, who would get a letter, what somebody holds. Pure rules."""

from datetime import UTC, date, datetime

import pytest

from desktop.accounts.model import Person, Post, Role, Unit
from desktop.letters.chain import downward, may_reassign, part_for, recipients, upward
from desktop.letters.route_model import Part, Purpose
from desktop.letters.stages import stages_as_json, stages_from_json

CLK, ENG = (Unit(code.encode().rjust(16), code, code, code, code) for code in ("CLK", "ENG"))
NOON = datetime(2026, 11, 11, 5, tzinfo=UTC)


def person(name: str, unit: Unit = ENG) -> Person:
    return Person(name.encode().rjust(16), name, name, name, "", "", unit, Role.OFFICER)


def post(code: str, rung: int, above: str = "", holder: str = "", unit: Unit = CLK, closed: bool = False) -> Post:
    above_id = above.encode().rjust(16) if above else None
    holder_id = holder.encode().rjust(16) if holder else None
    return Post(code.encode().rjust(16), code, code, code, rung, unit.id, above_id, holder_id, holder, closed)


POSTS = (
    post("desk", 1, "section", "officer", ENG),
    post("section", 2, "head", "chief", ENG),
    post("head", 3, "deputy", "director", ENG),
    post("deputy", 4, "palad"),
    post("palad", 5, "vice", "clerk"),
    post("vice", 6, "mayor", closed=True),
    post("mayor", 7, "", "mayor"),
)


def codes(posts: tuple[Post, ...]) -> list[str]:
    return [one.code for one in posts]


@pytest.mark.parametrize(
    ("name", "unit", "above"),
    [
        ("officer", ENG, ["section", "head", "deputy", "palad", "mayor"]),
        ("director", ENG, ["deputy", "palad", "mayor"]),
        ("somebody", ENG, ["desk", "section", "head", "deputy", "palad", "mayor"]),
        ("mayor", CLK, []),
    ],
)
def test_the_chain_goes_up_from_where_somebody_sits_past_what_was_closed(
    name: str, unit: Unit, above: list[str]
) -> None:
    assert codes(upward(POSTS, person(name, unit))) == above


def test_the_chain_goes_down_to_who_reports_to_a_post() -> None:
    assert codes(downward(POSTS, person("director"))) == ["section"]
    assert codes(downward(POSTS, person("clerk", CLK))) == ["deputy"]
    assert downward(POSTS, person("somebody")) == ()


def test_a_chain_that_bites_its_tail_ends() -> None:
    ring = (post("a", 1, "b", "officer"), post("b", 2, "a"))
    assert codes(upward(ring, person("officer"))) == ["b", "a"]


def test_the_preview_says_who_and_what_is_vacant() -> None:
    stages = ((part_for(POSTS[3]),), (Part(ENG.id, Purpose.COPY), Part(ENG.id, person_id=person("chief").id)))
    people = {person("chief").id: "chief"}
    ((first,), (second, third)) = recipients(stages, {CLK.id: "สำนักปลัด", ENG.id: "กองช่าง"}, POSTS, people)
    assert (first.post_name, first.is_vacant, first.unit_name) == ("deputy", True, "สำนักปลัด")
    assert (second.unit_name, second.post_name) == ("กองช่าง", "")
    assert third.person_name == "chief"


def test_a_route_survives_being_written_down_and_nonsense_is_no_route() -> None:
    stages = (
        (Part(ENG.id), Part(CLK.id, Purpose.COPY, wants_ack=True)),
        (Part(CLK.id, post_id=POSTS[4].id, person_id=person("x").id),),
    )
    assert stages_from_json(stages_as_json(stages)) == stages
    dated = ((Part(ENG.id, due=date(2026, 11, 12)),),)
    assert stages_from_json(stages_as_json(dated)) == ((Part(ENG.id),),)
    for nonsense in (
        "",
        "[]",
        "[[]]",
        "{}",
        '[[{"purpose": "action"}]]',
        '[[{"unit": "zz", "purpose": "action"}]]',
        "7",
    ):
        assert stages_from_json(nonsense) == ()


def test_heads_reassign_in_their_unit_and_executives_everywhere() -> None:
    assert may_reassign(Role.HEAD, of_unit=True)
    assert may_reassign(Role.EXECUTIVE, of_unit=False)
    assert not may_reassign(Role.HEAD, of_unit=False)
    assert not may_reassign(Role.CLERK, of_unit=True)
