"""Where the data files lie, in the source tree and inside a frozen program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file below `resources/`; it need not exist."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)
