"""Counters with years of receipts again: what is found by names is indexed, what lists add up and leave out is kept.

Words that are there already are noted as due, and indexed while the desk runs.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_SIGNS = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())
"""Parts of words like any letter; beyond ASCII every character is."""
_QUOTED = _SIGNS.replace("'", "''").replace('"', '""').replace(":", r"\:")
_LONGEST = 4_000
"""Signs of a text that are indexed: triggers count them by a table, for they can't count by themselves."""
_COUNTED = f"""
WITH RECURSIVE one (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < {_LONGEST})
INSERT INTO name_sign SELECT n FROM one
"""
_HERE = "office_id = (SELECT office_id FROM device)"
_TEXT = f"""
CREATE VIEW name_text (source, key, text) AS
SELECT 1, id, words FROM person WHERE {_HERE} UNION ALL SELECT 2, id, words FROM house WHERE {_HERE} UNION ALL
SELECT 3, c.id, c.found_by || coalesce(
 (SELECT ' ' || group_concat(r.found_by, ' ') FROM case_reporter r WHERE r.case_id = c.id), '')
FROM citizen_case c WHERE c.{_HERE} UNION ALL
SELECT 4, p.name, p.name FROM bill_payer p WHERE p.state = (SELECT min(state) FROM bill_payer o WHERE o.name = p.name)
"""
_RUNS = """
(SELECT group_concat(substr(said, n, 2) || ' ' || substr(said, n, 3), ' ')
 FROM (SELECT replace(t.text, ' ', char(57344)) || char(57344) AS said), name_sign WHERE n < length(said))
"""
"""Another sign stands for blanks, and behind the last: nothing is found across a gap, and one sign begins a pair."""
_THIS = "source = old.source AND key = old.key"
_DOC = "(SELECT max(doc) FROM name_doc WHERE doc BETWEEN old.source << 40 AND (old.source + 1 << 40) - 1)"
_INDEXED = f"""
CREATE TRIGGER name_due_done AFTER DELETE ON name_due BEGIN
 DELETE FROM name_words WHERE rowid = (SELECT doc FROM name_doc WHERE {_THIS});
 DELETE FROM name_doc WHERE {_THIS} AND NOT EXISTS (SELECT 1 FROM name_text WHERE {_THIS});
 INSERT INTO name_doc (doc, source, key) SELECT coalesce({_DOC} + 1, old.source << 40), old.source, old.key
  WHERE EXISTS (SELECT 1 FROM name_text WHERE {_THIS}) AND NOT EXISTS (SELECT 1 FROM name_doc WHERE {_THIS});
 INSERT INTO name_words (rowid, words) SELECT (SELECT doc FROM name_doc WHERE {_THIS}), {_RUNS}
  FROM name_text t WHERE t.source = old.source AND t.key = old.key;
END
"""
"""Who takes a note away has its row indexed as it is now. Entries of one source lie together."""
_NAMED = (
    ("person", 1, "id", "words"), ("house", 2, "id", "words"), ("citizen_case", 3, "id", "found_by"),
    ("case_reporter", 3, "case_id", "found_by"), ("bill_payer", 4, "name", "name"),
)  # fmt: skip
_STANDS = {
    "new": "WHEN NOT EXISTS (SELECT 1 FROM name_doc WHERE source = 4 AND key = new.name)",
    "old": "WHEN NOT EXISTS (SELECT 1 FROM bill_payer WHERE name = old.name)",
}
"""A payer's name stands once for each state that bills of it are in."""
_DUE_DAYS = (
    """CREATE TRIGGER bill_due_new AFTER INSERT ON bill_list BEGIN
    INSERT INTO bill_due SELECT new.state, new.due_on, 0, 0
     WHERE NOT EXISTS (SELECT 1 FROM bill_due WHERE state = new.state AND due_on = new.due_on);
    UPDATE bill_due SET many = many + 1, satang = satang + new.total_satang
     WHERE state = new.state AND due_on = new.due_on; END""",
    """CREATE TRIGGER bill_due_gone AFTER DELETE ON bill_list BEGIN
    UPDATE bill_due SET many = many - 1, satang = satang - old.total_satang
     WHERE state = old.state AND due_on = old.due_on;
    DELETE FROM bill_due WHERE state = old.state AND due_on = old.due_on AND many = 0; END""",
)

