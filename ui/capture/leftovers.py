"""Pages that came in and became no letter: offered again, wherever pages come in, until somebody decides on them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.capture.batch import KEPT
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.days import moment
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour
from ui.kit.tokens import XS, M, S

if TYPE_CHECKING:
    from desktop.capture.batch import BatchRow


class LeftoverBand(Speaks, QWidget):
    """One batch at a time, the newest first; each signal brings its row.

    `more`: further pages shall be scanned to it; `wanted`: it shall be a document now; `put_away`: not now, but kept.
    """

    more = Signal(object)
    wanted = Signal(object)
    put_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BatchRow, ...] = ()
        self.said, self._which = ThaiLabel(strong=True), ThaiLabel()
        self.wanted_button = SecondaryButton(icon_name="letter")
        self.more_button = SecondaryButton(icon_name="scan")
        self.away_button = QuietButton()
        for button, signal in (
            (self.wanted_button, self.wanted), (self.more_button, self.more), (self.away_button, self.put_away)
        ):  # fmt: skip
            button.clicked.connect(self._telling(signal.emit))
        self._lay_out()
        self.setFocusProxy(self.wanted_button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.wanted_button.say(self.tr("ทำเป็นเอกสาร"))
        self.more_button.say(self.tr("สแกนต่อ"))
        self.away_button.say(self.tr("เก็บไว้ก่อน"))
        self.away_button.setToolTip(self.tr("ไม่แสดงที่นี่อีก เลือกกลับมาได้ที่โต๊ะสแกนภายใน {days} วัน").format(days=KEPT.days))
        self._say()

    def show_rows(self, rows: "Sequence[BatchRow]") -> None:
        """Hides when there are none."""
        news = bool(rows) and tuple(rows) != self._rows
        self._rows = tuple(rows)
        self._say()
        self.setVisible(bool(rows))
        if news:
            announce(self, self.accessibleName())

    def _telling(self, tell: "Callable[[BatchRow], object]") -> Callable[[], None]:
        def clicked() -> None:
            for row in self._rows[:1]:
                tell(row)

        return clicked

    def _say(self) -> None:
        if not self._rows:
            return
        row, others = self._rows[0], len(self._rows) - 1
        pages = row.pages - row.registered
        self.said.say(counted(self.tr("มีหน้าสแกนค้างอยู่ {pages} หน้า"), pages).format(pages=pages))
        which = f"{row.by_name} · {moment(row.at)}"
        if others:
            which += " · " + counted(self.tr("และอีก {count} ชุด"), others).format(count=others)
        self._which.say(which)
        self.setAccessibleName(f"{self.said.words} {which}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(Glyph("warning", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        acts = QHBoxLayout()
        acts.setSpacing(S)
        for button in (self.wanted_button, self.more_button, self.away_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self._which)
        column.addLayout(acts)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("attention_soft"))
        painter.fillRect(0, 0, 4, self.height(), colour("attention"))
