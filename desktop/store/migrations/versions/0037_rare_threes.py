"""Which threes of names are common is known from a sample, so that a search asks the index for the rare ones."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_SAMPLE = 32
_SAID = """
SELECT DISTINCT {doc} AS doc, substr(said, n, 3) AS three FROM ({texts}), name_sign
WHERE n < length(said) - 1 AND instr(substr(said, n, 3), ' ') = 0
"""
_TEXT = "(SELECT t.text FROM name_text t WHERE t.source = {row}.source AND t.key = {row}.key)"
_THERE = f"SELECT d.doc, {_TEXT.format(row='d')} AS said FROM name_doc d WHERE d.doc % {_SAMPLE} = 0"
_NEW = _SAID.format(doc="new.doc", texts=f"SELECT {_TEXT.format(row='new')} AS said")


def upgrade() -> None:
    op.create_table(
        "name_common",
        sa.Column("three", sa.Text(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("three", name=op.f("pk_name_common")),
        sqlite_with_rowid=False,
    )
    op.execute(
        f"INSERT INTO name_common SELECT three, count(*) FROM ({_SAID.format(doc='doc', texts=_THERE)}) GROUP BY three"
    )
    op.execute(
        f"""CREATE TRIGGER name_common_new AFTER INSERT ON name_doc WHEN new.doc % {_SAMPLE} = 0 BEGIN
        INSERT INTO name_common SELECT three, 0 FROM ({_NEW}) s
         WHERE NOT EXISTS (SELECT 1 FROM name_common c WHERE c.three = s.three);
        UPDATE name_common SET many = many + 1 WHERE three IN (SELECT three FROM ({_NEW})); END"""
    )


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
