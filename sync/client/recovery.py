"""What a desk does when the centre holds something against it: nothing is lost, and nothing is guessed."""

import logging
from functools import partial

from msgspec.structs import replace
from sqlalchemy import Connection

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store import notes, outbox
from desktop.store.desk import Desk
from desktop.store.outbox import Posted
from desktop.store.reader import Reader
from desktop.store.succession import leave_books
from desktop.store.unit_of_work import UnitOfWork
from sync.client import batches
from sync.client.centre import Centre
from sync.wire.messages import Holding

log = logging.getLogger(__name__)

TROUBLES = {
    "device_forked": "post.desk_copied",
    "expected_mseq": "post.centre_restored",
    "device_unknown": "post.desk_unknown",
    "device_revoked": "post.desk_revoked",
    "device_mismatch": "post.desk_unknown",
    "signature_bad": "post.desk_unknown",
    "upgrade_required": "post.upgrade_required",
}
RESTORED = "post.desk_restored"
WAY_ON = frozenset({"post.desk_copied", "post.desk_revoked", "post.desk_unknown", RESTORED})
"""Troubles out of which a desk comes by being enrolled anew."""
_BOOKS_END = frozenset({"post.desk_copied", "post.desk_revoked"})
"""Somebody else has the same books, or they were withdrawn: no number is taken from them any more."""
_DEPOSIT = 200

_LEASES = """
SELECT lease_id, series, year_be, book_no, epoch, lo, hi, next, valid_to, holder IS NOT ? FROM lease
WHERE closed_at IS NULL
"""
_LEAVE_ONE = "UPDATE lease SET holder = zeroblob(16) WHERE lease_id = ?"
_WAITING = """
SELECT mseq, mut_id, type, v, user_id, at, body, prev_hash, hash FROM outbox
WHERE state = 'pending' AND mseq > ? ORDER BY mseq LIMIT ?
"""


def must_be_itself(desk: Desk) -> None:
    """OfficeError `post.desk_restored` when this store was put back from a backup: it may not speak as it was."""
    if desk.trouble == RESTORED:
        raise OfficeError(RESTORED)


def told(desk: Desk, error: OfficeError, centre: Centre | None = None) -> OfficeError:
    """The centre's refusal as the clerk hears it; what ends this desk is written down, and its books with it.

    A desk that was withdrawn leaves what it has not sent at the centre, for a person.
    """
    code = TROUBLES.get(str(error.subject.get("problem", "")))
    if code is None:
        return error
    if code in WAY_ON and desk.trouble != code:
        desk.write(lambda unit: _note_trouble(unit.connection, code), pulled=True)
    if code == "post.desk_revoked" and centre is not None:
        try:
            deposit(desk, centre)
        except OfficeError as failed:
            log.info("the work was not left at the centre: %s", failed.code)
    return OfficeError(code)


def _note_trouble(connection: Connection, code: str) -> None:
    notes.put(connection, notes.TROUBLE, code.encode())
    if code in _BOOKS_END:
        leave_books(connection)


def forgiven(desk: Desk) -> None:
    """The centre speaks with this desk: whatever was held against it is over."""
    if desk.trouble:
        desk.settle(notes.DROP, (notes.TROUBLE,))


def feeds_again(desk: Desk, error: OfficeError) -> int | None:
    """After a restore of the centre: from which act on all is sent again; None when this error is another.

    None too when an act that the centre wants is no longer here: then only a person can help.
    """
    data = error.subject.get("data")
    if error.subject.get("problem") != "expected_mseq" or not isinstance(data, dict):
        return None
    first = data.get("expected")
    if not isinstance(first, int):
        return None

    def act(unit: UnitOfWork) -> int | None:
        notes.drop(unit.connection, notes.ANNOUNCED)
        return outbox.feed_again(unit.connection, first)

    count = desk.write(act, pulled=True)
    log.info("the centre was restored: %s acts are sent again from %d on", count, first)
    return first if count else None


def holdings(reader: Reader, device_id: Id, feed_epoch: bytes) -> tuple[Holding, ...] | None:
    """Every book of this desk, when the centre of this epoch was not told yet."""
    if notes.read(reader, notes.ANNOUNCED) == feed_epoch:
        return None
    return tuple(replace(Holding(*row[:9]), former=bool(row[9])) for row in reader.rows(_LEASES, (device_id,)))


def announced(connection: Connection, feed_epoch: bytes, disputed: tuple[str, ...]) -> None:
    """The centre was told the books; those that it disputes are not used any more."""
    notes.put(connection, notes.ANNOUNCED, feed_epoch)
    for lease_id in disputed:
        connection.exec_driver_sql(
            "UPDATE lease SET holder = zeroblob(16) WHERE lease_id = ?", (bytes.fromhex(lease_id),)
        )


def deposit(desk: Desk, centre: Centre) -> int:
    """Leaves the facts that wait here at a centre that has withdrawn this desk; returns how many it keeps for a person.

    All of it stays here as well. OfficeError when the line fails; what was left already is not left again.
    """
    kept = 0
    while True:
        after = int(notes.read(desk.reader, notes.DEPOSITED) or b"0")
        acts = batches.batch(Posted(*row) for row in desk.reader.rows(_WAITING, (after, _DEPOSIT)))
        if not acts:
            return kept
        kept += len(centre.deposit(tuple(acts)).kept)
        desk.write(partial(_note_deposit, acts[-1].mseq, kept), pulled=True)


def _note_deposit(last: int, kept: int, unit: UnitOfWork) -> None:
    if notes.held(unit.connection, notes.DEPOSITED) is None:
        unit.tell_attention("recovery.work_left", {"acts": kept})
    notes.put(unit.connection, notes.DEPOSITED, str(last).encode())
