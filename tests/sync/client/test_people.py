"""Citizens entered at counters that don't know of each other: one row each, and nothing of a number in plain."""

from dataclasses import replace

from sqlalchemy import text

from desktop.office.ids import IdMaker
from desktop.people.model import Address, Citizen, Entry, NumberKind, Tie
from desktop.people.mutations import AnnounceKey
from sync.server.acts import centre_act
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import attention, waiting
from tests.helpers.citizens import BUNMI, CODE, CODE_KEY, give_key, numbered
from tests.helpers.town import CITIZENS, REGISTRY, Town, TownDesk

WITH_NUMBER = replace(BUNMI, number=numbered(1))


def two_counters(town: Town) -> tuple[TownDesk, TownDesk]:
    desks = town.desk("C1", (), (CITIZENS,)), town.desk("C2", (), (CITIZENS,))
    for desk in desks:
        give_key(desk.desk)
    return desks


def everybody(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def whole(town: Town, *desks: TownDesk) -> None:
    for desk in desks:
        assert waiting(desk) == 0
        desk_equals_centre(town, desk)


def standing(desk: TownDesk, which: int = 1) -> Citizen:
    found = desk.people_queries.by_number(numbered(which))
    assert found is not None
    return found


def test_the_code_made_at_the_centre_is_taken_by_desks(town: Town) -> None:
    desk = town.desk("C1", (), (CITIZENS,))
    told = AnnounceKey(IdMaker(town.clock).new(), CODE_KEY.check)
    centre_act(town.engine, town.office_id, "people.announce_key", told, town.clock)
    desk.round.run()
    desk.people().use_code(CODE)
    assert desk.people_queries.key() == CODE_KEY


def test_the_same_number_at_two_offline_counters_is_one_citizen(town: Town) -> None:
    first, second = two_counters(town)
    ids = {first.people().record(WITH_NUMBER), second.people().record(replace(WITH_NUMBER, other_phone="053276491"))}
    everybody(first, second)
    assert len(ids) == 1
    assert town.count("SELECT count(*) FROM person WHERE office_id = :o", o=town.office_id) == 1
    assert {standing(desk).entry.other_phone for desk in (first, second)} == {"053276491"}
    assert (attention(first), attention(second)) == ([], [])
    whole(town, first, second)


def test_what_two_counters_wrote_differently_goes_before_a_person_and_the_first_stands(town: Town) -> None:
    first, second = two_counters(town)
    first.people().record(WITH_NUMBER)
    second.people().record(replace(WITH_NUMBER, phone="0899999999"))
    everybody(first, second)
    assert {standing(desk).entry.phone for desk in (first, second)} == {"0812345678"}
    assert attention(second) == ["people.recorded_twice"]
    whole(town, first, second)


def test_a_telephone_changed_at_two_places_keeps_the_first_and_is_told(town: Town) -> None:
    first, second = two_counters(town)
    first.people().record(WITH_NUMBER)
    everybody(first, second)
    first.people().amend(standing(first), replace(standing(first).entry, phone="053111111"))
    second.people().amend(standing(second), replace(standing(second).entry, phone="053222222", remarks="โทรช่วงเย็น"))
    everybody(first, second)
    for desk in (first, second):
        assert (standing(desk).entry.phone, standing(desk).entry.remarks) == ("053111111", "โทรช่วงเย็น")
    assert attention(second) == ["people.amended_twice"]
    whole(town, first, second)


def test_a_walk_in_who_turns_out_to_be_known_is_told_and_made_one(town: Town) -> None:
    first, second = two_counters(town)
    walk_in = first.people().record(Entry(given="บุญมี"))
    first.people().give_number(walk_in, numbered(1))
    carded = second.people().record(WITH_NUMBER)
    everybody(first, second)
    assert attention(second) == ["people.number_twice"]
    second.people().join(walk_in, carded)
    everybody(first, second)
    found = first.people_queries.citizen(walk_in)
    assert found is not None
    assert (found.id, set(found.ids)) == (carded, {walk_in, carded})
    whole(town, first, second)


def test_a_number_given_after_another_has_it_is_refused_and_nothing_is_lost(town: Town) -> None:
    first, second = two_counters(town)
    walk_in = first.people().record(Entry(given="บุญมี"))
    everybody(first, second)
    second.people().record(WITH_NUMBER)
    second.round.run()
    first.people().give_number(walk_in, numbered(1))
    everybody(first, second)
    assert attention(first) == ["people.number_taken"]
    assert first.people_queries.citizen(walk_in) is not None
    whole(town, first, second)


def test_one_house_entered_twice_is_one_and_its_people_are_those_of_both(town: Town) -> None:
    first, second = two_counters(town)
    where = Address("91/1", "2", tambon="แม่เหียะ")
    for desk, which, tie in ((first, 1, Tie.OWNER), (second, 2, Tie.PAYER)):
        citizen = desk.people().record(replace(BUNMI, number=numbered(which)))
        desk.people().tie(citizen, desk.people().record_house(where), tie)
    everybody(first, second)
    (house,) = [hit for hit in first.people_queries.search("91/1").hits if hit.entity == "house"]
    assert {tied.tie for tied in second.people_queries.people_of(house.id)} == {Tie.OWNER, Tie.PAYER}
    whole(town, first, second)


def test_only_desks_that_serve_citizens_have_them(town: Town) -> None:
    first, _ = two_counters(town)
    registry = town.desk("R1", (), REGISTRY)
    first.people().record(WITH_NUMBER)
    first.people().reveal(standing(first).id, "ตรวจสอบ")
    everybody(first, registry)
    for table in ("person", "number_look", "person_change"):
        assert registry.desk.reader.rows(f"SELECT id FROM {table}") == []
    assert town.count("SELECT count(*) FROM number_look WHERE office_id = :o", o=town.office_id) == 1


def test_the_centre_never_holds_a_number_that_it_could_read(town: Town) -> None:
    first, _ = two_counters(town)
    first.people().record(WITH_NUMBER)
    first.people().reveal(standing(first).id, "ตรวจสอบ")
    first.round.run()
    with town.engine.connect() as connection:
        query = "SELECT number_hash, number_seal, words FROM person WHERE office_id = :o"
        hashed, sealed, words = connection.execute(text(query), {"o": town.office_id}).one()
        acts = connection.execute(text("SELECT body FROM mutation WHERE office_id = :o"), {"o": town.office_id}).all()
    assert CODE_KEY.open(sealed, NumberKind.THAI) == numbered(1)
    assert bytes(hashed) == CODE_KEY.hash_of(numbered(1), NumberKind.THAI)
    kept = [sealed.encode(), words.encode(), *(bytes(body) for (body,) in acts)]
    assert not any(numbered(1).encode() in one for one in kept)
