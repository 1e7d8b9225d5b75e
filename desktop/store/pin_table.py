"""By which people approve at this desk what others do: their PINs open what lies here."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from desktop.store.tables import DESK

approver_pin = Table(
    "approver_pin",
    DESK,
    Column("staff_id", LargeBinary(16), primary_key=True),
    Column("key_id", LargeBinary(16), nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("set_at", Text, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("wrong_at", Text),
    sqlite_with_rowid=False,
)
"""A person's key for approving at this desk, sealed with their PIN; `wrong`: PINs that did not fit since the last good
one."""
