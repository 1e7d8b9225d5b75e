"""Start-up: the first window costs nothing but Qt and what comes with Python."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_CODE = """
import sys
import ui.shell.main_window, ui.shell.sign_in, ui.shell.passphrase, ui.work, ui.notices
import ui.kit.page_view, ui.kit.paged_rows, ui.kit.table, ui.kit.date_edit, ui.kit.money_edit, ui.kit.segmented
heavy = {"sqlalchemy", "reportlab", "requests", "keyring", "pikepdf", "pypdfium2", "PIL", "numpy", "cryptography",
         "nlpo3", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport"}
print(sorted(heavy & set(sys.modules)))
"""


def test_the_frame_brings_qt_and_nothing_else() -> None:
    ran = subprocess.run([sys.executable, "-c", _CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
