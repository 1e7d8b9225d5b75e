"""Lines of enclosures and references that are put right; numbers of divisions that begin as tags; files withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_LISTS = {"letter_enclosure": ("title", "taken_at"), "letter_citation": ("book_number", "book_number_key", "taken_at")}
"""What of a line is searched: one that was taken back is not found any more."""

_FILE = ("added_by_name", "withdrawn_at", "withdrawn_by_name", "withdraw_reason")


def upgrade() -> None:
    for table, columns in _LISTS.items():
        op.add_column(table, sa.Column("taken_at", sa.Text(), nullable=True))
        _notes(table, columns)
    for column in _FILE:
        op.add_column("letter_file", sa.Column(column, sa.Text(), nullable=True))
    op.add_column("letter_tag", sa.Column("registration_id", sa.LargeBinary(length=16), nullable=True))
    op.create_table(
        "letter_line_amendment",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_line_amendment")),
        sqlite_with_rowid=False,
    )
    op.execute(
        """CREATE TRIGGER letter_file_words_changed AFTER UPDATE OF withdrawn_at ON letter_file
        WHEN old.withdrawn_at IS NOT new.withdrawn_at
        BEGIN INSERT INTO letter_due (row_id) VALUES (new.letter_id); END"""
    )
    op.create_index(op.f("ix_letter_line_amendment_letter_id"), "letter_line_amendment", ["letter_id"])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


def _notes(table: str, columns: tuple[str, ...]) -> None:
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    op.execute(f"DROP TRIGGER {table}_words_changed")
    op.execute(
        f"CREATE TRIGGER {table}_words_changed AFTER UPDATE OF {', '.join(columns)} ON {table}"
        f" WHEN ({before}) IS NOT ({after}) BEGIN INSERT INTO letter_due (row_id) VALUES (new.letter_id); END"
    )
