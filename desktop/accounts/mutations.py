"""Setting up an office, its units and its staff: done at the centre only, read everywhere."""

from typing import Any

import msgspec
from sqlalchemy import Table

from desktop.accounts import tables
from desktop.accounts.approval_mutations import SET_APPROVER_KEY
from desktop.office.mutation import Context, Entity, Kind, Mutation, Row, Rows

COMMON = frozenset({"common/normal"})


class DefineOffice(msgspec.Struct, frozen=True):
    id: bytes
    name_th: str
    name_en: str
    address_th: str
    province_th: str
    phone: str | None = None
    tax_id: str | None = None
    book_prefix: str | None = None


class DefineUnit(msgspec.Struct, frozen=True):
    id: bytes
    code: str
    name_th: str
    name_en: str
    short_th: str
    parent_id: bytes | None = None
    valid_from: str | None = None
    valid_to: str | None = None


class DefineStaff(msgspec.Struct, frozen=True):
    id: bytes
    login: str
    name_th: str
    name_en: str
    position_th: str
    position_en: str
    unit_id: bytes
    role: str
    active: int = 1


class DefinePost(msgspec.Struct, frozen=True):
    """A place in the chain; see `tables.chain_post`."""

    id: bytes
    code: str
    name_th: str
    name_en: str
    rung: int
    unit_id: bytes
    above_id: bytes | None = None
    staff_id: bytes | None = None
    valid_to: str | None = None


class ClearStaff(msgspec.Struct, frozen=True):
    """`clearance`: the highest secrecy that the person may read."""

    id: bytes
    clearance: str


def _define(rows: Rows, table: Table, body: msgspec.Struct) -> None:
    values: dict[str, Any] = msgspec.structs.asdict(body)
    row_id = values.pop("id")
    known = rows.find(table, row_id)
    if known is None:
        rows.insert(table, row_id, **values)
    else:
        rows.update(table, known, **values)


def define_office(rows: Rows, body: DefineOffice, context: Context) -> None:
    _define(rows, tables.office, body)


def define_unit(rows: Rows, body: DefineUnit, context: Context) -> None:
    _define(rows, tables.unit, body)


def define_staff(rows: Rows, body: DefineStaff, context: Context) -> None:
    _define(rows, tables.staff, body)


def define_post(rows: Rows, body: DefinePost, context: Context) -> None:
    _define(rows, tables.chain_post, body)


def clear_staff(rows: Rows, body: ClearStaff, context: Context) -> None:
    person = rows.find(tables.staff, body.id)
    if person is not None:
        rows.update(tables.staff, person, clearance=body.clearance)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


_TABLES = (tables.office, tables.unit, tables.staff, tables.chain_post, tables.approver_key)
ENTITIES = tuple(Entity(table, everyone) for table in _TABLES)

DEFINE_OFFICE = Mutation("accounts.define_office", 1, Kind.FACT, DefineOffice, define_office, centre_only=True)
DEFINE_UNIT = Mutation("accounts.define_unit", 1, Kind.FACT, DefineUnit, define_unit, centre_only=True)
DEFINE_STAFF = Mutation("accounts.define_staff", 1, Kind.FACT, DefineStaff, define_staff, centre_only=True)
DEFINE_POST = Mutation("accounts.define_post", 1, Kind.FACT, DefinePost, define_post, centre_only=True)
CLEAR_STAFF = Mutation("accounts.clear_staff", 1, Kind.FACT, ClearStaff, clear_staff, centre_only=True)

MUTATIONS = (DEFINE_OFFICE, DEFINE_UNIT, DEFINE_STAFF, DEFINE_POST, CLEAR_STAFF, SET_APPROVER_KEY)
