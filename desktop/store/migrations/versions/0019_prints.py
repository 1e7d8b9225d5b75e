"""The same page is known again: letters with text of their pages are indexed once more, now with prints of them."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO letter_due (row_id) SELECT DISTINCT letter_id FROM letter_page_text WHERE page = 0")


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""
