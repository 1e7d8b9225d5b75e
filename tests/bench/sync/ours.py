"""Our own system as it runs in an office: a centre process on a durable PostgreSQL, desks as processes of their own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from desktop.accounts.mutations import DefineOffice, DefineStaff, DefineUnit
from desktop.letters.rules import INCOMING_SERIES
from sync.server.admin import Admin
from sync.server.database import make_engine
from sync.server.migrating import migrate
from tests.bench.many_letters import fill
from tests.bench.sync.systems import ROOT, Client, System, free_port, running
from tools.demo_postgres import PostgresCluster

OFFICE = 500_109
REGISTRY = ("registry/normal", "unit:CLK/normal")
_UNIT, _PERSON = b"unit".rjust(16, b"\1"), b"kanda".rjust(16, b"\2")


class Ours(System):
    name = "Thesaban Desk"

    def __init__(self) -> None:
        self._admin: Admin | None = None
        self.engine: Engine | None = None

    def install(self) -> None:
        """It is here."""

    @contextmanager
    def serving(self, folder: Path) -> Iterator[int]:
        with PostgresCluster() as cluster:
            database = cluster.new_database()
            migrate(database)
            engine = make_engine(database, pool_size=2)
            self._admin, self.engine = Admin(engine), engine
            found(self._admin)
            port = free_port()
            command = [sys.executable, "-m", "sync.server", "--listen", f"127.0.0.1:{port}"]
            command += ["--blobs", str(folder / "blobs")]
            with running(command, port, os.environ | {"THESABAN_DATABASE": database}, ROOT):
                yield port
            engine.dispose()

    def client(self, url: str, name: str, folder: Path) -> Client:
        assert self._admin
        registers = (INCOMING_SERIES,) if name == "writer" else ()
        code = self._admin.device_code(OFFICE, name, name[:8], registers, REGISTRY)
        return Client(
            [sys.executable, "-m", "tests.bench.sync.our_client", url, code, name, str(folder / name)], cwd=ROOT
        )

    def fill(self, writer: Client, letters: Path, count: int) -> None:
        assert self.engine
        fill(self.engine, OFFICE, count)
        writer.seconds("fetch")


def found(admin: Admin, office: int = OFFICE) -> None:
    """An office with one unit and one person, as small as an office can be."""
    admin.create_office(office, DefineOffice(b"office".rjust(16, b"\3"), "เทศบาลตัวอย่าง", "Tuayang", "-", "เชียงใหม่"))
    admin.define_unit(office, DefineUnit(_UNIT, "CLK", "สำนักปลัด", "Clerk", "สป."))
    words = ("kanda", "นางกานดา ตัวอย่าง", "Kanda", "เจ้าพนักงานธุรการ", "Clerk")
    admin.define_staff(office, DefineStaff(_PERSON, *words, _UNIT, "registrar"))
