"""The pages of a letter with its intake stamp as a layer; honest while the file is still at the centre."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.letters.model import Endorsement, LetterFile, StampPlace
from desktop.letters.on_page import Placed
from desktop.office.ids import Id
from desktop.paper.intake_stamp import HEIGHT_MM, WIDTH_MM, stamp_ops
from desktop.paper.ops import Op
from ui.kit.language import Speaks
from ui.kit.page_layers import Layer
from ui.kit.page_source import Pages
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState, Panel
from ui.kit.paper_layer import paper_layer
from ui.letters.letter_presenter import LetterPresenter
from ui.pdf_pages import pdf_pages
from ui.work import Worker

LOOK_AGAIN_MS = 2000
_Opened = tuple[Pages, tuple[Op, ...], tuple[Placed, ...]]


class LetterPages(Speaks, QWidget):
    """Shows one file of the presenter's letter while it is visible itself.

    `opened` tells which file, `missing` that it is not on this machine yet.
    """

    opened = Signal(object)
    missing = Signal(object)

    def __init__(
        self, presenter: LetterPresenter, worker: Worker, *, thumbs: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._worker = worker
        self._shown: Id | None = None
        self._file: LetterFile | None = None
        self._notes: tuple[Endorsement, ...] = ()
        self._note_layers: list[Layer] = []
        self.is_open = False
        self.view = PageView(thumbs=thumbs)
        self._on_its_way = EmptyState("cloud")
        waiting = Panel(padding=0)
        waiting.body.addWidget(self._on_its_way)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.view)
        self._stack.addWidget(waiting)
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        self._on_its_way.say(
            self.tr("กำลังรับไฟล์จากส่วนกลาง"),
            self.tr("ข้อมูลของหนังสือมาถึงแล้ว ไฟล์กำลังตามมาและจะเปิดเองเมื่อถึง ระหว่างนี้เกษียณและส่งต่อได้"),
        )
        self._say_nothing()

    def show_letter(self) -> None:
        """Opens the letter's first file, unless one of its files is on the screen already."""
        if not self.isVisible():
            return
        letter = self._presenter.letter
        files = letter.files if letter else ()
        if letter is None or not files:
            self._close()
        elif self._shown != letter.id or self._file not in files:
            self.show_file(files[0])
        elif self.is_open and self._file is not None and letter.endorsements != self._notes:
            self._show_notes_anew(self._file)

    def show_file(self, file: LetterFile) -> None:
        letter = self._presenter.letter
        assert letter is not None
        self._shown, self._file, self.is_open = letter.id, file, False
        self._again.stop()
        if self._presenter.has_file(file):
            self._open(file, with_stamp=file == letter.files[0])
        else:
            self.view.show_pages(None)
            self._stack.setCurrentIndex(1)
            self._again.start()
            self.missing.emit(file)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_letter()

    @property
    def file(self) -> LetterFile | None:
        """The file shown, or on its way."""
        return self._file

    @property
    def letter_id(self) -> Id | None:
        """The letter whose file that is."""
        return self._shown

    def _close(self) -> None:
        self._again.stop()
        self._shown = self._file = None
        self.is_open = False
        self.view.show_pages(None)
        self._stack.setCurrentIndex(0)
        self._say_nothing()

    def _say_nothing(self) -> None:
        if self._presenter.letter is None:
            self.view.empty.say(self.tr("เลือกหนังสือจากรายการ"), self.tr("หน้าหนังสือจะแสดงที่นี่"))
        else:
            self.view.empty.say(self.tr("ลงทะเบียนโดยไม่มีไฟล์"), self.tr("หนังสือฉบับนี้ไม่ได้สแกนหรือนำเข้าไฟล์ไว้"))

    def _look_again(self) -> None:
        if self._file is not None and self._presenter.has_file(self._file):
            self.show_file(self._file)

    def _open(self, file: LetterFile, *, with_stamp: bool) -> None:
        presenter, worker = self._presenter, self._worker
        place = presenter.letter.stamp if presenter.letter and with_stamp else None
        stamp = presenter.stamp() if place else None
        notes = self._notes = presenter.letter.endorsements if presenter.letter else ()

        def read() -> _Opened:
            from desktop.paper.pages import page_sizes_mm

            pdf = presenter.stored(file)
            marks = stamp_ops(stamp) if stamp else ()
            sizes, readings = page_sizes_mm(pdf), partial(presenter.page_reading, file)
            return pdf_pages(pdf, sizes, worker, self, readings), marks, presenter.placed_on(pdf, file, notes)

        worker.run(read, owner=self, on_done=lambda opened: self._opened(file, opened, place), lane="render")

    def _opened(self, file: LetterFile, opened: _Opened, place: StampPlace | None) -> None:
        if file != self._file:
            return
        pages, ops, placed = opened
        self._note_layers.clear()
        self.view.show_pages(pages)
        self.is_open = True
        self._lay_notes(placed)
        if place is not None and ops:
            self.view.add_layer(paper_layer(place.page, WIDTH_MM, HEIGHT_MM, ops), place.x_mm, place.y_mm)
        self._stack.setCurrentIndex(0)
        self.opened.emit(file)

    def _show_notes_anew(self, file: LetterFile) -> None:
        """An endorsement came, was undone, or was marked by the centre: the page stays, its notes change."""
        presenter = self._presenter
        notes = self._notes = presenter.letter.endorsements if presenter.letter else ()

        def arrived(placed: tuple[Placed, ...]) -> None:
            if file == self._file and notes == self._notes:
                self.view.drop_layers(*self._note_layers) if self._note_layers else None
                self._note_layers.clear()
                self._lay_notes(placed)

        self._worker.run(
            lambda: presenter.placed_on(presenter.stored(file), file, notes),
            owner=self,
            on_done=arrived,
            lane="render",
        )

    def _lay_notes(self, placed: tuple[Placed, ...]) -> None:
        for one in placed:
            layer = paper_layer(one.place.page, one.drawn.width_mm, one.drawn.height_mm, one.drawn.ops)
            self._note_layers.append(layer)
            self.view.add_layer(layer, one.place.x_mm, one.place.y_mm)
