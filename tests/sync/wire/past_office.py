"""The office of a recording: what its administrators did before it and in the middle of it, done once more."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine, text

from desktop.accounts.mutations import DefineOffice, DefineStaff, DefineUnit
from desktop.office.clock import ManualClock
from desktop.office.ids import Id
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server.admin import Admin
from sync.server.admin_scope import ScopeAdmin
from sync.server.identity import code_hash
from sync.server.recovery import Recovery
from sync.server.writing import mark

PASSWORD = "ปลาทูสองตัว"
UNITS = {"CLK": "สำนักปลัดเทศบาล", "ENG": "กองช่าง", "FIN": "กองคลัง"}
STAFF = {"kanda": "CLK", "wichai": "ENG", "piyada": "FIN"}

_BUCKETS_OF = text("SELECT office_id, bucket FROM change WHERE entity = :entity AND row_id = :new AND op = 'P'")
_MOVE_DIGEST = text("""
UPDATE bucket_state SET digest = mod(digest + :by, 18446744073709551616) WHERE office_id = :office AND bucket = :bucket
""")


def identity(name: str) -> Id:
    """The id of a unit or a person of the office."""
    return name.encode().rjust(16, b"\x01")


class PastOffice:
    """One office at a centre of today. `happen` does what a recording says the administrators did."""

    def __init__(self, engine: Engine, clock: ManualClock, office: int) -> None:
        self._clock = clock
        self._engine = engine
        self._office = office
        self._admin = Admin(engine, clock)
        self._scopes = ScopeAdmin(engine, clock)
        self._recovery = Recovery(engine, clock)

    def found(self) -> None:
        """The office of schema 2's recording, before its first desk."""
        profile = DefineOffice(identity("office"), "เทศบาลสมมติ", "Sommut", "๑ ถนนกลาง", "สมมติ")
        self._admin.create_office(self._office, profile)
        for code, name in UNITS.items():
            self._admin.define_unit(self._office, DefineUnit(identity(code), code, name, code, code))
        for login, unit in STAFF.items():
            words = (login, f"นาง{login}", login, "เจ้าพนักงาน", "Officer")
            self._admin.define_staff(self._office, DefineStaff(identity(login), *words, identity(unit), "clerk"))
        self._admin.set_password(self._office, "kanda", PASSWORD)

    def happen(self, step: Sequence[Any]) -> None:
        """`code` (a new desk may come), `successor` (one may follow), `clear` (a person), `withdraw` (a desk),
        `later` (minutes go by).
        """
        match step:
            case ["code", code, *standing]:
                self._call_it(self._admin.device_code(self._office, *standing), code)
            case ["successor", code, desk]:
                self._call_it(self._recovery.successor_code(self._office, desk), code)
            case ["clear", login, clearance]:
                self._scopes.clear_person(self._office, login, clearance)
            case ["withdraw", desk]:
                self._recovery.revoke(self._office, desk)
            case ["later", minutes]:
                self._clock.advance(timedelta(minutes=minutes))
            case _:
                raise ValueError(f"nobody knows how to do {step}")

    def _call_it(self, made: str, code: str) -> None:
        self.rename("enrolment_code", "hash", code_hash(made), code_hash(code))

    def rename_device(self, new: Id, old: Id) -> None:
        """Gives a device that just came in the identity that it had in the recording."""
        for table in ("device", "enrolment_code"):
            self.rename(table, "device_id", new, old)

    def rename_lease(self, new: Id, old: Id) -> None:
        """The same for a lease just granted; the digests of its buckets follow."""
        with self._engine.begin() as connection:
            mark(connection)
            _rename(connection, "number_book", "id", new, old)
            _rename(connection, "change", "row_id", new, old)
            asked = {"entity": "number_book", "new": old}
            for office, bucket in connection.execute(_BUCKETS_OF, asked).all():
                ver = _version(connection, old)
                by = (row_hash("number_book", old, ver) - row_hash("number_book", new, ver)) % DIGEST_MODULUS
                connection.execute(_MOVE_DIGEST, {"by": by, "office": office, "bucket": bucket})

    def rename(self, table: str, column: str, new: bytes, old: bytes) -> None:
        with self._engine.begin() as connection:
            mark(connection)
            _rename(connection, table, column, new, old)


def _rename(connection: Connection, table: str, column: str, new: bytes, old: bytes) -> None:
    connection.execute(text(f"UPDATE {table} SET {column} = :old WHERE {column} = :new"), {"new": new, "old": old})


def _version(connection: Connection, lease_id: Id) -> int:
    found: int = connection.execute(text("SELECT ver FROM number_book WHERE id = :id"), {"id": lease_id}).scalar_one()
    return found
