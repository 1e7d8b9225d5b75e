"""What the holder of a register does by itself: gives tagged letters of other desks their official numbers."""

from desktop.letters.division_numbers import NUMBER_AGAIN, NumberAgain
from desktop.letters.provisional import NUMBER, NumberLetter
from desktop.letters.tags import PROVISIONAL
from desktop.office.ids import Id
from desktop.office.series import register_of
from desktop.registers.turning import NOBODY
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

AT_ONCE = 100
_WAITING = f"""
SELECT l.id, NULL AS registration, l.year_be, l.received_at AS at FROM letter l
WHERE l.register = :register AND l.number >= {PROVISIONAL} AND l.year_be = :year
  AND EXISTS (SELECT 1 FROM letter_tag t WHERE t.office_id = l.office_id AND t.letter_id = l.id)
UNION ALL
SELECT g.letter_id, g.id, g.year_be, g.registered_at FROM letter_registration g
WHERE g.register = :register AND g.number >= {PROVISIONAL} AND g.year_be = :year
ORDER BY 4, 1 LIMIT :most
"""
_HELD = """
SELECT DISTINCT series, year_be FROM lease
WHERE series LIKE 'letters.%' AND next <= hi AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""
_LEFT = """
SELECT coalesce(sum(hi - next + 1), 0) FROM lease
WHERE series = ? AND year_be = ? AND next <= hi AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""
Waiting = tuple[str, Id, Id | None, int]
"""Series, letter, the division's registration of it or None for its own number, year."""


def number_waiting(desk: Desk) -> int:
    """Numbers tagged letters in the order in which they were received, if this desk holds their register; how many."""
    waiting: list[Waiting] = []
    for series, year in desk.reader.rows(_HELD):
        left = desk.reader.rows(_LEFT, (series, year))[0][0]
        wanted = {"register": register_of(series), "year": year, "most": min(left, AT_ONCE)}
        waiting += [(series, *row[:3]) for row in desk.reader.rows(_WAITING, wanted)]
    if waiting:
        desk.write(lambda unit: _number(unit, waiting))
    return len(waiting)


def _number(unit: UnitOfWork, waiting: list[Waiting]) -> None:
    for series, letter_id, registration_id, year in waiting:
        taken = unit.take_number(series, year)
        if registration_id is None:
            unit.perform(NUMBER, NumberLetter(letter_id, taken), NOBODY)
        else:
            unit.perform(NUMBER_AGAIN, NumberAgain(registration_id, letter_id, taken), NOBODY)
