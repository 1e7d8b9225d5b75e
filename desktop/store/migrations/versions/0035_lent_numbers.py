"""Numbers that one desk lent another while the centre was away."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

COLUMNS = (
    "t series", "n year_be", "n lo", "n hi", "k book_id", "k ask_id", "k lender_id", "t lender", "k borrower_id",
    "t borrower", "t lent_at", "t content",
)  # fmt: skip
_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def upgrade() -> None:
    op.create_table(
        "number_loan",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *(sa.Column(said.split()[1], _KINDS[said[0]], nullable=False) for said in COLUMNS),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_number_loan")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
