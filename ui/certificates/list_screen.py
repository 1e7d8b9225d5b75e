"""The register of certificates: found while somebody types, by what each is worth today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.certificates.model import Line, State
from desktop.certificates.queries import Sought
from desktop.office.changes import Changes
from desktop.office.ids import Id
from ui.certificates import words
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.certificates.rows import register_rows
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.focus import keeps_focus
from ui.kit.inputs import ComboBox, SearchBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.work import Worker


class CertificateList(Speaks, QWidget):
    """`opened` brings the id of a certificate; `asked` where the clerk goes: issue, renewals, templates, export."""

    opened = Signal(object)
    asked = Signal(str)

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._language = presenter, worker, language
        self.search, self.kind, self.state = SearchBox(), ComboBox(), ComboBox()
        self.rows = register_rows(lambda: presenter.names(language()))
        self.table: TableView[Line] = TableView()
        self.table.show_model(self.rows)
        self.new_button = PrimaryButton(key="F9", icon_name="seal")
        self.due_button = SecondaryButton(key="F7", icon_name="calendar")
        self.form_button = SecondaryButton(key="F8", icon_name="page")
        self.export_button = SecondaryButton(key="F4", icon_name="import")
        self._nothing = EmptyState("seal")
        self._keys = Keys(self)
        self._asked = 0
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new_button)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("ค้นเลขที่ ชื่อผู้ได้รับ กิจการ ที่ตั้ง"))
        self.search.setAccessibleName(self.tr("ค้นหนังสือรับรอง"))
        self.kind.setAccessibleName(self.tr("ประเภท"))
        self.state.setAccessibleName(self.tr("สถานะ"))
        self.kind.offer([("", self.tr("ทุกประเภท")), *self._presenter.names(self._language()).items()])
        self.state.offer([("", self.tr("ทุกสถานะ")), *((one.value, words.state(one)) for one in State)])
        self.table.setAccessibleName(self.tr("ทะเบียนหนังสือรับรอง"))
        self.new_button.say(self.tr("ออกหนังสือรับรอง"))
        self.due_button.say(self.tr("ครบกำหนด"))
        self.form_button.say(self.tr("แบบ"))
        self.export_button.say(self.tr("บันทึกทะเบียน"))
        self._say_nothing()
        self.rows.retitle()

    def _say_nothing(self) -> None:
        if self.search.value or self.kind.value or self.state.value:
            title = self.tr("ไม่พบหนังสือรับรองที่ตรงกับที่ค้น")
            how = self.tr("ลองคำอื่น หรือเลือกทุกประเภทและทุกสถานะ")
        else:
            title = self.tr("ยังไม่มีหนังสือรับรอง")
            how = self.tr("กด F9 เพื่อออกฉบับแรก จากคำขอที่เห็นชอบแล้วหรือออกโดยตรง ทุกฉบับที่ออกจะอยู่ในทะเบียนนี้")
        self._nothing.say(title, how)

    def changed(self, changes: Changes) -> None:
        if changes.touches("certificate", "certificate_deed", "certificate_copy", "certificate_template"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the list again in the background; the choice stays, and only the newest answer is shown."""
        self._asked += 1
        turn, state = self._asked, self.state.value
        states = frozenset({State(state)}) if state else frozenset()
        sought = Sought(self.search.value, self.kind.value, states=states)
        self._worker.run(
            lambda: self._presenter.lines(sought), owner=self, on_done=lambda lines: self._loaded(turn, lines)
        )

    def follow(self, certificate_id: Id) -> None:
        """Puts the cursor on a certificate, if it is in the list."""
        place = self.rows.place_of(certificate_id)
        if place is not None:
            self.table.choose(place)

    def hide_foot(self, *, hidden: bool) -> None:
        """The buttons go while something else asks below."""
        self._foot.setVisible(not hidden)

    def look_for(self, typed: str) -> None:
        self.search.setText(typed)
        self.refresh()

    def _loaded(self, turn: int, lines: tuple[Line, ...]) -> None:
        if turn != self._asked:
            return
        self.rows.show_rows(lines)
        self._say_nothing()
        waited = self._stack.currentWidget() is self._nothing and keeps_focus(self.new_button)
        held = keeps_focus(self.table)
        self._stack.setCurrentWidget(self.table if lines else self._nothing)
        self.setFocusProxy(self.table if lines else self.new_button)
        if lines and self.table.current() is None:
            self.table.choose(0)
        if held and not lines:
            self.search.setFocus()
        elif waited and lines:
            self.table.setFocus()  # the room was opened before its list was read

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _: self.refresh())
        self.search.returnPressed.connect(lambda: self.table.setFocus() if self.rows.rowCount() else None)
        self.kind.chosen.connect(lambda _: self.refresh())
        self.state.chosen.connect(lambda _: self.refresh())
        self.table.opened.connect(lambda line: self.opened.emit(line.id) if line else None)
        for button, where in (
            (self.new_button, "issue"), (self.due_button, "renewals"), (self.form_button, "templates"),
            (self.export_button, "export"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, where=where: self.asked.emit(where))

        def group() -> str:
            return self.tr("ทะเบียนหนังสือรับรอง")

        self._keys.name("Return", lambda: self.tr("เปิดฉบับ"), group=group, hint=True)
        self._keys.add("F3", lambda: self.tr("ค้น"), self.search.setFocus, group=group, hint=True)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self._nothing, self.table):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.search, 1)
        head.addWidget(self.kind)
        head.addWidget(self.state)
        self.kind.setMaximumWidth(280)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(S)
        foot.addWidget(HintBar(self._keys), 1)
        for button in (self.export_button, self.form_button, self.due_button, self.new_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
