"""The searches that a unit keeps, each a folder that fills itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.found import MANY, SavedSearch
from ui.kit.columns import RIGHT, Column
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.letters.search_presenter import SearchPresenter
from ui.notices import Act, Notices
from ui.work import Worker


class Folders(Speaks, QWidget):
    """`opened` brings the folder on Enter; `left` comes when the keyboard has nothing to do here any more."""

    opened = Signal(object)
    left = Signal()

    def __init__(
        self, presenter: SearchPresenter, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._dropped: SavedSearch | None = None
        self._title, self._how = ThaiLabel(), ThaiLabel(ink="soft", size="small")
        self.name = LineEdit()
        self.name.hide()
        self.name.returnPressed.connect(self._keep)
        columns = (
            Column(self._name_title, lambda one: one.name, 120, stretch=True, tip=_tip),
            Column(str, _count, 64, align=RIGHT),
        )
        self.model: RowsModel[SavedSearch] = RowsModel(columns, lambda one: one.id, self)
        self.table: TableView[SavedSearch] = TableView(compact=True)
        self.table.horizontalHeader().hide()
        self.table.show_model(self.model)
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for widget in (self._title, self.name, self.table, self._how):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.say(self.tr("แฟ้มค้นหาของหน่วยงาน"))
        self._how.say(self.tr("Ctrl+S เก็บการค้นนี้เป็นแฟ้ม หนังสือที่เข้าใหม่จะมาอยู่ในแฟ้มเอง"))
        self.table.setAccessibleName(self._title.text())
        self.name.setAccessibleName(self.tr("ชื่อแฟ้ม"))
        self.name.setPlaceholderText(self.tr("ชื่อแฟ้ม แล้วกด Enter"))

    def refresh(self) -> None:
        """Reads the folders and what each holds now."""
        self._worker.run(self._presenter.folders, owner=self, on_done=self._show, view="rows")

    def _show(self, folders: Sequence[SavedSearch]) -> None:
        self.model.show_rows(folders)
        self._how.setVisible(not folders)

    def ask_name(self, suggestion: str) -> None:
        """Asks under which name the search is to be kept."""
        self.name.setText(suggestion)
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def bring_back(self) -> None:
        """Takes the last taking off back."""
        folder, self._dropped = self._dropped, None
        if folder is not None:
            self._write(lambda: self._presenter.bring_back(folder))

    def _keep(self) -> None:
        name = self.name.value
        self._write(lambda: self._presenter.save(name), lambda: self._kept(name))

    def _kept(self, name: str) -> None:
        self.name.hide()
        self._notices.say("ready", self.tr("เก็บแฟ้ม “{name}” แล้ว คนในหน่วยงานเห็นด้วย").format(name=name))
        self.left.emit()

    def _drop(self, folder: SavedSearch) -> None:
        self._write(lambda: self._presenter.drop(folder), lambda: self._taken_off(folder))

    def _taken_off(self, folder: SavedSearch) -> None:
        self._dropped = folder
        back = Act(self.tr("เอากลับ  Ctrl+Z"), self.bring_back)
        self._notices.say("ready", self.tr("นำแฟ้ม “{name}” ออกแล้ว").format(name=folder.name), action=back)

    def _write(self, act: Callable[[], object], then: Callable[[], None] = lambda: None) -> None:
        def done(_: object) -> None:
            then()
            self.refresh()

        self._worker.run(act, owner=self, lane="write", on_done=done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and (folder := self.table.current()) is not None:
            self._drop(folder)
        elif event.key() == Qt.Key.Key_Escape and self.name.isVisible():
            self.name.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _name_title(self) -> str:
        return self.tr("แฟ้ม")

    def _open(self, folder: SavedSearch | None) -> None:
        if folder is not None:
            self.opened.emit(folder)


def _count(folder: SavedSearch) -> str:
    return f"{MANY:,}+" if folder.count >= MANY else f"{folder.count:,}"


def _tip(folder: SavedSearch) -> str:
    return f"{folder.name}\n{folder.words}\n{folder.made_by_name}"
