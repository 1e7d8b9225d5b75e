"""A letter that seems to be here already, said before it is registered once more: both roads stay open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.model import LetterRow
from desktop.office.ids import Id
from ui.kit.buttons import SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour
from ui.kit.tokens import XS, M, S
from ui.letters import kind_words, words


class TwinBand(Speaks, QWidget):
    """`open_asked` brings the id of the letter that is here; `same` its row: the paper is that letter, come by another
    channel; `again` when it shall have a second number."""

    open_asked = Signal(object)
    same = Signal(object)
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LetterRow, ...] = ()
        self._allowed: frozenset[Id] = frozenset()
        self.said = ThaiLabel(strong=True)
        self._which = ThaiLabel()
        self.same_button = SecondaryButton(key="F8", icon_name="attach")
        self.open_button = SecondaryButton(key="Ctrl+O", icon_name="letter")
        self.again_button = SecondaryButton(icon_name="plus")
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(Glyph("warning", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        acts = QHBoxLayout()
        acts.setSpacing(S)
        acts.addWidget(self.same_button)
        acts.addWidget(self.open_button)
        acts.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.again_button)
        more.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self._which)
        column.addLayout(acts)
        column.addLayout(more)
        self.same_button.clicked.connect(self._same)
        self.open_button.clicked.connect(self._open)
        self.again_button.clicked.connect(self._again)
        self.setFocusProxy(self.same_button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.said.say(self.tr("ดูเหมือนลงทะเบียนแล้ว ผู้ส่ง เลขที่ และวันที่ตรงกัน"))
        self.same_button.say(self.tr("ฉบับเดียวกัน ไม่ออกเลข"))
        self.same_button.setToolTip(self.tr("บันทึกว่ามาถึงอีกช่องทาง แนบหน้าที่สแกนไว้กับฉบับที่มี ไม่ใช้เลขใหม่"))
        self.open_button.say(self.tr("เปิดฉบับที่มี"))
        self.again_button.say(self.tr("ลงทะเบียนอีกเลข"))
        self._say_which()

    def show_rows(self, rows: Sequence[LetterRow]) -> None:
        """Shows the letters that are here already; hides when there are none."""
        news = tuple(rows) != self._rows and bool(rows)
        self._rows = tuple(rows)
        self._say_which()
        self.setVisible(bool(rows))
        if news:
            announce(self, self.accessibleName())

    def forget(self) -> None:
        """The next letter."""
        self._allowed = frozenset()
        self.show_rows(())

    def allows(self, rows: Sequence[LetterRow]) -> bool:
        """Whether nothing is in the way: no such letter, or the clerk wants a second number of these."""
        return {row.id for row in rows} <= self._allowed

    def _open(self) -> None:
        for row in self._rows[:1]:
            self.open_asked.emit(row.id)

    def _same(self) -> None:
        for row in self._rows[:1]:
            self.same.emit(row)

    def _again(self) -> None:
        self._allowed = frozenset(row.id for row in self._rows)
        self.again.emit()

    def _say_which(self) -> None:
        self._which.say("\n".join(_line(row) for row in self._rows))
        self.setAccessibleName(f"{self.said.words} {self._which.words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("attention_soft"))
        painter.fillRect(0, 0, 4, self.height(), colour("attention"))


def _line(row: LetterRow) -> str:
    """`เลขรับ 04824/2569 · 11 พ.ย. 2569 09.14 น. · ขอเชิญประชุม`"""
    number = f"{kind_words.number_name(row.register)} {kind_words.figures(row.register, row.number)}/{row.year_be}"
    return f"{number} · {words.moment(row.received_at)} · {row.subject}"
