"""The room of certificates: issued out of a case by keys, copied with a reason, taken back, paid, written anew."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.cashier.bill_model import Bill
from desktop.certificates.model import Certificate, Copy, ReceiptRef, State
from desktop.certificates.queries import Sought
from desktop.devices.printer import JobReport, JobState
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_text
from desktop.sheets.model import Answer
from tests.desktop.certificates.conftest import MAYOR, acts, issued, seen
from tests.desktop.certificates.test_actions import approved
from tests.helpers.desk import person
from tests.helpers.screens import type_text
from tests.ui.certificates.conftest import Room
from ui.certificates.issue_form import CASE, DIRECT
from ui.certificates.screens import CertificateScreens
from ui.kit.inputs import LineEdit
from ui.kit.language import Language

TODAY = date(2026, 1, 14)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def listed(room: Room, screens: CertificateScreens, count: int) -> None:
    room.qtbot.waitUntil(lambda: screens.list.rows.rowCount() == count)


def opened(room: Room, screens: CertificateScreens) -> None:
    room.qtbot.waitUntil(lambda: screens.page.held is not None)


def choose_signer(screens: CertificateScreens, room: Room, login: str = "somchai") -> None:
    screens.issue.form.signer_box.choose(person(room.office, login).id.hex())
    screens.issue.form.signer_box.chosen.emit(screens.issue.form.signer_box.value)


def test_an_approved_case_becomes_a_certificate_and_is_printed(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = approved(room.office)
    screens = room.screens()
    sent: list[object] = []
    monkeypatch.setattr(screens, "print", lambda held, copy: sent.append((held.line.number, copy)))
    press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: screens.issue.form.source_box.count() >= 3)
    form = screens.issue.form
    form.source_box.choose(CASE + case_id.hex())
    form.source_box.chosen.emit(form.source_box.value)
    typed = form.typed()
    assert typed is not None
    assert typed.answers["shop_name"] == "ร้านคำแปง"
    room.qtbot.waitUntil(lambda: screens.issue.paper.view._pages is not None)
    screens.issue.issue()
    assert form.signer.error
    choose_signer(screens, room)
    screens.issue.issue()
    opened(room, screens)
    assert sent == [(1, None)]
    case = room.office.cases.queries.case(case_id)
    assert case is not None
    assert case.standing.state == "issued"


def test_a_case_brings_what_it_says_into_the_form(room: Room) -> None:
    case_id = approved(room.office)
    screens = room.screens()
    screens.issue_from(case_id)
    room.qtbot.waitUntil(lambda: screens.issue.form.typed() is not None)
    wanted = screens.issue.form.typed()
    assert wanted is not None
    assert wanted.case_id == case_id
    assert wanted.answers["shop_name"]


def test_what_was_chosen_before_the_cases_came_stays(room: Room) -> None:
    screens = room.screens()
    screens.list.asked.emit("issue")
    form = screens.issue.form
    form.source_box.choose(DIRECT + "food_notification")
    form.source_box.chosen.emit(form.source_box.value)
    room.qtbot.waitUntil(lambda: form.signer_box.count() > 1)
    assert form.source_box.value == DIRECT + "food_notification"
    assert form.typed() is not None


def test_what_is_missing_is_marked_and_everything_typed_stays(room: Room) -> None:
    screens = room.screens()
    screens.list.asked.emit("issue")
    form = screens.issue.form
    room.qtbot.waitUntil(lambda: form.signer_box.count() > 1)
    form.source_box.choose(DIRECT + "food_notification")
    form.source_box.chosen.emit(form.source_box.value)
    assert isinstance(form.holder.editor, LineEdit)
    form.holder.editor.setText("บุญมี")
    form.holder.editor.textEdited.emit("บุญมี")
    assert "นามสกุล" in form.told.words
    screens.issue.issue()
    assert form.fields.show_problems({"shop_name": "certificates.field_missing"}) is not None
    assert form.holder.editor.value == "บุญมี"
    assert room.office.certificates.queries.lines(Sought(), TODAY) == ()


def test_a_copy_asks_why_and_bears_the_next_number(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    held = issued(room.office)
    screens = room.screens()
    sent: list[int] = []
    monkeypatch.setattr(screens.page, "_print", lambda held, copy: sent.append(copy.n))
    listed(room, screens, 1)
    room.clock.advance(timedelta(days=21))
    screens.open_certificate(held.id)
    opened(room, screens)
    screens.page.copy_button.click()
    screens.page.form.do_button.click()
    assert screens.page.form.reason.error
    screens.page.form.words.setText("ขอใช้ยื่นธนาคาร")
    screens.page.form.do_button.click()
    room.qtbot.waitUntil(lambda: sent == [2])
    room.qtbot.waitUntil(lambda: screens.page.held is not None and len(screens.page.held.copies) == 1)
    assert any("สำเนาที่ 2" in one.what for one in screens.page.rows.rows())


def test_a_deed_takes_the_keyboard_from_nobody(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is done the page has it; done, too; and where it failed, the form with what was typed."""
    held = issued(room.office)
    screens = room.screens()
    page, sent = screens.page, list[int]()
    monkeypatch.setattr(page, "_print", lambda held, copy: sent.append(copy.n))
    copy = page._presenter.copy

    def fails(*_: object) -> Certificate:
        raise OfficeError("certificates.gone")

    screens.open_certificate(held.id)
    opened(room, screens)
    press(Qt.Key.Key_F10)
    assert page.form.words.hasFocus()
    type_text(page.form.words, "ยื่นธนาคาร")
    monkeypatch.setattr(page._presenter, "copy", fails)
    press(Qt.Key.Key_F9)
    assert page.table.hasFocus()
    room.qtbot.waitUntil(page.form.isEnabled)
    assert page.form.words.hasFocus()
    assert page.form.words.text() == "ยื่นธนาคาร"
    monkeypatch.setattr(page._presenter, "copy", copy)
    press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: sent == [2])
    assert page.table.hasFocus()


