"""The long run: the machine, kills at random moments, races, power cuts, one after the other until the time is over.

`python -m tests.convergence.soak --minutes 10 --out FOLDER` prints a table of what was tried, and leaves it in
`FOLDER/soak.json`, added to what was there: histories, rules by name, faults by kind, kills by place, power cuts, laws
by name. It ends with 1 at the first thing that does not hold.

Each turn comes from its own seed. `FOLDER/next-seed` holds that of the first turn that is not done, and the next run in
this folder begins there, or where `--seed` says: after a failure the same turn is tried again. What hangs on the moment
(kills, races) differs each time all the same.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from desktop.office.clock import ManualClock, SystemClock
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.migrating import migrate
from tests.convergence import centre_process, desk_process, filling_desk, machine, packing_centre
from tests.convergence.kills import kill_at_random
from tests.convergence.power_cut import check, record
from tests.helpers.children import REPOSITORY
from tests.helpers.direct import DirectCentre
from tests.helpers.tally import Tally
from tests.helpers.town import MORNING, Town
from tools.demo_postgres import PostgresCluster

HISTORIES, KILLS, CUTS, RACE_S = 15, 12, 60, 15.0
"""Of each kind in one turn; a turn takes a minute or two on two cores."""
STEPS = 60
PLACES = {
    "test_kill9": desk_process.PLACES,
    "test_centre_kill9": centre_process.PLACES,
    "test_snapshot_kill9": {**filling_desk.PLACES, **packing_centre.PLACES},
}
"""The tests that kill a process at each named place, and those places."""
_NEXT = "next-seed"


class Soak:
    """One run. Each trial adds to the tally and raises AssertionError when something does not hold."""

    def __init__(self, cluster: PostgresCluster, folder: Path, first_seed: int) -> None:
        self._cluster = cluster
        self._folder = folder
        self._turn = first_seed
        """The seed of the turn that is being tried."""
        self.tally = Tally()

    @property
    def seed(self) -> int:
        """Of the turn that comes next, or that did not come to its end."""
        return self._turn

    def turn(self, over: Callable[[], bool]) -> None:
        """Each kind of trial once, as far as the time goes."""
        for trial in (self._histories, self._kills, self._places, self._cuts, self._race):
            if over():
                return
            began = time.monotonic()
            trial(self._folder / f"{self._turn} {trial.__name__.strip('_')}", random.Random(self._turn))
            name = trial.__name__.strip("_")
            print(f"turn {self._turn}: {name} in {time.monotonic() - began:.0f} s", flush=True)
        self._turn += 1
        self.tally.add("schedules", "turns")

    def _histories(self, folder: Path, rng: random.Random) -> None:
        """The machine from another seed, on a fresh database."""
        checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
        quiet = settings(
            max_examples=HISTORIES, stateful_step_count=STEPS, suppress_health_check=checks, derandomize=False,
            database=None, deadline=None, phases=[Phase.generate],
        )  # fmt: skip
        machine.tally = self.tally
        with self._direct(folder, ManualClock(MORNING)) as direct:

            class Here(machine.Municipality):
                centre = direct

            seed(rng.randrange(1 << 30))(Here)
            run_state_machine_as_test(Here, settings=quiet)

    def _kills(self, folder: Path, rng: random.Random) -> None:
        """Desk and centre are killed, or stopped and continued, at moments that nobody chose."""
        folder.mkdir(parents=True)
        kill_at_random(self._migrated(), folder, rng, KILLS, self.tally)

    def _cuts(self, folder: Path, rng: random.Random) -> None:
        """Power cuts in a morning of another length."""
        with self._direct(folder, SystemClock()) as direct:
            town = Town(direct, folder)
            desk = town.desk()
            town.close()
        recorded = record(desk.folder, desk.keys, folder / "strace.log", turns=rng.randrange(2, 9))
        places = [rng.randrange(1, len(recorded.events) + 1) for _ in range(CUTS)]
        for name, count in check(recorded, places, folder / "cut", rng).items():
            self.tally.add("power cuts", name, count)

    def _places(self, folder: Path, rng: random.Random) -> None:
        """Desk and centre die at every named place, one after the other; each of these tests sees to it that all do."""
        for name, places in PLACES.items():
            self._tested(f"tests/convergence/{name}.py")
            self.tally.of("kills").update(places.keys())

    def _race(self, folder: Path, rng: random.Random) -> None:
        """The processes on PostgreSQL, for longer than in every run."""
        self._tested("tests/sync/server/test_race.py")
        self.tally.add("schedules", "races on PostgreSQL")

    def _tested(self, file: str) -> None:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file]
        longer = {**os.environ, "RACE_SECONDS": str(RACE_S)}
        done = subprocess.run(command, cwd=REPOSITORY, env=longer, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout

    def _migrated(self) -> str:
        url = self._cluster.new_database()
        migrate(url)
        return url

    @contextmanager
    def _direct(self, folder: Path, clock: ManualClock | SystemClock) -> Iterator[DirectCentre]:
        folder.mkdir(parents=True)
        engine = make_engine(self._migrated(), pool_size=8)
        direct = DirectCentre(Centre(engine, folder / "files", clock))
        try:
            yield direct
        finally:  # a thread left behind would keep a failed run from ending
            direct.close()
            engine.dispose()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--out", type=Path, default=Path("output/soak"))
    asked.add_argument("--seed", type=int, help="of the first turn; without it where the last run in this folder ended")
    options = asked.parse_args()
    first = options.seed if options.seed is not None else _next_seed(options.out)
    ends = time.monotonic() + options.minutes * 60
    with PostgresCluster() as cluster, tempfile.TemporaryDirectory(prefix="thesaban-soak-", dir="/tmp") as folder:
        soak = Soak(cluster, Path(folder), first)
        print(f"seed {first}", flush=True)
        try:
            while time.monotonic() < ends:
                soak.turn(lambda: time.monotonic() >= ends)
        finally:
            soak.tally.save(options.out / "soak.json")
            (options.out / _NEXT).write_text(f"{soak.seed}\n", encoding="ascii")
            print(soak.tally.table(), flush=True)
    return 0


def _next_seed(out: Path) -> int:
    kept = out / _NEXT
    return int(kept.read_text(encoding="ascii")) if kept.exists() else random.SystemRandom().randrange(1 << 30)


if __name__ == "__main__":
    sys.exit(main())
