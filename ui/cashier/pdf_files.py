"""Receipts as files, kept where the clerk says."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.cashier.model import Receipt
from desktop.cashier.rules import display_number
from ui.kit import files


def file_name(receipt: Receipt) -> str:
    """A name that every system takes, and that names nobody."""
    return f"receipt-{display_number(receipt).replace('/', '-').replace(' ', '-')}.pdf"


def ask_where(receipt: Receipt, parent: QWidget) -> Path | None:
    """Where to keep it; None when the clerk thinks better of it."""
    title = QCoreApplication.translate("Receipts", "บันทึกใบเสร็จเป็น PDF")
    return files.ask_where(parent, title, file_name(receipt), "PDF (*.pdf)")
