"""The archive: where letters are kept and how long, holds, destruction lists and what became of the papers."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)


TABLES = {
    "letter_storing": (
        _key("letter_id"), _text("retention"), _text("place"), _text("file_code"), _number("since_be", nullable=True),
        _text("stored_on"), _text("actor_name"), _text("at"),
    ),
    "letter_hold": (
        _key("letter_id"), _text("reason"), _text("held_by_name"), _text("held_at"),
        _text("released_at", nullable=True), _text("released_by_name", nullable=True),
        _text("release_reason", nullable=True),
    ),
    "destruction_list": (
        _key("unit_id", nullable=True), _number("year_be"), _text("title"), _text("state"), _text("prepared_by_name"),
        _text("prepared_at"), _text("committee_order", nullable=True), _text("approved_by_name", nullable=True),
        _text("approved_position", nullable=True), _text("approved_on", nullable=True),
        _text("archives_answer", nullable=True), _text("archives_sent_on", nullable=True),
        _text("archives_reference", nullable=True), _text("destroyed_on", nullable=True),
        _text("destroyed_how", nullable=True),
    ),
    "destruction_member": (
        _key("list_id"), _number("place"), _text("role"), _text("name"), _text("position"),
        _text("signed_on", nullable=True), _text("signed_told_by", nullable=True), _text("replaced_at", nullable=True),
    ),
    "destruction_entry": (
        _key("list_id"), _key("letter_id"), _number("place"), _text("register"), _number("year_be"), _number("number"),
        _text("book_number"), _text("letter_date", nullable=True), _text("subject"), _text("file_code"),
        _text("retention"), _number("years"), _number("since_be"), _text("verdict"), _text("reason"),
    ),
    "letter_disposal": (
        _key("letter_id"), _key("list_id"), _text("list_title"), _text("destroyed_on"), _text("told_by_name"),
        _text("at"),
    ),
}  # fmt: skip
INDEXES = (
    ("letter_storing", "letter_id"),
    ("letter_storing", "stored_on"),
    ("letter_hold", "letter_id"),
    ("destruction_member", "list_id"),
    ("destruction_entry", "list_id"),
    ("destruction_entry", "letter_id"),
    ("letter_disposal", "letter_id"),
)


def upgrade() -> None:
    for name, columns in TABLES.items():
        op.create_table(
            name,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *columns,
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
    for table, column in INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    _guards()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


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
