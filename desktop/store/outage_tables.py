"""When this desk was without the centre; it stays here, and what concerns a shift travels with its close."""

from sqlalchemy import Column, Integer, Table, Text

from desktop.store.tables import DESK

outage = Table(
    "outage",
    DESK,
    Column("id", Integer, primary_key=True),
    Column("began_at", Text, nullable=False),
    Column("ended_at", Text),
)
"""One that goes on has no end yet; there is one such at most."""
