"""อ้างถึง and สิ่งที่ส่งมาด้วย as they are typed: a line for each, in the order of the paper."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.model import Citation, CitedLetter, Enclosure
from desktop.letters.typed_lists import citation_line, citations_of, enclosure_line, enclosures_of
from ui.kit.field import Field
from ui.kit.inputs import NotesEdit
from ui.kit.language import Speaks
from ui.kit.tokens import S
from ui.letters import kind_words as words

_ASK_AFTER_MS = 200


class PaperLists(Speaks, QWidget):
    """`edited` on every change by hand; `citations_asked` when it should be looked up which letters they mean."""

    edited = Signal(str)
    citations_asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._shown: tuple[tuple[Citation, ...], tuple[Enclosure, ...]] = ((), ())
        self.citations, self.enclosures = NotesEdit(lines=1, most=4), NotesEdit(lines=1, most=4)
        self.fields = {"citations": Field("", self.citations), "enclosures": Field("", self.enclosures)}
        self._ask = QTimer(self, interval=_ASK_AFTER_MS, singleShot=True)
        self._ask.timeout.connect(lambda: self.citations_asked.emit(self.typed_citations()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for name, field in self.fields.items():
            column.addWidget(field)
            editor: NotesEdit = getattr(self, name)
            editor.textChanged.connect(lambda name=name: self._edited(name))
        self.setFocusProxy(self.citations)
        self.retranslate()

    def retranslate(self) -> None:
        self.fields["citations"].say(self.tr("อ้างถึง"))
        self.fields["enclosures"].say(self.tr("สิ่งที่ส่งมาด้วย"))
        self.citations.setPlaceholderText(self.tr("เช่น ชม 52301/77 ลงวันที่ 1 พ.ย. 69 บรรทัดละฉบับ"))
        self.enclosures.setPlaceholderText(self.tr("เช่น แบบรายงาน 2 ชุด บรรทัดละรายการ"))

    def typed_citations(self) -> tuple[Citation, ...]:
        return citations_of(self.citations.value, self._today(), self._shown[0])

    def typed_enclosures(self) -> tuple[Enclosure, ...]:
        return enclosures_of(self.enclosures.value, self._shown[1])

    def show_lists(self, citations: Sequence[Citation], enclosures: Sequence[Enclosure]) -> None:
        self._shown = tuple(citations), tuple(enclosures)
        self.citations.setPlainText("\n".join(map(citation_line, citations)))
        self.enclosures.setPlainText("\n".join(map(enclosure_line, enclosures)))

    def show_meant(self, asked: Sequence[Citation], found: Sequence[Sequence[CitedLetter]]) -> None:
        """Says beside the label which letters are meant; nothing when the clerk has typed on."""
        if asked != self.typed_citations():
            return
        known = [letters[0] for letters in found if letters]
        said = ""
        if known:
            named = ", ".join(f"{words.number_name(one.register)} {one.number}/{one.year_be}" for one in known)
            said = self.tr("ผูกกับ {letters}").format(letters=named)
        elif asked:
            said = self.tr("ยังไม่พบในเครื่องนี้ ผูกเองเมื่อมาถึง")
        self.fields["citations"].hint(said)
        self.citations.setAccessibleDescription(said)

    def set_away(self, away: bool) -> None:
        """Nothing of what is inside an envelope that stays closed is typed."""
        for editor in (self.citations, self.enclosures):
            editor.setEnabled(not away)

    def _edited(self, name: str) -> None:
        self.fields[name].clear_error()
        if name == "citations":
            self._ask.start()
        self.edited.emit(name)
