"""The search with keys alone: rows as one types, filters, the other keyboard, and the unit's folders."""

from dataclasses import replace

import pytest

from desktop.letters.model import Registration, Urgency
from tests.helpers.desk import person
from tests.helpers.keyboard import press, write
from tests.helpers.screens import type_text
from tests.ui.letters.conftest import Registry
from ui.letters.screens import LetterScreens
from ui.letters.search_presenter import PAGE
from ui.letters.search_screen import SearchScreen

LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท ๐๘๐๘.๒/ว ๔๕๑๒")


@pytest.fixture
def screens(registry: Registry) -> LetterScreens:
    act = registry.office.letters(person(registry.office))
    for subject in ("ขอเชิญประชุม", "ตัดกิ่งไม้", "งบประมาณ"):
        act.register(replace(LETTER, subject=subject, urgency=Urgency.URGENT if "งบ" in subject else Urgency.NORMAL))
    return registry.screens()


def searching(registry: Registry, screens: LetterScreens) -> SearchScreen:
    press("Ctrl+F")
    until_found(registry, screens, ["งบประมาณ", "ตัดกิ่งไม้", "ขอเชิญประชุม"])
    return screens.search


def found(screens: LetterScreens) -> list[str]:
    model = screens.search.model
    return [row.row.subject for place in range(model.rowCount()) if (row := model.row(place))]


def until_found(registry: Registry, screens: LetterScreens, subjects: list[str]) -> None:
    registry.until(lambda: found(screens) == subjects)


def test_rows_follow_every_key_and_enter_opens_the_letter_and_comes_back(
    registry: Registry, screens: LetterScreens
) -> None:
    search = searching(registry, screens)
    assert search.box.hasFocus()
    write("ประ")
    until_found(registry, screens, ["งบประมาณ", "ขอเชิญประชุม"])
    write("ชุ")
    until_found(registry, screens, ["ขอเชิญประชุม"])
    press("Return")
    assert search.table.hasFocus()
    press("Return")
    assert registry.shown(screens, 4824).subject == "ขอเชิญประชุม"
    assert screens.currentWidget() is screens.page
    press("Esc")
    assert screens.currentWidget() is search
    press("Esc")
    until_found(registry, screens, ["งบประมาณ", "ตัดกิ่งไม้", "ขอเชิญประชุม"])
    press("Esc")
    assert screens.currentWidget() is screens.inbox


def test_the_chosen_letter_stays_chosen_when_others_come_before_it(registry: Registry, screens: LetterScreens) -> None:
    search = searching(registry, screens)
    press("Return Down")
    chosen = search.table.current()
    assert chosen is not None
    assert chosen.row.subject == "ตัดกิ่งไม้"
    registry.office.letters(person(registry.office)).register(replace(LETTER, subject="ขุดลอกลำเหมือง"))
    until_found(registry, screens, ["ขุดลอกลำเหมือง", "งบประมาณ", "ตัดกิ่งไม้", "ขอเชิญประชุม"])
    now = search.table.current()
    assert now is not None
    assert now.row.id == chosen.row.id


def test_one_page_is_shown_at_once_and_all_are_counted_when_nobody_types(
    registry: Registry, screens: LetterScreens
) -> None:
    act = registry.office.letters(person(registry.office))
    for number in range(PAGE):
        act.register(replace(LETTER, subject=f"ประกาศ {number}"))
    screens.show_search()
    search = screens.search
    shown: list[int] = []
    search.shown.connect(lambda: shown.append(search.model.rowCount()))
    type_text(search.box, "ประกาศ")
    registry.until(lambda: bool(shown) and len(found(screens)) == PAGE)
    act.register(replace(LETTER, subject="ประกาศท้าย"))
    registry.until(lambda: len(found(screens)) == PAGE + 1 and found(screens)[0] == "ประกาศท้าย")
    assert max(shown) == PAGE


def test_how_many_pages_are_still_being_read_is_said(registry: Registry, screens: LetterScreens) -> None:
    screens.show_unread(1200)
    search = searching(registry, screens)
    assert search.unread.text() == "กำลังอ่านหน้ากระดาษ เหลือ 1,200 หน้า"
    screens.show_unread(0)
    assert search.unread.text() == ""


def test_enter_of_a_quick_clerk_opens_what_was_typed_and_not_what_stood_there(
    registry: Registry, screens: LetterScreens
) -> None:
    searching(registry, screens)
    write("ตัด")
    press("Return Return")
    registry.until(lambda: screens.currentWidget() is screens.page)
    assert registry.shown(screens, 4825).subject == "ตัดกิ่งไม้"


