"""What waits for a person at this desk (ต้องตรวจ): counted in one way everywhere, settled with who, how and why."""

from typing import TYPE_CHECKING, Any

from desktop.office.errors import OfficeError
from desktop.office.ids import Id

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

OPEN = """(a.resolved_at IS NULL OR a.resolution = 'handed_up' AND EXISTS
    (SELECT 1 FROM review r WHERE r.id = a.review_id AND r.state = 'returned'))"""
"""Of `attention a`: nobody has settled it, or the supervisor it was handed to sent it back."""

ASKED = """(r.state = 'open' AND r.device_id <> (SELECT device_id FROM device) AND EXISTS
    (SELECT 1 FROM member m WHERE m.entity = 'review' AND m.row_id = r.id
     AND (m.bucket LIKE 'registry/%' OR m.bucket LIKE 'executive/%' OR m.bucket LIKE 'finance/%')))"""
"""Of `review r`: another desk asks those who supervise from this one."""

COUNT = f"""((SELECT count(*) FROM attention a WHERE {OPEN}) + (SELECT count(*) FROM review r WHERE {ASKED}))"""

_SETTLE = f"""
UPDATE attention AS a SET resolved_at = ?, resolved_by = ?, resolution = ?, reason = ?, made_mseq = ?, review_id = ?
WHERE a.id = ? AND {OPEN}
"""
_REOPEN = """
UPDATE attention SET resolved_at = NULL, resolved_by = NULL, resolution = NULL, reason = NULL, made_mseq = NULL,
       review_id = NULL
WHERE id = ?
"""


def settle(
    unit: "UnitOfWork",
    item: Id,
    resolution: str,
    who: Id,
    reason: str,
    *,
    made_mseq: int | None = None,
    review_id: Id | None = None,
) -> None:
    """Closes an open item; OfficeError `tray.already_settled` when somebody was quicker."""
    values: tuple[Any, ...] = (unit.at, who, resolution, reason, made_mseq, review_id, item)
    if unit.connection.exec_driver_sql(_SETTLE, values).rowcount == 0:
        raise OfficeError("tray.already_settled")
    unit.changed("attention", item)


def reopen(unit: "UnitOfWork", item: Id) -> None:
    unit.connection.exec_driver_sql(_REOPEN, (item,))
    unit.changed("attention", item)
