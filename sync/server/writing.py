"""The mark that a transaction carries while the post office writes; triggers refuse guarded writes without it.

The mark is the transaction's own number, so that it ends with the transaction and a forgotten setting opens nothing.
"""

from sqlalchemy import Connection

from sync.server.refusal import Refusal
from sync.server.straight import Statement

_MARK = Statement("SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)")
_GATE = Statement("""
SELECT set_config('thesaban.writer', pg_current_xact_id()::text, true)
FROM office_gate WHERE office_id = :office_id FOR UPDATE
""")


def mark(connection: Connection) -> None:
    """Lets this transaction write guarded tables; only the post office and the opening of an office ask for it."""
    _MARK.run(connection)


def open_gate(connection: Connection, office_id: int) -> None:
    """Makes this transaction the office's only writer until it ends; `office_unknown` when there is no such office.

    Mutations read rows, decide and count versions up: with two of them at once on one office an update would be lost.
    The order of the feed does not rest on this lock but on the counter (`feed.publish`).
    """
    if _GATE.row(connection, office_id=office_id) is None:
        raise Refusal(404, "office_unknown")
