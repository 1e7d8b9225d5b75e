"""Outgoing papers: drafts with their versions and remarks, signatures, the dispatch book, the office's picture."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("draft", "draft_version", "draft_remark", "letter_signature", "dispatch", "office_picture")
INDEXES = (
    ("draft", "state", "acted_at"),
    ("draft", "letter_id"),
    ("draft_version", "draft_id"),
    ("draft_remark", "draft_id"),
    ("letter_signature", "letter_id"),
    ("dispatch", "letter_id"),
    ("dispatch", "sent_at"),
)


def upgrade() -> None:
    _tables()
    _autosaves()
    _indexes()


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


def _autosaves() -> None:
    op.create_table(
        "draft_autosave",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("base_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_draft_autosave")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_draft_autosave_draft_id"), "draft_autosave", ["draft_id"])


def _tables() -> None:
    _table(
        "draft",
        _key("unit_id"),
        _key("created_by"),
        _text("created_at"),
        _text("template"),
        _text("subject"),
        _text("to_party"),
        _text("urgency"),
        _text("secrecy"),
        _text("state"),
        _key("version_id"),
        _key("approved_version_id", nullable=True),
        _text("author_name"),
        _key("reviewer_id", nullable=True),
        _key("reviewer_unit_id", nullable=True),
        _key("letter_id", nullable=True),
        _text("acted_at"),
    )
    _table(
        "draft_version",
        _key("draft_id"),
        _key("base_id", nullable=True),
        _text("content"),
        _key("author_id"),
        _text("author_name"),
        _text("at"),
    )
    _table(
        "draft_remark",
        _key("draft_id"),
        _key("version_id"),
        _text("act"),
        _text("text"),
        _key("actor_id"),
        _text("actor_name"),
        _text("acted_as"),
        _key("to_id", nullable=True),
        _text("to_name"),
        _text("at"),
    )
    _table(
        "letter_signature",
        _key("letter_id"),
        _key("draft_id"),
        _key("version_id"),
        _number("level"),
        _key("signer_id", nullable=True),
        _text("signer_name"),
        _text("signer_lines"),
        _key("actor_id"),
        _text("actor_name"),
        _text("content_sha256"),
        _text("certificate", nullable=True),
        _key("device_id"),
        _text("counter"),
        _number("mseq"),
        _text("at"),
    )
    _table(
        "dispatch",
        _key("letter_id"),
        _text("to_party"),
        _text("sending"),
        _text("reference"),
        _text("sent_at"),
        _text("sent_by_name"),
        _text("note"),
        _text("received_at", nullable=True),
        _text("received_by_name", nullable=True),
        _text("receipt_note", nullable=True),
        _text("receipt_entered_by_name", nullable=True),
    )
    _table(
        "office_picture",
        _text("purpose"),
        _text("sha256"),
        _text("media_type"),
        _number("size"),
        _text("set_by_name"),
        _text("set_at"),
    )


def _indexes() -> None:
    for table, *columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)
