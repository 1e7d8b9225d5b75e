"""Who stamps the time on digital signatures, and what was stamped."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
TABLES = {
    "letter_timestamp": ("letter_id", "sha256", "stamped_at", "authority", "actor_name", "at"),
    "time_authority": ("from_day", "url", "roots", "set_at"),
}


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *(_column(name) for name in columns),
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{table}")),
        )
        _guard(table)
    op.create_index(op.f("ix_letter_timestamp_letter_id"), "letter_timestamp", ["letter_id"])


def _column(name: str) -> "sa.Column[object]":
    kind = sa.LargeBinary(length=16) if name.endswith("_id") else sa.Text()
    return sa.Column(name, kind, nullable=False)


def _guard(table: str) -> None:
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
    if op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL")):
        op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
