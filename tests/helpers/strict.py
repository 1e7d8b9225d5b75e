"""What no test may do, besides what warnings and Qt messages (pyproject.toml) already forbid: it fails that test.

It may not log a warning nobody asked for (a test that takes `caplog` reads the log itself), leave a thread or a window
behind, or reach for another machine.
"""

import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

_LEAVE_S = 60
_HERE = ("127.", "::1", "localhost", "0.0.0.0")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing at WARNING or above, unless the test looks at the log."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if "caplog" not in request.fixturenames:
        assert not listener.heard, "logged and not expected"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Deferred deletions happen in the test that asked for them; its threads and windows end with it."""
    before = set(threading.enumerate())
    yield
    if "PySide6.QtWidgets" in sys.modules:
        _flush_qt()
    left = [thread for thread in threading.enumerate() if thread not in before and not _foreign(thread)]
    for thread in left:
        thread.join(_LEAVE_S)
    assert not [thread for thread in left if thread.is_alive()], "threads left behind"


def _foreign(thread: threading.Thread) -> bool:
    """Qt's pool threads show up here once they ran Python; Qt ends them. So do the workers of a centre."""
    return isinstance(thread, threading._DummyThread) or thread.name.startswith(("AnyIO worker", "asyncio_"))


def _flush_qt() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return
    assert QThreadPool.globalInstance().waitForDone(_LEAVE_S * 1000), "a job still runs on Qt's pool"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_still = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in open_still:
        window.close()  # the next test is not to blame for it
    assert not open_still, "windows left open"


def pytest_configure() -> None:
    sys.addaudithook(_stay_here)


def _stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuses any address but this machine's own."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if name and not str(name).startswith(_HERE):
        raise RuntimeError(f"a test reached for {name}; only loopback is allowed")
