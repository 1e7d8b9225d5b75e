"""Batches of pages that came in and wait to become documents: desks only."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("settings", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batch_page",
        sa.Column("batch_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("frame", sa.Integer(), nullable=False),
        sa.Column("width_mm", sa.Float(), nullable=False),
        sa.Column("height_mm", sa.Float(), nullable=False),
        sa.Column("signed", sa.Integer(), nullable=False),
        sa.Column("original_sha256", sa.Text(), nullable=True),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("batch_id", "number", name=op.f("pk_batch_page")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_batch_page_sha256"), "batch_page", ["sha256"])
    op.create_table(
        "batch_thumb",
        sa.Column("batch_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "number", name=op.f("pk_batch_thumb")),
    )
    op.create_table(
        "batch_edit",
        sa.Column("batch_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("edit", sa.LargeBinary(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "place", name=op.f("pk_batch_edit")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batch_built",
        sa.Column("batch_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "sha256", name=op.f("pk_batch_built")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
