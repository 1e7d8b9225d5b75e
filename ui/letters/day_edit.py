"""A date in half a line: the kit's editor with as much advice as there is room for."""

from ui.kit.date_edit import ThaiDateEdit


class DayEdit(ThaiDateEdit):
    def retranslate(self) -> None:
        super().retranslate()
        self.setPlaceholderText(self.tr("เช่น 9 ม.ค. 69"))
