"""What a citizen owes is taken by a few keys: from a real card, by search, by a scan; the second screen says it."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.cashier.bill_model import Bill, BillDraft, BillState
from desktop.cashier.bill_paper import payload_of
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Receipt
from desktop.cashier.rules import qr_payload
from desktop.cashier.thai_qr import barcode_text
from desktop.counter.finding import Thing
from desktop.devices.id_card import WorkerCardReader
from desktop.office.ids import Id
from desktop.office.keyboard import as_thai
from desktop.people.model import Address, Tie
from tests.helpers.cards import Readers, ThaiCard, memory
from tests.helpers.citizens import BUNMI, numbered
from tests.helpers.desk import OFFICE_ID, person
from tests.helpers.screens import code_on
from tests.ui.counter.conftest import Booth
from tests.ui.counter.counting import Hands
from tests.ui.counter.test_screen import READ, known
from ui.counter.screen import CitizenScreen

MOST_KEYS = 6


def owes(booth: Booth, citizen: Id, months: int = 3) -> Bill:
    """A waste fee of their house, which they pay."""
    clerk = person(booth.office, "piyada")
    people = booth.office.people(clerk)
    house = people.record_house(Address("91/1", "2"))
    people.tie(citizen, house, Tie.PAYER)
    draft = BillDraft("นายบุญมี ใจคำ", (Charge(catalogue()[0], months),), date(2026, 12, 11), None, citizen, house)
    return booth.office.bills.billing(clerk).make(draft)


def shown(booth: Booth, screen: CitizenScreen, bill: Bill) -> None:
    booth.bot.waitUntil(lambda: bill in screen.page.presenter.chosen and screen.page.isVisible())
    booth.bot.waitUntil(screen.page.pay.money.hasFocus)


def paid(booth: Booth, screen: CitizenScreen, bill: Bill) -> Receipt:
    booth.bot.waitUntil(lambda: screen.page.is_done)
    after = booth.office.bills.queries.bill(bill.id)
    assert after is not None
    assert (after.state, after.receipt_id) == (BillState.PAID, screen.page.done.receipt.id)
    return screen.page.done.receipt


def test_six_keys_after_a_real_card_pay_a_known_citizens_fee(booth: Booth, readers: Readers) -> None:
    """In words: the money is typed, F9 takes it, Esc ends it."""
    bill = owes(booth, known(booth))
    screen, hands = booth.screen(WorkerCardReader(environment=readers.environment)), Hands()
    readers.slots[0].put_in(ThaiCard(held=memory(number=numbered(1))))
    shown(booth, screen, bill)
    assert screen.page.owed.rows.rows()[0].owed.where == "91/1 หมู่ 2"
    hands.type("200")
    hands.press(Qt.Key.Key_F9)
    receipt = paid(booth, screen, bill)
    assert (receipt.total_satang, receipt.change_satang) == (180_00, 20_00)
    hands.press(Qt.Key.Key_Escape)
    assert screen.nothing.isVisible()
    assert hands.keys <= MOST_KEYS, hands.keys


def test_one_key_takes_the_exact_sum(booth: Booth) -> None:
    bill = owes(booth, known(booth))
    screen, hands = booth.screen(), Hands()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    hands.press(Qt.Key.Key_F9)
    assert paid(booth, screen, bill).tendered_satang is None
    hands.press(Qt.Key.Key_F9)
    assert len(booth.office.desk.reader.rows("SELECT id FROM receipt")) == 1


def test_what_is_not_ticked_is_not_paid_and_short_money_takes_nothing(booth: Booth) -> None:
    citizen = known(booth)
    bill, later = owes(booth, citizen), owes(booth, citizen, 1)
    screen, hands = booth.screen(), Hands()
    booth.reader.tell(READ)
    shown(booth, screen, later)
    assert screen.page.pay.sum.text() == "240.00"
    screen.page.owed.table.setFocus()
    screen.page.owed.table.choose(screen.page.owed.rows.place_of(later.id) or 0)
    hands.press(Qt.Key.Key_Space)
    assert screen.page.pay.sum.text() == "180.00"
    screen.page.pay.money.setFocus()
    hands.type("100")
    hands.press(Qt.Key.Key_F9)
    assert screen.page.pay.tendered.error
    screen.page.pay.money.selectAll()
    hands.type("180")
    hands.press(Qt.Key.Key_F9)
    paid(booth, screen, bill)
    left = booth.office.bills.queries.bill(later.id)
    assert left is not None
    assert left.state is BillState.OPEN


def test_a_transfer_that_is_waited_for_can_not_be_ticked(booth: Booth) -> None:
    citizen = known(booth)
    bill, waiting = owes(booth, citizen), owes(booth, citizen, 1)
    booth.office.bills.paying(person(booth.office, "piyada")).hold(waiting.id)
    screen = booth.screen()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    screen.page._toggle(waiting.id)
    assert screen.page.presenter.chosen == (bill,)


def test_a_page_that_changes_keeps_the_ticks_and_the_money(booth: Booth) -> None:
    citizen = known(booth)
    bill = owes(booth, citizen)
    screen, hands = booth.screen(), Hands()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    screen.page._toggle(bill.id)
    later = owes(booth, citizen, 1)
    booth.bot.waitUntil(lambda: later in screen.page.presenter.chosen)
    assert screen.page.presenter.chosen == (later,)
    screen.page.pay.money.setFocus()
    hands.type("100")
    owes(booth, citizen, 2)
    booth.bot.waitUntil(lambda: len(screen.page.presenter.chosen) == 2)
    assert screen.page.pay.money.satang() == 100_00


@pytest.mark.parametrize("layout", ["as it is", "on a Thai keyboard"])
@pytest.mark.parametrize("kind", ["thai_qr", "barcode", "reference"])
def test_a_scanned_bill_brings_whose_it_is_wherever_the_keyboard_was(booth: Booth, kind: str, layout: str) -> None:
    bill = owes(booth, known(booth))
    biller = booth.office.bills.queries.biller(date(2026, 11, 11))
    assert biller is not None
    code = {
        "thai_qr": payload_of(bill, biller),
        "barcode": barcode_text(biller.id, bill.reference, f"{bill.due_on:%Y%m%d}", bill.total_satang),
        "reference": bill.reference,
    }[kind]
    screen, hands = booth.screen(), Hands()
    screen.finder.box.setFocus()
    hands.scan(as_thai(code) if layout != "as it is" else code)
    shown(booth, screen, bill)
    if kind != "reference":
        hands.scan(code)
        assert screen.page.pay.money.text() == "", "what the scanner typed is no money"
        assert screen.page.presenter.tendered_satang is None


def test_a_scanner_is_known_by_when_its_keys_were_pressed_however_busy_the_program_was(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = itertools.count(1.0)
    monkeypatch.setattr("ui.counter.scan_catcher.monotonic", lambda: next(seconds))
    bill, screen, hands = owes(booth, known(booth)), booth.screen(), Hands()
    biller = booth.office.bills.queries.biller(date(2026, 11, 11))
    assert biller is not None
    screen.finder.box.setFocus()
    hands.scan(payload_of(bill, biller))
    assert screen.finder.box.text() == ""
    shown(booth, screen, bill)


def test_a_scanned_receipt_goes_to_its_own_page(booth: Booth) -> None:
    bill = owes(booth, known(booth))
    receipt = booth.office.counter.taking(person(booth.office, "piyada")).pay([bill.id], ("", None))
    screen, hands, wanted = booth.screen(), Hands(), list[Thing]()
    screen.thing_wanted.connect(wanted.append)
    screen.finder.box.setFocus()
    hands.scan(as_thai(qr_payload(receipt, OFFICE_ID)))
    booth.bot.waitUntil(lambda: bool(wanted))
    assert (wanted[0].entity, wanted[0].id) == ("receipt", receipt.id)
    hands.scan(qr_payload(replace(receipt, number=9999), OFFICE_ID))
    booth.bot.waitUntil(lambda: any("ไม่พบสิ่งที่สแกน" in one.text for one in booth.notices.window_ready()))


def test_the_citizens_screen_shows_sum_code_change_and_never_the_number(booth: Booth) -> None:
    bill = owes(booth, known(booth))
    screen, hands = booth.screen(), Hands()
    screen.second.choose(QGuiApplication.primaryScreen().name() or "1")
    window = screen.second.window
    assert window is not None
    booth.bot.waitUntil(window.isVisible)
    assert window.focusPolicy() is Qt.FocusPolicy.NoFocus
    screen.activateWindow()
    booth.reader.tell(READ)
    shown(booth, screen, bill)
    booth.bot.waitUntil(lambda: window.shown.code is not None)
    words = " ".join(text for text, *_ in window.lines())
    assert "นายบุญมี ใ•••" in words
    assert "180.00" in words
    assert not any(part in words for part in (numbered(1)[-4:], "ใจคำ", BUNMI.phone, "91/1"))
    biller = booth.office.bills.queries.biller(date(2026, 11, 11))
    assert biller is not None
    assert code_on(window) == payload_of(bill, biller)
    hands.type("500")
    assert "320.00" in " ".join(text for text, *_ in window.lines())
    hands.press(Qt.Key.Key_F9)
    paid(booth, screen, bill)
    assert "ได้รับเงินแล้ว" in " ".join(text for text, *_ in window.lines())
    hands.press(Qt.Key.Key_Escape)
    assert window.shown.due_satang is None
    screen.second.choose("")
    assert not window.isVisible()
