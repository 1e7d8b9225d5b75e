"""The citizen in front, by keys alone: the card, the search on any keyboard, a new citizen, a number for a reason."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.counter.queries import PAGE
from desktop.devices.id_card import CardNews, CardState, IdCard, WorkerCardReader
from desktop.people.model import Entry
from tests.helpers.cards import Heard, Readers, ThaiCard, memory
from tests.helpers.citizens import BUNMI, CODE, CODE_KEY, numbered
from tests.helpers.desk import OFFICE_ID, person
from tests.ui.counter.conftest import Booth
from ui.counter.citizen_window import Shown
from ui.counter.screen import CitizenScreen

CARD = IdCard(
    numbered(1), "นาย", "บุญมี", "", "ใจคำ", "Mr. Bunmee Jaikham", "1962-07-14", "male", "2032-07-13",
    ("91/1", "หมู่ที่ 2", "", "", "", "ตำบลแม่เหียะ", "อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่"),
)  # fmt: skip
READ = CardNews(CardState.READ, CARD, reader="one")
READING = CardNews(CardState.READING, reader="one")
NUMBERED = replace(READING, number=CARD.number)


def known(booth: Booth) -> bytes:
    return booth.office.people(person(booth.office)).record(replace(BUNMI, number=numbered(1)))


def shows(booth: Booth, screen: CitizenScreen, name: str) -> None:
    booth.bot.waitUntil(lambda: screen.page.isVisible() and screen.page.who.name.words == name)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def test_a_known_citizens_card_opens_their_page(booth: Booth) -> None:
    known(booth)
    booth.office.cashier(person(booth.office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 3),)))
    screen = booth.screen()
    booth.reader.tell(READ)
    shows(booth, screen, "นายบุญมี ใจคำ")
    assert screen.page.who.number.words.endswith(f"-{numbered(1)[10:12]}-{numbered(1)[12]}")
    assert numbered(1) not in screen.page.who.number.words.replace("-", "")
    assert [matter.entity for matter in screen.page.rows.rows()] == ["receipt"]
    assert screen.card.chip.badge.words == "อ่านบัตรแล้ว"


def test_a_long_page_goes_on_where_it_is_looked_at(booth: Booth) -> None:
    known(booth)
    cashier = booth.office.cashier(person(booth.office, "piyada"))
    issued = [cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),))).id for _ in range(PAGE + 5)]
    screen = booth.screen()
    booth.reader.tell(READ)
    shows(booth, screen, "นายบุญมี ใจคำ")
    rows, table = screen.page.rows, screen.page.table
    assert [one.id for one in rows.rows()] == issued[:4:-1]
    assert not screen.page.owed.isVisible(), "nothing is owed"
    screen.page.who.number_shown = "ที่เปิดดูอยู่"
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    booth.bot.waitUntil(lambda: rows.rowCount() == PAGE + 5)
    assert [one.id for one in rows.rows()] == issued[::-1]
    assert not rows.canFetchMore(QModelIndex())
    assert screen.page.who.number_shown, "who looks further down reads nothing of the citizen anew"
    screen.page.who.number_shown = ""
    cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(catalogue()[0], 1),)))
    booth.bot.waitUntil(lambda: rows.rowCount() == PAGE + 6)


def test_the_page_stands_while_the_rest_of_the_card_is_read(booth: Booth) -> None:
    known(booth)
    screen = booth.screen()
    booth.reader.tell(READING)
    booth.reader.tell(NUMBERED)
    shows(booth, screen, "นายบุญมี ใจคำ")
    assert screen.card.chip.badge.words == "กำลังอ่านบัตร"
    assert screen.serving.card is None
    stood = screen.page.page
    booth.reader.tell(replace(READ, card=replace(CARD, family="ใหม่")))
    booth.bot.waitUntil(screen.page.who.take_card.isVisible)
    assert screen.page.page is stood
    assert screen.serving.card is not None


def test_of_a_card_that_is_pulled_half_way_nothing_remains(booth: Booth) -> None:
    known(booth)
    screen = booth.screen()
    for after in (CardNews(CardState.TROUBLE, code="card.pulled"), CardNews(CardState.WAITING)):
        booth.reader.tell(READING)
        booth.reader.tell(NUMBERED)
        shows(booth, screen, "นายบุญมี ใจคำ")
        booth.reader.tell(after)
        booth.bot.waitUntil(screen.nothing.isVisible)
        assert (screen.page.page, screen.page.presenter.owed, screen.page.rows.rows()) == (None, (), ())
        assert screen.second._shown == Shown()
    booth.reader.tell(NUMBERED)
    shows(booth, screen, "นายบุญมี ใจคำ")
    screen.hide()
    screen.show()
    assert screen.nothing.isVisible()


def test_half_a_card_takes_nobody_elses_page_away_and_the_whole_one_does(booth: Booth) -> None:
    known(booth)
    other = booth.office.people(person(booth.office)).record(Entry(title="นาง", given="สมหมาย", family="ใจดี"))
    screen = booth.screen()
    foreseen: list[object] = []
    screen.serving.foreseen.connect(foreseen.append)
    screen.serving.open_person(other)
    shows(booth, screen, "นางสมหมาย ใจดี")
    booth.reader.tell(NUMBERED)
    booth.bot.waitUntil(lambda: len(foreseen) == 1)
    assert screen.page.who.name.words == "นางสมหมาย ใจดี"
    booth.reader.tell(CardNews(CardState.TROUBLE, code="card.pulled"))
    booth.bot.waitUntil(lambda: screen.card._news.code == "card.pulled")
    assert screen.page.who.name.words == "นางสมหมาย ใจดี"
    booth.reader.tell(NUMBERED)
    booth.reader.tell(READ)
    shows(booth, screen, "นายบุญมี ใจคำ")


def test_what_changes_while_a_card_is_read_stands_on_its_page(booth: Booth) -> None:
    citizen = known(booth)
    screen = booth.screen()
    booth.reader.tell(NUMBERED)
    shows(booth, screen, "นายบุญมี ใจคำ")
    seen = booth.office.people_queries.citizen(citizen)
    assert seen is not None
    booth.office.people(person(booth.office)).amend(seen, replace(seen.entry, family="ใหม่"))
    booth.reader.tell(READ)
    shows(booth, screen, "นายบุญมี ใหม่")


def test_who_was_served_before_never_comes_back_from_a_form(booth: Booth) -> None:
    citizen = known(booth)
    screen = booth.screen()
    screen.serving.open_person(citizen)
    shows(booth, screen, "นายบุญมี ใจคำ")
    screen.next_citizen()
    screen.new.click()
    press(screen.right.form.leave, Qt.Key.Key_Space)
    assert screen.nothing.isVisible()


def test_an_unknown_card_is_kept_by_enter(booth: Booth) -> None:
    screen = booth.screen()
    booth.reader.tell(READ)
    booth.bot.waitUntil(screen.right.form.isVisible)
    assert screen.right.form.lines["family"].value == "ใจคำ"
    QTest.keyClicks(screen.right.form.lines["phone"], "0812345678")
    press(screen.right.form.lines["phone"], Qt.Key.Key_Return)
    shows(booth, screen, "นายบุญมี ใจคำ")
    citizen = booth.office.people_queries.by_number(numbered(1))
    assert citizen is not None
    assert (citizen.entry.phone, citizen.entry.address.moo) == ("0812345678", "2")


def test_a_card_that_says_something_newer_is_taken_by_a_key(booth: Booth) -> None:
    citizen = known(booth)
    screen = booth.screen()
    booth.reader.tell(replace(READ, card=replace(CARD, family="ใหม่")))
    shows(booth, screen, "นายบุญมี ใจคำ")
    booth.bot.waitUntil(screen.page.who.take_card.isVisible)
    screen.page.who.take_card.click()
    shows(booth, screen, "นายบุญมี ใหม่")
    now = booth.office.people_queries.citizen(citizen)
    assert now is not None
    assert now.entry.phone == BUNMI.phone
    assert not screen.page.who.take_card.isVisible()


def test_the_wrong_keyboard_offers_who_was_meant_and_enter_opens_them(booth: Booth) -> None:
    booth.office.people(person(booth.office)).record(Entry(title="นาง", given="สมหมาย", family="ใจดี"))
    screen = booth.screen()
    QTest.keyClicks(screen.finder.box, "l,s,kp")
    booth.bot.waitUntil(lambda: [hit.name for hit in screen.finder.rows.rows()] == ["นางสมหมาย ใจดี"])
    assert "สมหมาย" in screen.finder.read_as.words
    press(screen.finder.box, Qt.Key.Key_Return)
    shows(booth, screen, "นางสมหมาย ใจดี")


def test_nobody_found_says_what_to_do_and_a_new_one_is_told_what_is_wrong(booth: Booth) -> None:
    screen = booth.screen()
    screen.finder.box.setText("ไม่มีใคร")
    booth.bot.waitUntil(screen.finder._nobody.isVisible)
    screen.new.click()
    QTest.keyClicks(screen.right.form.lines["number"], "1234567890122")
    press(screen.right.form.lines["number"], Qt.Key.Key_Return)
    errors = {name for name, one in screen.right.form._fields.items() if one.error}
    assert errors == {"given", "number"}
    press(screen.right.form.leave, Qt.Key.Key_Space)
    assert screen.nothing.isVisible()


def test_a_whole_number_is_shown_for_a_reason(booth: Booth) -> None:
    citizen = known(booth)
    screen = booth.screen()
    screen.serving.open_person(citizen)
    shows(booth, screen, "นายบุญมี ใจคำ")
    screen.page.who.show_number.click()
    press(screen.page.who.reason, Qt.Key.Key_Return)
    assert screen.page.who.why.error
    screen.page.who.reason.setText("กรอกแบบคำขอ")
    press(screen.page.who.reason, Qt.Key.Key_Return)
    booth.bot.waitUntil(lambda: screen.page.who.number.words == numbered(1))
    assert booth.office.desk.reader.rows("SELECT reason FROM number_look") == [("กรอกแบบคำขอ",)]


def test_what_is_put_right_stands_on_the_page(booth: Booth) -> None:
    citizen = known(booth)
    screen = booth.screen()
    screen.serving.open_person(citizen)
    shows(booth, screen, "นายบุญมี ใจคำ")
    screen.page.who.edit.click()
    assert not screen.right.form.lines["number"].isVisible()
    screen.right.form.lines["family"].setText("ใหม่")
    screen.right.form.keep.click()
    shows(booth, screen, "นายบุญมี ใหม่")


def test_troubles_of_the_reader_are_told_in_words_and_a_form_is_never_overwritten(booth: Booth) -> None:
    screen = booth.screen()
    booth.reader.tell(CardNews(CardState.TROUBLE, code="card.other_card"))
    booth.bot.waitUntil(lambda: "ไม่ใช่บัตรประจำตัวประชาชน" in screen.card.chip.badge.words)
    screen.right.begin(Entry(given="กำลังพิมพ์"))
    booth.reader.tell(READ)
    booth.bot.waitUntil(lambda: screen.card.chip.badge.words == "อ่านบัตรแล้ว")
    assert screen.right.form.lines["given"].value == "กำลังพิมพ์"


def test_a_desk_without_the_offices_code_asks_for_it(booth: Booth) -> None:
    booth.office.desk.settle("DELETE FROM note WHERE name = 'people-key'", ())
    screen = booth.screen()
    booth.bot.waitUntil(screen.code.isVisible)
    QTest.keyClicks(screen.code.code, "ABCD")
    press(screen.code.code, Qt.Key.Key_Return)
    booth.bot.waitUntil(lambda: bool(booth.notices.window_ready()))
    row = (OFFICE_ID, b"k" * 16, CODE_KEY.check, "2026-01-01T00:00:00.000000Z")
    booth.office.desk.settle("INSERT INTO people_key VALUES (?, ?, 1, ?, ?)", row)
    screen.code.code.setText(CODE)
    press(screen.code.code, Qt.Key.Key_Return)
    booth.bot.waitUntil(lambda: not screen.code.isVisible())
    assert screen.finder.box.hasFocus()


def test_a_real_card_in_a_real_reader_opens_the_page_and_leaving_ends_the_watch(booth: Booth, readers: Readers) -> None:
    known(booth)
    screen = booth.screen(WorkerCardReader(environment=readers.environment))
    readers.slots[0].put_in(ThaiCard(held=memory(number=numbered(1))))
    booth.bot.waitUntil(lambda: screen.page.isVisible())
    screen.hide()
    assert screen.card.end_watch is None


def test_a_card_left_in_the_reader_is_not_read_again_when_somebody_comes_back(booth: Booth, readers: Readers) -> None:
    known(booth)
    screen = booth.screen(WorkerCardReader(environment=readers.environment))
    came: list[IdCard] = []
    told: list[CardState] = []
    screen.card.read.connect(came.append)
    screen.card._told.connect(lambda news: told.append(news.state))
    slot, card = readers.slots[0], ThaiCard(held=memory(number=numbered(1)))
    slot.put_in(card)
    booth.bot.waitUntil(lambda: told[-1:] == [CardState.READ])
    screen.hide()
    told.clear()
    screen.show()
    booth.bot.waitUntil(lambda: told[-1:] == [CardState.READ])
    assert len(came) == 1
    screen.hide()
    elsewhere = Heard(WorkerCardReader(environment=readers.environment))
    elsewhere.until(CardState.READ)
    slot.take_out()
    elsewhere.until(CardState.WAITING)
    slot.put_in(card)
    elsewhere.until(CardState.READ)
    elsewhere.end()
    screen.show()
    booth.bot.waitUntil(lambda: len(came) == 2)
