"""The queue from behind the counter: its bar, and who waits, is held or is at another counter."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.queue.model import Lane, State, Ticket
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import M, S
from ui.queue import words
from ui.queue.bar import QueueBar
from ui.queue.link import QueueLink

_ORDER = {State.CALLED: 0, State.HELD: 1, State.WAITING: 2}


class CounterPage(Speaks, QWidget):
    """Enter calls the ticket under the cursor, out of its order."""

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.bar = QueueBar(link, main=True)
        self.rows = self._columns()
        self.table: TableView[Ticket] = TableView()
        self.table.show_model(self.rows)
        self.nothing = EmptyState("queue")
        self._stack = QStackedWidget()
        self._keys = Keys(self)
        self._lay_out()
        self.table.opened.connect(self._call)
        link.changed.connect(self.show_news)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("บัตรคิว"))
        self.rows.retitle()
        self.show_news()

    def show_news(self) -> None:
        standing = self._link.standing
        tickets = standing.tickets if standing else ()
        self.rows.show_rows(sorted(tickets, key=lambda one: _ORDER[one.state]))
        self._stack.setCurrentWidget(self.table if tickets else self.nothing)
        if not self._link.own.place:
            self.nothing.say(
                self.tr("เครื่องนี้ยังไม่ได้เป็นช่องบริการ"), self.tr("เลือกเลขช่องของเครื่องนี้ที่ตั้งค่า แล้วแถบเรียกคิวจะขึ้นที่นี่และที่หน้าประชาชน")
            )
        elif self._link.is_away:
            self.nothing.say(self.tr("รายชื่อผู้รออยู่ที่เครื่องหลัก"), self.tr("พิมพ์เลขบนบัตรกระดาษที่แถบด้านบน แล้วกด F2"))
        else:
            self.nothing.say(self.tr("ไม่มีผู้รอคิว"), self.tr("เมื่อมีผู้รับบัตร หมายเลขจะขึ้นที่นี่เอง กด F2 เพื่อเรียกคิวถัดไป"))

    def _call(self, ticket: Ticket | None) -> None:
        place, current = self._link.own.place, self.bar.ticket
        if ticket is not None and place and ticket.state != State.CALLED:
            done = current.id if current else None
            self._link.do(lambda acts: acts.call(place, ticket.code, done))

    def _columns(self) -> RowsModel[Ticket]:
        def lane(ticket: Ticket) -> tuple[Badge, ...]:
            return (Badge(words.lane(ticket.lane), "info"),) if ticket.lane == Lane.PRIORITY else ()

        def since(ticket: Ticket) -> str:
            start = ticket.last_called_at if ticket.state == State.CALLED else ticket.taken_at
            return words.length((self._link.now() - start).total_seconds()) if start else ""

        def service(ticket: Ticket) -> str:
            standing = self._link.standing
            found = standing.setup.service(ticket.service) if standing else None
            return found.name(self._link.code()) if found else ticket.service

        columns = (
            Column[Ticket](lambda: self.tr("เลขคิว"), lambda one: one.code, 96, strong=True),
            Column[Ticket](lambda: self.tr("บริการ"), service, 220, stretch=True),
            Column[Ticket](lambda: self.tr("ช่องทาง"), lambda one: words.lane(one.lane), 130, badges=lane),
            Column[Ticket](lambda: self.tr("สถานะ"), lambda one: words.state(one.state), 140),
            Column[Ticket](lambda: self.tr("ช่อง"), lambda one: one.place, 72),
            Column[Ticket](lambda: self.tr("นาที"), since, 84, soft=True),
        )
        return RowsModel(columns, lambda one: one.id, self)

    def _lay_out(self) -> None:
        self._keys.name("Return", lambda: self.tr("เรียกเลขที่เลือก"), group=lambda: self.tr("เรียกคิว"), hint=True)
        self._keys.name("F2", lambda: self.tr("เรียกคิวถัดไป"), group=lambda: self.tr("เรียกคิว"))
        for page in (self.nothing, self.table):
            self._stack.addWidget(page)
        panel = Panel(padding=M)
        panel.body.addWidget(self.bar)
        self._panel = panel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(panel)
        column.addWidget(self._stack, 1)
        column.addWidget(HintBar(self._keys))
