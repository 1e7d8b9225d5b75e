"""Where the project stands and which files are ours, for tests that read the source."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {".git", ".venv", "output", "dist", "__pycache__", ".hypothesis"}
_TEXT = {".py", ".sh", ".ps1", ".md", ".toml", ".txt", ".json", ".spec", ".html", ".css", ".mako", ""}


def our_files(*suffixes: str) -> Iterator[Path]:
    """Every text file of the project, or those with these suffixes; nothing that was installed or produced."""
    wanted = set(suffixes) or _TEXT
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in _NOT_OURS and not name.endswith("_cache")]
        yield from (
            Path(folder) / name for name in sorted(names) if name not in _NOT_OURS and Path(name).suffix in wanted
        )


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
