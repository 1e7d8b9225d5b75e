"""One draft on the whole room: the form at the left, its real paper beside it, kept at every pause."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.outgoing.model import Content, Draft, Level, Signed, Version
from ui.kit.autosaver import Autosaver
from ui.kit.buttons import QuietButton
from ui.kit.files import ask_where, keep, safe_name
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Panel, scrolling
from ui.kit.thai_label import label
from ui.kit.tokens import FORM_WIDTH, L, M, S
from ui.live_pages import LivePages
from ui.notices import Notices
from ui.outgoing import words
from ui.outgoing.deed_bar import DeedBar
from ui.outgoing.editor_presenter import EditorPresenter
from ui.outgoing.form import DraftForm
from ui.outgoing.papers import Papers
from ui.outgoing.says import Says
from ui.outgoing.versions_panel import VersionsPanel
from ui.work import LaneName, Worker

_WITH_KEY = ("sign", "seal", "stamp")
"""Done off the writer's lane, which they need only for a moment."""


class Editor(Speaks, QWidget):
    """`closed` when the clerk goes back to the list; `kept` when what was typed last is on the disk."""

    closed = Signal()
    kept = Signal()

    def __init__(
        self,
        presenter: EditorPresenter,
        worker: Worker,
        notices: Notices,
        papers: Papers,
        says: Says,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self._worker, self._notices, self._papers = presenter, worker, notices, papers
        self.form = DraftForm(lambda: presenter.today, presenter.signers, says)
        self.pages = LivePages(words.no_paper, worker, notices.failed)
        self.versions = VersionsPanel(lambda one: presenter.compare(one, self.form.typed()), says)
        self.deeds = DeedBar(says.moment)
        self.saver = Autosaver(self)
        self.title, self.told = label(strong=True), label(ink="soft", size="small")
        self.back_button = self.deeds.leave_button
        self.versions_button = QuietButton(key="F6", icon_name="undo")
        self._busy = False
        self._says = says
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form)
        self.retranslate()

    def retranslate(self) -> None:
        self.versions_button.say(self.tr("รุ่นของร่าง"))
        self._say_title()

    def open(self, draft_id: Id) -> None:
        """Reads the draft in the background and shows it; no key stays from the one before, nor goes into it."""
        self.deeds.key.forget()
        held = self.presenter.draft
        if held is None or held.id != draft_id:
            self.form.lock(True)
        self._worker.run(lambda: self.presenter.load(draft_id), owner=self, on_done=self._opened, view="opened")

    def changed(self, changes: Changes) -> None:
        """Something was written here or came from the centre: the draft's standing is read again, the typing stays."""
        draft = self.presenter.draft
        if (
            draft is not None
            and not self._busy
            and changes.touches("draft", "draft_version", "draft_remark", "letter_file")
        ):
            self._worker.run(
                lambda: self.presenter.load(draft.id), owner=self, on_done=self._refreshed, view="standing"
            )

    def leave(self) -> None:
        """What was typed becomes a version, and the list comes back."""
        if self._busy:
            return
        self._save_version(self.closed.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.saver.waits:
            self._keep()

    def _opened(self, draft: Draft | None) -> None:
        if draft is None:
            return self.closed.emit()
        content = self.presenter.open(draft)
        self.saver.stop()
        self.form.show_content(content)
        self._show(draft, content)
        self.setFocus()

    def _show(self, draft: Draft, content: Content) -> None:
        self.form.lock(self.presenter.locked)
        self.setFocusProxy(self.deeds.primary if self.presenter.locked else self.form)
        self.versions.show_draft(draft)
        self.deeds.offer(self.presenter.people(), self.presenter.levels())
        self.deeds.show_draft(draft, self.presenter.wish(), busy=self._busy)
        self._say_title()
        if draft.letter_id is not None:
            self.pages.show_pdf(lambda: self.presenter.signed_pdf() or self.presenter.draw(content))
        else:
            self.pages.show_pdf(lambda: self.presenter.draw(content))

    def _refreshed(self, draft: Draft | None) -> None:
        """Somebody said something, or wrote a version: what is typed here is not touched."""
        held = self.presenter.draft
        if draft is None or held is None or held.id != draft.id:
            return
        untouched = not self.saver.waits and self.form.typed() == held.current.content and held.newest is None
        if held.current.id != draft.current.id and untouched:
            return self._opened(draft)
        self.presenter.draft = draft
        self.versions.show_draft(draft)
        self.deeds.show_draft(draft, self.presenter.wish(), busy=self._busy)
        self.form.lock(self.presenter.locked)
        self._say_title()

    def _edited(self) -> None:
        content = self.form.typed()
        self.saver.typed()
        self.pages.change(lambda: self.presenter.draw(content))
        self.told.setText("")
        self._say_title()

    def _keep(self) -> None:
        """Writes what stands in the form to this desk's disk."""
        draft = self.presenter.draft
        if draft is None or self.presenter.locked:
            return
        self.saver.stop()
        content, base = self.form.typed(), self.presenter.base_id
        self._worker.run(
            lambda: self.presenter.autosave(draft.id, base, content),
            owner=self,
            on_done=lambda _: self._kept(),
            lane="write",
        )

    def _kept(self) -> None:
        self.told.setText(self.tr("เก็บไว้แล้ว"))
        self.kept.emit()

    def _save_version(self, then: Callable[[], object]) -> None:
        draft = self.presenter.draft
        if draft is None or self.presenter.locked:
            then()
            return
        self.saver.stop()
        content, base = self.form.typed(), self.presenter.base_id
        self._run(lambda: self.presenter.save(draft.id, base, content), lambda _: then())

    def _do(self, name: str) -> None:
        if self.presenter.draft is None or self._busy:
            return
        content, text = self.form.typed(), self.deeds.remark.value
        problems = self.presenter.problems(content) if name in ("ask", "approve") else {}
        self.form.show_problems(problems)
        if problems:
            return
        presenter, reviewer = self.presenter, self.deeds.reviewer.value
        level, key = Level(int(self.deeds.level.value or 1)), self.deeds.key.key
        if name == "print":
            return self._print(content)
        if name == "keep":
            return self._keep_pdf(content)
        self.saver.stop()
        deeds: dict[str, Callable[[], object]] = {
            "ask": lambda: presenter.ask(content, bytes.fromhex(reviewer), text),
            "approve": lambda: presenter.approve(content, text),
            "give_back": lambda: presenter.give_back(text),
            "sign": lambda: presenter.sign(level, key),
            "seal": lambda: presenter.seal(key),
            "stamp": presenter.stamp,
            "drop": presenter.drop,
            "reopen": presenter.reopen,
        }
        self._run(deeds[name], self._done, "read" if name in _WITH_KEY else "write")

    def _run(self, deed: Callable[[], object], then: Callable[[object], object], lane: LaneName = "write") -> None:
        """One deed at a time; when it fails everything typed stays. The paper of a signature is made off the writer."""

        def ended() -> None:
            self._busy = False
            self.deeds.show_draft(self.presenter.draft, self.presenter.wish())

        def done(result: object) -> None:
            ended()
            then(result)

        def failed(error: Exception) -> None:
            ended()
            self.deeds.key.forget_secret()
            if isinstance(error, OfficeError) and error.code.startswith("token."):
                self._look_for_tokens()
            self._notices.failed(error)
            self.form.offer_signers()

        self._busy = True
        self.deeds.show_draft(self.presenter.draft, self.presenter.wish(), busy=True)
        self._worker.run(deed, owner=self, on_done=done, on_failed=failed, lane=lane)

    def _done(self, result: object) -> None:
        self.deeds.remark.clear()
        self.deeds.key.forget()
        if isinstance(result, Signed):
            self._papers.told_signed(result)
            if result.trouble is not None and self.deeds.key.isVisible():
                self._look_for_tokens()
        if (draft := self.presenter.draft) is not None:
            self.open(draft.id)

    def _look_for_tokens(self) -> None:
        """The tokens that are plugged in now, with what they say of their PIN."""
        key = self.deeds.key
        key.show_looking()

        def failed(error: Exception) -> None:
            unknown = isinstance(error, OfficeError) and error.code == "token.no_driver"
            key.show_trouble("no_driver" if unknown else "failed")
            if not unknown:  # a desk without tokens has no driver, which is no trouble
                self._notices.failed(error)

        self._worker.run(self.presenter.token_keys, owner=self, on_done=key.show_keys, on_failed=failed)

    def _use_driver(self, path: str) -> None:
        self.presenter.use_driver(path)
        self._look_for_tokens()

    def _bring_back(self, version: Version) -> None:
        """The version stands in the form again, and is one more of the draft's versions when it is left."""
        self.form.show_content(version.content)
        self._edited()
        self.pages.show_pdf(lambda: self.presenter.draw(version.content))
        self._turn(False)

    def _keep_pdf(self, content: Content) -> None:
        path = ask_where(self, self.tr("บันทึก PDF"), f"{self._file_name()}.pdf", "PDF (*.pdf)")
        if path is not None:
            make = lambda: keep(self.presenter.signed_pdf() or self.presenter.draw(content), path)  # noqa: E731
            self._worker.run(make, owner=self, on_done=self._told_kept)

    def _told_kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), str(path))

    def _print(self, content: Content) -> None:
        """A secret paper is named by its template alone."""
        draft, presenter = self.presenter.draft, self.presenter
        assert draft is not None
        label = words.template(content.template)
        if content.secrecy is Secrecy.NORMAL:
            label = f"{label} {' '.join(content.subject.split())}".strip()
        make = lambda: presenter.signed_pdf() or presenter.draw(content)  # noqa: E731
        self._papers.print(make, label, draft.id, content.secrecy)

    def _file_name(self) -> str:
        draft = self.presenter.draft
        return safe_name(f"{words.template(draft.current.content.template)}-{self.form.subject.value}" if draft else "")

    def _say_title(self) -> None:
        draft = self.presenter.draft
        kind = words.template(draft.current.content.template) if draft else ""
        subject = " ".join(self.form.subject.value.split())
        self.title.setText(f"{kind} · {subject}" if subject else kind)

    def _turn(self, versions: bool | None = None) -> None:
        """Between the paper and the versions."""
        on = self._side.currentWidget() is self.pages if versions is None else versions
        self._side.setCurrentWidget(self.versions if on else self.pages)
        self.back_button.setEnabled(not on)  # Esc leaves the versions first
        if on:
            self.versions.show_draft(self.presenter.draft)
            self.versions.setFocus()
        else:
            self.setFocus()

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.saver.due.connect(self._keep)
        self.deeds.asked.connect(self._do)
        self.deeds.key.looked.connect(self._look_for_tokens)
        self.deeds.key.driver_chosen.connect(self._use_driver)
        self.versions.wanted.connect(self._bring_back)
        self.versions.left.connect(lambda: self._turn(False))
        self.back_button.clicked.connect(self.leave)
        self.versions_button.clicked.connect(lambda: self._turn())
        self._keys.name("F9", lambda: self.tr("เสนอ อนุมัติ หรือลงนาม"), group=lambda: self.tr("ร่างหนังสือ"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.told)
        head.addWidget(self.deeds.drop_button)
        head.addWidget(self.versions_button)
        panel = Panel()
        panel.body.addWidget(scrolling(self.form))
        panel.setFixedWidth(FORM_WIDTH + 2 * L + M)
        self._side = QStackedWidget()
        self._side.addWidget(self.pages)
        self._side.addWidget(self.versions)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(panel)
        middle.addWidget(self._side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(M)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.deeds)
