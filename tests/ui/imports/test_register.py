"""An old register on the screen: its columns named, its errors put right in place, entered, stopped, taken back."""

import pytest

from tests.helpers.screens import nameless, settle
from tests.helpers.sheets import HEADINGS, csv_file, many, workbook
from tests.ui.imports.conftest import Imports
from ui.imports.register_page import RegisterPage
from ui.imports.screen import DONE, REGISTER, ImportScreen
from ui.imports.words import PROBLEMS
from ui.kit.language import Language

LETTERS = "SELECT number, kind, direction, register FROM letter ORDER BY number"
WRONG = [
    ("รอเลข", "3/1/2568", "-", "", "อำเภอ", "นายก", "เลขไม่ชัด", "", ""),
    (5, "31/2/2568", "-", "", "อำเภอ", "นายก", "วันไม่มี", "", ""),
    (7, "3/1/2568", "-", "", "อำเภอ", "นายก", "", "", ""),
    (9, "3/1/2568", "-", "", "อำเภอ", "นายก", "ใบแรก", "", ""),
]


def opened(imports: Imports, path: object) -> tuple[ImportScreen, RegisterPage]:
    screen = imports.screen()
    screen.bring([path])  # type: ignore[list-item]
    page = screen.register
    imports.until(lambda: page.presenter.plan is not None)
    return screen, page


def tried(imports: Imports, page: RegisterPage) -> None:
    page.try_out()
    imports.until(lambda: page.presenter.tried is not None and page._task is None)


@pytest.mark.shot
def test_a_register_is_tried_put_right_and_entered(imports: Imports) -> None:
    screen, page = opened(imports, csv_file(imports.folder / "ทะเบียนรับ 2568.csv", "cp874", WRONG))
    assert screen.view.value == REGISTER
    assert (page.name.value, page.encoding.value, page.book.value) == ("ทะเบียนรับ 2568", "cp874", "incoming")
    assert not page.enter_button.isEnabled()
    tried(imports, page)
    assert [one.line for one in page.problems.rows.rows()] == [2, 3, 4]
    for said in ("4", "28/2/2568"):
        page.problems.edit.setText(said)
        page.problems.edit.returnPressed.emit()
    page.problems.out_button.click()
    assert page.problems.rows.rowCount() == 0
    tried(imports, page)
    assert "พร้อมนำเข้า 3" in page.sums.words
    page.enter()
    imports.until(lambda: page._task is None)
    register = "past/incoming/ทะเบียนรับ 2568"
    assert imports.office.desk.reader.rows(LETTERS) == [(n, "external", "incoming", register) for n in (4, 5, 9)]
    assert imports.told()[-1].startswith("นำเข้าแล้ว 3 ฉบับ")
    assert page.enter_button.words == "นำเข้า"
    imports.until(page.file_button.hasFocus)


def test_a_column_without_a_known_heading_is_named_by_hand(imports: Imports) -> None:
    headings = [*HEADINGS[:6], "ข้อความย่อ", *HEADINGS[7:]]
    _, page = opened(imports, workbook(imports.folder / "รับ.xlsx", headings=headings))
    assert not page.try_button.isEnabled()
    assert "เรื่อง" in page.hint.words
    choice = page.mapping.choices[6]
    choice.choose("subject")
    choice.chosen.emit("subject")
    assert page.hint.words == ""
    tried(imports, page)
    assert page.presenter.tried
    assert page.presenter.tried.ready == 3


def test_orders_of_a_unit_are_a_register_of_their_own(imports: Imports) -> None:
    _, page = opened(imports, csv_file(imports.folder / "คำสั่ง.csv", "utf-8", list(many(3, 2567))))
    page.name.setText("คำสั่ง/2567")
    page.book.choose("order")
    page.own.setChecked(True)
    page._take_words()
    tried(imports, page)
    page.enter()
    imports.until(lambda: page._task is None)
    unit = imports.office.account_queries.person("kanda").unit.id.hex()
    rows = imports.office.desk.reader.rows(LETTERS)
    assert rows == [(n, "order", "outgoing", f"past/order/คำสั่ง 2567/{unit}") for n in (1, 2, 3)]


@pytest.mark.shot
def test_what_was_stopped_is_gone_on_with_and_taken_back(imports: Imports) -> None:
    screen, page = opened(imports, csv_file(imports.folder / "รับ.csv", "utf-8", list(many(900))))
    tried(imports, page)
    page.enter()
    assert page._task
    stop = page._task.stop
    page._task.progressed.connect(lambda *_: stop())
    imports.until(lambda: page._task is None)
    assert "หยุดแล้ว" in imports.told()[-1]
    tried(imports, page)
    assert page.presenter.tried
    assert 0 < page.presenter.tried.there < 900
    page.enter()
    imports.until(lambda: page._task is None)
    screen.show_page(DONE)
    imports.until(lambda: screen.done.rows.rowCount() == 1)
    (one,) = screen.done.rows.rows()
    assert (one.entered, one.total) == (900, 900)
    assert not screen.done.withdraw_button.isEnabled()
    screen.done.reason.setText("แฟ้มผิดปี")
    screen.done.withdraw_button.click()
    imports.until(lambda: bool(screen.done.rows.rows()) and screen.done.rows.rows()[0].withdrawn == 900)
    assert not imports.office.desk.reader.rows("SELECT 1 FROM letter WHERE register LIKE 'past/%'")


def test_it_speaks_english_and_every_control_has_a_name(imports: Imports, language: Language) -> None:
    screen, page = opened(imports, csv_file(imports.folder / "รับ.csv", "utf-8", WRONG))
    tried(imports, page)
    language.speak("en")
    settle()
    assert page.try_button.words == "Check the whole file"
    assert nameless(screen) == []
    assert all(words() for words in PROBLEMS.values())
