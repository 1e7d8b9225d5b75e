"""Above the room: where one is, the one search over everything, and who one is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import IconButton, QuietButton
from ui.kit.inputs import SearchBox
from ui.kit.language import Language, Speaks
from ui.kit.panels import Glyph, rule
from ui.kit.thai_label import OneLine, label
from ui.kit.theme import Theme
from ui.kit.tokens import XS, L, M, S

_MODE_ICONS = {"light": "sun", "dark": "moon", "contrast": "contrast"}


@dataclass(frozen=True)
class Desk:
    """Who sits where: `office` the municipality, `person` and `unit` the clerk."""

    office: str
    person: str
    unit: str


class Header(Speaks, QFrame):
    """`searched` brings the words on Enter, `typed` as they are typed."""

    searched = Signal(str)
    typed = Signal(str)
    sign_out_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(64)
        self._theme, self._language = theme, language
        self.title, self.as_of = OneLine(size="title"), label(ink="attention", strong=True)
        self.as_of.hide()
        self.search = SearchBox()
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(360)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.value))
        self.search.textEdited.connect(self.typed)
        self._mode, self._tongue, self._out = IconButton("sun"), QuietButton(), IconButton("sign-out")
        self._mode.clicked.connect(theme.next)
        self._tongue.clicked.connect(language.other)
        self._out.clicked.connect(self.sign_out_asked)
        theme.changed.connect(self._show_mode)
        line = QHBoxLayout(self)
        line.setContentsMargins(L + S, 0, M, 0)
        line.setSpacing(S)
        line.addWidget(self.title, 1)
        line.addWidget(self.as_of)
        line.addWidget(self.search, 1)
        line.addSpacing(S)
        line.addWidget(_who(desk))
        edge = rule(upright=True)
        edge.setFixedHeight(24)
        line.addWidget(edge, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._tongue, self._mode, self._out):
            line.addWidget(button)
        self.retranslate()

    def show_as_of(self, words: str) -> None:
        """Of when the data of the room is, while that is not now."""
        self.as_of.setText(words)
        self.as_of.setVisible(bool(words))

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("ค้นทุกเรื่อง  Ctrl+K"))
        self.search.setAccessibleName(self.tr("ค้นทุกเรื่อง"))
        self._tongue.say("EN" if self._language.code == "th" else "ไทย")
        self._tongue.setAccessibleName(self.tr("เปลี่ยนภาษา"))
        self._tongue.setToolTip(self.tr("เปลี่ยนภาษา"))
        self._out.say(self.tr("ออกจากระบบ"))
        self._show_mode()

    def _show_mode(self) -> None:
        mode = self._theme.mode
        names = {"light": self.tr("สว่าง"), "dark": self.tr("มืด"), "contrast": self.tr("ตัดกันสูง")}
        self._mode.show_icon(_MODE_ICONS[mode])
        self._mode.say(self.tr("สีของจอ: {mode}").format(mode=names[mode]))


def _who(desk: Desk) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(f"{desk.person} {desk.unit}")
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, XS, 0)
    line.setSpacing(XS + 2)
    line.addWidget(Glyph("user"))
    line.addWidget(label(desk.person, strong=True))
    line.addWidget(OneLine(f"· {desk.unit}", ink="soft"))
    return holder
