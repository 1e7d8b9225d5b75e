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


def _tray() -> None: ...
