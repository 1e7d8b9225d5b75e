"""Letters of every kind: their registers, enclosures, citations, cancellations and loans.

What came from the centre before this was known here comes once more: every bucket is read from its start, while its
rows stay where they are.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("letter_registration", "letter_enclosure", "letter_citation", "letter_cancellation", "letter_loan")


def upgrade() -> None:
    _columns()
    _tables()
    _indexes()
    op.execute("UPDATE cursor SET oseq = 0, proven = 0")
    op.execute("UPDATE fill SET upto = 0")


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


def _tables() -> None:
    _table(
        "letter_registration",
        _key("letter_id"),
        _text("register"),
        _number("year_be"),
        _number("number"),
        _text("registered_at"),
        _key("registered_by"),
        _text("registered_by_name"),
        _key("device_id"),
    )
    _table(
        "letter_enclosure",
        _key("letter_id"),
        _number("place"),
        _text("title"),
        _number("amount"),
        _text("kind"),
    )
    _table(
        "letter_citation",
        _key("letter_id"),
        _number("place"),
        _text("book_number"),
        _text("book_number_key"),
        _text("letter_date", nullable=True),
    )
    _table(
        "letter_cancellation",
        _key("letter_id"),
        _text("act"),
        _text("reason"),
        _key("actor_id"),
        _text("actor_name"),
        _text("at"),
    )
    _table(
        "letter_loan",
        _key("letter_id"),
        _text("borrower_name"),
        _key("unit_id", nullable=True),
        _text("lent_at"),
        _text("lent_by_name"),
        _text("due_date", nullable=True),
        _text("note", nullable=True),
        _text("returned_at", nullable=True),
        _text("returned_to_name", nullable=True),
    )


def _indexes() -> None:
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_letter_id"), table, ["letter_id"])
    place = ["register", "year_be", "number"]
    op.create_index(op.f("ix_letter_registration_register_year_be_number"), "letter_registration", place)


def _columns() -> None:
    op.add_column("letter", sa.Column("kind", sa.Text(), nullable=False, server_default="external"))
    op.add_column("letter", sa.Column("direction", sa.Text(), nullable=False, server_default="incoming"))
    op.add_column("letter", sa.Column("urgent_deadline", sa.Text(), nullable=True))
    op.add_column("letter", sa.Column("cancelled_at", sa.Text(), nullable=True))


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


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)
