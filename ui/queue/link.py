"""The queue as the screens of one house see it: its newest word on the GUI thread, and the way to ask."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.office.errors import OfficeError
from desktop.queue.actions import QueueActions
from desktop.queue.announcer import FOLDER, VoiceState
from desktop.queue.desk import News
from desktop.queue.model import Hand, Standing
from desktop.queue.settings import Own
from ui.house import House

T = TypeVar("T")


class QueueLink(QObject):
    """`changed` when anything is new. One for a house; it ends with it."""

    changed = Signal()
    _arrived = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._house = house
        self._queue = house.office.queue
        self.news = News()
        self.hand: Hand | None = None
        self.busy = False
        self.has_begun = False
        self._waiting: deque[tuple[str, Callable[[], None]]] = deque()
        self._under_way = ""
        self.addresses: tuple[str, ...] = ()
        self._ahead = timedelta(0)
        self._arrived.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._leave = self._queue.listen(self._hand_over)
        self.destroyed.connect(self._leave)

    @property
    def own(self) -> Own:
        return self._queue.own

    @property
    def port(self) -> int | None:
        return self._queue.port

    @property
    def standing(self) -> Standing | None:
        return self.news.standing

    @property
    def is_away(self) -> bool:
        """Whether a counter goes on from paper."""
        return bool(self.news.trouble)

    def code(self) -> str:
        return self._house.code()

    def now(self) -> datetime:
        """The keeper's moment, as this desk's clock goes on from its last word."""
        return self._house.office.clock.now() + self._ahead

    def tell(self, error: Exception) -> None:
        self._house.notices.failed(error)

    def say(self, title: str) -> None:
        self._house.notices.say("ready", title)

    @property
    def voice_folder(self) -> Path:
        """Where the office's own recordings lie."""
        return self._house.office.desk.folder / FOLDER

    def look_at_voice(self, told: Callable[[VoiceState], None]) -> None:
        """How calls would be heard at this desk."""
        self._house.worker.run(self._queue.voice, owner=self, on_done=told)

    def begin(self) -> None:
        """Opens the queue at this desk, if it has a part in it."""

        def opened(addresses: tuple[str, ...]) -> None:
            self.addresses, self.has_begun = addresses, True
            self.changed.emit()
            self._say_port()
            self._look()
            self._go_on()

        def failed(error: Exception) -> None:
            self._house.notices.failed(error)
            opened(())

        self._house.worker.run(self._begin, owner=self, on_done=opened, on_failed=failed)

    def _say_port(self) -> None:
        """Another keeper or program has the port that others know: they must be told the one that is open."""
        wanted, port = self.own.port, self.port
        if port is not None and wanted and port != wanted:
            self._house.notices.say(
                "attention",
                self.tr("ช่องทาง {wanted} ของเครื่องนี้มีโปรแกรมอื่นใช้อยู่ คิวจึงเปิดที่ช่องทาง {port}").format(
                    wanted=wanted, port=port
                ),
                self.tr("ถ้าเปิดโปรแกรมนี้ไว้สองหน้าต่าง ให้เครื่องหลักของคิวมีหน้าต่างเดียว เครื่องอื่นต้องใส่ที่อยู่ที่ลงท้ายด้วย :{port}").format(
                    port=port
                ),
            )

    def _begin(self) -> tuple[str, ...]:
        from desktop.queue.lan import own_addresses

        self._queue.begin()
        return own_addresses() if self.own.part == "keeper" else ()

    def do(
        self,
        act: Callable[[QueueActions], T],
        done: Callable[[T], None] | None = None,
        refused: Callable[[OfficeError], None] | None = None,
    ) -> None:
        """Asks off the GUI thread, one act after the other in the order in which they were wanted."""
        if self.busy:
            self._waiting.append(("", lambda: self._ask(act, done, refused)))
        else:
            self._ask(act, done, refused)

    def in_turn(self, step: Callable[[], None], name: str = "") -> None:
        """Takes a step, which may `do` one act, once all before it is answered and the queue is known.

        So it sees how things stand then. A second key of the same `name` struck in a hurry is no second wish.
        """
        if name and name in (self._under_way, *(waiting for waiting, _ in self._waiting)):
            return
        self._waiting.append((name, step))
        self._go_on()

    @property
    def _is_known(self) -> bool:
        """Whether there is something to decide by: the queue, or why it can't be seen."""
        return self.has_begun and (self.own.part == "none" or self.standing is not None or self.is_away)

    def _go_on(self) -> None:
        while self._waiting and not self.busy and self._is_known:
            self._under_way, step = self._waiting.popleft()
            step()
            if not self.busy:
                self._under_way = ""

    def _ask(
        self,
        act: Callable[[QueueActions], T],
        done: Callable[[T], None] | None,
        refused: Callable[[OfficeError], None] | None,
    ) -> None:
        self.busy = True
        acts = self._queue.acts(self._house.session.person)

        def over(value: T) -> None:
            self._answered()
            if done is not None:
                done(value)
            self._look()
            self._go_on()

        def failed(error: Exception) -> None:
            self._answered()
            if refused is not None and isinstance(error, OfficeError):
                refused(error)
            else:
                self._house.notices.failed(error)
            self._look()
            self._go_on()

        self._house.worker.run(lambda: act(acts), owner=self, on_done=over, on_failed=failed)

    def _answered(self) -> None:
        self.busy, self._under_way = False, ""

    def _hand_over(self, news: News) -> None:
        """Comes on the queue's thread; the house may be gone at this very moment."""
        with suppress(RuntimeError):
            self._arrived.emit(news)

    def _hear(self, news: News) -> None:
        if news.standing is not None and news.standing is not self.news.standing:
            self._ahead = news.standing.now - self._house.office.clock.now()
        self.news = news
        self.changed.emit()
        self._look()
        self._go_on()

    def _look(self) -> None:
        """What was called from paper is this desk's own: read with every word."""
        place, hands = self.own.place, self._queue.hands
        if place or self.hand is not None:
            self._house.worker.run(lambda: hands.current(place), owner=self, on_done=self._show, view="hand")

    def _show(self, hand: Hand | None) -> None:
        if hand != self.hand:
            self.hand = hand
            self.changed.emit()
