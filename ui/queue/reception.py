"""The reception: one key takes a ticket and prints its slip. What was taken last stands there large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.queue.model import Lane, Service, Ticket
from ui.kit.buttons import SecondaryButton
from ui.kit.inputs import CheckBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XS, L, M, S
from ui.queue.link import QueueLink
from ui.queue.service_tile import ServiceTile

_MOST = 9
_COLUMNS = 2


class Reception(Speaks, QWidget):
    """`taken` brings the ticket and how many wait before it: for whoever prints."""

    taken = Signal(object, int)
    print_again = Signal(object, int)

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._services: tuple[Service, ...] = ()
        self.tiles: list[ServiceTile] = []
        self.last: tuple[Ticket, int] | None = None
        self.priority = CheckBox()
        self.number, self.told = label(size="sum", strong=True), ThaiLabel(ink="soft")
        self.again = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.panel, self.nothing = Panel(), EmptyState("queue")
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.again.clicked.connect(self._print_again)
        link.changed.connect(self.show_news)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("รับบัตรคิว"))
        self.priority.setText(self.tr("ช่องทางพิเศษ: ผู้สูงอายุ ผู้พิการ พระภิกษุ หญิงมีครรภ์"))
        self.priority.setAccessibleName(self.priority.text())
        self.again.say(self.tr("พิมพ์บัตรซ้ำ"))
        self.panel.say(self.tr("บัตรล่าสุด"))
        self.nothing.say(
            self.tr("ยังไม่มีบริการให้รับบัตร"),
            self.tr("บริการของศูนย์จะขึ้นที่นี่ เมื่อเครื่องนี้ต่อกับเครื่องหลักของคิว และเปิดบริการไว้ที่ตั้งค่า"),
        )
        self._services = ()
        self.show_news()
        self._show_last()

    def show_news(self) -> None:
        """The services that are open, each with how many wait."""
        standing = self._link.standing
        services = tuple(one for one in standing.setup.services if one.open)[:_MOST] if standing else ()
        if services != self._services:
            self._services = services
            self._make_tiles()
        for tile, service in zip(self.tiles, services, strict=True):
            tile.show_waiting(len(standing.waiting((service.letter,))) if standing else 0)
        self.nothing.setVisible(not services)
        for widget in (self.priority, self.panel):
            widget.setVisible(bool(services))

    def take(self, number: int) -> None:
        """A ticket of the service with this key; a key that comes before the services waits for them."""
        lane = Lane.PRIORITY if self.priority.isChecked() else Lane.NORMAL
        self.priority.setChecked(False)
        self._link.in_turn(lambda: self._take(number, lane))

    def _take(self, number: int, lane: Lane) -> None:
        if number <= len(self._services):
            letter = self._services[number - 1].letter
            self._link.do(lambda acts: acts.take(letter, lane), self._taken)

    def _taken(self, taken: tuple[Ticket, int]) -> None:
        self.last = taken
        self._show_last()
        self.taken.emit(*taken)

    def _print_again(self) -> None:
        if self.last is not None:
            self.print_again.emit(*self.last)

    def _show_last(self) -> None:
        self.again.setEnabled(self.last is not None)
        self.number.setText(self.last[0].code if self.last else "–")
        self.told.say(self._last_words())

    def _last_words(self) -> str:
        if self.last is None:
            return self.tr("กดตัวเลขของบริการหนึ่งครั้ง บัตรจะออกและพิมพ์ทันที")
        ticket, before = self.last
        standing = self._link.standing
        service = standing.setup.service(ticket.letter) if standing else None
        name = service.name(self._link.code()) if service else ""
        return self.tr("{service} · รอก่อนหน้า {count} คิว").format(service=name, count=before)

    def _make_tiles(self) -> None:
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for at, service in enumerate(self._services):
            tile = ServiceTile(at + 1, service, self._link.code())
            tile.clicked.connect(lambda _=False, number=at + 1: self.take(number))
            self._grid.addWidget(tile, at // _COLUMNS, at % _COLUMNS)
            self.tiles.append(tile)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("รับบัตรคิว")

        self._keys.add_numbers(_MOST, lambda: self.tr("รับบัตรของบริการ"), self.take, group=group, hint=True)
        self._keys.add("0", lambda: self.tr("ช่องทางพิเศษ"), self.priority.toggle, group=group, hint=True)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(M)
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.priority)
        left.addLayout(self._grid)
        left.addWidget(self.nothing, 1)
        left.addStretch(1)
        left.addWidget(HintBar(self._keys))
        for widget in (self.number, self.told):
            self.panel.body.addWidget(widget)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.again)
        self.panel.body.setSpacing(XS)
        self.panel.setFixedWidth(300)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, S, 0, 0)
        line.setSpacing(L)
        line.addLayout(left, 1)
        line.addWidget(self.panel)
