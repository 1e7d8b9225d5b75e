"""Letters of every kind: their registers, enclosures, citations, cancellations and loans."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("letter_registration", "letter_enclosure", "letter_citation", "letter_cancellation", "letter_loan")
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""


def upgrade() -> None:
    _columns()
    _tables()
    _indexes()
    _guards()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    for column in ("cancelled_at", "urgent_deadline", "direction", "kind"):
        op.drop_column("letter", column)


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
