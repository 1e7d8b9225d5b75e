"""E1, E2, E5: an endorsement stands once, as it was signed; undone it is nowhere; without an order it is marked."""

from collections import Counter
from datetime import datetime
from typing import Any

import msgspec

from desktop.letters.authority import UNKNOWN
from desktop.letters.endorsing import ENDORSE
from desktop.office.clock import from_utc_text
from desktop.office.dates import local_date
from desktop.office.ids import Id
from tests.convergence.invariants.scene import Scene, at_centre, deeds, marks
from tests.helpers.town import TownDesk

_OUTBOX = "SELECT body FROM outbox WHERE type = ?"
_HELD = "SELECT body FROM held_act"
_ROWS = "SELECT id, letter_id, text FROM endorsement WHERE office_id = :o"
_UNDER = """
SELECT n.at, n.actor_id, n.action, n.flaw, s.position_th, d.valid_from, d.valid_to, d.recalled_at, d.to_id,
       d.to_position, d.actions
FROM endorsement n LEFT JOIN delegation d ON d.office_id = n.office_id AND d.id = n.delegation_id
LEFT JOIN staff s ON s.office_id = n.office_id AND s.id = n.actor_id
WHERE n.office_id = :o AND n.delegation_id IS NOT NULL
"""


def no_note_is_lost(scene: Scene, desk: TownDesk) -> None:
    """E1: what was signed at a desk is kept back there, or an act there, or at the centre; what was undone is not."""
    printer, where = scene.printer, str(desk.folder)
    held, sent = _held(desk), _ids(row[0] for row in desk.desk.reader.rows(_OUTBOX, (ENDORSE.name,)))
    signed = {note for note, noted in printer.notes.items() if noted.where == where}
    revived = printer.undone & (held | sent)
    assert not revived, f"undone, and there again: {marks(revived)}"
    missing = signed - printer.undone - printer.lost - held - sent
    if missing:
        missing -= {body["endorsement_id"] for body in deeds(scene.town, ENDORSE.name)}
        assert not missing, f"signed, and nowhere: {marks(missing)}"


def notes_stand_once(scene: Scene) -> None:
    """E1 at the centre: each endorsement on its letter, word for word, and no words twice."""
    found = {note: (letter, text) for note, letter, text in at_centre(scene.town, _ROWS)}
    for note, (letter, text) in found.items():
        noted = scene.printer.notes.get(note)
        assert noted is not None, f"nobody signed {text}"
        assert (noted.letter_id, noted.text) == (letter, text), "an endorsement was changed"
        assert note not in scene.printer.undone, "an endorsement that was undone is at the centre"
    twice = [text for text, count in Counter(text for _, text in found.values()).items() if count > 1]
    assert not twice, f"endorsed twice: {marks(twice)}"


def every_deed_left_its_note(scene: Scene) -> None:
    """E1 at rest: an act of endorsing that the centre has is an endorsement there."""
    acts = {body["endorsement_id"] for body in deeds(scene.town, ENDORSE.name)}
    rows = {note for note, *_ in at_centre(scene.town, _ROWS)}
    assert acts == rows, f"without a row: {marks(acts - rows)}, without an act: {marks(rows - acts)}"


def what_is_kept_back_is_no_act(scene: Scene, desk: TownDesk) -> None:
    """E2: as long as an endorsement may be undone, nobody else has heard of it."""
    if str(desk.folder) not in scene.thin:  # a copy of a store may keep back what became an act since
        sent = _ids(row[0] for row in desk.desk.reader.rows(_OUTBOX, (ENDORSE.name,)))
        early = _held(desk) & sent
        assert not early, f"kept back and sent: {marks(early)}"


def nothing_stays_kept_back(scene: Scene, desk: TownDesk) -> None:
    """E2 at rest: the moment to think again ends by itself."""
    assert not _held(desk), "an endorsement is still kept back"


def orders_are_heeded(scene: Scene) -> None:
    """E5: what was signed for another without an order that held then bears a mark, and nothing else does."""
    for row in at_centre(scene.town, _UNDER):
        if row[3] is None:
            assert _held_then(*row), "signed under an order that did not hold, and not marked"
        else:
            assert row[3] == UNKNOWN or not _held_then(*row), f"marked with {row[3]} although the order held"


def _held_then(
    at: str, actor: Id, action: str, flaw: str | None, position: str | None, first: str | None, last: str | None,
    recalled: str | None, to_id: Id | None, to_position: str | None, actions: str | None,
) -> bool:  # fmt: skip
    """Worked out from the order's row alone; False for an order that there is not."""
    if first is None:
        return False
    moment: datetime = from_utc_text(at)
    day = local_date(moment).isoformat()
    theirs = to_id == actor or (bool(to_position) and to_position == position)
    in_time = first <= day <= (last or day) and (recalled is None or at < recalled)
    return theirs and in_time and (not actions or action in actions.split())


def _held(desk: TownDesk) -> set[Id]:
    return _ids(row[0] for row in desk.desk.reader.rows(_HELD))


def _ids(bodies: Any) -> set[Id]:
    return {msgspec.msgpack.decode(body)["endorsement_id"] for body in bodies}
