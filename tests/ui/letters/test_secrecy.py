"""Secret papers on the screen: told before, masked where they may not be kept, raised and lowered with a reason."""

from PySide6.QtWidgets import QApplication

from desktop.letters.model import Secrecy
from desktop.letters.rules import MASKED
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from tests.ui.letters.test_registration import open_form, registered, told
from ui.letters.screens import LetterScreens


def test_a_counter_takes_the_envelope_and_says_so(registry: Registry) -> None:
    _, form = open_form(registry)
    form.form.from_party.setText("กอ.รมน.")
    form.form.subject.setPlainText("เนื้อความที่พิมพ์ไว้ก่อน")
    form.form.secrecy.setFocus()
    press("Down")
    assert form.form.typed().secrecy is Secrecy.SECRET
    assert form.form.subject.value == MASKED[Secrecy.SECRET]
    assert not form.form.subject.isEnabled()
    assert "เฉพาะหน้าซอง" in form.form.means.text()
    press("Up")
    assert (form.form.subject.value, form.form.means.isVisible()) == ("เนื้อความที่พิมพ์ไว้ก่อน", False)
    press("Down")
    form.form.from_party.setFocus()
    letter = registered(registry, form)
    assert (letter.secrecy, letter.subject) == (Secrecy.SECRET, MASKED[Secrecy.SECRET])
    assert form.form.typed().secrecy is Secrecy.NORMAL, "the next letter begins as any other"
    assert form.form.subject.isEnabled()


def test_pages_and_the_highest_secrecy_stop_at_their_field(registry: Registry) -> None:
    _, form = open_form(registry)
    form.form.from_party.setText("กอ.รมน.")
    form.form.subject.setPlainText("เรื่อง")
    form.presenter.add([document(1)])
    form.form.secrecy.setFocus()
    press("Down F9")
    assert told(form, "secrecy") == "เอาเอกสารที่สแกนออกก่อน"
    press("Down Down")
    assert "ถือซองปิดผนึก" in form.form.means.text()
    press("F9")
    assert told(form, "secrecy") == "ไม่รับเข้าระบบ"
    assert registry.office.desk.reader.rows("SELECT 1 FROM letter") == []


def opened(registry: Registry) -> LetterScreens:
    letter = register(registry.office, with_pages=False)
    screens = registry.screens()
    screens.open_letter(letter.id)
    registry.until(lambda: screens.desk.ready and screens.page.work.classify_button.isEnabled())
    screens.activateWindow()
    registry.until(lambda: QApplication.focusWidget() is not None)
    return screens


def test_s_raises_a_letter_with_a_reason(registry: Registry) -> None:
    screens = opened(registry)
    panel = screens.page.work.classify_panel
    assert not screens.page.head.secrecy.isVisible()
    press("S")
    registry.until(panel.isVisible)
    assert not panel.button.isEnabled(), "nothing is changed yet"
    press("Right")
    assert "เครื่องที่ใช้ร่วมกัน" in panel.means.text()
    press("F9")
    assert panel.reason_field.error == "ต้องใส่เหตุผล"
    write("มีรายชื่อสายข่าว")
    assert nameless(screens) == []
    press("F9")
    registry.until(lambda: screens.desk.letter is not None and screens.desk.letter.secrecy is Secrecy.SECRET)
    assert screens.page.head.secrecy.badge.words == "ลับ"
    assert screens.page.head.secrecy.isVisible()
    assert screens.desk.presenter.history[-1].text == "มีรายชื่อสายข่าว"
    registry.until(lambda: not screens.page.work.is_writing)


def test_lowering_without_a_line_is_told_and_changes_nothing(registry: Registry) -> None:
    screens = opened(registry)
    letter = screens.desk.letter
    assert letter is not None
    screens.desk.presenter.classify(letter.id, Secrecy.SECRET, "ลับ")
    registry.until(lambda: screens.desk.letter is not None and screens.desk.letter.secrecy is Secrecy.SECRET)
    press("S")
    registry.until(screens.page.work.classify_panel.isVisible)
    press("Left")
    assert "ส่วนกลางเป็นผู้ตัดสิน" in screens.page.work.classify_panel.means.text()
    screens.page.work.classify_panel.reason.setFocus()
    write("เปิดเผยได้แล้ว")
    press("F9")
    registry.until(lambda: bool(registry.notices.heard))
    assert registry.notices.heard[-1].text == "ลดชั้นความลับได้เมื่อต่อกับส่วนกลางเท่านั้น"
    assert registry.office.letter_queries.secrecy(letter.id) is Secrecy.SECRET
