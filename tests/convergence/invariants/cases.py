"""E9: a case stands as its events say, at the centre and at every desk that sees it, and no event is lost."""

from typing import Any

from desktop.cases.mutations import OPEN, STEP, event_of
from desktop.cases.rules import standing
from tests.convergence.invariants.scene import Scene, at_centre, deeds, marks
from tests.helpers.town import TownDesk

_COLUMNS = (
    "id, case_id, step, at, actor_id, actor_name, from_state, to_state, clock, effect, text, agency, unit_id, staff_id,"
    " item, score, cost_satang, other_id"
)
_STANDS = "SELECT id, state, clock, unit_id, staff_id FROM citizen_case"


def cases_stand_as_their_events_say(scene: Scene) -> None:
    events = at_centre(scene.town, f"SELECT {_COLUMNS} FROM case_event WHERE office_id = :o")
    _hold(events, at_centre(scene.town, f"{_STANDS} WHERE office_id = :o"), "the centre")


def cases_stand_so_at_a_desk(scene: Scene, desk: TownDesk) -> None:
    read = desk.desk.reader.rows
    _hold(read(f"SELECT {_COLUMNS} FROM case_event"), read(_STANDS), str(desk.folder))


def _hold(events: list[tuple[Any, ...]], cases: list[tuple[Any, ...]], where: str) -> None:
    names = [name.strip() for name in _COLUMNS.split(",")]
    told: dict[bytes, list[Any]] = {}
    for row in events:
        values = dict(zip(names, row, strict=True))
        told.setdefault(values["case_id"], []).append(event_of(values))
    for case_id, *columns in cases:
        found = standing(told[case_id])
        assert columns == [found.state, found.clock, found.unit_id, found.staff_id], f"{where}: {case_id.hex()}"


def every_step_left_its_event(scene: Scene) -> None:
    """At rest: an act that the centre has is an event there."""
    acts = {body["event"]["id"] for body in deeds(scene.town, STEP.name, but="cases.gone")}
    acts |= {event["id"] for body in deeds(scene.town, OPEN.name) for event in body["events"]}
    rows = {row_id for (row_id,) in at_centre(scene.town, "SELECT id FROM case_event WHERE office_id = :o")}
    assert acts == rows, f"without a row: {marks(acts - rows)}, without an act: {marks(rows - acts)}"
