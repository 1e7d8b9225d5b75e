"""Pictures of a case: chosen from files, read in the background, named while they wait to be sent along."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cases.photos import Photo, read_photo
from desktop.office.errors import OfficeError
from ui.kit.buttons import SecondaryButton
from ui.kit.files import DOWNLOADS, ask_files
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.work import Worker


class PhotoPicker(Speaks, QWidget):
    """`changed` after pictures came or went."""

    changed = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.photos: tuple[Photo, ...] = ()
        self.words, self.button = ThaiLabel(ink="soft", size="small"), SecondaryButton(key="F4", icon_name="attach")
        self.button.clicked.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.say(self.tr("เพิ่มรูป"))
        names = ", ".join(photo.name for photo in self.photos)
        said = [self.tr("รูป: {names}").format(names=names)] if names else []
        if any(photo.lat_e6 is not None for photo in self.photos):
            said.append(self.tr("รู้พิกัดจากรูปแล้ว"))
        self.words.say(" · ".join(said))

    def add(self, paths: tuple[Path, ...]) -> None:
        """Reads pictures in the background; one that is none is told, and none of them is taken."""

        def read() -> tuple[Photo, ...]:
            return tuple(read_photo(_bytes(path), path.name) for path in paths)

        if paths:
            self._worker.run(read, owner=self, on_done=lambda photos: self.show_photos((*self.photos, *photos)))

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        self.photos = photos
        self.retranslate()
        self.changed.emit()

    def _choose(self) -> None:
        self.add(ask_files(self, self.tr("เลือกรูป"), "JPEG, PNG, WebP (*.jpg *.jpeg *.png *.webp)", DOWNLOADS))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OfficeError("cases.photo_unreadable", file=path.name) from error
