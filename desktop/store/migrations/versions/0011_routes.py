"""Routes: the office's chain, stages, what was said of a routing, watches, templates.

What came from the centre before this was known here comes once more: every bucket is read from its start, while its
rows stay where they are.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ROUTING = {
    "key": ("post_id", "held_by", "from_unit_id", "from_route_id", "plan_id"),
    "number": ("stage", "wants_ack"),
    "text": (
        "done_at", "outcome", "asked_at", "reminded_at", "read_at", "read_by_name", "acknowledged_at",
        "acknowledged_by_name",
    ),
}  # fmt: skip
"""What a routing has besides, by the kind of column."""


def upgrade() -> None:
    _columns()
    _tables()
    _indexes()
    op.execute("UPDATE cursor SET oseq = 0, proven = 0")
    op.execute("UPDATE fill SET upto = 0")


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


def _tables() -> None:
    _table(
        "chain_post",
        _text("code"),
        _text("name_th"),
        _text("name_en"),
        _number("rung"),
        _key("unit_id"),
        _key("above_id", nullable=True),
        _key("staff_id", nullable=True),
        _text("valid_to", nullable=True),
    )
    _table(
        "route_step",
        _key("letter_id"),
        _key("plan_id"),
        _number("stage"),
        _number("place"),
        _key("routing_id"),
        _key("unit_id"),
        _key("post_id", nullable=True),
        _key("person_id", nullable=True),
        _text("purpose"),
        _text("note", nullable=True),
        _text("due_date", nullable=True),
        _number("wants_ack", nullable=True),
        _text("state"),
    )
    _table(
        "route_event",
        _key("letter_id"),
        _key("route_id"),
        _text("kind"),
        _text("text"),
        _key("actor_id"),
        _text("actor_name"),
        _text("at"),
    )
    _table(
        "letter_watch",
        _key("letter_id"),
        _key("person_id"),
        _text("followed_at", nullable=True),
        _text("looked_at", nullable=True),
        _text("snoozed_until", nullable=True),
        _text("snoozed_at", nullable=True),
    )
    _table(
        "route_template",
        _text("name"),
        _key("unit_id", nullable=True),
        _text("kind", nullable=True),
        _text("stages"),
        _text("made_by_name"),
        _text("made_at"),
        _text("withdrawn_at", nullable=True),
    )


def _indexes() -> None:
    for table in ("route_step", "route_event", "letter_watch"):
        op.create_index(op.f(f"ix_{table}_letter_id"), table, ["letter_id"])
    op.create_index(op.f("ix_letter_watch_person_id"), "letter_watch", ["person_id"])
    for column in ("sent_by", "from_unit_id", "outcome"):
        op.create_index(op.f(f"ix_routing_{column}"), "routing", [column])


def _columns() -> None:
    for kind, names in ROUTING.items():
        for name in names:
            op.add_column("routing", _KINDS[kind](name, nullable=True))


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)


_KINDS: dict[str, Callable[..., sa.Column[Any]]] = {"key": _key, "number": _number, "text": _text}
