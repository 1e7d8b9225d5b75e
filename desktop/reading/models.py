"""Where Tesseract's models lie: ours for Thai with the program, English there too or where the system keeps it."""

import os
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from desktop.office.errors import OfficeError

OWN = Path(str(resources.files("resources"))) / "reading"
"""Of `tha_office.traineddata`, which `tools.thai_model` teaches."""
NEEDED = ("eng.traineddata",)
SYSTEM = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/opt/homebrew/share/tessdata",
    r"C:\Program Files\Tesseract-OCR\tessdata",
)


def places() -> tuple[Path, ...]:
    """The program's own first, then the one that TESSDATA_PREFIX names, then the usual ones."""
    own = Path(str(resources.files("resources"))) / "tessdata"
    named = os.environ.get("TESSDATA_PREFIX")
    return (own, *((Path(named),) if named else ()), *map(Path, SYSTEM))


def find(among: Sequence[Path] | None = None) -> Path:
    """The first folder that has the English model; OfficeError `reading.no_model`."""
    for folder in places() if among is None else among:
        if all((folder / name).is_file() for name in NEEDED):
            return folder
    raise OfficeError("reading.no_model")
