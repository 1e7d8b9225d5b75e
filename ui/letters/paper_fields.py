"""Above the list of papers: where the scanner writes, and to whom or in which room."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.accounts.model import Unit
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel, dress
from ui.kit.tokens import S
from ui.letters.paper_presenter import Way


class PaperFields(Speaks, QWidget):
    """`scanned` brings what the scanner, or the clerk, wrote; `room_chosen` the unit whose room is swept."""

    scanned = Signal(str)
    room_chosen = Signal(object)

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._units: tuple[Unit, ...] = ()
        self.scan, self.said = LineEdit(), ThaiLabel(ink="soft")
        self.to, self.whom, self.room, self.place = ComboBox(), LineEdit(), ComboBox(), LineEdit()
        self._fields = tuple(Field("", editor) for editor in (self.scan, self.to, self.whom, self.room, self.place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(row(*self._fields, stretch=(3, 2, 2, 2, 2)))
        column.addWidget(self.said)
        self.scan.returnPressed.connect(self._scan)
        self.room.chosen.connect(lambda _: self.room_chosen.emit(self.unit_of(self.room)))
        self.setFocusProxy(self.scan)
        self.retranslate()

    def retranslate(self) -> None:
        self.scan.setPlaceholderText(self.tr("สแกนใบติดตาม หรือพิมพ์เลขรับ แล้วกด Enter"))
        names = (
            self.tr("ใบติดตามหรือเลขรับ"), self.tr("ส่งให้หน่วยงาน"), self.tr("ผู้รับ (ถ้ารู้)"), self.tr("ห้องของหน่วยงาน"),
            self.tr("ที่ที่สำรวจ"),
        )  # fmt: skip
        for field, name in zip(self._fields, names, strict=True):
            field.say(name)
        self._name_units()

    def turn(self, way: Way) -> None:
        """Only what this kind of work asks for is shown."""
        for field, wanted in zip(self._fields[1:], (Way.HAND, Way.HAND, Way.SWEEP, Way.SWEEP), strict=True):
            field.setVisible(way is wanted)
        self.say("")

    def offer(self, units: Sequence[Unit], room: Unit) -> None:
        """The units to choose from, and the one whose room is swept."""
        self._units = tuple(units)
        self._name_units()
        self.room.choose(room.id.hex())

    def say(self, words: str, ink: str = "soft") -> None:
        """What became of the last scan."""
        dress(self.said, ink=ink)
        self.said.say(words)

    def ask_whom(self) -> None:
        """Nobody was chosen: nothing goes anywhere by chance."""
        self.say(self.tr("เลือกหน่วยงานที่จะส่งให้ก่อน"), "danger")
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def unit_of(self, box: ComboBox) -> Unit | None:
        return next((unit for unit in self._units if unit.id.hex() == box.value), None)

    def _scan(self) -> None:
        typed = self.scan.value
        self.scan.clear()
        if typed:
            self.scanned.emit(typed)

    def _name_units(self) -> None:
        english = self._language() == "en"
        named = [(unit.id.hex(), unit.name_en if english else unit.name_th) for unit in self._units]
        self.to.offer([("", self.tr("เลือกหน่วยงาน")), *named])
        self.room.offer(named)
