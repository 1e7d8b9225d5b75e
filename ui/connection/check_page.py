"""ทดสอบการเชื่อมต่อ: eight steps tried for real, a plain word on each, and a code to read over the phone."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.line_check import STEPS, Finding, LineReport, Verdict, code_of
from desktop.office.version import VERSION
from ui.connection import words
from ui.kit.buttons import PrimaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel, rule
from ui.kit.speak import announce
from ui.kit.thai_label import ThaiLabel, dress, label
from ui.kit.tokens import XS, L, M, S
from ui.settings import SettingsFile
from ui.work import Worker

Check = Callable[[Callable[[Finding], None], Event], LineReport]


class _Told(QObject):
    """Brings findings from the thread that makes them."""

    found = Signal(object)


class CheckPage(Speaks, QWidget):
    """`check` tries the line and may block, None for a desk without one; `office_phone` is called if nobody else."""

    def __init__(
        self,
        check: Check | None,
        worker: Worker,
        settings: SettingsFile,
        office_phone: str,
        failed: Callable[[Exception], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check, self._worker, self._settings, self._phone = check, worker, settings, office_phone
        self._tell_failure = failed
        self._ended = Event()
        self._running = False
        self.findings: dict[str, Finding] = {}
        self.report: LineReport | None = None
        self._told = _Told(self)
        self._told.found.connect(self._found, Qt.ConnectionType.QueuedConnection)
        self.steps = {step: StepRow() for step in STEPS}
        self._outcome_mark, self.outcome = Glyph("info", "info", 24), ThaiLabel(size="head")
        self.code, self._code_name, self._code_how = label(size="sum"), label(ink="soft"), ThaiLabel(ink="soft")
        self.phone = LineEdit()
        self._phone_field = Field("", self.phone)
        self.button = PrimaryButton(key="F9", icon_name="refresh")
        self.button.clicked.connect(self.start)
        self.phone.editingFinished.connect(self._remember)
        self._lay_out()
        self.setFocusProxy(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        for name, row in self.steps.items():
            row.say(words.step(name))
        self._code_name.setText(self.tr("รหัสผลการทดสอบ"))
        self._code_how.say(self.tr("อ่านรหัสนี้ให้ผู้ดูแลทางโทรศัพท์ รหัสบอกผลทุกข้อและรุ่นของโปรแกรม ไม่มีข้อมูลของประชาชน"))
        self._phone_field.say(self.tr("เบอร์ผู้ดูแล"))
        self._phone_field.hint(self.tr("ขึ้นที่แถบด้านล่างเมื่อต้องการความช่วยเหลือ"))
        self.phone.setPlaceholderText(self._phone)
        self.phone.setText(self._settings.now.helpdesk or "")
        self.button.say(self.tr("ทดสอบการเชื่อมต่อ"))
        self._say_outcome()

    def start(self) -> None:
        """Tries everything anew."""
        if self._running or self._check is None:
            return
        self._running = True
        self.findings, self.report = {}, None
        self._ended.clear()
        for row in self.steps.values():
            row.show_finding(None)
        self.steps[STEPS[0]].show_running()
        self._say_outcome()
        check, told, ended = self._check, self._told, self._ended
        self._worker.run(lambda: check(told.found.emit, ended), owner=self, on_done=self._over, on_failed=self._failed)

    def stop(self) -> None:
        """Ends a test under way; what it found stays."""
        self._ended.set()

    def _found(self, finding: Finding) -> None:
        self.findings[finding.step] = finding
        self.steps[finding.step].show_finding(finding)
        later = STEPS[STEPS.index(finding.step) + 1 :]
        if later and self._running:
            self.steps[later[0]].show_running()

    def _over(self, report: LineReport) -> None:
        self._running = False
        self.report = report
        self._say_outcome()
        if self.isVisible():  # a button that is off hands the keyboard on
            self.button.setFocus()
        announce(self, self.outcome.words)

    def _failed(self, error: Exception) -> None:
        self._running = False
        self._say_outcome()
        self._tell_failure(error)

    def _say_outcome(self) -> None:
        self.button.setEnabled(self._check is not None and not self._running)
        self.code.setText(code_of(self.report) if self.report else "")
        for widget in (self.code, self._code_name, self._code_how):
            widget.setVisible(self.report is not None)
        said, tone, icon = self._outcome()
        self.outcome.say(said)
        dress(self.outcome, ink=tone if tone != "info" else "")
        self._outcome_mark.show_icon(icon, tone)

    def _outcome(self) -> tuple[str, str, str]:
        if self._check is None:
            return self.tr("เครื่องนี้ยังไม่ได้เชื่อมกับศูนย์กลาง"), "info", "info"
        if self._running:
            return self.tr("กำลังทดสอบ"), "info", "sending"
        if self.report is None:
            return self.tr("กด F9 เพื่อทดสอบสายจากเครื่องนี้ถึงศูนย์กลาง ใช้เวลาไม่กี่วินาที"), "info", "info"
        worst = max(
            (verdict for verdict in self.report.verdicts.values() if verdict is not Verdict.UNTRIED),
            default=Verdict.BAD,
        )
        said, tone = words.whole(worst)
        return said, tone, words.ICONS[worst][0]

    def _remember(self) -> None:
        if (self.phone.value or None) != self._settings.now.helpdesk:
            self._settings.remember(helpdesk=self.phone.value or None)

    def _lay_out(self) -> None:
        steps, side = Panel(), Panel()
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(2, 1)
        for place, row in enumerate(self.steps.values()):
            row.put(grid, 2 * place)
            if place:
                grid.addWidget(rule(), 2 * place - 1, 0, 1, 4)
        steps.body.addLayout(grid)
        steps.body.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._outcome_mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.outcome, 1)
        side.body.addLayout(head)
        for widget in (self._code_name, self.code, self._code_how):
            side.body.addWidget(widget)
        side.body.addStretch(1)
        side.body.addWidget(self._phone_field)
        side.body.addWidget(label(f"Thesaban Desk {VERSION}", ink="faint", size="small"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        side.body.addLayout(foot)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(steps, 6)
        line.addWidget(side, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(line, 1)


class StepRow:
    """One step in the grid: its mark, its name, the word on it, and the figure."""

    def __init__(self) -> None:
        self._mark = Glyph("minus", "line_strong")
        self._name, self.verdict, self.figure = label(strong=True), ThaiLabel(ink="soft"), label(ink="soft")
        self._finding: Finding | None = None

    def put(self, grid: QGridLayout, row: int) -> None:
        grid.setRowMinimumHeight(row, 48)
        for column, widget in enumerate((self._mark, self._name, self.verdict, self.figure)):
            grid.addWidget(widget, row, column)

    def say(self, name: str) -> None:
        self._name.setText(name)
        if self._finding is not None:
            self.show_finding(self._finding)

    def show_running(self) -> None:
        self._mark.show_icon("sending", "info")

    def show_finding(self, finding: Finding | None) -> None:
        self._finding = finding
        if finding is None:
            self._mark.show_icon("minus", "line_strong")
            self.verdict.say("")
            self.figure.setText("")
            return
        icon, tone = words.ICONS[finding.verdict]
        self._mark.show_icon(icon, tone if finding.verdict is not Verdict.UNTRIED else "line_strong")
        self.verdict.say(words.verdict(finding))
        dress(self.verdict, ink=tone if finding.verdict in (Verdict.BAD, Verdict.DOUBTFUL) else "soft")
        self.figure.setText(words.figure_of(finding))
