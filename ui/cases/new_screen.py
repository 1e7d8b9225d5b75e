"""Taking a case in: typed within a minute, kept while it is typed, with its pictures and what may be the same."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.model import Case, CaseLine
from desktop.cases.photos import Photo, read_photo
from desktop.cases.rules import display_number
from desktop.office.errors import OfficeError
from ui.cases.new_form import NewForm
from ui.cases.presenter import CasesPresenter, Language, Typed, place_of
from ui.kit.autosaver import Autosaver
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.files import DOWNLOADS, ask_files
from ui.kit.inputs import CheckBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.work import Worker


class NewCase(Speaks, QWidget):
    """`opened` brings the case that was taken in, `closed`: the clerk goes back; `kept`: the draft is on the disk."""

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
        self.photos: list[Photo] = []
        self._near: tuple[tuple[CaseLine, int], ...] = ()
        self._busy = False
        self.saver = Autosaver(self)
        self.pictures, self.same_words = ThaiLabel(ink="soft", size="small"), ThaiLabel(ink="attention")
        self.same = CheckBox()
        self.photo_button = SecondaryButton(key="F4", icon_name="attach")
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
        self.photo_button.say(self.tr("เพิ่มรูป"))
        self.save_button.say(self.tr("รับเรื่อง"))
        self.back_button.say(self.tr("กลับ"))
        self.same.setText(self.tr("เป็นเรื่องเดียวกัน"))
        self._say_pictures()
        self._say_same()

    def save(self) -> None:
        """Opens the case on the writer's lane; a second press while it runs does nothing."""
        kind = self.form.kind
        if self._busy or kind is None:
            return
        photos, same = tuple(self.photos), self._near[0][0].id if self._near and self.same.isChecked() else None
        wanted = self._presenter.wanted(kind, self.form.typed(), photos, same)
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

    def add_photos(self, paths: tuple[Path, ...]) -> None:
        """Reads pictures in the background; the place of the first that knows it is the case's."""

        def read() -> list[Photo]:
            return [read_photo(_bytes(path), path.name) for path in paths]

        if paths:
            self._worker.run(read, owner=self, on_done=self._photos_read)

    def _photos_read(self, photos: list[Photo]) -> None:
        self.photos += photos
        self._say_pictures()
        self._look_near()

    def _saved(self, case: Case) -> None:
        self._busy = False
        self.photos = []
        self.form.show_typed(Typed())
        self._near = ()
        self._say_pictures()
        self._say_same()
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
        kind, typed = self.form.kind, self.form.typed()
        if kind is None or not self.photos:
            return self._found_near(())
        place = place_of(typed, self.photos)
        self._worker.run(
            lambda: self._presenter.near(kind, typed.category, place), owner=self, on_done=self._found_near
        )

    def _found_near(self, near: tuple[tuple[CaseLine, int], ...]) -> None:
        self._near = near
        self.same.setChecked(False)
        self._say_same()

    def _say_pictures(self) -> None:
        names = ", ".join(photo.name for photo in self.photos)
        placed = any(photo.lat_e6 is not None for photo in self.photos)
        said = [self.tr("รูป: {names}").format(names=names)] if names else []
        if placed:
            said.append(self.tr("รู้พิกัดจากรูปแล้ว"))
        self.pictures.say(" · ".join(said))
        self.pictures.setVisible(bool(said))

    def _say_same(self) -> None:
        if self._near:
            line, far = self._near[0]
            number = display_number(line.series, line.year_be, line.number)
            words = self.tr("มีเรื่องใกล้กัน {metres} เมตร: {number} {text}")
            self.same_words.say(words.format(metres=far, number=number, text=line.text))
        for widget in (self.same_words, self.same):
            widget.setVisible(bool(self._near))

    def _choose_photos(self) -> None:
        self.add_photos(ask_files(self, self.tr("เลือกรูป"), "JPEG, PNG, WebP (*.jpg *.jpeg *.png *.webp)", DOWNLOADS))

    def _connect(self) -> None:
        self.form.edited.connect(self.saver.typed)
        self.form.about_changed.connect(self._look_near)
        self.saver.due.connect(self._keep)
        self.photo_button.clicked.connect(self._choose_photos)
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
        about = QHBoxLayout()
        about.setSpacing(S)
        about.addWidget(self.same_words, 1)
        about.addWidget(self.same, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self._keys), 1)
        foot.addWidget(self.photo_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self.form, 1)
        column.addLayout(about)
        column.addWidget(self.pictures)
        column.addLayout(foot)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OfficeError("cases.photo_unreadable", file=path.name) from error
