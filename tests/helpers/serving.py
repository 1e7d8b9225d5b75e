"""The centre as operators run it: a command, one address, one process or several, and its log in a file."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.helpers.ports import free_port

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Serving:
    url: str
    measures: str
    process: "subprocess.Popen[str]"
    log_file: Path

    def children(self) -> list[psutil.Process]:
        """The processes that serve, oldest first."""
        return sorted(psutil.Process(self.process.pid).children(), key=lambda child: child.pid)

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")


@contextmanager
def serving(database: str, blobs: Path, *options: str) -> Iterator[Serving]:
    """`python -m sync.server serve` until the block ends; it is killed if it did not end before."""
    place, measures = f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "sync.server", "serve", "--database", database, "--listen", place]
    command += ["--metrics", measures, "--blobs", str(blobs)]
    log_file = blobs / "log.jsonl"
    with log_file.open("w") as log:
        process = subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
    running = Serving(f"http://{place}", f"http://{measures}/metrics", process, log_file)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == f"listening on {place}\n", running.log()
        yield running
    finally:
        children = running.children() if process.poll() is None else []
        process.kill()
        for child in children:
            child.kill()
        process.communicate()
