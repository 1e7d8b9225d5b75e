"""Batches of which nothing waits any more leave the disk: rows, edits, small pictures, pages that no other row names.

A finished batch goes once every file of its letters was read back whole; what was put away goes after `KEPT`, and so
does a batch to which no page came. The rows go, and the files are noted, in one transaction; the bytes follow by
`store.erasure`, which spares what a letter, an arrival or another batch names: the scans that a letter keeps stay.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.capture.batch import KEPT
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)

SETTLED = timedelta(hours=1)
"""Who registered the last letter of a stack may still be looking at it."""
_OVER = """
SELECT b.id FROM batch b WHERE (b.state = 'finished' AND b.state_at < ?1) OR (b.state_at < ?2 AND (
    b.state = 'put_away' OR NOT EXISTS (SELECT 1 FROM batch_page p WHERE p.batch_id = b.id)))
"""
_THIS = f"SELECT 1 FROM ({_OVER}) WHERE id = ?3"
_LETTERS = "SELECT DISTINCT letter_id FROM batch_page WHERE batch_id = ? AND letter_id IS NOT NULL AND sha256 <> ''"
"""Pages of a letter that left this desk left with it, and are empty."""
_FILES = """
SELECT sha256, original_sha256 FROM letter_file
WHERE office_id = (SELECT office_id FROM device) AND letter_id = ? ORDER BY id
"""
_DOOM = """
INSERT OR IGNORE INTO blob_erasure
SELECT sha256 FROM batch_page WHERE batch_id = ?1 AND sha256 <> ''
UNION SELECT original_sha256 FROM batch_page WHERE batch_id = ?1 AND original_sha256 IS NOT NULL
UNION SELECT sha256 FROM batch_built WHERE batch_id = ?1
"""
_FORGET = (
    *(
        f"DELETE FROM {table} WHERE batch_id = ?"
        for table in ("batch_thumb", "batch_edit", "batch_built", "batch_page")
    ),
    "DELETE FROM batch WHERE id = ?",
)


def sweep(desk: Desk) -> int:
    """Lets go of what is over, and returns how many batches that were; reads whole files, so belongs in the background.

    A batch whose letters' files are not all here and whole stays, and is looked at again the next time.
    """
    if not desk.enrolled:
        return 0
    over = [batch_id for (batch_id,) in desk.reader.rows(_OVER, _moments(desk.clock.now()))]
    swept = sum(_is_kept(desk, batch_id) and _let_go(desk, batch_id) for batch_id in over)
    erase_files(desk)
    return swept


def _moments(now: datetime) -> tuple[str, str]:
    return utc_text(now - SETTLED), utc_text(now - KEPT)


def _is_kept(desk: Desk, batch_id: Id) -> bool:
    """Whether the letters that were made of it lie on this disk, proven by reading them."""
    for (letter_id,) in desk.reader.rows(_LETTERS, (batch_id,)):
        files = list(_files(desk, letter_id))
        try:
            if not files or not all(_is_whole(desk, sha256) for sha256 in files):
                return False
        except OfficeError as error:
            log.info("a batch stays: %s", error.code)
            return False
    return True


def _files(desk: Desk, letter_id: Id) -> Iterator[str]:
    for names in desk.reader.rows(_FILES, (letter_id,)):
        yield from filter(None, names)


def _is_whole(desk: Desk, sha256: str) -> bool:
    digest = hashlib.sha256()
    for chunk in desk.blobs.chunks(sha256):
        digest.update(chunk)
    return digest.hexdigest() == sha256


def _let_go(desk: Desk, batch_id: Id) -> bool:
    def act(unit: "UnitOfWork") -> bool:
        if unit.connection.exec_driver_sql(_THIS, (*_moments(unit.now), batch_id)).first() is None:
            return False  # somebody took it up meanwhile
        for statement in (_DOOM, *_FORGET):
            unit.connection.exec_driver_sql(statement, (batch_id,))
        unit.changed("batch", batch_id)
        return True

    return desk.write(act, pulled=True)
