"""The room of the queue: reception, counter, the day in figures, settings; and the way to the board."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.devices.printer import Media, Printer, usual
from desktop.queue.model import Ticket
from ui.house import House
from ui.kit.buttons import SecondaryButton
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M
from ui.queue import words
from ui.queue.board import BoardWindow
from ui.queue.counter_page import CounterPage
from ui.queue.link import QueueLink
from ui.queue.reception import Reception
from ui.queue.report_page import ReportPage
from ui.queue.setup_page import SetupPage

PAGES = ("reception", "counter", "report", "setup")


class QueueScreen(Speaks, QWidget):
    """`printer` is asked for off the GUI thread, `queue` names the clerk's printer or None."""

    printed = Signal(object)

    def __init__(
        self, house: House, link: QueueLink, printer: Callable[[], Printer],
        queue: Callable[[], str | None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._house, self._link = house, link
        self._printer, self._queue = printer, queue
        self.board: BoardWindow | None = None
        self._begun = False
        self.pages = Segmented([(page, "") for page in PAGES])
        self.open_board = SecondaryButton(key="F11", icon_name="queue")
        self.trouble = ThaiLabel(ink="attention", strong=True)
        self.reception, self.counter = Reception(link), CounterPage(link)
        self.report, self.setup = ReportPage(link), SetupPage(link)
        self._stack = QStackedWidget()
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn("reception")
        self._show_first()

    def retranslate(self) -> None:
        names = self.tr("รับบัตร"), self.tr("เรียกคิว"), self.tr("สรุปวัน"), self.tr("ตั้งค่า")
        self.pages.offer(list(zip(PAGES, names, strict=True)))
        self.pages.setAccessibleName(self.tr("หน้าของคิว"))
        self.open_board.say(self.tr("เปิดจอเรียกคิว"))
        self._show_trouble()

    def _show_first(self) -> None:
        """Where there is no queue yet, it is set up first; nobody is taken from a page that they turned to."""
        if self._link.has_begun and not self._begun:
            self._begun = True
            if self._link.own.part == "none" and self._stack.currentWidget() is self.reception:
                self.turn("setup")

    def turn(self, page: str) -> None:
        """Shows one of `PAGES`."""
        self.pages.choose(page)
        widget = self._page(page)
        self._stack.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        widget.setFocus()
        if page == "report" and self._link.own.part != "none":
            self.report.refresh()
        if page == "setup":
            self._link.look_at_voice(self.setup.show_voice)

    def show_board(self) -> BoardWindow:
        """On the other screen where there is one; an open board is only brought forward."""
        if self.board is None:
            self.board = BoardWindow(self._link, self._house.session.office.name_th, self)
            self.board.closed.connect(self._board_gone)
            self.board.open_beside(self.window())
        else:
            self.board.raise_()
        return self.board

    def print_slip(self, ticket: Ticket, before: int) -> None:
        """Sends a slip to the chosen queue; OfficeError `printer.no_system` is told: the number stands all the same."""
        chosen, standing, name = self._queue(), self._link.standing, self._house.session.office.name_th
        service = standing.setup.service(ticket.letter) if standing else None

        def submit() -> str:
            from desktop.queue.paper import slip_pdf

            printer = self._printer()
            queue = chosen or usual(printer.queues())
            printer.submit(slip_pdf(ticket, before, service, name), queue, f"queue {ticket.code}", Media.QUEUE_SLIP)
            return queue

        self._house.worker.run(submit, owner=self, on_done=self.printed.emit)

    def _page(self, page: str) -> QWidget:
        return {"reception": self.reception, "counter": self.counter, "report": self.report, "setup": self.setup}[page]

    def _board_gone(self) -> None:
        self.board = None

    def _show_trouble(self) -> None:
        """What is wrong, wherever one is: nobody calls from a queue that stands still without knowing it."""
        title, advice = words.trouble(self._link.news.trouble, self._link.code())
        self.trouble.say(f"{title} · {advice}" if title else "")
        self.trouble.setVisible(bool(title))

    def _connect(self) -> None:
        def group() -> str:
            return self.tr("คิว")

        self._link.changed.connect(self._show_trouble)
        self._link.changed.connect(self._show_first)
        self.pages.chosen.connect(self.turn)
        self.open_board.clicked.connect(self.show_board)
        self.reception.taken.connect(self.print_slip)
        self.reception.print_again.connect(self.print_slip)
        self.setup.settled.connect(self._link.begin)
        self._keys.add_numbers(
            len(PAGES), lambda: self.tr("หน้าของคิว"), lambda number: self.turn(PAGES[number - 1]), group=group,
            held="Ctrl+",
        )  # fmt: skip

    def _lay_out(self) -> None:
        for page in PAGES:
            self._stack.addWidget(self._page(page))
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.pages)
        head.addStretch(1)
        head.addWidget(self.open_board)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)
