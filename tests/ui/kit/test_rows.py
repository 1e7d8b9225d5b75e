"""Rows change by difference: nothing is reset, the chosen row stays chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.paged_rows import PAGE, Deliver, PagedModel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView


@dataclass(frozen=True)
class Bill:
    key: int
    words: str = ""


COLUMNS = (
    Column[Bill](lambda: "เลขที่", lambda bill: str(bill.key), 80, align=RIGHT),
    Column[Bill](lambda: "เรื่อง", lambda bill: bill.words, 200, stretch=True, tip=lambda bill: bill.words),
    Column[Bill](lambda: "ชั้น", lambda _: "ด่วน", 80, badges=lambda _: (Badge("ด่วน", "danger"),), yields=1),
)


def make(*keys: int) -> RowsModel[Bill]:
    model: RowsModel[Bill] = RowsModel(COLUMNS, lambda bill: bill.key)
    model.show_rows([Bill(key) for key in keys])
    return model


def keys(model: RowsModel[Bill]) -> list[int]:
    return [bill.key for bill in model.rows()]


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = make(1, 2, 3)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows([Bill(3), Bill(4), Bill(1, "ใหม่")])


def test_what_a_cell_tells() -> None:
    model = make(7)
    model.show_rows([Bill(7, "ขอเชิญประชุม")])
    cell = model.index(0, 1)
    assert (cell.data(), cell.data(Qt.ItemDataRole.ToolTipRole)) == ("ขอเชิญประชุม", "ขอเชิญประชุม")
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert model.headerData(1, Qt.Orientation.Horizontal) == "เรื่อง"
    assert (model.place_of(7), model.place_of(8), model.row(5)) == (0, None, None)


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="same key"):
        make(1, 1)


def test_a_change_touches_its_row_alone(qtbot: QtBot) -> None:
    model = make(1, 2, 3)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show_rows([Bill(1), Bill(2, "แก้แล้ว"), Bill(3)])
    assert [index.row() for index in told.args[:2]] == [1, 1]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.integers(0, 12), unique=True),
    after=st.lists(st.integers(0, 12), unique=True),
    words=st.booleans(),
)
def test_any_change_keeps_what_was_pointed_at(before: list[int], after: list[int], words: bool) -> None:
    model = make(*before)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    held = {key: QPersistentModelIndex(model.index(place, 0)) for place, key in enumerate(before)}
    model.show_rows([replace(Bill(key), words="ก" if words else "") for key in after])
    assert keys(model) == after
    assert resets == []
    for key, index in held.items():
        assert (index.row() if index.isValid() else None) == (after.index(key) if key in after else None)


@pytest.fixture
def table(qtbot: QtBot) -> TableView[Bill]:
    table: TableView[Bill] = TableView("ใบแจ้งหนี้")
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    return table


def test_the_chosen_row_stays_chosen(table: TableView[Bill]) -> None:
    model = make(1, 2, 3, 4)
    table.show_model(model)
    table.choose(2)
    model.show_rows([Bill(9), Bill(4), Bill(3, "แก้"), Bill(1)])
    assert table.current() == Bill(3, "แก้")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]


def test_keys_move_and_open(table: TableView[Bill], qtbot: QtBot) -> None:
    table.show_model(make(1, 2, 3))
    with qtbot.waitSignals([table.chosen, table.chosen, table.chosen]):
        for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
            QTest.keyClick(table, key)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Bill(1)]


def test_a_wide_table_gives_what_it_can_spare(table: TableView[Bill]) -> None:
    roomy = replace(COLUMNS[0], roomy=200)
    table.show_model(RowsModel((roomy, *COLUMNS[1:]), lambda bill: bill.key))
    for width, wanted in ((400, 80), (600, 200), (400, 80)):
        table.resize(width, 300)
        assert table.columnWidth(0) == wanted
    table.setColumnWidth(0, 111)  # somebody drags it
    table.resize(600, 300)
    assert table.columnWidth(0) == 111


def test_a_narrow_table_lets_columns_go(table: TableView[Bill]) -> None:
    table.show_model(make(1))
    assert not table.isColumnHidden(2)
    table.resize(320, 300)
    assert table.isColumnHidden(2)
    assert not table.isColumnHidden(1)
    table.resize(600, 300)
    assert not table.isColumnHidden(2)


class Store:
    """A store of `count` bills that counts what is asked of it, and answers now or when told."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []
        self.waiting: list[tuple[Deliver[Bill], Sequence[Bill]]] = []
        self.late = False

    def fetch(self, first: int, count: int, deliver: Deliver[Bill]) -> None:
        self.asked.append(first // PAGE)
        rows = [Bill(place) for place in range(first, min(first + count, self.count))]
        if self.late:
            self.waiting.append((deliver, rows))
        else:
            deliver(rows)

    def answer(self) -> None:
        for deliver, rows in self.waiting:
            deliver(rows)
        self.waiting.clear()


def test_a_million_rows_are_fetched_where_one_looks(table: TableView[Bill]) -> None:
    store = Store(1_000_000)
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(store.count)
    table.show_model(model)
    table.choose(777_777)
    table.grab()
    assert table.current() == Bill(777_777)
    assert set(store.asked) <= {0, 3888, 3889}


def test_pages_seen_long_ago_are_let_go() -> None:
    store = Store(40_000)
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(store.count)
    for place in [*range(0, 40_000, PAGE), 0]:
        model.row(place)
    assert len(store.asked) == 201


def test_a_page_on_its_way_is_empty_for_the_moment(qtbot: QtBot) -> None:
    store = Store(3)
    store.late = True
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(3)
    assert (model.index(1, 0).data(), model.index(2, 0).data()) == ("", "")
    with qtbot.waitSignal(model.dataChanged):
        store.answer()
    assert (model.index(1, 0).data(), store.asked) == ("1", [0])


def test_a_page_that_is_there_at_once_is_painted_once(qtbot: QtBot) -> None:
    store = Store(3)
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(3)
    with qtbot.assertNotEmitted(model.dataChanged):
        assert model.index(1, 0).data() == "1"


def test_what_arrives_after_a_refresh_is_dropped() -> None:
    store = Store(3)
    store.late = True
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(3)
    model.row(0)
    late, store.waiting = store.waiting, []
    store.late = False
    model.refresh(2)
    assert model.row(1) == Bill(1)
    late[0][0]([Bill(77), Bill(78), Bill(79)])
    assert (model.row(1), model.rowCount()) == (Bill(1), 2)


def test_rows_that_come_in_at_the_top_push_the_chosen_one_down(table: TableView[Bill]) -> None:
    store = Store(500)
    model: PagedModel[Bill] = PagedModel(COLUMNS, store.fetch)
    model.refresh(500)
    table.show_model(model)
    table.choose(3)
    store.count = 502
    model.refresh(502, added_first=2)
    assert (table.currentIndex().row(), model.rowCount()) == (5, 502)
