"""The line at the bottom that never lies: how far the work has travelled, and the numbers that are left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.kit.buttons import QuietButton
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, rule
from ui.kit.speak import announce
from ui.kit.thai_label import OneLine, dress, label
from ui.kit.tokens import STRIP, XS, L, M, S
from ui.shell.strip_words import ICONS, TONES, StripState


class StatusStrip(Speaks, QFrame):
    """Draws a `StripState`. `acted` when its one thing to do is pressed, `copies_asked` when the warning of copies is,
    `keys_asked` for the list of keys."""

    acted = Signal()
    copies_asked = Signal()
    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setFixedHeight(STRIP)
        self.state = StripState("blue", "")
        self._mark = Glyph("sending", "info")
        self._text = OneLine(strong=True)
        self._action, self._keys = QuietButton(), QuietButton(key="F1")
        self.copies = _Warning(icon_name="warning")
        self.copies.clicked.connect(self.copies_asked)
        self._receipts, self._next = _Figure(), _Figure()
        self._action.clicked.connect(self.acted)
        self._keys.clicked.connect(self.keys_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, 1, S, 1)
        line.setSpacing(M)
        for widget in (self._mark, self._text, self._action):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.copies)
        for figure in (self._receipts, self._next, self._keys):
            line.addWidget(figure)
        self.retranslate()

    def show_state(self, state: StripState) -> None:
        """Shows a state; a change of kind is also announced to a screen reader."""
        changed, self.state = state.kind != self.state.kind, state
        tone = TONES[state.kind]
        self._mark.show_icon(ICONS[state.kind], tone)
        self._text.setText(state.text)
        dress(self._text, ink="" if state.kind in ("green", "blue") else tone)
        self._action.setVisible(bool(state.action))
        self._action.say(state.action)
        told = state.receipts_left is None or (state.kind == "yellow" and not state.receipts_low)  # the words say it
        self.copies.setVisible(state.copy_days is not None)
        self.copies.say(
            counted(self.tr("ไม่มีสำเนาสำรอง {count} วัน"), state.copy_days or 0).format(count=state.copy_days)
        )
        self._receipts.say(self.tr("ใบเสร็จเหลือ"), self._unit_words())
        self._receipts.show_figure("" if told else f"{state.receipts_left:,}")
        self._receipts.warn(self._low_receipts() if state.receipts_low else "", grave=not state.receipts_left)
        self._next.show_figure(state.next_number)
        self._next.warn(self.tr("เลขในเล่มนี้ใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง") if state.numbers_low else "")
        self.setAccessibleName(state.text)
        if changed:
            announce(self, state.text)

    def _unit_words(self) -> str:
        """For how many days the numbers will do, when that matters."""
        if not self.state.receipts_low or self.state.receipts_days is None:
            return self.tr("เลข")
        return counted(self.tr("เลข ใช้ได้อีก ~{count} วัน"), self.state.receipts_days).format(
            count=self.state.receipts_days
        )

    def _low_receipts(self) -> str:
        """What to do about books that run low."""
        if not self.state.receipts_left:
            return self.tr("เลขใบเสร็จหมดแล้ว ต่อกับส่วนกลางเพื่อรับเล่มใหม่ ระหว่างนี้ใช้ใบเสร็จเล่มมือ แล้วบันทึกที่ห้องทะเบียนคุม")
        return self.tr("เลขใบเสร็จใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง ถ้าต่อไม่ได้ เตรียมใบเสร็จเล่มมือไว้")

    def retranslate(self) -> None:
        self._keys.say(self.tr("ปุ่มลัด"))
        self._next.say(self.tr("เลขรับถัดไป"))
        self.show_state(self.state)


class _Warning(QuietButton):
    """A quiet button in the colour of what a person should see to."""

    def _ink(self) -> str:
        return "attention"


class _Figure(QWidget):
    """Quiet words and a number that stands out; not there without a number. A warning colours it and has a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._figure, self._unit = label(ink="soft"), label(strong=True), label(ink="soft")
        self._mark = Glyph("warning", "attention", 16)
        self._mark.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(XS + 2)
        for widget in (self._mark, self._words, self._figure, self._unit):
            line.addWidget(widget)
        edge = rule(upright=True)
        edge.setFixedHeight(20)
        line.addSpacing(M - XS)
        line.addWidget(edge)

    def say(self, words: str, unit: str = "") -> None:
        self._words.setText(words)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def warn(self, advice: str, *, grave: bool = False) -> None:
        """`advice` is what to do about the number; empty when nothing is."""
        tone = "danger" if grave else "attention"
        self._mark.show_icon("danger" if grave else "warning", tone)
        self._mark.setVisible(bool(advice))
        for part in (self._words, self._figure, self._unit):
            dress(part, ink=tone if advice else "" if part is self._figure else "soft")
        self.setToolTip(advice)
        self.setAccessibleDescription(advice)

    def show_figure(self, figure: str) -> None:
        self._figure.setText(figure)
        self.setVisible(bool(figure))
