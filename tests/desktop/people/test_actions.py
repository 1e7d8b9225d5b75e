"""Entering, putting right, joining and looking: durable, and what may not be is told."""

from dataclasses import replace

import pytest

from desktop.application import Office
from desktop.office.errors import OfficeError
from desktop.people.actions import PeopleActions
from desktop.people.model import Address, Entry, Kind, NumberKind, Tie
from tests.helpers.citizens import BUNMI, CODE, CODE_KEY, numbered
from tests.helpers.desk import person


@pytest.fixture
def people(office: Office) -> PeopleActions:
    return office.people(person(office))


def test_a_citizen_is_kept_as_typed_and_the_number_masked(office: Office, people: PeopleActions) -> None:
    citizen = office.people_queries.citizen(people.record(replace(BUNMI, number=numbered(1))))
    assert citizen is not None
    assert (citizen.name, citizen.entry) == ("นายบุญมี ใจคำ", BUNMI)
    assert citizen.masked is not None
    assert citizen.masked.startswith(f"{numbered(1)[0]}-{numbered(1)[1:3]}xx")


def test_no_row_and_no_act_bears_the_number_in_plain(office: Office, people: PeopleActions) -> None:
    people.record(replace(BUNMI, number=numbered(1)))
    everything = office.desk.reader.rows("SELECT * FROM person") + office.desk.reader.rows("SELECT body FROM outbox")
    assert not any(numbered(1).encode() in str(value).encode() for row in everything for value in row)
    assert office.desk.reader.one("SELECT basis FROM person") == ("pdpa.24.4",)


def test_a_number_is_entered_once_and_found_again(office: Office, people: PeopleActions) -> None:
    first = people.record(replace(BUNMI, number=numbered(1)))
    with pytest.raises(OfficeError, match="people.number_known"):
        people.record(replace(BUNMI, number=numbered(1)))
    found = office.people_queries.by_number(numbered(1))
    assert found is not None
    assert found.id == first == CODE_KEY.person_id(numbered(1), NumberKind.THAI)


def test_after_a_wrong_number_was_put_right_its_true_owner_gets_a_row_of_their_own(
    office: Office, people: PeopleActions
) -> None:
    first = people.record(replace(BUNMI, number=numbered(1)))
    people.give_number(first, numbered(2))
    owner = people.record(Entry(given="สมหมาย", number=numbered(1)))
    found = [office.people_queries.by_number(numbered(which)) for which in (1, 2)]
    assert [one.id for one in found if one] == [owner, first]


def test_wrong_digits_and_missing_names_are_told_by_field(people: PeopleActions) -> None:
    with pytest.raises(OfficeError, match="people.cannot_keep") as caught:
        people.record(Entry(number="1234567890122", phone="x"))
    assert caught.value.subject["fields"] == ["given", "number", "phone"]


def test_without_the_offices_code_names_are_kept_and_numbers_are_not(office: Office, people: PeopleActions) -> None:
    office.desk.settle("DELETE FROM note WHERE name = 'people-key'", ())
    with pytest.raises(OfficeError, match="people.no_key"):
        people.record(replace(BUNMI, number=numbered(1)))
    citizen = office.people_queries.citizen(people.record(BUNMI))
    assert citizen is not None
    assert citizen.masked is None


def test_the_code_is_taken_when_it_is_the_offices(office: Office, people: PeopleActions) -> None:
    office.desk.settle("DELETE FROM note WHERE name = 'people-key'", ())
    with pytest.raises(OfficeError, match="people.no_code_yet"):
        people.use_code(CODE)
    row = (office.desk.identity.office_id, bytes(16), CODE_KEY.check, "2026-11-11T00:00:00.000000Z")
    office.desk.settle("INSERT INTO people_key VALUES (?, ?, 1, ?, ?)", row)
    with pytest.raises(OfficeError, match="people.code_wrong"):
        people.use_code("ABCD-EFGH-JKLM-NPQR-STUW")
    people.use_code(CODE.lower())
    assert office.people_queries.key() == CODE_KEY


