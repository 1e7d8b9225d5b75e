"""A citizen is found by whatever is known of them, on whatever keyboard it was typed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.application import Office
from desktop.office.keyboard import as_latin, as_thai
from desktop.office.national_id import format_id
from desktop.office.thai import thai_digits
from desktop.people.model import Address, Entry, Tie
from desktop.people.queries import _HERE, _HOUSE, _PERSON, _ROOT
from tests.helpers.citizens import BUNMI, many, numbered
from tests.helpers.desk import person


@pytest.fixture
def town(office: Office) -> Office:
    """Somebody, among three thousand."""
    many(office.desk, 3000)
    people = office.people(person(office))
    citizen = people.record(replace(BUNMI, number=numbered(900_000)))
    people.record(Entry(title="นาง", given="สมหมาย", family="ยินดีต้อนรับ"))
    people.tie(citizen, people.record_house(Address("777/9", "4", tambon="แม่เหียะ")), Tie.PAYER)
    return office


@pytest.mark.parametrize(
    "typed",
    [numbered(900_000), "บุญมี ใจคำ", "ใจคำ บุญ", "081-234-5678", "0812345678", "๐๘๑๒๓๔๕๖๗๘"],
)
def test_whatever_is_known_finds_them_first(town: Office, typed: str) -> None:
    hit = town.people_queries.search(typed).hits[0]
    assert (hit.entity, hit.name) == ("person", "นายบุญมี ใจคำ")


def test_keys_of_the_other_keyboard_offer_who_was_meant(town: Office) -> None:
    found = town.people_queries.search("l,s,kp")
    assert found.read_as == "สมหมาย"
    assert all("สมหมาย" in hit.name for hit in found.hits)
    assert found.hits


def test_who_is_called_so_comes_before_who_merely_has_it_in_the_name(town: Office) -> None:
    people = town.people(person(town))
    people.record(Entry(given="เอก", family="ยินดี"))
    people.record(Entry(given="ยินดี", family="เอก"))
    names = [hit.name for hit in town.people_queries.search("ยินดี").hits]
    assert (names[0], set(names[1:])) == ("ยินดี เอก", {"เอก ยินดี", "นางสมหมาย ยินดีต้อนรับ"})


def test_a_house_is_found_with_its_people(town: Office) -> None:
    hits = [hit for hit in town.people_queries.search("777/9").hits if hit.entity == "house"]
    assert [(hit.name, hit.about) for hit in hits] == [("777/9 หมู่ 4 ต.แม่เหียะ", "นายบุญมี ใจคำ")]


@pytest.mark.parametrize(
    "typed",
    [
        "นายบุญมี",
        "นาย บุญมี",
        "นาย บุญมี ใจคำ",
        "คุณบุญมี ใจคำ",
        "ว่าที่ ร.ต.บุญมี",
        "Mr. บุญมี",
        as_latin("นายบุญมี"),
        as_latin("ด.ต. บุญมี"),
    ],
)
def test_a_title_before_the_name_stands_in_nobodys_way(town: Office, typed: str) -> None:
    hits = town.people_queries.search(typed).hits
    assert (hits[0].entity, hits[0].name) == ("person", "นายบุญมี ใจคำ")


@pytest.mark.parametrize(
    "typed", ["น.ส. จันทร์หอม", "น.ส.จันทร์หอม", "นางจันทร์หอม", "นางสาว จันทร์หอม", "นส จันทร์หอม", as_latin("น.ส. จันทร์หอม")]
)
def test_however_a_title_is_written_all_who_are_called_so_are_offered(town: Office, typed: str) -> None:
    people = town.people(person(town))
    for title in ("นาง", "นางสาว", "น.ส.", ""):
        people.record(Entry(title=title, given="จันทร์หอม", family=f"ต่างกัน{title}"))
    assert len(town.people_queries.search(typed).hits) == 4


def test_who_has_the_title_that_was_typed_comes_first(town: Office) -> None:
    people = town.people(person(town))
    for title in ("นาย", "นางสาว"):
        people.record(Entry(title=title, given="จันทร์หอม", family="ใจคำ"))
    assert [hit.name for hit in town.people_queries.search("นางสาว จันทร์หอม").hits] == [
        "นางสาวจันทร์หอม ใจคำ",
        "นายจันทร์หอม ใจคำ",
    ]


@pytest.mark.parametrize("spelled", [format_id, thai_digits, lambda one: thai_digits(format_id(one)), as_thai])
def test_a_citizens_number_is_found_however_it_is_spelled(town: Office, spelled: Callable[[str], str]) -> None:
    assert [hit.name for hit in town.people_queries.search(spelled(numbered(900_000))).hits] == ["นายบุญมี ใจคำ"]


@pytest.mark.parametrize("typed", ["", "  ", "ไม่มีใครชื่ออย่างนี้", "บุญ%", "บ_ญมี", "'--", numbered(900_001)])
def test_nobody_is_found_where_nobody_is(town: Office, typed: str) -> None:
    assert town.people_queries.search(typed).hits == ()


def test_most_is_kept(town: Office) -> None:
    assert len(town.people_queries.search("แม่", 7).hits) <= 7
    assert len(town.people_queries.search("สม", 7).hits) == 7


def test_rows_are_reached_by_their_keys_and_never_by_looking_at_all(town: Office) -> None:
    """Each line of what is found asks for its citizen: one look at every row a line would take seconds."""
    for sql in (_ROOT.format(table="person", here=_HERE), f"{_PERSON} WHERE {_HERE}", f"{_HOUSE} WHERE {_HERE}"):
        plan = [str(row[3]) for row in town.desk.reader.rows(f"EXPLAIN QUERY PLAN {sql}", (bytes(16),))]
        assert [step for step in plan if step.startswith(("SCAN person", "SCAN house", "SCAN r"))] == []
