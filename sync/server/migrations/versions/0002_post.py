"""The centre's own tables, and the guard before everything that only the post office may write."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GUARDED = (
    "blob_use",
    "bucket_state",
    "change",
    "endorsement",
    "lease",
    "letter",
    "letter_file",
    "mutation",
    "number_event",
    "office",
    "office_head",
    "receipt",
    "receipt_line",
    "receipt_print",
    "receipt_void",
    "routing",
    "staff",
    "unit",
)
EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
GUARD = """
CREATE FUNCTION post_office_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(pg_current_xact_id_if_assigned()::text, 'none')
       <> coalesce(current_setting('thesaban.writer', true), '') THEN
        RAISE EXCEPTION 'table % is written by the post office only', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END $$
"""
"""The mark must name this very transaction: `sync.server.writing` sets it."""


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offered_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "sha256", name=op.f("pk_blob")),
    )
    op.create_table(
        "blob_use",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "sha256", "entity", "row_id", name=op.f("pk_blob_use")),
    )
    op.create_table(
        "bucket_state",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("n_rows", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Numeric(precision=20, scale=0), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "bucket", name=op.f("pk_bucket_state")),
    )
    op.create_table(
        "change",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("oseq", sa.BigInteger(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("ver", sa.BigInteger(), nullable=False),
        sa.Column("tx_first", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "bucket", "entity", "row_id", name=op.f("pk_change")),
        sa.UniqueConstraint("office_id", "bucket", "oseq", name=op.f("uq_change_office_id_bucket_oseq")),
    )
    op.create_index(
        op.f("ix_change_office_id_entity_row_id"), "change", ["office_id", "entity", "row_id"], unique=False
    )
    op.create_table(
        "device",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("registers", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("audiences", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("last_mseq", sa.BigInteger(), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "device_id", name=op.f("pk_device")),
    )
    op.create_index(op.f("ix_device_device_id"), "device", ["device_id"], unique=False)
    op.create_table(
        "enrolment_code",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("registers", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("audiences", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "hash", name=op.f("pk_enrolment_code")),
    )
    op.create_table(
        "lease",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lease_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("book_no", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("leased_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "lease_id", name=op.f("pk_lease")),
        sa.UniqueConstraint(
            "office_id",
            "series",
            "year_be",
            "book_no",
            "epoch",
            name=op.f("uq_lease_office_id_series_year_be_book_no_epoch"),
        ),
    )
    op.create_index(op.f("ix_lease_office_id_device_id"), "lease", ["office_id", "device_id"], unique=False)
    op.create_index(
        "uq_lease_open_sequencer",
        "lease",
        ["office_id", "series", "year_be"],
        unique=True,
        postgresql_where=sa.text("book_no = 0 AND state = 'open'"),
    )
    op.create_table(
        "mutation",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mseq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mut_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("v", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("eff_oseq", sa.BigInteger(), nullable=False),
        sa.Column("accepted_at", sa.Text(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "device_id", "mseq", name=op.f("pk_mutation")),
    )
    op.create_index(
        "uq_mutation_office_id_mut_id",
        "mutation",
        ["office_id", "mut_id"],
        unique=True,
        postgresql_where=sa.text("NOT repeats"),
    )
    op.create_table(
        "office_gate",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office_gate")),
    )
    op.create_table(
        "office_head",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office_head")),
        postgresql_with={"fillfactor": 50},
    )
    op.create_table(
        "server_setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_server_setting")),
    )
    op.create_table(
        "signin_attempt",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("minute", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "login", "minute", name=op.f("pk_signin_attempt")),
    )
    op.create_table(
        "staff_password",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "staff_id", name=op.f("pk_staff_password")),
    )
    op.create_table(
        "token_seen",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "device_id", "at", name=op.f("pk_token_seen")),
    )
    op.execute(GUARD)
    for table in GUARDED:
        op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")


def downgrade() -> None:
    for table in GUARDED:
        op.execute(f"DROP TRIGGER post_office_only ON {table}")
    op.execute("DROP FUNCTION post_office_only()")
    op.drop_table("token_seen")
    op.drop_table("staff_password")
    op.drop_table("signin_attempt")
    op.drop_table("server_setting")
    op.drop_table("office_head")
    op.drop_table("office_gate")
    op.drop_index("uq_mutation_office_id_mut_id", table_name="mutation", postgresql_where=sa.text("NOT repeats"))
    op.drop_table("mutation")
    op.drop_index(
        "uq_lease_open_sequencer", table_name="lease", postgresql_where=sa.text("book_no = 0 AND state = 'open'")
    )
    op.drop_index(op.f("ix_lease_office_id_device_id"), table_name="lease")
    op.drop_table("lease")
    op.drop_table("enrolment_code")
    op.drop_index(op.f("ix_device_device_id"), table_name="device")
    op.drop_table("device")
    op.drop_index(op.f("ix_change_office_id_entity_row_id"), table_name="change")
    op.drop_table("change")
    op.drop_table("bucket_state")
    op.drop_table("blob_use")
    op.drop_table("blob")
