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


def _search() -> None: ...


def _numbers() -> None: ...


def _recovery() -> None: ...


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
    op.create_index(op.f("ix_review_state"), "review", ["state"], unique=False)
    op.create_table(
        "letter_reference",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "reference", name=op.f("pk_letter_reference")),
        sqlite_with_rowid=False,
    )
