"""One page of a document at any zoom, sharp at rest, with layers over it; the scene is measured in mm."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from ui.kit.page_layers import Layer
from ui.kit.page_paper import Paper
from ui.kit.page_source import Hits, Pages, Rank, Wish
from ui.kit.theme import colour

Fit = Literal["width", "page", "free"]
_DPIS = (72, 96, 150, 200, 300)
_MM = 25.4
_GAP = 4.0
_STEP = 1.25
_BEYOND = 10**9
_LEAST, _MOST = 0.5, 40.0
"""Zoom in pixels per mm."""
_REAL = 96 / _MM
"""A sheet as large as it is in the hand, on a screen of 96 dpi."""
_AHEAD = 2
"""So many pages further on are drawn before anybody turns to them, and one back."""
_LINGER_MS = 150
"""Whoever leaps about seeks a page: what lies beside each would only keep the next one waiting."""
_AHEAD_DPI = 200
"""Finer pages are drawn when they are looked at: several of them would fill the memory kept for pages."""


class PageCanvas(QGraphicsView):
    """Draws the page; `zoomed` tells the zoom in percent of the paper's real size on a screen of 96 dpi.

    `is_sharp`: it stands as fine as it is looked at, not only as a first sketch.
    `find_next` (+1, -1) and `copy_asked`: keys that were pressed on the page and belong to whoever knows its words.
    """

    zoomed = Signal(int)
    paged = Signal(int)
    find_next = Signal(int)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._pages: Pages | None = None
        self._fit: Fit = "width"
        self._turn = 0
        self._heading = 1
        self._has_leapt = False
        self._asked = (-1, 0)
        self.is_sharp = False
        self.page = 0
        self._paper = Paper()
        self.scene().addItem(self._paper)
        self._settle = QTimer(self, interval=60, singleShot=True)
        self._settle.timeout.connect(self._sharpen)
        self._linger = QTimer(self, interval=_LINGER_MS, singleShot=True)
        self._linger.timeout.connect(self._look_ahead)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def show_pages(self, pages: Pages | None) -> None:
        self._take(pages)
        self._turn = 0
        self.drop_layers()
        self.go(0)

    def renew(self, pages: Pages) -> None:
        """The same document with something changed: page, zoom and place stay, the old picture until the new one."""
        same = self._pages is not None and pages.sizes[self.page : self.page + 1] == self._pages.sizes[self.page :][:1]
        self._take(pages)
        if not same:
            return self.go(self.page)
        self._asked = (-1, 0)
        self._sharpen()

    def go(self, page: int) -> None:
        """Shows a page, from 0; one beyond the ends shows the end."""
        count = self._pages.count if self._pages else 0
        before, self.page = self.page, max(0, min(page, count - 1))
        self._heading = -1 if self.page < before else 1
        self._has_leapt = abs(self.page - before) > 1
        self._linger.stop()
        self._asked = (-1, 0)
        self._paper.setVisible(count > 0)
        if self._pages is not None and count:
            self._paper.lay(self.page, *self._pages.sizes[self.page])
        self._refit()
        self._sharpen()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())
        self.paged.emit(self.page)

    @property
    def is_drawn(self) -> bool:
        """Whether the page in view has its picture."""
        return self._paper.is_drawn

    def show_hits(self, hits: Hits, current: int | None) -> None:
        """Marks words on the page in view; the current one is brought into sight."""
        self._paper.show_hits(hits, current)
        if current is not None:
            box = hits[current][0]
            self.ensureVisible(QRectF(box.left, box.top, box.width, box.height), 60, 80)

    def add_layer(self, layer: Layer, spot: QPointF | None = None) -> None:
        """Lays something over its page, at `spot` (mm) or where it says it is."""
        self._paper.add_layer(layer, spot)

    def drop_layers(self, *layers: Layer) -> None:
        """Takes the named layers away, or all."""
        self._paper.drop_layers(*layers)

    def turn(self, quarter: int = 1) -> None:
        """Turns the view, not the paper, by quarters clockwise."""
        self._turn = (self._turn + quarter) % 4
        self._refit()

    def fit(self, fit: Fit) -> None:
        self._fit = fit
        self._refit()

    def fit_other(self) -> None:
        """The whole page, and back to its width."""
        self.fit("width" if self._fit == "page" else "page")

    def zoom_real(self) -> None:
        """100 %."""
        self.zoom(_REAL)

    def zoom(self, pixels_per_mm: float) -> None:
        self._fit = "free"
        _set_bars(self, self._fit)
        self._scale(max(_LEAST, min(pixels_per_mm, _MOST)))

    def zoom_as(self, other: "PageCanvas") -> None:
        """Looks as closely as another does, by the same rule."""
        if other._fit != "free":
            self.fit(other._fit)
        elif abs(other.scale_now - self.scale_now) > 1e-6:
            self.zoom(other.scale_now)

    def zoom_by(self, steps: float) -> None:
        self.zoom(self.scale_now * _STEP**steps)

    @property
    def scale_now(self) -> float:
        """Pixels per mm."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        at_top = bar.value() == bar.minimum()
        super().resizeEvent(event)
        if self._fit != "free":
            self._refit()
        if at_top:
            bar.setValue(bar.minimum())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _act(event)
        if act is None or self.scene().focusItem() is not None:
            super().keyPressEvent(event)
        else:
            act(self)

    def event(self, event: QEvent) -> bool:
        """What is held with Ctrl means the page while the keyboard is in it, whatever it means around it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = bool(_HELD & event.modifiers()) and _act(event) is not None
            if held and self.scene().focusItem() is None:
                event.accept()
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.setBackgroundBrush(colour("sunken"))
        self._paper.dress()

    def _refit(self) -> None:
        _set_bars(self, self._fit)
        paper = self._paper.rect()
        self.setSceneRect(paper.adjusted(-_GAP, -_GAP, _GAP, _GAP))
        if self._fit == "free" or paper.isEmpty():
            return self._scale(self.scale_now)
        wide, high = paper.width() + 2 * _GAP, paper.height() + 2 * _GAP
        if self._turn % 2:
            wide, high = high, wide
        across, down = self.maximumViewportSize().width() / wide, self.maximumViewportSize().height() / high
        if self._fit == "width" and across * high > self.maximumViewportSize().height():
            across = (self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()) / wide
        self._scale(max(_LEAST, across if self._fit == "width" else min(across, down)))

    def _scale(self, pixels_per_mm: float) -> None:
        self.setTransform(QTransform().rotate(90 * self._turn).scale(pixels_per_mm, pixels_per_mm))
        self.zoomed.emit(round(pixels_per_mm * _MM / 96 * 100))
        self._settle.start()

    def _take(self, pages: Pages | None) -> None:
        before, self._pages = self._pages, pages
        if before is not None and before is not pages:
            before.rest()

    def _sharpen(self) -> None:
        """Asks for the page at the resolution it is looked at, if that is not what is shown."""
        if self._pages is None or not self._pages.count:
            return
        needed = self.scale_now * _MM * self.devicePixelRatioF()
        dpi = next((one for one in _DPIS if one >= needed * 0.95), _DPIS[-1])
        if self._asked[0] != self.page or dpi > self._asked[1]:
            asked = self._asked = (self.page, dpi)
            pages, self.is_sharp = self._pages, False
            sketched = None if self._paper.is_drawn else self._paper.show_image
            wish = Wish(Rank.SEEN, lambda: pages is self._pages and self._asked == asked, sketched)
            pages.render(*asked, lambda image: self._arrived(pages, *asked, image), wish)

    def _arrived(self, pages: Pages, page: int, dpi: int, image: QImage) -> None:
        if pages is not self._pages or (page, dpi) != self._asked or image.isNull():
            return
        self._paper.show_image(image)
        self.is_sharp = True
        if self._has_leapt:
            self._linger.start()
        else:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """The pages that are probably turned to next: those further on the way, then the one before."""
        pages, here, on, dpi = self._pages, self.page, self._heading, self._asked[1]
        if pages is None or dpi > _AHEAD_DPI:
            return
        for page in (*(here + on * step for step in range(1, _AHEAD + 1)), here - on):
            if 0 <= page < pages.count:
                pages.render(page, dpi, _kept, Wish(Rank.NEAR, lambda: pages is self._pages and self.page == here))


def _kept(image: QImage) -> None:
    """Whoever draws the pages keeps it."""


_KEYS: dict[Qt.Key, Callable[[PageCanvas], None]] = {
    Qt.Key.Key_PageDown: lambda canvas: canvas.go(canvas.page + 1),
    Qt.Key.Key_PageUp: lambda canvas: canvas.go(canvas.page - 1),
    Qt.Key.Key_Home: lambda canvas: canvas.go(0),
    Qt.Key.Key_End: lambda canvas: canvas.go(_BEYOND),
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom_by(1),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom_by(1),
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom_by(-1),
    Qt.Key.Key_0: PageCanvas.fit_other,
    Qt.Key.Key_Return: lambda canvas: canvas.find_next.emit(1),
    Qt.Key.Key_Enter: lambda canvas: canvas.find_next.emit(1),
}
_HELD_KEYS: dict[Qt.Key, Callable[[PageCanvas], None]] = {
    Qt.Key.Key_0: PageCanvas.zoom_real,
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom_by(1),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom_by(1),
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom_by(-1),
    Qt.Key.Key_Left: lambda canvas: canvas.turn(-1),
    Qt.Key.Key_Right: PageCanvas.turn,
    Qt.Key.Key_C: lambda canvas: canvas.copy_asked.emit(),
}
_HELD = Qt.KeyboardModifier.ControlModifier


def _act(event: QKeyEvent) -> Callable[[PageCanvas], None] | None:
    """What a key does on the page."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == _HELD:
        return _HELD_KEYS.get(Qt.Key(event.key()))
    back = held == Qt.KeyboardModifier.ShiftModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return (lambda canvas: canvas.find_next.emit(-1)) if back else _KEYS.get(Qt.Key(event.key()))


def _set_bars(view: QGraphicsView, fit: Fit) -> None:
    """Only the bars that a fit can need: one that comes and goes would change the fit."""
    policy = Qt.ScrollBarPolicy
    view.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if fit == "free" else policy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fit == "page" else policy.ScrollBarAsNeeded)
