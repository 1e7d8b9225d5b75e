"""What belongs to a letter: what it cites and what cites it, what came with it, its numbers in divisions."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.letters.model import CitedLetter, Letter
from desktop.letters.typed_lists import citation_line, enclosure_line
from ui.kit.icons import icon
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.theme import font
from ui.kit.tokens import ROW, S
from ui.letters import kind_words as words

_LETTER = Qt.ItemDataRole.UserRole


class Related(Speaks, QWidget):
    """`opened` brings the id of the letter that was chosen with Enter or a double click."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self.list = QListWidget()
        self.list.setProperty("frame", "none")
        self.list.setFont(font())
        self._nothing = ThaiLabel(ink="faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, S)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.list.itemActivated.connect(self._open)
        self.setFocusProxy(self.list)
        self.retranslate()

    def retranslate(self) -> None:
        self._nothing.say(self.tr("ไม่ได้อ้างถึงหนังสือใด และไม่มีสิ่งที่ส่งมาด้วย"))
        self.show_letter(self._letter)

    def say(self, name: str) -> None:
        self.list.setAccessibleName(name)

    def show_letter(self, letter: Letter | None) -> None:
        self._letter = letter
        self.list.clear()
        for picture, said, target in self._lines(letter) if letter else ():
            item = QListWidgetItem(icon(picture), said)
            item.setSizeHint(QSize(0, ROW))
            item.setToolTip(said)
            item.setData(_LETTER, target)
            self.list.addItem(item)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)

    @property
    def count(self) -> int:
        return self.list.count()

    def _lines(self, letter: Letter) -> Iterator[tuple[str, str, CitedLetter | None]]:
        """Icon, words and, where there is one, the letter that is meant."""
        for citation in letter.citations:
            if citation.letters:
                yield from _named(self.tr("อ้างถึง {letter}"), citation.letters)
            else:
                said = self.tr("อ้างถึง {letter} (ไม่มีในเครื่องนี้)").format(letter=citation_line(citation))
                yield "hourglass", said, None
        yield from _named(self.tr("ถูกอ้างใน {letter}"), letter.cited_by)
        for one in letter.enclosures:
            yield "attach", self.tr("ส่งมาด้วย {enclosure}").format(enclosure=enclosure_line(one)), None
        for further in letter.further:
            number = f"{words.figures(further.register, further.number)}/{further.year_be}"
            said = self.tr("เลขรับของ{unit} {number} โดย {who}")
            yield "register", said.format(unit=further.unit_name, number=number, who=further.who), None

    def _open(self, item: QListWidgetItem) -> None:
        target = item.data(_LETTER)
        if target is not None:
            self.opened.emit(target.id)


def _named(pattern: str, letters: Sequence[CitedLetter]) -> Iterator[tuple[str, str, CitedLetter]]:
    for one in letters:
        number = f"{words.number_name(one.register)} {words.figures(one.register, one.number)}/{one.year_be}"
        yield "letter", pattern.format(letter=f"{number} {one.subject}"), one
