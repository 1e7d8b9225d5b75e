"""Endorsements with a capacity, a place on the page and what was read; orders of delegation; phrases."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = ("delegation", "phrase")
_TEXTS = ("block", "for_name", "page_digest", "reading", "flaw")
_KEYS = ("delegation_id", "via_id", "corrects_id", "file_id")
_NUMBERS = ("page", "place_x", "place_y", "read_seconds", "read_pages", "all_pages")
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""


def upgrade() -> None:
    _columns()
    _delegation()
    _phrase()
    _guards()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    for name in ("via_id", "delegation_id"):
        op.drop_index(op.f(f"ix_endorsement_{name}"), "endorsement")
    for name in (*_TEXTS, *_KEYS, *_NUMBERS, "capacity"):
        op.drop_column("endorsement", name)


def _columns() -> None:
    column = partial(op.add_column, "endorsement")
    column(sa.Column("capacity", sa.Text(), nullable=False, server_default="own"))
    for name in _TEXTS:
        column(sa.Column(name, sa.Text(), nullable=True))
    for name in _KEYS:
        column(sa.Column(name, sa.LargeBinary(length=16), nullable=True))
    for name in _NUMBERS:
        column(sa.Column(name, sa.BigInteger(), nullable=True))
    for name in ("delegation_id", "via_id"):
        op.create_index(op.f(f"ix_endorsement_{name}"), "endorsement", [name])


def _delegation() -> None:
    required = ("order_no", "order_date", "capacity", "position_th", "valid_from", "kinds", "actions")
    _table(
        "delegation",
        *(_text(name) for name in (*required, "entered_by_name", "entered_at")),
        *(_text(name, nullable=True) for name in ("to_position", "valid_to", "powers", "recalled_at")),
        *(_text(name, nullable=True) for name in ("recalled_by_name", "recall_reason")),
        *(_key(name, nullable=True) for name in ("to_id", "holder_id")),
        _key("entered_by"),
    )
    op.create_index(op.f("ix_delegation_to_id"), "delegation", ["to_id"])


def _phrase() -> None:
    _table(
        "phrase",
        *(_text(name) for name in ("owner", "action", "text", "roles", "changed_at")),
        *(_key(name, nullable=True) for name in ("unit_id", "staff_id")),
        sa.Column("number", sa.BigInteger(), nullable=True),
        _text("removed_at", nullable=True),
    )
    op.create_index(op.f("ix_phrase_staff_id"), "phrase", ["staff_id"])


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


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)
