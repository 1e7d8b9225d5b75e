"""Letters of every register are found, by what hangs on them too; the text of pages; searches that a unit keeps.

The search index is made anew: every letter is due, and worked off while the desk runs. What came from the centre before
this was known here comes once more.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SIGNS = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())
"""Parts of words like any letter; beyond ASCII every character is."""
_QUOTED = _SIGNS.replace("'", "''").replace('"', '""').replace(":", r"\:")

_OWN = (
    "received_at", "register", "year_be", "number", "subject", "from_party", "to_party", "remarks", "book_number",
    "book_number_key", "kind", "direction", "urgency", "status", "cancelled_at",
)  # fmt: skip
_HANGING = {
    "endorsement": ("text", "actor_name"),
    "letter_enclosure": ("title",),
    "letter_citation": ("book_number", "book_number_key"),
    "letter_tag": ("tag",),
    "letter_loan": ("borrower_name",),
    "letter_cancellation": ("reason",),
    "letter_registration": ("register", "number"),
    "letter_page_text": ("text",),
    "routing": ("unit_id", "state", "note", "received_by"),
}


def upgrade() -> None:
    _tables()
    for name in ("letter_words_new", "letter_words_gone", "letter_words_changed"):
        op.execute(f"DROP TRIGGER {name}")
    _notes("letter", "id", _OWN)
    for table, columns in _HANGING.items():
        _notes(table, "letter_id", columns)
    op.execute(
        """CREATE TRIGGER staff_words_changed AFTER UPDATE OF name_th ON staff WHEN old.name_th IS NOT new.name_th
        BEGIN INSERT INTO letter_due (row_id) SELECT letter_id FROM routing WHERE received_by = new.id; END"""
    )
    _index()
    op.execute("UPDATE cursor SET oseq = 0, proven = 0")
    op.execute("UPDATE fill SET upto = 0")


def _notes(table: str, key: str, columns: tuple[str, ...]) -> None:
    """Whatever changes the words of a letter is noted, whoever writes it."""
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    due = "BEGIN INSERT INTO letter_due (row_id) VALUES ({}.{}); END"
    op.execute(f"CREATE TRIGGER {table}_words_new AFTER INSERT ON {table} {due.format('new', key)}")
    op.execute(f"CREATE TRIGGER {table}_words_gone AFTER DELETE ON {table} {due.format('old', key)}")
    op.execute(
        f"CREATE TRIGGER {table}_words_changed AFTER UPDATE OF {', '.join(columns)} ON {table}"
        f" WHEN ({before}) IS NOT ({after}) {due.format('new', key)}"
    )


def _index() -> None:
    for statement in (
        "DROP TABLE letter_words",
        f"""CREATE VIRTUAL TABLE letter_words USING fts5(words, content='', contentless_delete=1,
        tokenize="ascii tokenchars '{_QUOTED}'")""",
        "INSERT INTO letter_words (letter_words, rank) VALUES ('automerge', 16)",
        "INSERT INTO letter_words (letter_words, rank) VALUES ('crisismerge', 64)",
        "INSERT INTO letter_words (letter_words, rank) VALUES ('hashsize', 8388608)",
        "DELETE FROM letter_doc",
        "DELETE FROM letter_due",
        "INSERT INTO letter_due (row_id) SELECT id FROM letter",
    ):
        op.execute(statement)


def _tables() -> None:
    op.drop_table("letter_doc")
    op.create_table(
        "letter_doc",
        sa.Column("doc", sa.Integer, primary_key=True),
        sa.Column("row_id", sa.LargeBinary(16), nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.UniqueConstraint("row_id", name=op.f("uq_letter_doc_row_id")),
    )
    _travelling("letter_page_text", {"letter_id": _KEY, "sha256": _TEXT, "page": _NUMBER, "text": _TEXT})
    op.create_index(op.f("ix_letter_page_text_letter_id"), "letter_page_text", ["letter_id"])
    said = {"unit_id": _KEY, "name": _TEXT, "words": _TEXT, "filters": _TEXT, "made_by_name": _TEXT, "made_at": _TEXT}
    _travelling("saved_search", said | {"device_id": _KEY}, {"dropped_at": _TEXT})
    op.create_index(op.f("ix_saved_search_unit_id"), "saved_search", ["unit_id"])


_TEXT, _NUMBER, _KEY = sa.Text(), sa.BigInteger(), sa.LargeBinary(length=16)


def _travelling(name: str, required: dict[str, Any], optional: dict[str, Any] | None = None) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *(sa.Column(column, kind, nullable=False) for column, kind in required.items()),
        *(sa.Column(column, kind, nullable=True) for column, kind in (optional or {}).items()),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
