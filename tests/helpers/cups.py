"""A private CUPS server with a queue that prints into a file, run by the real cupsd on a socket of its own."""

import getpass
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.devices.cups import CupsPrinter
from desktop.devices.printer import JobState, PrintJob

PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
_PATIENCE_S = 60
_UNFINISHED = frozenset({JobState.WAITING, JobState.PRINTING})

_CUPSD_CONF = """
LogLevel warn
Listen {folder}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow localhost
  </Limit>
</Policy>
"""

_CUPS_FILES_CONF = """
SystemGroup root
User {user}
Group {group}
ServerRoot {folder}/etc
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
StateDir {folder}/state
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
Printcap
FileDevice Yes
Sandboxing relaxed
"""


@dataclass(frozen=True)
class Cups:
    """A running server; `printer` speaks to it, `printed(queue)` is what came out of a queue last."""

    folder: Path

    @property
    def server(self) -> str:
        return str(self.folder / "cups.sock")

    @property
    def printer(self) -> CupsPrinter:
        return CupsPrinter(self.server)

    def add_queue(self, name: str, *, media: str = "A4") -> None:
        """A queue that keeps text and vectors, with this paper as its default."""
        out = self.folder / "out" / f"{name}.pdf"
        out.touch()
        out.chmod(0o666)
        self.run("lpadmin", "-p", name, "-E", "-v", f"file:{out}", "-P", str(PPD), "-o", f"PageSize={media}")

    def add_printer(self, name: str, uri: str, *, raw: bool = False) -> None:
        """A queue that sends to a printer of the network; `raw`: as it comes, without any filter."""
        model = () if raw else ("-P", str(PPD), "-o", "PageSize=A5")
        self.run("lpadmin", "-p", name, "-E", "-v", uri, *model)

    def printed(self, queue: str) -> bytes:
        return (self.folder / "out" / f"{queue}.pdf").read_bytes()

    def comes_out(self, queue: str) -> bytes:
        """What comes out of a queue, as soon as all of it is there."""
        deadline = time.monotonic() + _PATIENCE_S
        while self.run("lpstat", "-o", queue) or not self.printed(queue):
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing came out of {queue}")
        return self.printed(queue)

    def finish(self, job: PrintJob) -> JobState:
        """How the job ended."""
        deadline = time.monotonic() + _PATIENCE_S
        while (state := self.printer.state(job)) in _UNFINISHED:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{job} is still {state}: {(self.folder / 'log' / 'error').read_text()}")
        return state

    def run(self, *command: str) -> str:
        environment = {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=_PATIENCE_S)
        return done.stdout


@pytest.fixture(scope="session")
def cups() -> Iterator[Cups]:
    """One server a test session; tests make their own queues."""
    with private_cups() as running:
        yield running


@contextmanager
def private_cups() -> Iterator[Cups]:
    """A server of one's own until the block ends."""
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # filters run as another user
        server = subprocess.Popen(_command(folder), stderr=subprocess.DEVNULL)
        try:
            yield _wait_until_up(Cups(folder), server)
        finally:
            server.terminate()
            server.wait(_PATIENCE_S)


def _command(folder: Path) -> list[str]:
    for part in ("etc", "cache", "spool/tmp", "state", "log", "out"):
        (folder / part).mkdir(parents=True)
    user, group = ("lp", "lp") if os.geteuid() == 0 else (getpass.getuser(),) * 2
    (folder / "etc" / "cupsd.conf").write_text(_CUPSD_CONF.format(folder=folder))
    (folder / "etc" / "cups-files.conf").write_text(_CUPS_FILES_CONF.format(folder=folder, user=user, group=group))
    etc = str(folder / "etc")
    cupsd = "/usr/sbin/cupsd"
    return [cupsd, "-f", "-c", f"{etc}/cupsd.conf", "-s", f"{etc}/cups-files.conf"]


def _wait_until_up(cups: Cups, server: "subprocess.Popen[bytes]") -> Cups:
    deadline = time.monotonic() + _PATIENCE_S
    while "is running" not in cups.run("lpstat", "-r"):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("cupsd did not start")
    return cups
