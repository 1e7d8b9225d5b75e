"""Cases of somebody the register knows, what they cost, pictures and sameness added later, slips that are scanned."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.cases.model import Case, Place, Reporter, Wanted
from desktop.cases.tracking import payload
from desktop.cashier.bill_model import Bill
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.keyboard import as_thai
from desktop.people.model import Address, Tie
from tests.desktop.cases.conftest import opened
from tests.desktop.cases.test_photos import photo
from tests.desktop.certificates.test_actions import approved
from tests.helpers.citizens import BUNMI
from tests.helpers.desk import OFFICE_ID, person
from tests.helpers.screens import type_text
from tests.ui.cases.conftest import Room
from tests.ui.counter.counting import Hands
from ui.cases.screens import CaseScreens

KEYS_A_MINUTE = 150
"""A clerk who types Thai at 30 words of 5 letters a minute: slower than the civil service asks of a typist."""
ANSWERS = {"shop_name": "ร้านคำแปง", "use": "sell", "area_m2": "120", "applicant_type": "natural", "by_agent": "0",
           "owns_place": "1"}  # fmt: skip


def for_bunmi(room: Room, screens: CaseScreens) -> bytes:
    people = room.office.people(person(room.office))
    citizen = people.record(BUNMI)
    people.tie(citizen, people.record_house(Address("91/1", "2")), Tie.RESIDENT)
    page = room.office.counter.queries.page(citizen)
    assert page is not None
    screens.new_for(page)
    return citizen


def a_notification(room: Room) -> Case:
    kinds = room.office.cases.queries.kinds(local_date(room.office.clock.now()))
    kind = next(one for one in kinds if one.code == "food_notification")
    use = next(field for field in kind.fields if field.code == "use").choices[0].code
    who = Reporter("นางคำแปง ใจคำ", person_id=b"p" * 16)
    wanted = Wanted(kind, "ร้านอาหาร", "counter", place=Place("ซอย 3"), reporter=who, answers={**ANSWERS, "use": use})
    return room.office.cases.acts(person(room.office)).open(wanted)


def shows(room: Room, screens: CaseScreens, case: Case) -> None:
    screens.open_case(case.id)
    room.qtbot.waitUntil(lambda: screens.page.opened is not None and screens.page.opened.case.id == case.id)


def test_a_complaint_of_who_stands_in_front_is_typed_within_a_minute(room: Room) -> None:
    screens, hands = room.screens(), Hands()
    citizen = for_bunmi(room, screens)
    room.qtbot.waitUntil(screens.new.form.table.hasFocus)
    hands.press(Qt.Key.Key_1)
    hands.type("ไฟสาธารณะดับ 3 ดวง หน้าบ้านเลขที่ 45 มืดมาก เกรงจะเกิดอุบัติเหตุ")
    hands.press(Qt.Key.Key_Tab)
    hands.type("ซอย 3 ตรงข้ามร้านชำ")
    hands.press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: screens.page.opened is not None)
    assert screens.page.opened is not None
    who = screens.page.opened.case.line.reporter
    assert who is not None
    assert (who.name, who.phone, who.person_id) == ("นายบุญมี ใจคำ", BUNMI.phone, citizen)
    assert who.house_id is not None
    assert hands.keys * 60 / KEYS_A_MINUTE <= 60, hands.keys


def test_another_name_is_somebody_else_and_a_draft_is_not_written_over(room: Room) -> None:
    screens = room.screens()
    for_bunmi(room, screens)
    form = screens.new.form
    assert form.typed().is_empty, "what the register knows was not typed"
    type_text(form.reporter.name.editor, "ผู้แจ้งแทน")
    assert form.typed().person == ""
    type_text(form.text.editor, "ไฟดับ")
    page = room.office.counter.queries.page(room.office.people(person(room.office)).record(replace(BUNMI, given="อื่น")))
    assert page is not None
    screens.new.begin_for(page)
    assert form.typed().text == "ไฟดับ"
    assert "อื่น" not in form.typed().name


def test_the_fee_of_a_case_becomes_one_bill_however_often_it_is_asked(room: Room) -> None:
    case, screens, billed = a_notification(room), room.screens("piyada"), list[Bill]()
    screens.billed.connect(billed.append)
    shows(room, screens, case)
    assert "300.00" in screens.page.fee.what.words
    for _ in range(2):
        screens.page.table.setFocus()
        Hands().press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        room.qtbot.waitUntil(screens.page.fee.button.isEnabled)
    room.qtbot.waitUntil(lambda: len(billed) == 2)
    [bill] = room.office.bills.queries.for_case(case.id)
    assert [one.id for one in billed] == [bill.id, bill.id]
    assert (bill.total_satang, bill.person_id, bill.note) == (300_00, b"p" * 16, screens.page.number.text())
    room.office.bills.billing(person(room.office, "piyada")).cancel(bill.id, "ทำผิด")
    assert room.office.counter.case_fees(person(room.office, "piyada")).bill(case.id).id != bill.id


def test_an_approved_case_asks_for_its_certificate_by_a_key(room: Room) -> None:
    case, screens, wanted = a_notification(room), room.screens(), list[bytes]()
    screens.certified.connect(wanted.append)
    shows(room, screens, case)
    assert not screens.page.issue.isVisible()
    approved_id = approved(room.office)
    screens.open_case(approved_id)
    room.qtbot.waitUntil(screens.page.issue.isVisible)
    screens.page.table.setFocus()
    Hands().press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert wanted == [approved_id]


def test_a_case_without_fees_has_no_button_and_makes_no_bill(room: Room) -> None:
    case, screens = opened(room.office, "kanda"), room.screens()
    shows(room, screens, case)
    assert not screens.page.fee.isVisible()
    with pytest.raises(OfficeError) as refused:
        room.office.counter.case_fees(person(room.office)).bill(case.id)
    assert refused.value.code == "counter.no_fee"


def test_a_picture_is_added_later_and_the_same_case_is_picked_from_a_list(room: Room, tmp_path: Path) -> None:
    first, later = opened(room.office, "kanda"), opened(room.office, "kanda", text="ไฟดับหน้าวัด")
    screens = room.screens("kanda")
    shows(room, screens, later)
    page, file = screens.page, tmp_path / "เพิ่ม.jpg"
    file.write_bytes(photo())
    assert page.opened is not None
    steps = {step.code: step for step in page.opened.steps}
    page.take(steps["note"])
    assert page.form.photos.isVisible()
    type_text(page.form._fields["text"].editor, "ผู้แจ้งส่งรูปมา")
    page.form.photos.add((file,))
    room.qtbot.waitUntil(lambda: len(page.form.photos.photos) == 1)
    page.form.save_button.click()
    room.qtbot.waitUntil(lambda: page.opened is not None and len(page.opened.case.files) == 1)
    page.take(steps["link"])
    assert not page.form.photos.isVisible()
    box = page.form._fields["case"].editor
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    page.form.save_button.click()
    room.qtbot.waitUntil(lambda: page.opened is not None and page.opened.case.standing.linked == (first.id,))


def test_a_scanned_slip_opens_its_case(room: Room) -> None:
    case, screens, hands = opened(room.office, "kanda"), room.screens(), Hands()
    screens.list.search.setFocus()
    hands.scan(as_thai(payload(case.line, OFFICE_ID)))
    room.qtbot.waitUntil(lambda: screens.page.opened is not None)
    assert screens.page.opened is not None
    assert screens.page.opened.case.id == case.id
