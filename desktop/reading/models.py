"""Where Tesseract's models lie: with the program, or where the system keeps them."""

import os
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from desktop.office.errors import OfficeError

NEEDED = ("tha.traineddata", "eng.traineddata")
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
    """The first folder that has the Thai and the English model; OfficeError `reading.no_model`."""
    for folder in places() if among is None else among:
        if all((folder / name).is_file() for name in NEEDED):
            return folder
    raise OfficeError("reading.no_model")
