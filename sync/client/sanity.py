"""Whether an answer can be a centre's at all: found out before a word of it touches the desk's store.

Types are msgspec's affair; here are sizes, ranges and shapes. Names of entities and columns that this desk does not
know are left alone: they are skipped where rows are written, and never become SQL.
"""

import math
from collections.abc import Iterable
from typing import Any

from desktop.office.errors import OfficeError
from desktop.office.proof import DIGEST_MODULUS
from sync.wire.messages import EntityRows, Lease, SyncRequest, SyncResponse

_BIGINT = (1 << 63) - 1
_ID = 16
_PLAIN = (type(None), str, bytes, bool)


def check(request: SyncRequest, answer: SyncResponse) -> None:
    """OfficeError `post.not_the_centre` for an answer that no centre gives."""
    asked = {act.mseq for act in request.mutations}
    good = (
        0 < len(answer.feed_epoch) <= 64
        and _are_positions((answer.upto, answer.head, answer.durable_through))
        and all(result.mseq in asked for result in answer.results)
        and _are_positions(result.eff_oseq for result in answer.results)
        and all(len(entry.row_id) == _ID for entry in answer.entries)
        and _are_positions(figure for entry in answer.entries for figure in (entry.oseq, entry.ver))
        and all(0 <= one.digest < DIGEST_MODULUS and 0 <= one.n_rows <= _BIGINT for one in answer.digests.values())
        and all(map(_is_lease, answer.leases))
        and all(len(signer) == _ID for signer in answer.signers or ())
    )
    if not good:
        raise OfficeError("post.not_the_centre")
    for part in answer.rows:
        check_rows(part)


def check_rows(part: EntityRows) -> None:
    """OfficeError `post.not_the_centre` unless the rows fit their columns and hold what a store can hold."""
    names, width = part.columns, len(part.columns)
    if len(set(names)) != width or "ver" not in names or "id" not in names:
        raise OfficeError("post.not_the_centre")
    place, version = names.index("id"), names.index("ver")
    for row in part.rows:
        if len(row) != width or not _is_id(row[place]) or not _is_version(row[version]) or not all(map(_fits, row)):
            raise OfficeError("post.not_the_centre")


def _is_id(value: Any) -> bool:
    return isinstance(value, bytes) and len(value) == _ID


def _is_version(value: Any) -> bool:
    return type(value) is int and 0 < value <= _BIGINT


def _fits(value: Any) -> bool:
    if type(value) is int:
        return -_BIGINT <= value <= _BIGINT
    return isinstance(value, _PLAIN) or (isinstance(value, float) and math.isfinite(value))


def _are_positions(figures: Iterable[int]) -> bool:
    return all(0 <= figure <= _BIGINT for figure in figures)


def _is_lease(lease: Lease) -> bool:
    figures = (lease.year_be, lease.book_no, lease.epoch)
    return len(lease.lease_id) == _ID and _are_positions(figures) and 0 < lease.lo <= lease.hi + 1 <= _BIGINT
