"""The real worker, on a scanner to which something happens before a page: `jam 2` (after two pages), `die 2`.

`die-asked 1`: the driver dies of being opened while the scanners are listed, after one of them.
"""

import os
import signal
import sys

import sane

from desktop.devices import sane_worker


def trouble_after(what: str, pages: int) -> None:
    start, close = sane.SaneDev.start, sane.SaneDev.close
    started: list[None] = []

    def start_or_not(device: sane.SaneDev) -> None:
        if len(started) == pages:
            if what == "die":
                os.kill(os.getpid(), signal.SIGKILL)
            device.read_return_value = "SANE_STATUS_JAMMED"
        started.append(None)
        start(device)

    def close_or_die(device: sane.SaneDev) -> None:
        close(device)
        if len(started) == pages:
            os.kill(os.getpid(), signal.SIGKILL)
        started.append(None)

    if what == "die-asked":
        sane.SaneDev.close = close_or_die
    else:
        sane.SaneDev.start = start_or_not


if __name__ == "__main__":
    trouble_after(sys.argv[1], int(sys.argv[2]))
    sys.exit(sane_worker.main())