_STANDING = """
INSERT INTO shift_under_way
SELECT s.id, EXISTS (SELECT 1 FROM shift_close c WHERE c.shift_id = s.id) FROM shift s WHERE NOT EXISTS
 (SELECT 1 FROM money_day_slip d JOIN shift_close c ON c.shift_id = d.shift_id WHERE d.shift_id = s.id)
"""
_OF_SHIFT = {"shift": "id", "shift_close": "shift_id", "money_day_slip": "shift_id"}
_EDGES = """
INSERT INTO shift_edge SELECT device_id, mseq, sum(balance) FROM (
 SELECT device_id, after_mseq AS mseq, 1 AS balance FROM shift_span UNION ALL
 SELECT device_id, up_to_mseq, -1 FROM shift_span) GROUP BY 1, 2 HAVING sum(balance) <> 0
"""
_EDGE = """
INSERT INTO shift_edge SELECT {row}.device_id, {row}.{at}, 0 WHERE NOT EXISTS
 (SELECT 1 FROM shift_edge WHERE device_id = {row}.device_id AND mseq = {row}.{at});
UPDATE shift_edge SET balance = balance + {by} WHERE device_id = {row}.device_id AND mseq = {row}.{at};
DELETE FROM shift_edge WHERE device_id = {row}.device_id AND mseq = {row}.{at} AND balance = 0;
"""
_COMES = _EDGE.format(row="new", at="after_mseq", by=1) + _EDGE.format(row="new", at="up_to_mseq", by=-1)
_GOES = _EDGE.format(row="old", at="after_mseq", by=-1) + _EDGE.format(row="old", at="up_to_mseq", by=1)
_SPANS = (
    f"CREATE TRIGGER shift_span_edge_new AFTER INSERT ON shift_span BEGIN {_COMES} END",
    f"CREATE TRIGGER shift_span_edge_again AFTER UPDATE ON shift_span BEGIN {_GOES} {_COMES} END",
    f"CREATE TRIGGER shift_span_edge_gone AFTER DELETE ON shift_span BEGIN {_GOES} END",
)
_OF_DAY = "device_id = {row}.device_id AND day = date({row}.issued_at, '+7 hours')"
_RECEIPT_DAYS = (
    """INSERT INTO receipt_day SELECT device_id, date(issued_at, '+7 hours'), count(*) FROM receipt
    WHERE issued_at >= (SELECT date(max(issued_at), '-40 days') FROM receipt)
     AND device_id = (SELECT device_id FROM device) GROUP BY 1, 2""",
    f"""CREATE TRIGGER receipt_day_new AFTER INSERT ON receipt
    WHEN new.device_id = (SELECT device_id FROM device) BEGIN
    INSERT INTO receipt_day SELECT new.device_id, date(new.issued_at, '+7 hours'), 0
     WHERE NOT EXISTS (SELECT 1 FROM receipt_day WHERE {_OF_DAY.format(row="new")});
    UPDATE receipt_day SET many = many + 1 WHERE {_OF_DAY.format(row="new")}; END""",
    f"""CREATE TRIGGER receipt_day_gone AFTER DELETE ON receipt BEGIN
    UPDATE receipt_day SET many = many - 1 WHERE {_OF_DAY.format(row="old")};
    DELETE FROM receipt_day WHERE {_OF_DAY.format(row="old")} AND many <= 0; END""",
)


def upgrade() -> None:
    _tables()
    for statement in (
        f"""CREATE VIRTUAL TABLE name_words USING fts5(words, content='', contentless_delete=1, detail=none,
        tokenize="ascii tokenchars '{_QUOTED}'")""",
        _COUNTED,
        _TEXT,
        "INSERT INTO name_due (source, key) SELECT source, key FROM name_text",
        _INDEXED,
        "INSERT INTO bill_due SELECT state, due_on, count(*), sum(total_satang) FROM bill_list GROUP BY 1, 2",
        *_DUE_DAYS,
        _STANDING,
        _EDGES,
        *_SPANS,
        *_RECEIPT_DAYS,
        "CREATE INDEX ix_desk_shift_begun ON shift (device_id, after_mseq)",
        "DROP INDEX ix_desk_case_words",
        "DROP INDEX ix_desk_reporter_words",
    ):
        op.execute(statement)
    for table, source, key, column in _NAMED:
        for told, row in ((f"INSERT ON {table}", "new"), (f"DELETE ON {table}", "old")):
            _notes(f"{table}_named_{row}", told, source, f"{row}.{key}", _STANDS[row] if table == "bill_payer" else "")
        if key != column:
            changed = f"UPDATE OF {key}, {column} ON {table}"
            _notes(f"{table}_named_again", changed, source, f"new.{key}", f"WHEN old.{column} IS NOT new.{column}")
    for table, key in _OF_SHIFT.items():
        for told, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            op.execute(
                f"CREATE TRIGGER {table}_under_way_{told.lower()} AFTER {told} ON {table} BEGIN"
                f" DELETE FROM shift_under_way WHERE shift_id = {row}.{key};"
                f" {_STANDING} AND s.office_id = {row}.office_id AND s.id = {row}.{key}; END"
            )


def _notes(name: str, told: str, source: int, key: str, when: str) -> None:
    """The row is due, and indexed at once."""
    op.execute(
        f"CREATE TRIGGER {name} AFTER {told} {when} BEGIN"
        f" INSERT INTO name_due (source, key) SELECT {source}, {key}"
        f"  WHERE NOT EXISTS (SELECT 1 FROM name_due WHERE source = {source} AND key = {key});"
        f" DELETE FROM name_due WHERE source = {source} AND key = {key}; END"
    )


def _tables() -> None:
    for name, *doc in (("name_due",), ("name_doc", sa.Column("doc", sa.Integer(), primary_key=True))):
        key = sa.PrimaryKeyConstraint if not doc else sa.UniqueConstraint
        op.create_table(
            name,
            *doc,
            sa.Column("source", sa.Integer(), nullable=False),
            sa.Column("key", sa.LargeBinary(), nullable=False),
            key("source", "key", name=op.f(f"pk_{name}" if not doc else f"uq_{name}_source_key")),
            sqlite_with_rowid=bool(doc),
        )
    op.create_table("name_sign", sa.Column("n", sa.Integer(), primary_key=True))
    op.create_table(
        "bill_due",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("many", sa.BigInteger(), nullable=False),
        sa.Column("satang", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("state", "due_on", name=op.f("pk_bill_due")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift_under_way",
        sa.Column("shift_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shift_id", name=op.f("pk_shift_under_way")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift_edge",
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mseq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("balance", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "mseq", name=op.f("pk_shift_edge")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt_day",
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("many", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "day", name=op.f("pk_receipt_day")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
