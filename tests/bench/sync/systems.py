"""The systems under measurement: how each is installed, its server started and its clients told what to do."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
HOME = ROOT / "output" / "bench-peers"
"""Where the peers' own environments are kept between runs."""
PINNED = {
    "anki": ("anki==26.9.3",),
    "morango": ("morango==0.8.15", "waitress==3.0.2", "setuptools<81"),
    "weasyprint": ("weasyprint==70.0",),
}
NODE = ("express@4.22.3", "pouchdb@9.0.0", "express-pouchdb@4.2.0")
_PATIENCE_S = 60


class Client:
    """A client process; every order is answered before the next is given."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=env, cwd=cwd)
        self.memory_at_start = int(self.answer()["memory"])

    def order(self, line: str) -> dict[str, Any]:
        self.tell(line)
        return self.answer()

    def tell(self, line: str) -> None:
        """Gives an order whose answer is fetched later with `answer`."""
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def seconds(self, line: str) -> float:
        return float(self.order(line)["seconds"])

    def memory(self) -> int:
        """Bytes at its peak so far."""
        return int(self.order("memory")["memory"])

    def count(self) -> int:
        return int(self.order("count")["count"])

    def kill(self) -> None:
        """As when the power fails."""
        self._process.kill()
        self._process.communicate()

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(_PATIENCE_S)

    def answer(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


class System(Protocol):
    """A peer or ours. `serving` gives the port of a fresh server; a client reaches it by a URL of a line before it."""

    name: str

    def install(self) -> None: ...

    def serving(self, folder: Path) -> Any: ...

    def client(self, url: str, name: str, folder: Path) -> Client: ...

    def fill(self, writer: Client, letters: Path, count: int) -> None:
        """Brings the first letters to the server, by the writer or as is usual; not timed."""
        writer.order(f"add {letters}")
        writer.seconds("send")


class Anki(System):
    name = "Anki"
    _python = str(HOME / "anki" / "bin" / "python")

    def install(self) -> None:
        environment("anki")

    @contextmanager
    def serving(self, folder: Path) -> Iterator[int]:
        port = free_port()
        settings = {"SYNC_USER1": "clerk:pw", "SYNC_BASE": str(folder / "server"), "SYNC_HOST": "127.0.0.1"}
        settings |= {"SYNC_PORT": str(port), "RUST_LOG": "error", "MAX_SYNC_PAYLOAD_MEGS": "1000"}
        with running([self._python, "-m", "anki.syncserver"], port, os.environ | settings):
            yield port

    def client(self, url: str, name: str, folder: Path) -> Client:
        return Client([self._python, str(HERE / "peers" / "anki_client.py"), url, name, str(folder)])


class Morango(System):
    name = "Morango"
    _python = str(HOME / "morango" / "bin" / "python")
    _script = str(HERE / "peers" / "morango_client.py")

    def install(self) -> None:
        environment("morango")

    @contextmanager
    def serving(self, folder: Path) -> Iterator[int]:
        port = free_port()
        self._set_up("server", folder)
        with running([self._python, self._script, "serve", str(port), "server", str(folder)], port):
            yield port

    def client(self, url: str, name: str, folder: Path) -> Client:
        self._set_up(name, folder)
        return Client([self._python, self._script, "client", url, name, str(folder)])

    def _set_up(self, name: str, folder: Path) -> None:
        subprocess.run([self._python, self._script, "setup", "-", name, str(folder)], check=True, stdout=sys.stderr)


class Pouch(System):
    name = "PouchDB"
    _env = os.environ | {"NODE_PATH": str(HOME / "pouch" / "node_modules")}

    def install(self) -> None:
        folder = HOME / "pouch"
        if shutil.which("npm") is None:
            raise SystemExit("bench-sync: PouchDB needs Node.js and npm: apt-get install nodejs npm")
        if not (folder / "complete").exists():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "package.json").write_text('{"private": true}')
            subprocess.run(["npm", "install", "--silent", *NODE], cwd=folder, check=True, stdout=sys.stderr)
            (folder / "complete").touch()

    @contextmanager
    def serving(self, folder: Path) -> Iterator[int]:
        port = free_port()
        (folder / "server").mkdir()
        command = ["node", str(HERE / "peers" / "pouch_server.js"), str(folder / "server"), str(port)]
        with running(command, port, self._env):
            yield port

    def client(self, url: str, name: str, folder: Path) -> Client:
        return Client(["node", str(HERE / "peers" / "pouch_client.js"), url, name, str(folder)], self._env)


def environment(name: str) -> Path:
    """A virtual environment of the peer's own: its packages would not go together with ours."""
    folder = HOME / name
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *PINNED[name]]
        subprocess.run(pip, check=True, stdout=sys.stderr)
        (folder / "complete").touch()
    return folder


class Server:
    """A server process from the moment it listens; what it prints is nobody's business."""

    def __init__(
        self, command: Sequence[str], port: int, env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> None:
        self._command, self._port, self._env, self._cwd = command, port, env, cwd
        self.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def start(self) -> None:
        silent = subprocess.DEVNULL
        self._process = subprocess.Popen(self._command, env=self._env, cwd=self._cwd, stdout=silent, stderr=silent)
        self._await_listener()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(_PATIENCE_S)

    def _await_listener(self) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while time.monotonic() < ends and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"{self._command!r} did not listen")


@contextmanager
def running(
    command: Sequence[str], port: int, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[None]:
    """A server process for the length of the block."""
    server = Server(command, port, env, cwd)
    try:
        yield
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