def test_original_and_copies_are_rows_of_the_journal_and_only_the_original_is_marked_again(room: Room) -> None:
    held = issued(room.office)
    screens, queries, given = room.screens(), room.office.sheets.queries, room.printer.given

    def printed(copy: Copy | None = None) -> None:
        count = len(given)
        screens.print(held, copy)
        room.qtbot.waitUntil(lambda: len(given) > count and not queries.open_runs())

    printed()
    printed()
    held = acts(room.office).copy(held.id, "ผู้รับขอไว้ยื่นธนาคาร")
    printed(held.copies[-1])
    runs = queries.of_document(held.id)
    marks = [(run.sheets[0].wanted.role.value, run.sheets[0].wanted.time) for run in reversed(runs)]
    assert marks == [("original", 0), ("original", 1), ("copy", 0)]
    assert runs[0].job.label.endswith("สำเนาที่ 2")
    assert "พิมพ์ซ้ำครั้งที่ ๑" in page_text(given[1][1], 0)


def test_an_original_that_did_not_come_out_before_it_was_taken_back_never_does(
    room: Room,
) -> None:
    held, screens, printing = issued(room.office), room.screens(), room.printing
    room.printer.report_now = JobReport(JobState.FAILED)
    screens.print(held, None)
    room.qtbot.waitUntil(lambda: printing.question is not None)
    acts(room.office, "somchai").revoke(held.id, "เอกสารเท็จ")
    screens.print(held, None)
    room.qtbot.waitUntil(lambda: [note.level for note in room.notices.heard][-1:] == ["danger"])
    assert room.notices.heard[-1].text == "เล่มที่ 1 เลขที่ 1/2569 ใช้ไม่ได้แล้ว"
    assert printing.question is not None
    printing.answer(printing.question.unknown[0], Answer.NOT_OUT)
    room.qtbot.waitUntil(lambda: printing.question is None)
    (told,) = room.failures
    assert isinstance(told, OfficeError)
    assert told.code == "certificates.not_in_force"
    room.failures.clear()
    assert len(room.printer.given) == 1


