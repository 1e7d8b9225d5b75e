"""Recordings of the first release, and a centre of today brought to where that morning began."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import text

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.office.clock import ManualClock, from_utc_text
from sync.server.admin import Admin
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.identity import code_hash
from sync.server.running import Beside, beside
from sync.server.writing import mark
from tests.sync.server.town import LETTERS, REGISTRY

FIRST = Path(__file__).parent / "golden" / "schema1"


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, as they travelled."""

    place: str
    method: str
    path: str
    headers: dict[str, str]
    asked: bytes
    status: int
    type: str
    upload: dict[str, str]
    answered: bytes

    @property
    def door(self) -> str:
        """The path without its values."""
        path = self.path.partition("?")[0]
        return "/v1/blobs/{sha256}" if path.startswith("/v1/blobs/") else path

    def send(self, url: str) -> requests.Response:
        return requests.request(self.method, url + self.path, headers=self.headers, data=self.asked, timeout=60)


def facts(folder: Path = FIRST) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "index.json").read_text())
    return found


def exchanges(folder: Path = FIRST) -> list[Exchange]:
    """All of a recording, in their order."""
    made = []
    for line in facts(folder)["exchanges"]:
        asked, answered = ((folder / f"{line['place']}.{end}").read_bytes() for end in ("asked", "answered"))
        made.append(Exchange(**line, asked=asked, answered=answered))
    return made


@contextmanager
def that_morning(database: str, blobs: Path, folder: Path = FIRST) -> Iterator[Beside]:
    """A centre with the office, the people, the keys and the clock of the recording; its desk has yet to come in."""
    known = facts(folder)
    engine = make_engine(database, pool_size=8)
    with engine.begin() as connection:
        for name, value in known["settings"].items():
            values = {"name": name, "value": bytes.fromhex(value)}
            connection.execute(text("UPDATE server_setting SET value = :value WHERE name = :name"), values)
    clock = ManualClock(from_utc_text(known["clock"]))
    _found(Admin(engine, clock), known)
    try:
        with beside(Centre(engine, blobs, clock)) as running:
            yield running
    finally:
        engine.dispose()


def _found(admin: Admin, known: dict[str, Any]) -> None:
    office, unit, clerk = known["office"], bytes.fromhex(known["unit"]), bytes.fromhex(known["clerk"])
    admin.create_office(office, name_th="เทศบาลสมมติ", name_en="Sommut", address_th="1 หมู่ 1", province_th="สมมติ")
    admin.define_unit(office, DefineUnit(unit, "ENG", "กองช่าง", "Engineering", "กช"))
    admin.define_staff(office, DefineStaff(clerk, "kanda", "กานดา", "Kanda", "ธุรการ", "Clerk", unit, "registrar"))
    admin.set_password(office, "kanda", "ปลาทูสองตัว")
    code = admin.device_code(office, "desk", "C1", (LETTERS,), (REGISTRY, "finance/normal"))
    rename(admin, "enrolment_code", "hash", code_hash(code), code_hash(known["code"]))


def rename(admin: Admin, table: str, column: str, old: bytes, new: bytes) -> None:
    """Gives a row the identity that it had in the recording."""
    with admin._engine.begin() as connection:
        mark(connection)
        connection.execute(text(f"UPDATE {table} SET {column} = :new WHERE {column} = :old"), {"new": new, "old": old})
