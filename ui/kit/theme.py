"""Dresses the application: fonts, palette and style sheet, all from the tokens."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from ui.kit.resources import resource
from ui.kit.sheet import sheet
from ui.kit.tokens import BODY, FAMILY, PALETTES, Colours, Mode

_MODE = "look"
_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text_faint",
}


class _Worn:
    """Kept beside the application: Qt's properties are slow to ask for at every stroke of a pen."""

    mode: Mode = "light"


class Theme(QObject):
    """The mode the application wears; `changed` comes after everything is dressed anew."""

    changed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app

    @property
    def mode(self) -> Mode:
        return mode()

    def wear(self, chosen: Mode) -> None:
        apply(self._app, chosen)
        self.changed.emit(chosen)

    def next(self) -> None:
        """Light, dark, high contrast, light again."""
        modes = tuple(PALETTES)
        self.wear(modes[(modes.index(self.mode) + 1) % len(modes)])


def apply(app: QApplication, chosen: Mode) -> None:
    """Loads the fonts once and dresses every widget of `app`, also those already on the screen."""
    if not app.property(_MODE):
        app.setStyle("fusion")
        load_fonts()
    app.setProperty(_MODE, chosen)
    _Worn.mode = chosen
    app.setFont(font())
    app.setPalette(_palette(PALETTES[chosen]))
    app.setStyleSheet(sheet(PALETTES[chosen]))


def mode() -> Mode:
    """The mode worn now; light before `apply`."""
    return _Worn.mode


def colours() -> Colours:
    """The colours worn now, for painting."""
    return PALETTES[mode()]


def colour(name: str) -> QColor:
    """One token of the mode worn now, by its name in `Colours`; `#RRGGBBAA` values carry their alpha."""
    return QColor(_parsed(getattr(colours(), name)))


@lru_cache(256)
def _parsed(value: str) -> QColor:
    return QColor(f"#{value[7:]}{value[1:7]}" if len(value) == 9 else value)


def font(pixels: int = BODY, *, strong: bool = False) -> QFont:
    """The screen face at a size of the scale; its Arabic figures are of equal width."""
    return QFont(_face(pixels, strong=strong))


@lru_cache(32)
def _face(pixels: int, *, strong: bool) -> QFont:
    face = QFont(FAMILY)
    face.setPixelSize(pixels)
    face.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return face


@lru_cache(4096)
def advance(words: str, pixels: int = BODY, *, strong: bool = False) -> int:
    """How many pixels the words take in the screen face; known the next time, so for words of the program alone."""
    return QFontMetrics(_face(pixels, strong=strong)).horizontalAdvance(words)


def load_fonts(folder: Path | None = None) -> tuple[str, ...]:
    """Makes the two weights of the screen face known; returns the families found."""
    families: list[str] = []
    for weight in ("Regular", "SemiBold"):
        path = (folder or resource("fonts")) / f"SarabunUI-{weight}.ttf"
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    advance.cache_clear()
    return tuple(families)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text_faint))
    return palette
