"""By which other channels a letter came."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_channel",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("came_at", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("noted_by_name", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_channel")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_channel_letter_id"), "letter_channel", ["letter_id"])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
