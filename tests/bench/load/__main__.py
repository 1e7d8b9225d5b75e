"""`python -m tests.bench.load --out FOLDER`: 500 desks of 50 offices on one PostgreSQL; a table and load.json.

Three stretches: everybody comes in for the first time; a working day pressed into a minute; and the storm, in which
the centre is gone while every desk works on, and then all come back at once. At the end every desk proves what it
holds, and every act is at the centre exactly once.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import aiohttp
from sqlalchemy import Engine, text

from desktop.accounts.mutations import DefineUnit
from desktop.letters.rules import INCOMING_SERIES
from sync.server.admin import Admin
from sync.server.database import make_engine
from sync.server.migrating import migrate
from tests.bench.load.costs import Used, used
from tests.bench.load.sim_desk import SimDesk, Tally
from tests.bench.load.work import UNITS, next_deed
from tests.bench.sync.ours import REGISTRY, found
from tests.bench.sync.systems import ROOT, Server, free_port
from tools.demo_postgres import PostgresCluster

FIRST_OFFICE = 600_001
DESKS = 10
"""Of one office: a registry, three counters, six divisions."""


@dataclass(frozen=True)
class Plan:
    offices: int
    seconds: float
    rate: float
    """Acts a second that all desks together do in the working minute."""
    offline: int
    """Acts that each desk does while the centre is gone."""
    jitter: float
    """Seconds over which desks come back; the program's are 0 to 120."""


@dataclass(frozen=True)
class Stretch:
    """One part of the run. Times in seconds, costs per act in milliseconds of processor and bytes of database."""

    name: str
    desks: int
    acts: int
    syncs: int
    took: float
    median_s: float
    p99_s: float
    refused: int
    broken: int
    centre_ms_per_sync: float
    postgres_ms_per_sync: float
    database_bytes_per_act: float

    def line(self) -> str:
        rates = f"{self.acts / self.took:7.0f} acts/s {self.syncs / self.took:7.0f} syncs/s"
        times = f"p50 {self.median_s * 1e3:6.1f} ms p99 {self.p99_s * 1e3:7.1f} ms"
        costs = f"centre {self.centre_ms_per_sync:5.2f} PostgreSQL {self.postgres_ms_per_sync:5.2f} ms/sync"
        return f"{self.name:22} {self.took:6.1f} s {rates}  {times}  {costs}  {self.database_bytes_per_act:6.0f} B/act"


class Run:
    """One centre, all desks; `measured` puts a stretch of it on record."""

    def __init__(self, engine: Engine, server: Server, folder: str) -> None:
        self._engine, self._server, self._folder = engine, server, folder
        self.tally = Tally()
        self.stretches: list[Stretch] = []
        self.desks: list[SimDesk] = []

    async def measured(self, name: str, act: Callable[[], Awaitable[object]]) -> None:
        self.tally.__init__()  # type: ignore[misc]
        before, began = self._used(), time.perf_counter()
        await act()
        took = time.perf_counter() - began
        self.stretches.append(self._stretch(name, took, self._used().since(before)))
        print(self.stretches[-1].line(), flush=True)

    def _used(self) -> Used:
        return used(self._server.pid, self._engine, self._folder)

    def _stretch(self, name: str, took: float, costs: Used) -> Stretch:
        tally, times = self.tally, sorted(self.tally.took) or [0.0]
        syncs, acts = max(tally.syncs, 1), max(tally.acts, 1)
        return Stretch(
            name, len(self.desks), tally.acts, tally.syncs, took, statistics.median(times),
            times[min(len(times) - 1, int(len(times) * 0.99))], tally.refused, tally.broken,
            costs.centre_s / syncs * 1e3, costs.postgres_s / syncs * 1e3, costs.database_bytes / acts,
        )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("output/load"))
    parser.add_argument("--offices", type=int, default=50)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rate", type=float, default=100.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    wanted = parser.parse_args()
    plan = Plan(wanted.offices, wanted.seconds, wanted.rate, offline=20, jitter=6.0)
    with tempfile.TemporaryDirectory(prefix="load-") as place, PostgresCluster() as cluster:
        database = cluster.new_database()
        migrate(database)
        engine = make_engine(database, pool_size=2)
        codes = _offices(Admin(engine), plan.offices)
        port = free_port()
        command = [sys.executable, "-m", "sync.server", "--listen", f"127.0.0.1:{port}", "--blobs", f"{place}/blobs"]
        command += ["--processes", str(wanted.processes)]
        server = Server(command, port, os.environ | {"THESABAN_DATABASE": database}, ROOT)
        run = Run(engine, server, str(cluster.folder / "data"))
        try:
            asyncio.run(_all(run, server, f"http://127.0.0.1:{port}", codes, plan))
            _prove(run, engine)
        finally:
            server.stop()
            engine.dispose()
    wanted.out.mkdir(parents=True, exist_ok=True)
    (wanted.out / "load.json").write_text(json.dumps([asdict(one) for one in run.stretches], indent=1), "utf-8")
    return 0