def test_only_who_may_is_offered_to_take_it_back(room: Room) -> None:
    held = issued(room.office)
    clerk = room.screens()
    clerk.open_certificate(held.id)
    opened(room, clerk)
    assert not {"revoke", "suspend"} & set(clerk.page._deeds)
    mayor = room.screens("somchai")
    mayor.open_certificate(held.id)
    opened(room, mayor)
    mayor.page.ask("revoke")
    mayor.page.form.words.setText("เอกสารเท็จ")
    mayor.page.form.do_button.click()
    room.qtbot.waitUntil(lambda: seen(room.office, held).line.standing.state is State.REVOKED)
    room.qtbot.waitUntil(lambda: mayor.page._deeds == ())
    room.qtbot.waitUntil(lambda: clerk.page._deeds == ())


def test_what_is_due_explains_itself_and_is_paid(room: Room, language: Language) -> None:
    held = issued(room.office)
    room.clock.advance(timedelta(days=370))
    screens = room.screens()
    press(Qt.Key.Key_F7)
    room.qtbot.waitUntil(lambda: screens.renewals.rows.rowCount() == 1)
    room.qtbot.waitUntil(lambda: "ร้อยละ 20" in screens.renewals.why.words)
    assert screens.renewals.why.words.splitlines() == [
        "ออกเมื่อ 14 ม.ค. 2569 ครบรอบปีทุกวันที่ 14 ม.ค.", "งวดนี้ครบกำหนด 14 ม.ค. 2570",
        "พ้นกำหนด 5 วัน ค่าปรับเพิ่มร้อยละ 20",
    ]  # fmt: skip
    language.speak("en")
    room.qtbot.waitUntil(lambda: screens.renewals.why.words.startswith("Issued"))
    assert screens.renewals.why.words.splitlines() == [
        "Issued 14 Jan 2026; each year ends on 14 Jan", "This fee is due 14 Jan 2027",
        "5 days late: a surcharge of 20 per cent",
    ]  # fmt: skip
    language.speak("th")
    screens.renewals.pay_button.click()
    room.qtbot.waitUntil(lambda: screens.page.form.isVisible())
    receipt = ReceiptRef(3, 77, date(2027, 1, 19), 300_00, 60_00)
    screens.page.form.receipt.show_receipt(receipt)
    screens.page.form.do_button.click()
    room.qtbot.waitUntil(lambda: [one.receipt for one in seen(room.office, held).deeds] == [receipt])
    room.qtbot.waitUntil(lambda: screens.renewals.rows.rowCount() == 0)


def test_what_is_due_becomes_a_bill_that_is_opened_and_counts_when_it_is_paid(room: Room) -> None:
    held = issued(room.office)
    room.clock.advance(timedelta(days=330))
    room.office.registers(person(room.office)).confirm_date()
    screens = room.screens()
    billed: list[Bill] = []
    screens.billed.connect(billed.append)
    press(Qt.Key.Key_F7)
    room.qtbot.waitUntil(lambda: screens.renewals.rows.rowCount() == 1)
    assert screens.renewals.bill_button.words == "ออกใบแจ้งชำระ"
    press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: len(billed) == 1)
    room.qtbot.waitUntil(lambda: screens.renewals.bill_button.words == "เปิดใบแจ้งชำระ")
    press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: len(billed) == 2)
    assert billed[0].id == billed[1].id
    room.office.counter.taking(person(room.office, "piyada")).pay([billed[0].id], ("", None))
    room.qtbot.waitUntil(lambda: screens.renewals.rows.rowCount() == 0)
    assert [one.due_on for one in seen(room.office, held).deeds] == [date(2027, 1, 14)]


