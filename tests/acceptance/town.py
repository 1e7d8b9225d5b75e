"""The town of the tour: a centre and desks as processes of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.helpers.ports import free_port

HOUSE = Path(__file__).resolve().parent.parent.parent
ANSWER_SECONDS = 60.0


class DeskProcess:
    """A desk: the program on a screen of its own, worked through `desk_driver`."""

    def __init__(self, name: str, folder: Path, centre: str, environment: dict[str, str], log: Path) -> None:
        self.name, self.folder, self._centre = name, folder, centre
        self._environment, self._log = environment, log
        self._screen = Screen()
        self._process: subprocess.Popen[str] | None = None
        self._answers: Queue[str] = Queue()

    def start(self, language: str = "th", theme: str = "light") -> None:
        command = [sys.executable, "-m", "tests.acceptance.desk_driver", "--data", str(self.folder)]
        command += ["--centre", self._centre, "--language", language, "--theme", theme]
        environment = self._environment | {"DISPLAY": self._screen.display, "QT_QPA_PLATFORM": "xcb"}
        with self._log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment,
                cwd=HOUSE,
            )
        self._answers = Queue()
        self._listener = threading.Thread(target=self._listen, args=(self._process, self._answers))
        self._listener.start()

    def _listen(self, process: "subprocess.Popen[str]", answers: "Queue[str]") -> None:
        assert process.stdout
        with process.stdout as said:
            for line in said:
                answers.put(line)

    def do(self, verb: str, **arguments: Any) -> Any:
        """Gives one command and waits for what came of it."""
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"do": verb, **arguments}, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        try:
            answer = json.loads(self._answers.get(timeout=ANSWER_SECONDS))
        except Empty as error:
            raise TimeoutError(f"{self.name} does not answer {verb} {arguments}; see {self._log}") from error
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")
        return answer["value"]

    def press(self, keys: str) -> None:
        self.do("press", keys=keys)

    def type(self, text: str) -> None:
        self.do("type", text=text)

    def fill(self, name: str, text: str) -> None:
        """Types into the named field, over what stood there."""
        self.do("focus", name=name, clear=True)
        self.type(text)

    def until(self, text: str, seconds: float = 60.0) -> None:
        self.do("until", text=text, seconds=seconds)

    def facts(self, sql: str) -> list[list[Any]]:
        found: list[list[Any]] = self.do("facts", sql=sql)
        return found

    def kill(self) -> None:
        """kill -9, in the middle of whatever it is doing."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._end()

    def _end(self) -> None:
        assert self._process
        assert self._process.stdin
        self._process.wait()
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._listener.join()

    def close(self) -> None:
        if self._process and self._process.poll() is None:
            try:
                self.do("quit")
                self._process.wait(60)
            except (RuntimeError, TimeoutError, BrokenPipeError, subprocess.TimeoutExpired):
                self._process.kill()
            self._end()
        self._screen.close()


_SCREEN = ("-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset")


class Screen:
    """A virtual screen on a display number of this process: a server that ends takes the place of its number along.

    Its keyboard has Thai letters beside the Latin ones, as a clerk's has: a letter that had to be given a key first
    would be lost in a program that is busy until the key is another's again.
    """

    def __init__(self) -> None:
        self.display = ""
        for number in range(100 + os.getpid() % 30_000, 50_000):
            reading, writing = os.pipe()
            command = ["Xvfb", f":{number}", "-displayfd", str(writing), *_SCREEN]
            self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
            os.close(writing)
            with os.fdopen(reading) as told:
                if told.readline():
                    self.display = f":{number}"
                    subprocess.run(["setxkbmap", "-display", self.display, "us,th"], check=True)
                    return
            self._server.wait()

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


@dataclass
class CentreProcess:
    """`python -m sync.server` on a port that stays the same when it is started again."""

    database: str
    blobs: Path
    log: Path
    port: int = field(default_factory=free_port)
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "sync.server",
            "--listen",
            f"127.0.0.1:{self.port}",
            "--blobs",
            str(self.blobs),
        ]
        environment = os.environ | {"THESABAN_DATABASE": self.database, "PYTHONUNBUFFERED": "1"}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=environment, cwd=HOUSE)
        assert self._process.stdout
        told = self._process.stdout.readline()
        if b"listening" not in told:
            raise RuntimeError(f"the centre did not start; see {self.log}")

    def kill(self) -> None:
        """The line goes dead: kill -9."""
        assert self._process
        self._process.kill()
        self.close()

    def close(self) -> None:
        if self._process:
            assert self._process.stdout
            self._process.terminate()
            self._process.wait(60)
            self._process.stdout.close()
