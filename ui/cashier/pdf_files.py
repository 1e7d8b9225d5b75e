"""Receipts as files, kept where the clerk says."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from desktop.office.errors import OfficeError


def file_name(receipt: Receipt) -> str:
    """A name that every system takes, and that names nobody."""
    return f"receipt-{display_number(receipt).replace('/', '-').replace(' ', '-')}.pdf"


def ask_where(receipt: Receipt, parent: QWidget) -> Path | None:
    """Where to keep it; None when the clerk thinks better of it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = QCoreApplication.translate("Receipts", "บันทึกใบเสร็จเป็น PDF")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / file_name(receipt)), "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def keep(pdf: bytes, path: Path) -> Path:
    """Writes the file whole or not at all; OfficeError `file.not_written`."""
    aside = path.with_name(path.name + ".new")
    try:
        aside.write_bytes(pdf)
        os.replace(aside, path)
    except OSError as error:
        raise OfficeError("file.not_written", name=path.name) from error
    return path
