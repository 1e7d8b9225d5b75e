"""The room of certificates: the register, one certificate, issuing, what is due, templates; one at a time."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.certificates.model import Certificate, Copy, Origin
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.certificates.export_form import ExportForm
from ui.certificates.issue_screen import IssueScreen
from ui.certificates.list_screen import CertificateList
from ui.certificates.page import CertificatePage
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.certificates.renewals_screen import CONCERNS, Renewals
from ui.certificates.template_screen import TemplateScreen
from ui.kit.files import ask_where, keep
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

_KINDS = {"pdf": ("pdf", "PDF (*.pdf)"), "xlsx": ("xlsx", "XLSX (*.xlsx)"), "csv": ("csv", "CSV (*.csv)")}


class CertificateScreens(QStackedWidget):
    """`billed` brings the bill of a yearly fee that is to be paid."""

    billed = Signal(object)

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, notices: Notices, language: Language,
        printing: SheetPrinting, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._printing = printing
        self.list = CertificateList(presenter, worker, language)
        self.export = ExportForm(presenter)
        self.page = CertificatePage(presenter, worker, notices, language, self.print)
        self.issue = IssueScreen(presenter, worker, notices, language)
        self.renewals = Renewals(presenter, worker, notices)
        self.templates = TemplateScreen(presenter, worker, notices, language)
        self._home = QWidget()
        home = QVBoxLayout(self._home)
        home.setContentsMargins(0, 0, 0, 0)
        home.setSpacing(0)
        home.addWidget(self.list, 1)
        home.addWidget(self.export)
        self._home.setFocusProxy(self.list)
        for screen in (self._home, self.page, self.issue, self.renewals, self.templates):
            self.addWidget(screen)
        self.setFocusProxy(self._home)
        self._connect()

    def changed(self, changes: Changes) -> None:
        """Something was written at this desk or pulled from the centre."""
        self.list.changed(changes)
        self.renewals.changed(changes)
        if changes.touches("certificate_copy", "certificate_paper", *CONCERNS):
            self.page.refresh()

    def open_certificate(self, certificate_id: Id) -> None:
        self.page.open(certificate_id)
        self._go(self.page)

    def issue_from(self, case_id: Id) -> None:
        """The form with what a case says."""
        self.issue.begin(case_id)
        self._go(self.issue)

    def print(self, held: Certificate, copy: Copy | None) -> None:
        """Sends the original, or a copy, on its way."""
        presenter = self._presenter
        self._printing.print_file(
            "certificate", presenter.label(held, copy), held.id, lambda: presenter.filed(held, copy)
        )

    def _asked(self, where: str) -> None:
        if where == "export":
            self.list.hide_foot(hidden=True)
            self.export.ask()
            return
        screens: dict[str, QWidget] = {"renewals": self.renewals, "templates": self.templates, "issue": self.issue}
        {"renewals": self.renewals.refresh, "templates": self.templates.begin, "issue": self.issue.begin}[where]()
        self._go(screens[where])

    def _export(self, how: str, first: date, last: date) -> None:
        ending, kinds = _KINDS.get(how, _KINDS["csv"])
        name = self.tr("ทะเบียนหนังสือรับรอง") if how != "public" else self.tr("รายชื่อใบอนุญาต")
        path = ask_where(self, name, f"{name}.{ending}", kinds)
        if path is None:
            return
        self._leave_export()

        def make() -> str:
            return keep(self._presenter.export(how, first, last), path).name

        self._worker.run(make, owner=self, on_done=self._kept)

    def _kept(self, name: str) -> None:
        self._notices.say("ready", self.tr("บันทึกแฟ้มแล้ว"), name)

    def _leave_export(self) -> None:
        held = self.export.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.export.hide()
        self.list.hide_foot(hidden=False)
        if held:
            self.list.setFocus()

    def _issued(self, held: Certificate) -> None:
        self.open_certificate(held.id)
        self.print(held, None)

    def _again(self, held: Certificate, origin: Origin) -> None:
        self._go(self.issue)
        self.issue.begin_again(held, origin)

    def _pay(self, certificate_id: Id) -> None:
        """The page of what is due, which asks for its receipt once it is there."""
        self.page.open(certificate_id, then="pay")
        self._go(self.page)

    def _back(self) -> None:
        held = self.page.held
        self._go(self._home)
        if held is not None:
            self.list.follow(held.id)

    def _go(self, screen: QWidget) -> None:
        self.setCurrentWidget(screen)
        self.setFocusProxy(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.list.opened.connect(self.open_certificate)
        self.list.asked.connect(self._asked)
        self.export.wanted.connect(self._export)
        self.export.left.connect(self._leave_export)
        self.page.again.connect(self._again)
        self.issue.issued.connect(self._issued)
        self.renewals.opened.connect(self.open_certificate)
        self.renewals.pay.connect(self._pay)
        self.renewals.billed.connect(self.billed)
        for screen in (self.page, self.issue, self.renewals, self.templates):
            screen.closed.connect(self._back)
