"""Templates of routes: named, of a unit or of the office, for a kind of letter. Changing one makes another."""

import msgspec

from desktop.letters import tables
from desktop.letters.stages import stages_from_json
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows


class DefineTemplate(msgspec.Struct, frozen=True):
    """`stages`: JSON, as `stages.stages_as_json` writes it; `replaces`: the template that it takes the place of."""

    template_id: bytes
    name: str
    stages: str
    actor_name: str
    unit_id: bytes | None = None
    kind: str | None = None
    replaces: bytes | None = None


class WithdrawTemplate(msgspec.Struct, frozen=True):
    template_id: bytes


def define(rows: Rows, body: DefineTemplate, context: Context) -> None:
    if not body.name.strip() or not stages_from_json(body.stages):
        raise Refused("letters.template_empty")
    if body.replaces is not None:
        withdraw(rows, WithdrawTemplate(body.replaces), context)
    rows.insert(
        tables.route_template,
        body.template_id,
        name=body.name.strip(),
        unit_id=body.unit_id,
        kind=body.kind,
        stages=body.stages,
        made_by_name=body.actor_name,
        made_at=context.at,
        withdrawn_at=None,
    )


def withdraw(rows: Rows, body: WithdrawTemplate, context: Context) -> None:
    """Who withdraws what is withdrawn changes nothing."""
    row = rows.find(tables.route_template, body.template_id)
    if row is not None and row["withdrawn_at"] is None:
        rows.update(tables.route_template, row, withdrawn_at=context.at)


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The unit's and the registry's; of the whole office everybody's."""
    if row["unit_id"] is None:
        return frozenset({"common/normal"})
    return frozenset({f"unit:{row['unit_id'].hex()}/normal", "registry/normal"})


def _template(body: WithdrawTemplate) -> tuple[Look, ...]:
    return (Look(tables.route_template, "id", body.template_id),)


ENTITIES = (Entity(tables.route_template, audience),)

DEFINE = Mutation("letters.define_template", 1, Kind.INTENT, DefineTemplate, define)
WITHDRAW = Mutation("letters.withdraw_template", 1, Kind.INTENT, WithdrawTemplate, withdraw, reads=_template)

MUTATIONS = (DEFINE, WITHDRAW)