def _offices(admin: Admin, count: int) -> list[str]:
    """A code for each desk of each office."""
    codes = []
    for office in range(FIRST_OFFICE, FIRST_OFFICE + count):
        found(admin, office)
        codes.append(admin.device_code(office, "registry", "", (INCOMING_SERIES,), REGISTRY))
        codes += [admin.device_code(office, f"counter {place}", f"C{place}") for place in range(1, 4)]
        for place, unit in enumerate(UNITS):
            admin.define_unit(office, DefineUnit(unit, f"D{place}", f"กองที่ {place}", f"Division {place}", f"ก{place}"))
            codes.append(admin.device_code(office, f"division {place}", "", (), (f"unit:{unit.hex()}/normal",)))
    return codes


async def _all(run: Run, server: Server, url: str, codes: Sequence[str], plan: Plan) -> None:
    limits = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=limits, timeout=aiohttp.ClientTimeout(60)) as line:
        run.desks = [SimDesk(url, code, os.urandom(32), line, run.tally) for code in codes]
        await run.measured("everybody comes in", lambda: _each(run, _come_in))
        await run.measured("a working day", lambda: _work(run, plan))
        await _to_head(run)
        server.stop()
        for desk in run.desks:
            for _ in range(plan.offline):
                desk.do(next_deed)
        server.start()
        await run.measured("the storm", lambda: _each(run, lambda desk: _come_back(desk, plan.jitter)))
        await _to_head(run)


async def _each(run: Run, act: Callable[[SimDesk], Awaitable[object]]) -> None:
    await asyncio.gather(*(act(desk) for desk in run.desks))


async def _to_head(run: Run) -> None:
    """Every desk reads what the others did, until nobody is behind."""
    await _each(run, lambda desk: desk.persist(desk.sync))


async def _come_in(desk: SimDesk) -> None:
    await desk.persist(desk.enrol)
    await desk.persist(desk.sync)


async def _come_back(desk: SimDesk, jitter: float) -> None:
    await asyncio.sleep(random.uniform(0, jitter))
    await desk.persist(desk.sync)


async def _work(run: Run, plan: Plan) -> None:
    """Every desk acts at its own random moments and sends each act at once; between them it waits for news."""
    ends = time.monotonic() + plan.seconds
    pause = len(run.desks) / plan.rate

    async def day(desk: SimDesk) -> None:
        while (left := ends - time.monotonic()) > 0:
            await _listen(desk, min(left, random.expovariate(1 / pause)))
            if time.monotonic() < ends:
                desk.do(next_deed)
                await desk.persist(desk.sync)

    await _each(run, day)


async def _listen(desk: SimDesk, seconds: float) -> None:
    """Fetches news as they come for so long."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        try:
            async with asyncio.timeout(left):
                await desk.persist(desk.wait)
        except TimeoutError:
            return
        await desk.persist(desk.sync)


def _prove(run: Run, engine: Engine) -> None:
    """Raises unless every act is at the centre once and every desk holds what the centre says."""
    done = sum(sum(desk.results.values()) for desk in run.desks)
    with engine.connect() as connection:
        kept = connection.execute(
            text("SELECT count(*) FROM mutation WHERE device_id <> :c"), {"c": bytes(16)}
        ).scalar()
        odd = connection.execute(
            text("SELECT status, code, count(*) FROM mutation WHERE status <> 'applied' GROUP BY 1, 2")
        ).all()
    behind = sum(not desk.proven() for desk in run.desks)
    if kept != done or behind or odd:
        raise SystemExit(f"not proven: {kept} kept, {done} done, {behind} desks differ, {odd}")
    print(f"proven: {done} acts once each, {len(run.desks)} desks equal to the centre")


if __name__ == "__main__":
    sys.exit(main())
