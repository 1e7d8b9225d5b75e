"""Endorsements with a capacity, a place on the page and what was read; orders of delegation; phrases; held acts."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TEXTS = ("block", "for_name", "page_digest", "reading", "flaw")
_KEYS = ("delegation_id", "via_id", "corrects_id", "file_id")
_NUMBERS = ("page", "place_x", "place_y", "read_seconds", "read_pages", "all_pages")


def upgrade() -> None:
    _columns()
    _delegation()
    _phrase()
    op.create_table(
        "held_act",
        sa.Column("place", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("batch", sa.LargeBinary(length=16), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("v", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_held_act_letter_id"), "held_act", ["letter_id"])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


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
