"""Files that come into the program and leave it, from where and to where the clerk says."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.office.errors import OfficeError

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to keep a file; `kinds` as in `PDF (*.pdf)`. None when the clerk thinks better of it."""
    dialog = _dialog(parent, title, kinds, DOCUMENTS, QCoreApplication.translate("Files", "บันทึก"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return next(iter(_chosen(dialog)), None)


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is there; None when the clerk thinks better of it."""
    dialog = _dialog(parent, title, kinds, DOCUMENTS, QCoreApplication.translate("Files", "เลือก"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_files(
    parent: QWidget, title: str, kinds: str, folder: QStandardPaths.StandardLocation = DOCUMENTS
) -> tuple[Path, ...]:
    """Files that are there, one or several; none when the clerk thinks better of it."""
    dialog = _dialog(parent, title, kinds, folder, QCoreApplication.translate("Files", "เลือก"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def _dialog(
    parent: QWidget, title: str, kinds: str, folder: QStandardPaths.StandardLocation, accept: str
) -> QFileDialog:
    """The system's own where it has one, else Qt's, which knows no Thai by itself."""
    dialog = QFileDialog(parent, title, QStandardPaths.writableLocation(folder), kinds)
    label, say = QFileDialog.DialogLabel, QCoreApplication.translate
    dialog.setLabelText(label.LookIn, say("Files", "ที่เก็บ"))
    dialog.setLabelText(label.FileName, say("Files", "ชื่อแฟ้ม"))
    dialog.setLabelText(label.FileType, say("Files", "ชนิด"))
    dialog.setLabelText(label.Accept, accept)
    dialog.setLabelText(label.Reject, say("Files", "ยกเลิก"))
    return dialog


def _chosen(dialog: QFileDialog) -> tuple[Path, ...]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles() if accepted else []
    _give_back_the_keyboard(dialog.parentWidget())
    dialog.deleteLater()
    return tuple(map(Path, names))


def _give_back_the_keyboard(screen: QWidget | None) -> None:
    """To what had it; where that was locked or hidden meanwhile to the screen that asked."""
    held = screen.window().focusWidget() if screen is not None else None
    if screen is not None and (held is None or not held.isEnabled() or not held.isVisible()):
        screen.setFocus()


def keep(data: bytes, path: Path) -> Path:
    """Writes the file whole or not at all; OfficeError `file.not_written`."""
    keep_written(lambda file: file.write(data), path)
    return path


def keep_written(write: Callable[[BinaryIO], object], path: Path) -> None:
    """As `keep`, of what is written piece by piece."""
    aside = path.with_name(path.name + ".new")
    try:
        with aside.open("wb") as file:
            write(file)
        os.replace(aside, path)
    except OSError as error:
        raise OfficeError("file.not_written", name=path.name) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def safe_name(words: str) -> str:
    """A file name that every system takes."""
    return _NOT_IN_NAMES.sub("-", words).strip("-.")
