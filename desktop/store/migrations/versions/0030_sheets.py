"""The print journal: every sheet of paper is a row before it is sent."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "print_run",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("begun_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("begun_by_name", sa.Text(), nullable=False),
        sa.Column("job", sa.Integer(), nullable=True),
        sa.Column("doubt", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "print_sheet",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("run_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("of_pages", sa.Integer(), nullable=False),
        sa.Column("time", sa.Integer(), nullable=False),
        sa.Column("voided", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("told_at", sa.Text(), nullable=True),
        sa.Column("told_by_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_sheet")),
        sqlite_with_rowid=False,
    )
    for table, column in (
        ("print_run", "begun_at"),
        ("print_run", "document_id"),
        ("print_run", "settled_at"),
        ("print_sheet", "run_id"),
        ("print_sheet", "serial"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
