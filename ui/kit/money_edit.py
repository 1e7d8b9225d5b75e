"""A sum of money: typed in baht, kept in satang, right-aligned with two decimals."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.office.money import format_baht, parse_baht
from ui.kit.inputs import LineEdit


def satang_of(words: str) -> int | None:
    """Satang of what a clerk typed, or None when it is no sum."""
    try:
        return parse_baht(words)
    except ValueError:
        return None


class MoneyEdit(LineEdit):
    """`changed` brings satang, or None while what is typed is no sum; `large` is for the one sum of a screen."""

    changed = Signal(object)

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        if large:
            self.setObjectName("sum")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText(format_baht(0))
        self.textEdited.connect(lambda words: self.changed.emit(satang_of(words)))
        self.editingFinished.connect(self._tidy)

    def satang(self) -> int | None:
        return satang_of(self.text())

    def set_satang(self, satang: int | None) -> None:
        self.setText("" if satang is None else format_baht(satang))

    def is_wrong(self) -> bool:
        return bool(self.value) and self.satang() is None

    def _tidy(self) -> None:
        if (satang := self.satang()) is not None:
            self.set_satang(satang)
