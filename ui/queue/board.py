"""The board of the waiting room: the newest call as large as the screen allows, the ones before it beside, the time.

Nothing moves or blinks: a new call stands on the accent's ground for some seconds, which is seen from the corner of an
eye as well. A digit is a third of the screen high: on a screen of 40 inches it is read from far beyond six metres.
"""

from datetime import timedelta

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.office.dates import thai_date, thai_time
from desktop.queue.model import Call, State
from ui.kit.language import Speaks
from ui.kit.theme import colour, font
from ui.queue import words
from ui.queue.link import QueueLink

FRESH = timedelta(seconds=8)
"""For how long a call is shown as new."""
SHOWN = 5
_TICK_MS = 1000


class BoardWindow(Speaks, QWidget):
    """A window of its own. `painted` brings the number of the newest call that stands on the screen."""

    painted = Signal(int)
    closed = Signal()

    def __init__(self, link: QueueLink, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._link, self._office = link, office
        self.calls: tuple[Call, ...] = ()
        self._fresh_until = link.now()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.update)
        self._tick.start()
        link.changed.connect(self.show_news)
        self.setMinimumSize(640, 360)
        self.resize(1280, 720)
        self.retranslate()
        self.show_news()

    def open_beside(self, window: QWidget | None) -> None:
        """Fills the screen on which the clerk's window is not; where there is only one it is an ordinary window."""
        here = window.screen() if window is not None else QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("จอเรียกคิว"))
        self.show_news()

    def show_news(self) -> None:
        """Takes what is known now; a newer call is fresh."""
        calls = latest(self._link.standing.calls if self._link.standing else ())
        if calls and (not self.calls or calls[0].seq > self.calls[0].seq):
            self._fresh_until = calls[0].at + FRESH
        self.calls = calls
        said = ", ".join(f"{one.code} {words.counter(one.place)}" for one in calls)
        self.setAccessibleName(said or self.tr("ยังไม่มีการเรียก"))
        self.update()

    @property
    def is_fresh(self) -> bool:
        return bool(self.calls) and self._link.now() < self._fresh_until

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        self.closed.emit()
        super().closeEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("ground"))
        head, foot = self.height() // 10, self.height() // 12
        body = self.rect().adjusted(0, head, 0, -foot)
        self._paint_head(painter, QRect(0, 0, self.width(), head))
        share = self.width() * 58 // 100 if len(self.calls) > 1 else self.width() - self._gap // 2
        self._paint_newest(painter, QRect(body.x(), body.y(), share, body.height()))
        self._paint_others(painter, body.adjusted(share, 0, 0, 0))
        self._paint_foot(painter, QRect(0, self.height() - foot, self.width(), foot))
        painter.end()
        self.painted.emit(self.calls[0].seq if self.calls else 0)

    def _paint_head(self, painter: QPainter, place: QRect) -> None:
        painter.fillRect(place, colour("surface"))
        inner, now = place.adjusted(self._gap, 0, -self._gap, 0), self._link.now()
        clock = f"{thai_date(now, 'short', 'arabic')}   {thai_time(now, 'arabic')}"
        wide = self._write(painter, inner, clock, 0.40, "text", Qt.AlignmentFlag.AlignRight)
        self._write(painter, inner.adjusted(0, 0, -wide - self._gap, 0), self._office, 0.42, "text", strong=True)

    def _paint_newest(self, painter: QPainter, place: QRect) -> None:
        ground, ink, soft = ("accent", "on_accent", "on_accent") if self.is_fresh else ("surface", "text", "text_soft")
        box = place.adjusted(self._gap, self._gap, -self._gap // 2, -self._gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(box, self._gap // 2, self._gap // 2)
        if not self.calls:
            self._write(painter, box, self.tr("ยังไม่มีการเรียก"), 0.10, soft, Qt.AlignmentFlag.AlignHCenter)
            return
        newest, middle, part = self.calls[0], Qt.AlignmentFlag.AlignHCenter, box.height() // 20
        rows = (1, 3), (3, 13), (13, 20)
        label, number, counter = (
            QRect(box.x(), box.y() + first * part, box.width(), (last - first) * part) for first, last in rows
        )
        self._write(painter, label, self.tr("ขอเชิญหมายเลข"), 0.75, soft, middle)
        self._write(painter, number, newest.code, 0.82, ink, middle, strong=True)
        self._write(painter, counter, words.counter(newest.place), 0.62, ink, middle, strong=True)

    def _paint_others(self, painter: QPainter, place: QRect) -> None:
        box = place.adjusted(self._gap // 2, self._gap, -self._gap, -self._gap)
        high = box.height() // (SHOWN - 1)
        for at, call in enumerate(self.calls[1:SHOWN]):
            row = QRect(box.x(), box.y() + at * high, box.width(), high - self._gap // 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(row, self._gap // 3, self._gap // 3)
            inner = row.adjusted(self._gap, 0, -self._gap, 0)
            counter = words.counter(call.place)
            wide = self._write(painter, inner, counter, 0.40, "text", Qt.AlignmentFlag.AlignRight)
            self._write(painter, inner.adjusted(0, 0, -wide - self._gap, 0), call.code, 0.62, "text", strong=True)

    def _paint_foot(self, painter: QPainter, place: QRect) -> None:
        standing, inner = self._link.standing, place.adjusted(self._gap, 0, -self._gap, 0)
        if self._link.news.trouble:
            said = self.tr("ขาดการติดต่อกับเครื่องหลัก โปรดฟังเจ้าหน้าที่เรียก")
            self._write(painter, inner, said, 0.45, "attention", strong=True)
            return
        waiting = sum(one.state == State.WAITING for one in standing.tickets) if standing else 0
        self._write(painter, inner, self.tr("รอเรียก {count} คิว").format(count=waiting), 0.45, "text_soft")

    @property
    def _gap(self) -> int:
        return max(8, self.height() // 36)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        said: str,
        share: float,
        ink: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        strong: bool = False,
    ) -> int:
        """Writes one line, its letters `share` of the place's height but never wider than it; returns its width."""
        pixels = max(8, int(place.height() * share))
        wide = QFontMetrics(font(pixels, strong=strong)).horizontalAdvance(said)
        if wide > place.width() > 0:
            pixels = max(8, pixels * place.width() // wide)
            wide = QFontMetrics(font(pixels, strong=strong)).horizontalAdvance(said)
        painter.setFont(font(pixels, strong=strong))
        painter.setPen(colour(ink))
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, said)
        return wide


def latest(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """The newest call of each ticket, the newest first, as many as the board shows."""
    newest: dict[str, Call] = {}
    for call in calls:
        newest.setdefault(call.code, call)
    return tuple(newest.values())[:SHOWN]
