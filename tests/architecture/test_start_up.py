"""The first window is painted before anything heavy is loaded."""

import os
import subprocess
import sys

from tests.helpers.house import ROOT

_HEAVY = {
    "sqlalchemy", "reportlab", "requests", "keyring", "pikepdf", "pypdfium2", "PIL", "numpy", "cryptography", "alembic",
    "scipy", "tesserocr",
}  # fmt: skip
_PROGRAM = "import main, ui.program, ui.shell.sign_in, sys; print(*sys.modules)"


def test_the_way_to_the_sign_in_window_loads_nothing_heavy() -> None:
    """Each of these costs 40 to 390 ms before the first paint; a bare window takes 194."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not _HEAVY.intersection(done.stdout.split())
