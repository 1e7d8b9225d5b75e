"""Editors of text and choice, dressed alike."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.kit.icons import ICON, paint_icon
from ui.kit.thai_label import plain
from ui.kit.theme import colour, font
from ui.kit.tokens import RADIUS_SMALL, TARGET, XS, L, S


class LineEdit(QLineEdit):
    """One line of text; its `value` is trimmed and free of invisible break marks."""

    def __init__(self, words: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setPlaceholderText(placeholder)

    @property
    def value(self) -> str:
        return plain(self.text()).strip()


class SecretEdit(LineEdit):
    """A password; `typed_thai` helps the clerk whose keyboard stands on the other alphabet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def typed_thai(self) -> bool:
        return any("\u0e01" <= letter <= "\u0e5b" for letter in self.text())


class SearchBox(LineEdit):
    """A search line with its glass; Escape empties it."""

    def __init__(self, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self.setTextMargins(ICON + XS, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_icon(QPainter(self), "search", "text_soft", QRect(S, (self.height() - ICON) // 2, ICON, ICON))


class NotesEdit(QPlainTextEdit):
    """Several lines of text; Tab leaves it, and what is copied bears no invisible break marks.

    It is as tall as `lines`, and grows up to `most` with what is typed.
    """

    def __init__(self, *, lines: int = 3, most: int = 0, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, max(lines, most)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(S // 2)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + L)
        self.textChanged.connect(self._grow)

    def _grow(self) -> None:
        lines = min(max(self.document().lineCount(), self._lines), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + L)

    @property
    def value(self) -> str:
        return plain(self.toPlainText()).strip()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = super().createMimeDataFromSelection()
        data.setText(plain(data.text()))
        return data


class ComboBox(QComboBox):
    """A choice from a list of (key, words); the wheel does not change it while the page scrolls.

    `yields`: it may stand narrower than its longest words, where what is chosen is mostly short.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, yields: bool = False
    ) -> None:
        super().__init__(parent)
        if yields:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.offer(options)
        self.activated.connect(lambda _: self.chosen.emit(self.value))

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Replaces the options and keeps the choice if it is still there."""
        kept = self.value
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.choose(kept)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        place = self.findData(key)
        self.setCurrentIndex(place if place >= 0 else min(0, self.count() - 1))

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = "text_soft" if self.isEnabled() else "line_strong"
        place = QRect(self.width() - 28, (self.height() - L) // 2, L, L)
        paint_icon(QPainter(self), "chevron-down", ink, place)


class CheckBox(QCheckBox):
    """A box to tick, at least as tall as a finger or a tired hand needs.

    `yields`: where there is no room its words are cut with an ellipsis, and whole in its tip.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None, *, yields: bool = False) -> None:
        super().__init__(words, parent)
        self._yields = yields
        if yields:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28 + self.fontMetrics().horizontalAdvance(self.text()) + S, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(28 + TARGET, TARGET) if self._yields else self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(1, (self.height() - 20) // 2, 20, 20)
        self._paint_mark(painter, box)
        painter.setFont(font())
        painter.setPen(colour("text" if self.isEnabled() else "text_faint"))
        room = self.rect().adjusted(28, 0, 0, 0)
        words = self.text()
        if self._yields:
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            self.setToolTip(self.text() if words != self.text() else "")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            paint_focus(painter, box.adjusted(-1, -1, 1, 1))

    def _paint_mark(self, painter: QPainter, box: QRect) -> None:
        ticked = self.isChecked()
        painter.setPen(colour("accent" if ticked and self.isEnabled() else "line_strong"))
        painter.setBrush(colour("accent" if ticked and self.isEnabled() else "surface"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        if ticked:
            paint_icon(painter, "check", "on_accent" if self.isEnabled() else "text_faint", box.adjusted(2, 2, -2, -2))


class Toggle(CheckBox):
    """A switch: the same as a box to tick, for what takes effect at once."""

    def sizeHint(self) -> QSize:
        return QSize(48 + self.fontMetrics().horizontalAdvance(self.text()) + S, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRect(2, (self.height() - 20) // 2, 36, 20)
        on = self.isChecked()
        painter.setPen(colour("accent" if on else "line_strong"))
        painter.setBrush(colour("accent" if on else "sunken"))
        painter.drawRoundedRect(track.adjusted(0, 0, -1, -1), 10, 10)
        knob = QRect(track.right() - 17 if on else track.left() + 2, track.top() + 2, 15, 15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent" if on else "line_strong"))
        painter.drawEllipse(knob)
        painter.setFont(font())
        painter.setPen(colour("text" if self.isEnabled() else "text_faint"))
        painter.drawText(self.rect().adjusted(48, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, track.adjusted(-2, -2, 1, 1), 12)


def paint_focus(painter: QPainter, around: QRect, radius: int = RADIUS_SMALL + 1) -> None:
    """The focus ring of what is painted by hand."""
    pen = painter.pen()
    pen.setColor(colour("focus"))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around, radius, radius)
