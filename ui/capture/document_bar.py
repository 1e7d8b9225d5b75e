"""The documents of a letter that is being registered: which is shown, and a way to take one out again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.capture.model import CapturedDocument
from ui.kit.buttons import IconButton
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.tokens import S


class DocumentBar(Speaks, QWidget):
    """`picked` and `removed` bring a place from 0."""

    picked = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[CapturedDocument, ...] = ()
        self.choice = ComboBox()
        self.choice.setMinimumWidth(120)
        self._count = label(ink="soft")
        self.remove_button = IconButton("close", key="Ctrl+Del")
        self.choice.chosen.connect(lambda key: self.picked.emit(int(key)))
        self.remove_button.clicked.connect(lambda: self.removed.emit(int(self.choice.value)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.choice, 1)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.remove_button)
        self.retranslate()
        self.show_documents((), 0)

    def retranslate(self) -> None:
        self.choice.setAccessibleName(self.tr("เอกสารที่แนบ"))
        self.remove_button.say(self.tr("เอาเอกสารนี้ออก"))
        self._say_count()

    def show_documents(self, documents: Sequence[CapturedDocument], place: int) -> None:
        self._documents = tuple(documents)
        self.choice.offer([(str(number), self._words(number)) for number in range(len(self._documents))])
        self.choice.choose(str(place))
        self.setVisible(bool(self._documents))
        self._say_count()

    def _words(self, number: int) -> str:
        document = self._documents[number]
        return f"{number + 1}. {document.name}"

    def _say_count(self) -> None:
        pages = sum(document.page_count for document in self._documents)
        self._count.setText(counted(self.tr("{count} หน้า"), pages).format(count=pages))
