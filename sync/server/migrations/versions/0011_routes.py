"""Routes: the office's chain, stages, what was said of a routing, watches, templates."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = ("chain_post", "route_step", "route_event", "letter_watch", "route_template")
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
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
    _guards()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_index(op.f("ix_routing_sent_by"), "routing")
    for names in ROUTING.values():
        for name in names:
            op.drop_column("routing", name)


def _guards() -> None:
    """Only the post office writes, and who reads sees one office's rows."""
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    for table in TABLES:
        op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
        if reader:
            op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


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
