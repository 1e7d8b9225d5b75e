"""Commands that show what there is: units, people, desks, codes that still open a door; and whether all is well."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from sqlalchemy import Row, text

from desktop.office.clock import SystemClock, utc_text
from desktop.office.errors import OfficeError
from sync.server.database import make_engine
from sync.server.verbs.verb import OFFICE, Option, Say, Verb
from sync.server.wellness import OK, look

_UNITS = text("SELECT id, code, name_th FROM unit WHERE office_id = :office ORDER BY code")
_USERS = text("""
SELECT s.id, s.login, s.name_th, u.code AS unit, s.role, s.active, p.hash IS NOT NULL AS password
FROM staff s LEFT JOIN unit u ON u.office_id = s.office_id AND u.id = s.unit_id
LEFT JOIN staff_password p ON p.office_id = s.office_id AND p.staff_id = s.id
WHERE s.office_id = :office ORDER BY s.login
""")
_DEVICES = text("""
SELECT device_id AS id, name, state, counter, registers, last_mseq AS acts, enrolled_at FROM device
WHERE office_id = :office AND public_key <> '' ORDER BY name, device_id
""")
_CODES = text("""
SELECT substr(encode(hash, 'hex'), 1, 12) AS mark, name, counter, registers, expires FROM enrolment_code
WHERE office_id = :office AND device_id IS NULL AND expires > :now ORDER BY expires
""")
_FORGET = text("""
DELETE FROM enrolment_code
WHERE office_id = :office AND device_id IS NULL AND encode(hash, 'hex') LIKE :mark || '%' RETURNING name
""")


def _shown(row: "Row[Any]") -> dict[str, Any]:
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in row._mapping.items()}


def _rows(options: Namespace, query: Any, **values: Any) -> list[dict[str, Any]]:
    engine = make_engine(options.database, pool_size=1)
    try:
        with engine.begin() as connection:
            return [_shown(row) for row in connection.execute(query, {"office": options.office, **values})]
    finally:
        engine.dispose()


def _units(options: Namespace, say: Say) -> None:
    say.rows(_rows(options, _UNITS))


def _users(options: Namespace, say: Say) -> None:
    """Whether somebody has a password, never what it is."""
    say.rows(_rows(options, _USERS))


def _devices(options: Namespace, say: Say) -> None:
    say.rows(_rows(options, _DEVICES))


def _codes(options: Namespace, say: Say) -> None:
    """The codes themselves are not kept; a mark tells one from another."""
    say.rows(_rows(options, _CODES, now=utc_text(SystemClock().now())))


def _forget(options: Namespace, say: Say) -> None:
    gone = _rows(options, _FORGET, mark=options.mark)
    if not gone:
        raise OfficeError("centre.code_unknown", mark=options.mark)
    say.done(f"the code for {gone[0]['name']} opens nothing any more", mark=options.mark, codes=len(gone))


def _mark(typed: str) -> str:
    if len(typed) != 12 or set(typed) - set("0123456789abcdef"):
        raise ValueError(typed)
    return typed


def _health(options: Namespace, say: Say) -> None:
    engine = make_engine(options.database, pool_size=1)
    try:
        found = look(engine, options.blobs)
    finally:
        engine.dispose()
    say.rows([{"part": part, "state": state} for part, state in found.items()])
    if set(found.values()) != {OK}:
        raise OfficeError("centre.unwell", parts=", ".join(part for part, state in found.items() if state != OK))


VERBS = (
    Verb("unit list", "id, code and name of every unit", _units, OFFICE),
    Verb("user list", "who works here, where, and whether they have a password", _users, OFFICE),
    Verb("device list", "every desk, its state and how many acts it sent", _devices, OFFICE),
    Verb("device codes", "enrolment codes that nobody has used yet", _codes, OFFICE),
    Verb(
        *("device forget", "make an unused enrolment code worthless", _forget, OFFICE),
        Option("--mark", _mark, required=True, help="as `device codes` tells it"),
    ),
    Verb(
        *("health", "whether database, tables and disk are ready; ends with 2 when not", _health),
        Option("--blobs", Path, metavar="FOLDER", default=Path("blobs"), help="where files are kept"),
    ),
)
