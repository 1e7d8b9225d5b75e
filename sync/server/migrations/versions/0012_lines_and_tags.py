"""Lines of enclosures and references that are put right; numbers of divisions that begin as tags; files withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLE = "letter_line_amendment"
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
_FILE = ("added_by_name", "withdrawn_at", "withdrawn_by_name", "withdraw_reason")


def upgrade() -> None:
    for table in ("letter_enclosure", "letter_citation"):
        op.add_column(table, sa.Column("taken_at", sa.Text(), nullable=True))
    for column in _FILE:
        op.add_column("letter_file", sa.Column(column, sa.Text(), nullable=True))
    op.add_column("letter_tag", sa.Column("registration_id", sa.LargeBinary(length=16), nullable=True))
    op.create_table(
        TABLE,
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
    )
    op.create_index(op.f("ix_letter_line_amendment_letter_id"), TABLE, ["letter_id"])
    _guard()


def downgrade() -> None:
    op.drop_table(TABLE)
    op.drop_column("letter_tag", "registration_id")
    for column in reversed(_FILE):
        op.drop_column("letter_file", column)
    for table in ("letter_citation", "letter_enclosure"):
        op.drop_column(table, "taken_at")


def _guard() -> None:
    """Only the post office writes, and who reads sees one office's rows."""
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {TABLE} EXECUTE FUNCTION post_office_only()")
    op.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON {TABLE} USING ({OF_OFFICE})")
    if reader:
        op.execute(f"GRANT SELECT ON {TABLE} TO thesaban_reader")
