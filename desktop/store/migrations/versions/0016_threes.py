"""Large stores have a second index of words, by runs of three characters, for words that few letters have.

It is filled while the desk runs, after all can be found, and only where there are very many letters.
"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_SIGNS = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())
_QUOTED = _SIGNS.replace("'", "''").replace('"', '""').replace(":", r"\:")


def upgrade() -> None:
    op.execute("CREATE TABLE letter_threes_upto (only INTEGER PRIMARY KEY CHECK (only = 1), upto INTEGER NOT NULL)")
    op.execute(
        f"""CREATE VIRTUAL TABLE letter_threes USING fts5(words, content='', contentless_delete=1, detail=none,
        tokenize="ascii tokenchars '{_QUOTED}'")"""
    )
    op.execute("CREATE TABLE letter_threes_common (three TEXT PRIMARY KEY, letters INTEGER NOT NULL) WITHOUT ROWID")


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
