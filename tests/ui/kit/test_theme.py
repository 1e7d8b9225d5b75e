"""Dressing: the face of the screen, and a change of mode while everything is open."""

import sys

from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.kit.chips import Badge, Chip
from ui.kit.theme import Theme, advance, colour, font, load_fonts
from ui.kit.tokens import FAMILY, PALETTES, SMALL


def test_the_screen_face_is_ours() -> None:
    assert QFontInfo(font()).family() == FAMILY
    families = load_fonts()
    assert families
    assert all(family.startswith(FAMILY) for family in families)


def test_figures_are_of_one_width(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for strong in (False, True):
        label.setFont(font(strong=strong))
        assert len({label.fontMetrics().horizontalAdvance(figure * 20) for figure in "0123456789"}) == 1


def test_a_change_of_mode_reaches_what_is_open(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(Badge("ด่วนที่สุด", "danger", solid=True))
    qtbot.addWidget(chip)
    chip.show()
    light = chip.grab().toImage()
    with qtbot.waitSignal(theme.changed):
        theme.wear("dark")
    assert theme.mode == "dark"
    assert colour("surface").name().upper() == PALETTES["dark"].surface
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == PALETTES["dark"].ground
    assert chip.grab().toImage() != light


def test_next_goes_round(theme: Theme) -> None:
    seen = []
    for _ in range(3):
        seen.append(theme.mode)
        theme.next()
    assert (seen, theme.mode) == (["light", "dark", "contrast"], "light")


def test_pyside_keeps_references_to_singletons(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one of None at every call and aborts the program after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for _ in range(500):
        label.setText("ก")
        label.isVisible()
        label.parent()
    after = [sys.getrefcount(one) for one in (None, True, False)]
    assert all(abs(x - y) < 100 or y > 1 << 30 for x, y in zip(before, after, strict=True))


def test_words_are_measured_as_qt_does_it() -> None:
    words = "ค่าธรรมเนียมเก็บและขนมูลฝอยทั่วไป"
    for strong in (False, True):
        for _ in range(2):
            wide = QFontMetrics(font(SMALL, strong=strong)).horizontalAdvance(words)
            assert advance(words, SMALL, strong=strong) == wide


def test_what_was_measured_before_the_faces_were_loaded_is_measured_again() -> None:
    advance("ก")
    load_fonts()
    assert advance.cache_info().currsize == 0
