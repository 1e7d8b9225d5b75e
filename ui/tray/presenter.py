"""The tray of the person at this desk; no widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.tray.model import Item, Standing, Tray, Way

VIEWS = (Standing.OPEN, Standing.HANDED_UP, Standing.SETTLED)


@dataclass
class Choice:
    """Which side of each field stands: what is not in `mine` is theirs."""

    item_id: Id
    mine: set[str] = field(default_factory=set)


class TrayPresenter:
    """`load` reads the store and may run on any thread; acts belong on the writer's lane."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._session = session
        self.view = Standing.OPEN
        self.tray = Tray()
        self._choice: Choice | None = None

    @staticmethod
    def concerns(changes: Changes) -> bool:
        return changes.touches("attention", "review", "letter", "receipt", "person")

    def load(self) -> Tray:
        return self._office.tray_queries.tray(self._session.person)

    def waiting(self) -> int:
        return self._office.tray_queries.count(self._session.person)

    def show(self, tray: Tray) -> None:
        self.tray = tray

    @property
    def items(self) -> tuple[Item, ...]:
        return self.listed(self.view)

    def listed(self, view: Standing) -> tuple[Item, ...]:
        return {
            Standing.OPEN: self.tray.open,
            Standing.HANDED_UP: self.tray.handed_up,
            Standing.SETTLED: self.tray.settled,
        }[view]

    def choice(self, item: Item) -> Choice:
        """The sides chosen so far; theirs, which stand already, at the beginning."""
        if self._choice is None or self._choice.item_id != item.id:
            self._choice = Choice(item.id)
        return self._choice

    def act(self, item: Item, way: Way, words: str) -> Callable[[], None]:
        """What a way does, to be run on the writer's lane. `words`: the reason, note or answer."""
        act = self._office.tray
        who = self._session.person
        mine = frozenset(self.choice(item).mine) if item.sides else frozenset()
        does: Mapping[Way, Callable[[], None]] = {
            Way.CHOOSE: lambda: act(who).choose(item.id, mine),
            Way.REDO: lambda: act(who).redo(item.id),
            Way.REOPEN: lambda: act(who).reopen(item.id),
            Way.LINK: lambda: act(who).link(item.id),
            Way.HAND_UP: lambda: act(who).hand_up(item.id, words),
            Way.CLOSE: lambda: act(who).close(item.id, words),
            Way.ANSWER: lambda: act(who).answer(item.id, words, returned=False),
            Way.RETURN: lambda: act(who).answer(item.id, words, returned=True),
            Way.UNDO: lambda: act(who).undo(item.id),
        }
        return does[way]
