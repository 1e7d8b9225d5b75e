"""A month of days under พ.ศ., for the mouse and the arrow keys; Qt's own calendar knows no Buddhist years."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton, QuietButton
from ui.kit.inputs import paint_focus
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.theme import colour, font
from ui.kit.tokens import RADIUS_SMALL, SMALL, M, S

_CELL = QSize(40, 36)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class CalendarPopup(Speaks, QFrame):
    """Opens under an editor; `picked` brings a `datetime.date`. PgUp and PgDn change the month, with Shift the year."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._title = label(strong=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before, self._after = IconButton("page-prev"), IconButton("page-next")
        self._today = QuietButton()
        self._days = _Days()
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._today.clicked.connect(lambda: self._pick(self._days.today))
        self._days.picked.connect(self._pick)
        self._days.moved.connect(self._name)
        head = QHBoxLayout()
        for widget, stretch in ((self._before, 0), (self._title, 1), (self._after, 0)):
            head.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(S // 2)
        column.addLayout(head)
        column.addWidget(self._days)
        column.addWidget(self._today, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self._days)
        self.retranslate()

    def open_at(self, place: QPoint, day: date, today: date) -> None:
        """Shows the month of `day` with its corner at a point of the screen."""
        self._days.today = today
        self._days.move_to(day)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self._days.setFocus()

    def retranslate(self) -> None:
        self._before.say(self.tr("เดือนก่อน"))
        self._after.say(self.tr("เดือนถัดไป"))
        self._today.say(self.tr("วันนี้"))
        self._days.setAccessibleName(self.tr("ปฏิทิน"))
        self._days.weekdays = self.tr("อา. จ. อ. พ. พฤ. ศ. ส.").split()
        self._name()

    def _name(self) -> None:
        months = self.tr(
            "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
        ).split()
        day = self._days.day
        self._title.setText(f"{months[day.month - 1]} {day.year + 543}")

    def _turn(self, months: int) -> None:
        self._days.turn(months)
        self._days.setFocus()

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)


class _Days(QWidget):
    picked = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = self.today = date(2026, 1, 1)
        self.weekdays: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_CELL.width() * 7, _CELL.height() * 7 - 8)

    def move_to(self, day: date) -> None:
        self.day = day
        self.moved.emit()
        self.update()

    def turn(self, months: int) -> None:
        """The same day of another month, or its last day."""
        count = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(count, 12)
        self.move_to(date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.move_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            months = 12 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.turn(-months if key == Qt.Key.Key_PageUp else months)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day, box in self._boxes():
            if box.contains(event.position().toPoint()):
                self.move_to(day)
                self.picked.emit(day)

    def _boxes(self) -> list[tuple[date, QRect]]:
        first = self.day.replace(day=1)
        lead = (first.weekday() + 1) % 7
        days = range(monthrange(first.year, first.month)[1])
        return [(first + timedelta(days=n), self._box(*divmod(n + lead, 7))) for n in days]

    def _box(self, week: int, weekday: int) -> QRect:
        return QRect(weekday * _CELL.width(), 28 + week * _CELL.height(), _CELL.width(), _CELL.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        painter.setPen(colour("text_soft"))
        for column, name in enumerate(self.weekdays):
            place = QRect(column * _CELL.width(), 0, _CELL.width(), 28)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        for day, box in self._boxes():
            self._paint_day(painter, day, box.adjusted(2, 1, -2, -1))

    def _paint_day(self, painter: QPainter, day: date, box: QRect) -> None:
        here = day == self.day
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        elif day == self.today:
            paint_focus(painter, box.adjusted(1, 1, -1, -1))
        ink = "on_accent" if here else "text_faint" if day.weekday() >= 5 else "text"
        painter.setPen(colour(ink))
        painter.setFont(font(strong=here or day == self.today))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
