"""Bills made at the counter say so, receipts say what they are, and a list of houses can be taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

COLUMNS = (
    ("bill", "n on_the_spot"),
    ("receipt", "t mode"),
    ("cash_rule", "t void_approval"),
    ("waste_account", "k import_id"),
    ("waste_term", "k import_id"),
)
IMPORT = (
    "t file_name",
    "k entered_by",
    "t entered_by_name",
    "t entered_at",
    "k device_id",
    "t? taken_back_at",
    "t? taken_back_by_name",
    "t? taken_back_for",
)
CONVERT = """
UPDATE bill SET on_the_spot = 1 WHERE note = 'คิดค่าธรรมเนียมที่เคาน์เตอร์' AND EXISTS (
 SELECT 1 FROM bill_payment p
 JOIN payment_receipt l ON l.office_id = p.office_id AND l.payment_id = p.id
 JOIN receipt r ON r.office_id = l.office_id AND r.id = l.receipt_id
 WHERE p.office_id = bill.office_id AND p.bill_id = bill.id AND r.issued_at = bill.issued_at
 AND r.device_id = bill.device_id)
"""
"""Until now such a bill was known by its note, and by the receipt of the same moment."""


def upgrade() -> None:
    for table, said in COLUMNS:
        op.add_column(table, sa.Column(said.split()[1], _KINDS[said[0]], nullable=True))
    op.execute(CONVERT)
    op.create_table(
        "waste_import",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *(_column(said) for said in IMPORT),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_waste_import")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_waste_account_import_id"), "waste_account", ["import_id"])


_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def _column(said: str) -> "sa.Column[object]":
    kind, name = said.split()
    return sa.Column(name, _KINDS[kind[0]], nullable=kind.endswith("?"))


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
