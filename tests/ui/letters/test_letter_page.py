"""One letter on the whole room: its pages, the honest wait for a file, and what leaves it as paper or file."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.letters.model import Letter, LetterFile
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_count, page_text
from desktop.reading.kept import KeptReadings
from desktop.reading.model import Box, Line, PageReading, Quality, Word
from desktop.reading.version import ENGINE
from tests.helpers.cups import Cups
from tests.helpers.file_dialogs import naming
from tests.helpers.keyboard import press, write
from tests.helpers.letters import document, fill, register
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.letters.letter_pages import LOOK_AGAIN_MS
from ui.letters.screens import LetterScreens


def open_page(registry: Registry, number: int = 4824, login: str = "kanda") -> tuple[LetterScreens, Letter]:
    """The newest letter, opened by Enter."""
    screens = registry.screens(login)
    registry.shown(screens, number)
    press("Return")
    assert screens.currentWidget() is screens.page
    letter = registry.shown(screens, number)
    return screens, letter


def wait_for_pages(registry: Registry, screens: LetterScreens) -> None:
    registry.until(lambda: screens.page.pages.view.canvas._pages is not None)


def test_enter_opens_the_pages_with_the_stamp_and_escape_goes_back(registry: Registry) -> None:
    register(registry.office, 2)
    screens, _ = open_page(registry)
    wait_for_pages(registry, screens)
    canvas = screens.page.pages.view.canvas
    assert canvas._pages is not None
    assert canvas._pages.count == 4
    (layer,) = canvas._paper._layers
    assert (layer.page, layer.x(), layer.y()) == (0, 148.0, 12.0)
    press("PgDown")
    assert canvas.page == 1
    assert not layer.isVisible()
    press("PgUp Esc")
    assert screens.currentWidget() is screens.inbox
    assert QApplication.focusWidget() is screens.inbox.table


def test_words_that_were_read_in_a_scan_are_found_where_they_stand(registry: Registry) -> None:
    register(registry.office, 2)
    word = Word("ภัยแล้งซ้ำซาก", Box(20, 30, 40, 6), 0.9)
    reading = PageReading(210, 297, (Line((word,)),), Quality(), ENGINE)
    KeptReadings(registry.office.desk).keep(document(2).sha256, 2, reading)
    screens, _ = open_page(registry)
    wait_for_pages(registry, screens)
    view = screens.page.pages.view
    view.look_for("ภัยแล้ง")
    registry.until(lambda: view.search.current == (2, 0))
    assert view.canvas.page == 2
    (boxes,) = view.canvas._paper._marks._hits
    assert (boxes[0].left, boxes[0].top) == (20, 30)


def test_j_and_k_go_through_the_list_without_leaving_the_page(registry: Registry) -> None:
    fill(registry.office, 3, routed=0, pages=False)
    screens, _ = open_page(registry, 4826)
    press("J")
    registry.shown(screens, 4825)
    assert screens.currentWidget() is screens.page
    press("J")
    registry.shown(screens, 4824)
    press("J K")
    registry.shown(screens, 4825)


def test_the_next_letter_after_one_was_sent_on_is_not_skipped(registry: Registry) -> None:
    fill(registry.office, 3, routed=0, pages=False)
    screens, _ = open_page(registry, 4826)
    press("R")
    write("ช่าง")
    press("Return F8")
    registry.until(lambda: screens.inbox.model.rowCount() == 2)
    registry.until(lambda: bool(registry.shown(screens, 4826).routes))
    press("J")
    registry.shown(screens, 4825)
    press("J")
    registry.shown(screens, 4824)


def test_free_words_in_thai_are_endorsed_with_f9(registry: Registry) -> None:
    register(registry.office, 0, with_pages=False)
    screens, _ = open_page(registry)
    press("F9")
    write("ผู้รับผิดชอบดำเนินการภายในวันที่ ๑๖ นี้ ที่ปั๊มน้ำญี่ปุ่น")
    press("F9")
    registry.until(lambda: bool(registry.shown(screens, 4824).endorsements))
    note = registry.shown(screens, 4824).endorsements[0]
    assert note.text == "ผู้รับผิดชอบดำเนินการภายในวันที่ ๑๖ นี้ ที่ปั๊มน้ำญี่ปุ่น"
    entries = screens.page.work.sections.endorsements._shown
    assert entries is not None
    assert entries[0][0].title == "นางสาวกานดา สาธิตวงศ์"
    assert entries[0][0].detail == "เจ้าพนักงานธุรการ"
    assert entries[0][0].when == "11 พ.ย. 2569 09.14 น."


def test_an_empty_endorsement_is_told_at_the_field_and_words_stay_after_escape(registry: Registry) -> None:
    register(registry.office, 0, with_pages=False)
    screens, _ = open_page(registry)
    press("F9 F9")
    box = screens.page.work.endorse_box
    assert box.field.error == "เลือกวลีหรือพิมพ์ข้อความก่อน"
    write("ร่างไว้ก่อน")
    press("Esc")
    assert screens.currentWidget() is screens.page
    press("F9")
    assert box.text.value == "ร่างไว้ก่อน"


def test_the_history_tells_everything_oldest_first(registry: Registry) -> None:
    done = fill(registry.office, 1, routed=1, pages=False)[0]
    screens = registry.screens()
    screens.open_letter(done.id)
    registry.shown(screens, 4824)
    shown = screens.page.work.sections.history._shown
    assert shown is not None
    assert [entry.title for entry in shown[0]] == [
        "ลงทะเบียนรับ เลขรับ 04824",
        "เกษียณ",
        "ส่งถึง กองยุทธศาสตร์และงบประมาณ",
        "ส่งถึง กองคลัง",
    ]


def test_a_file_still_at_the_centre_is_said_to_be_on_its_way(registry: Registry) -> None:
    register(registry.office, 2)
    sha256 = document(2).sha256
    blob = registry.office.desk.blobs.path(sha256)
    aside = blob.with_suffix(".aside")
    blob.rename(aside)
    screens, _ = open_page(registry)
    pages = screens.page.pages
    assert pages._on_its_way.isVisible()
    assert pages._on_its_way._title.words == "กำลังรับไฟล์จากส่วนกลาง"
    assert not screens.page.work.sections.documents.print_button.isEnabled()
    assert LOOK_AGAIN_MS <= 5000
    aside.rename(blob)
    wait_for_pages(registry, screens)
    assert not pages._on_its_way.isVisible()
    assert screens.page.work.sections.documents.print_button.isEnabled()


def test_a_letter_without_a_file_says_so(registry: Registry) -> None:
    register(registry.office, 0, with_pages=False)
    screens, _ = open_page(registry)
    assert screens.page.pages.view.empty._title.words == "ลงทะเบียนโดยไม่มีไฟล์"


def test_the_stamped_copy_is_derived_and_the_original_is_untouched(registry: Registry, tmp_path: Path) -> None:
    register(registry.office, 2)
    screens, letter = open_page(registry)
    wait_for_pages(registry, screens)
    copy, original = tmp_path / "copy.pdf", tmp_path / "original.pdf"
    documents = screens.page.work.sections.documents
    with naming(copy, original):
        documents.copy_button.click()
        documents.original_button.click()
    registry.until(lambda: [notice.text for notice in registry.notices.heard] == ["บันทึกไฟล์แล้ว"] * 2)
    assert original.read_bytes() == document(2).data
    stamped = copy.read_bytes()
    assert stamped != original.read_bytes()
    assert page_count(stamped) == letter.files[0].pages
    assert "๐๔๘๒๔" in page_text(stamped)


def test_printing_hands_the_stamped_copy_to_the_chosen_queue(registry: Registry, cups: Cups) -> None:
    cups.add_queue("registry")
    registry.prints_on(cups.printer, "registry")
    register(registry.office, 2)
    screens, _ = open_page(registry)
    wait_for_pages(registry, screens)
    screens.page.work.sections.turn_to(screens.page.work.sections.documents)
    press("Ctrl+P")
    registry.until(lambda: any(notice.text == "ส่งพิมพ์แล้ว" for notice in registry.notices.heard))
    registry.until(lambda: not cups.run("lpstat", "-o", "registry"))
    assert "๐๔๘๒๔" in page_text(cups.printed("registry"))


def test_a_printer_that_does_not_answer_is_told(registry: Registry) -> None:
    register(registry.office, 2)
    screens, _ = open_page(registry)
    wait_for_pages(registry, screens)
    screens.page.work.sections.documents.print_button.click()
    registry.until(lambda: bool(registry.notices.heard))
    assert registry.notices.heard[-1].text == OfficeError("printer.offline", queue="CUPS").describe()[0]


def test_a_letter_that_is_no_longer_here_says_so(registry: Registry) -> None:
    done = register(registry.office, 0, with_pages=False)
    screens, _ = open_page(registry)
    registry.office.desk.settle("DELETE FROM letter WHERE id = ?", (done.id,))
    screens.desk.read()
    registry.until(lambda: screens.desk.letter is None)
    assert screens.page._gone.isVisible()
    assert not screens.page.work.isVisible()


def test_every_control_of_the_page_has_a_name(registry: Registry) -> None:
    register(registry.office, 2)
    screens, letter = open_page(registry)
    wait_for_pages(registry, screens)
    assert isinstance(letter.files[0], LetterFile)
    assert nameless(screens) == []
    for section in (screens.page.work.sections.history, screens.page.work.sections.documents):
        screens.page.work.sections.turn_to(section)
        assert nameless(screens) == []
    press("F9")
    assert nameless(screens) == []
