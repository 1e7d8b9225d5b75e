"""The intake stamp on the first page while a letter is being registered: what it would say and where it would stand."""

from PySide6.QtCore import QObject

from desktop.letters.model import StampPlace
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, default_place, stamp_ops
from desktop.paper.ops import Op
from ui.kit.page_layers import Layer
from ui.kit.page_view import PageView
from ui.kit.paper_layer import drawing, paper_layer
from ui.letters.registration_presenter import NextNumber, RegistrationPresenter
from ui.work import Worker


class LiveStamp(QObject):
    """Moved by the mouse, by arrows when it has the keyboard, or by `move`. `place` is what will be registered."""

    def __init__(self, presenter: RegistrationPresenter, view: PageView, worker: Worker) -> None:
        super().__init__(view)
        self._presenter, self._view, self._worker = presenter, view, worker
        self._ops: tuple[Op, ...] = ()
        self._layer: Layer | None = None

    @property
    def place(self) -> StampPlace | None:
        """Where the stamp stands on the first page; None without pages, and on what is the office's own."""
        if not self._presenter.incoming:
            return None
        if self._presenter.stamp is not None or not self._presenter.documents:
            return self._presenter.stamp
        return _place(*default_place(*self._presenter.documents[0].page_sizes_mm[0]))

    def show_number(self, found: NextNumber) -> None:
        """Another number or another minute. Shaping Thai brings a library with it: it is done in the background."""
        stamp = self._presenter.stamp_of(found)
        self._worker.run(lambda: stamp_ops(stamp), owner=self, on_done=self._drawn)

    def show_on(self, document: int) -> None:
        """Another document is in the view: only the first bears the stamp."""
        self._layer = None
        place = self.place
        if document == 0 and place is not None:
            self._layer = paper_layer(place.page, WIDTH_MM, HEIGHT_MM, self._ops, movable=True)
            self._layer.placed.connect(self._placed)
            self._view.add_layer(self._layer, place.x_mm, place.y_mm)

    def move(self, x_mm: float, y_mm: float) -> None:
        """Shifts the stamp; it stays on the paper."""
        if self._layer is not None:
            self._layer.moveBy(x_mm, y_mm)
            self._placed(self._layer.x(), self._layer.y())

    def _drawn(self, ops: tuple[Op, ...]) -> None:
        self._ops = ops
        if self._layer is not None:
            self._layer.redraw(drawing(ops))

    def _placed(self, x_mm: float, y_mm: float) -> None:
        self._presenter.stamp = _place(x_mm, y_mm)


def _place(x_mm: float, y_mm: float) -> StampPlace:
    """On the first page, to a thousandth of a mm, which is what is kept."""
    return StampPlace(0, round(x_mm, 3), round(y_mm, 3))
