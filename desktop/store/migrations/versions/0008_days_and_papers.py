"""The office's own calendar, where papers went, letters that nobody moves, and what came while somebody was away."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _days()
    _papers()
    _news()
    op.execute(
        "CREATE INDEX ix_letter_fallen ON letter (urgency, acted_at)"
        " WHERE status <> 'closed' AND cancelled_at IS NULL AND direction <> 'outgoing'"
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


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


def _news() -> None:
    op.create_table(
        "news",
        sa.Column("place", sa.Integer(), nullable=False),
        _text("entity"),
        _key("row_id"),
        _text("print"),
        sa.PrimaryKeyConstraint("place", name="pk_news"),
        sa.UniqueConstraint("entity", "row_id", name="uq_news_entity_row_id"),
    )
    op.create_table(
        "briefed",
        _key("staff_id"),
        sa.Column("place", sa.Integer(), nullable=False),
        _text("at"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_briefed"),
    )


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)
