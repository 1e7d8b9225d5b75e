"""The negative controls of E1 to E8: short days at two desks, each lived twice, once with a fault in the product.

A law that does not notice proves nothing. Without the fault the same day passes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.cases import mutations as cases
from desktop.letters import (
    authority,
    chain,
    circulating,
    custody,
    delegating,
    endorsing,
    holding,
    keeping,
    routing,
    tables,
    underway,
    watching,
)
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.mutation import Mutation
from desktop.outgoing import dispatching
from desktop.outgoing import mutations as outgoing
from desktop.outgoing import tables as outgoing_tables
from tests.convergence import invariants as must
from tests.convergence.clerk import Clerk
from tests.convergence.hands.hand import people_the_chain
from tests.convergence.machine import OF_E1, OUTGOING
from tests.helpers.direct import DirectCentre
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk

Break = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Control:
    """What is wrong, which law says so in which words, and the day on which it shows.

    A day's line is a desk with its acts, `round` with desks, or `wait` with seconds.
    """

    law: str
    words: str
    wrong: Break
    day: tuple[str, ...]


def _no_act(unit: Any, rows: Any) -> None:
    """Forgets what was kept back."""
    for row in rows:
        unit.connection.exec_driver_sql(holding._DONE, (row.place,))


def _twice(unit: Any, rows: Any) -> None:
    """Makes two acts of what was kept back once."""
    for row in rows:
        body = msgspec.msgpack.decode(row.body, type=endorsing.Endorse)
        for _ in range(2):
            unit.perform(endorsing.ENDORSE, body, row.user_id)
            body = msgspec.structs.replace(body, endorsement_id=unit.new_id())
        unit.connection.exec_driver_sql(holding._DONE, (row.place,))


def _at_once(unit: Any, bodies: Any, user_id: bytes) -> bytes:
    """Keeps back what it has sent already."""
    batch = _hold(unit, bodies, user_id)
    for body in bodies:
        unit.perform(endorsing.ENDORSE, body, user_id)
    return batch


_hold, _turn = holding.hold, underway._turn


def _another_id(rows: Any, step: Any, way: Any, context: Any) -> None:
    """The next stage goes under an id of this end's own."""
    _turn(rows, {**step, "routing_id": bytes(16)}, way, context)


def _signs_twice(rows: Any, body: outgoing.Sign, context: Any) -> None:
    outgoing.sign(rows, body, context)
    outgoing.sign(rows, msgspec.structs.replace(body, signature_id=body.signature_id[::-1]), context)


def _last_word(rows: Any, body: circulating.Acknowledge, context: Any) -> None:
    """Whoever acknowledges last stands."""
    row = rows.find(tables.routing, body.route_id)
    rows.update(tables.routing, row, acknowledged_at=context.at, acknowledged_by_name=body.actor_name)


class _Blind:
    """Rows in which nothing is ever found by what it belongs to."""

    def __init__(self, rows: Any) -> None:
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rows, name)

    def where(self, *_: Any) -> list[Any]:
        return []


def _as_if_standing(rows: Any, letter_id: bytes) -> Any:
    """Does not see that a letter is cancelled."""
    return {**rows.find(tables.letter, letter_id), "cancelled_at": None}


def _loses_the_last(rows: Any, body: custody.MovePaper, context: Any) -> None:
    custody.move_paper(rows, msgspec.structs.replace(body, parts=body.parts[:-1]), context)


def _last_receipt(rows: Any, body: dispatching.Deliver, context: Any) -> None:
    sent = rows.find(outgoing_tables.dispatch, body.dispatch_id)
    said = {"received_at": body.received_at, "received_by_name": body.received_by_name}
    rows.update(outgoing_tables.dispatch, sent, **said)


def _verb(mutation: Mutation[Any], deed: Callable[..., None]) -> Break:
    return lambda patch: patch.setitem(vars(mutation), "apply", deed)


def _part(module: Any, name: str, deed: Callable[..., Any]) -> Break:
    return lambda patch: patch.setattr(module, name, deed)


def _never_advances(patch: pytest.MonkeyPatch) -> None:
    for module in (routing, circulating, underway):
        patch.setattr(module, "advance", lambda *_: None)


