"""The power goes at any moment: what was printed is in the store, and the store is whole.

A real desk works on its real, encrypted store under strace. Its writes are then replayed up to each place, with what
was not synced dropped, kept, or torn at sectors of 512 and 4,096 bytes; what is left is opened with the real program.
"""

import os
import random
from pathlib import Path

import pytest

from tests.convergence.power_cut import Recorded, check, record
from tests.helpers.direct import DirectCentre
from tests.helpers.town import Town

CUTS = int(os.environ.get("POWER_CUTS", "90"))
"""Cuts in every run; a long run looks at more."""


@pytest.fixture
def recorded(direct_centre: DirectCentre, tmp_path: Path) -> Recorded:
    town = Town(direct_centre, tmp_path)
    desk = town.desk()
    town.close()
    return record(desk.folder, desk.keys, tmp_path / "strace.log", turns=4)


def test_nothing_printed_is_missing_after_a_power_cut(recorded: Recorded, tmp_path: Path) -> None:
    rng = random.Random(2569)
    places = sorted(rng.sample(range(1, len(recorded.events) + 1), min(CUTS, len(recorded.events))))
    figures = check(recorded, places, tmp_path / "cut", rng)
    print(f"\n{len(recorded.events)} events, {figures}")
    assert figures["printed papers looked for"] > len(places)


def test_the_log_is_the_whole_truth(recorded: Recorded, tmp_path: Path) -> None:
    """The control: with everything kept to the end, the replayed disk is byte for byte the real one."""
    recorded.replay(len(recorded.events), tmp_path / "end", random.Random(1), "kept")
    real = {
        path.relative_to(recorded.folder): path.read_bytes() for path in recorded.folder.rglob("*") if path.is_file()
    }
    replayed = {
        path.relative_to(tmp_path / "end"): path.read_bytes()
        for path in (tmp_path / "end").rglob("*")
        if path.is_file()
    }
    assert {name for name in real if not name.name.endswith((".lock", "-shm"))} <= set(replayed)
    for name, content in replayed.items():
        assert real.get(name) == content, name


def test_a_desk_that_did_not_sync_would_be_caught(recorded: Recorded, tmp_path: Path) -> None:
    """The negative control: the same log without the store's syncs loses papers."""
    lazy = recorded.without_syncs()
    with pytest.raises(AssertionError):
        check(lazy, [len(lazy.events)], tmp_path / "lazy", random.Random(1), fates=("dropped",))
