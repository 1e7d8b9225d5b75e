"""What was just registered, and what usually comes next; below the pages, where it moves nothing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.letters.model import Registered
from desktop.letters.rules import number_is_ours
from desktop.letters.tags import is_provisional
from ui.kit.buttons import IconButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import Glyph
from ui.kit.thai_label import label
from ui.kit.tokens import M, S
from ui.letters import kind_words, words


class DoneBar(Speaks, QWidget):
    """`route`, `print_stamped` and `stamp_asked` are the clerk's wishes for the letter that was registered last."""

    route = Signal()
    print_stamped = Signal()
    stamp_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.registered: Registered | None = None
        self.said = label(strong=True, ink="ready")
        self.route_button = SecondaryButton(key="Ctrl+R", icon_name="route")
        self.print_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.stamp_button = IconButton("stamp", key="Ctrl+Shift+P")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for widget in (Glyph("ready", "ready"), self.said):
            line.addWidget(widget)
        line.addSpacing(M)
        for button, signal in (
            (self.route_button, self.route),
            (self.print_button, self.print_stamped),
            (self.stamp_button, self.stamp_asked),
        ):
            button.clicked.connect(signal)
            line.addWidget(button)
        line.addStretch(1)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.route_button.say(self.tr("ส่งต่อ"))
        self.print_button.say(self.tr("พิมพ์"))
        self.print_button.setToolTip(self.tr("พิมพ์หน้าหนังสือพร้อมตรารับ"))
        self.stamp_button.say(self.tr("พิมพ์เฉพาะตรารับลงบนกระดาษต้นฉบับ"))
        if self.registered is not None:
            self._say(self.registered)

    def show_registered(self, registered: Registered, *, with_pages: bool) -> None:
        self.registered = registered
        self.print_button.setEnabled(with_pages)
        self.stamp_button.setVisible(not number_is_ours(registered.register))
        self._say(registered)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _say(self, registered: Registered) -> None:
        register, number = registered.register, registered.number
        said = self.tr("ลงทะเบียนแล้ว {name} {number}").format(
            name=self.tr("เลขชั่วคราว") if is_provisional(number) else kind_words.number_name(register),
            number=kind_words.figures(register, number),
        )
        if not is_provisional(number) and number_is_ours(register):
            said += " · " + self.tr("ที่ {book_number}").format(book_number=registered.book_number)
        self.said.setText(said)
        self.setAccessibleName(f"{self.said.text()} {words.moment(registered.received_at)}")
