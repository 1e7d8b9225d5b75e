"""The bank's statements as this desk read them: no other desk sees them."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from desktop.store.tables import DESK

statement_file = Table(
    "statement_file",
    DESK,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("read_by", LargeBinary(16), nullable=False),
    Column("lines", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Statements of the office's bank that were read at this desk; the same file is never read twice."""

statement_line = Table(
    "statement_line",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("file_sha256", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("amount_satang", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Column("bill_id", LargeBinary(16)),
    Column("left_for", Text),
    Column("settled_at", Text),
    sqlite_with_rowid=False,
)
"""Money that came in, by a statement. `id` is made of what the line says, so that statements may overlap;
`bill_id`: the bill that was paid with it; `left_for`: why it is none of ours."""

statement_columns = Table(
    "statement_columns",
    DESK,
    Column("headings", Text, primary_key=True),
    Column("columns", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Which column of a bank's statement holds what, as somebody said once; JSON."""
