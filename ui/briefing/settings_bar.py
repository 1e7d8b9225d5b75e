"""Whether and when the clerk is told at once: a switch, and the hours in which it is quiet."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.briefing.notifier import read_time
from ui.kit.inputs import LineEdit, Toggle
from ui.kit.language import Speaks
from ui.kit.thai_label import dress, label
from ui.kit.tokens import S
from ui.settings import SettingsFile

_WIDE = 72


class SettingsBar(Speaks, QWidget):
    """Takes effect at once; an hour that is none is marked and not kept."""

    def __init__(self, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.switch = Toggle()
        self.since, self.until = LineEdit(settings.now.quiet_from), LineEdit(settings.now.quiet_to)
        self._quiet, self._dash = label(ink="soft"), label("–", ink="soft")
        self.switch.setChecked(settings.now.notify == "on")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for widget in (self.switch, self._quiet, self.since, self._dash, self.until):
            line.addWidget(widget)
        line.addStretch(1)
        for edit in (self.since, self.until):
            edit.setFixedWidth(_WIDE)
            edit.textEdited.connect(lambda _: self._keep())
        self.switch.toggled.connect(lambda on: settings.remember(notify="on" if on else "off"))
        self.retranslate()

    def retranslate(self) -> None:
        self.switch.setText(self.tr("แจ้งเตือนบนหน้าจอเมื่อมีเรื่องถึงฉัน"))
        self.switch.setAccessibleName(self.switch.text())
        self._quiet.setText(self.tr("งดแจ้งเวลา"))
        self.since.setAccessibleName(self.tr("งดแจ้งตั้งแต่"))
        self.until.setAccessibleName(self.tr("งดแจ้งถึง"))

    def _keep(self) -> None:
        for edit, name in ((self.since, "quiet_from"), (self.until, "quiet_to")):
            found = read_time(edit.value)
            dress(edit, wrong=found is None)
            if found is not None:
                self._settings.remember(**{name: f"{found:%H:%M}"})
