"""Taking a case in: typed within a minute, kept while it is typed, with its pictures and what may be the same."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.model import Case
from desktop.counter.model import Page
from ui.cases.new_form import NewForm
from ui.cases.photo_picker import PhotoPicker
from ui.cases.presenter import CasesPresenter, Language, Typed, place_of
from ui.cases.same_as import SameAs
from ui.kit.autosaver import Autosaver
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.work import Worker


class NewCase(Speaks, QWidget):
    """`opened` brings the case that was taken in, `closed`: the clerk goes back; `kept`: the draft is on the disk;
    `back`: one that was not finished stands in the form again."""

    opened = Signal(object)
    closed = Signal()
    kept = Signal()
    back = Signal()

    def __init__(
        self, presenter: CasesPresenter, worker: Worker, notices: Notices, language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self.form = NewForm(language)
        self.pictures, self.same = PhotoPicker(worker), SameAs()
        self._busy = False
        self.saver = Autosaver(self)
        self.save_button = PrimaryButton(key="F9")
        self.back_button = QuietButton(key="Esc")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form)
        self.form.offer(presenter.kinds())
        self.retranslate()
        worker.run(presenter.typed_before, owner=self, on_done=self._go_on)

    def retranslate(self) -> None:
        self.save_button.say(self.tr("รับเรื่อง"))
        self.back_button.say(self.tr("กลับ"))

    def save(self) -> None:
        """Opens the case on the writer's lane; a second press while it runs does nothing."""
        kind = self.form.kind
        if self._busy or kind is None:
            return
        photos = self.pictures.photos
        wanted = self._presenter.wanted(kind, self.form.typed(), photos, self.same.chosen)
        problems = self._presenter.problems(wanted)
        self.form.show_problems(problems)
        if problems:
            return
        self.saver.stop()
        self._busy = True
        self._worker.run(
            lambda: self._presenter.keep(wanted, photos),
            owner=self,
            on_done=self._saved,
            on_failed=self._failed,
            lane="write",
        )

    def rest(self) -> None:
        """What is typed is kept at once: the clerk goes elsewhere."""
        if self.saver.waits:
            self.saver.stop()
            self._keep()

    def begin_for(self, page: Page) -> None:
        """Whoever stands at the counter asks; what is being typed already stays, and is said to."""
        typed = self.form.typed()
        if not typed.is_empty:
            self._notices.say("info", self.tr("ยังมีเรื่องที่พิมพ์ค้างอยู่"), self.tr("รับเรื่องนั้นหรือล้างก่อน แล้วจึงรับเรื่องของคนใหม่"))
            return
        self.form.show_typed(typed_of(page, typed))
        self.form.setFocus()

    def _saved(self, case: Case) -> None:
        self._busy = False
        self.form.show_typed(Typed())
        self.pictures.show_photos(())
        self.saver.stop()
        self.opened.emit(case)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.saver.typed()
        self._notices.failed(error)

    def _keep(self) -> None:
        if self._busy:
            return  # written after the case has its number, it would come back as a new one
        typed = self.form.typed()
        self._worker.run(
            lambda: self._presenter.keep_typed(typed), owner=self, on_done=lambda _: self.kept.emit(), lane="write"
        )

    def _go_on(self, typed: Typed | None) -> None:
        """Nothing that was begun meanwhile is written over."""
        if typed is not None and self.form.typed().is_empty:
            self.form.show_typed(typed)
            self._notices.say("info", self.tr("นำเรื่องที่พิมพ์ค้างไว้กลับมาแล้ว"), self.tr("ตรวจแล้วกดรับเรื่องต่อได้ รูปต้องเพิ่มใหม่"))
            self.back.emit()

    def _look_near(self) -> None:
        """What is open nearby of the same category."""
        kind, typed, photos = self.form.kind, self.form.typed(), self.pictures.photos
        if kind is None or not photos:
            return self.same.show_near(())
        place = place_of(typed, photos)
        self._worker.run(
            lambda: self._presenter.near(kind, typed.category, place), owner=self, on_done=self.same.show_near
        )

    def _connect(self) -> None:
        self.form.edited.connect(self.saver.typed)
        self.form.about_changed.connect(self._look_near)
        self.saver.due.connect(self._keep)
        self.pictures.changed.connect(self._look_near)
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.closed)

        def group() -> str:
            return self.tr("รับเรื่องใหม่")

        picker = Keys(self.form.table)
        picker.add_numbers(9, lambda: self.tr("เลือกเรื่อง"), self.form.choose_category, group=group)
        self._keys.name("1–9", lambda: self.tr("เลือกเรื่อง"), group=group, hint=True)
        self._keys.add("F6", lambda: self.tr("เรื่องอะไร"), self.form.setFocus, group=group, hint=True)
        self._keys.add("F7", lambda: self.tr("รายละเอียด"), self.form.text.setFocus, group=group, hint=True)
        self._keys.name("F4", lambda: self.tr("เพิ่มรูป"), group=group)
        self._keys.name("F9", lambda: self.tr("รับเรื่อง"), group=group)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self.form, 1)
        column.addWidget(self.same)
        column.addWidget(self.pictures)
        column.addLayout(foot)


def typed_of(page: Page, typed: Typed) -> Typed:
    """The form with whose page it is as who asks."""
    citizen = page.citizen
    if citizen is None:
        return replace(typed, address=page.address, house=page.house_id.hex() if page.house_id else "")
    person, house = citizen.id.hex(), page.house_id.hex() if page.house_id else ""
    return replace(
        typed,
        name=page.name,
        phone=citizen.entry.phone,
        address=page.address,
        known_as=page.name,
        person=person,
        house=house,
    )
