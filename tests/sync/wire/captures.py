"""Recordings of releases, and a centre of today brought to where such a morning began."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import requests
from sqlalchemy import text

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.office.clock import ManualClock, from_utc_text
from sync.server.admin import Admin
from sync.server.app import ALL
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.identity import code_hash
from sync.server.running import Beside, beside
from tests.sync.server.town import LETTERS, REGISTRY
from tests.sync.wire import first_release, second_release
from tests.sync.wire.past_office import PastOffice

GOLDEN = Path(__file__).parent / "golden"
_DOORS = {re.compile(re.sub(r"\{\w+\}", "[^/]+", door.path)): door.path for door in ALL}


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, as they travelled; `before`: what administrators did just before it."""

    place: str
    method: str
    path: str
    headers: dict[str, str]
    asked: bytes
    status: int
    type: str
    upload: dict[str, str]
    answered: bytes
    before: Sequence[Sequence[Any]] = field(default=())

    @property
    def door(self) -> str:
        """The path without its values."""
        path = self.path.partition("?")[0]
        return next(door for pattern, door in _DOORS.items() if pattern.fullmatch(path))

    def send(self, url: str, path: str | None = None) -> requests.Response:
        return requests.request(
            self.method, url + (path or self.path), headers=self.headers, data=self.asked, timeout=180
        )


@dataclass(frozen=True)
class Release:
    """A version that was given to people: the schema of its desks, and its messages as it had them."""

    schema: int
    words: ModuleType

    @property
    def folder(self) -> Path:
        return GOLDEN / f"schema{self.schema}"

    def facts(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "index.json").read_text())
        return found

    def exchanges(self) -> list[Exchange]:
        """All of its recording, in their order."""
        made = []
        for line in self.facts()["exchanges"]:
            asked, answered = ((self.folder / f"{line['place']}.{end}").read_bytes() for end in ("asked", "answered"))
            made.append(Exchange(**line, asked=asked, answered=answered))
        return made


FIRST = Release(1, first_release)
SECOND = Release(2, second_release)
RELEASES = (FIRST, SECOND)


@contextmanager
def that_morning(database: str, blobs: Path, release: Release) -> Iterator[tuple[Beside, PastOffice]]:
    """A centre with the office, the people, the keys and the clock of the recording; its desks have yet to come in."""
    known = release.facts()
    engine = make_engine(database, pool_size=8)
    with engine.begin() as connection:
        for name, value in known["settings"].items():
            values = {"name": name, "value": bytes.fromhex(value)}
            connection.execute(text("UPDATE server_setting SET value = :value WHERE name = :name"), values)
    clock = ManualClock(from_utc_text(known["clock"]))
    office = PastOffice(engine, clock, known["office"])
    if release is FIRST:
        _found_first(Admin(engine, clock), office, known)
    else:
        office.found()
    try:
        with beside(Centre(engine, blobs, clock)) as running:
            yield running, office
    finally:
        engine.dispose()


def _found_first(admin: Admin, past: PastOffice, known: dict[str, Any]) -> None:
    office, unit, clerk = known["office"], bytes.fromhex(known["unit"]), bytes.fromhex(known["clerk"])
    admin.create_office(office, name_th="เทศบาลสมมติ", name_en="Sommut", address_th="1 หมู่ 1", province_th="สมมติ")
    admin.define_unit(office, DefineUnit(unit, "ENG", "กองช่าง", "Engineering", "กช"))
    admin.define_staff(office, DefineStaff(clerk, "kanda", "กานดา", "Kanda", "ธุรการ", "Clerk", unit, "registrar"))
    admin.set_password(office, "kanda", "ปลาทูสองตัว")
    code = admin.device_code(office, "desk", "C1", (LETTERS,), (REGISTRY, "finance/normal"))
    past.rename("enrolment_code", "hash", code_hash(code), code_hash(known["code"]))
