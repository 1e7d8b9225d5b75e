"""Real scanners that are not there: SANE's `test` backend in a configuration folder of the test's own."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from desktop.devices.sane import SaneScanner

SYSTEM_CONFIG = Path("/etc/sane.d/test.conf")
MakeScanner: TypeAlias = Callable[..., SaneScanner]


def scanner_in(
    folder: Path, *worker: str, backend: str = "test", conf: Mapping[str, object] | None = None
) -> SaneScanner:
    """A `SaneScanner` with that backend alone; `conf` is added to its `test.conf`.

    `worker` are the arguments of `tests.helpers.sane_trouble`: the real worker on a scanner that gets into trouble.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text(f"{backend}\n")
    lines = [f"{name} {value}" for name, value in (conf or {}).items()]
    (folder / "test.conf").write_text("\n".join((SYSTEM_CONFIG.read_text(), *lines, "")))
    environment = {"SANE_CONFIG_DIR": str(folder)}
    if worker:
        return SaneScanner((sys.executable, "-m", "tests.helpers.sane_trouble", *worker), environment)
    return SaneScanner(environment=environment)


def airscan_in(folder: Path, url: str) -> SaneScanner:
    """A `SaneScanner` with Debian's driver for network scanners alone, and that one scanner."""
    (folder / "dll.conf").write_text("airscan\n")
    (folder / "airscan.conf").write_text(f"[devices]\nSim = {url}, eSCL\n[options]\ndiscovery = disable\n")
    return SaneScanner(environment={"SANE_CONFIG_DIR": str(folder)})


@pytest.fixture
def make_scanner(tmp_path: Path) -> MakeScanner:
    """`scanner_in` a folder of this test."""
    return lambda *worker, **options: scanner_in(tmp_path / "sane.d", *worker, **options)
