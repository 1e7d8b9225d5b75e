"""Scanners on Windows whose drivers speak WIA or TWAIN; network scanners need neither (`escl`).

Not run here on Windows: the workers are tested against objects shaped as the interfaces are documented, the road from
there to a driver is not.
"""

import sys
from collections.abc import Mapping, Sequence

from desktop.devices.worker_scanner import WorkerScanner

WIA_WORKER = ("-m", "desktop.devices.wia_worker")
TWAIN_WORKER = ("-m", "desktop.devices.twain_worker")


class WiaScanner(WorkerScanner):
    """A `ScanSource`: what Windows itself knows as a scanner."""

    def __init__(
        self,
        worker_command: Sequence[str] = (sys.executable, *WIA_WORKER),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(worker_command, environment)


class TwainScanner(WorkerScanner):
    """A `ScanSource` for older scanners that came with a TWAIN driver only."""

    def __init__(
        self,
        worker_command: Sequence[str] = (sys.executable, *TWAIN_WORKER),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(worker_command, environment)
