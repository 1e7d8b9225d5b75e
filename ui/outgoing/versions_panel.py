"""The versions of a draft: what each differs in from what stands in the form, and the way back to it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.outgoing.model import Difference, Draft, Version
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.columns import Column
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import M, S
from ui.outgoing import words
from ui.outgoing.says import Says

translate = QCoreApplication.translate


class VersionsPanel(Speaks, QWidget):
    """`wanted` brings the version to go back to, `left` that the clerk is done with looking."""

    wanted = Signal(object)
    left = Signal()

    def __init__(
        self,
        compare: Callable[[Version], tuple[Difference, ...]],
        says: Says,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._compare, self._says = compare, says
        self.versions: RowsModel[Version] = RowsModel(
            self._version_columns(), lambda one: (one.autosaved, one.id), self
        )
        self.changes: RowsModel[tuple[int, Difference]] = RowsModel(_change_columns(says), lambda one: one[0], self)
        self.table: TableView[Version] = TableView()
        self.differences: TableView[tuple[int, Difference]] = TableView()
        self.table.show_model(self.versions)
        self.differences.show_model(self.changes)
        self._nothing = label(ink="soft")
        self.back_button = SecondaryButton(key="Ctrl+R", icon_name="undo")
        self.close_button = QuietButton(key="Esc")
        self._panel = Panel(" ")
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._bring_back())
        self.back_button.clicked.connect(self._bring_back)
        self.close_button.clicked.connect(self.left)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self._panel.say(self.tr("รุ่นของร่าง"))
        self.table.setAccessibleName(self.tr("รุ่นของร่าง"))
        self.differences.setAccessibleName(self.tr("สิ่งที่ต่างจากที่เขียนอยู่"))
        self.back_button.say(self.tr("นำรุ่นนี้กลับมา"))
        self.close_button.say(self.tr("ปิด"))
        self.versions.retitle()
        self.changes.retitle()
        self._choose(self.table.current())

    def show_draft(self, draft: Draft | None) -> None:
        self.versions.show_rows(draft.versions if draft else ())
        if draft and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current())

    def _choose(self, version: Version | None) -> None:
        found = self._compare(version) if version else ()
        self.changes.show_rows(list(enumerate(found)))
        self.back_button.setEnabled(bool(found))
        self._nothing.setText("" if found or version is None else self.tr("ตรงกับที่เขียนอยู่ทุกคำ"))

    def _bring_back(self) -> None:
        version = self.table.current()
        if version is not None and self.back_button.isEnabled():
            self.wanted.emit(version)

    def _version_columns(self) -> tuple[Column[Version], ...]:
        return (
            Column(lambda: self.tr("เมื่อ"), lambda one: self._says.moment(one.at), 178),
            Column(lambda: self.tr("โดย"), lambda one: one.author_name, 140, stretch=True),
            Column(
                lambda: self.tr("เก็บไว้"),
                lambda one: self.tr("อัตโนมัติ") if one.autosaved else self.tr("รุ่น"),
                90,
                soft=True,
            ),
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.close_button)
        foot.addWidget(self._nothing, 1)
        foot.addWidget(self.back_button)
        self._panel.body.addWidget(self.table, 2)
        self._panel.body.addWidget(self.differences, 3)
        self._panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._panel)


def _change_columns(says: Says) -> tuple[Column[tuple[int, Difference]], ...]:
    return (
        Column(lambda: translate("Outgoing", "ส่วน"), lambda one: words.field(one[1].field), 110, soft=True),
        Column(
            lambda: translate("Outgoing", "ที่เขียนอยู่"),
            lambda one: _line(says.value(one[1].field, one[1].before)),
            160,
            tip=lambda one: one[1].before,
        ),
        Column(
            lambda: translate("Outgoing", "รุ่นที่เลือก"),
            lambda one: _line(says.value(one[1].field, one[1].after)),
            160,
            stretch=True,
            tip=lambda one: one[1].after,
        ),
    )


def _line(text: str) -> str:
    return " ".join(text.split()) or "–"
