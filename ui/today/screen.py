"""วันนี้: what waits for the clerk, the money of the day, and whether everything has been sent."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.model import Basket
from desktop.office.changes import Changes
from desktop.office.dates import english_date, local_date, thai_date
from desktop.office.money import format_baht
from ui.kit.buttons import SecondaryButton
from ui.kit.counted import counted
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import XL, XS, L, M, S, Tone
from ui.today.presenter import Today, look
from ui.today.task_row import TaskRow
from ui.work import Worker

_WIDE = 1080
_ABREAST = 1400
_ICONS: dict[Basket, tuple[str, Tone]] = {
    Basket.MINE: ("inbox", "accent"),
    Basket.NEW: ("route", "neutral"),
    Basket.DUE: ("calendar", "attention"),
}


class TodayScreen(Speaks, QWidget):
    """`wanted` brings the key of a room; `letters_wanted` the basket to open in the inbox.

    `fallen_wanted`: the letters there that nobody moves.
    """

    wanted = Signal(str)
    letters_wanted = Signal(object)
    fallen_wanted = Signal()
    waiting = Signal(int)

    def __init__(
        self,
        office: Office,
        session: Session,
        worker: Worker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._session, self._worker, self._language = office, session, worker, language
        self._today: Today | None = None
        self._asked = 0
        self._day, self._who = label(size="title"), label(ink="soft")
        self.tasks = {basket: TaskRow(*_ICONS[basket]) for basket in _ICONS}
        self.fallen, self.news = TaskRow("hourglass", "danger"), TaskRow("info", "info")
        self._letters, self._money, self._post = Panel(), Panel(), Panel()
        self.sum, self.count, self.book = label(size="sum"), label(ink="soft"), ThaiLabel(ink="soft")
        self._sent_mark, self.sent = Glyph("cloud-done", "ready"), ThaiLabel()
        self.counter_button, self.receipts_button = SecondaryButton(icon_name="counter"), SecondaryButton()
        self._keys = Keys(self)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tasks[Basket.MINE])
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self._letters.say(self.tr("หนังสือที่รอ"))
        self._money.say(self.tr("เงินที่รับวันนี้"))
        self._post.say(self.tr("การส่งข้อมูล"))
        self.counter_button.say(self.tr("ไปเคาน์เตอร์"))
        self.receipts_button.say(self.tr("ดูใบเสร็จ"))
        day = local_date(self._office.clock.now())
        self._day.setText(english_date(day) if self._language() == "en" else thai_date(day, "long", "arabic"))
        person = self._session.person
        english = self._language() == "en"
        self._who.setText(
            f"{person.name_en} · {person.position_en}" if english else f"{person.name_th} · {person.position_th}"
        )
        if self._today is not None:
            self._show(self._today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= _ABREAST) != self._abreast:
            self._arrange(abreast=not self._abreast)

    def changed(self, changes: Changes) -> None:
        if changes.touches("letter", "routing", "endorsement", "holiday", "receipt", "receipt_void"):
            self.refresh()

    def refresh(self) -> None:
        """Counts again in the background; only the newest answer is shown."""
        self._asked += 1
        asked, office, session = self._asked, self._office, self._session
        self._worker.run(
            lambda: look(office, session),
            owner=self,
            on_done=lambda today: self._show(today) if asked == self._asked else None,
        )

    def _show(self, today: Today) -> None:
        self._today = today
        names = {
            Basket.MINE: self.tr("ส่งถึงหน่วยงานฉัน"),
            Basket.NEW: self.tr("รอส่งต่อ"),
            Basket.DUE: self.tr("ครบกำหนดใน 3 วัน หรือเลยกำหนด"),
        }
        for basket, row in self.tasks.items():
            row.say(names[basket], today.letters[basket])
        self.fallen.say(self.tr("ตกหล่น ไม่มีใครขยับเกินกำหนด"), today.fallen)
        self.news.say(self.tr("เกิดขึ้นระหว่างที่ไม่อยู่"), today.news)
        receipts = today.receipts
        self.sum.setText(format_baht(receipts.sum_satang))
        void = " · " + self.tr("ยกเลิก {count}").format(count=receipts.void) if receipts.void else ""
        self.count.setText(
            counted(self.tr("บาท จากใบเสร็จ {count} ใบ"), receipts.valid).format(count=receipts.valid) + void
        )
        self.book.say(self._book_words(today))
        dress(self.book, ink="attention" if today.book_runs_low else "soft")
        self._sent_mark.show_icon(*(("hourglass", "attention") if today.unsent else ("cloud-done", "ready")))
        self.sent.say(
            counted(self.tr("รอส่ง {count} รายการ อยู่ครบในเครื่องนี้ จะส่งเองเมื่อต่อกับส่วนกลางได้"), today.unsent).format(
                count=today.unsent
            )
            if today.unsent
            else self.tr("งานทั้งหมดของเครื่องนี้ถึงส่วนกลางแล้ว")
        )
        self.waiting.emit(today.letters[Basket.MINE])

    def _book_words(self, today: Today) -> str:
        if today.next_receipt is None:
            return self.tr("เลขใบเสร็จในเครื่องนี้หมดแล้ว เลขชุดใหม่จะมาเองเมื่อต่อกับส่วนกลางได้")
        return counted(self.tr("ใบเสร็จเหลือ {left} เลข · เลขถัดไป {number:06d}"), today.receipts_left).format(
            left=today.receipts_left, number=today.next_receipt
        )

    def _connect(self) -> None:
        for basket, row in self.tasks.items():
            row.clicked.connect(lambda _=False, basket=basket: self.letters_wanted.emit(basket))
        self.fallen.clicked.connect(self.fallen_wanted)
        self.news.clicked.connect(lambda: self.wanted.emit("briefing"))
        self.counter_button.clicked.connect(lambda: self.wanted.emit("counter"))
        self.receipts_button.clicked.connect(lambda: self.wanted.emit("receipts"))

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("วันนี้")

        self._keys.name("Tab", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self._keys.name("Space", lambda: self.tr("เปิด"), group=group, hint=True)
        self._keys.name("Alt+1–9, 0", lambda: self.tr("ไปห้องอื่น"), group=group, hint=True)

    def _lay_out(self) -> None:
        self._letters.body.setSpacing(0)
        for row in (self.news, *self.tasks.values(), self.fallen):
            self._letters.body.addWidget(row)
        self._letters.body.addStretch(1)
        self._money.body.setSpacing(XS)
        for widget in (self.sum, self.count, self.book):
            self._money.body.addWidget(widget)
        self._money.body.addStretch(1)
        self._money.body.addLayout(self._money_buttons())
        sent = QHBoxLayout()
        sent.setSpacing(S)
        sent.addWidget(self._sent_mark)
        sent.addWidget(self.sent, 1)
        self._post.body.addLayout(sent)
        self._post.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, S)
        column.setSpacing(0)
        column.addWidget(self._day)
        column.addWidget(self._who)
        column.addWidget(self._panels())
        column.addStretch(1)
        column.addWidget(HintBar(self._keys))

    def _money_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, M, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.counter_button)
        line.addWidget(self.receipts_button)
        line.addStretch(1)
        return line

    def _panels(self) -> QWidget:
        holder = self._holder = QWidget()
        grid = self._grid = QGridLayout(holder)
        grid.setContentsMargins(0, M, 0, 0)
        grid.setSpacing(L)
        grid.addWidget(self._letters, 0, 0)
        grid.addWidget(self._money, 0, 1)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        self._arrange(abreast=False)
        return holder

    def _arrange(self, *, abreast: bool) -> None:
        """The three panels side by side, or the third below the others; no wider than the eye likes."""
        grid = self._grid
        grid.removeWidget(self._post)
        grid.addWidget(self._post, *((0, 2) if abreast else (1, 0, 1, 2)))
        grid.setColumnStretch(2, int(abreast))
        self._holder.setMaximumWidth(_WIDE * 3 // 2 if abreast else _WIDE)
        self._abreast = abreast
