"""The corners of a photographed sheet: found, moved by mouse and keys, with what comes of them beside; undoable."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.capture.model import Source
from desktop.capture.photos import PhotoOnScreen
from desktop.paper.pages import page_sizes_mm
from tests.helpers.keyboard import press
from tests.helpers.letters import document
from tests.helpers.phone_photos import phone_photo, table_alone
from tests.ui.capture.conftest import Bench
from ui.capture.corner_editor import CornerEditor
from ui.capture.corner_field import CornerField


def editor_of(bench: Bench) -> CornerEditor:
    """The editor over the pane, with its first sheet drawn."""

    def found() -> list[CornerEditor]:
        return [one for one in QApplication.allWidgets() if isinstance(one, CornerEditor) and one.isVisible()]

    bench.until(lambda: bool(found()))
    (editor,) = found()
    bench.until(lambda: not editor.sheet._whole.isNull())
    return editor


@pytest.fixture
def field(bench: Bench) -> CornerField:
    """In a window of its own, with its first sheet drawn."""
    editor = CornerEditor(PhotoOnScreen(phone_photo(1).jpeg(), "photo.jpg"), bench.worker)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    bench.qtbot.addWidget(editor)
    with bench.qtbot.waitActive(editor):
        editor.show()
    bench.until(lambda: editor.field.hasFocus() and not editor.sheet._whole.isNull())
    return editor.field


def test_tab_goes_from_corner_to_corner_and_arrows_move_one(field: CornerField) -> None:
    before, box = field.corners, field._box()
    press("Tab Tab")
    assert field.corner_name() == "มุมขวาล่าง"
    press("Left Left Shift+Up")
    moved = field.corners
    assert moved[:2] + moved[3:] == before[:2] + before[3:]
    assert moved[2][0] == pytest.approx(before[2][0] - 2 / box.width())
    assert moved[2][1] == pytest.approx(before[2][1] - 10 / box.height())
    press("Shift+Tab")
    assert field.corner_name() == "มุมขวาบน"
    press("Tab Tab Tab")
    assert not field.hasFocus()


def test_the_mouse_takes_the_nearest_corner_and_leaves_it_on_the_photo(field: CornerField) -> None:
    before, spot = field.corners, field._spot(field.corners[3]).toPoint()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(field, spot + QPoint(15, -20))
    assert field.corners[3] != before[3]
    assert field.corners[:3] == before[:3]
    QTest.mouseMove(field, QPoint(-200, 5000))
    assert field.corners[3] == (0.0, 1.0)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton)
    moved = field.corners
    QTest.mouseMove(field, spot)
    assert field.corners == moved
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=field.rect().center())
    QTest.mouseMove(field, field.rect().center() + QPoint(9, 9))
    assert field.corners == moved


def test_corners_that_cross_are_told_and_the_found_ones_come_back(bench: Bench, field: CornerField) -> None:
    editor = field.parentWidget()
    assert isinstance(editor, CornerEditor)
    one, two, three, four = found = field.corners
    field.put((two, one, three, four))
    bench.until(lambda: not editor.use_button.isEnabled())
    assert "ไขว้" in editor.problem.words
    press("Ctrl+R")
    bench.until(editor.use_button.isEnabled)
    assert (field.corners, editor.problem.words) == (found, "")


def test_a_photo_in_the_pane_is_laid_straight_by_hand_and_the_photo_stays(bench: Bench, tmp_path: Path) -> None:
    """On a white table the sheet is not surely seen; a person sees it."""
    path = tmp_path / "photo.jpg"
    table_alone(3).save(path, "JPEG")
    pane = bench.pane()
    pane.bring([path], Source.FILE)
    bench.until(lambda: bool(bench.kept))
    (before,) = bench.kept
    assert pane.corners_button.isVisible()
    pane.corners_button.click()
    editor = editor_of(bench)
    corners = ((0.1, 0.1), (0.7, 0.12), (0.72, 0.9), (0.11, 0.88))
    editor.field.put(corners)
    editor.use_button.click()
    bench.until(lambda: bench.kept != [before] and len(bench.kept) == 1)
    (after,) = bench.kept
    assert after.page_sizes_mm != before.page_sizes_mm
    (drawn,) = page_sizes_mm(after.data)
    assert drawn == pytest.approx(after.page_sizes_mm[0], abs=0.1)
    assert after.original == before.original == path.read_bytes()
    assert after.batch is not None
    batches = bench.intake.batches
    assert batches.batch(after.batch).layout.leaf(0).corners == corners
    assert batches.undo(after.batch).layout.leaf(0).corners is None


def test_only_a_page_that_came_as_a_picture_has_corners(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(document(2).data)
    pane = bench.pane()
    assert not pane.corners_button.isVisible()
    pane.bring([path], Source.FILE)
    bench.until(lambda: bool(bench.kept))
    assert not pane.corners_button.isVisible()