def test_a_number_is_shown_whole_for_a_reason_that_is_noted(office: Office, people: PeopleActions) -> None:
    citizen = people.record(replace(BUNMI, number=numbered(1)))
    with pytest.raises(OfficeError, match="people.reason_missing"):
        people.reveal(citizen, "  ")
    assert people.reveal(citizen, "กรอกแบบคำขอ") == numbered(1)
    noted = office.desk.reader.rows("SELECT person_id, reason, actor_name FROM number_look")
    assert noted == [(citizen, "กรอกแบบคำขอ", person(office).name_th)]


def test_what_is_put_right_stands_and_its_history_is_kept(office: Office, people: PeopleActions) -> None:
    citizen = people.record(BUNMI)
    seen = office.people_queries.citizen(citizen)
    assert seen is not None
    people.amend(seen, replace(BUNMI, phone="053 276 491", address=replace(BUNMI.address, house_no="91/2")))
    now = office.people_queries.citizen(citizen)
    assert now is not None
    assert (now.entry.phone, now.entry.address.house_no) == ("053276491", "91/2")
    lines = office.desk.reader.rows("SELECT field, before, after FROM person_change ORDER BY field")
    assert lines == [("house_no", "91/1", "91/2"), ("phone", "0812345678", "053276491")]
    assert office.people_queries.search("053276491").hits[0].id == citizen


def test_two_who_are_one_are_one_page_and_can_be_parted_again(office: Office, people: PeopleActions) -> None:
    kept, gone = people.record(BUNMI), people.record(Entry(given="บุญมี"))
    people.join(gone, kept)
    standing = office.people_queries.citizen(gone)
    assert standing is not None
    assert (standing.id, set(standing.ids)) == (kept, {kept, gone})
    assert [hit.id for hit in office.people_queries.search("บุญมี").hits] == [kept]
    for wrong in ((kept, kept), (kept, gone)):
        with pytest.raises(OfficeError, match="people.cannot_join"):
            people.join(*wrong)
    people.join(gone, None)
    assert len(office.people_queries.search("บุญมี").hits) == 2


def test_a_number_of_another_is_refused(people: PeopleActions) -> None:
    people.record(replace(BUNMI, number=numbered(1)))
    walk_in = people.record(Entry(given="สมหมาย"))
    with pytest.raises(OfficeError, match="people.number_taken"):
        people.give_number(walk_in, numbered(1))


@pytest.mark.parametrize("kind", Kind)
def test_everybody_who_comes_can_be_entered(office: Office, people: PeopleActions, kind: Kind) -> None:
    entry = Entry(kind, given="ทดสอบ", monastic="ฐานวีโร" if kind is Kind.MONK else "")
    citizen = office.people_queries.citizen(people.record(entry))
    assert citizen is not None
    assert citizen.entry == entry


def test_a_passport_finds_its_owner(office: Office, people: PeopleActions) -> None:
    citizen = people.record(Entry(Kind.FOREIGNER, given="John", number="AB 1234567", number_kind=NumberKind.PASSPORT))
    hits = office.people_queries.search("ab1234567").hits
    assert [(hit.id, hit.masked) for hit in hits] == [(citizen, "ABxxxxx67")]


def test_a_house_is_entered_once_and_has_its_people(office: Office, people: PeopleActions) -> None:
    citizen, where = people.record(BUNMI), Address("91/1", "2", tambon="แม่เหียะ")
    house = people.record_house(where)
    assert people.record_house(replace(where, house_no="๙๑/๑")) == house
    people.tie(citizen, house, Tie.PAYER)
    people.tie(citizen, house, Tie.OWNER, until="2026-10-01")
    assert [(tied.tie, tied.until, tied.who) for tied in office.people_queries.people_of(house)] == [
        (Tie.PAYER, None, "นายบุญมี ใจคำ"),
        (Tie.OWNER, "2026-10-01", "นายบุญมี ใจคำ"),
    ]
    assert [tied.where for tied in office.people_queries.houses_of((citizen,))] == ["91/1 หมู่ 2"] * 2
    with pytest.raises(OfficeError, match="people.cannot_keep"):
        people.record_house(Address(moo="2"))
