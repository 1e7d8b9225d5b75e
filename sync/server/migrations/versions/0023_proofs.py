"""Papers that prove themselves, and cancellations that a second person approved."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""

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
        )
        _guard(table)
    for table, columns in MORE.items():
        for said in columns:
            op.add_column(table, _column(said))
    op.create_index(op.f("ix_receipt_replaces_id"), "receipt", ["replaces_id"])
    _seeds()


_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def _column(said: str) -> "sa.Column[object]":
    kind, name = said.split()
    return sa.Column(name, _KINDS[kind[0]], nullable=kind.endswith("?"))


def _guard(table: str) -> None:
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
    if op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL")):
        op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def _seeds() -> None:
    """The centre only: the seed of each office's key. Who reads as a desk has no right to it."""
    op.create_table(
        "proof_seed",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_proof_seed")),
    )


def downgrade() -> None:
    op.drop_table("proof_seed")
    op.drop_index(op.f("ix_receipt_replaces_id"), "receipt")
    for table, columns in MORE.items():
        for said in columns:
            op.drop_column(table, said.split()[1])
    for table in TABLES:
        op.drop_table(table)
