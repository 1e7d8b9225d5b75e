"""The counter's bar: whom it serves and since when, how many wait, and the key for the next. Other screens embed it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.errors import OfficeError
from desktop.queue.model import Hand, State, Ticket
from desktop.queue.rules import read_code
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Badge, Chip
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import OneLine, dress, label
from ui.kit.tokens import XS, S, Tone
from ui.queue import words
from ui.queue.link import QueueLink
from ui.queue.more_row import MoreRow

_TICK_MS = 1000
_SHORT_QUEUE = 1


class QueueBar(Speaks, QWidget):
    """Not there at a desk that is no counter. `served` brings the ticket that was called, or None.

    `main`: calling the next one is what its screen is for.
    """

    served = Signal(object)

    def __init__(self, link: QueueLink, parent: QWidget | None = None, *, main: bool = False) -> None:
        super().__init__(parent)
        self._link = link
        self._nobody_at = -1
        self.number, self.state = label(size="title", strong=True), OneLine(ink="soft")
        self.minutes, self.waiting = label(strong=True), Chip()
        self.typed = LineEdit()
        self.next = (PrimaryButton if main else SecondaryButton)(key="F2", icon_name="queue")
        self.again = QuietButton(key="Shift+F2", icon_name="refresh")
        self.other = QuietButton(key="Ctrl+F2")
        self.more = MoreRow(link)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def place(self) -> str:
        return self._link.own.place

    @property
    def ticket(self) -> Ticket | None:
        """Whom this counter serves, as far as is known."""
        standing = self._link.standing
        return standing.at(self.place) if standing is not None and self.place else None

    @property
    def hand(self) -> Hand | None:
        return self._link.hand

    def retranslate(self) -> None:
        self.other.say(self.tr("อื่น ๆ"))
        self.again.say(self.tr("เรียกซ้ำ"))
        self.typed.setPlaceholderText(self.tr("เลขบนบัตรกระดาษ"))
        self.typed.setAccessibleName(self.tr("เลขบนบัตรกระดาษ"))
        self.show_news()

    def show_news(self) -> None:
        """Draws what is known now."""
        self.setVisible(bool(self.place) and self._link.own.part != "none")
        away, ticket, hand = self._link.is_away, self.ticket, self.hand
        by_hand = away or hand is not None
        self.typed.setVisible(by_hand)
        self.number.setText(hand.typed if by_hand and hand else ticket.code if ticket and not by_hand else "–")
        self.state.setText(self._state_words(ticket, hand, by_hand))
        dress(self.state, ink="attention" if away else "soft")
        self._show_waiting(away)
        self.next.say(self.tr("เรียกจากกระดาษ") if by_hand else self.tr("เรียกคิวถัดไป"))
        self.again.setEnabled(ticket is not None and not by_hand)
        self.other.setEnabled(not by_hand or hand is not None)
        self.more.show_news(ticket, hand if by_hand else None)
        self._show_minutes()
        self.setAccessibleName(f"{words.counter(self.place)} {self.number.text()} {self.state.text()}")

    def call_next(self) -> None:
        """The key: the next one, and the one before is done."""
        self._link.in_turn(self._call_next, "call next")

    def call_again(self) -> None:
        self._link.in_turn(self._call_again, "call again")

    def _call_next(self) -> None:
        place, ticket = self.place, self.ticket
        if self._link.is_away or self.hand is not None:
            self._call_from_paper()
            return
        done = ticket.id if ticket else None
        self._link.do(lambda acts: acts.call_next(place, done), self.served.emit, self._refused)

    def _call_again(self) -> None:
        ticket = self.ticket
        if ticket is not None:
            self._link.do(lambda acts: acts.again(ticket))

    def _call_from_paper(self) -> None:
        place, typed = self.place, self.typed.value
        if not typed and not self._link.is_away:
            self._link.do(lambda acts: acts.finish_by_hand(place))  # the keeper is back: the queue goes on from here
            return
        if not typed:
            self.typed.setFocus()
            return
        read = read_code(typed)
        plain = f"{read[0]}{read[1]:03}" if read else typed
        self.typed.clear()
        self._link.do(lambda acts: acts.call_by_hand(place, plain))

    def _refused(self, error: OfficeError) -> None:
        """Nobody waiting is no failure: the one who was served goes on being shown, and is done with the other key."""
        if error.code == "queue.nobody_waits":
            self._nobody_at = self._link.standing.version if self._link.standing else -1
            self.show_news()
        else:
            self._link.tell(error)

    def _state_words(self, ticket: Ticket | None, hand: Hand | None, by_hand: bool) -> str:
        if self._link.is_away:
            return self.tr("ติดต่อเครื่องหลักไม่ได้ เรียกจากบัตรกระดาษ")
        if by_hand and hand is not None:
            return self.tr("เรียกจากกระดาษ กด F2 เมื่อเสร็จ")
        if self._link.standing is not None and self._link.standing.version == self._nobody_at:
            return self.tr("ไม่มีผู้รอแล้ว")
        if ticket is None:
            return self.tr("ว่าง พร้อมเรียก")
        special = words.lane(ticket.lane)
        return f"{words.state(State.CALLED)} · {special}" if special else words.state(State.CALLED)

    def _show_waiting(self, away: bool) -> None:
        standing = self._link.standing
        place = standing.setup.place(self.place) if standing else None
        waiting = standing.waiting(place.letters) if standing and place else ()
        count = sum(one.place in ("", self.place) for one in waiting)
        tone: Tone = "attention" if count > _SHORT_QUEUE else "neutral"
        self.waiting.setVisible(not away and standing is not None)
        self.waiting.show_badge(Badge(self.tr("รอ {count}").format(count=count), tone, "users"))

    def _show_minutes(self) -> None:
        since = self.hand.called_at if self.hand else self.ticket.last_called_at if self.ticket else None
        now = self._link.now()
        self.minutes.setText(words.length((now - since).total_seconds()) if since else "")
        if since and not self._tick.isActive():
            self._tick.start()
        if not since:
            self._tick.stop()

    def _connect(self) -> None:
        self._link.changed.connect(self.show_news)
        self._tick.timeout.connect(self._show_minutes)
        self.next.clicked.connect(self.call_next)
        self.again.clicked.connect(self.call_again)
        self.other.clicked.connect(self._turn_more)
        self.typed.returnPressed.connect(self.call_next)
        self.more.over.connect(lambda: self.more.setVisible(False))

    def _turn_more(self) -> None:
        self.more.setVisible(not self.more.isVisible())
        if self.more.isVisible():
            self.more.setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for widget in (self.number, self.minutes):
            line.addWidget(widget)
        line.addWidget(self.state, 1)
        for part in (self.waiting, self.typed, self.again, self.other, self.next):
            line.addWidget(part)
        line.setSpacing(S)
        self.typed.setFixedWidth(150)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(line)
        column.addWidget(self.more)
