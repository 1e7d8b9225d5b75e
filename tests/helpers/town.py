"""A whole municipality in one process: a real centre on PostgreSQL, and real desks that reach it through proxies."""

import itertools
import os
import random
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import requests
from sqlalchemy import text

from desktop.accounts.model import Person
from desktop.accounts.mutations import DefineOffice, DefineStaff, DefineUnit
from desktop.accounts.queries import AccountQueries
from desktop.cashier.actions import CashierActions
from desktop.cashier.queries import CashierQueries
from desktop.cashier.shift_model import OFFICIAL, OPTIONAL
from desktop.cashier.shift_mutations import UseCashRule
from desktop.catalogue import catalogue
from desktop.letters.actions import LetterActions
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import Clock, ManualClock
from desktop.office.ids import Id
from desktop.people.actions import PeopleActions
from desktop.people.queries import PeopleQueries
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from sync.client.blobs import BlobErrand
from sync.client.centre import Centre as CentreLine
from sync.client.enrol import enrol_over
from sync.client.online import OnlineReading
from sync.client.round import Round
from sync.client.succession import succeed_over
from sync.client.transport import MOST_BYTES, Answer, Ask, Transport
from sync.client.watchword import Watch
from sync.server.acts import Act, centre_acts
from sync.server.admin import Admin
from sync.server.admin_scope import ScopeAdmin
from sync.server.centre import Centre
from sync.server.database import make_engine
from sync.server.migrating import migrate
from sync.server.recovery import Recovery
from sync.server.running import Beside, beside
from sync.server.scope import Kind
from tests.helpers.direct import DirectCentre, DirectLine
from tests.helpers.proxy import Proxy
from tests.helpers.stores import lay_out

_offices = itertools.count(500_001)
PASSWORD = "ปลาทูสองตัว-2569"
MORNING = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
REGISTRY = ("registry/normal", "unit:CLK/normal", "finance/normal")
ENGINEERING = ("unit:ENG/normal",)
CITIZENS = "citizens/normal"
UNITS = {"CLK": "สำนักปลัดเทศบาล", "ENG": "กองช่าง", "FIN": "กองคลัง", "EDU": "กองการศึกษา"}
STAFF = {"kanda": "CLK", "wichai": "ENG", "piyada": "FIN"}


@dataclass(frozen=True)
class Page:
    """A captured document as the letters room takes it."""

    data: bytes
    name: str = "หนังสือเข้า.pdf"
    page_count: int = 1
    source: str = "file"
    original: bytes | None = None
    original_media_type: str | None = None


def identity(name: str) -> Id:
    """The id of a unit or a person of the town."""
    return name.encode().rjust(16, b"\x01")


Line: TypeAlias = Proxy | DirectLine
REMEMBERED = 300
"""Exchanges of one desk that are kept to be looked at, or said again."""


@dataclass
class Said:
    """One exchange: what was asked, and the body of the answer where one came."""

    ask: Ask
    body: bytes | None = None


@dataclass
class Ears:
    """What a desk said and was told; `told` may be replaced by who wants to look at each answer as it comes."""

    said: deque[Said] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    answers: int = 0

    def told(self, said: Said) -> None:
        """Called with every answer."""


class HeardTransport(Transport):
    """A transport whose exchanges are remembered; over a socket, or over a line within this process."""

    def __init__(self, line: Line, clock: Clock, ears: Ears) -> None:
        super().__init__(line.url, clock)
        self._line = line
        self._ears = ears

    def exchange(self, ask: Ask, limit: int = MOST_BYTES) -> Answer:
        said = Said(ask)
        self._ears.said.append(said)
        answer = super().exchange(ask, limit)
        said.body = answer.body
        self._ears.answers += 1
        self._ears.told(said)
        return answer

    def _session(self) -> requests.Session:
        session = super()._session()
        if isinstance(self._line, DirectLine):
            session.mount("http://", self._line.adapter)
        return session


class TownDesk:
    """One desk with its proxy. `crash` loses everything but the disk; `open` starts again from it."""

    def __init__(self, folder: Path, clock: Clock, proxy: Line, keys: DeskKeys | None = None) -> None:
        self.folder = folder
        self.ears = Ears()
        self.clock = clock
        self.proxy = proxy
        self.keys = keys or DeskKeys(os.urandom(32))
        lay_out(folder, self.keys)
        self.open()

    def open(self) -> None:
        self.desk = Desk(self.folder, self.keys, self.clock, catalogue)
        self.transport = HeardTransport(self.proxy, self.clock, self.ears)
        if self.desk.enrolled:
            self.connect()

    def enrol(self, code: str, name: str) -> None:
        enrol_over(self.transport, self.desk, code, name)
        self.connect()

    def succeed(self, code: str, name: str = "desk again") -> None:
        """Goes on as the device of a new code."""
        succeed_over(self.transport, self.desk, code, name, random.SystemRandom())
        self.connect()

    def connect(self) -> None:
        device = self.desk.identity.device_id
        rng = random.SystemRandom()
        self.centre = CentreLine(self.transport, device, self.desk.seed, self.clock, rng, Watch(self.desk))
        self.round = Round(self.desk, self.centre)
        self.errand = BlobErrand(self.desk, self.centre)
        self.online = OnlineReading(lambda: self.centre)

    def crash(self) -> None:
        """The process is gone: nothing of memory is used again."""
        self.transport.close()
        self.desk.close()

    def close(self) -> None:
        self.crash()
        self.proxy.close()

    def person(self, login: str) -> Person:
        return AccountQueries(self.desk.reader).person(login)

    def letters(self, login: str = "kanda") -> LetterActions:
        return LetterActions(self.desk, self.person(login), self.online)

    def cashier(self, login: str = "piyada") -> CashierActions:
        return CashierActions(self.desk, self.person(login))

    def people(self, login: str = "kanda") -> PeopleActions:
        return PeopleActions(self.desk, self.person(login))

    @property
    def people_queries(self) -> PeopleQueries:
        return PeopleQueries(self.desk.reader)

    @property
    def cashier_queries(self) -> CashierQueries:
        return CashierQueries(self.desk.reader)


