"""Whose a batch of pages is: desks only. What came before knows its person by name alone."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("batch", sa.Column("by_id", sa.LargeBinary(length=16), nullable=True))
    op.add_column("batch", sa.Column("unit_id", sa.LargeBinary(length=16), nullable=True))
    op.add_column("batch", sa.Column("for_unit", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
