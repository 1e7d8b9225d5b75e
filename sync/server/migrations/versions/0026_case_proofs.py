"""Cases keep the code by which their slips prove themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("citizen_case", sa.Column("proof", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("citizen_case", "proof")
