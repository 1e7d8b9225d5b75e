"""Who gets a letter next, in the words of the route panel: who acts for whom on that day is known before it is sent."""

from dataclasses import replace
from datetime import datetime

import pytest

from desktop.accounts.model import Post
from desktop.letters.authority import Capacity, Delegation
from desktop.letters.chain import recipients
from desktop.letters.deputies import deputies
from desktop.letters.route_model import Part
from tests.helpers.chain import (
    ACTS,
    CLK,
    DAY,
    DEPUTY,
    ENG,
    ENGINEER,
    GIVEN,
    PALAD,
    PEOPLE,
    POSTS,
    TO_THE_POST,
    TOP,
    order,
)
from ui.letters.unit_list import place_of_post
from ui.letters.way import RouteWish, stages_of
from ui.letters.way_words import preview


def said(chosen: Post, *orders: Delegation, moment: datetime = DAY, kind: str = "external") -> str:
    acting = tuple(one for one in deputies(POSTS, PEOPLE, orders, moment) if one.covers(kind))
    stages = stages_of(RouteWish((chosen.id,)), POSTS, acting)
    return preview(recipients(stages, {CLK.id: "สำนักปลัด", ENG.id: "กองช่าง"}, POSTS, {}, acting))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (12, "ผู้รับถัดไป: ปลัดเทศบาล (จำลอง)"),
        (13, "ผู้รับถัดไป: ปลัดเทศบาล (นิภา รักษาราชการแทน)"),
        (16, "ผู้รับถัดไป: ปลัดเทศบาล (นิภา รักษาราชการแทน)"),
        (17, "ผู้รับถัดไป: ปลัดเทศบาล (จำลอง)"),
    ],
)
def test_it_is_who_acts_on_that_day(day: int, words: str) -> None:
    assert said(PALAD, ACTS, moment=DAY.replace(day=day)) == words


def test_beside_a_holder_who_is_there_both_are_named() -> None:
    assert said(TOP, GIVEN) == "ผู้รับถัดไป: นายกเทศมนตรี (สมชาย หรือ นิภา ปฏิบัติราชการแทน)"
    assert said(TOP, replace(GIVEN, kinds=frozenset({"order"}))) == "ผู้รับถัดไป: นายกเทศมนตรี (สมชาย)"
    assert said(TOP, ACTS, TO_THE_POST) == "ผู้รับถัดไป: นายกเทศมนตรี (สมชาย หรือ นิภา ปฏิบัติราชการแทน)"
    assert said(TOP, TO_THE_POST) == "ผู้รับถัดไป: นายกเทศมนตรี (สมชาย หรือ จำลอง ปฏิบัติราชการแทน)"


def test_a_deputy_of_another_unit_gets_it_in_their_own_hands() -> None:
    """Their desk has only what is on its way to their unit."""
    acts = order(Capacity.ACTING, "ปลัดเทศบาล", ENGINEER)
    acting = deputies(POSTS, PEOPLE, (acts,), DAY)
    stages = stages_of(RouteWish((PALAD.id,)), POSTS, acting)
    assert stages == ((Part(ENG.id, post_id=PALAD.id, person_id=ENGINEER.id),),)
    assert said(PALAD, acts) == "ผู้รับถัดไป: ปลัดเทศบาล (วิชัย รักษาราชการแทน)"
    assert stages_of(RouteWish((PALAD.id,)), POSTS) == ((Part(CLK.id, post_id=PALAD.id),),)


def test_the_list_of_places_names_who_stands_in() -> None:
    (deputy,) = deputies(POSTS, PEOPLE, (ACTS,), DAY)
    assert place_of_post(PALAD, deputy).name_th == "ปลัดเทศบาล · นิภา รักษาราชการแทน"
    assert place_of_post(PALAD).name_th == "ปลัดเทศบาล · จำลอง"
    assert deputy.person == DEPUTY
