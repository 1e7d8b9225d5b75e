"""A letter that seems to be here already, said before it is registered once more: every road stays open."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.alike_queries import Alike
from desktop.letters.model import LetterRow
from desktop.office.dates import local_date
from desktop.office.ids import Id
from ui.kit.buttons import SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import colour
from ui.kit.tokens import XS, M, S
from ui.letters import kind_words, words

translate = QCoreApplication.translate


class TwinBand(Speaks, QWidget):
    """`open_asked` brings the id of the letter that is here, `compare_asked` the `Alike`.

    `same` brings its row: the paper is that letter, come by another channel; `again` when it shall have a second
    number, for the reason that `remark` gives.
    """

    open_asked = Signal(object)
    compare_asked = Signal(object)
    same = Signal(object)
    again = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._found: tuple[Alike, ...] = ()
        self._allowed: frozenset[Id] = frozenset()
        self.remark = ""
        self.said = ThaiLabel(strong=True)
        self._which = ThaiLabel()
        self.same_button = SecondaryButton(key="F8", icon_name="attach")
        self.compare_button = SecondaryButton(key="F6", icon_name="search")
        self.open_button = SecondaryButton(key="Ctrl+O", icon_name="letter")
        self.again_button = SecondaryButton(icon_name="plus")
        self.reason = LineEdit()
        self.reason_field = Field("", self.reason, must=True)
        self._lay_out()
        self.same_button.clicked.connect(self._same)
        self.compare_button.clicked.connect(self._compare)
        self.open_button.clicked.connect(self._open)
        self.again_button.clicked.connect(self.ask_reason)
        self.reason.returnPressed.connect(self._again)
        self.reason.textEdited.connect(lambda _: self.reason_field.clear_error())
        self.setFocusProxy(self.same_button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.same_button.say(self.tr("ฉบับเดียวกัน ไม่ออกเลข"))
        self.same_button.setToolTip(self.tr("บันทึกว่ามาถึงอีกช่องทาง แนบหน้าที่สแกนไว้กับฉบับที่มี ไม่ใช้เลขใหม่"))
        self.compare_button.say(self.tr("เทียบสองฉบับ"))
        self.open_button.say(self.tr("เปิดฉบับที่มี"))
        self.again_button.say(self.tr("ลงทะเบียนอีกเลข"))
        self.reason_field.say(self.tr("เหตุที่ลงทะเบียนอีกเลข แล้วกด Enter"))
        self._say_which()

    def show_found(self, found: Sequence[Alike]) -> None:
        """Shows the letters that are here already; hides when there are none."""
        ids = tuple(one.row.id for one in found)
        news = bool(found) and ids != tuple(one.row.id for one in self._found)
        self._found = tuple(found)
        if news or not found:
            self.reason_field.hide()
        self._say_which()
        self.setVisible(bool(found))
        if news:
            announce(self, self.accessibleName())

    def forget(self) -> None:
        """The next letter."""
        self._allowed, self.remark = frozenset(), ""
        self.reason.clear()
        self.show_found(())

    def allows(self, found: Sequence[Alike]) -> bool:
        """Whether nothing is in the way: no such letter, or the clerk wants a second number of these."""
        return {one.row.id for one in found} <= self._allowed

    def ask_reason(self) -> None:
        """A second number needs a word; it is kept with the letter."""
        self.reason_field.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        for one in self._found[:1]:
            self.open_asked.emit(one.row.id)

    def _compare(self) -> None:
        for one in self._found[:1]:
            self.compare_asked.emit(one)

    def _same(self) -> None:
        for one in self._found[:1]:
            self.same.emit(one.row)

    def _again(self) -> None:
        if not self.reason.value:
            self.reason_field.say_error(words.problem("letters.reason_missing"))
            return
        self._allowed = frozenset(one.row.id for one in self._found)
        numbers = ", ".join(number_of(one.row) for one in self._found)
        self.remark = self.tr("ลงทะเบียนแยกจาก{numbers}: {reason}").format(numbers=numbers, reason=self.reason.value)
        self.again.emit()

    def _say_which(self) -> None:
        if self._found:
            said = self.tr("น่าจะเป็นฉบับเดียวกับ{letter}")
            self.said.say(said.format(letter=named(self._found[0].row, self._today())))
        self._which.say("\n".join(_line(one.row) for one in self._found))
        self.setAccessibleName(f"{self.said.words} {self._which.words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("attention_soft"))
        painter.fillRect(0, 0, 4, self.height(), colour("attention"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(XS)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(Glyph("warning", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        column.addLayout(head)
        column.addWidget(self._which)
        for pair in ((self.same_button, self.compare_button), (self.open_button, self.again_button)):
            line = QHBoxLayout()
            line.setSpacing(S)
            for button in pair:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self.reason_field)
        self.reason_field.hide()


def number_of(row: LetterRow) -> str:
    """`เลขรับ 04824/2569`"""
    return f"{kind_words.number_name(row.register)} {kind_words.figures(row.register, row.number)}/{row.year_be}"


def named(row: LetterRow, today: date) -> str:
    """`เลขรับ 04824/2569 (อีเมล เมื่อวาน)`"""
    came = local_date(row.received_at)
    when = {
        today: translate("TwinBand", "วันนี้"),
        today - timedelta(days=1): translate("TwinBand", "เมื่อวาน"),
    }.get(came, words.day(came))
    return f"{number_of(row)} ({words.channel(row.channel)} {when})"


def _line(row: LetterRow) -> str:
    """`เลขรับ 04824/2569 · 11 พ.ย. 2569 09.14 น. · ขอเชิญประชุม`"""
    return f"{number_of(row)} · {words.moment(row.received_at)} · {row.subject}"
