"""The mark that a transaction carries while the post office writes; triggers refuse guarded writes without it.

The mark is the transaction's own number, so that it ends with the transaction and a forgotten setting opens nothing.
"""

from sqlalchemy import Connection, text

from sync.server.refusal import Refusal

_MARK = text("SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)")
_GATE = text("""
SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)
FROM office_gate WHERE office_id = :office_id FOR UPDATE
""")


def mark(connection: Connection) -> None:
    """Lets this transaction write guarded tables; only the post office and the opening of an office ask for it."""
    connection.execute(_MARK)


def open_gate(connection: Connection, office_id: int) -> None:
    """Makes this transaction the office's only writer until it ends; `office_unknown` when there is no such office.

    Mutations read rows, decide and count versions up: with two of them at once on one office an update would be lost.
    The order of the feed does not rest on this lock but on the counter (`feed.publish`).
    """
    if connection.execute(_GATE, {"office_id": office_id}).first() is None:
        raise Refusal(404, "office_unknown")
