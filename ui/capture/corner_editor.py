"""The corners of a photographed sheet put right: the photo at the left, what comes of it beside."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.capture.corners import Corners
from desktop.office.errors import OfficeError
from ui.capture.corner_field import CornerField
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XL, L, M, S
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.capture.photos import PhotoOnScreen
    from desktop.paper.pages import RenderedPage

_AFTER_MS = 60
"""After the last move the sheet is drawn anew."""
_SIZE = (980, 640)


class CornerEditor(Speaks, QDialog):
    """`chosen` brings the corners when somebody is content with them."""

    chosen = Signal(object)

    def __init__(self, photo: "PhotoOnScreen", worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._photo, self._worker = photo, worker
        self.title, self._how = label(size="head"), ThaiLabel(ink="soft")
        self.field, self.sheet = CornerField(), _Sheet()
        self.problem = ThaiLabel(ink="danger", size="small")
        self.found_button, self.stay = QuietButton(key="Ctrl+R", icon_name="undo"), SecondaryButton(key="Esc")
        self.use_button = PrimaryButton(key="F9", icon_name="check")
        self._drawing, self._stale = False, False
        self._failure: OfficeError | None = None
        self._soon = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self._lay_out()
        self.field.moved.connect(lambda _: self._soon.start())
        self.found_button.clicked.connect(lambda: self.field.put(photo.found))
        self.stay.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._use)
        self.retranslate()
        self.field.show_photo(_image(photo.photo()), photo.corners)
        self.field.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("จัดมุมกระดาษ"))
        self.title.setText(self.tr("จัดมุมกระดาษ"))
        self._how.say(
            self.tr("ลากแต่ละมุมไปที่มุมกระดาษ หรือกด Tab เลือกมุมแล้วเลื่อนด้วยลูกศร กด Shift ค้างเพื่อเลื่อนเร็ว ภาพเดิมยังอยู่ครบ")
        )
        self.found_button.say(self.tr("มุมที่หาพบ"))
        self.stay.say(self.tr("ไม่เปลี่ยน"))
        self.use_button.say(self.tr("ใช้มุมนี้"))
        self._say_failure()

    def _use(self) -> None:
        if self.use_button.isEnabled():
            self.chosen.emit(self.field.corners)
            self.accept()

    def _draw(self) -> None:
        """One picture at a time; what was moved meanwhile is drawn after it."""
        if self._drawing:
            self._stale = True
            return
        corners, photo = self.field.corners, self._photo
        self._drawing, self._stale = True, False
        self._worker.run(
            lambda: _image(photo.sheet(corners)),
            owner=self,
            on_done=lambda image: self._drawn(image, None),
            on_failed=lambda error: self._drawn(None, error),
            lane="render",
        )

    def _drawn(self, image: QImage | None, error: Exception | None) -> None:
        self._drawing = False
        if error is not None and not isinstance(error, OfficeError):
            raise error
        self._failure = error
        self._say_failure()
        self.use_button.setEnabled(error is None)
        if image is not None:
            self.sheet.show_image(image)
        if self._stale:
            self._draw()

    def _say_failure(self) -> None:
        code = "th" if self.tr("ไม่เปลี่ยน") == "ไม่เปลี่ยน" else "en"
        self.problem.say(". ".join(self._failure.describe(code)) if self._failure is not None else "")

    def _lay_out(self) -> None:
        both, foot = QHBoxLayout(), QHBoxLayout()
        both.setSpacing(L)
        both.addWidget(self.field, 3)
        both.addWidget(self.sheet, 2)
        foot.setSpacing(S)
        foot.addWidget(self.found_button)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.stay)
        foot.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(self.title)
        column.addWidget(self._how)
        column.addLayout(both, 1)
        column.addLayout(foot)
        self.resize(*_SIZE)


def ask_corners(
    photo: "Callable[[], PhotoOnScreen]", worker: Worker, over: QWidget, chosen: Callable[[Corners], object]
) -> None:
    """Opens a photo in the background, and then its corners over a screen."""

    def edit(opened: "PhotoOnScreen") -> None:
        editor = CornerEditor(opened, worker, over)
        editor.chosen.connect(chosen)
        editor.open()

    worker.run(photo, owner=over, on_done=edit)


class _Sheet(QLabel):
    """What comes of the corners, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(200, 260)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_image(self, image: QImage) -> None:
        self._whole = QPixmap.fromImage(image)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._whole.isNull():
            how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._whole.scaled(self.size(), *how))


def _image(drawn: "RenderedPage") -> QImage:
    from ui.kit.page_printing import image_of

    return image_of(drawn)
