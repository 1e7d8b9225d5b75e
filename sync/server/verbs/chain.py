"""Commands about the office's chain: the posts that letters go up and down by; and units that are closed."""

from argparse import Namespace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from desktop.accounts.mutations import DefinePost, DefineUnit
from desktop.accounts.tables import chain_post, staff, unit
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from sync.server.acts import centre_act
from sync.server.admin_scope import unit_id
from sync.server.database import make_engine
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT p.code, p.rung, p.name_th, u.code AS unit, a.code AS above, s.login AS holder, p.valid_to AS until
FROM chain_post p
LEFT JOIN unit u ON u.office_id = p.office_id AND u.id = p.unit_id
LEFT JOIN chain_post a ON a.office_id = p.office_id AND a.id = p.above_id
LEFT JOIN staff s ON s.office_id = p.office_id AND s.id = p.staff_id
WHERE p.office_id = :office ORDER BY p.rung, p.code
""")


def _set(options: Namespace, say: Say) -> None:
    """A code that is known is that post; what is said of it now holds."""

    def body(connection: Connection) -> DefinePost:
        known = _post(connection, options.office, options.code)
        return DefinePost(
            known or IdMaker(SystemClock()).new(),
            options.code,
            options.name_th,
            options.name_en or options.name_th,
            options.rung,
            unit_id(connection, options.office, options.unit),
            _above(connection, options.office, options.above) if options.above else None,
            _holder(connection, options.office, options.holder) if options.holder else None,
            options.until.isoformat() if options.until else None,
        )

    said = _act(options, "accounts.define_post", body)
    say.done(said.id.hex(), post=said.id.hex())


def _close(options: Namespace, say: Say) -> None:
    """Letters may go there until that day; those that are there stay."""

    def body(connection: Connection) -> DefineUnit:
        row = connection.execute(
            select(unit).where(unit.c.office_id == options.office, unit.c.code == options.code)
        ).mappings().first()  # fmt: skip
        if row is None:
            raise OfficeError("centre.unit_unknown", unit=options.code)
        known = {field: row[field] for field in DefineUnit.__struct_fields__}
        return msgspec.structs.replace(DefineUnit(**known), valid_to=options.until.isoformat())

    _act(options, "accounts.define_unit", body)
    say.done(f"{options.code} is closed after {options.until}", unit=options.code, until=str(options.until))


def _list(options: Namespace, say: Say) -> None:
    engine = make_engine(options.database, pool_size=1)
    try:
        with engine.begin() as connection:
            say.rows([dict(row) for row in connection.execute(_LIST, {"office": options.office}).mappings()])
    finally:
        engine.dispose()


def _act(options: Namespace, name: str, body: Any) -> Any:
    engine = make_engine(options.database, pool_size=1)
    try:
        with engine.begin() as connection:
            made = body(connection)
        centre_act(engine, options.office, name, made)
        return made
    finally:
        engine.dispose()


def _post(connection: Connection, office: int, code: str) -> Id | None:
    here = chain_post.c.office_id == office
    found = connection.execute(select(chain_post.c.id).where(here, chain_post.c.code == code)).first()
    return found.id if found else None


def _above(connection: Connection, office: int, code: str) -> Id:
    found = _post(connection, office, code)
    if found is None:
        raise OfficeError("centre.post_unknown", post=code)
    return found


def _holder(connection: Connection, office: int, login: str) -> Id:
    here = staff.c.office_id == office
    found = connection.execute(select(staff.c.id).where(here, staff.c.login == login, staff.c.active == 1)).first()
    if found is None:
        raise OfficeError("centre.login_unknown", login=login)
    return bytes(found.id)


_CODE = Option("--code", required=True)
_UNTIL = "the last day, as 2026-12-31"

VERBS = (
    Verb(
        *("post set", "a post of the chain, new or changed; prints its id", _set, OFFICE, _CODE),
        *(Option("--name-th", required=True), Option("--name-en"), Option("--rung", int, required=True)),
        *(Option("--unit", required=True), Option("--above", help="the code of the post above")),
        *(Option("--holder", help="who holds it (login)"), Option("--until", date.fromisoformat, help=_UNTIL)),
    ),
    Verb("post list", "the office's chain, from the lowest rung up", _list, OFFICE),
    Verb(
        *("unit close", "a unit to which no letter may be sent any more", _close, OFFICE, _CODE),
        Option("--until", date.fromisoformat, required=True, help=_UNTIL),
    ),
)
