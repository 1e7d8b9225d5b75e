"""The matrix of a circular (หนังสือเวียน): each unit's reception, reading and acknowledging, with the times."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.letters.chain import matrix
from desktop.letters.route_model import Receipt
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.counted import counted
from ui.kit.language import Speaks
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.letters import words
from ui.letters.letter_presenter import LetterPresenter
from ui.letters.words import translate


def columns(today: Callable[[], date]) -> tuple[Column[Receipt], ...]:
    """Who has not acknowledged bears the mark; the times are those of the unit's first."""

    def moment(at: datetime | None) -> str:
        return words.brief_moment(at, today()) if at else "-"

    def mark(row: Receipt) -> tuple[Badge, ...]:
        if row.acknowledged_at is not None:
            return (Badge(translate("Ways", "ทราบแล้ว"), "ready", "check", bare=True, silent=True),)
        return (Badge(translate("Ways", "ยังไม่ทราบ"), "attention", "hourglass", bare=True, silent=True),)

    return (
        Column(
            lambda: translate("Ways", "หน่วยงาน"), lambda row: row.unit_name, 104, stretch=True, tip=lambda row: row.who
        ),
        Column(lambda: translate("Ways", "ได้รับ"), lambda row: moment(row.received_at), 76, soft=True, yields=2),
        Column(lambda: translate("Ways", "อ่าน"), lambda row: moment(row.read_at), 76, soft=True, yields=1),
        Column(
            lambda: translate("Ways", "ทราบ"),
            lambda row: moment(row.acknowledged_at) if row.acknowledged_at else translate("Ways", "ยังไม่ทราบ"),
            120,
            badges=mark,
            mixed=True,
        ),
        Column(
            lambda: translate("Ways", "ทวง"),
            lambda row: str(row.reminders) if row.reminders else "",
            56,
            soft=True,
            yields=3,
        ),
    )


class CircularTab(Speaks, QWidget):
    """Shows the circular that the presenter has; empty for any other letter."""

    def __init__(self, presenter: LetterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.summary = ThaiLabel(ink="soft")
        self.table: TableView[Receipt] = TableView(compact=True, framed=False)
        self.model = RowsModel(columns(lambda: presenter.today), lambda row: row.route_id, self)
        self.table.show_model(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("การรับทราบหนังสือเวียน"))
        self.show_letter()

    def say(self, name: str) -> None:
        """What the table is of, for a screen reader."""
        self.table.setAccessibleName(name)

    @property
    def counts(self) -> tuple[int, int]:
        """How many units have acknowledged, of how many."""
        rows = self.model.rows()
        return sum(row.acknowledged_at is not None for row in rows), len(rows)

    def show_letter(self) -> None:
        letter = self._presenter.letter
        self.model.show_rows(matrix(letter) if letter else ())
        done, every = self.counts
        self.summary.say(counted(self.tr("ทราบแล้ว {done} จาก {every} หน่วยงาน"), every).format(done=done, every=every))
