"""Letters on their way between the desks of a town: who has them, what was said, what waits for whom."""

from datetime import date, timedelta

from desktop.letters.finding import InboxFilter
from desktop.letters.model import Basket, Letter, Registration
from desktop.letters.queries import LetterQueries
from desktop.letters.route_actions import RouteActions
from desktop.letters.route_model import Part, Route, Said
from desktop.letters.watch_actions import WatchActions
from desktop.office.clock import ManualClock
from desktop.office.ids import Id
from desktop.tray.model import Tray
from desktop.tray.queries import TrayQueries
from tests.helpers.town import TownDesk, identity

LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ซักซ้อมแนวทาง")
TODAY = date(2026, 11, 11)
CLK, ENG, FIN = identity("CLK"), identity("ENG"), identity("FIN")


def rounds(*desks: TownDesk) -> None:
    """Time passes, so that what is done afterwards is later."""
    for desk in (*desks, *desks):
        desk.round.run()
    clock = desks[0].clock
    assert isinstance(clock, ManualClock)
    clock.advance(timedelta(seconds=1))


def routes(desk: TownDesk, login: str) -> RouteActions:
    return RouteActions(desk.desk, desk.person(login))


def watching(desk: TownDesk, login: str) -> WatchActions:
    return WatchActions(desk.desk, desk.person(login))


def letter(desk: TownDesk, letter_id: Id) -> Letter | None:
    return LetterQueries(desk.desk.reader).letter(letter_id)


def held(desk: TownDesk, letter_id: Id) -> Letter:
    found = letter(desk, letter_id)
    assert found is not None
    return found


def way(desk: TownDesk, letter_id: Id, unit: Id) -> Route:
    """The newest routing to a unit."""
    return [route for route in held(desk, letter_id).routes if route.unit_id == unit][-1]


def basket(desk: TownDesk, login: str, which: Basket) -> int:
    who = desk.person(login)
    return LetterQueries(desk.desk.reader).count(InboxFilter(which, who.unit.id, TODAY, person_id=who.id))


def tray(desk: TownDesk, login: str) -> Tray:
    return TrayQueries(desk.desk.reader).tray(desk.person(login))


def codes(desk: TownDesk, login: str) -> list[str]:
    return [item.code for item in tray(desk, login).open]


def told(desk: TownDesk, letter_id: Id) -> list[Said]:
    return [event.kind for event in held(desk, letter_id).route_events]


def came_to(registry: TownDesk, *others: TownDesk, stages: tuple[tuple[Part, ...], ...] = ((Part(ENG),),)) -> Id:
    """A letter registered and sent, known to everybody."""
    came = registry.letters("kanda").register(LETTER)
    routes(registry, "kanda").send(came.id, stages)
    rounds(registry, *others)
    return came.id
