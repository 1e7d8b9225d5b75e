"""What tests of screens share: an application dressed as the clerk sees it, typing in Thai, reading the screen."""

from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.paper import qr

_MUST_HAVE_NAMES = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
    QAccessible.Role.List,
}


def type_text(widget: QWidget, words: str, key: Qt.Key = Qt.Key.Key_unknown, at_ms: int = 0) -> None:
    """Types any letters, also Thai, which QTest aborts on; `at_ms`: when the first is pressed, the rest 4 ms apart."""
    for place, letter in enumerate(words):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(at_ms + 4 * place if at_ms else 0)
            QApplication.sendEvent(widget, event)


def settle() -> None:
    """Lets everything that was posted happen, deletions included."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader could not name: whatever takes the keyboard, is pressed, chosen or read out."""
    return [
        f"{node.role().name} {type(node.object()).__name__}"
        for node in _nodes(QAccessible.queryAccessibleInterface(window))
        if _must_have_name(node) and not node.text(QAccessible.Text.Name).strip() and _is_seen(node)
    ]


def code_on(widget: QWidget) -> str:
    """The one QR code on it, as the citizen's telephone reads it off the screen."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size, line = (picture.width(), picture.height()), picture.bytesPerLine()
    (code,) = qr.texts_on(Image.frombuffer("L", size, bytes(picture.constBits()), "raw", "L", line, 1))
    return code


def ink_rows(image: QImage) -> list[int]:
    """For every row of pixels, how many differ from the top left one."""
    ground = image.pixel(0, 0)
    return [sum(image.pixel(x, y) != ground for x in range(image.width())) for y in range(image.height())]


def _must_have_name(node: QAccessibleInterface) -> bool:
    widget = node.object()
    if node.role() in _MUST_HAVE_NAMES or isinstance(widget, QAbstractButton):
        return True
    if not isinstance(widget, QWidget) or widget.focusProxy() is not None:
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_seen(node: QAccessibleInterface) -> bool:
    widget = node.object()
    return isinstance(widget, QWidget) and widget.isVisible()


def _nodes(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if node is None:
        return
    yield node
    for place in range(node.childCount()):
        yield from _nodes(node.child(place))
