"""What Prometheus and operators see: figures of the centre, and of nobody who works with it."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine

from desktop.office.errors import OfficeError
from sync.server import metrics, wellness
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.logs import FACTS, Facts, Lines
from sync.server.metrics import Standing
from sync.server.running import Beside, beside, listen
from sync.wire.codec import decode, encode
from sync.wire.messages import JSON_TYPE, Health, SignInRequest
from tests.helpers.ports import free_port
from tests.sync.server.town import REGISTRY, Town

NAMES = ("นายเอกสมมติ", "โฉนดที่ดิน", "ปลาทูสองตัว", "kanda", "กานดา", "เทศบาลสมมติ")


@pytest.fixture
def centre(centre_database: str, tmp_path: Path) -> Iterator[Beside]:
    with beside(Centre(make_engine(centre_database, 4), tmp_path)) as running:
        yield running


@contextmanager
def scraped(centre: Beside) -> Iterator[str]:
    port = free_port()
    standing = Standing(centre.centre.engine, centre.centre.blobs.folder)
    server = metrics.serve("127.0.0.1", port, centre.measures.registry, standing)
    try:
        yield f"http://127.0.0.1:{port}/metrics"
    finally:
        server.shutdown()
        server.server_close()


def figures(url: str) -> dict[str, float]:
    """Every sample by its name and labels."""
    lines = [line for line in requests.get(url, timeout=180).text.splitlines() if not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def a_day(centre: Beside) -> Town:
    town = Town(centre)
    town.admin.set_password(town.office_id, "kanda", "ปลาทูสองตัว")
    desk = town.registry()
    letter = desk.register("นายเอกสมมติ ขอสำเนาโฉนดที่ดิน")
    desk.endorse(letter, "นายเอกสมมติ มารับเอง")
    desk.act("letters.endorse", b"\x80")
    desk.sync()
    desk.send_blob(b"%PDF " + bytes(2000))
    desk.send("POST", "/v1/signin", data=encode(SignInRequest("kanda", "ปลาทูสองตัว")))
    desk.send("POST", "/v1/signin", data=encode(SignInRequest("kanda", "นายเอกสมมติ")))
    desk.send("GET", "/v1/นายเอกสมมติ?subject=โฉนดที่ดิน")
    return town


def test_a_days_work_is_counted(centre: Beside) -> None:
    a_day(centre)
    with scraped(centre) as url:
        told = figures(url)
    assert told['thesaban_requests_total{door="/v1/sync",method="POST",status="200"}'] >= 2
    assert told['thesaban_requests_total{door="/v1/signin",method="POST",status="403"}'] == 1
    assert told['thesaban_requests_total{door="-",method="GET",status="404"}'] == 1
    assert told['thesaban_request_seconds_count{door="/v1/sync"}'] >= 2
    assert told['thesaban_acts_total{outcome="applied"}'] == 2
    assert sum(count for name, count in told.items() if name.startswith("thesaban_acts_total")) == 3
    assert told['thesaban_refusals_total{code="signin_refused"}'] == 1
    assert told['thesaban_file_bytes_moved_total{way="in"}'] == told["thesaban_file_bytes"] == 2005
    assert told["thesaban_database_up"] == told["thesaban_offices"] == told["thesaban_desks"] == 1
    assert told["thesaban_feed_head"] > 0
    assert told["thesaban_disk_free_bytes"] > 0
    assert told["thesaban_leases_total"] == 1
    assert told["thesaban_database_retries_total"] >= 0


def test_figures_name_nobody_and_their_kinds_are_few(centre: Beside) -> None:
    town = a_day(centre)
    for stranger in range(40):
        requests.request(f"METHOD{stranger}", f"{centre.url}/v1/stranger/{stranger}", timeout=180)
    with scraped(centre) as url:
        text = requests.get(url, timeout=180).text
    for word in (*NAMES, str(town.office_id), "stranger", "METHOD"):
        assert word not in text
    assert len(text.splitlines()) < 500


def test_a_database_that_is_away_is_told(centre: Beside, database: str, tmp_path: Path) -> None:
    engine = make_engine(database.replace("postgres:", "nobody:", 1), 1)
    told = {metric.name: metric.samples[0].value for metric in Standing(engine, tmp_path / "gone").collect()}
    assert told == {"thesaban_database_up": 0.0, "thesaban_disk_free_bytes": 0.0}
    assert wellness.look(engine, tmp_path) == {"database": "away", "migrations": "unknown", "disk": "ok"}
    engine.dispose()


@contextmanager
def version(engine: Engine, told: str) -> Iterator[None]:
    with engine.begin() as connection:
        before = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (told,))
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = %s", (before,))


def test_health_tells_which_part_is_not_ready(centre: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    def health() -> tuple[int, Health]:
        response = requests.get(centre.url + "/v1/health", timeout=180)
        return response.status_code, decode(response.content, Health, JSON_TYPE)

    engine, folder = centre.centre.engine, centre.centre.blobs.folder
    status, said = health()
    assert (status, said.status, said.database, said.migrations, said.disk) == (200, "ok", "ok", "ok", "ok")
    for told, word in (("0001", "old"), ("9999", "newer")):
        with version(engine, told):
            assert (health()[0], health()[1].migrations) == (503, word)
    monkeypatch.setattr(wellness, "LEAST_FREE", 1 << 62)
    assert (health()[0], health()[1].disk) == (503, "full")
    monkeypatch.setattr(centre.centre.blobs, "folder", folder / "gone")
    assert (health()[0], health()[1].disk) == (503, "missing")


def test_logs_are_lines_of_json_and_every_sync_leaves_one(centre: Beside, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        desk = a_day(centre).desk(REGISTRY)
        response = desk.send("POST", "/v1/sync", data=encode(desk.request()))
    text = "\n".join(Lines().format(record) for record in caplog.records if record.name.startswith("sync"))
    lines = list(map(json.loads, text.splitlines()))
    syncs = {line["id"]: line for line in lines if line["said"] == "sync"}
    mine = syncs[response.headers["X-Request-Id"]]
    assert (mine["desk"], mine["acts"], mine["leases"]) == (desk.id.hex(), 0, 0)
    assert mine["entries"] >= mine["rows"] > 0
    assert any(line["acts"] == line["applied"] + line.get("rejected", 0) + line.get("flagged", 0) == 3
               for line in syncs.values() if line["acts"])  # fmt: skip
    for word in (*NAMES, *(name.encode("unicode_escape").decode() for name in NAMES[:3]), "%E0%B8"):
        assert word not in text


def test_facts_read_well_for_eyes_too() -> None:
    record = logging.LogRecord("a", logging.INFO, "f", 1, FACTS, (Facts("sync", id="x", acts=3),), None)
    assert record.getMessage() == "sync id=x acts=3"
    line = json.loads(Lines().format(record))
    assert (line["said"], line["id"], line["acts"], line["level"]) == ("sync", "x", 3, "info")


def test_an_address_that_is_taken_is_refused_in_words(centre: Beside) -> None:
    with pytest.raises(OfficeError, match="address_taken"):
        listen("127.0.0.1", int(centre.url.rpartition(":")[2]))
