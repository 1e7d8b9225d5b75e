"""What keeps lines of an old register out, line by line, and a field to put each right where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.interchange.model import MOST_PROBLEMS, Problem
from ui.imports import words
from ui.kit.buttons import SecondaryButton
from ui.kit.columns import RIGHT, Column
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S


class ProblemsPanel(Speaks, QWidget):
    """`put_right` brings the problem and what shall stand there; `left_out` the problem whose line stays out."""

    put_right = Signal(object, str)
    left_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wrong = 0
        self.rows = _rows()
        self.table: TableView[Problem] = TableView()
        self.table.show_model(self.rows)
        self.edit = LineEdit()
        self.field = Field("", self.edit)
        self.out_button = SecondaryButton(key="Ctrl+Del", icon_name="close")
        self.fine, self.more = EmptyState("check"), ThaiLabel(ink="soft", size="small")
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.edit.setFocus())
        self.edit.returnPressed.connect(self._put_right)
        self.out_button.clicked.connect(self._leave_out)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("บรรทัดที่ต้องแก้"))
        self.field.say(self.tr("แก้เป็น แล้วกด Enter"))
        self.out_button.say(self.tr("ไม่นำเข้าบรรทัดนี้"))
        self.fine.say(self.tr("ไม่มีบรรทัดที่ต้องแก้"), self.tr("นำเข้าด้วย F9 ถอนออกทั้งชุดได้ภายหลัง"))
        self._say_more()

    def show_problems(self, problems: Sequence[Problem], wrong: int, *, tried: bool) -> None:
        """`wrong`: how many there are, which may be more than are listed. The cursor stays at its place.

        `tried`: the file was looked through, so that an empty list means something.
        """
        place, self._wrong = self.table.currentIndex().row(), wrong
        self.fine.setVisible(tried)
        self.rows.show_rows(problems)
        if problems and self.table.current() is None:
            self.table.choose(min(max(place, 0), len(problems) - 1))
        self._place.setCurrentIndex(1 if problems else 0)
        self._choose(self.table.current())
        self._say_more()

    def _say_more(self) -> None:
        more = self._wrong > MOST_PROBLEMS
        words_ = self.tr("แสดง {count:,} รายการแรก ที่เหลือแสดงเมื่อตรวจอีกครั้ง")
        self.more.setVisible(more)
        self.more.say(words_.format(count=MOST_PROBLEMS) if more else "")

    def _choose(self, problem: Problem | None) -> None:
        self.edit.setText(problem.said if problem else "")

    def _put_right(self) -> None:
        problem = self.table.current()
        if problem is not None:
            self.put_right.emit(problem, self.edit.value)

    def _leave_out(self) -> None:
        problem = self.table.current()
        if problem is not None:
            self.left_out.emit(problem)

    def _lay_out(self) -> None:
        self._work = QWidget()
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.field, 1)
        line.addWidget(self.out_button, 0, Qt.AlignmentFlag.AlignBottom)
        inner = QVBoxLayout(self._work)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.more)
        inner.addLayout(line)
        self._place = QStackedWidget()
        empty = QWidget()
        QVBoxLayout(empty).addWidget(self.fine)
        self._place.addWidget(empty)
        self._place.addWidget(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)


def _rows() -> RowsModel[Problem]:
    columns = (
        Column[Problem](
            lambda: words.translate("Imports", "บรรทัด"), lambda one: f"{one.line:,}", 80, RIGHT, strong=True
        ),
        Column[Problem](
            lambda: words.translate("Imports", "คอลัมน์"), lambda one: words.column(one.column), 140, soft=True
        ),
        Column[Problem](lambda: words.translate("Imports", "เพราะ"), words.problem, 240, tip=words.problem),
        Column[Problem](
            lambda: words.translate("Imports", "ในแฟ้ม"),
            lambda one: one.said,
            110,
            stretch=True,
            tip=lambda one: one.said,
        ),
    )
    return RowsModel(columns, key=lambda one: (one.line, one.column))
