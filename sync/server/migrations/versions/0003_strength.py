"""What the post at full strength keeps besides; one function for each concern."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _writing()
    _packs()
    _numbers()
    _recovery()
    _visibility()
    _desks()


def downgrade() -> None:
    _without_desks()
    _without_visibility()
    _without_recovery()
    _without_numbers()
    _without_packs()
    _without_writing()


# Writing: signatures of batches ---------------------------------------------------------------------------------


def _writing() -> None:
    op.add_column("mutation", sa.Column("signature", sa.LargeBinary(), nullable=True))
    op.add_column("device", sa.Column("signs", sa.Boolean(), server_default=sa.text("false"), nullable=False))


def _without_writing() -> None:
    op.drop_column("device", "signs")
    op.drop_column("mutation", "signature")


# Packs: snapshots of buckets ------------------------------------------------------------------------------------


def _packs() -> None: ...


def _without_packs() -> None: ...


# Numbers: books, registers, takeovers ---------------------------------------------------------------------------


def _numbers() -> None: ...


def _without_numbers() -> None: ...


# Recovery: quarantine, histories --------------------------------------------------------------------------------


def _recovery() -> None: ...


def _without_recovery() -> None: ...


# Visibility: who may see what -----------------------------------------------------------------------------------


def _visibility() -> None:
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
    )
    op.create_index(op.f("ix_classification_letter_id"), "classification", ["letter_id"], unique=False)
    events = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
    op.execute(f"CREATE TRIGGER post_office_only {events} ON classification EXECUTE FUNCTION post_office_only()")
    op.create_table(
        "secret_view",
        sa.Column("look", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("look", name=op.f("pk_secret_view")),
    )
    people = sa.ARRAY(sa.LargeBinary(length=16))
    for table in ("device", "enrolment_code"):
        op.add_column(table, sa.Column("kind", sa.Text(), nullable=False, server_default="counter"))
        op.add_column(table, sa.Column("people", people, nullable=False, server_default="{}"))


def _without_visibility() -> None:
    for table in ("device", "enrolment_code"):
        op.drop_column(table, "people")
        op.drop_column(table, "kind")
    op.drop_table("secret_view")
    op.drop_table("classification")
    op.drop_column("staff", "clearance")


# Desks: what they report of themselves --------------------------------------------------------------------------


TRAY_TABLES = ("letter_amendment", "letter_link", "letter_reference", "review")


def _desks() -> None:
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
    op.create_table(
        "desk_report",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("heard_at", sa.Text(), nullable=False),
        sa.Column("outbox", sa.Integer(), nullable=False),
        sa.Column("oldest", sa.Text(), nullable=True),
        sa.Column("blobs", sa.Integer(), nullable=False),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.Column("disk_free", sa.BigInteger(), nullable=True),
        sa.Column("clock_off_ms", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "device_id", name=op.f("pk_desk_report")),
    )
    for table in TRAY_TABLES:
        events = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
        op.execute(f"CREATE TRIGGER post_office_only {events} ON {table} EXECUTE FUNCTION post_office_only()")


def _without_desks() -> None:
    for table in ("desk_report", *reversed(TRAY_TABLES)):
        op.drop_table(table)
