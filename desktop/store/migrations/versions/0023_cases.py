"""What citizens ask: cases, what happened to them, their pictures and who asked; the office's own kinds of cases."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PLACE = ("lat_e6", "lon_e6")
FIGURES = frozenset({"year_be", "number", "accuracy_m", "restricted", "hidden", "score", "cost_satang", *PLACE})
OPTIONAL = frozenset({
    *PLACE, "accuracy_m", "to_state", "clock", "effect", "score", "cost_satang", "other_id", "person_id", "house_id",
    "withdrawn_at",
})  # fmt: skip
"""Columns that may be empty in every table in which they are, but for those of `REQUIRED`."""
REQUIRED = frozenset({("citizen_case", "clock"), ("citizen_case", "unit_id")})
TABLES = {
    "citizen_case": (
        "series", "year_be", "number", "counter", "kind", "kind_version", "text", "category", "channel", "place", "moo",
        *PLACE, "accuracy_m", "place_source", "received_at", "restricted", "hidden", "intake_unit_id", "opened_by",
        "device_id", "state", "clock", "unit_id", "staff_id", "since", "found_by",
    ),
    "case_event": (
        "case_id", "step", "from_state", "to_state", "clock", "effect", "text", "agency", "unit_id", "staff_id", "item",
        "score", "cost_satang", "other_id", "actor_id", "actor_name", "at",
    ),
    "case_answer": ("case_id", "event_id", "field", "value", "at"),
    "case_file": ("case_id", "event_id", "use", "name", "media_type", "public_sha256", *PLACE, "added_at"),
    "case_original": ("case_id", "file_id", "sha256"),
    "case_reporter": ("case_id", "person_id", "house_id", "name", "phone", "address", "found_by"),
    "case_kind": ("code", "version", "definition", "defined_at", "withdrawn_at"),
}  # fmt: skip
INDEXES = (
    ("citizen_case", "year_be", "number"), ("citizen_case", "clock", "received_at"), ("citizen_case", "received_at"),
    ("citizen_case", "lat_e6"), ("case_event", "case_id"), ("case_answer", "case_id"), ("case_file", "case_id"),
    ("case_original", "case_id"), ("case_reporter", "case_id"), ("case_reporter", "person_id"),
    ("case_reporter", "house_id"), ("case_kind", "code"),
)  # fmt: skip


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *(_column(table, name) for name in columns),
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
    for table, *indexed in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(indexed)}"), table, indexed)


def _column(table: str, name: str) -> "sa.Column[object]":
    kind: Any = sa.Text()
    if name.endswith("_id"):
        kind = sa.LargeBinary(length=16)
    elif name in FIGURES:
        kind = sa.BigInteger()
    free = name in OPTIONAL or name == "staff_id" or (table, name) == ("case_event", "unit_id")
    return sa.Column(name, kind, nullable=free and (table, name) not in REQUIRED)


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
