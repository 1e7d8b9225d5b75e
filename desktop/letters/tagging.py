"""The next provisional tag of a desk, for whatever it numbers away from its register."""

from desktop.letters.tags import PROVISIONAL, code_of, number_of
from desktop.office.errors import OfficeError
from desktop.store import notes
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_START = "INSERT OR IGNORE INTO trusted_time (only, mark) VALUES (1, ?)"
_HIGHEST = "coalesce((SELECT max(number) - ?1 FROM {} WHERE number BETWEEN ?1 AND ?2), 0)"
_NEXT = f"""
UPDATE trusted_time SET tags = 1 + max(tags, {_HIGHEST.format("letter")}, {_HIGHEST.format("letter_registration")})
RETURNING tags
"""
_NOT_ALONE = frozenset({"post.desk_copied", "post.desk_restored"})


def next_tag(desk: Desk, unit: UnitOfWork) -> int:
    """ชค-<counter>-1, 2, 3 ... as a whole number, after those of an earlier desk of that counter.

    OfficeError `post.desk_copied`, `post.desk_restored`: another disk may have given the same tags to other papers.
    """
    who = desk.identity
    if desk.trouble in _NOT_ALONE:
        raise OfficeError(desk.trouble)
    apart = notes.held(unit.connection, notes.TAGS_APART)
    code = code_of("" if apart else who.counter, who.device_id)
    unit.connection.exec_driver_sql(_START, (unit.at,))
    bounds = (number_of(code, 0), number_of(code, PROVISIONAL - 1))
    n: int = unit.connection.exec_driver_sql(_NEXT, bounds).scalar_one()
    return number_of(code, n)
