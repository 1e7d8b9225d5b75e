"""Numbers that one desk lent another while the centre was away."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
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
    )
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON number_loan EXECUTE FUNCTION post_office_only()")
    op.execute("ALTER TABLE number_loan ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE number_loan FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON number_loan USING ({OF_OFFICE})")
    if op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL")):
        op.execute("GRANT SELECT ON number_loan TO thesaban_reader")


def downgrade() -> None:
    op.drop_table("number_loan")
