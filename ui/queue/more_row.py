"""What a counter does with a ticket besides calling the next: out of order, done, not come, held, sent on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.queue.model import Hand, State, Ticket
from ui.kit.buttons import SecondaryButton
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.tokens import S
from ui.queue import words
from ui.queue.link import QueueLink

_LONGEST = 26


class MoreRow(Speaks, QWidget):
    """`over` when something was done and the row may go."""

    over = Signal()

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._ticket: Ticket | None = None
        self._hand: Hand | None = None
        self.number, self.call = LineEdit(), SecondaryButton()
        self.done, self.missing, self.hold = SecondaryButton(), SecondaryButton(), SecondaryButton()
        self.target, self.send = ComboBox(), SecondaryButton(icon_name="route")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.number)
        self.retranslate()

    def retranslate(self) -> None:
        self.number.setPlaceholderText(self.tr("เลขคิว เช่น A17"))
        self.number.setAccessibleName(self.tr("เลขคิวที่จะเรียก"))
        self.call.say(self.tr("เรียกเลขนี้"))
        self.done.say(self.tr("เสร็จ"))
        self.missing.say(self.tr("ไม่มา"))
        self.hold.say(self.tr("พักไว้"))
        self.target.setAccessibleName(self.tr("ส่งต่อไปที่"))
        self.send.say(self.tr("ส่งต่อ"))
        self._offer()

    def show_news(self, ticket: Ticket | None, hand: Hand | None) -> None:
        """The ticket that the counter serves, or the number that it called from paper."""
        self._ticket, self._hand = ticket, hand
        for button in (self.done, self.missing):
            button.setEnabled(ticket is not None or hand is not None)
        of_ticket: tuple[QWidget, ...] = (self.hold, self.send, self.target)
        for widget in of_ticket:
            widget.setEnabled(ticket is not None and hand is None)
        self.number.setEnabled(hand is None)
        self.call.setEnabled(hand is None)
        self._offer()

    def _offer(self) -> None:
        """Every service that is open, then every other counter."""
        standing = self._link.standing
        if standing is None:
            return
        language, own = self._link.code(), self._link.own.place
        services = [
            (one.letter, _short(f"{one.letter} {one.name(language)}")) for one in standing.setup.services if one.open
        ]
        places = [one for one in standing.setup.places if one.number != own]
        options = services + [(f"@{one.number}", words.counter(one.number)) for one in places]
        if options != self._offered():
            self.target.offer(options)

    def _offered(self) -> list[tuple[str, str]]:
        return [(str(self.target.itemData(at)), self.target.itemText(at)) for at in range(self.target.count())]

    def _call_number(self) -> None:
        place, code = self._link.own.place, self.number.value
        done = self._ticket.id if self._ticket else None
        if code:
            self._link.do(lambda acts: acts.call(place, code, done), lambda _: self._finished())

    def _finish(self, state: State) -> None:
        ticket, place = self._ticket, self._link.own.place
        if self._hand is not None:
            self._link.do(lambda acts: acts.finish_by_hand(place, state), lambda _: self._finished())
        elif ticket is not None:
            self._link.do(lambda acts: acts.finish(ticket, state), lambda _: self._finished())

    def _send(self) -> None:
        ticket, target = self._ticket, self.target.value
        if ticket is None or not target:
            return
        service, place = (ticket.service, target[1:]) if target.startswith("@") else (target, "")
        self._link.do(lambda acts: acts.send(ticket, service, place), lambda _: self._finished())

    def _finished(self) -> None:
        self.number.clear()
        self.over.emit()

    def _connect(self) -> None:
        turn = self._link.in_turn
        for signal in (self.call.clicked, self.number.returnPressed):
            signal.connect(lambda *_: turn(self._call_number, "call number"))
        self.done.clicked.connect(lambda: turn(lambda: self._finish(State.DONE), "finish"))
        self.missing.clicked.connect(lambda: turn(lambda: self._finish(State.NO_SHOW), "finish"))
        self.hold.clicked.connect(lambda: turn(lambda: self._finish(State.HELD), "finish"))
        self.send.clicked.connect(lambda: turn(self._send, "send"))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        self.number.setFixedWidth(190)
        line.addWidget(self.number)
        line.addWidget(self.call)
        line.addStretch(1)
        right: tuple[QWidget, ...] = (self.done, self.missing, self.hold, self.target, self.send)
        for widget in right:
            line.addWidget(widget)


def _short(name: str) -> str:
    """The row has room for so much of a service's name; its letter says which it is."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