class Town:
    """One office at a centre, which is `beside` on a socket or called in this process. `close` ends all its desks.

    `passwords`: whether its people can sign in; hashing one takes a tenth of a second.
    """

    def __init__(self, beside: Beside | DirectCentre, folder: Path, *, passwords: bool = False) -> None:
        self._beside = beside
        self.url = beside.url if isinstance(beside, Beside) else ""
        self.centre = beside.centre
        self.engine = beside.centre.engine
        self.clock = beside.centre.clock
        self.admin = Admin(self.engine, self.clock)
        self.scopes = ScopeAdmin(self.engine, self.clock)
        self.recovery = Recovery(self.engine, self.clock)
        self.office_id = next(_offices)
        self._folder = folder
        self.desks: list[TownDesk] = []
        self._found(passwords=passwords)

    def _found(self, *, passwords: bool) -> None:
        profile = DefineOffice(identity("office"), "เทศบาลเมืองตัวอย่าง", "Tuayang Town", "๑ ถนนกลาง", "เชียงใหม่")
        self.admin.create_office(self.office_id, profile)
        centre_acts(self.engine, self.office_id, [*_units(), *_people(), _rule()], self.clock)
        for login in STAFF if passwords else ():
            self.admin.set_password(self.office_id, login, PASSWORD)

    def code(
        self,
        counter: str,
        registers: tuple[str, ...],
        audiences: tuple[str, ...],
        kind: Kind = Kind.COUNTER,
        people: tuple[str, ...] = (),
    ) -> str:
        return self.admin.device_code(self.office_id, f"desk {counter}", counter, registers, audiences, kind, people)

    def line(self) -> Line:
        """A line of its own for one desk."""
        return DirectLine(self._beside) if isinstance(self._beside, DirectCentre) else self.proxy()

    def proxy(self) -> Proxy:
        host, _, port = self.url.removeprefix("http://").partition(":")
        return Proxy(host, int(port))

    def desk(
        self,
        counter: str = "C1",
        registers: tuple[str, ...] = (INCOMING_SERIES,),
        audiences: tuple[str, ...] = REGISTRY,
        *,
        synced: bool = True,
        clock: Clock | None = None,
        kind: Kind = Kind.COUNTER,
        people: tuple[str, ...] = (),
    ) -> TownDesk:
        """A desk that is enrolled, and (`synced`) knows its office and has its numbers."""
        made = TownDesk(self._folder / counter, clock or self.clock, self.line())
        self.desks.append(made)
        made.enrol(self.code(counter, registers, audiences, kind, people), f"desk {counter}")
        if synced:
            made.round.run()
        return made

    def second_desk(self) -> TownDesk:
        return self.desk("E1", (), ENGINEERING)

    def secrets_desk(
        self, counter: str = "R1", clock: Clock | None = None, registers: tuple[str, ...] = ()
    ) -> TownDesk:
        """The desk of the secrets registrar: kanda, cleared up to ลับมาก."""
        self.scopes.clear_person(self.office_id, "kanda", "very_secret")
        audiences = (*REGISTRY, "registry/secret", "registry/very_secret")
        return self.desk(counter, registers, audiences, clock=clock, kind=Kind.REGISTRY, people=("kanda",))

    def close(self) -> None:
        for desk in self.desks:
            desk.close()

    def count(self, query: str, **values: object) -> int:
        """One figure from the centre's database."""
        with self.engine.connect() as connection:
            return int(connection.execute(text(query), values).scalar_one())


def _units() -> Iterator[Act]:
    for code, name in UNITS.items():
        yield Act("accounts.define_unit", DefineUnit(identity(code), code, name, code, code))


def _people() -> Iterator[Act]:
    for login, unit in STAFF.items():
        words = (login, f"นาง{login}", login, "เจ้าพนักงาน", "Officer")
        yield Act("accounts.define_staff", DefineStaff(identity(login), *words, identity(unit), "clerk"))


def _rule() -> Act:
    """Receipts are cancelled by the cashier alone: nobody of the town is a head."""
    return Act("cashier.use_cash_rule", UseCashRule(identity("cash"), "2020-01-01", OFFICIAL, 0, OPTIONAL))


@contextmanager
def centre_beside(database: str, folder: Path, clock: Clock | None = None) -> Iterator[Beside]:
    """A centre on an empty database, served on the loopback until the block ends; its clock moves when told to."""
    migrate(database)
    engine = make_engine(database, pool_size=8)
    try:
        with beside(Centre(engine, folder, clock or ManualClock(MORNING))) as running:
            yield running
    finally:
        engine.dispose()
