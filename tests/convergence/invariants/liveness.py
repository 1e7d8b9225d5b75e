"""L1 to L4: it all arrives in the end, one bad act holds up no other, and the strip tells the truth."""

from collections.abc import Callable

import msgspec

from desktop.letters.model import Registration
from desktop.office.mutation import Context, Kind, Mutation
from desktop.office.post_state import RED, UNSENT_TOO_LONG
from desktop.office.rows import Rows
from sync.client.post import LOOK_SECONDS
from tests.convergence.invariants.acts import acts_are_in_order
from tests.convergence.invariants.feed import whole_transactions_are_here
from tests.convergence.invariants.files import files_are_whole
from tests.convergence.invariants.rows import desk_equals_centre, nothing_is_held_without_right
from tests.convergence.invariants.scene import Scene
from tests.helpers.town import TownDesk

_WAITS = """
SELECT (SELECT count(*) FROM outbox WHERE state = 'pending'), (SELECT count(*) FROM blob WHERE state <> 'stored')
"""
TURNS = 5
"""More than it ever takes. A post makes a round a minute and one at once for each act, so this is L1's minute."""


def everything_drains(scene: Scene, turn: Callable[[TownDesk], None]) -> None:
    """L1: once faults end, a few turns (a round and an errand) empty every outbox; no clerk does anything."""
    for _ in range(TURNS):
        for desk in scene.desks:
            turn(desk)
    for desk in scene.desks:
        assert desk.desk.reader.one(_WAITS) == (0, 0), "an outbox did not drain"


class _Unheard(msgspec.Struct, frozen=True):
    words: str


def _leave_no_trace(rows: Rows, body: _Unheard, context: Context) -> None:
    """A newer program's act: this one does not know what it does."""


_POISON = Mutation("letters.unheard_of", 9, Kind.INTENT, _Unheard, _leave_no_trace)


def a_poisoned_act_delays_nobody(desk: TownDesk) -> None:
    """L2: an act that the centre cannot read is refused and told; what was done after it passes in the same round."""
    kanda = desk.person("kanda")
    poison = desk.desk.write(lambda unit: unit.perform(_POISON, _Unheard("?"), kanda.id))
    after = desk.letters("kanda").register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่องถัดไป"), [])
    desk.round.run()
    states = dict(desk.desk.reader.rows("SELECT mseq, state FROM outbox"))
    assert states[poison] == "rejected"
    assert "pending" not in states.values(), "the act behind it waits"
    assert desk.desk.reader.one("SELECT 1 FROM attention WHERE mseq = ?", (poison,))
    assert desk.desk.reader.one("SELECT 1 FROM letter WHERE id = ? AND ver > 0", (after.id,))


def what_is_stuck_is_told(scene: Scene, desk: TownDesk) -> None:
    """L3: no trouble hides behind a green or blue strip, and the strip is judged anew at least every 30 seconds."""
    assert LOOK_SECONDS <= 30
    line, state = scene.line(desk), scene.strip(desk)
    if line.trouble in RED:
        assert state.kind == "red"
    elif line.trouble:
        assert state.kind in {"red", "orange", "yellow"}
    if state.attention:
        assert state.kind in {"red", "orange"}
    if state.oldest_pending and desk.clock.now() - state.oldest_pending > UNSENT_TOO_LONG:
        assert state.kind == "red"


def green_is_true(scene: Scene, desk: TownDesk) -> bool:
    """L4: a green strip means S1, S9 to S12 and S16, as of the head that the desk has heard of. True: it was green."""
    if scene.strip(desk).kind != "green":
        return False
    acts_are_in_order(scene.town, desk)
    assert not desk.desk.reader.rows("SELECT 1 FROM outbox WHERE state = 'pending'")
    assert not desk.desk.reader.rows("SELECT 1 FROM held_act"), "green, and an endorsement is kept back"
    whole_transactions_are_here(scene.town, desk)
    if scene.line(desk).head == scene.head():
        desk_equals_centre(scene.town, desk)
        nothing_is_held_without_right(desk)
        files_are_whole(scene.town, desk, complete=True)
    return True
