"""The feed tells every committed change, once, in order; and a reader of a plain sequence is seen to lose rows."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, Engine

from desktop.letters import mutations as letters
from desktop.office.proof import DIGEST_MODULUS, row_hash
from desktop.office.rows import Rows, SqlStore
from sync.server import feed_reading
from sync.server.database import snapshot
from sync.server.rooms import CATALOGUE
from sync.server.writing import mark
from tests.sync.server.town import REGISTRY, MiniDesk, Town


@pytest.fixture
def engine(town: Town) -> Engine:
    return town.server.centre.engine


def recomputed(connection: Connection, office_id: int) -> dict[str, tuple[int, int]]:
    """Bucket -> (rows, digest) from the rooms' rows and rules alone, without looking at the feed."""
    rows = Rows(SqlStore(connection, office_id), authority=True)
    found: dict[str, dict[tuple[str, bytes], dict[str, object]]] = {}
    for name in CATALOGUE.entities:
        query = f"SELECT * FROM {name} WHERE office_id = %s"
        listed = connection.exec_driver_sql(query, (office_id,)).mappings()
        found[name] = {(name, row["id"]): dict(row) for row in listed}
    sums: dict[str, tuple[int, int]] = {}
    for name, held in found.items():
        for key, row in held.items():
            top, entity = row, CATALOGUE.entities[name]
            while entity.parent and top:
                above = entity.parent[0]
                top = found[above].get((above, top[entity.parent[1]]), {})  # type: ignore[arg-type]
                entity = CATALOGUE.entities[above]
            for bucket in entity.buckets(rows, top) if top and entity.buckets else ():
                count, total = sums.get(bucket, (0, 0))
                hashed = row_hash(name, key[1], int(row["ver"]))  # type: ignore[call-overload]
                sums[bucket] = count + 1, (total + hashed) % DIGEST_MODULUS
    return sums


def hold_digests(town: Town) -> None:
    """S10 at the centre: what is told of each bucket is what the rows are."""
    with snapshot(town.server.centre.engine) as connection:
        expected = recomputed(connection, town.office_id)
        query = "SELECT bucket, n_rows, digest FROM bucket_state WHERE office_id = %s AND n_rows > 0"
        told = connection.exec_driver_sql(query, (town.office_id,)).all()
    assert {row.bucket: (row.n_rows, int(row.digest)) for row in told} == expected


def hold_density(town: Town) -> int:
    """S9 as far as it can be seen in a feed that moves: positions are distinct and end at the head."""
    with snapshot(town.server.centre.engine) as connection:
        query = "SELECT oseq, tx_first FROM change WHERE office_id = %s ORDER BY oseq"
        rows = connection.exec_driver_sql(query, (town.office_id,)).all()
        head = feed_reading.head(connection, town.office_id)
    positions = [row.oseq for row in rows]
    assert len(positions) == len(set(positions))
    assert positions[-1] == head
    assert all(row.tx_first <= row.oseq for row in rows)
    return head


def test_digests_are_those_of_the_rows_after_everything_that_moves_them(town: Town) -> None:
    registry, unit = town.registry(), town.desk("unit:ENG/normal")
    letter, other = registry.register(), registry.register()
    routes = registry.route(letter, town.eng, town.fin)
    registry.route(other, town.eng)
    registry.endorse(letter)
    registry.sync()
    hold_digests(town)
    registry.act("letters.recall", letters.Recall((routes[0],)))
    registry.sync()
    hold_digests(town)
    registry.route(letter, town.eng)
    registry.endorse(letter)
    registry.sync()
    unit.sync()
    assert unit.has("letter", letter)
    hold_digests(town)
    hold_density(town)


def test_the_counter_holds_back_who_comes_later(town: Town, engine: Engine) -> None:
    """The proof's one step: a position is given out only after everybody with a lower one has committed."""
    with engine.connect() as first, engine.connect() as second, ThreadPoolExecutor(1) as pool:
        mark(first)
        before = feed_reading.head(first, town.office_id)
        taken = _count(first, town.office_id)
        assert taken == before + 1
        pid = second.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        mark(second)
        late = pool.submit(_count, second, town.office_id)
        assert _is_waiting(engine, pid), "the second writer had to wait for the first"
        with snapshot(engine) as reader:
            assert feed_reading.head(reader, town.office_id) == before
        first.commit()
        assert late.result(60) == before + 2
        with snapshot(engine) as reader:
            assert feed_reading.head(reader, town.office_id) == before + 1
        second.rollback()
    with engine.connect() as third:
        mark(third)
        assert _count(third, town.office_id) == before + 2, "a position that was rolled back is given out again"


def _count(connection: Connection, office_id: int) -> int:
    query = "UPDATE office_head SET head = head + 1 WHERE office_id = %s RETURNING head"
    return int(connection.exec_driver_sql(query, (office_id,)).scalar_one())


def _is_waiting(engine: Engine, pid: object) -> bool:
    query = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
    with engine.connect() as connection:
        for _ in range(20_000):
            if connection.exec_driver_sql(query, (pid,)).scalar():
                return True
            connection.rollback()
    return False


