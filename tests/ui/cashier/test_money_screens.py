"""The room of money: its pages by Ctrl and a digit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.cashier.conftest import Booth
from ui.cashier.bills_screen import BillsScreen
from ui.cashier.check_screen import CheckScreen
from ui.cashier.money_screens import BILLS, CHECK, RECEIPTS, SHEETS, SHIFT, SLIPS, STATEMENT, MoneyScreens
from ui.cashier.sheets_screen import SheetsScreen
from ui.cashier.shift_remittances import RemittancesScreen
from ui.cashier.shift_screen import ShiftScreen
from ui.cashier.statement_screen import StatementScreen


def test_each_page_has_its_digit_wherever_the_keyboard_is(booth: Booth, qtbot: QtBot) -> None:
    office, who, worker, notices = booth.office, booth.who, booth.worker, booth.notices
    screens = MoneyScreens(
        booth.receipts(),
        BillsScreen(office, who, worker, notices, booth.printing),
        StatementScreen(office, who, worker, notices),
        ShiftScreen(office, who, worker, notices, lambda: "th"),
        RemittancesScreen(office, who, worker, notices, booth.printing, lambda: "th"),
        SheetsScreen(office, booth.printing, worker),
        CheckScreen(office, worker, notices, booth.printing),
    )
    qtbot.addWidget(screens)
    with qtbot.waitExposed(screens):
        screens.show()
    screens.activateWindow()
    for digit, page in enumerate((RECEIPTS, BILLS, STATEMENT, SHIFT, SLIPS, SHEETS, CHECK), start=1):
        QTest.keyClick(
            screens.focusWidget() or screens, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.ControlModifier
        )
        assert screens.pages.value == page
