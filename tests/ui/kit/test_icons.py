"""One family: the same grid and stroke, tinted when painted, present for every name that is used."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.kit.icons import icon, pixmap
from ui.kit.resources import resource
from ui.kit.theme import Theme, colour
from ui.kit.tokens import PALETTES

ICONS = sorted(resource("icons").glob("*.svg"))
UI = Path(__file__).resolve().parents[3] / "ui"
_USED = re.compile(r'(?:icon|IconButton|Glyph|show_icon|EmptyState|icon_name=|paint_icon\(painter, )\(?"([a-z-]+)"')


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_of_the_family(path: Path) -> None:
    source = path.read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in source
    assert "#" not in source
    assert "currentColor" in source
    if path.stem != "seal":
        assert 'stroke-width="1.5"' in source
    picture = pixmap(path.stem, "text", 20).toImage()
    inked = [picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)]
    assert 20 < sum(alpha > 60 for alpha in inked) < 260


def test_every_icon_named_in_the_source_exists() -> None:
    named = {name for path in UI.rglob("*.py") for name in _USED.findall(path.read_text("utf-8"))}
    assert len(named) > 20
    assert named <= {path.stem for path in ICONS}


def test_an_icon_wears_the_mode_of_now(theme: Theme) -> None:
    check = icon("check", "text")
    light = _ink(check)
    theme.wear("dark")
    assert light == colour_of(PALETTES["light"].text)
    assert _ink(check) == _parts(colour("text"))


def test_an_icon_is_drawn_once_a_colour_and_size() -> None:
    assert pixmap("check", "text", 20).cacheKey() == pixmap("check", "text", 20).cacheKey()
    assert pixmap("check", "text", 20).cacheKey() != pixmap("check", "danger", 20).cacheKey()


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    assert pixmap("check", "text", 20, 2.0).size() == QSize(40, 40)
    fine = icon("check").pixmap(QSize(20, 20), 2.0)
    assert (fine.size(), fine.devicePixelRatio()) == (QSize(40, 40), 2.0)


def colour_of(name: str) -> tuple[int, ...]:
    return _parts(QColor(name))


def _ink(one: QIcon) -> tuple[int, ...]:
    """The strongest pixel."""
    image = one.pixmap(QSize(20, 20)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    return _parts(max(pixels, key=QColor.alpha))


def _parts(one: QColor) -> tuple[int, ...]:
    return one.red(), one.green(), one.blue(), one.alpha()
