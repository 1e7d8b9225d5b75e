"""Beside a case: what is known of it, what can be done now, what it costs, its papers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.kind import Step
from ui.cases.case_told import facts
from ui.cases.fee_button import FeeButton
from ui.cases.presenter import CasesPresenter, Language, Opened
from ui.cases.step_form import StepForm
from ui.kit.buttons import SecondaryButton
from ui.kit.flow import FlowRow
from ui.kit.language import Speaks
from ui.kit.panels import Panel, clear
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M
from ui.notices import Notices
from ui.work import Worker

MOST = 9
"""Steps that have a digit."""


class CaseSide(Speaks, QWidget):
    """`picked` brings the step that somebody wants to take; its form stands in the place of the buttons then.

    `print_paper(case, code)` sends a paper on its way.
    """

    picked = Signal(object)

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, notices: Notices, language: Language,
        print_paper: Callable[[Opened, str], None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._language, self._print = presenter, language, print_paper
        self.form, self.fee = StepForm(language, worker), FeeButton(presenter, worker, notices)
        self.issue = SecondaryButton(key="Ctrl+Shift+C", icon_name="seal")
        self._facts, self._steps, self._papers = ThaiLabel(), FlowRow(), FlowRow()
        self._facts_panel, self._steps_panel = Panel(), Panel()
        self._facts_panel.body.addWidget(self._facts)
        self._steps_panel.body.addWidget(self._steps)
        self._steps_panel.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        for widget in (self._facts_panel, self._steps_panel, self.issue, self.fee, self._papers):
            column.addWidget(widget)
        column.addStretch(1)
        self.form.hide()
        self.issue.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.issue.say(self.tr("ออกหนังสือรับรอง"))
        self._facts_panel.say(self.tr("ข้อมูลเรื่อง"))
        self._steps_panel.say(self.tr("ทำต่อ"))

    def show_case(self, opened: Opened) -> None:
        self._facts.say("\n".join(facts(opened, self._presenter, self._language())))
        self._show_steps(opened)
        self._show_papers(opened)
        self.fee.show_case(opened)
        self.issue.setVisible(opened.certifies)

    def forget(self) -> None:
        """Nothing can be done: another case is being read."""
        clear(self._steps.flow)
        clear(self._papers.flow)
        self.fee.hide()
        self.issue.hide()

    def ask(self, step: Step, opened: Opened) -> None:
        """Asks for what a step needs."""
        self._steps.hide()
        self._papers.hide()
        self.form.show()
        self.form.ask(step, opened)

    def leave_form(self) -> None:
        self.form.hide()
        self.form.setEnabled(True)
        self._steps.show()
        self._papers.show()

    def _show_steps(self, opened: Opened) -> None:
        clear(self._steps.flow)
        for place, step in enumerate(opened.steps, 1):
            said = step.name.in_language(self._language())
            button = SecondaryButton(said, key=str(place) if place <= MOST else "", bound=False)
            button.clicked.connect(partial(self.picked.emit, step))
            self._steps.flow.addWidget(button)
        self._steps_panel.setVisible(bool(opened.steps))

    def _show_papers(self, opened: Opened) -> None:
        clear(self._papers.flow)
        for paper in self._presenter.printable(opened.case):
            said = self.tr("พิมพ์{paper}").format(paper=paper.name.in_language(self._language()))
            button = SecondaryButton(said, icon_name="printer")
            button.clicked.connect(partial(self._print, opened, paper.code))
            self._papers.flow.addWidget(button)
