"""Counters with years of receipts: bills listed by their state, names and numbers found without reading every row."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_STATE = """
CASE WHEN EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = b.id) THEN 'cancelled'
 WHEN EXISTS (SELECT 1 FROM bill_payment p JOIN payment_receipt l ON l.payment_id = p.id WHERE p.bill_id = b.id
  AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = l.receipt_id)) THEN 'paid'
 WHEN EXISTS (SELECT 1 FROM bill_payment p WHERE p.bill_id = b.id AND p.method = 'transfer' AND NOT EXISTS
  (SELECT 1 FROM payment_word w WHERE w.payment_id = p.id AND w.outcome = 'withdrawn')) THEN 'waiting' ELSE 'open' END
"""
_LISTED = f"INSERT INTO bill_list SELECT {_STATE}, b.due_on, b.number, b.id, b.payer_name, b.total_satang FROM bill b"
_PAID = "(SELECT p.bill_id FROM bill_payment p WHERE p.office_id = {row}.office_id AND p.id = {row}.payment_id)"
_VOIDED = """
(SELECT p.bill_id FROM payment_receipt l JOIN bill_payment p ON p.office_id = l.office_id AND p.id = l.payment_id
 WHERE l.receipt_id = {row}.receipt_id)
"""
_WHOSE = {
    "bill": "({row}.id)", "bill_cancelled": "({row}.bill_id)", "bill_payment": "({row}.bill_id)",
    "payment_word": _PAID, "payment_receipt": _PAID, "receipt_void": _VOIDED,
}  # fmt: skip
"""Which bills a fact is of."""
_TALLIED = "name = {row}.payer_name AND state = {row}.state"
_TALLIES = (
    f"""CREATE TRIGGER bill_list_new AFTER INSERT ON bill_list BEGIN
    INSERT INTO bill_payer SELECT new.payer_name, new.state, 0, 0
     WHERE NOT EXISTS (SELECT 1 FROM bill_payer WHERE {_TALLIED.format(row="new")});
    UPDATE bill_payer SET many = many + 1, satang = satang + new.total_satang
     WHERE {_TALLIED.format(row="new")}; END""",
    f"""CREATE TRIGGER bill_list_gone AFTER DELETE ON bill_list BEGIN
    UPDATE bill_payer SET many = many - 1, satang = satang - old.total_satang WHERE {_TALLIED.format(row="old")};
    DELETE FROM bill_payer WHERE {_TALLIED.format(row="old")} AND many = 0; END""",
)
_INDEXES = (
    "CREATE INDEX ix_desk_receipt_payer ON receipt (payer_name, issued_at)",
    "CREATE INDEX ix_desk_case_words ON citizen_case (found_by)",
    "CREATE INDEX ix_desk_reporter_words ON case_reporter (found_by, case_id)",
    "CREATE INDEX ix_desk_sheet_number ON print_run (ltrim(substr(label, instr(label, ' ') + 1), '0'))",
    "CREATE INDEX ix_desk_sheet_label ON print_run (label)",
)


def upgrade() -> None:
    _tables()
    for statement in _TALLIES:
        op.execute(statement)
    op.execute(_LISTED)
    for table, whose in _WHOSE.items():
        for told, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            bills = whose.format(row=row)
            op.execute(
                f"CREATE TRIGGER {table}_listed_{told.lower()} AFTER {told} ON {table} BEGIN"
                f" DELETE FROM bill_list WHERE bill_id IN {bills};"
                f" {_LISTED} WHERE b.office_id = {row}.office_id AND b.id IN {bills}; END"
            )
    for statement in _INDEXES:
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "bill_list",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bill_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("total_satang", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("state", "due_on", "number", "bill_id", name=op.f("pk_bill_list")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bill_payer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("many", sa.BigInteger(), nullable=False),
        sa.Column("satang", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "state", name=op.f("pk_bill_payer")),
        sqlite_with_rowid=False,
    )
    for column in ("bill_id", "payer_name", "number"):
        op.create_index(op.f(f"ix_bill_list_{column}"), "bill_list", [column])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
