"""What a desk keeps besides for the post at full strength; one function for each concern."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _search()
    _numbers()
    _recovery()
    _secrecy()
    _tray()


def _search() -> None:
    _snapshots()
    op.create_table(
        "letter_due",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("row_id", sa.LargeBinary(16), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "letter_doc",
        sa.Column("doc", sa.Integer, primary_key=True),
        sa.Column("row_id", sa.LargeBinary(16), nullable=False),
        sa.UniqueConstraint("row_id", name=op.f("uq_letter_doc_row_id")),
    )
    for statement in _WORDS:
        op.execute(statement)


_WORDS = (
    """CREATE VIRTUAL TABLE letter_words USING fts5(words, number, content='', contentless_delete=1,
       tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'")""",
    "INSERT INTO letter_words (letter_words, rank) VALUES ('automerge', 16)",
    "INSERT INTO letter_words (letter_words, rank) VALUES ('crisismerge', 64)",
    "INSERT INTO letter_due (row_id) SELECT id FROM letter",
    """CREATE TRIGGER letter_words_new AFTER INSERT ON letter
       BEGIN INSERT INTO letter_due (row_id) VALUES (new.id); END""",
    """CREATE TRIGGER letter_words_gone AFTER DELETE ON letter
       BEGIN INSERT INTO letter_due (row_id) VALUES (old.id); END""",
    """CREATE TRIGGER letter_words_changed
       AFTER UPDATE OF register, year_be, number, subject, from_party, book_number_key ON letter
       WHEN (old.register, old.year_be, old.number, old.subject, old.from_party, old.book_number_key)
         IS NOT (new.register, new.year_be, new.number, new.subject, new.from_party, new.book_number_key)
       BEGIN INSERT INTO letter_due (row_id) VALUES (new.id); END""",
)
"""The search index: pairs of neighbouring characters, and the triggers by which no road to a letter can miss it."""


def _snapshots() -> None:
    figures = ("upto", "packs_done", "packs_all", "rows_done", "rows_all")
    counts = [sa.Column(name, sa.Integer, nullable=False) for name in figures]
    op.create_table("fill", sa.Column("bucket", sa.Text, primary_key=True), *counts)
    op.create_table(
        "aside",
        sa.Column("bucket", sa.Text, primary_key=True),
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("row_id", sa.LargeBinary(16), primary_key=True),
        sa.Column("row", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


def _numbers() -> None:
    """The control register, who may use a book, when it was closed, and the time that never runs back."""
    op.create_table(
        "number_book",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.BigInteger(), nullable=False),
        sa.Column("book_no", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("leased_at", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_number_book")),
        sa.UniqueConstraint(
            "office_id",
            "series",
            "year_be",
            "book_no",
            "epoch",
            name=op.f("uq_number_book_office_id_series_year_be_book_no_epoch"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_number_book_series_year_be_lo"), "number_book", ["series", "year_be", "lo"])
    op.create_table(
        "number_span",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("book_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.BigInteger(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_number_span")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_number_span_series_year_be_lo"), "number_span", ["series", "year_be", "lo"])
    op.create_table(
        "letter_tag",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("numbered_at", sa.Text(), nullable=True),
        sa.Column("stamped_at", sa.Text(), nullable=True),
        sa.Column("stamped_by_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_tag_letter_id"), "letter_tag", ["letter_id"])
    op.add_column("lease", sa.Column("holder", sa.LargeBinary(length=16), nullable=True))
    op.add_column("lease", sa.Column("closed_at", sa.Text(), nullable=True))
    op.add_column("lease", sa.Column("closed_for", sa.Text(), nullable=True))
    op.execute("UPDATE lease SET holder = (SELECT device_id FROM device)")
    op.create_table(
        "trusted_time",
        sa.Column("only", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=True),
        sa.Column("tags", sa.Integer(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_trusted_time")),
    )


def _recovery() -> None:
    op.create_table(
        "note",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "kept_link",
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mseq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "mseq", name=op.f("pk_kept_link")),
        sqlite_with_rowid=False,
    )


def _secrecy() -> None:
    """Reclassified letters; cleared people; files that no row names any more and that must leave the disk."""
    op.add_column("staff", sa.Column("clearance", sa.Text(), nullable=True))
    op.create_table(
        "classification",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_classification")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_classification_letter_id"), "classification", ["letter_id"], unique=False)
    op.create_table(
        "blob_erasure",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob_erasure")),
    )


def _tray() -> None:
    for column in ("resolved_by", "review_id"):
        op.add_column("attention", sa.Column(column, sa.LargeBinary(length=16), nullable=True))
    for column in ("resolution", "reason"):
        op.add_column("attention", sa.Column(column, sa.Text(), nullable=True))
    op.add_column("attention", sa.Column("made_mseq", sa.Integer(), nullable=True))
    op.create_table(
        "letter_amendment",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_amendment")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_amendment_letter_id"), "letter_amendment", ["letter_id"], unique=False)
    op.create_table(
        "letter_link",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("other_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("other_number", sa.BigInteger(), nullable=False),
        sa.Column("other_year_be", sa.BigInteger(), nullable=False),
        sa.Column("linked_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("linked_by_name", sa.Text(), nullable=False),
        sa.Column("linked_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_link")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_link_letter_id"), "letter_link", ["letter_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("asked_by_name", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("answered_by_name", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_review")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_review_paper_id"), "review", ["paper_id"], unique=False)
    op.create_index(op.f("ix_review_state"), "review", ["state"], unique=False)
    op.create_table(
        "letter_reference",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "reference", name=op.f("pk_letter_reference")),
        sqlite_with_rowid=False,
    )
