"""The queue at the desk that keeps it, and what a counter called from paper. None of it travels to the centre."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from desktop.store.tables import DESK

queue_ticket = Table(
    "queue_ticket",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("day", Text, nullable=False),
    Column("letter", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("typed", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("taken_at", Text),
    Column("called_at", Text),
    Column("last_called_at", Text),
    Column("ended_at", Text),
    Column("calls", Integer, nullable=False),
    Column("by_hand", Integer, nullable=False),
    UniqueConstraint("day", "letter", "number", "typed"),
    Index("ix_queue_ticket_state", "state", "day"),
    sqlite_with_rowid=False,
)
"""A ticket as it stands. The store itself holds that no number is given twice on a day."""

queue_event = Table(
    "queue_event",
    DESK,
    Column("seq", Integer, primary_key=True),
    Column("op", LargeBinary(16), unique=True),
    Column("ticket_id", LargeBinary(16)),
    Column("kind", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_queue_event_kind", "kind", "seq"),
)
"""What happened, in order, never changed; `op` is the request that asked for it."""

queue_hand = Table(
    "queue_hand",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("typed", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("called_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("joined_at", Text),
    sqlite_with_rowid=False,
)
"""Numbers that this counter called from paper while the keeper could not be reached."""
