"""Bills, what is paid for them, and the bank's statements."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TABLES = {
    # kind (text, number, key; "?": may be missing) and name of each column
    "bill": (
        "t series",
        "n fiscal_year_be",
        "n book_no",
        "n number",
        "t reference",
        "t issued_at",
        "t due_on",
        "t counter",
        "t payer_name",
        "t? payer_address",
        "k? person_id",
        "k? house_id",
        "k? case_id",
        "n total_satang",
        "t baht_text",
        "t? note",
        "k clerk_id",
        "t clerk_name",
        "t clerk_position",
        "k device_id",
        "n mseq",
    ),
    "bill_line": (
        "k bill_id",
        "n line",
        "t fee_code",
        "t fee_version",
        "t description",
        "n quantity",
        "t unit",
        "n unit_price_satang",
        "n amount_satang",
        "t calculation",
    ),
    "bill_cancelled": (
        "k bill_id",
        "t reason",
        "k cancelled_by",
        "t cancelled_by_name",
        "t cancelled_at",
    ),
    "bill_payment": (
        "k bill_id",
        "t method",
        "n amount_satang",
        "t counter",
        "k taken_by",
        "t taken_by_name",
        "t taken_at",
        "t? cheque_number",
        "t? cheque_bank",
        "t? cheque_day",
        "t? slip_bank",
        "t? slip_reference",
        "k device_id",
    ),
    "payment_word": (
        "k payment_id",
        "t outcome",
        "t how",
        "t words",
        "k said_by",
        "t said_by_name",
        "t said_at",
    ),
    "payment_receipt": (
        "k payment_id",
        "k receipt_id",
    ),
    "biller": (
        "t from_day",
        "t biller_id",
        "t merchant_name",
        "t bank_name",
        "t set_at",
    ),
}
INDEXES = (
    ("bill", ["due_on"]),
    ("bill", ["fiscal_year_be", "number"]),
    ("bill", ["house_id"]),
    ("bill", ["person_id"]),
    ("bill", ["reference"]),
    ("bill_line", ["bill_id"]),
    ("bill_cancelled", ["bill_id"]),
    ("bill_payment", ["bill_id"]),
    ("bill_payment", ["slip_reference"]),
    ("payment_word", ["payment_id"]),
    ("payment_receipt", ["payment_id"]),
    ("payment_receipt", ["receipt_id"]),
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
            sqlite_with_rowid=False,
        )
    for table, names in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, names)
    _statements()


_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def _column(said: str) -> "sa.Column[object]":
    kind, name = said.split()
    return sa.Column(name, _KINDS[kind[0]], nullable=kind.endswith("?"))


def _statements() -> None:
    """Desks only: what was read of the bank's files."""
    op.create_table(
        "statement_file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("read_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_statement_file")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_line",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("amount_satang", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("bill_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("left_for", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_line")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_columns",
        sa.Column("headings", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("headings", name=op.f("pk_statement_columns")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
