"""The print journal of this desk: every sheet of paper is a row before it is sent. No other desk sees it."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from desktop.store.tables import DESK

print_run = Table(
    "print_run",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("document_id", LargeBinary(16)),
    Column("label", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("layout", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("file", LargeBinary),
    Column("begun_at", Text, nullable=False),
    Column("begun_by", LargeBinary(16), nullable=False),
    Column("begun_by_name", Text, nullable=False),
    Column("job", Integer),
    Column("doubt", Text, nullable=False),
    Column("settled_at", Text),
    sqlite_with_rowid=False,
)
"""What is handed to the spooler at once. `job`: its number there, NULL until it is heard; `doubt`: why a person is
asked what came out, or ""; `file`: the PDF of a paper that cannot be made anew (of a pile the name of
its blob), until a day after all of it is settled."""

print_sheet = Table(
    "print_sheet",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("run_id", LargeBinary(16), nullable=False),
    Column("place", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("of_pages", Integer, nullable=False),
    Column("time", Integer, nullable=False),
    Column("voided", Integer, nullable=False),
    Column("serial", Integer),
    Column("outcome", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("told_at", Text),
    Column("told_by_name", Text),
    sqlite_with_rowid=False,
)
"""A sheet of a run. `time`: the number in พิมพ์ซ้ำครั้งที่, 0 for none; `serial`: what is pre-printed on its stock;
`outcome`: sent, out, not_out, spoiled or extra; `how`: who said so (spooler, person, program)."""

Index(None, print_run.c.begun_at)
Index(None, print_run.c.document_id)
Index(None, print_run.c.settled_at)
Index(None, print_sheet.c.run_id)
Index(None, print_sheet.c.serial)
