"""Who asks: name, telephone, address; somebody of the register of citizens stays known until another name is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.kind import Kind
from ui.cases.presenter import Typed
from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.tokens import M


class ReporterFields(Speaks, QWidget):
    """`edited` at every change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = (LineEdit(), LineEdit(), LineEdit())
        self.name, self.phone, self.address = (Field("", line) for line in self._lines)
        self._known = Typed()
        self._required = False
        for line, field in zip(self._lines, (self.name, self.phone, self.address), strict=True):
            line.textEdited.connect(lambda _, field=field: self._typed_into(field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(row(self.name, self.phone, stretch=(3, 2)))
        column.addWidget(self.address)
        self.retranslate()

    def retranslate(self) -> None:
        self.name.must = self._required
        self.name.say(self.tr("ชื่อผู้แจ้ง"))
        self.phone.say(self.tr("โทรศัพท์"))
        self.address.say(self.tr("ที่อยู่ผู้แจ้ง"))
        self._hint()

    def ask(self, kind: Kind) -> None:
        self._required = kind.reporter.required
        self.retranslate()

    def show_typed(self, typed: Typed) -> None:
        self._known = typed
        for line, said in zip(self._lines, (typed.name, typed.phone, typed.address), strict=True):
            line.setText(said)
        for field in (self.name, self.phone, self.address):
            field.clear_error()
        self._hint()

    def typed(self) -> dict[str, str]:
        """The fields of `Typed` that stand here."""
        name, phone, address = (line.value for line in self._lines)
        known = self._known
        ids = (known.person, known.house, known.known_as) if self._is_known(name) else ("", "", "")
        whose = dict(zip(("person", "house", "known_as"), ids, strict=True))
        return {"name": name, "phone": phone, "address": address, **whose}

    def _is_known(self, name: str) -> bool:
        return bool(self._known.known_as) and name == self._known.known_as

    def _hint(self) -> None:
        optional = "" if self._required else self.tr("ไม่บังคับ เจ้าหน้าที่ภาคสนามไม่เห็น")
        self.name.hint(self.tr("จากทะเบียนประชาชน") if self._is_known(self._lines[0].value) else optional)

    def _typed_into(self, field: Field) -> None:
        field.clear_error()
        self._hint()
        self.edited.emit()
