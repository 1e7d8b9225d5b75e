"""Several processes behind one address serve one office as one; one that dies is replaced; the end comes to all."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
import requests

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.clock import SystemClock
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.limits import Limits
from sync.server.running import Beside
from sync.wire.codec import decode
from sync.wire.messages import Head
from tests.convergence import invariants as must
from tests.helpers.serving import Serving, serving
from tests.helpers.town import Page, Town, TownDesk, identity
from tests.sync.server.town import REGISTRY
from tests.sync.server.town import Town as SmallTown
from tools.demo_postgres import PostgresCluster

PROCESSES = 3
TURNS = 6


@pytest.fixture(scope="module")
def database(postgres: PostgresCluster, migrated_template: str) -> str:
    return postgres.new_database(template=migrated_template)


@pytest.fixture(scope="module")
def running(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    blobs = tmp_path_factory.mktemp("blobs")
    with serving(database, blobs, "--processes", str(PROCESSES), "--threads", "6") as centre:
        yield centre


@pytest.fixture(scope="module")
def centre(running: Serving, database: str) -> Iterator[Beside]:
    """The address of the processes, and the database behind them for the eyes of the test."""
    engine = make_engine(database, pool_size=4)
    yield Beside(running.url, Centre(engine, running.log_file.parent, SystemClock()))
    engine.dispose()


def eventually(holds: Callable[[], bool]) -> None:
    """Asks until it holds; pytest's own limit ends a hope in vain."""
    while not holds():
        os.sched_yield()


def work(desk: TownDesk) -> list[tuple[str, int, int]]:
    """A counter at work: letters with files where it may number them, receipts, a round after each; its papers."""
    papers = []
    for turn in range(TURNS):
        if desk.desk.identity.registers:
            page = Page(f"%PDF of {desk.folder.name} {turn}".encode() * 20_000)
            done = desk.letters().register(Registration("กรมการปกครอง", "นายก", f"เรื่องที่ {turn}"), [page])
            desk.letters().route(done.id, [identity("ENG")])
            papers.append(("letters", done.year_be, done.number))
        receipt = desk.cashier().issue(Payment("นายทดสอบ", (Charge(fees()[0], turn + 1),)))
        papers.append((f"receipts {receipt.series}", receipt.fiscal_year_be, receipt.number))
        desk.crash()
        desk.open()  # with a fresh line, to whichever process takes it
        desk.round.run()
        desk.errand.run()
    return papers


def settle(desks: list[TownDesk]) -> None:
    for _ in range(2):
        for desk in desks:
            desk.round.run()
            while desk.errand.run().left:
                pass


def test_one_office_at_three_processes_is_one_office(running: Serving, centre: Beside, tmp_path: Path) -> None:
    town, before = Town(centre, tmp_path / "desks"), len(running.log())  # another test may have had one killed
    try:
        desks = [town.desk("C1"), *(town.desk(name, ()) for name in ("C2", "C3", "C4"))]
        with ThreadPoolExecutor(len(desks)) as pool:
            papers = [paper for made in pool.map(work, desks) for paper in made]
        settle(desks)
        assert len(set(papers)) == len(papers) == TURNS * (len(desks) + 1)
        must.feed_is_sound(town)
        for desk in desks:
            must.desk_equals_centre(town, desk)
            must.nothing_is_held_without_right(desk)
            must.acts_are_in_order(town, desk)
            must.files_are_whole(town, desk, complete=True)
        odd = "SELECT count(*) FROM mutation WHERE office_id = :o AND status <> 'applied'"
        assert town.count(odd, o=town.office_id) == 0
    finally:
        town.close()
    told = running.log()[before:].splitlines()
    served = {line["pid"] for line in map(json.loads, told) if line["said"] == "sync"}
    assert len(served) == PROCESSES, "not every process served"


def test_news_written_at_one_process_reaches_who_waits_at_another(running: Serving, centre: Beside) -> None:
    town = SmallTown(centre)
    registry, reader = town.registry(), town.desk(REGISTRY)
    head = reader.sync().head
    waiting = 4 * PROCESSES

    def wait(_: int) -> int:
        headers = {"Authorization": f"Bearer {reader.token}"}
        answer = requests.get(f"{running.url}/v1/wait?head={head}", headers=headers, timeout=180)
        return decode(answer.content, Head).head

    with ThreadPoolExecutor(waiting) as pool:
        news = [pool.submit(wait, place) for place in range(waiting)]
        eventually(lambda: measured(running, "thesaban_desks_waiting") == waiting)
        registry.register()
        registry.sync()
        assert all(one.result(60) > head for one in news)
    lines = [json.loads(line) for line in running.log().splitlines()]
    at = {line["pid"] for line in lines if line.get("path") == "/v1/wait"}
    assert len(at) > 1, "they all waited at one process"


def measured(running: Serving, name: str) -> float:
    """One figure of all processes together."""
    told = requests.get(running.measures, timeout=180).text
    return sum(float(line.split()[-1]) for line in told.splitlines() if line.split("{")[0].split(" ")[0] == name)


def test_one_that_dies_is_replaced_and_nobody_is_turned_away(running: Serving, centre: Beside) -> None:
    desk = SmallTown(centre).registry()
    before = {child.pid for child in running.children()}
    victim = min(before)
    os.kill(victim, signal.SIGKILL)
    for _ in range(30):
        requests.get(running.url + "/v1/health", timeout=180).raise_for_status()
    eventually(lambda: len(running.children()) == len(before) and not psutil.pid_exists(victim))
    desk.http.close()
    desk.register()
    desk.sync()
    assert "process ended" in running.log()


def test_a_token_is_good_everywhere_and_a_desk_meets_one_limit(running: Serving, centre: Beside) -> None:
    """Whoever asks without end meets one limit, not one of each process."""
    desk = SmallTown(centre).desk(REGISTRY)
    headers = {"Authorization": f"Bearer {desk.token}"}

    def knock(_: int) -> list[int]:
        with requests.Session() as line:
            asked = (line.get(running.url + "/v1/nothing", headers=headers, timeout=180) for _ in range(300))
            return [answer.status_code for answer in asked]

    began = time.monotonic()
    with ThreadPoolExecutor(6) as pool:
        statuses = [status for told in pool.map(knock, range(6)) for status in told]
    took = time.monotonic() - began
    rate = Limits().device
    assert set(statuses) == {404, 429}
    assert statuses.count(404) <= rate.at_once + rate.a_second * took + 1


def test_a_stop_ends_them_all(database: str, tmp_path: Path) -> None:
    with serving(database, tmp_path, "--processes", "2") as running:
        children = running.children()
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(60) == 0
        assert not any(child.is_running() for child in children)


def test_children_do_not_outlive_their_parent(database: str, tmp_path: Path) -> None:
    with serving(database, tmp_path, "--processes", "2") as running:
        children = running.children()
        running.process.kill()
        psutil.wait_procs(children, timeout=180)
        assert not any(child.is_running() for child in children)