def test_the_chosen_ones_are_billed_together(room: Room) -> None:
    for name in ("นายบุญมี ใจคำ", "นางคำแปง ใจคำ", "นายคำ ใจดี"):
        issued(room.office, holder_name=name)
    room.clock.advance(timedelta(days=330))
    room.office.registers(person(room.office)).confirm_date()
    screens = room.screens()
    press(Qt.Key.Key_F7)
    room.qtbot.waitUntil(lambda: screens.renewals.rows.rowCount() == 3)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    room.qtbot.waitUntil(lambda: screens.renewals.bill_button.words == "ออกใบแจ้งชำระ 2")
    press(Qt.Key.Key_F9)
    room.qtbot.waitUntil(lambda: len(screens.renewals._bills) == 2)
    room.qtbot.waitUntil(lambda: "ออกใบแจ้งชำระครบ 2 ฉบับแล้ว" in [note.text for note in room.notices.heard])
    assert room.failures == []


def test_a_replacement_begins_with_the_words_of_the_first(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    held = issued(room.office)
    screens = room.screens()
    monkeypatch.setattr(screens, "print", lambda held, copy: None)
    screens.open_certificate(held.id)
    opened(room, screens)
    screens.page.ask("replacement")
    form = screens.issue.form
    room.qtbot.waitUntil(lambda: form.signer_box.count() > 1)
    assert form.reason.isVisible()
    assert isinstance(form.reason.editor, LineEdit)
    form.reason.editor.setText("ต้นฉบับสูญหาย")
    typed = form.typed()
    assert typed is not None
    assert (typed.answers, typed.signed.name) == (dict(held.answers) | {"phone": "", "special": ""}, MAYOR.name)
    screens.issue.issue()
    room.qtbot.waitUntil(lambda: seen(room.office, held).line.standing.state is State.REPLACED)


def test_a_template_is_written_anew_beside_its_paper(room: Room) -> None:
    clerk = room.screens()
    clerk.list.asked.emit("templates")
    assert not clerk.templates.save_button.isEnabled()
    screens = room.screens("somchai")
    screens.list.asked.emit("templates")
    screen = screens.templates
    room.qtbot.waitUntil(lambda: screen.paper.view._pages is not None)
    notes = screen._notes(screen.text)
    notes.setPlainText("ให้ {holder} ขาย {nothing}")
    assert "nothing" in screen.wrong.words
    assert not screen.save_button.isEnabled()
    notes.setPlainText("ออกให้ {holder} ประกอบกิจการ {shop_name} ตั้งอยู่ {premises}")
    assert screen.save_button.isEnabled()
    screen.save_button.click()
    queries = room.office.certificates.queries
    room.qtbot.waitUntil(lambda: queries.templates(TODAY)[0].version == "2569-2")
    assert len(queries.templates(TODAY)[0].paragraphs) == 1


def test_the_register_is_kept_as_a_file(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issued(room.office)
    screens = room.screens()
    listed(room, screens, 1)
    for how in ("pdf", "xlsx", "csv", "public"):
        path = tmp_path / f"{how}.file"
        monkeypatch.setattr("ui.certificates.screens.ask_where", lambda *_, path=path: path)
        press(Qt.Key.Key_F4)
        screens.export.how_box.choose(how)
        screens.export.keep_button.click()
        room.qtbot.waitUntil(path.exists)
    assert (tmp_path / "pdf.file").read_bytes().startswith(b"%PDF")
    assert screens.list.new_button.isVisible()


def test_the_list_finds_by_words_and_state(room: Room) -> None:
    held = issued(room.office)
    issued(room.office, holder_name="นายบุญมี ใจคำ")
    acts(room.office, "somchai").revoke(held.id, "เอกสารเท็จ")
    screens = room.screens()
    listed(room, screens, 2)
    screens.list.look_for("บุญมี")
    listed(room, screens, 1)
    screens.list.look_for("")
    screens.list.state.choose("revoked")
    screens.list.refresh()
    listed(room, screens, 1)
    screens.list.look_for("ไม่มีใครชื่อนี้")
    listed(room, screens, 0)
