"""The office's own rules of keeping: a row each time one is set, never changed; the newest by its day holds."""

from datetime import date

import msgspec

from desktop.accounts.tables import staff
from desktop.archive import tables
from desktop.archive.rules import MOST_YEARS
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows

MAY_SET = frozenset({"registrar", "executive"})
COMMON = frozenset({"common/normal"})


class SetRule(msgspec.Struct, frozen=True):
    """From `valid_from` (ISO) on letters of class `code` are kept `years`, None: never offered for destruction.

    `cite`: what says so, a regulation or an order of the office.
    """

    rule_id: bytes
    code: str
    name_th: str
    name_en: str
    years: int | None
    cite: str
    valid_from: str
    actor_name: str


def set_rule(rows: Rows, body: SetRule, context: Context) -> None:
    """What was set before stays, and holds until the day of this one."""
    wrong = unfit(body)
    if wrong:
        raise Refused("archive.rule_unfit", fields=wrong)
    person = rows.find(staff, context.user_id)
    if not context.is_centre and (person is None or person["role"] not in MAY_SET):
        raise Refused("archive.may_not_set_rules")
    values = msgspec.structs.asdict(body)
    by = values.pop("actor_name")
    rows.insert(tables.retention_rule, values.pop("rule_id"), set_by_name=by, set_at=context.at, **values)


def unfit(body: SetRule) -> list[str]:
    """Fields that can't be so."""
    found = [name for name in ("name_th", "cite") if not getattr(body, name).strip()]
    if not body.code.replace("_", "").isalnum() or not body.code.isascii():
        found.append("code")
    if body.years is not None and not 1 <= body.years <= MOST_YEARS:
        found.append("years")
    try:
        date.fromisoformat(body.valid_from)
    except ValueError:
        found.append("valid_from")
    return found


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


def _by(body: SetRule) -> tuple[Look, ...]:
    return (Look(tables.retention_rule, "id", body.rule_id),)


ENTITIES = (Entity(tables.retention_rule, everyone),)
SET_RULE = Mutation("archive.set_rule", 1, Kind.INTENT, SetRule, set_rule, reads=_by)
MUTATIONS = (SET_RULE,)
