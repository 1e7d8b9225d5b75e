"""Cash counted by denomination: how many of each, and the sum, large."""

import itertools

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.cashier.shift_model import DENOMINATIONS, NOTES, Pieces
from desktop.office.money import format_baht
from desktop.office.thai import arabic_digits
from ui.kit.inputs import LineEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.tokens import TARGET, XL, XS, M, S

_FIGURES = QRegularExpression("[0-9๐-๙]{0,5}")
"""Nothing at all is a count too: none."""
_WIDE, _SUM_WIDE, _NAME_WIDE = 72, 104, 56
_WHOLE = 2 * (_WIDE + _SUM_WIDE + _NAME_WIDE + 2 * S) + XL


class PieceEdit(LineEdit):
    """How many pieces; empty means none."""

    def __init__(self) -> None:
        super().__init__(placeholder="0")
        self.setValidator(QRegularExpressionValidator(_FIGURES, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(_WIDE)
        self.setMinimumHeight(TARGET)

    @property
    def number(self) -> int:
        plain = arabic_digits(self.value)
        return int(plain) if plain.isdecimal() else 0


class PiecesForm(Speaks, QWidget):
    """Enter goes on to the next denomination, and after the last one `ended` is told."""

    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits = {one: PieceEdit() for one in DENOMINATIONS}
        self._names: dict[int, QLabel] = {one: label() for one in DENOMINATIONS}
        self._sums: dict[int, QLabel] = {one: label(ink="soft") for one in DENOMINATIONS}
        self._words, self.sum = label(strong=True), label(size="sum")
        self._heads = label(ink="soft", size="small"), label(ink="soft", size="small")
        edits = list(self.edits.values())
        for edit, following in itertools.pairwise(edits):
            edit.returnPressed.connect(following.setFocus)
        edits[-1].returnPressed.connect(self.ended)
        for edit in edits:
            edit.textChanged.connect(lambda _: self._say_sums())
        self._lay_out()
        self.setFocusProxy(edits[0])
        self.retranslate()

    @property
    def pieces(self) -> Pieces:
        return Pieces.of({one: edit.number for one, edit in self.edits.items()})

    def clear(self) -> None:
        for edit in self.edits.values():
            edit.clear()

    def retranslate(self) -> None:
        self._heads[0].setText(self.tr("ธนบัตร"))
        self._heads[1].setText(self.tr("เหรียญ"))
        self._words.setText(self.tr("รวม (บาท)"))
        for one, edit in self.edits.items():
            self._names[one].setText(f"{one // 100:,}" if one >= 100 else f"0.{one:02d}")
            kind = self.tr("ธนบัตร {baht} บาท") if one in NOTES else self.tr("เหรียญ {baht} บาท")
            edit.setAccessibleName(kind.format(baht=self._names[one].text()))
        self._say_sums()

    def _say_sums(self) -> None:
        for one, edit in self.edits.items():
            self._sums[one].setText(format_baht(one * edit.number) if edit.number else "–")
        self.sum.setText(format_baht(self.pieces.satang))
        self.sum.setAccessibleName(f"{self._words.text()} {self.sum.text()}")
        self.changed.emit()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(XL)
        for head, group in zip(self._heads, (NOTES, DENOMINATIONS[len(NOTES) :]), strict=True):
            sides.addLayout(self._side(head, group))
        sides.addStretch(1)
        foot = QWidget()
        foot.setFixedWidth(_WHOLE)  # the sum ends where the sums above it end
        total = QHBoxLayout(foot)
        total.setContentsMargins(0, 0, 0, 0)
        total.addWidget(self._words)
        total.addStretch(1)
        total.addWidget(self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(sides)
        column.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeft)

    def _side(self, head: QLabel, group: tuple[int, ...]) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        for row, one in enumerate(group):
            self._names[one].setFixedWidth(_NAME_WIDE)
            self._sums[one].setFixedWidth(_SUM_WIDE)
            for figures in (self._names[one], self._sums[one]):
                figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._names[one], row, 0)
            grid.addWidget(self.edits[one], row, 1)
            grid.addWidget(self._sums[one], row, 2)
        side = QVBoxLayout()
        side.setSpacing(XS)
        side.addWidget(head)
        side.addLayout(grid)
        side.addStretch(1)
        return side
