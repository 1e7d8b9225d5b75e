"""Desks converge through the one loop, and nobody sees what is not for him."""

import base64

import msgspec

from desktop.letters import mutations as letters
from sync.server import feed_reading
from sync.server.database import snapshot
from sync.server.rooms import CATALOGUE
from sync.wire.codec import encode
from sync.wire.messages import JSON_TYPE, SyncResponse
from tests.sync.server.town import REGISTRY, Town


def test_a_letter_registered_on_one_desk_is_on_the_other(town: Town) -> None:
    first, second = town.registry(), town.desk(REGISTRY)
    letter = first.register("ขอเชิญประชุม")
    note = first.endorse(letter)
    first.sync()
    second.sync()
    assert first.results[1].status == "applied"
    assert second.has("letter", letter)
    assert second.has("endorsement", note)
    assert first.rows == second.rows


def test_everybody_sees_the_office_its_units_and_its_people(town: Town) -> None:
    desk = town.desk()
    desk.sync()
    assert {entity for entity, _ in desk.rows} == {"office", "unit", "staff"}


def test_a_routed_letter_comes_to_its_unit_with_everything_on_it(town: Town) -> None:
    registry, unit = town.registry(), town.desk("unit:ENG/normal")
    letter = registry.register()
    note = registry.endorse(letter)
    registry.sync()
    unit.sync()
    assert not unit.has("letter", letter)
    route = registry.route(letter, town.eng)[0]
    registry.sync()
    unit.sync()
    assert all(unit.has(*key) for key in (("letter", letter), ("endorsement", note), ("routing", route)))


def test_a_recalled_letter_leaves_its_unit_with_everything_on_it(town: Town) -> None:
    registry, eng, fin = town.registry(), town.desk("unit:ENG/normal"), town.desk("unit:FIN/normal")
    letter = registry.register()
    registry.endorse(letter)
    routes = registry.route(letter, town.eng, town.fin)
    for desk in (registry, eng, fin):
        desk.sync()
    assert eng.has("letter", letter)
    registry.act("letters.recall", letters.Recall((routes[0],)))
    registry.sync()
    answer = eng.exchange()
    fin.sync()
    assert {entry.op for entry in answer.entries} == {"R"}
    assert answer.rows == ()
    assert not {entity for entity, _ in eng.rows} & {"letter", "endorsement", "routing"}
    assert fin.has("letter", letter)


def test_an_act_on_a_letter_travels_to_every_desk_that_sees_it_and_as_few_rows_as_can_be(town: Town) -> None:
    registry, eng = town.registry(), town.desk("unit:ENG/normal")
    letter = registry.register()
    registry.endorse(letter, "หนึ่ง")
    registry.route(letter, town.eng)
    registry.sync()
    eng.sync()
    registry.endorse(letter, "สอง")
    registry.sync()
    answer = eng.exchange()
    assert sorted(group.entity for group in answer.rows for _ in group.rows) == ["endorsement", "letter"]


def test_a_row_in_two_buckets_is_sent_once(town: Town) -> None:
    registry, both = town.registry(), town.desk(REGISTRY, "unit:ENG/normal")
    letter = registry.register()
    registry.route(letter, town.eng)
    registry.sync()
    answer = both.exchange()
    places = [entry.bucket for entry in answer.entries if entry.row_id == letter]
    assert len(places) == 2
    assert sum(len(group.rows) for group in answer.rows if group.entity == "letter") == 1


def test_an_endorsement_before_its_letter_is_seen_once_the_letter_is_there(town: Town) -> None:
    registry, second = town.registry(), town.desk(REGISTRY)
    letter = registry.register()
    note = second.endorse(letter)
    second.sync()
    assert second.results[1].status == "applied"
    assert not second.has("endorsement", note)
    registry.sync()
    second.sync()
    assert second.has("endorsement", note)


def test_a_desk_that_may_see_more_reads_the_new_bucket_from_its_start(town: Town) -> None:
    registry, other = town.registry(), town.desk()
    letter = registry.register()
    registry.sync()
    other.sync()
    with town.server.centre.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE device SET audiences = '{registry/normal}' WHERE device_id = %s", (other.id,)
        )
    other.sync()
    assert other.has("letter", letter)


def test_offices_never_meet(town: Town) -> None:
    elsewhere = Town(town.server)
    here, there = town.registry(), elsewhere.registry()
    letter = here.register()
    here.sync()
    there.route(letter, elsewhere.eng)
    there.sync()
    assert there.results[1].code == "letters.gone"
    assert not there.has("letter", letter)


def test_pages_are_cut_between_transactions_and_add_up(town: Town) -> None:
    registry = town.registry()
    for place in range(6):
        registry.register(f"เรื่อง {place}")
        registry.endorse(registry.register(f"เรื่องคู่ {place}"))
        registry.sync()
    engine, office = town.server.centre.engine, town.office_id
    cursors, pages, seen = {REGISTRY: 0}, 0, 0
    more = True
    while more:
        with snapshot(engine) as connection:
            page = feed_reading.read(connection, CATALOGUE, office, cursors, most=4)
            ends = connection.exec_driver_sql(
                "SELECT count(*) FROM change WHERE office_id = %s AND tx_first <= %s AND oseq > %s",
                (office, page.upto, page.upto),
            ).scalar()
        assert ends == 0, "a page ended inside a transaction"
        cursors = {REGISTRY: page.upto}
        seen += len(page.entries)
        pages += 1
        more = page.more
    assert pages > 3
    assert seen == page.digests[REGISTRY].n_rows


def test_a_transaction_larger_than_a_page_comes_whole(town: Town) -> None:
    registry = town.registry()
    before = registry.cursors[REGISTRY]
    for place in range(10):
        registry.register(f"เรื่อง {place}")
    registry.sync()
    registry.register("ต่อไป")
    registry.sync()
    with snapshot(town.server.centre.engine) as connection:
        page = feed_reading.read(connection, CATALOGUE, town.office_id, {REGISTRY: before}, most=3)
    assert len(page.entries) == 10
    assert page.more


def test_after_a_restore_of_the_centre_only_digests_are_told(town: Town) -> None:
    registry = town.registry()
    registry.register()
    registry.sync()
    request = registry.request()
    old = msgspec.structs.replace(request, feed_epoch=bytes(16))
    answer = registry.post("/v1/sync", old, SyncResponse)
    assert "feed_epoch_changed" in answer.notices
    assert (answer.entries, answer.rows, answer.upto) == ((), (), 0)
    registry.prove(answer.digests)


def test_no_byte_of_a_letter_reaches_a_desk_that_may_not_see_it(town: Town) -> None:
    registry, unit = town.registry(), town.desk("unit:ENG/normal")
    letter = registry.register("คำลับนกขมิ้น")
    registry.route(letter, town.fin)
    registry.sync()
    body = encode(unit.request(), JSON_TYPE)
    answer = unit.send("POST", "/v1/sync", data=body, headers={"Content-Type": JSON_TYPE})
    assert answer.status_code == 200
    assert "นกขมิ้น" not in answer.text
    assert base64.b64encode(letter).decode() not in answer.text
