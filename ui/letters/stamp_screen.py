"""The intake stamp printed onto the paper original: what goes into the tray, which way, and what the printer adds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.devices.printer import Queue, usual
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.paper.stamp_sheet import HEIGHT_MM, WIDTH_MM, Feed, measured
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.page_view import PageView
from ui.kit.panels import Panel, scrolling
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import FORM_WIDTH, L, M, S
from ui.letters.stamp_presenter import STAMP, StampPresenter, ToPrint
from ui.notices import Notices
from ui.pdf_pages import pdf_pages
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

HEAD, TAIL = "head", "tail"
UP, DOWN = "up", "down"


class StampScreen(Speaks, QWidget):
    """`closed` when the clerk goes back. What is set here is kept for the printer when something is printed on it."""

    closed = Signal()

    def __init__(
        self, presenter: StampPresenter, worker: Worker, notices: Notices, printing: SheetPrinting,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._printing = presenter, worker, notices, printing
        self._wanted: ToPrint | None = None
        self._tried = False
        self.view = PageView(thumbs=False)
        self.title, self.lay_in = ThaiLabel(size="head", strong=True), ThaiLabel()
        self.untried = ThaiLabel(ink="attention")
        self.measure, self.astray = ThaiLabel(ink="soft", size="small"), ThaiLabel(ink="soft", size="small")
        self.queue, self.right, self.down = ComboBox(), LineEdit("0"), LineEdit("0")
        self.first, self.face = Segmented([(HEAD, ""), (TAIL, "")]), Segmented([(UP, ""), (DOWN, "")])
        self._fields = tuple(Field("", one) for one in (self.queue, self.first, self.face, self.right, self.down))
        self.print_button = PrimaryButton(key="F9", icon_name="stamp")
        self.trial_button = SecondaryButton(key="F6", icon_name="printer")
        self.back_button = QuietButton(key="Esc")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.print_button)
        self.retranslate()

    def retranslate(self) -> None:
        self._say_title()
        names = (
            self.tr("เครื่องพิมพ์"), self.tr("ขอบที่เข้าเครื่องก่อน"), self.tr("ด้านที่จะพิมพ์"),
            self.tr("เลื่อนไปทางขวา (มม.)"), self.tr("เลื่อนลง (มม.)"),
        )  # fmt: skip
        for field, said in zip(self._fields, names, strict=True):
            field.say(said)
        self.first.offer([(HEAD, self.tr("ขอบบน")), (TAIL, self.tr("ขอบล่าง"))])
        self.face.offer([(UP, self.tr("หงายขึ้น")), (DOWN, self.tr("คว่ำลง"))])
        self.untried.say(self.tr("เครื่องพิมพ์นี้ยังไม่เคยหาตำแหน่ง ลองพิมพ์แผ่นหาตำแหน่งบนกระดาษเปล่าก่อน"))
        self.measure.say(
            self.tr(
                "เขียนคำว่า “บน” ไว้ที่ขอบบนของกระดาษเปล่า ใส่ถาดเหมือนใส่หนังสือ กด F6 "
                "แล้วพับครึ่งทั้งสองทาง รอยพับตัดมาตรที่เลขใดให้กรอกเลขนั้น ทางซ้ายและขึ้นบนเป็นเลขลบ"
            )
        )
        self.astray.say(self.tr("ถ้าตราออกไม่ตรง แก้ระยะแล้วพิมพ์ใหม่ได้ เลขรับไม่เปลี่ยน"))
        self.print_button.say(self.tr("พิมพ์ตรา"))
        self.trial_button.say(self.tr("พิมพ์แผ่นหาตำแหน่ง"))
        self.back_button.say(self.tr("กลับ"))
        self.view.empty.say(self.tr("กำลังเตรียมตรา"), self.tr("แผ่นที่จะพิมพ์ขึ้นตรงนี้ มีแต่ตรารับ"))
        self._say_lay_in()

    def open(self, letter_id: Id) -> None:
        """Prepares the stamp of a letter."""
        self._wanted = None
        self.view.show_pages(None)
        self._allow()
        self._worker.run(lambda: self._presenter.open(letter_id), owner=self, on_done=self._opened)
        self._worker.run(self._printing.system_queues, owner=self, on_done=self._offer)

    def feed(self) -> Feed | None:
        """What is set, or None while something is no measure; its field says so."""
        sides = [measured(one.value) for one in (self.right, self.down)]
        for field, side in zip(self._fields[3:], sides, strict=True):
            field.say_error("" if side is not None else self.tr("เป็นมิลลิเมตร ไม่เกิน 20"))
        right, down = sides
        if right is None or down is None:
            return None
        return Feed(right, down, tail_first=self.first.value == TAIL, face_down=self.face.value == DOWN)

    def print(self) -> None:
        """Keeps what is set for this printer, and prints the stamp."""
        wanted, feed, queue = self._wanted, self.feed(), self.queue.value
        if wanted is None or feed is None or not queue:
            return
        self._keep(queue, feed)
        presenter = self._presenter
        self._printing.print_file(
            STAMP, presenter.label(wanted), wanted.letter.id, lambda: presenter.filed(wanted, feed), queue
        )

    def print_trial(self) -> None:
        queue = self.queue.value
        if queue:
            self._printing.print_beside("stamp trial", lambda: self._presenter.trial(queue), self._tried_out, queue)

    def _tried_out(self, queue: str) -> None:
        self._notices.say("ready", self.tr("ส่งพิมพ์แผ่นหาตำแหน่งแล้ว"), queue)

    def _keep(self, queue: str, feed: Feed) -> None:
        self._tried = True
        self.untried.hide()
        self._worker.run(lambda: self._presenter.keep(queue, feed), owner=self, lane="write")

    def _opened(self, wanted: ToPrint) -> None:
        self._wanted = wanted
        self._say_title()
        self._look()
        self._allow()

    def _offer(self, queues: tuple[Queue, ...]) -> None:
        chosen, names = self._printing.a4_queue, [one.name for one in queues]
        if not names:
            self._notices.failed(OfficeError("printer.no_system"))
            return
        self.queue.offer([(name, name) for name in names])
        self.queue.choose(chosen if chosen in names else usual(queues))
        self._ask_feed()

    def _ask_feed(self) -> None:
        queue = self.queue.value
        if queue:
            self._worker.run(
                lambda: self._presenter.feed(queue),
                owner=self,
                on_done=lambda feed: self._fed(feed) if queue == self.queue.value else None,
            )

    def _fed(self, feed: Feed | None) -> None:
        self._tried = feed is not None
        self.untried.setVisible(not self._tried)
        said = feed or Feed()
        self.first.choose(TAIL if said.tail_first else HEAD)
        self.face.choose(DOWN if said.face_down else UP)
        self.right.setText(f"{said.right_mm:g}")
        self.down.setText(f"{said.down_mm:g}")
        self._changed()

    def _changed(self) -> None:
        self._say_lay_in()
        self._look()
        self._allow()

    def _look(self) -> None:
        """Shows the sheet as it would leave the printer now."""
        wanted, feed = self._wanted, self.feed()
        if wanted is None or feed is None:
            return
        self._worker.run(
            lambda: self._presenter.sheet(wanted, feed),
            owner=self,
            on_done=self._show_sheet,
            lane="render",
        )

    def _show_sheet(self, pdf: bytes) -> None:
        self.view.renew_pages(pdf_pages(pdf, ((WIDTH_MM, HEIGHT_MM),), self._worker, self))
        self.view.canvas.fit("page")

    def _allow(self) -> None:
        ready = bool(self.queue.value)
        self.trial_button.setEnabled(ready)
        self.print_button.setEnabled(ready and self._wanted is not None)

    def _say_title(self) -> None:
        number = self._wanted.stamp.number if self._wanted else ""
        self.title.say(self.tr("พิมพ์ตรารับลงบนต้นฉบับ {number}").format(number=number))

    def _say_lay_in(self) -> None:
        """What the clerk does with the paper, in words."""
        edge = self.tr("ขอบล่างเข้าก่อน") if self.first.value == TAIL else self.tr("ขอบบนเข้าก่อน")
        side = self.tr("คว่ำหน้าลง") if self.face.value == DOWN else self.tr("หงายหน้าขึ้น")
        words = self.tr("ใส่หน้าแรกของต้นฉบับแผ่นเดียวในถาดป้อนมือ {side} {edge} แล้วกด F9")
        self.lay_in.say(words.format(side=side, edge=edge))

    def _connect(self) -> None:
        self.queue.chosen.connect(lambda _: self._ask_feed())
        for choice in (self.first, self.face):
            choice.chosen.connect(lambda _: self._changed())
        for edit in (self.right, self.down):
            edit.textEdited.connect(lambda _: self._look())
        self.print_button.clicked.connect(self.print)
        self.trial_button.clicked.connect(self.print_trial)
        self.back_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        queue, first, face, right, down = self._fields
        for widget in (self.title, self.lay_in, queue, self.untried, row(first, face), row(right, down), self.astray):
            column.addWidget(widget)
        column.addWidget(self.measure)
        column.addWidget(self.trial_button)
        column.addStretch(1)
        side = Panel(padding=M)
        side.setFixedWidth(FORM_WIDTH - 60)
        side.body.addWidget(scrolling(content))
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self.view, 1)
        middle.addWidget(side)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L + S, L, L + S, M)
        whole.setSpacing(M)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)
