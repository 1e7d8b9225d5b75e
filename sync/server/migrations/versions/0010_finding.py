"""The text of a letter's pages, and searches that a unit keeps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = {
    "letter_page_text": ("letter_id", {"letter_id": "key", "sha256": "text", "page": "number", "text": "text"}),
    "saved_search": (
        "unit_id",
        {
            "unit_id": "key", "name": "text", "words": "text", "filters": "text", "made_by_name": "text",
            "made_at": "text", "device_id": "key", "dropped_at": "text?",
        },
    ),
}  # fmt: skip
"""By table: the column that is looked up, and the kinds of its columns; with a question mark, one that may be empty."""
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
_KINDS: dict[str, Any] = {"text": sa.Text(), "number": sa.BigInteger(), "key": sa.LargeBinary(length=16)}


def upgrade() -> None:
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    for table, (asked, columns) in TABLES.items():
        _table(table, columns)
        op.create_index(op.f(f"ix_{table}_{asked}"), table, [asked])
        op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
        if reader:
            op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _table(name: str, columns: dict[str, str]) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *(sa.Column(one, _KINDS[kind.rstrip("?")], nullable=kind.endswith("?")) for one, kind in columns.items()),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
    )
