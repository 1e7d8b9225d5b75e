"""A primary and its streaming standby from Debian's PostgreSQL: the one can be lost and the other promoted."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.helpers.ports import free_port

_PATIENCE_S = "60"
_SETTINGS = {
    "unix_socket_directories": "''",
    "listen_addresses": "'127.0.0.1'",
    "max_connections": "60",
    "wal_level": "replica",
    "max_wal_senders": "4",
    "hot_standby": "on",
    "synchronous_commit": "on",
}


def tools() -> Path:
    """Where Debian keeps the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parent.parent.name))
    if not found:
        raise RuntimeError("Debian's PostgreSQL is not installed: please type make setup")
    return found[-1].parent


class Pair:
    """Two servers on the loopback; the standby confirms every commit before it is told."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tools = tools()
        self._account = _servant()
        self.ports = {"primary": free_port(), "standby": free_port()}
        self._password = secrets.token_hex(16)
        (folder / "password").write_text(self._password)
        (folder / "pass").write_text(f"*:*:*:postgres:{self._password}\n")
        (folder / "pass").chmod(0o600)
        for name in ("", "password", "pass"):
            if self._account:
                shutil.chown(folder / name, self._account["user"], self._account["group"])

    def url(self, database: str = "postgres") -> str:
        """Leads to whichever of the two may be written to."""
        hosts = "&".join(f"host=127.0.0.1:{port}" for port in self.ports.values())
        login = f"postgresql://postgres:{self._password}@/{database}"
        return f"{login}?{hosts}&target_session_attrs=read-write"

    def confirms(self) -> bool:
        """Whether commits wait for the standby."""
        ports = ",".join(map(str, self.ports.values()))
        hosts = ",".join("127.0.0.1" for _ in self.ports)
        where = f"host={hosts} port={ports} user=postgres dbname=postgres target_session_attrs=read-write"
        with psycopg.connect(f"{where} password={self._password}") as connection:
            row = connection.execute("SELECT sync_state FROM pg_stat_replication").fetchone()
        return row == ("sync",)

    def start(self) -> None:
        """The primary, then its copy; from then on commits wait for the copy."""
        primary = self._folder / "primary"
        init = ["--username=postgres", f"--pwfile={self._folder / 'password'}", "--auth=scram-sha-256"]
        self._run("initdb", "-D", str(primary), *init, "--encoding=UTF8", "--locale=C.UTF-8")
        settings = "".join(f"{name} = {value}\n" for name, value in _SETTINGS.items())
        with (primary / "postgresql.conf").open("a") as file:
            file.write(settings)
        self._ctl("primary", "start", "-o", f"-p {self.ports['primary']}")
        source = f"host=127.0.0.1 port={self.ports['primary']} user=postgres application_name=copy"
        self._run(
            "pg_basebackup", "-D", str(self._folder / "standby"), "-R", "-X", "stream", "-c", "fast", "-d", source
        )
        self._ctl("standby", "start", "-o", f"-p {self.ports['standby']}")
        with (primary / "postgresql.conf").open("a") as file:
            file.write("synchronous_standby_names = 'copy'\n")
        self._ctl("primary", "reload")

    def lose_the_primary(self) -> None:
        """As if its machine had burnt."""
        self._ctl("primary", "stop", "-m", "immediate")
        shutil.rmtree(self._folder / "primary")

    def promote(self) -> None:
        self._ctl("standby", "promote")

    def close(self) -> None:
        for name in self.ports:
            if (self._folder / name / "postmaster.pid").exists():
                self._ctl(name, "stop", "-m", "immediate")

    def _ctl(self, name: str, act: str, *options: str) -> None:
        log = ["-l", str(self._folder / f"{name}.log")] if act == "start" else []
        self._run("pg_ctl", "-D", str(self._folder / name), "-w", "-t", _PATIENCE_S, act, *log, *options)

    def _run(self, tool: str, *arguments: str) -> None:
        surroundings = {"LC_ALL": "C", "PATH": os.environ["PATH"], "PGPASSFILE": str(self._folder / "pass")}
        with (self._folder / "said").open("a+") as said:
            done = subprocess.run(
                [str(self._tools / tool), *arguments], stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                check=False, cwd=self._folder, env=surroundings, **self._account,
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{tool}: {(self._folder / 'said').read_text()}")


def _servant() -> dict[str, Any]:
    """PostgreSQL refuses root: its servers run as `nobody` then."""
    if os.geteuid() != 0:
        return {}
    import pwd

    account = pwd.getpwnam("nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextmanager
def primary_and_standby() -> Iterator[Pair]:
    folder = Path(tempfile.mkdtemp(prefix="thesaban-pair-", dir="/tmp"))
    pair = Pair(folder)
    try:
        pair.start()
        yield pair
    finally:
        pair.close()
        shutil.rmtree(folder, ignore_errors=True)
