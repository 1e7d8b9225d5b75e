"""The stacks that wait at this desk for the person, and those that were put away of late, to choose from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.office.dates import BANGKOK, thai_date
from desktop.office.ids import Id
from ui.kit.counted import counted
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks

if TYPE_CHECKING:
    from desktop.capture.batch import BatchRow


class StackChoice(Speaks, ComboBox):
    """`wanted` brings the row of the stack that shall lie on the desk, whether it waits or was put away."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(yields=True)
        self.setMinimumContentsLength(16)
        self._rows: tuple[BatchRow, ...] = ()
        self._on_desk: Id | None = None
        self.chosen.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("กองกระดาษ"))
        self._say()

    def show_rows(self, rows: "Sequence[BatchRow]") -> None:
        """Hides where there is nothing to choose."""
        self._rows = tuple(rows)
        self._say()

    def show_on_desk(self, batch_id: Id | None) -> None:
        self._on_desk = batch_id
        self._say()

    def _say(self) -> None:
        stacks = [(row.id.hex(), self._words(row)) for row in self._rows]
        nothing = [] if self._on_desk is not None else [("", self.tr("เลือกกองกระดาษ…"))]
        self.offer([*nothing, *stacks])
        self.choose(self._on_desk.hex() if self._on_desk is not None else "")
        others = [row for row in self._rows if row.id != self._on_desk]
        self.setVisible(bool(others))

    def _words(self, row: "BatchRow") -> str:
        at, count = row.at.astimezone(BANGKOK), row.pages - row.registered
        if row.standing == "put_away":
            words = counted(self.tr("เก็บไว้ {day} {time} น. · {count} หน้า"), count)
        elif row.for_unit:
            words = counted(self.tr("ฝากหน่วยงาน {time} น. · {count} หน้า"), count)
        else:
            words = counted(self.tr("กอง {time} น. · {count} หน้า"), count)
        return words.format(day=thai_date(at, "short", "arabic"), time=f"{at:%H.%M}", count=count)

    def _tell(self, key: str) -> None:
        for row in self._rows:
            if row.id.hex() == key:
                self.wanted.emit(row)
