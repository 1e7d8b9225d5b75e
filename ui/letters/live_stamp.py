"""The intake stamp on the first page while a letter is being registered: what it would say and where it would stand."""

from PySide6.QtCore import QObject, Signal

from desktop.capture.model import CapturedDocument
from desktop.letters.model import StampPlace
from desktop.paper.blank_space import Room
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, default_place, stamp_ops
from desktop.paper.ops import Op
from ui.kit.language import Speaks
from ui.kit.page_layers import Layer
from ui.kit.page_view import PageView
from ui.kit.paper_layer import drawing, paper_layer
from ui.kit.thai_label import ThaiLabel
from ui.letters.registration_presenter import NextNumber, RegistrationPresenter
from ui.work import Worker


class LiveStamp(QObject):
    """Seeks free space near the top right; moved by the mouse, by arrows when it has the keyboard, or by `move`.

    `place` is what will be registered. `covers` tells whether it had to be put over something that stands there.
    """

    covers = Signal(bool)

    def __init__(self, presenter: RegistrationPresenter, view: PageView, worker: Worker) -> None:
        super().__init__(view)
        self._presenter, self._view, self._worker = presenter, view, worker
        self._ops: tuple[Op, ...] = ()
        self._layer: Layer | None = None
        self._found: tuple[CapturedDocument, Room] | None = None

    @property
    def place(self) -> StampPlace | None:
        """Where the stamp stands on the first page; None without pages, and on what is the office's own."""
        if not self._presenter.incoming:
            return None
        if self._presenter.stamp is not None or not self._presenter.documents:
            return self._presenter.stamp
        first = self._presenter.documents[0]
        room = self._room(first)
        return _place(room.x_mm, room.y_mm) if room else _place(*default_place(*first.page_sizes_mm[0]))

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
            self._seek(self._presenter.documents[0])
        self._say_covers()

    def rest(self) -> None:
        """No document is in the view."""
        self._layer = None
        self._say_covers()

    def move(self, x_mm: float, y_mm: float) -> None:
        """Shifts the stamp; it stays on the paper."""
        if self._layer is not None:
            self._layer.moveBy(x_mm, y_mm)
            self._placed(self._layer.x(), self._layer.y())

    def _seek(self, first: CapturedDocument) -> None:
        if self._presenter.stamp is None and self._room(first) is None:
            self._worker.run(
                lambda: self._presenter.room(first),
                owner=self,
                on_done=lambda room: self._sought(first, room),
                lane="render",
            )

    def _sought(self, first: CapturedDocument, room: Room | None) -> None:
        """The clerk may have moved the stamp or taken the document out meanwhile."""
        if room is not None and self._is_first(first):
            self._found = first, room
            if self._presenter.stamp is None and self._layer is not None:
                self._layer.setPos(room.x_mm, room.y_mm)
            self._say_covers()

    def _is_first(self, document: CapturedDocument) -> bool:
        return bool(self._presenter.documents) and self._presenter.documents[0] is document

    def _room(self, first: CapturedDocument) -> Room | None:
        return self._found[1] if self._found and self._found[0] is first else None

    def _say_covers(self) -> None:
        first = self._presenter.documents[:1]
        room = self._room(first[0]) if first and self._layer is not None else None
        self.covers.emit(room is not None and not room.is_free and self._presenter.stamp is None)

    def _drawn(self, ops: tuple[Op, ...]) -> None:
        self._ops = ops
        if self._layer is not None:
            self._layer.redraw(drawing(ops))

    def _placed(self, x_mm: float, y_mm: float) -> None:
        self._presenter.stamp = _place(x_mm, y_mm)
        self._say_covers()


class CoversNote(Speaks, ThaiLabel):
    """Says that the stamp stands over something, because the page has no room for it."""

    def __init__(self, stamp: LiveStamp) -> None:
        super().__init__(ink="attention")
        stamp.covers.connect(self.setVisible)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("หน้านี้ไม่มีที่ว่างพอ ตรารับจึงทับข้อความน้อยที่สุด เลื่อนได้ด้วยเมาส์หรือ Ctrl+Alt+ลูกศร"))


def _place(x_mm: float, y_mm: float) -> StampPlace:
    """On the first page, to a thousandth of a mm, which is what is kept."""
    return StampPlace(0, round(x_mm, 3), round(y_mm, 3))
