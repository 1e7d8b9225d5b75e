"""The queue of the service centre: tickets, what happened to them, numbers called from paper."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "queue_ticket",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=True),
        sa.Column("called_at", sa.Text(), nullable=True),
        sa.Column("last_called_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("by_hand", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_ticket")),
        sa.UniqueConstraint("day", "letter", "number", "typed", name=op.f("uq_queue_ticket_day_letter_number_typed")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_queue_ticket_state", "queue_ticket", ["state", "day"])
    op.create_table(
        "queue_event",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("op", sa.LargeBinary(length=16), nullable=True),
        sa.Column("ticket_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_queue_event")),
        sa.UniqueConstraint("op", name=op.f("uq_queue_event_op")),
    )
    op.create_index("ix_queue_event_kind", "queue_event", ["kind", "seq"])
    op.create_table(
        "queue_hand",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("called_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_hand")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
