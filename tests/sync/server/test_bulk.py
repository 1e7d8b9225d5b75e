"""Pages are bounded in bytes as in entries, never split a transaction, and one bucket can be read alone."""

import msgspec
import pytest

from desktop.letters import mutations as letters
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.wire.messages import FeedPage, SyncResponse
from tests.sync.server.test_packs import offer, take
from tests.sync.server.town import REGISTRY, MiniDesk, Refused, Town, said

LONG = "ก" * 1000


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of three long letters."""
    monkeypatch.setattr("sync.server.feed_reading.PAGE_BYTES", 11_000)
    monkeypatch.setattr("sync.server.feed_reading._BLOCK", 2)


def letters_in(answer: SyncResponse) -> int:
    """How many letters came."""
    return sum(len(part.rows) for part in answer.rows if part.entity == "letter")


def feed(desk: MiniDesk, since: int, bucket: str = REGISTRY, limit: int = 2000) -> FeedPage:
    return said(desk.send("GET", f"/v1/feed?bucket={bucket}&since={since}&limit={limit}"), FeedPage)


def test_a_page_ends_where_its_bytes_end(town: Town) -> None:
    registry = town.registry()
    for place in range(10):
        registry.register(f"{place} {LONG}")
        registry.sync()
    reader = town.desk(REGISTRY, counter="C2", registers=())
    counts = [letters_in(reader.exchange())]
    while len(reader.letters()) < 10:
        counts.append(letters_in(reader.exchange()))
    assert max(counts) == 3
    assert sum(counts) == 10
    reader.sync()


def test_a_transaction_larger_than_a_page_comes_whole_and_alone(town: Town) -> None:
    registry = town.registry()
    registry.register("ก่อน")
    registry.sync()
    for place in range(9):
        registry.register(f"{place} {LONG}")
    registry.sync()
    registry.register("หลัง")
    registry.sync()
    reader = town.desk(REGISTRY, counter="C2", registers=())
    seen = [len(reader.letters())]
    while len(reader.letters()) < 11:
        reader.exchange()
        seen.append(len(reader.letters()))
    assert seen[-3:] == [1, 10, 11]
    reader.sync()


def test_a_transaction_that_fits_no_answer_is_left_to_packs(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = town.registry()
    reader = town.desk(REGISTRY, counter="C2", registers=())
    reader.sync()
    old = offer(reader)
    for place in range(9):
        registry.register(f"{place} {LONG}")
    registry.sync()
    monkeypatch.setattr("sync.server.feed_reading.MOST_BYTES", 17_000)
    answer = reader.post("/v1/sync", msgspec.structs.replace(reader.request(), packs=True), SyncResponse)
    assert answer.far == (REGISTRY,)
    assert not answer.more
    assert offer(reader, upto=old.upto) == old
    path = f"/v1/snapshot/{REGISTRY}?after={reader.cursors[REGISTRY]}"
    newer = said(reader.send("GET", path), type(old))
    assert newer.upto > reader.cursors[REGISTRY], "packs from before it would lead here again"
    take(reader, newer)
    reader.sync()
    assert len(reader.letters()) == 9


@pytest.mark.parametrize("packs", [True, False])
def test_a_transaction_of_very_many_rows_is_left_to_packs_where_they_are_known(
    town: Town, monkeypatch: pytest.MonkeyPatch, packs: bool
) -> None:
    registry = town.registry()
    reader = town.desk(REGISTRY, counter="C2", registers=())
    reader.sync()
    for place in range(9):
        registry.register(f"{place}")
    registry.sync()
    monkeypatch.setattr("sync.server.feed_reading.MOST_ENTRIES", 5)
    monkeypatch.setattr("sync.server.feed_reading.read.__defaults__", (3, None, None))
    answer = reader.post("/v1/sync", msgspec.structs.replace(reader.request(), packs=packs), SyncResponse)
    assert (answer.far, len(answer.entries)) == (((REGISTRY,), 0) if packs else ((), 9))


def test_one_bucket_can_be_read_alone(town: Town) -> None:
    registry = town.registry()
    bucket = f"unit:{town.eng.hex()}/normal"
    routes = [registry.route(registry.register(f"{place}"), town.eng)[0] for place in range(4)]
    registry.sync()
    unit = town.desk(bucket, counter="E1", registers=())
    held: dict[tuple[str, bytes], int] = {}
    page = feed(unit, 0, bucket)
    _take(held, page)
    registry.act("letters.recall", letters.Recall((routes[0],)))
    registry.sync()
    while page.last < page.head or page.total is None or len(held) == 8:
        page = feed(unit, page.last, bucket, 3)
        _take(held, page)
    total = sum(row_hash(entity, row_id, ver) for (entity, row_id), ver in held.items()) % DIGEST_MODULUS
    assert (page.total.n_rows, page.total.digest) == (len(held), total)
    assert len(held) == 6


def _take(held: dict[tuple[str, bytes], int], page: FeedPage) -> None:
    for part in page.rows:
        key, ver = part.columns.index("id"), part.columns.index("ver")
        held |= {(part.entity, row[key]): row[ver] for row in part.rows}
    for one in page.removed:
        held.pop((one.entity, one.row_id), None)


def test_a_bucket_of_others_is_not_there(town: Town) -> None:
    unit = town.desk("unit:ENG/normal", registers=())
    with pytest.raises(Refused) as refused:
        feed(unit, 0, REGISTRY)
    assert refused.value.status == 404
    with pytest.raises(Refused) as refused:
        said(unit.send("GET", "/v1/feed?since=0"), FeedPage)
    assert refused.value.status == 400
