"""Each fault of the vocabulary, on TCP and in this process: acts arrive once, and the desk speaks on afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.office.errors import OfficeError
from sync.server.running import Beside
from tests.convergence import invariants as must
from tests.convergence.clerk import Clerk
from tests.helpers.direct import DirectCentre
from tests.helpers.faults import FAULTS
from tests.helpers.town import Town, TownDesk

HARMLESS = {"said twice", "drips"}
"""The desk does not even notice."""
STRANGERS = {"somebody else", "bit flipped", "reply torn", "tls fails", "too many requests"}


@pytest.fixture(params=["in this process", "on TCP"])
def town(
    request: pytest.FixtureRequest, direct_centre: DirectCentre, a_centre: Beside, tmp_path: Path
) -> Iterator[Town]:
    built = Town(a_centre if request.param == "on TCP" else direct_centre, tmp_path)
    yield built
    built.close()


def told_in(desk: TownDesk) -> str:
    """How a round ended for the desk."""
    try:
        desk.round.run()
    except OfficeError as error:
        return error.code
    return ""


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_nothing_is_lost_or_doubled_by(town: Town, name: str) -> None:
    scene = must.Scene(town)
    desk, other = town.desk(), town.desk("C2", (), ("registry/normal", "finance/normal"))
    for one in (desk, other):
        scene.enter(one)
    Clerk(scene, desk).do([("register", 1), ("endorse", 0), ("issue", 3), ("issue", 4), ("void", 0), ("route", 1)])
    desk.proxy.set(FAULTS[name])
    told = told_in(desk) or told_in(desk)
    if name in HARMLESS:
        assert told == ""
    elif name not in {"request cut late", "stale"}:  # may fall beyond a request, or between two
        assert told == ("post.not_the_centre" if name in STRANGERS else "post.no_line")
    must.hold(scene, must.When.ALWAYS)
    desk.proxy.heal()
    desk.round.run()
    Clerk(scene, desk).do([("register", 1), ("issue", 2)])
    desk.round.run()
    assert desk.proxy.deliver_late() == (1 if name == "late" else 0)

    def turn(one: TownDesk) -> None:
        one.round.run()
        one.errand.run()

    must.everything_drains(scene, turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)
    for said in list(desk.ears.said):
        must.replays_change_nothing(town, desk, said)
