"""Who acts for which post of the chain: by the order's words, on its days, and never by somebody who is away too."""

from dataclasses import replace

import pytest

from desktop.letters.authority import Capacity
from desktop.letters.chain import is_for, part_for, recipients, upward
from desktop.letters.deputies import acting_for, deputies, in_their_stead, stands_in
from desktop.letters.model import Purpose, Route, RouteState
from desktop.office.ids import Id
from tests.helpers.chain import (
    ACTS,
    CLERK,
    CLK,
    DAY,
    DEPUTY,
    ENGINEER,
    GIVEN,
    MAYOR,
    PALAD,
    PEOPLE,
    POSTS,
    TO_THE_POST,
    TOP,
    key,
    order,
)


@pytest.mark.parametrize(("day", "who"), [(12, []), (13, ["นิภา"]), (16, ["นิภา"]), (17, [])])
def test_an_order_makes_a_deputy_on_its_days(day: int, who: list[str]) -> None:
    found = deputies(POSTS, PEOPLE, (ACTS,), DAY.replace(day=day))
    assert [one.person.name_th for one in found] == who


def test_who_is_away_acts_for_nobody_and_their_deputy_has_what_was_delegated_to_the_post() -> None:
    found = deputies(POSTS, PEOPLE, (ACTS, TO_THE_POST), DAY)
    assert [(one.post.code, one.person.name_th, len(one.standing.chain), one.is_instead) for one in found] == [
        ("PALAD", "นิภา", 1, True),
        ("MAYOR", "นิภา", 2, False),
    ]
    (one,) = deputies(POSTS, PEOPLE, (TO_THE_POST,), DAY)
    assert (one.person, one.words) == (CLERK, "จำลอง ปฏิบัติราชการแทน")


def test_a_vacant_post_is_its_caretakers() -> None:
    vacant = replace(PALAD, holder_id=None, holder_name="")
    found = deputies((vacant,), PEOPLE, (replace(ACTS, capacity=Capacity.CARETAKER),), DAY)
    ((one,),) = recipients(((part_for(vacant),),), {}, (vacant,), {}, found)
    assert (one.deputies, one.is_deputed) == (("นิภา รักษาการในตำแหน่ง",), True)


def test_a_post_that_the_chain_calls_otherwise_is_known_by_its_holder() -> None:
    renamed = order(Capacity.ACTING, "ปลัดเทศบาลเมืองตัวอย่าง", DEPUTY, holder_id=CLERK.id)
    assert [one.post.code for one in deputies(POSTS, PEOPLE, (renamed,), DAY)] == ["PALAD"]
    assert deputies(POSTS, PEOPLE, (replace(renamed, holder_id=None),), DAY) == ()


def sent(holder: Id | None) -> Route:
    """On its way to the clerk's post; given to a person where `holder` is not the clerk."""
    return Route(
        key("r"), CLK.id, "", Purpose.ACTION, None, None, RouteState.SENT, DAY, "", None, None, post_id=PALAD.id,
        holder_id=holder,
    )  # fmt: skip


def test_what_is_for_the_post_is_the_deputys_unless_it_was_given_to_another_person() -> None:
    acting = acting_for(deputies(POSTS, PEOPLE, (ACTS,), DAY), DEPUTY.id)
    assert [post.code for post in acting] == ["PALAD"]
    assert is_for(sent(CLERK.id), DEPUTY, (), acting)
    assert not is_for(sent(CLERK.id), DEPUTY, ())
    assert not is_for(sent(ENGINEER.id), DEPUTY, (), acting)
    assert not is_for(sent(CLERK.id), MAYOR, (), acting_for((), MAYOR.id))


def test_who_stands_in_sends_on_from_the_post_they_stand_in() -> None:
    found = deputies(POSTS, PEOPLE, (order(Capacity.ACTING, "ปลัดเทศบาล", ENGINEER), GIVEN), DAY)
    assert [post.code for post in upward(in_their_stead(POSTS, found, ENGINEER.id), ENGINEER)] == ["MAYOR"]
    assert in_their_stead(POSTS, found, DEPUTY.id) == POSTS
    assert stands_in(found, TOP) is None


def test_an_order_about_some_letters_makes_a_deputy_in_those_alone() -> None:
    (one,) = deputies(POSTS, PEOPLE, (replace(GIVEN, kinds=frozenset({"order"})),), DAY)
    assert (one.covers("order"), one.covers("external")) == (True, False)
