"""Desk and centre killed, or stopped and continued, at random moments; the printer's log is kept by the parent."""

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.letters.rules import INCOMING_SERIES as LETTERS
from desktop.office.clock import SystemClock
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.running import Beside
from tests.convergence import invariants as must
from tests.helpers.children import CentreProcess, centre_process, spawn
from tests.helpers.tally import Tally
from tests.helpers.town import Town, TownDesk

LIFE_S = 4.0
"""The longest that a desk's process is let live; it needs about one second to begin."""
_SERIES = {"letter": LETTERS, "receipt": RECEIPTS}


def kill_at_random(database: str, folder: Path, rng: random.Random, times: int, tally: Tally) -> None:
    """Kills so many times, holds the witness against the store after each, and in the end all must be one."""
    engine = make_engine(database, pool_size=4)
    with centre_process(database, folder / "files") as process:
        process.start()
        town = Town(Beside(process.url, Centre(engine, folder / "files", SystemClock())), folder)
        desk, other = town.desk(), town.second_desk()
        printer = must.Printer()
        for _ in range(times):
            desk.crash()
            printer.numbers += _one_life(desk, process, rng, tally)
            must.numbers_are_unique(printer)
            desk.open()
        _all_is_one(town, [desk, other], printer)
        town.close()
    engine.dispose()


def _one_life(desk: TownDesk, centre: CentreProcess, rng: random.Random, tally: Tally) -> list[must.Number]:
    """The desk's process works until it, or the centre and then it, is killed; returns the papers it handed out."""
    arguments = [str(desk.folder), desk.proxy.url, desk.keys.secret.hex(), "nowhere", "0"]
    living = spawn(desk.folder.with_name("desk.log"), "tests.convergence.desk_process", *arguments)
    fate = rng.choice(["desk killed", "desk killed", "centre killed", "desk stopped", "centre stopped"])
    time.sleep(1.0 + rng.random() * (LIFE_S - 1.0))
    victim = living.pid if fate.startswith("desk") else centre.pid
    tally.add("kills", f"at a random moment: {fate}")
    if fate.endswith("stopped"):
        _stop_and_continue(victim, rng)
    elif fate == "centre killed":
        centre.kill()
        centre.start()
    time.sleep(rng.random() * 0.5)
    living.kill()
    said, _ = living.communicate()
    lines = [line.split() for line in said.splitlines() if line.count(" ") == 2]
    return [(_SERIES[kind], int(year), int(number)) for kind, year, number in lines]


def _stop_and_continue(pid: int, rng: random.Random) -> None:
    """A machine that slept."""
    try:
        _signal(pid, signal.SIGSTOP)
        time.sleep(rng.random())
    finally:
        _signal(pid, signal.SIGCONT)


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def _all_is_one(town: Town, desks: list[TownDesk], printer: must.Printer) -> None:
    scene = must.Scene(town, printer)
    for desk in desks:
        scene.enter(desk)

    def turn(desk: TownDesk) -> None:
        desk.round.run()
        desk.errand.run()

    must.everything_drains(scene, turn)
    must.what_is_printed_is_known(scene)
    must.the_register_has_no_hole(town)
    must.feed_is_sound(town)
    must.feed_tells_every_row(town)
    must.centre_has_all_files(town)
    for desk in desks:
        must.desk_equals_centre(town, desk)
        must.nothing_is_held_without_right(desk)
        must.acts_are_in_order(town, desk)
        must.files_are_whole(town, desk, complete=True)
