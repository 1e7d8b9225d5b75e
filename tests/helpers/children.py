"""Our programs as processes of their own, which end with the test that started them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.ports import free_port

REPOSITORY = Path(__file__).parents[2]


def spawn(log: Path, module: str, *arguments: str) -> subprocess.Popen[str]:
    """`python -m module arguments`, with its standard output to be read; its complaints go to `log`."""
    command = [sys.executable, "-m", module, *arguments]
    with log.open("a") as complaints:
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=complaints, text=True, cwd=REPOSITORY, env={**os.environ}
        )


class CentreProcess:
    """A centre on one port that may die and be started again, armed or not."""

    def __init__(self, database: str, blobs: Path, module: str = "tests.convergence.centre_process") -> None:
        self._module = module
        self._database = database
        self._blobs = blobs
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self, place: str = "nowhere", count: int = 1) -> None:
        """Returns when it can be reached."""
        arguments = (self._database, str(self._blobs), str(self.port), place, str(count))
        log = self._blobs.with_name("centre.log")
        self._process = spawn(log, self._module, *arguments)
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n", log.read_text()

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def dead(self) -> bool:
        return self._process is not None and self._process.poll() == -signal.SIGKILL

    def wait_for_death(self) -> bool:
        """Whether the process killed itself; it is given some seconds."""
        assert self._process
        try:
            return self._process.wait(60) == -signal.SIGKILL
        except subprocess.TimeoutExpired:
            return False

    def kill(self) -> None:
        """SIGKILL now, wherever it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
            self._process = None


@contextmanager
def centre_process(database: str, blobs: Path, *module: str) -> Iterator[CentreProcess]:
    blobs.mkdir(parents=True, exist_ok=True)
    made = CentreProcess(database, blobs, *module)
    try:
        yield made
    finally:
        made.kill()
