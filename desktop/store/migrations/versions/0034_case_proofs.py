"""Cases keep the code by which their slips prove themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("citizen_case", sa.Column("proof", sa.Text(), nullable=True))


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
