"""A letter that came by e-mail and comes again on paper: the card, both pages side by side, and every road by keys."""

from PySide6.QtWidgets import QApplication

from desktop.letters.model import Channel
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, samples
from tests.ui.letters.conftest import Registry
from ui.letters.compare_screen import CompareScreen
from ui.letters.registration import RegistrationScreen
from ui.letters.screens import LetterScreens


def came_by_mail(registry: Registry) -> tuple[LetterScreens, RegistrationScreen, bytes]:
    """The first sample, registered at the form with its file; the form is empty again."""
    screens = registry.screens()
    press("F9")
    form = screens.registration
    registry.until(lambda: bool(form.number.text()))
    form._brought([document(0)])
    form.form.show_registration(samples()[0].registration)
    form.form.channel.choose(Channel.EMAIL)
    press("F9")
    registry.until(lambda: form.done.registered is not None)
    assert form.done.registered is not None
    return screens, form, form.done.registered.id


def scanned_again(registry: Registry, form: RegistrationScreen) -> None:
    """The same pages come in; nothing is typed."""
    form._brought([document(0)])
    registry.until(form.twins.isVisible)


def test_the_card_comes_by_the_page_alone_and_names_the_letter(registry: Registry) -> None:
    _, form, _ = came_by_mail(registry)
    scanned_again(registry, form)
    assert form.form.typed() == form.presenter.blank()
    assert form.twins.said.words == "น่าจะเป็นฉบับเดียวกับเลขรับ 04824/2569 (อีเมล วันนี้)"


def compared(registry: Registry, screens: LetterScreens) -> CompareScreen:
    press("F6")
    screen = screens.compare
    assert screens.currentWidget() is screen
    registry.until(lambda: screen.views[1]._count > 0)
    return screen


def test_both_stand_side_by_side_and_f8_makes_them_one(registry: Registry) -> None:
    screens, form, letter_id = came_by_mail(registry)
    scanned_again(registry, form)
    form.form.subject.setPlainText("ขอเชิญประชุมคณะกรรมการอื่น")
    registry.until(form.twins.isHidden)
    form.form.subject.setPlainText("")
    registry.until(form.twins.isVisible)
    screen = compared(registry, screens)
    assert [view._count for view in screen.views] == [document(0).page_count] * 2
    assert screen.values["subject"][1].words == samples()[0].registration.subject
    assert not any(mark.isVisible() for mark in screen.marks.values())
    press("F8")
    registry.until(lambda: form.presenter.documents == ())
    letter = registry.office.letter_queries.letter(letter_id)
    assert letter is not None
    assert [one.channel for one in letter.came_again] == [Channel.PAPER]
    assert len(letter.files) == 2
    assert screens.currentWidget() is form


def test_another_letter_gets_its_number_with_the_reason_kept(registry: Registry) -> None:
    screens, form, letter_id = came_by_mail(registry)
    scanned_again(registry, form)
    form.form.show_registration(samples()[0].registration)
    compared(registry, screens)
    press("Esc")
    assert screens.currentWidget() is form
    compared(registry, screens)
    press("F9")
    assert QApplication.focusWidget() is form.twins.reason
    write("มีเอกสารแนบเพิ่ม")
    press("Return")
    registry.until(lambda: form.done.registered is not None and form.done.registered.id != letter_id)
    assert form.done.registered is not None
    again = registry.office.letter_queries.letter(form.done.registered.id)
    assert again is not None
    assert (again.number, again.remarks) == (4825, "ลงทะเบียนแยกจากเลขรับ 04824/2569: มีเอกสารแนบเพิ่ม")


def test_what_was_read_is_found_by_the_search_at_once(registry: Registry) -> None:
    came_by_mail(registry)
    rows = registry.office.desk.reader.rows("SELECT page, text FROM letter_page_text ORDER BY page")
    assert [page for page, _ in rows] == list(range(document(0).page_count))
    assert "จึงเรียนมาเพื่อโปรดพิจารณา" in rows[0][1].replace("\n", "")
