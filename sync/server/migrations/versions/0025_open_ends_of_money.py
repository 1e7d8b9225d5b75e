"""Bills made at the counter say so, receipts say what they are, and a list of houses can be taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
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
    op.execute("SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)")
    op.execute(CONVERT)
    op.create_table(
        "waste_import",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *(_column(said) for said in IMPORT),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_waste_import")),
    )
    _guard("waste_import")
    op.create_index(op.f("ix_waste_account_import_id"), "waste_account", ["import_id"])


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


def downgrade() -> None:
    op.drop_index(op.f("ix_waste_account_import_id"), "waste_account")
    op.drop_table("waste_import")
    for table, said in COLUMNS:
        op.drop_column(table, said.split()[1])
