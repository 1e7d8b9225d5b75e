"""The fee catalogue as a quick list: a number key, a few letters, or the arrows choose a fee."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.cashier.model import Fee
from desktop.office.money import format_baht
from desktop.office.thai import arabic_digits
from ui.cashier.counter_presenter import QUICK, CounterPresenter
from ui.kit.inputs import SearchBox
from ui.kit.language import Speaks
from ui.kit.thai_label import label
from ui.kit.theme import colour, font
from ui.kit.tokens import BODY, RADIUS_SMALL, SMALL, L, M, S

_ROW = 40
_CAP = 22
Index = QModelIndex | QPersistentModelIndex
FEE = Qt.ItemDataRole.UserRole


class FeeRows(QAbstractListModel):
    """The fees found, with their words in the language spoken."""

    def __init__(self, fees: Sequence[Fee], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fees = tuple(fees)
        self.english = False

    def show(self, fees: Sequence[Fee]) -> None:
        self.beginResetModel()
        self.fees = tuple(fees)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.fees)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        fee = self.fees[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return fee.name_en if self.english else fee.name_th
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)} {self.price(fee)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return fee.legal_basis
        return fee if role == FEE else None

    def price(self, fee: Fee) -> str:
        unit = fee.unit_en if self.english else fee.unit_th
        if fee.rule is not None:
            return QCoreApplication.translate("FeePicker", "คำนวณ / {unit}").format(unit=unit)
        return f"{format_baht(fee.unit_price_satang)} / {unit}"


class FeePicker(Speaks, QWidget):
    """`chosen` tells the fee; `leave` that Enter was pressed with nothing typed, so the clerk is done choosing."""

    chosen = Signal(object)
    leave = Signal()

    def __init__(self, presenter: CounterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.search = SearchBox()
        self.rows = FeeRows(presenter.fees, self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_FeeDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("frame", "none")
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._choose)
        self.nothing = label(ink="soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for widget in (self.search, self.list, self.nothing):
            column.addWidget(widget)
        self.setFocusProxy(self.search)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("พิมพ์ชื่อค่าธรรมเนียม หรือกดเลข 1–9"))
        self.search.setAccessibleName(self.tr("ค้นค่าธรรมเนียม"))
        self.list.setAccessibleName(self.tr("ค่าธรรมเนียม"))
        self.nothing.setText(self.tr("ไม่พบค่าธรรมเนียมนี้ ลองพิมพ์คำอื่น"))

    def refresh(self) -> None:
        """The presenter's fees changed."""
        self._find(self.search.value)

    def speak_english(self, english: bool) -> None:
        self.rows.english = english
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.search:
            return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._point_at(row + (1 if key == Qt.Key.Key_Down else -1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(row)
            return True
        return self._quick(arabic_digits(event.text()))

    def _quick(self, typed: str) -> bool:
        if self.search.value or len(typed) != 1 or not "1" <= typed <= str(QUICK):
            return False
        if int(typed) <= len(self.rows.fees):
            self.chosen.emit(self.rows.fees[int(typed) - 1])
        return True

    def _enter(self, row: int) -> None:
        if row >= 0 and self.rows.fees:
            self._choose(self.rows.index(row))
        elif not self.search.value:
            self.leave.emit()

    def _choose(self, index: QModelIndex) -> None:
        fee = self.rows.fees[index.row()]
        self.search.clear()
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.chosen.emit(fee)

    def _find(self, words: str) -> None:
        found = self._presenter.found(words)
        self.rows.show(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if words.strip():
            self._point_at(0)

    def _point_at(self, row: int) -> None:
        if self.rows.fees:
            self.list.setCurrentIndex(self.rows.index(min(max(row, 0), len(self.rows.fees) - 1)))


class _FeeDelegate(QStyledItemDelegate):
    """Number key, name, price a unit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rows = index.model()
        assert isinstance(rows, FeeRows)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if state & QStyle.StateFlag.State_Selected else "hover"))
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), RADIUS_SMALL, RADIUS_SMALL)
        body = place.adjusted(S, 0, -M, 0)
        self._paint_cap(painter, body, index.row() + 1)
        body.setLeft(body.left() + _CAP + M)
        price = rows.price(rows.fees[index.row()])
        painter.setFont(font(SMALL))
        painter.setPen(colour("text_soft"))
        painter.drawText(body, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, price)
        body.setRight(body.right() - QFontMetrics(font(SMALL)).horizontalAdvance(price) - L)
        painter.setFont(font(BODY))
        painter.setPen(colour("text"))
        words = QFontMetrics(font(BODY)).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, body.width())
        painter.drawText(body, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_cap(self, painter: QPainter, body: QRect, number: int) -> None:
        if number > QUICK:
            return
        box = QRect(body.left(), body.center().y() - _CAP // 2 + 1, _CAP, _CAP)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour("line_strong"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(colour("text_soft"))
        painter.setFont(font(SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
