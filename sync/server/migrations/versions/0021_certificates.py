"""What the office issues: certificates, what happened to them, their copies and files, the office's own templates."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
TABLES = {
    "certificate": (
        "series", "year_be", "book_no", "number", "template", "template_version", "origin", "replaces_id", "reason",
        "holder_name", "subject", "place", "answers", "person_id", "house_id", "case_id", "unit_id", "issued_on",
        "counts_from", "paid_until", "expires_on", "receipt_book", "receipt_number", "receipt_day", "receipt_satang",
        "receipt_id", "signer_name", "signer_lines", "signer_id", "level", "key_subject", "issued_by", "issuer_id",
        "counter", "device_id", "mseq", "issued_at", "found_by",
    ),
    "certificate_deed": (
        "certificate_id", "what", "reason", "from_day", "until_day", "due_on", "expires_on", "receipt_book",
        "receipt_number", "receipt_day", "receipt_satang", "late_satang", "receipt_id", "by_name", "by_id", "counter",
        "device_id", "at",
    ),
    "certificate_copy": ("certificate_id", "n", "reason", "by_name", "by_id", "counter", "device_id", "at"),
    "certificate_paper": ("certificate_id", "sha256", "made_at"),
    "certificate_template": ("code", "version", "definition", "defined_by", "defined_at", "withdrawn_at"),
}  # fmt: skip
FIGURES = frozenset({
    "year_be", "book_no", "number", "receipt_book", "receipt_number", "receipt_satang", "late_satang", "level", "mseq",
    "n",
})  # fmt: skip
OPTIONAL = frozenset({
    "replaces_id", "person_id", "house_id", "case_id", "expires_on", "receipt_book", "receipt_number", "receipt_day",
    "receipt_satang", "late_satang", "receipt_id", "signer_id", "until_day", "due_on", "withdrawn_at",
})  # fmt: skip
"""Columns that may be empty in every table in which they are."""
INDEXES = (
    ("certificate", "series", "year_be", "number"), ("certificate", "issued_on"), ("certificate", "person_id"),
    ("certificate", "house_id"), ("certificate", "case_id"), ("certificate", "replaces_id"),
    ("certificate_deed", "certificate_id"), ("certificate_copy", "certificate_id"),
    ("certificate_paper", "certificate_id"), ("certificate_template", "code"),
)  # fmt: skip


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *(_column(name) for name in columns),
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{table}")),
        )
        _guard(table)
    for table, *indexed in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(indexed)}"), table, indexed)


def _column(name: str) -> "sa.Column[object]":
    kind: Any = sa.Text()
    if name.endswith("_id"):
        kind = sa.LargeBinary(length=16)
    elif name in FIGURES:
        kind = sa.BigInteger()
    return sa.Column(name, kind, nullable=name in OPTIONAL)


def _guard(table: str) -> None:
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
    if op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL")):
        op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
