"""What the post at full strength keeps besides; one function for each concern."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

EVENTS = "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"


def upgrade() -> None:
    _writing()
    _packs()
    _numbers()
    _recovery()
    _visibility()
    _desks()
    _row_security()


def downgrade() -> None:
    _without_row_security()
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


def _numbers() -> None:
    """The control register takes the place of the leases, whose rows go into it."""
    _book_tables()
    for table in ("number_book", "number_span", "letter_tag"):
        op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON {table} EXECUTE FUNCTION post_office_only()")
    op.execute("SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)")
    op.execute("""
        INSERT INTO number_book
        SELECT l.office_id, l.lease_id, 1, l.series, l.year_be, l.book_no, l.epoch, l.lo, l.hi, l.device_id,
               coalesce(nullif(d.counter, ''), d.name, ''), CASE l.state WHEN 'open' THEN 'leased' ELSE l.state END,
               l.valid_to, l.leased_at, NULL
        FROM lease l LEFT JOIN device d ON d.office_id = l.office_id AND d.device_id = l.device_id
    """)
    op.drop_table("lease")


def _book_tables() -> None:
    op.create_table(
        "number_book",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.BigInteger(), nullable=False),
        sa.Column("book_no", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("leased_at", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_number_book")),
        sa.UniqueConstraint(
            "office_id",
            "series",
            "year_be",
            "book_no",
            "epoch",
            name=op.f("uq_number_book_office_id_series_year_be_book_no_epoch"),
        ),
    )
    op.create_index(op.f("ix_number_book_series_year_be_lo"), "number_book", ["series", "year_be", "lo"])
    op.create_table(
        "number_span",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("book_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year_be", sa.BigInteger(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_number_span")),
    )
    op.create_index(op.f("ix_number_span_series_year_be_lo"), "number_span", ["series", "year_be", "lo"])
    op.create_table(
        "letter_tag",
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("numbered_at", sa.Text(), nullable=True),
        sa.Column("stamped_at", sa.Text(), nullable=True),
        sa.Column("stamped_by_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_letter_tag")),
    )
    op.create_index(op.f("ix_letter_tag_letter_id"), "letter_tag", ["letter_id"])


def _without_numbers() -> None:
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
    op.create_index(op.f("ix_lease_office_id_device_id"), "lease", ["office_id", "device_id"])
    op.create_index(
        "uq_lease_open_sequencer",
        "lease",
        ["office_id", "series", "year_be"],
        unique=True,
        postgresql_where=sa.text("book_no = 0 AND state = 'open'"),
    )
    op.execute("""
        INSERT INTO lease
        SELECT office_id, id, series, year_be, book_no, epoch, lo, hi, device_id,
               CASE state WHEN 'leased' THEN 'open' ELSE 'exhausted' END, valid_to, leased_at
        FROM number_book
    """)
    op.execute(f"CREATE TRIGGER post_office_only {EVENTS} ON lease EXECUTE FUNCTION post_office_only()")
    op.drop_table("letter_tag")
    op.drop_table("number_span")
    op.drop_table("number_book")


def _recovery() -> None:
    op.execute(
        "ALTER TABLE device ADD watchword bytea NOT NULL DEFAULT '', ADD announced bytea NOT NULL DEFAULT '',"
        " ADD former bytea[] NOT NULL DEFAULT '{}', ADD revoked_at text; ALTER TABLE enrolment_code ADD succeeds bytea;"
        " UPDATE device SET announced = (SELECT value FROM server_setting WHERE name = 'feed_epoch'); CREATE TABLE"
        " quarantine (office_id bigint, device_id bytea, mseq bigint, hash bytea, act bytea NOT NULL, came_at text NOT"
        " NULL, state text NOT NULL, CONSTRAINT pk_quarantine PRIMARY KEY (office_id, device_id, mseq, hash))"
    )


def _without_recovery() -> None:
    op.execute("DROP TABLE quarantine; ALTER TABLE enrolment_code DROP succeeds")
    op.execute("ALTER TABLE device DROP watchword, DROP announced, DROP former, DROP revoked_at")


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
    op.create_index(op.f("ix_review_paper_id"), "review", ["paper_id"], unique=False)
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


# Row security: below every query ---------------------------------------------------------------------------------

SCOPE = """
CREATE FUNCTION reading_office() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN current_setting('thesaban.office', true) ~ '^[0-9]+$'
                THEN current_setting('thesaban.office', true)::bigint
                WHEN current_user = 'thesaban_reader' THEN -1 END
$$;
CREATE FUNCTION reading_buckets() RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN reading_office() IS NOT NULL
                THEN string_to_array(coalesce(current_setting('thesaban.buckets', true), ''), chr(10)) END
$$;
CREATE FUNCTION bypasses_rows() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user
$$
"""
"""Whom a transaction reads for; NULL for the post office, which writes for all. Who reads for nobody sees nothing.

Asked once a query: the policies call them in sub-selects.
"""
OF_OFFICE = "((SELECT reading_office()) IS NULL OR office_id = (SELECT reading_office()))"
OF_BUCKET = "((SELECT reading_buckets()) IS NULL OR bucket = ANY ((SELECT reading_buckets())::text[]))"
FEED = ("bucket_state", "change")
BESIDE = ("blob", "blob_use", "office_head")
TRAVELLING = """
SELECT table_name FROM information_schema.columns
WHERE table_schema = current_schema() AND column_name IN ('office_id', 'id', 'ver')
GROUP BY table_name HAVING count(*) = 3
"""


def _row_security() -> None:
    for function in SCOPE.split(";\n"):
        op.execute(function)
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    for table, condition in _protected().items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON {table} USING ({condition})")
        if reader:
            op.execute(f"GRANT SELECT ON {table} TO thesaban_reader")


def _without_row_security() -> None:
    reader = op.get_bind().scalar(sa.text("SELECT to_regrole('thesaban_reader') IS NOT NULL"))
    for table in _protected():
        if reader:
            op.execute(f"REVOKE SELECT ON {table} FROM thesaban_reader")
        op.execute(f"DROP POLICY in_scope ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    for function in ("bypasses_rows", "reading_buckets", "reading_office"):
        op.execute(f"DROP FUNCTION {function}")


def _protected() -> dict[str, str]:
    """Table -> who sees a row: all that travel, and what the feed and the files are found by."""
    rows = op.get_bind().scalars(sa.text(TRAVELLING)).all()
    return dict.fromkeys((*rows, *BESIDE), OF_OFFICE) | dict.fromkeys(FEED, f"{OF_OFFICE} AND {OF_BUCKET}")
