"""Processes on one office of a real PostgreSQL that is ill-treated: our reader loses nothing, the naive one is seen to.

Writers pause between statement and commit and roll back one transaction in ten; meanwhile their connections are
terminated, they run into deadlocks and serialization failures, and the server is stopped as if it had been killed.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from sync.server import feed_reading
from sync.server.centre import Centre
from sync.server.database import make_engine, snapshot
from sync.server.migrating import migrate
from tests.convergence.invariants import at_centre, feed_is_sound, feed_tells_every_row
from tests.helpers.direct import DirectCentre
from tests.helpers.town import MORNING, Town
from tests.sync.server.ill_treatment import ILLS, ill_treat
from tests.sync.server.racer import BUCKET
from tools.demo_postgres import PostgresCluster

pytestmark = pytest.mark.long

REPOSITORY = Path(__file__).parents[3]
WRITERS, READERS = 4, 2
_LOG = """
CREATE TABLE naive (id bigserial PRIMARY KEY, who text);
CREATE TABLE position_log (office_id bigint, oseq bigint);
CREATE FUNCTION log_position() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO position_log VALUES (NEW.office_id, NEW.oseq); RETURN NULL; END $$;
CREATE TRIGGER log_position AFTER INSERT OR UPDATE ON change FOR EACH ROW EXECUTE FUNCTION log_position();
CREATE FUNCTION now_and_then() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF random() < 0.03 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END IF; RETURN NULL; END $$;
CREATE TRIGGER now_and_then AFTER INSERT ON mutation FOR EACH STATEMENT EXECUTE FUNCTION now_and_then();
"""


@dataclass
class Track:
    """A cluster of its own, an office in it, and the processes that race there."""

    cluster: PostgresCluster
    url: str
    engine: Engine
    town: Town
    devices: list[bytes]
    letter: bytes


@pytest.fixture
def track(tmp_path: Path) -> Iterator[Track]:
    """A durable server: what it told must outlive its sudden end."""
    with PostgresCluster() as cluster:
        url = cluster.new_database()
        migrate(url)
        engine = make_engine(url, pool_size=4)
        direct = DirectCentre(Centre(engine, tmp_path, ManualClock(MORNING)))
        town = Town(direct, tmp_path)
        desks = [town.desk(f"C{place}", (), ("registry/normal",), synced=False) for place in range(WRITERS)]
        devices = [desk.desk.identity.device_id for desk in desks]
        registry = town.desk("R")
        letter = registry.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่องของทุกคน"), []).id
        registry.round.run()
        town.close()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_LOG.encode())
        yield Track(cluster, url, engine, town, devices, letter)
        direct.close()
        engine.dispose()


def test_no_reader_misses_anything_whatever_is_done_to_the_server(track: Track) -> None:
    with snapshot(track.engine) as connection:
        start = feed_reading.head(connection, track.town.office_id)
    racers = [_racer("write", track, place) for place in range(WRITERS)]
    racers += [_racer("read", track, place) for place in range(READERS)]
    racers += [_racer("hurry", track, place) for place in range(2)]
    racers += [_racer("naive", track, 0)]
    faults = ill_treat(track.cluster, track.url, track.town.office_id, track.devices, random.Random(7))
    told = [_end(racer) for racer in racers]
    track.engine.dispose()  # its connections died with the server
    writers, readers, naive = told[:WRITERS], told[WRITERS : WRITERS + READERS], told[-1]

    acts = {row[0].hex() for row in at_centre(track.town, "SELECT mut_id FROM mutation WHERE office_id = :o")}
    for writer in writers:
        assert set(writer["acknowledged"]) <= acts, "an acknowledged act is not there"
    query = "SELECT entity, row_id, ver FROM change WHERE office_id = :o AND bucket = :b AND op = 'P'"
    final = {(entity, row_id.hex(), ver) for entity, row_id, ver in at_centre(track.town, query, b=BUCKET)}
    for reader in readers:
        assert final <= {tuple(entry) for entry in reader["shown"]}, "our reader missed a committed change"
    committed = {row[0] for row in at_centre(track.town, "SELECT id FROM naive")}
    lost = len(committed - set(naive["seen"]))

    feed_is_sound(track.town)
    feed_tells_every_row(track.town)
    positions = [row[0] for row in at_centre(track.town, "SELECT oseq FROM position_log WHERE office_id = :o")]
    with snapshot(track.engine) as connection:
        head = feed_reading.head(connection, track.town.office_id)
    assert sorted(positions) == list(range(start + 1, head + 1)), "positions have gaps or were given twice"
    counts = Counter(faults) | Counter({"rollbacks": sum(writer["rollbacks"] for writer in writers)})
    print(f"\n{len(acts)} acts, {head} positions; naive reader lost {lost} of {len(committed)}; {dict(counts)}")
    assert lost > 0, "the naive reader was not seen to lose anything"
    assert sum(writer["tries"] for writer in writers) > sum(len(writer["acknowledged"]) for writer in writers) / 3
    assert min(counts[name] for name in (*ILLS, "rollbacks")) > 0


def _racer(role: str, track: Track, seed: int) -> subprocess.Popen[str]:
    device = track.devices[seed % WRITERS].hex()
    arguments = [role, track.url, str(track.town.office_id), device, track.letter.hex(), str(seed)]
    command = [sys.executable, "-m", "tests.sync.server.racer", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY)


def _end(racer: subprocess.Popen[str]) -> dict[str, Any]:
    said, _ = racer.communicate(timeout=180)
    assert racer.returncode == 0
    found: dict[str, Any] = json.loads(said)
    return found
