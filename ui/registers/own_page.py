"""เล่มของเครื่องนี้: every book this desk takes numbers from, what is left in it, and what to do when that is little."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.application import Office
from desktop.cashier.model import Stock
from desktop.registers.model import OwnBook
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.days import day
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import M
from ui.registers.rows import Units, series_name, span, translate
from ui.shell.stock_line import StockLine


@dataclass(frozen=True)
class OwnBooks:
    """What the page reads in one go."""

    books: tuple[OwnBook, ...] = ()
    stock: Stock | None = None
    units: Units = field(default_factory=dict)


def read(office: Office) -> OwnBooks:
    """Any thread."""
    units = {one.id.hex(): one.name_th for one in office.account_queries.units()}
    return OwnBooks(office.register_queries.own_books(), office.receipt_stock(), units)


class OwnPage(Speaks, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stock = StockLine()
        self._units: Units = {}
        self.rows = own_rows(lambda: self._units)
        self.table: TableView[OwnBook] = TableView()
        self.table.show_model(self.rows)
        self.nothing = EmptyState("register")
        place = QWidget()
        self._place = QStackedLayout(place)
        self._place.addWidget(self.table)
        self._place.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.stock)
        column.addWidget(place, 1)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("เล่มของเครื่องนี้"))
        self.nothing.say(
            self.tr("เครื่องนี้ยังไม่มีเล่มเลข"),
            self.tr("เคาน์เตอร์ได้เล่มใบเสร็จ และเครื่องสารบรรณกลางได้ทะเบียนเลขรับ ทันทีที่ต่อกับส่วนกลางครั้งแรก"),
        )

    def show_books(self, found: OwnBooks) -> None:
        self._units = found.units
        self.stock.show_stock(found.stock)
        self.rows.show_rows(found.books)
        self._place.setCurrentWidget(self.table if found.books else self.nothing)
        if found.books and self.table.current() is None:
            self.table.choose(0)


def state(book: OwnBook) -> Badge:
    """How a book stands, by its numbers."""
    if book.closed_for == "returned":
        return Badge(translate("Registers", "คืนแล้ว"), "neutral", "undo", bare=True)
    if book.closed_for:
        return Badge(translate("Registers", "ปิดสิ้นปี"), "neutral", "lock", bare=True)
    if not book.left:
        return Badge(translate("Registers", "ใช้หมด"), "ready", "check", bare=True)
    if book.is_low:
        return Badge(translate("Registers", "ใกล้หมด"), "attention", "warning")
    if book.following > book.lo:
        return Badge(translate("Registers", "กำลังใช้"), "info", "register")
    return Badge(translate("Registers", "ยังไม่ใช้"), "neutral", bare=True)


def own_rows(units: Callable[[], Units]) -> RowsModel[OwnBook]:
    def name(book: OwnBook) -> str:
        return series_name(book.series, book.year_be, units())

    def number(book: OwnBook) -> str:
        return str(book.book_no or "-")

    def following(book: OwnBook) -> str:
        return str(book.following) if book.left else "–"

    def left(book: OwnBook) -> str:
        return f"{book.left:,}"

    def until(book: OwnBook) -> str:
        return day(book.valid_to) or "-"

    def words(book: OwnBook) -> str:
        return state(book).words

    def badges(book: OwnBook) -> tuple[Badge, ...]:
        return (state(book),)

    columns = (
        Column[OwnBook](lambda: translate("Registers", "ทะเบียน"), name, 160, stretch=True),
        Column[OwnBook](lambda: translate("Registers", "เล่มที่"), number, 80, strong=True),
        Column[OwnBook](lambda: translate("Registers", "เลขที่"), lambda book: span(book.lo, book.hi), 140),
        Column[OwnBook](lambda: translate("Registers", "เลขถัดไป"), following, 100, RIGHT),
        Column[OwnBook](lambda: translate("Registers", "คงเหลือ"), left, 90, RIGHT, strong=True),
        Column[OwnBook](lambda: translate("Registers", "สถานะ"), words, 148, badges=badges),
        Column[OwnBook](lambda: translate("Registers", "ใช้ได้ก่อน"), until, 120, soft=True),
    )
    return RowsModel(columns, key=lambda book: book.id)
