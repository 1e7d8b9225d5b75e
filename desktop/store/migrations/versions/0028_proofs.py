"""Papers that prove themselves, and cancellations that a second person approved at this desk."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

TABLES = {
    # kind (text, number, key; "?": may be missing) and name of each column
    "proof_key": ("t public_key", "t made_at"),
    "desk_voucher": ("k device_id", "t last", "t content"),
    "lost_key": ("k device_id", "t desk_key", "t lost_at"),
    "revocation": ("n kind", "t number", "t revoked_at"),
    "revocation_page": ("t month", "t at", "n entries", "t content"),
    "approver_key": ("k staff_id", "k device_id", "t public_key", "t made_at"),
}
MORE = {
    "receipt": ("t? proof", "k? replaces_id"),
    "receipt_void": ("k? approved_by", "t? approved_by_name", "k? approver_key_id", "t? approval", "t? original"),
}


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *(_column(said) for said in columns),
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
    for table, columns in MORE.items():
        for said in columns:
            op.add_column(table, _column(said))
    op.create_index(op.f("ix_receipt_replaces_id"), "receipt", ["replaces_id"])
    _pins()


_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def _column(said: str) -> "sa.Column[object]":
    kind, name = said.split()
    return sa.Column(name, _KINDS[kind[0]], nullable=kind.endswith("?"))


def _pins() -> None:
    """Desks only: keys for approving here, sealed with PINs, and how often a PIN was wrong since the last good one."""
    op.create_table(
        "approver_pin",
        sa.Column("staff_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("set_at", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("wrong_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_approver_pin")),
        sqlite_with_rowid=False,
    )
