"""Small things side by side that go on in a next line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.kit.tokens import XS, S


class Flow(QLayout):
    """Lines of what is visible, each as tall as its tallest, in its vertical middle; at the `right` edge if wished."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._between, self._right = S, XS, right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, wide: int) -> int:
        lines = self._lines(wide)
        return sum(map(_height, lines)) + self._between * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(one.width() for one in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(wide, max((one.height() for one in shown), default=0))

    def minimumSize(self) -> QSize:
        """One below the other."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(max((one.width() for one in shown), default=0), max((one.height() for one in shown), default=0))

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.y()
        for line in self._lines(place.width()):
            high, left = _height(line), place.x()
            if self._right:
                left = place.right() + 1 - sum(item.sizeHint().width() for item in line) - self._gap * (len(line) - 1)
            for item in line:
                size = item.sizeHint()
                item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._between

    def _lines(self, wide: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            need = item.sizeHint().width()
            if lines and used + self._gap + need <= wide:
                lines[-1].append(item)
                used += self._gap + need
            else:
                lines.append([item])
                used = need
        return lines


class FlowRow(QWidget):
    """A widget that is as tall as its flow needs at its width."""

    def __init__(self, *widgets: QWidget, right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = Flow(self, right=right)
        for widget in widgets:
            self.flow.addWidget(widget)


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
