"""Many letters endorsed at once: what was not read is left out unless one says so, and all of it can be undone."""

from PySide6.QtWidgets import QApplication

from desktop.letters.model import Basket
from tests.helpers.keyboard import press
from tests.helpers.letters import fill
from tests.helpers.screens import nameless
from tests.ui.letters.conftest import Registry
from ui.letters.batch_presenter import BatchRow
from ui.letters.batch_screen import BatchScreen
from ui.letters.screens import LetterScreens


def sitting(registry: Registry, count: int, *, pages: bool = True) -> LetterScreens:
    """The mayor with so many letters, the newest first."""
    fill(registry.office, count, routed=0, pages=pages)
    screens = registry.screens("somchai")
    screens.show_basket(Basket.ALL)
    registry.until(lambda: screens.inbox.model.rowCount() == count)
    press("M")
    registry.until(lambda: screens.batch.model.rowCount() == count)
    assert screens.currentWidget() is screens.batch
    return screens


def rows(batch: BatchScreen) -> tuple[BatchRow, ...]:
    batch._show_rows()
    return batch.model.rows()


def read(registry: Registry, batch: BatchScreen, place: int) -> None:
    """Opens every page of a letter and stays until it counts as read."""
    batch.table.choose(place)
    row = rows(batch)[place]
    registry.until(lambda: batch.pages.letter_id == row.letter.id and batch.pages.is_open)
    for page in range(row.files[0].pages):
        batch.pages.view.canvas.go(page)
        registry.until(lambda page=page: rows(batch)[place].reading.pages > page)  # type: ignore[misc]


def notes(registry: Registry) -> list[tuple[str, int, str]]:
    """Of every letter, the newest first: words, how many pages were read, and whether it says that it was read."""
    found = []
    for (letter_id,) in registry.office.desk.reader.rows("SELECT id FROM letter ORDER BY number DESC"):
        letter = registry.office.letter_queries.letter(letter_id)
        assert letter is not None
        for note in letter.endorsements:
            assert note.reading is not None
            found.append((note.text, note.reading.pages, "read" if note.reading.is_read else "not_read"))
    return found


def test_what_was_not_read_is_left_out(registry: Registry) -> None:
    screens = sitting(registry, 2)
    batch = screens.batch
    assert not batch.box.button.isEnabled()
    read(registry, batch, 0)
    batch.table.setFocus()
    press("1 F9")
    registry.until(lambda: rows(batch)[0].done)
    assert [row.done for row in rows(batch)] == [True, False]
    (note,) = notes(registry)
    assert (note[0], note[2]) == ("ทราบ", "read")
    assert registry.notices.heard[-1].text == "เกษียณแล้ว 1 ฉบับ"


def test_one_may_say_openly_that_they_were_not_read(registry: Registry) -> None:
    screens = sitting(registry, 3)
    batch = screens.batch
    batch.unread_too.click()
    press("2")
    batch.table.setFocus()
    batch.table.choose(1)
    press("Space")
    press("F9")
    registry.until(lambda: rows(batch)[0].done)
    assert [row.done for row in rows(batch)] == [True, False, True]
    assert [(words, state) for words, _, state in notes(registry)] == [("อนุมัติ", "not_read")] * 2


def test_ctrl_z_takes_all_of_it_back(registry: Registry) -> None:
    screens = sitting(registry, 3, pages=False)
    batch = screens.batch
    press("1 F9")
    registry.until(lambda: all(row.done for row in rows(batch)))
    assert len(notes(registry)) == 3
    press("Ctrl+Z")
    registry.until(lambda: not notes(registry))
    registry.until(lambda: [row.done for row in rows(batch)] == [False] * 3)
    press("Esc")
    assert screens.currentWidget() is screens.inbox
    assert QApplication.focusWidget() is screens.inbox.table


def test_an_empty_basket_says_so_and_everything_has_a_name(registry: Registry) -> None:
    screens = sitting(registry, 2)
    assert nameless(screens) == []
    press("Esc")
    screens.show_basket(Basket.DUE)
    screens.inbox.table.setFocus()
    registry.until(lambda: screens.inbox.model.rowCount() < 2)
    press("M")
    registry.until(lambda: screens.batch.model.rowCount() == screens.inbox.model.rowCount())
    assert screens.batch._nothing.isVisible() == (screens.inbox.model.rowCount() == 0)
