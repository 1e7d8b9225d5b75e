"""The rows of the rooms, as every desk has them too."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "endorsement",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("actor_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("acted_as", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_endorsement")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_endorsement_letter_id"), "endorsement", ["letter_id"], unique=False)
    op.create_table(
        "letter",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("year_be", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("from_party", sa.Text(), nullable=False),
        sa.Column("book_number", sa.Text(), nullable=False),
        sa.Column("book_number_key", sa.Text(), nullable=False),
        sa.Column("letter_date", sa.Text(), nullable=True),
        sa.Column("to_party", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("due_date", sa.Text(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("acted_at", sa.Text(), nullable=False),
        sa.Column("stamp_page", sa.BigInteger(), nullable=True),
        sa.Column("stamp_x", sa.BigInteger(), nullable=True),
        sa.Column("stamp_y", sa.BigInteger(), nullable=True),
        sa.Column("registered_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_due_date"), "letter", ["due_date"], unique=False)
    op.create_index(
        op.f("ix_letter_register_year_be_number"), "letter", ["register", "year_be", "number"], unique=False
    )
    op.create_index(op.f("ix_letter_status_year_be_number"), "letter", ["status", "year_be", "number"], unique=False)
    op.create_table(
        "letter_file",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("original_sha256", sa.Text(), nullable=True),
        sa.Column("original_media_type", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_file")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_letter_file_letter_id"), "letter_file", ["letter_id"], unique=False)
    op.create_table(
        "number_event",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mseq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "series", "year_be", "n", name=op.f("pk_number_event")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("name_th", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("address_th", sa.Text(), nullable=False),
        sa.Column("province_th", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("tax_id", sa.Text(), nullable=True),
        sa.Column("book_prefix", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_office")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("fiscal_year_be", sa.BigInteger(), nullable=False),
        sa.Column("book_no", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("payer_address", sa.Text(), nullable=True),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("total_satang", sa.BigInteger(), nullable=False),
        sa.Column("baht_text", sa.Text(), nullable=False),
        sa.Column("tendered_satang", sa.BigInteger(), nullable=True),
        sa.Column("cashier_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("cashier_name", sa.Text(), nullable=False),
        sa.Column("cashier_position", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mseq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_receipt")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_receipt_fiscal_year_be_number"), "receipt", ["fiscal_year_be", "number"], unique=False)
    op.create_index(op.f("ix_receipt_issued_at"), "receipt", ["issued_at"], unique=False)
    op.create_table(
        "receipt_line",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.BigInteger(), nullable=False),
        sa.Column("fee_code", sa.Text(), nullable=False),
        sa.Column("fee_version", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("unit_price_satang", sa.BigInteger(), nullable=False),
        sa.Column("amount_satang", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_receipt_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_receipt_line_receipt_id"), "receipt_line", ["receipt_id"], unique=False)
    op.create_table(
        "receipt_print",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("time", sa.BigInteger(), nullable=False),
        sa.Column("printed_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("printed_by_name", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_receipt_print")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_receipt_print_receipt_id"), "receipt_print", ["receipt_id"], unique=False)
    op.create_table(
        "receipt_void",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("voided_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("voided_by_name", sa.Text(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_receipt_void")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_receipt_void_receipt_id"), "receipt_void", ["receipt_id"], unique=False)
    op.create_table(
        "routing",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("unit_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("due_date", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sent_at", sa.Text(), nullable=False),
        sa.Column("received_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("received_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_routing")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_routing_letter_id"), "routing", ["letter_id"], unique=False)
    op.create_index(op.f("ix_routing_unit_id_state"), "routing", ["unit_id", "state"], unique=False)
    op.create_table(
        "staff",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name_th", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position_th", sa.Text(), nullable=False),
        sa.Column("position_en", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_staff")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unit",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_th", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("short_th", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_unit")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("unit")
    op.drop_table("staff")
    op.drop_index(op.f("ix_routing_unit_id_state"), table_name="routing")
    op.drop_index(op.f("ix_routing_letter_id"), table_name="routing")
    op.drop_table("routing")
    op.drop_index(op.f("ix_receipt_void_receipt_id"), table_name="receipt_void")
    op.drop_table("receipt_void")
    op.drop_index(op.f("ix_receipt_print_receipt_id"), table_name="receipt_print")
    op.drop_table("receipt_print")
    op.drop_index(op.f("ix_receipt_line_receipt_id"), table_name="receipt_line")
    op.drop_table("receipt_line")
    op.drop_index(op.f("ix_receipt_issued_at"), table_name="receipt")
    op.drop_index(op.f("ix_receipt_fiscal_year_be_number"), table_name="receipt")
    op.drop_table("receipt")
    op.drop_table("office")
    op.drop_table("number_event")
    op.drop_index(op.f("ix_letter_file_letter_id"), table_name="letter_file")
    op.drop_table("letter_file")
    op.drop_index(op.f("ix_letter_status_year_be_number"), table_name="letter")
    op.drop_index(op.f("ix_letter_register_year_be_number"), table_name="letter")
    op.drop_index(op.f("ix_letter_due_date"), table_name="letter")
    op.drop_table("letter")
    op.drop_index(op.f("ix_endorsement_letter_id"), table_name="endorsement")
    op.drop_table("endorsement")
