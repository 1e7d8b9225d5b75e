"""What the holder of a register does by itself: gives tagged letters of other desks their official numbers."""

from desktop.letters.provisional import NUMBER, NumberLetter
from desktop.letters.tags import PROVISIONAL
from desktop.office.ids import Id
from desktop.office.series import register_of
from desktop.registers.turning import NOBODY
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

AT_ONCE = 100
_WAITING = f"""
SELECT l.id, l.year_be FROM letter l
WHERE l.register = :register AND l.number >= {PROVISIONAL} AND l.year_be = :year
  AND EXISTS (SELECT 1 FROM letter_tag t WHERE t.office_id = l.office_id AND t.letter_id = l.id)
ORDER BY l.received_at, l.id LIMIT :most
"""
_HELD = """
SELECT DISTINCT series, year_be FROM lease
WHERE series LIKE 'letters.%' AND next <= hi AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""
_LEFT = """
SELECT coalesce(sum(hi - next + 1), 0) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""


def number_waiting(desk: Desk) -> int:
    """Numbers tagged letters in the order in which they were received, if this desk holds their register; how many."""
    waiting: list[tuple[str, Id, int]] = []
    for series, year in desk.reader.rows(_HELD):
        left = desk.reader.rows(_LEFT, (series, year))[0][0]
        wanted = {"register": register_of(series), "year": year, "most": min(left, AT_ONCE)}
        waiting += [(series, *row) for row in desk.reader.rows(_WAITING, wanted)]
    if waiting:
        desk.write(lambda unit: _number(unit, waiting))
    return len(waiting)


def _number(unit: UnitOfWork, waiting: list[tuple[str, Id, int]]) -> None:
    for series, letter_id, year in waiting:
        unit.perform(NUMBER, NumberLetter(letter_id, unit.take_number(series, year)), NOBODY)
