"""Files that leave the program, kept where the clerk says."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.office.errors import OfficeError

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to keep a file; `kinds` as in `PDF (*.pdf)`. None when the clerk thinks better of it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), kinds)
    return Path(chosen) if chosen else None


def keep(data: bytes, path: Path) -> Path:
    """Writes the file whole or not at all; OfficeError `file.not_written`."""
    aside = path.with_name(path.name + ".new")
    try:
        aside.write_bytes(data)
        os.replace(aside, path)
    except OSError as error:
        raise OfficeError("file.not_written", name=path.name) from error
    return path


def safe_name(words: str) -> str:
    """A file name that every system takes."""
    return _NOT_IN_NAMES.sub("-", words).strip("-.")
