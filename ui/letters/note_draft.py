"""The endorsement that is being written, shown where it will stand on the page; it can be moved before it is signed."""

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.letters.authority import Standing
from desktop.letters.on_page import Spot
from desktop.paper.endorsement_note import DrawnNote
from ui.kit.page_layers import Layer
from ui.kit.paper_layer import paper_layer
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_presenter import LetterPresenter
from ui.work import Worker

Drawn = tuple[DrawnNote, float, float]
SETTLE_MS = 150


class NoteDraft(QObject):
    """`spot` is where the note goes: where it was moved to, else wherever there is room on the page in view."""

    def __init__(self, pages: LetterPages, presenter: LetterPresenter, worker: Worker) -> None:
        super().__init__(pages)
        self._pages, self._presenter, self._worker = pages, presenter, worker
        self._words: tuple[str, Standing | None] = ("", None)
        self._layer: Layer | None = None
        self._moved: tuple[int, float, float] | None = None
        self._writing, self.on = False, True
        self._asked = 0
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._draw)
        pages.view.paged.connect(lambda _: self._settle.start() if self._writing else None)

    @property
    def spot(self) -> Spot | None:
        """None where there is no page to stand on, or none is wanted."""
        file = self._pages.file
        if not self.on or file is None or not self._pages.is_open:
            return None
        page = self._pages.view.canvas.page
        if self._moved is not None and self._moved[0] == page:
            return Spot(file, page, *self._moved[1:])
        return Spot(file, page)

    def show(self, text: str, standing: Standing | None) -> None:
        """Other words, or another capacity."""
        self._writing, self._words = True, (text, standing)
        self._settle.start()

    def set_on(self, on: bool) -> None:
        self.on = on
        self._draw()

    def end(self) -> None:
        """The words are signed or put away; the next note seeks its own place."""
        self._settle.stop()
        self._writing, self._moved = False, None
        self._drop()

    def take_keyboard(self) -> None:
        """Arrows move the note, 10 mm with Shift and 0.1 mm with Ctrl."""
        if self._layer is not None:
            self._pages.view.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._layer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _draw(self) -> None:
        spot, (text, standing) = self.spot, self._words
        self._asked += 1
        asked = self._asked
        if not self._writing or spot is None or not text.strip():
            return self._drop()
        presenter = self._presenter
        self._worker.run(
            lambda: presenter.draw_note(spot, text, standing),
            owner=self,
            on_done=lambda drawn: self._drawn(drawn, spot) if asked == self._asked else None,
            lane="render",
        )

    def _drawn(self, drawn: Drawn | None, spot: Spot) -> None:
        self._drop()
        if drawn is None or not self._writing:
            return
        note, x, y = drawn
        self._layer = paper_layer(spot.page, note.width_mm, note.height_mm, note.ops, movable=True)
        self._layer.placed.connect(lambda x, y: self._placed(spot.page, x, y))
        self._pages.view.add_layer(self._layer, x, y)

    def _placed(self, page: int, x_mm: float, y_mm: float) -> None:
        self._moved = (page, x_mm, y_mm)

    def _drop(self) -> None:
        layer, self._layer = self._layer, None
        if layer is not None and layer.scene() is not None:
            self._pages.view.drop_layers(layer)
