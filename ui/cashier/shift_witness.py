"""A second person says who they are, at this desk, with their own name and code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.field import Field, row
from ui.kit.inputs import LineEdit, SecretEdit
from ui.kit.language import Speaks


class WitnessFields(Speaks, QWidget):
    """`ended` when Enter was pressed behind the code."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self.login, self.password = LineEdit(), SecretEdit()
        self.login_field, self.password_field = Field("", self.login, must=True), Field("", self.password, must=True)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.ended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row(self.login_field, self.password_field))
        self.setFocusProxy(self.login)
        self.retranslate()

    def retranslate(self) -> None:
        self.login_field.say(self._what or self.tr("ผู้รับรอง (ชื่อผู้ใช้)"))
        self.password_field.say(self.tr("รหัสของเขา"))

    def say(self, what: str) -> None:
        """Who the second person is."""
        self._what = what
        self.retranslate()

    def clear(self) -> None:
        for edit in (self.login, self.password):
            edit.clear()
        for field in (self.login_field, self.password_field):
            field.clear_error()

    def refused(self) -> None:
        """They were not let through: only the code is typed again."""
        self.password.clear()
        self.password.setFocus()

    def is_whole(self) -> bool:
        """Whether both are there; what is missing is said."""
        self.login_field.say_error("" if self.login.value else self.tr("ต้องมี"))
        self.password_field.say_error("" if self.password.text() else self.tr("ใส่รหัส"))
        bad = next((field for field in (self.login_field, self.password_field) if field.error), None)
        if bad is not None:
            bad.setFocus()
        return bad is None
