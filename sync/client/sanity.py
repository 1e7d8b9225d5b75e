"""Whether an answer can be a centre's at all: found out before a word of it touches the desk's store.

Types are msgspec's affair; here are sizes, ranges and shapes. Names of entities and columns that this desk does not
know are left alone: they are skipped where rows are written, and never become SQL.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from desktop.office.errors import OfficeError
from desktop.office.proof import DIGEST_MODULUS
from sync.wire.messages import EntityRows, Lease, SyncRequest, SyncResponse

_BIGINT = (1 << 63) - 1
_ID = 16
_PLAIN = {type(None), str, bytes, bool, int, float}


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
    names, rows = part.columns, part.rows
    good = len(set(names)) == len(names) and {"id", "ver"} <= set(names) and set(map(len, rows)) <= {len(names)}
    if not good or not all(map(_fits, names, zip(*rows, strict=True))):
        raise OfficeError("post.not_the_centre")


def _fits(name: str, column: Sequence[Any]) -> bool:
    """Whether a store can hold the values of a column, looked at together: a pack has a hundred thousand."""
    kinds = set(map(type, column))
    if name == "id":
        return kinds == {bytes} and set(map(len, column)) == {_ID}
    if name == "ver":
        return kinds == {int} and min(column) > 0 and max(column) <= _BIGINT
    whole = column if kinds == {int} else [value for value in column if type(value) is int] if int in kinds else [0]
    broken = [value for value in column if type(value) is float] if float in kinds else []
    return kinds <= _PLAIN and min(whole) >= -_BIGINT and max(whole) <= _BIGINT and all(map(math.isfinite, broken))


def _are_positions(figures: Iterable[int]) -> bool:
    return all(0 <= figure <= _BIGINT for figure in figures)


def _is_lease(lease: Lease) -> bool:
    figures = (lease.year_be, lease.book_no, lease.epoch)
    return len(lease.lease_id) == _ID and _are_positions(figures) and 0 < lease.lo <= lease.hi + 1 <= _BIGINT
