"""The office's own calendar (days that it adds, years that it knows whole), and where the papers of letters went."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("holiday", "calendar_year", "letter_custody")
_OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
_EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
"""As for every table that travels (migration 0003)."""


def upgrade() -> None:
    _days()
    _papers()
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    for table in TABLES:
        op.execute(f"CREATE TRIGGER post_office_only {_EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON {table} USING ({_OF_OFFICE})")
        if reader:
            op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _days() -> None:
    _table(
        "holiday",
        _text("day"),
        _text("name_th"),
        _text("name_en"),
        _text("kind"),
        _text("announced", nullable=True),
        _text("withdrawn_at", nullable=True),
    )
    _table("calendar_year", _number("year_be"), _number("complete"))
    op.create_index("ix_holiday_day", "holiday", ["day"])
    op.create_index("ix_calendar_year_year_be", "calendar_year", ["year_be"])


def _papers() -> None:
    _table(
        "letter_custody",
        _key("letter_id"),
        _text("act"),
        _text("holder"),
        _key("holder_id", nullable=True),
        _key("unit_id", nullable=True),
        _text("place", nullable=True),
        _key("batch_id"),
        _key("actor_id"),
        _text("actor_name"),
        _text("at"),
    )
    op.create_index("ix_letter_custody_letter_id_at", "letter_custody", ["letter_id", "at"])
    op.create_index("ix_letter_custody_unit_id_at", "letter_custody", ["unit_id", "at"])
    op.create_index("ix_letter_custody_batch_id", "letter_custody", ["batch_id"])


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=f"pk_{name}"),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)
