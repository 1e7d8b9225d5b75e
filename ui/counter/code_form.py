"""The office's code for citizens' numbers, typed in once at each desk that serves them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.people.numbers import PeopleKey
from ui.house import House
from ui.kit.buttons import SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, form
from ui.kit.thai_label import ThaiLabel


class CodeForm(Speaks, Panel):
    """Seen only where the desk has no code yet; `done` when the one that was typed here is kept."""

    done = Signal()

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._house = house
        self._what = ThaiLabel(ink="soft")
        self.code = LineEdit(placeholder="ABCD-EFGH-JKLM-NPQR-STUV")
        self._field = Field("", self.code)
        self.use = SecondaryButton(icon_name="key")
        self.code.returnPressed.connect(self._confirm)
        self.use.clicked.connect(self._confirm)
        self.body.addWidget(self._what)
        self.body.addWidget(form(self._field))
        self.body.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()
        self.hide()
        self.look()

    def look(self) -> None:
        """Whether the desk has its code is asked for anew."""
        self._house.worker.run(self._house.office.people_queries.key, owner=self, on_done=self._known)

    def retranslate(self) -> None:
        self._what.say(self.tr("เครื่องนี้ยังเก็บและค้นเลขประจำตัวไม่ได้ พิมพ์รหัสจากแผ่นรหัสของสำนักงานหนึ่งครั้ง"))
        self._field.say(self.tr("รหัสทะเบียนประชาชน"))
        self.use.say(self.tr("ใช้รหัสนี้"))

    def _confirm(self) -> None:
        typed = self.code.value
        if typed:
            people = self._house.office.people(self._house.session.person)
            self._house.worker.run(lambda: people.use_code(typed), owner=self, on_done=lambda _: self._kept())

    def _kept(self) -> None:
        self.done.emit()  # before it goes, and the keyboard with it to wherever Qt likes
        self.look()

    def _known(self, key: PeopleKey | None) -> None:
        self.setVisible(key is None)
