"""Issuing: the form beside the paper as it will be; the number is taken when it is issued, never before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.model import CaseLine
from desktop.certificates.model import Certificate, Level, Origin, SignedBy, Wanted
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.signers import Signer
from ui.certificates import words
from ui.certificates.issue_form import CASE, DIRECT, IssueForm
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.thai_label import OneLine, label
from ui.kit.tokens import L, M, S
from ui.live_pages import LivePages
from ui.notices import Notices
from ui.work import Worker

_FORM = 500


class IssueScreen(Speaks, QWidget):
    """`issued` brings the certificate; `closed`: the clerk goes back."""

    issued = Signal(object)
    closed = Signal()

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, notices: Notices, language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self._busy = False
        self._origin = Origin.FIRST
        self._of_case: Id | None = None
        self._waiting: tuple[tuple[CaseLine, str], ...] = ()
        self.title, self.about = label(size="title"), OneLine(ink="soft")
        self.form = IssueForm(presenter, language)
        self.paper = LivePages(words.no_paper, worker, notices.failed)
        self.issue_button = PrimaryButton(key="F9", icon_name="printer")
        self.back_button = QuietButton(key="Esc")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form)
        self.retranslate()

    def retranslate(self) -> None:
        titles = {
            Origin.FIRST: self.tr("ออกหนังสือรับรอง"),
            Origin.REPLACEMENT: self.tr("ออกใบแทน"),
            Origin.CORRECTION: self.tr("ออกใหม่เพื่อแก้ไข"),
        }
        self.title.setText(titles[self._origin])
        self.issue_button.say(self.tr("ออกและพิมพ์"))
        self.back_button.say(self.tr("กลับ"))
        self.about.setText(self.tr("เลขที่จะได้เมื่อกดออก กระดาษที่เห็นเป็นตัวอย่าง"))
        self.form.name_sources(self._sources())

    def begin(self, case_id: Id | None = None) -> None:
        """A new one, out of a case if one is named; what it may be issued from is read anew."""
        self._of_case = case_id
        self.form.source_box.choose("")
        self._show(None)
        self._worker.run(
            lambda: (self._presenter.waiting(), self._presenter.signers()), owner=self, on_done=self._offered
        )

    def begin_again(self, held: Certificate, origin: Origin) -> None:
        """One that takes another's place."""
        wanted = self._presenter.again(held, origin)
        if wanted is None:
            self._notices.failed(OfficeError("certificates.template_over", template=held.template.name.th))
            self.closed.emit()
            return
        self._show(wanted)
        self._worker.run(self._presenter.signers, owner=self, on_done=lambda found: self.form.offer((), found))
        self.form.reason.setFocus()

    def issue(self) -> None:
        """On the writer's lane (with a key on the reader's: the token takes its time); a second press does nothing."""
        wanted = self.form.typed()
        if self._busy or wanted is None:
            return
        problems = self._presenter.problems(wanted)
        self.form.show_problems(problems)
        if problems:
            return
        digital, key = wanted.signed.level is Level.CERTIFICATE, self.form.key.key
        if digital and key is None:
            self._notices.failed(OfficeError("outgoing.key_missing"))
            return
        self._busy = True
        self.issue_button.setEnabled(False)
        self._worker.run(
            lambda: self._presenter.issue(wanted, key),
            owner=self,
            on_done=self._done,
            on_failed=self._failed,
            lane="read" if digital else "write",
        )

    def _offered(self, found: tuple[tuple[tuple[CaseLine, str], ...], tuple[Signer, ...]]) -> None:
        self._waiting, signers = found
        self.form.offer(self._sources(), signers)
        if self._of_case is not None and self.form.typed() is None:
            key = CASE + self._of_case.hex()
            self.form.source_box.choose(key)
            self._chosen(key)

    def _sources(self) -> list[tuple[str, str]]:
        """What it may be issued from, in the language of now."""
        language = self._language()
        cases = [(CASE + line.id.hex(), f"{number} · {line.text}") for line, number in self._waiting]
        direct = [
            (DIRECT + one.code, self.tr("ออกโดยตรง: {name}").format(name=one.name.in_language(language)))
            for one in self._presenter.templates()
        ]
        return [("", self.tr("เลือกคำขอที่เห็นชอบแล้ว หรือออกโดยตรง")), *cases, *direct]

    def _chosen(self, key: str) -> None:
        if key.startswith(CASE):
            wanted = self._presenter.draft(bytes.fromhex(key.removeprefix(CASE)))
        else:
            code = key.removeprefix(DIRECT)
            template = next((one for one in self._presenter.templates() if one.code == code), None)
            wanted = Wanted(template, "", {}, SignedBy("", ())) if template is not None else None
        self._show(wanted)
        if wanted is not None:
            self.form.holder.setFocus()

    def _show(self, wanted: Wanted | None) -> None:
        self._origin = wanted.origin if wanted else Origin.FIRST
        self.form.show_wanted(wanted)
        self.retranslate()
        self.issue_button.setEnabled(wanted is not None and not self._busy)
        typed = self.form.typed()
        if typed is None:
            self.paper.show_nothing()
        else:
            self.paper.show_pdf(lambda: self._presenter.sample(typed))

    def _edited(self) -> None:
        typed = self.form.typed()
        if typed is not None:
            self.paper.change(lambda: self._presenter.sample(typed))

    def _done(self, held: Certificate) -> None:
        self._free()
        self.form.key.forget()
        self._show(None)
        said = self.tr("ออกแล้ว {number}").format(number=words.number(held.line))
        self._notices.say("ready", said)
        self.issued.emit(held)

    def _failed(self, error: Exception) -> None:
        """Everything typed stays."""
        self._free()
        self.form.key.forget_secret()
        if isinstance(error, OfficeError) and error.code == "certificates.cannot_issue":
            typed = self.form.typed()
            self.form.show_problems(self._presenter.problems(typed) if typed else {})
        self._notices.failed(error)

    def _free(self) -> None:
        self._busy = False
        self.issue_button.setEnabled(True)

    def _look_for_tokens(self) -> None:
        key = self.form.key
        key.show_looking()

        def failed(error: Exception) -> None:
            unknown = isinstance(error, OfficeError) and error.code == "token.no_driver"
            key.show_trouble("no_driver" if unknown else "failed")
            if not unknown:  # a desk without tokens has no driver, which is no trouble
                self._notices.failed(error)

        self._worker.run(self._presenter.token_keys, owner=self, on_done=key.show_keys, on_failed=failed)

    def _connect(self) -> None:
        self.form.chosen.connect(self._chosen)
        self.form.edited.connect(self._edited)
        self.form.key_wanted.connect(self._look_for_tokens)
        self.form.key.looked.connect(self._look_for_tokens)
        self.issue_button.clicked.connect(self.issue)
        self.back_button.clicked.connect(self.closed)

        def group() -> str:
            return self.tr("ออกหนังสือรับรอง")

        self._keys.add("F6", lambda: self.tr("ออกจาก"), self.form.source.setFocus, group=group, hint=True)
        self._keys.add("F7", lambda: self.tr("ผู้ลงนาม"), self.form.signer.setFocus, group=group, hint=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        area = scrolling(self.form)
        area.setFixedWidth(_FORM)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(area)
        line.addWidget(self.paper, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.issue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addLayout(line, 1)
        column.addWidget(self.form.key)
        column.addLayout(foot)
