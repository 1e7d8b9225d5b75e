"""What main promises: a command line, nothing heavy before the first picture, and hardly any code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main

HOUSE = Path(main.__file__).parent
HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "msgspec", "reportlab", "requests", "keyring", "cryptography", "argon2")
MORE = ("pikepdf", "pypdfium2", "PIL", "numpy", "uharfbuzz", "nlpo3", "zxingcpp", "zstandard", "sane")

_FIRST_PICTURE = """
import json, sys
import main
from ui.program import Program

program = Program(main.line, main.options().data)
found = []

def look():
    found.extend(sorted({name.partition(".")[0] for name in sys.modules}))
    program.app.quit()

program.entrance.painted.disconnect(program.way_in.start)
program.entrance.painted.connect(look)
program.run()
print(json.dumps(found))
"""


def test_the_first_window_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HOUSE)}
    command = [sys.executable, "-c", _FIRST_PICTURE, "--data", str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "PySide6" in loaded
    assert loaded.isdisjoint((*HEAVY, *MORE))
    assert not any(name in loaded for name in ("sync", "tests"))


def test_what_the_command_line_leaves_out_is_left_to_the_desk() -> None:
    chosen = main.options([])
    assert (chosen.data, chosen.centre, chosen.language, chosen.theme) == (None, None, None, None)


def test_the_command_line_is_understood() -> None:
    chosen = main.options(["--data", "here", "--centre", "https://x", "--language", "en", "--theme", "high-contrast"])
    assert (chosen.data, chosen.centre, chosen.language, chosen.theme) == (
        Path("here"),
        "https://x",
        "en",
        "high-contrast",
    )


@pytest.mark.parametrize("wrong", [["--language", "fr"], ["--theme", "pink"], ["--nonsense"]])
def test_a_wrong_word_on_the_command_line_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main.options(wrong)
    assert refused.value.code == 2
    assert "thesaban-desk" in capsys.readouterr().err


def test_main_assembles_and_decides_nothing() -> None:
    assert len((HOUSE / "main.py").read_text("utf-8").splitlines()) <= 60
