"""Waste-fee accounts, and bills that come again every month."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
TABLES = {
    # kind (text, number, key; "?": may be missing) and name of each column
    "waste_account": (
        "k house_id",
        "t house_no",
        "t moo",
        "t trok",
        "t soi",
        "t road",
        "t tambon",
        "t amphoe",
        "t province",
        "t postcode",
        "t opened_at",
        "k opened_by",
        "k device_id",
    ),
    "waste_term": (
        "k account_id",
        "t what",
        "t from_month",
        "k? person_id",
        "t? payer_name",
        "t? payer_address",
        "t? fee_code",
        "n? litres",
        "t? standing",
        "t? reason",
        "t? note",
        "k set_by",
        "t set_by_name",
        "t set_at",
    ),
    "bill_period": (
        "k bill_id",
        "k account_id",
        "t month",
        "n turn",
    ),
    "bill_again": (
        "k bill_id",
        "t series",
        "n fiscal_year_be",
        "n book_no",
        "n number",
        "t reference",
        "t counter",
        "n total_satang",
        "t issued_at",
        "k device_id",
    ),
}
INDEXES = (
    ("waste_account", ["house_id"]),
    ("waste_term", ["account_id"]),
    ("waste_term", ["person_id"]),
    ("bill_period", ["account_id", "month"]),
    ("bill_period", ["bill_id"]),
    ("bill_again", ["bill_id"]),
    ("bill_again", ["reference"]),
)


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
    for table, names in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, names)


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
    for table in TABLES:
        op.drop_table(table)
