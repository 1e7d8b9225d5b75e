"""The cashier's shift, the money's way to the treasurer, and the place of a void in its desk's chain."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
"""As for every table that travels (migration 0003)."""
TABLES = {
    # kind (text, number, key; "?": may be missing) and name of each column
    "shift": (
        "t counter",
        "n after_mseq",
        "t pieces",
        "k cashier_id",
        "t cashier_name",
        "t cashier_position",
        "t opened_at",
        "k device_id",
        "n mseq",
    ),
    "shift_movement": (
        "k shift_id",
        "n satang",
        "t reason",
        "k made_by",
        "t made_by_name",
        "t made_at",
        "n mseq",
    ),
    "shift_count": (
        "k shift_id",
        "t pieces",
        "k counted_by",
        "t counted_by_name",
        "t counted_at",
        "k device_id",
        "n mseq",
    ),
    "shift_handover": (
        "k shift_id",
        "t pieces",
        "t explanation",
        "k giver_id",
        "t giver_name",
        "k taker_id",
        "t taker_name",
        "t taker_position",
        "t handed_at",
        "n mseq",
    ),
    "shift_close": (
        "k shift_id",
        "k count_id",
        "t explanation",
        "k? witness_id",
        "t witness_name",
        "k closed_by",
        "t closed_by_name",
        "t closed_by_position",
        "t outages",
        "t proof",
        "t closed_at",
        "n mseq",
    ),
    "shift_span": (
        "k shift_id",
        "k device_id",
        "n after_mseq",
        "n up_to_mseq",
    ),
    "remittance_received": (
        "k shift_id",
        "n satang",
        "t words",
        "k received_by",
        "t received_by_name",
        "t received_by_position",
        "t received_at",
    ),
    "money_day": (
        "t day",
        "k closed_by",
        "t closed_by_name",
        "t closed_at",
        "k device_id",
    ),
    "money_day_slip": (
        "k day_id",
        "k shift_id",
    ),
    "elaas_receipt": (
        "k receipt_id",
        "t number",
        "k entered_by",
        "t entered_by_name",
        "t entered_at",
    ),
    "cash_rule": (
        "t from_day",
        "t receipt_mode",
        "n needs_shift",
        "t set_at",
    ),
}
INDEXES = (
    ("shift", ["device_id", "mseq"]),
    ("shift_movement", ["shift_id"]),
    ("shift_count", ["shift_id"]),
    ("shift_handover", ["shift_id"]),
    ("shift_close", ["closed_at"]),
    ("shift_close", ["shift_id"]),
    ("shift_span", ["device_id", "up_to_mseq"]),
    ("shift_span", ["shift_id"]),
    ("remittance_received", ["shift_id"]),
    ("money_day", ["day"]),
    ("money_day_slip", ["day_id"]),
    ("money_day_slip", ["shift_id"]),
    ("elaas_receipt", ["receipt_id"]),
    ("receipt", ["device_id", "mseq"]),
    ("receipt_void", ["device_id", "mseq"]),
)


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("id", sa.LargeBinary(length=16), nullable=False),
            sa.Column("ver", sa.Integer(), nullable=False),
            *(_column(said) for said in columns),
            sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{table}")),
        )
        _guard(table)
    op.add_column("receipt_void", sa.Column("device_id", sa.LargeBinary(length=16), nullable=True))
    op.add_column("receipt_void", sa.Column("mseq", sa.BigInteger(), nullable=True))
    for table, names in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, names)


_KINDS: dict[str, Any] = {"t": sa.Text(), "n": sa.BigInteger(), "k": sa.LargeBinary(length=16)}


def _column(said: str) -> "sa.Column[object]":
    kind, name = said.split()
    return sa.Column(name, _KINDS[kind[0]], nullable=kind.endswith("?"))


def _guard(table: str) -> None:
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY in_scope ON {table} USING ({OF_OFFICE})")
    if op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL")):
        op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def downgrade() -> None:
    op.drop_index(op.f("ix_receipt_device_id_mseq"), "receipt")
    op.drop_index(op.f("ix_receipt_void_device_id_mseq"), "receipt_void")
    for column in ("mseq", "device_id"):
        op.drop_column("receipt_void", column)
    for table in TABLES:
        op.drop_table(table)