def test_a_reader_of_a_plain_sequence_loses_rows(engine: Engine) -> None:
    """The negative control: the same interleaving, with a sequence in place of the counter."""
    with engine.connect() as early, engine.connect() as late, engine.connect() as reader:
        reader.exec_driver_sql("CREATE TABLE IF NOT EXISTS naive (id bigserial PRIMARY KEY, who text)")
        reader.commit()
        early.exec_driver_sql("INSERT INTO naive (who) VALUES ('early')")
        late.exec_driver_sql("INSERT INTO naive (who) VALUES ('late')")
        late.commit()
        seen = list(reader.exec_driver_sql("SELECT id, who FROM naive ORDER BY id"))
        cursor = seen[-1].id
        reader.commit()
        early.commit()
        seen += reader.exec_driver_sql("SELECT id, who FROM naive WHERE id > %s ORDER BY id", (cursor,))
        assert [row.who for row in seen] == ["late"], "the naive reader never sees the early row"
        reader.exec_driver_sql("DROP TABLE naive")
        reader.commit()


WRITERS, ROUNDS = 8, 8


class _Follower:
    """Reads one bucket as fast as it can, keeping every entry it was shown."""

    def __init__(self, town: Town, done: threading.Event) -> None:
        self._town = town
        self._done = done
        self.shown: set[tuple[str, bytes, int]] = set()
        self.uptos: list[int] = []

    def follow(self) -> None:
        cursor, last = 0, False
        while True:
            last = self._done.is_set()
            with snapshot(self._town.server.centre.engine) as connection:
                page = feed_reading.read(connection, CATALOGUE, self._town.office_id, {REGISTRY: cursor}, most=20)
                assert page.upto <= page.head
            assert all(cursor < entry.oseq <= page.upto for entry in page.entries)
            assert [entry.oseq for entry in page.entries] == sorted(entry.oseq for entry in page.entries)
            self.shown |= {(entry.entity, entry.row_id, entry.ver) for entry in page.entries}
            cursor = page.upto
            self.uptos.append(cursor)
            if last and not page.more:
                return


def _writers(town: Town) -> Iterator[MiniDesk]:
    for place in range(WRITERS):
        desk = town.desk(REGISTRY, counter=f"C{place}", registers=())
        desk.number = 1000 * place
        yield desk


def _write(desk: MiniDesk, town: Town) -> None:
    for place in range(ROUNDS):
        letter = desk.register(f"{desk.number} {place}")
        desk.endorse(letter)
        if place % 3 == 0:
            desk.route(letter, town.eng)
            desk.route(letter, town.eng)
        desk.exchange()


@pytest.fixture
def log_of_positions(engine: Engine) -> Iterator[None]:
    """Writes down every position that a committed transaction gave to a feed entry."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE position_log (office_id bigint, oseq bigint)")
        connection.exec_driver_sql(
            "CREATE FUNCTION log_position() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN INSERT INTO position_log VALUES (NEW.office_id, NEW.oseq); RETURN NULL; END $$"
        )
        connection.exec_driver_sql(
            "CREATE TRIGGER log_position AFTER INSERT OR UPDATE ON change FOR EACH ROW EXECUTE FUNCTION log_position()"
        )
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE position_log")
        connection.exec_driver_sql("DROP FUNCTION log_position() CASCADE")


@pytest.mark.usefixtures("log_of_positions")
def test_no_reader_misses_a_change_while_eight_desks_write(town: Town) -> None:
    with snapshot(town.server.centre.engine) as connection:
        start = feed_reading.head(connection, town.office_id)
    done = threading.Event()
    followers = [_Follower(town, done) for _ in range(3)]
    desks = list(_writers(town))
    with ThreadPoolExecutor(WRITERS + len(followers)) as pool:
        following = [pool.submit(follower.follow) for follower in followers]
        for writing in [pool.submit(_write, desk, town) for desk in desks]:
            writing.result(120)
        done.set()
        for reading in following:
            reading.result(60)
    with snapshot(town.server.centre.engine) as connection:
        query = "SELECT entity, row_id, ver FROM change WHERE office_id = %s AND bucket = %s AND op = 'P'"
        final = {tuple(row) for row in connection.exec_driver_sql(query, (town.office_id, REGISTRY))}
    for follower in followers:
        assert final <= follower.shown, "a committed change was never shown"
        assert follower.uptos == sorted(follower.uptos)
    for desk in desks:
        desk.sync()
    assert all(desk.rows == desks[0].rows for desk in desks[1:] if desk.enrolled.counter)
    assert len(desks[0].letters()) == WRITERS * ROUNDS
    head = hold_density(town)
    hold_digests(town)
    with snapshot(town.server.centre.engine) as connection:
        query = "SELECT oseq FROM position_log WHERE office_id = %s ORDER BY oseq"
        given = [row.oseq for row in connection.exec_driver_sql(query, (town.office_id,))]
    assert given == list(range(start + 1, head + 1)), "positions have gaps or were given twice"
