"""What the people who run a centre do: offices, units, people, passwords and enrolment codes."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, select, text

from desktop.accounts.mutations import DefineOffice, DefinePost, DefineStaff, DefineUnit
from desktop.accounts.tables import office
from desktop.office.clock import Clock, SystemClock, utc_text
from desktop.office.desk_report import DeskReport
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from sync.server import devices
from sync.server.acts import centre_act
from sync.server.admin_scope import checked, series, unit_id
from sync.server.database import transact
from sync.server.devices import CENTRE_ID, DeviceKey
from sync.server.identity import CODE_LIFE, code_hash, make_code
from sync.server.passwords import set_password
from sync.server.reports import reports
from sync.server.scope import Kind
from sync.server.tables import enrolment_code, office_gate, office_head
from sync.server.writing import mark


class Admin:
    """Acts on one database with a clock; every verb is one or more whole transactions."""

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()
        self._ids = IdMaker(self._clock)

    def create_office(self, office_id: int, profile: DefineOffice | None = None, **names: str | None) -> None:
        """Opens an office; `profile`, or the names of one. OfficeError `centre.office_exists` for a number in use."""
        if not 0 < office_id < 1 << 31:
            raise OfficeError("centre.office_number", office=office_id)
        transact(self._engine, lambda connection: self._open(connection, office_id))
        profile = profile or DefineOffice(self._ids.new(), **names)  # type: ignore[arg-type]
        centre_act(self._engine, office_id, "accounts.define_office", profile, self._clock)

    def _open(self, connection: Connection, office_id: int) -> None:
        query = select(office_gate).where(office_gate.c.office_id == office_id)
        if connection.execute(query).first() is not None:
            raise OfficeError("centre.office_exists", office=office_id)
        mark(connection)
        connection.execute(office_gate.insert(), {"office_id": office_id})
        connection.execute(office_head.insert(), {"office_id": office_id, "head": 0})
        key = DeviceKey(office_id, CENTRE_ID)
        devices.enter(connection, key, name="centre", at=utc_text(self._clock.now()))

    def define_unit(self, office_id: int, body: DefineUnit) -> None:
        centre_act(self._engine, office_id, "accounts.define_unit", body, self._clock)

    def define_staff(self, office_id: int, body: DefineStaff) -> None:
        centre_act(self._engine, office_id, "accounts.define_staff", body, self._clock)

    def define_post(self, office_id: int, body: DefinePost) -> None:
        centre_act(self._engine, office_id, "accounts.define_post", body, self._clock)

    def unit_id(self, office_id: int, code: str) -> Id:
        """The unit with that code; OfficeError `centre.unit_unknown`."""
        with self._engine.begin() as connection:
            return unit_id(connection, office_id, code)

    def device_code(
        self,
        office_id: int,
        name: str,
        counter: str,
        registers: Sequence[str] = (),
        audiences: Sequence[str] = (),
        kind: str = Kind.COUNTER,
        people: Sequence[str] = (),
    ) -> str:
        """A one-time code with which a desk becomes this device; audiences, kind and people (logins) as `checked`.

        `registers`: the series that it may number in, as `desktop.office.series` has them, a unit by its code or id.
        """
        code = make_code()
        row = {"office_id": office_id, "hash": code_hash(code), "name": name, "counter": counter}
        row |= {"expires": utc_text(self._clock.now() + CODE_LIFE)}

        def write(connection: Connection) -> None:
            standing = checked(connection, office_id, kind, audiences, people)
            standing["registers"] = [series(connection, office_id, name) for name in registers]
            _must_exist(connection, office_id)
            connection.execute(enrolment_code.insert(), row | standing)

        transact(self._engine, write)
        return code

    def set_password(self, office_id: int, login: str, password: str) -> None:
        """OfficeError `centre.login_unknown` when nobody of that office has the login."""
        if not transact(self._engine, lambda connection: set_password(connection, office_id, login, password)):
            raise OfficeError("centre.login_unknown", login=login)

    def reports(self, office_id: int) -> list[DeskReport]:
        """Every desk of an office as it was last heard; OfficeError `centre.office_unknown`."""
        with self._engine.begin() as connection:
            _must_exist(connection, office_id)
            return reports(connection, office_id)

    def offices(self) -> list[tuple[int, str]]:
        """Number and name of every office."""
        with self._engine.begin() as connection:
            rows = connection.execute(select(office.c.office_id, office.c.name_th).order_by(office.c.office_id))
            return [(row.office_id, row.name_th) for row in rows]


def _must_exist(connection: Connection, office_id: int) -> None:
    found = connection.execute(text("SELECT 1 FROM office_gate WHERE office_id = :office_id"), {"office_id": office_id})
    if found.first() is None:
        raise OfficeError("centre.office_unknown", office=office_id)
