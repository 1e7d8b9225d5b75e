"""E3, E6, E7: a step has one holder and waits for somebody, a circular's matrix is its receipts, nothing is twofold."""

from typing import Any

from desktop.letters.chain import matrix
from desktop.letters.circulating import ACKNOWLEDGE
from desktop.letters.queries import LetterQueries
from desktop.office.ids import Id
from tests.convergence.invariants.scene import Scene, at_centre, deeds
from tests.helpers.town import TownDesk

_STEPS = """
SELECT s.state, (SELECT count(*) FROM routing r WHERE r.office_id = s.office_id AND r.id = s.routing_id),
       (SELECT count(*) FROM routing r WHERE r.office_id = s.office_id AND r.plan_id = s.plan_id
        AND r.purpose = 'action' AND r.state <> 'recalled' AND r.done_at IS NULL)
FROM route_step s WHERE s.office_id = :o
"""
_ACKNOWLEDGED = "SELECT id, acknowledged_by_name FROM routing WHERE office_id = :o AND acknowledged_at IS NOT NULL"
_CIRCULARS = "SELECT DISTINCT letter_id FROM routing WHERE wants_ack = 1"
_ASKED = "SELECT id, state, acknowledged_at FROM routing WHERE wants_ack = 1 AND letter_id = ?"
_TWOFOLD = {
    "a number on two letters": """
SELECT 1 FROM letter WHERE office_id = :o GROUP BY register, year_be, number HAVING count(*) > 1""",
    "a file lent twice": """
SELECT 1 FROM letter_loan WHERE office_id = :o AND returned_at IS NULL GROUP BY letter_id HAVING count(*) > 1""",
    "two rows of one person's for one letter": """
SELECT 1 FROM letter_watch WHERE office_id = :o GROUP BY letter_id, person_id HAVING count(*) > 1""",
    "cancelled, and not so": """
SELECT 1 FROM letter l WHERE l.office_id = :o AND (SELECT count(*) FROM letter_cancellation c
WHERE c.office_id = l.office_id AND c.letter_id = l.id AND c.act = 'cancelled')
- (SELECT count(*) FROM letter_cancellation c
WHERE c.office_id = l.office_id AND c.letter_id = l.id AND c.act = 'reinstated')
<> CASE WHEN l.cancelled_at IS NULL THEN 0 ELSE 1 END""",
}


def a_step_has_one_holder(scene: Scene) -> None:
    """E3: a step that went is one routing, one that did not is none; and none waits where nobody has anything to do."""
    for state, routings, busy in at_centre(scene.town, _STEPS):
        assert routings == (1 if state == "sent" else 0), f"a step that is {state} has {routings} holders"
        assert busy or state != "waiting", "a step waits for nobody"


def receipts_are_the_acts(scene: Scene) -> None:
    """E6 at the centre: a circular is acknowledged where somebody said so, by the first who did."""
    said: dict[Id, list[tuple[int, str]]] = {}
    for body in deeds(scene.town, ACKNOWLEDGE.name, but="letters.gone"):
        said.setdefault(body["route_id"], []).append((body["oseq"], body["actor_name"]))
    held = dict(at_centre(scene.town, _ACKNOWLEDGED))
    assert held.keys() == said.keys(), "acknowledged without a word of anybody, or said in vain"
    for route, who in held.items():
        first = min(said[route])[0]
        assert who in {name for oseq, name in said[route] if oseq == first}, "the first to acknowledge does not stand"


def the_matrix_is_its_receipts(scene: Scene, desk: TownDesk) -> None:
    """E6 at a desk: the matrix has a line for each unit that has, or had, the circular, and says who acknowledged."""
    for (letter_id,) in desk.desk.reader.rows(_CIRCULARS):
        letter = LetterQueries(desk.desk.reader).letter(letter_id)
        if letter is None:
            continue
        shown = {line.route_id: line.acknowledged_at is not None for line in matrix(letter)}
        asked: list[Any] = desk.desk.reader.rows(_ASKED, (letter_id,))
        assert shown == {id_: bool(at) for id_, state, at in asked if at or state != "recalled"}, "a line is missing"


def nothing_is_twofold(scene: Scene) -> None:
    """E7: what there may be one of there is one of: numbers, loans, what a person keeps of a letter, a cancellation."""
    for what, query in _TWOFOLD.items():
        assert not at_centre(scene.town, query), what
