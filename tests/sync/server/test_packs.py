"""A snapshot is a bucket as it was at one moment; with the feed after it a desk has exactly what the centre has."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from desktop.letters import mutations as letters
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server import making, packing
from sync.server.database import snapshot
from sync.server.devices import DeviceKey
from sync.server.writing import mark
from sync.wire.codec import decode
from sync.wire.messages import Digest, Pack, PackRef, Problem, SnapshotOffer, SyncResponse
from tests.bench.many_letters import fill
from tests.sync.server.town import REGISTRY, MiniDesk, Refused, Town, said

MANY, PACK_ROWS = 100, 40


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.server.packs.MANY", MANY)
    monkeypatch.setattr("sync.server.packing.PACK_ROWS", PACK_ROWS)


def ask(desk: MiniDesk, bucket: str = REGISTRY, upto: int = 0) -> SnapshotOffer:
    return said(desk.send("GET", f"/v1/snapshot/{bucket}?upto={upto}"), SnapshotOffer)


def offer(desk: MiniDesk, bucket: str = REGISTRY, upto: int = 0) -> SnapshotOffer:
    """The snapshot when it is whole."""
    while not (told := ask(desk, bucket, upto)).ready:
        pass
    return told


def fetch(desk: MiniDesk, told: SnapshotOffer) -> list[Pack]:
    """All packs, each what its address says."""
    packs = []
    for ref in told.packs:
        answer = desk.send("GET", f"/v1/snapshot/{told.bucket}/{told.upto}/{ref.sha256}")
        if answer.status_code == 404:
            raise Refused(404, decode(answer.content, Problem), answer.headers)
        body = answer.content
        assert (hashlib.sha256(body).hexdigest(), len(body)) == (ref.sha256, ref.size)
        packs.append(decode(body, Pack))
        assert len(packs[-1].rows.rows) == ref.rows
    return packs


def take(desk: MiniDesk, told: SnapshotOffer) -> None:
    """The desk as it is when it has read the bucket from packs."""
    held: dict[tuple[str, bytes], int] = {}
    for pack in fetch(desk, told):
        for row in pack.rows.rows:
            values = dict(zip(pack.rows.columns, row, strict=True))
            held[(pack.rows.entity, values["id"])] = values["ver"]
            desk.rows[(pack.rows.entity, values["id"])] = values
    total = sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in held.items()) % DIGEST_MODULUS
    assert told.total == Digest(len(held), total)
    desk.members[told.bucket] = held
    desk.cursors[told.bucket] = told.upto


def take_any(desk: MiniDesk, bucket: str) -> None:
    """As `take`; a snapshot that a row leaves while it is read is given up for the next."""
    for _ in range(20):
        with suppress(Refused):
            return take(desk, offer(desk, bucket))
    raise AssertionError("twenty snapshots were gone before they were read")


def moved(town: Town, registry: MiniDesk) -> tuple[bytes, bytes]:
    """Two letters with the engineers, the second recalled after a snapshot of their bucket was made."""
    stays, leaves = registry.register("อยู่"), registry.register("ออกไป")
    registry.route(stays, town.eng)
    (route,) = registry.route(leaves, town.eng)
    registry.sync()
    return stays, route


def test_packs_and_the_feed_after_them_are_the_bucket(town: Town) -> None:
    registry = town.registry()
    for place in range(5):
        letter = registry.register(f"เรื่อง {place}")
        registry.endorse(letter)
        registry.route(letter, town.eng)
    registry.sync()
    reader = town.desk(REGISTRY, "unit:ENG/normal", counter="C2")
    take(reader, offer(reader))
    registry.endorse(letter)
    registry.register("หลังจากนั้น")
    registry.sync()
    reader.sync()
    assert reader.letters() == {*(f"เรื่อง {place}" for place in range(5)), "หลังจากนั้น"}


def test_what_left_after_the_snapshot_is_removed_by_the_feed(town: Town) -> None:
    registry = town.registry()
    bucket = f"unit:{town.eng.hex()}/normal"
    stays, route = moved(town, registry)
    unit = town.desk(bucket, counter="E1", registers=())
    take(unit, offer(unit, bucket))
    assert unit.letters() == {"อยู่", "ออกไป"}
    registry.act("letters.recall", letters.Recall((route,)))
    registry.sync()
    unit.sync()
    assert unit.letters() == {"อยู่"}
    assert unit.has("letter", stays)


def test_a_pack_goes_to_nobody_once_a_row_of_it_has_left(town: Town) -> None:
    """S20: what was made secret, or called back, does not go out because it lay in a pack before."""
    registry = town.registry()
    bucket = f"unit:{town.eng.hex()}/normal"
    _, route = moved(town, registry)
    unit = town.desk(bucket, counter="E1", registers=())
    told = offer(unit, bucket)
    registry.act("letters.recall", letters.Recall((route,)))
    registry.sync()
    statuses = {
        ref.entity: unit.send("GET", f"/v1/snapshot/{bucket}/{told.upto}/{ref.sha256}").status_code
        for ref in told.packs
    }
    assert statuses == {"letter": 404, "routing": 404}
    newer = offer(unit, bucket)
    assert newer.upto > told.upto
    take(unit, newer)
    assert unit.letters() == {"อยู่"}


def test_a_snapshot_made_while_desks_write_converges(town: Town) -> None:
    """Writers never stop: whatever moment a snapshot is of, with the feed it comes to the same rows."""
    writers = [town.registry(), town.desk(REGISTRY, counter="C7", registers=())]
    ended = threading.Event()

    def write(desk: MiniDesk) -> None:
        for place in range(12):
            letter = desk.register(f"{desk.enrolled.counter} {place}", n=1000 + place * 7 + len(desk.enrolled.counter))
            routes = desk.route(letter, town.eng)
            desk.sync()
            if place % 2:
                desk.act("letters.recall", letters.Recall((routes[0],)))
                desk.sync()
        ended.set()

    bucket = f"unit:{town.eng.hex()}/normal"
    read = 0
    with ThreadPoolExecutor(len(writers)) as pool:
        writing = [pool.submit(write, desk) for desk in writers]
        while not ended.is_set() or read < 3:
            reader = town.desk(REGISTRY, bucket, counter=f"R{read}", registers=())
            for name in (REGISTRY, bucket):
                take_any(reader, name)
            reader.sync()
            read += 1
        for one in writing:
            one.result(60)
    reader.sync()
    assert len(reader.letters()) == 24


def test_a_snapshot_is_kept_until_the_feed_is_far_past_it(town: Town) -> None:
    engine = town.server.centre.engine
    desk = town.desk(REGISTRY)
    fill(engine, town.office_id, 10)
    first = offer(desk)
    fill(engine, town.office_id, 10)
    assert offer(desk) == first
    for _ in range(2):
        fill(engine, town.office_id, MANY)
        newest = offer(desk)
        assert newest.upto > first.upto
    assert offer(desk, upto=newest.upto) == newest
    assert offer(desk, upto=first.upto) == newest, "two are kept, the oldest is gone"
    assert len(newest.packs) == -(-newest.total.n_rows // PACK_ROWS)
    oldest = f"/v1/snapshot/{REGISTRY}/{first.upto}/{first.packs[0].sha256}"
    answers = (desk.send("GET", oldest).status_code for _ in range(1_000))
    assert next(status for status in answers if status != 200) == 404, "it goes when the newest was told of"


def test_packs_of_a_bucket_are_only_for_desks_that_may_see_it(town: Town) -> None:
    registry, unit = town.registry(), town.desk("unit:ENG/normal", registers=())
    registry.register("คำลับนกขมิ้น")
    registry.sync()
    told = offer(registry)
    pack = f"/v1/snapshot/{REGISTRY}/{told.upto}/{told.packs[0].sha256}"
    assert registry.send("GET", pack).status_code == 200
    stranger = Town(town.server).desk(REGISTRY)
    for path in (pack, f"/v1/snapshot/{REGISTRY}"):
        assert unit.send("GET", path).status_code == 404
    assert stranger.send("GET", pack).status_code == 404
    for odd in ("manifest", "..%2fmanifest", "0" * 64):
        assert registry.send("GET", f"/v1/snapshot/{REGISTRY}/{told.upto}/{odd}").status_code == 404


def test_a_part_of_a_pack_can_be_asked_for(town: Town) -> None:
    desk = town.desk(REGISTRY)
    fill(town.server.centre.engine, town.office_id, 50)
    told = offer(desk)
    path = f"/v1/snapshot/{REGISTRY}/{told.upto}/{told.packs[0].sha256}"
    whole = desk.send("GET", path).content
    part = desk.send("GET", path, headers={"Range": "bytes=100-"})
    assert (part.status_code, part.content) == (206, whole[100:])


def test_while_one_process_makes_packs_others_say_so(town: Town) -> None:
    desk = town.desk(REGISTRY)
    with town.server.centre.engine.connect() as other:
        name = f"packs {town.office_id} {REGISTRY}"
        other.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})
        assert ask(desk) == SnapshotOffer(REGISTRY, desk.enrolled.feed_epoch, ready=False)
    assert offer(desk).ready


def test_packs_are_given_out_while_the_others_are_written(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, goes_on, one_is_there = town.desk(REGISTRY), threading.Event(), threading.Event()
    fill(town.server.centre.engine, town.office_id, 3 * PACK_ROWS)
    keep = packing.Packing._keep

    def wait_with_the_second(self: packing.Packing, *arguments: Any) -> PackRef:
        if one_is_there.is_set():
            assert goes_on.wait(60)
        ref = keep(self, *arguments)
        one_is_there.set()
        return ref

    monkeypatch.setattr(packing.Packing, "_keep", wait_with_the_second)
    assert not ask(desk).ready
    assert one_is_there.wait(60)
    begun = ask(desk)
    assert (begun.ready, len(begun.packs), begun.total.n_rows) == (False, 1, 3 * PACK_ROWS)
    assert len(fetch(desk, begun)) == 1
    goes_on.set()
    whole = offer(desk)
    assert (whole.upto, whole.total, whole.packs[:1]) == (begun.upto, begun.total, begun.packs)
    take(desk, whole)


def test_few_snapshots_are_made_at_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()
    make = packing.make
    monkeypatch.setattr(packing, "make", lambda *arguments: make(*arguments) if goes_on.wait(60) else None)
    offices = [Town(town.server) for _ in range(making.AT_ONCE + 1)]
    desks = [one.desk(REGISTRY) for one in offices]
    assert not any(ask(desk).ready for desk in desks)
    assert sum(one.name == "packing" for one in threading.enumerate()) == making.AT_ONCE
    goes_on.set()
    assert all(offer(desk).ready for desk in desks)


def test_who_comes_after_a_failure_hears_of_it_and_the_next_begins_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, fails = town.desk(REGISTRY), threading.Event()

    def fail(*_: object) -> None:
        assert fails.wait(60)
        raise OSError(28, "disk full")

    with monkeypatch.context() as broken:
        broken.setattr(packing, "make", fail)
        assert not ask(desk).ready
        fails.set()
        for thread in threading.enumerate():
            if thread.name == "packing":
                thread.join()
    assert desk.send("GET", f"/v1/snapshot/{REGISTRY}").status_code == 507
    assert offer(desk).ready


def test_rows_that_prove_nothing_are_not_offered(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Somebody wrote around the write function: pages will show it, packs must not spread it."""
    desk = town.desk(REGISTRY)
    fill(town.server.centre.engine, town.office_id, 3)
    with town.server.centre.engine.begin() as connection:
        mark(connection)
        wrong = text("UPDATE bucket_state SET digest = digest + 1 WHERE office_id = :o AND bucket = :b")
        connection.execute(wrong, {"o": town.office_id, "b": REGISTRY})
    with pytest.raises(Refused) as refused:
        offer(desk)
    assert refused.value.status == 404
    assert "not what its bucket says" in caplog.text


