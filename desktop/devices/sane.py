"""Scanners through SANE (Linux)."""

import sys
from collections.abc import Mapping, Sequence

from desktop.devices.worker_scanner import WorkerScanner

WORKER = ("-m", "desktop.devices.sane_worker")
NETWORKED = ("airscan:e", "escl:")
"""SANE's own drivers for network scanners, which the desk asks itself: each would stand in the list twice."""


class SaneScanner(WorkerScanner):
    """A `ScanSource`. A bundled program is its own interpreter and knows `WORKER`."""

    def __init__(
        self,
        worker_command: Sequence[str] = (sys.executable, *WORKER),
        environment: Mapping[str, str] | None = None,
        patience_s: float = 180.0,
        leave_out: tuple[str, ...] = (),
    ) -> None:
        super().__init__(worker_command, environment, patience_s, leave_out)
