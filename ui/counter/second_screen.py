"""The screen that faces the citizen: chosen once, opened with the counter, told what is owed, paid and given back."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.cashier.bill_desk import Code
from desktop.cashier.bill_model import Bill
from desktop.cashier.model import Receipt
from desktop.counter.model import Page
from desktop.people.rules import masked_name
from ui.counter.citizen_window import CitizenWindow, Shown
from ui.counter.page_panel import PagePanel
from ui.counter.taking import Taking
from ui.house import House
from ui.kit.inputs import ComboBox

OFF = ""


class SecondScreen(QObject):
    """`box` is where the clerk chooses the screen; the window stands as long as the counter does."""

    def __init__(self, house: House, counter: QWidget) -> None:
        super().__init__(counter)
        self._house, self._counter = house, counter
        self.box = ComboBox()
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)  # English has longer words
        self.window: CitizenWindow | None = None
        self._codes: dict[bytes, Code | None] = {}
        self._shown = Shown()
        self.box.chosen.connect(self.choose)

    def retranslate(self) -> None:
        self.box.setAccessibleName(self.tr("จอสำหรับประชาชน"))
        self.box.setToolTip(self.tr("จอสำหรับประชาชน"))
        said = self.tr("จอประชาชน {number}")
        places = [(_key(place, screen), said.format(number=place)) for place, screen in _screens()]
        self.box.offer([(OFF, self.tr("ไม่มีจอประชาชน")), *places])
        self.box.choose(self._house.settings.now.citizen_screen)

    def choose(self, name: str) -> None:
        """Opens the window on the screen of that name, or closes it."""
        self._house.settings.remember(citizen_screen=name)
        self.open()

    def open(self) -> None:
        """As the settings say; a screen that is unplugged today shows nothing, and is not forgotten."""
        wanted = self._house.settings.now.citizen_screen
        screen = next((one for place, one in _screens() if wanted and _key(place, one) == wanted), None)
        if screen is None:
            if self.window is not None:
                self.window.hide()
            return
        if self.window is None:
            self.window = CitizenWindow(self._house.session.office.name_th, self._counter)
        self.window.setGeometry(screen.geometry())
        self.window.show_this(self._shown)
        self.window.showFullScreen() if len(_screens()) > 1 else self.window.show()

    def show_nobody(self) -> None:
        self._show(Shown())

    def follow(self, panel: PagePanel, taking: Taking) -> None:
        """Shows what is ticked on a page as it is ticked, and what was paid."""
        panel.chosen.connect(lambda: self._show_due(panel))
        taking.issued.connect(lambda receipt: self._show_paid(panel, receipt))

    def _show_due(self, panel: PagePanel) -> None:
        """The code where it is one bill: a bank is told one reference."""
        page, presenter = panel.page, panel.presenter
        if page is None or panel.is_done:
            return
        chosen, due = presenter.chosen, presenter.total_satang or None
        bill = chosen[0] if len(chosen) == 1 else None
        code = self._codes.get(bill.id) if bill is not None else None
        self._show(Shown(_name(page), due, presenter.tendered_satang, presenter.change_satang, code=code))
        if bill is not None and bill.id not in self._codes and self.window is not None:
            self._ask_code(bill, panel)

    def _show_paid(self, panel: PagePanel, receipt: Receipt) -> None:
        handed, change = receipt.tendered_satang, receipt.change_satang if receipt.tendered_satang else None
        name = _name(panel.page) if panel.page is not None else ""
        self._show(Shown(name, receipt.total_satang, handed, change, is_paid=True))

    def _ask_code(self, bill: Bill, panel: PagePanel) -> None:
        bills = self._house.office.bills

        def known(code: Code | None) -> None:
            self._codes = {bill.id: code}
            self._show_due(panel)

        self._house.worker.run(lambda: bills.code(bill), owner=self, on_done=known)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        if self.window is not None:
            self.window.show_this(shown)


def _name(page: Page) -> str:
    """Of a house its place: who lives there is nobody's business in the queue."""
    entry = page.citizen.entry if page.citizen else None
    return masked_name(vars(entry)) if entry else page.name


def _screens() -> list[tuple[int, QScreen]]:
    return list(enumerate(QGuiApplication.screens(), 1))


def _key(place: int, screen: QScreen) -> str:
    """By which a screen is known again; where the system names none, its place."""
    return screen.name() or str(place)
