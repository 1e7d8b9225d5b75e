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


def _writing() -> None: ...


def _without_writing() -> None: ...


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


def _desks() -> None: ...


def _without_desks() -> None: ...