HELD = ("C1 register:0 hold:0", "wait 20", "round C1 E1")
STAGES = ("C1 register:0 send_on:0", "round C1 E1", "E1 receive:0 finish:0", "round E1 C1")
ORDER = ("C1 register:0 send_on:0 delegate:1", "round C1 E1")
CIRCULAR = ("C1 register:0 circulate:0", "round C1 E1", "E1 acknowledge:0", "round E1 C1", "C1 acknowledge:12")
SHARED = ("C1 register:0 send_on:0", "round C1 E1")
SENT = ("C1 draft:2 sign:0 dispatch:0 deliver:0", "round C1", "C1 deliver:1", "round C1")
CONTROLS = {
    "forgotten": Control("E1", "signed, and nowhere", _part(holding, "_perform", _no_act), HELD),
    "twice": Control("E1", "nobody signed", _part(holding, "_perform", _twice), HELD),
    "not undone": Control(
        "E1", "undone, and there", _part(holding, "take_back", lambda *_: 1), ("C1 register:0 hold:0 think_again:0",)
    ),
    "swallowed": Control("E1", "without a row", _verb(endorsing.ENDORSE, lambda *_: None), HELD),
    "sent at once": Control("E2", "kept back and sent", _part(holding, "hold", _at_once), ("C1 register:0 hold:0",)),
    "kept for ever": Control("E2", "still kept back", _part(holding, "release", lambda *_, **__: None), HELD),
    "stuck": Control("E3", "waits for nobody", _never_advances, STAGES),
    "another holder": Control("E3", "has 0 holders", _part(underway, "_turn", _another_id), STAGES),
    "two signatures": Control(
        "E4", "signed twice", _verb(outgoing.SIGN, _signs_twice), ("C1 draft:2 sign:0", "round C1")
    ),
    "past its last day": Control(
        "E5", "and not marked", _part(endorsing, "flaw_of", lambda *_: None),
        (*ORDER, "wait 500000", "E1 sign_regardless:1", "round E1"),
    ),
    "recalled meanwhile": Control(
        "E5", "and not marked", _part(delegating, "_mark_later", lambda *_: None),
        (*ORDER, "C1 recall_order:0", "wait 60", "E1 sign_regardless:1", "round E1 C1"),
    ),
    "wrongly marked": Control(
        "E5", "although the order held", _part(endorsing, "flaw_of", lambda *_: authority.EXPIRED),
        (*ORDER, "E1 sign_regardless:1", "round E1"),
    ),
    "the last word": Control("E6", "does not stand", _verb(circulating.ACKNOWLEDGE, _last_word), CIRCULAR),
    "said in vain": Control("E6", "said in vain", _verb(circulating.ACKNOWLEDGE, lambda *_: None), CIRCULAR),
    "a line less": Control(
        "E6", "a line is missing", _part(chain, "_counts", lambda route: route.acknowledged_at is None), CIRCULAR
    ),
    "lent twice": Control(
        "E7", "a file lent twice",
        _verb(keeping.LEND, lambda rows, *rest: keeping.lend(_Blind(rows), *rest)),  # type: ignore[arg-type]
        (*SHARED, "C1 lend:0", "E1 lend:0"),
    ),
    "watched twice": Control(
        "E7", "two rows of one", _part(watching, "_known", lambda *_: None), (*SHARED, "C1 follow:1", "E1 follow:1")
    ),
    "cancelled twice": Control(
        "E7", "cancelled, and not so", _part(keeping, "_letter", _as_if_standing),
        (*SHARED, "C1 cancel:0", "E1 cancel:0"),
    ),
    "a paper less": Control(
        "E8", "not where it was said", _verb(custody.MOVE_PAPER, _loses_the_last),
        ("C1 register:0 register:0 hand_over:1",),
    ),
    "a step less": Control("E9", "without a row", _verb(cases.STEP, lambda *_: None), ("C1 open_case:1 step_case:0",)),
    "the last receipt": Control("E8", "first receipt", _verb(dispatching.DELIVER, _last_receipt), SENT),
}  # fmt: skip


@pytest.fixture
def scene(direct_centre: DirectCentre, tmp_path: Path) -> Iterator[must.Scene]:
    town = Town(direct_centre, tmp_path)
    people_the_chain(town)
    scene = must.Scene(town)
    scene.enter(town.desk("C1", (INCOMING_SERIES, OUTGOING), REGISTRY))
    scene.enter(town.desk("E1", OF_E1, ENGINEERING))
    yield scene
    town.close()


def live(scene: must.Scene, day: tuple[str, ...]) -> None:
    """The day, and what comes after it until everybody knows everything."""
    clock = scene.town.clock
    assert isinstance(clock, ManualClock)
    desks = {desk.desk.identity.counter: desk for desk in scene.desks}
    for line in (*day, "round C1 E1 C1 E1"):
        what, *rest = line.split()
        if what == "wait":
            clock.advance(timedelta(seconds=int(rest[0])))
        elif what == "round":
            _rounds(scene, (desks[name] for name in rest))
        else:
            Clerk(scene, desks[what]).do([(act, int(which)) for act, _, which in (one.partition(":") for one in rest)])


def _rounds(scene: must.Scene, desks: Iterable[TownDesk]) -> None:
    for desk in desks:
        desk.round.run()
        Clerk(scene, desk).note()  # what was kept back became an act


def hold_laws(scene: must.Scene, name: str) -> None:
    for law in must.LAWS:
        if law.name == name:
            law.check(scene)


@pytest.mark.parametrize("name", CONTROLS)
def test_a_fault_is_noticed(scene: must.Scene, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    control = CONTROLS[name]
    control.wrong(monkeypatch)
    live(scene, control.day)
    with pytest.raises(AssertionError, match=control.words):
        hold_laws(scene, control.law)


@pytest.mark.parametrize("day", sorted({control.day for control in CONTROLS.values()}))
def test_without_a_fault_the_day_is_lawful(scene: must.Scene, day: tuple[str, ...]) -> None:
    live(scene, (*day, "wait 20"))
    must.hold(scene, must.When.ALWAYS)
    for control in CONTROLS.values():
        hold_laws(scene, control.law)


def test_every_law_has_a_control() -> None:
    assert {law.name for law in must.LAWS if law.name.startswith("E")} == {one.law for one in CONTROLS.values()}