def test_what_was_found_is_marked_and_where_it_stands_is_said(registry: Registry, screens: LetterScreens) -> None:
    letter = registry.office.letter_search.look(searching(registry, screens).presenter.search, 60).first[0]
    registry.office.letters(person(registry.office)).endorse(letter.row.id, "เห็นควรแจ้งกองช่าง")
    write("กองช่าง")
    until_found(registry, screens, ["งบประมาณ"])
    table = screens.search.model
    texts = [table.index(0, column).data() for column in range(table.columnCount())]
    assert "เกษียณ: เห็นควรแจ้งกองช่าง นางสาวกานดา สาธิตวงศ์" in texts
    column = next(one for one in table.columns if one.found and one.text(table.row(0)).startswith("เกษียณ"))  # type: ignore[arg-type]
    ((start, end),) = column.found(table.row(0))  # type: ignore[misc,arg-type]
    assert column.text(table.row(0))[start:end] == "กองช่าง"  # type: ignore[arg-type]
    assert not screens.search.grab().isNull()


def test_the_wrong_keyboard_is_told_and_f7_goes_over_to_it(registry: Registry, screens: LetterScreens) -> None:
    search = searching(registry, screens)
    type_text(search.box, "xit=6,")
    until_found(registry, screens, ["ขอเชิญประชุม"])
    assert "ประชุม" in search.told.text()
    press("F7")
    registry.until(lambda: search.box.value == "ประชุม" and not search.told.text())
    until_found(registry, screens, ["ขอเชิญประชุม"])


def test_nothing_found_says_what_to_do(registry: Registry, screens: LetterScreens) -> None:
    searching(registry, screens)
    write("ไม่มีทางพบ")
    until_found(registry, screens, [])
    assert screens.search._nothing.isVisible()


def test_filters_narrow_and_escape_takes_them_back(registry: Registry, screens: LetterScreens) -> None:
    search = searching(registry, screens)
    press("F4")
    registry.until(lambda: search.filters.urgency.count() > 1)
    assert search.filters.isVisible()
    search.filters.urgency.setFocus()
    for _ in range(2):
        press("Down")
    until_found(registry, screens, ["งบประมาณ"])
    assert "1" in search.filter_button.text()
    press("Esc")
    until_found(registry, screens, ["งบประมาณ", "ตัดกิ่งไม้", "ขอเชิญประชุม"])


def test_a_search_becomes_a_folder_and_goes_again(registry: Registry, screens: LetterScreens) -> None:
    search = searching(registry, screens)
    write("ตัด")
    until_found(registry, screens, ["ตัดกิ่งไม้"])
    press("Ctrl+S")
    assert search.folders.name.hasFocus()
    write("ต้นไม้")
    press("Return")
    registry.until(lambda: [one.name for one in search.folders.model.rows()] == ["ต้นไม้"])
    assert search.folders.model.rows()[0].count == 1
    press("Esc")
    until_found(registry, screens, ["งบประมาณ", "ตัดกิ่งไม้", "ขอเชิญประชุม"])
    press("F6 Return")
    until_found(registry, screens, ["ตัดกิ่งไม้"])
    assert search.box.value == "ตัด"
    press("F6 Del")
    registry.until(lambda: not search.folders.model.rows())
    press("Ctrl+Z")
    registry.until(lambda: [one.name for one in search.folders.model.rows()] == ["ต้นไม้"])


def test_a_folder_without_a_name_is_refused_in_words(registry: Registry, screens: LetterScreens) -> None:
    search = searching(registry, screens)
    press("Ctrl+S")
    search.folders.name.clear()
    press("Return")
    registry.until(lambda: any("ชื่อ" in one.text for one in registry.notices.heard))
    assert search.folders.model.rows() == ()


def test_new_letters_come_into_the_result_by_themselves(registry: Registry, screens: LetterScreens) -> None:
    searching(registry, screens)
    write("กิ่ง")
    until_found(registry, screens, ["ตัดกิ่งไม้"])
    registry.office.letters(person(registry.office)).register(replace(LETTER, subject="กิ่งไม้ล้ม"))
    until_found(registry, screens, ["กิ่งไม้ล้ม", "ตัดกิ่งไม้"])


def test_words_from_the_top_line_are_sought(registry: Registry, screens: LetterScreens) -> None:
    screens.look_for("กิ่งไม้")
    until_found(registry, screens, ["ตัดกิ่งไม้"])
    registry.until(lambda: screens.search.table.hasFocus())
