"""Pictures of the whole kit and of a filled frame: `python -m ui.kit.gallery --out FOLDER`."""

import os
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.language import Code, Language
from ui.kit.theme import Theme
from ui.kit.tokens import PALETTES, Mode

_SIZES = ((1366, 768), (1920, 1080))


class _Options:
    out: Path
    mode: Mode
    lang: Code


def main(words: list[str] | None = None) -> None:
    from ui.kit import gallery_kit
    from ui.shell import gallery_shell

    options = _options(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["gallery"])
    theme, language = Theme(app), Language(app, options.lang)
    theme.wear(options.mode)
    options.out.mkdir(parents=True, exist_ok=True)
    tail = f"{options.mode}-{options.lang}.png"
    for name, make in {**gallery_kit.SHEETS, **gallery_shell.small(theme, language)}.items():
        _shoot(make(), options.out / f"{name}-{tail}")
    for name, make in gallery_shell.full(theme, language).items():
        for wide, high in _SIZES:
            window = make()
            window.resize(wide, high)
            _shoot(window, options.out / f"{name}-{wide}-{tail}")


def _options(words: list[str] | None) -> _Options:
    parser = ArgumentParser(prog="ui.kit.gallery")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--mode", choices=tuple(PALETTES), default="light")
    parser.add_argument("--lang", choices=("th", "en"), default="th")
    return parser.parse_args(words, namespace=_Options())


def _shoot(widget: QWidget, path: Path) -> None:
    widget.show()
    if popup := getattr(widget, "shoot_first", None):
        popup()
    for _ in range(3):
        QCoreApplication.processEvents()
    widget.grab().save(str(path))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
