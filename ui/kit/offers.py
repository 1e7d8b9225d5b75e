"""What was found of everything: a short list under the one search, from which one is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.columns import Column
from ui.kit.inputs import SearchBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import label
from ui.kit.tokens import XS

_WIDE, _MOST = 620, 10


@dataclass(frozen=True)
class Offer:
    """`kind`, `name`, `about` as a line; `open` goes there."""

    key: str
    kind: str
    name: str
    about: str
    open: Callable[[], object]


class OfferList(Speaks, QWidget):
    """Lies over the room below `line`. Down goes into it, Esc back; it is gone when something was opened, and with the
    words of the line."""

    opened = Signal()

    def __init__(self, line: SearchBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._ground = line, parent
        self._head = label(ink="soft", size="small")
        columns = (
            Column[Offer](lambda: "", lambda one: one.kind, 110, soft=True),
            Column[Offer](lambda: "", lambda one: one.name, 200, strong=True),
            Column[Offer](lambda: "", lambda one: one.about, 160, stretch=True),
        )
        self.rows = RowsModel(columns, key=lambda one: one.key)
        self.table: TableView[Offer] = TableView(compact=True, framed=False)
        self.table.show_model(self.rows)
        self.table.horizontalHeader().hide()
        panel = Panel(padding=XS)
        panel.body.setSpacing(0)
        panel.body.addWidget(self._head)
        panel.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.table.opened.connect(self._open)
        line.textChanged.connect(lambda words: self.show_offers(None) if not words else None)
        keys = Keys(line)
        keys.add("Down", lambda: self.tr("ไปที่รายการที่พบ"), self._enter, group=lambda: self.tr("ค้นทุกเรื่อง"))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("รายการที่พบ")
        keys = self.tr("ลูกศรลงเพื่อเลือก")
        found = bool(self.rows.rowCount())
        more = self.tr("Enter ค้นในหนังสือทั้งหมด")
        self._head.setText(" · ".join((keys, more) if found else (self.tr("ไม่พบรายการที่ตรงกัน"), more)))
        self.table.setAccessibleName(title)

    def show_offers(self, offers: Sequence[Offer] | None) -> None:
        """None: nobody searches."""
        found = (offers or ())[:_MOST]
        self.rows.show_rows(found)
        self.retranslate()
        self.setVisible(offers is not None)
        self.table.setVisible(bool(found))
        high = len(found) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(high + 4)
        ground = self._ground
        below = self._line.mapTo(ground, QPoint(0, self._line.height() + XS))
        left = min(below.x(), ground.width() - _WIDE - XS)
        self.setGeometry(max(left, 0), below.y(), _WIDE, high + 60 if found else self.sizeHint().height())
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._line.setFocus()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.isVisible() and self.rows.rowCount():
            self.table.setFocus()
            self.table.choose(0)

    def _open(self, offer: Offer | None) -> None:
        if offer is not None:
            self.hide()
            self.opened.emit()
            offer.open()
