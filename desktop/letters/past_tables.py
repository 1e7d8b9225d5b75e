"""Imports of old registers: a row for each part that came with one act."""

from sqlalchemy import Column, Index, LargeBinary

from desktop.office.tables import key, number, text, travelling

letter_import = travelling(
    "letter_import",
    key("import_id", required=True),
    number("part", required=True),
    number("total", required=True),
    number("count", required=True),
    text("register", required=True),
    text("file_name", required=True),
    text("file_sha256", required=True),
    Column("letters", LargeBinary, nullable=False),
    text("state", required=True),
    key("entered_by", required=True),
    text("entered_by_name", required=True),
    text("entered_at", required=True),
    text("reason"),
    text("withdrawn_by_name"),
    text("withdrawn_at"),
)
"""`letters`: the ids of the part's letters, 16 bytes each; `total`: letters of the whole import."""

Index(None, letter_import.c.import_id)
