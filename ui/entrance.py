"""The windows before the desk, as one window: opening, enrolling, signing in, or what stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.language import Language, Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.theme import Theme
from ui.kit.tokens import XL, XXL, L, M
from ui.shell.office_side import OfficeSide

FORM = 400


class EntranceWindow(Speaks, QWidget):
    """`painted` comes once, after the first picture stands on the screen; `closed` when the person leaves."""

    painted = Signal()
    closed = Signal()

    def __init__(self, office: str, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._office = office
        self._seen = False
        self._pages = QStackedWidget()
        self._frame = QWidget()
        line = QHBoxLayout(self._frame)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(OfficeSide(office, theme, language), 2)
        line.addWidget(self._pages, 3)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._frame)
        self.resize(1040, 640)
        self.setMinimumSize(820, 560)
        self.retranslate()

    def retranslate(self) -> None:
        name = self.tr("โต๊ะงานเทศบาล")
        self.setWindowTitle(f"{self._office} · {name}" if self._office else name)

    def show_page(self, page: QWidget) -> None:
        """Shows a page beside the office's side, instead of the one before."""
        self._only(self._pages, page)
        self._stack.setCurrentWidget(self._frame)
        page.setFocus()

    def show_whole(self, window: QWidget, office: str) -> None:
        """Shows a window of its own making in the whole place."""
        self._office = office
        self._only(self._stack, window)
        self._stack.setCurrentWidget(window)
        self.retranslate()
        window.setFocus()

    def _only(self, place: QStackedWidget | QStackedLayout, page: QWidget) -> None:
        for old in [place.widget(number) for number in range(place.count())]:
            if old is not None and old is not page and old is not self._frame:
                place.removeWidget(old)
                old.deleteLater()
        place.addWidget(page)
        place.setCurrentWidget(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def centred(page: QWidget, *widgets: QWidget) -> None:
    """Lays widgets in one column in the middle of a page."""
    holder = QWidget()
    holder.setFixedWidth(FORM)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, XL, 0, XL)
    column.setSpacing(M)
    column.addStretch(2)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Glyph) else Qt.AlignmentFlag(0))
    column.addStretch(3)
    across = QHBoxLayout(page)
    across.setContentsMargins(XXL, 0, XXL, 0)
    across.addWidget(holder)


class WaitingPage(Speaks, QWidget):
    """Something that takes a moment: what it is, and that it goes on."""

    def __init__(self, title: Callable[[], str], words: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_words, self._words_said = title, words
        self._title, self.words = label(size="head"), ThaiLabel(ink="soft")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        centred(self, self._title, self.bar, self.words)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self._title_words())
        self.bar.setAccessibleName(self._title_words())
        self.words.say(self._words_said())


class TroublePage(Speaks, QWidget):
    """What stands in the way, what is safe, what to do, and one button that does it."""

    acted = Signal()

    def __init__(
        self, words: Callable[[], tuple[str, str]], action: Callable[[], str], code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._action, self._code = words, action, code
        self.title, self.advice = ThaiLabel(size="title"), ThaiLabel()
        self._phone = label(ink="faint", size="small")
        self.button = PrimaryButton(key="F9")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.acted)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, L, 0, 0)
        line.addWidget(self._phone)
        line.addStretch(1)
        line.addWidget(self.button)
        centred(self, Glyph("warning", "attention", 48), self.title, self.advice, foot)
        self.setFocusProxy(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        title, advice = self._words()
        self.title.say(title)
        self.advice.say(advice)
        self._phone.setText(self.tr("รหัส {code}").format(code=self._code) if self._code else "")
        self.button.say(self._action())
        self.setAccessibleName(f"{title} {advice}")