def test_only_desks_that_take_packs_are_sent_to_them(town: Town) -> None:
    """An older desk reads pages, whatever there is."""
    desk = town.desk(REGISTRY)
    fill(town.server.centre.engine, town.office_id, MANY)
    old = desk.exchange()
    assert old.far == ()
    assert old.entries
    desk.cursors.clear()
    new = desk.post("/v1/sync", msgspec.structs.replace(desk.request(), packs=True), SyncResponse)
    assert new.far == (REGISTRY,)
    assert {entry.bucket for entry in new.entries} == {"common/normal"}
    assert REGISTRY not in new.digests


def test_a_small_bucket_is_read_in_pages(town: Town) -> None:
    desk = town.desk(REGISTRY)
    fill(town.server.centre.engine, town.office_id, MANY - 5)
    answer = desk.post("/v1/sync", msgspec.structs.replace(desk.request(), packs=True), SyncResponse)
    assert answer.far == ()


def test_a_desk_that_missed_most_of_a_bucket_is_sent_to_packs(town: Town) -> None:
    desk = town.desk(REGISTRY)
    fill(town.server.centre.engine, town.office_id, 100)
    desk.sync()
    fill(town.server.centre.engine, town.office_id, 4 * MANY)
    asked = msgspec.structs.replace(desk.request(), packs=True)
    assert desk.post("/v1/sync", asked, SyncResponse).far == (REGISTRY,)


def test_a_snapshot_shows_one_moment(town: Town) -> None:
    """Rows that are written while packs are made belong to the feed, not to the packs."""
    engine = town.server.centre.engine
    fill(engine, town.office_id, 20)
    centre = town.server.centre
    key = DeviceKey(town.office_id, town.desk(REGISTRY).id)
    with snapshot(engine) as before:
        head = before.scalar(text("SELECT head FROM office_head WHERE office_id = :o"), {"o": town.office_id})
    while not (told := centre.packs.offer(key, REGISTRY)).ready:
        pass
    assert (told.upto, told.total.n_rows) == (head, 20)
