"""Small marks with words: urgency, the state of a paper, counts. The same drawing serves labels and table cells."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import paint_icon
from ui.kit.theme import advance, colour, font
from ui.kit.tokens import RADIUS_SMALL, SMALL, XS, S, Tone, ground_of, ink_of

CHIP = 24
_MARK = 16


@dataclass(frozen=True)
class Badge:
    """Words with a tone and perhaps an icon.

    `solid` shouts (in danger, else in accent), `bare` has no ground, `silent` shows the icon alone.
    """

    words: str
    tone: Tone = "neutral"
    icon: str = ""
    solid: bool = False
    bare: bool = False
    silent: bool = False


def badge_width(badge: Badge) -> int:
    """Pixels a badge takes when nothing is cut."""
    words = 0 if badge.silent else advance(badge.words, SMALL, strong=badge.solid)
    icon = _MARK + (XS if words else 0) if badge.icon else 0
    return words + icon + (0 if badge.bare else 2 * S)


def paint_badge(painter: QPainter, badge: Badge, place: QRect) -> None:
    """Draws a badge at the left of `place`, in its vertical middle, cut with an ellipsis when too wide."""
    box = QRect(place.x(), place.center().y() - CHIP // 2 + 1, min(badge_width(badge), place.width()), CHIP)
    ink = ink_of(badge.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not badge.bare:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_solid(badge.tone) if badge.solid else ground_of(badge.tone)))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        box = box.adjusted(S, 0, -S, 0)
        if badge.solid:
            ink = "on_danger" if badge.tone == "danger" else "on_accent"
    if badge.icon:
        paint_icon(painter, badge.icon, ink, QRect(box.x(), box.center().y() - _MARK // 2 + 1, _MARK, _MARK))
        box.setLeft(box.left() + _MARK + XS)
    if not badge.silent:
        face = font(SMALL, strong=badge.solid)
        painter.setFont(face)
        painter.setPen(colour(ink))
        words = QFontMetrics(face).elidedText(badge.words, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def _solid(tone: Tone) -> str:
    return "danger_solid" if tone == "danger" else "accent"


class Chip(QWidget):
    """A badge as a widget."""

    def __init__(self, badge: Badge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_badge(badge or Badge(""))

    def show_badge(self, badge: Badge) -> None:
        self.badge = badge
        self.setAccessibleName(badge.words)
        self.setToolTip(badge.words if badge.silent else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self.badge), CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), self.badge, self.rect())
