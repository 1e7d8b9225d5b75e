"""How the shift stands: whose drawer, since when, what went in and out. What there should be in it is not said."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop.cashier.shift_model import Shift
from desktop.office.dates import english_date, thai_date, thai_time
from desktop.office.money import format_baht
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.language import Speaks
from ui.kit.panels import Panel, rule, side_by_side
from ui.kit.thai_label import ThaiLabel, label

WIDE = 404


class ShiftPanel(Speaks, Panel):
    """Its buttons are for whoever looks after the screen to connect."""

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language
        self._shift: Shift | None = None
        self.setFixedWidth(WIDE)
        self.cashier, self.since = ThaiLabel(strong=True), ThaiLabel(ink="soft")
        self.inherited = ThaiLabel(ink="attention")
        self._words, self.opening = label(), label(size="title")
        self.events = ThaiLabel(ink="soft", size="small")
        self.move_button, self.hand_button = SecondaryButton(key="F6"), SecondaryButton(key="F7")
        self.close_button = PrimaryButton(key="F8")
        for widget in (self.cashier, self.since, self.inherited, rule()):
            self.body.addWidget(widget)
        self.body.addLayout(side_by_side(self._words, None, self.opening))
        self.body.addWidget(self.events)
        self.body.addStretch(1)
        self.body.addLayout(side_by_side(self.move_button, self.hand_button, None))
        self.body.addLayout(side_by_side(None, self.close_button))
        self.retranslate()

    def show_ways(self, on: bool) -> None:
        """What may be done next, while nothing else is asked."""
        for button in (self.move_button, self.hand_button, self.close_button):
            button.setVisible(on)

    def show_shift(self, shift: Shift | None, *, inherited: bool) -> None:
        """`inherited`: it was opened at a computer that was this counter before."""
        self._shift = shift
        self.inherited.setVisible(inherited)
        self.retranslate()

    def retranslate(self) -> None:
        self.move_button.say(self.tr("เงินเข้า / ออก"))
        self.hand_button.say(self.tr("ส่งมอบกะ"))
        self.close_button.say(self.tr("นับเงินและปิดกะ"))
        self._words.setText(self.tr("เงินทอนตั้งต้น (บาท)"))
        self.inherited.say(self.tr("กะนี้เปิดที่เครื่องก่อนของเคาน์เตอร์นี้ นับเงินแล้วปิดกะที่นี่ ใบเสร็จของเครื่องนั้นเท่าที่ส่วนกลางมีรวมอยู่ด้วย"))
        shift = self._shift
        self.setVisible(shift is not None)
        if shift is None:
            return
        language = self._language()
        time = time_words(shift.opened_at, language)
        self.say(self.tr("กะของเคาน์เตอร์ {counter}").format(counter=shift.counter))
        self.cashier.say(self.tr("ลิ้นชักอยู่กับ {name}").format(name=shift.cashier_name))
        self.since.say(self.tr("เปิดเมื่อ {day} {time}").format(day=day_words(shift.opened_at, language), time=time))
        self.opening.setText(format_baht(shift.opening.satang))
        self.events.say("\n".join(self._events(shift)) or self.tr("ยังไม่มีเงินเข้าออกนอกใบเสร็จ"))

    def _events(self, shift: Shift) -> list[str]:
        moved = [(one.made_at, f"{format_baht(one.satang)}  {one.reason}") for one in shift.movements]
        handed = [
            (one.handed_at, self.tr("{giver} ส่งมอบให้ {taker}").format(giver=one.giver_name, taker=one.taker_name))
            for one in shift.handovers
        ]
        return [f"{time_words(at, self._language())}  {words}" for at, words in sorted(moved + handed)]


def day_words(at: date, language: str) -> str:
    return english_date(at) if language == "en" else thai_date(at, "short", "arabic")


def time_words(at: datetime, language: str) -> str:
    time = thai_time(at, "arabic")
    return time.removesuffix(" น.").replace(".", ":") if language == "en" else time
