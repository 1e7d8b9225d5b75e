"""The folder into which a copier scans: whole files are taken, each once, and moved aside; nothing is ever deleted.

Several desks may watch one folder on a share: who renames a file into a folder of its own has it. What lies there at
the next start, after a power cut, is taken then.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from desktop.capture.importing import MOST_BYTES
from desktop.capture.whole import is_whole
from desktop.office.errors import OfficeError

SETTLED_S = 1.0
"""How long a file must have stood still: events and locks of a file that another computer writes tell nothing."""
PATIENCE_S = 600.0
DONE, PROBLEMS = "done", "problems"
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart")
_OF_THE_DESK = "store."
"""How the codes begin of what is wrong with the desk and not with the file; it rests a while then."""
_REST_S = 60.0

Known: TypeAlias = Callable[[str], bool]
"""Whether a file of that SHA-256 came in before."""
Keep: TypeAlias = Callable[[Path], None]
"""Keeps a file; it is on the desk's own disk when this returns. OfficeError when it is no document."""


@dataclass(frozen=True)
class Look:
    """What one look brought: the names `taken`, those that came in before (`again`), and `troubles` to tell.

    `waiting` counts files that are not whole yet, or that another program still holds.
    """

    taken: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    troubles: tuple[OfficeError, ...] = ()
    waiting: int = 0


@dataclass
class _Seen:
    """How a file looked, and since when it looks so."""

    looks: tuple[int, int]
    still_since: float


class WatchedFolder:
    """`mark`: this desk among those that watch the same folder. Call `look` about once a second, on one thread."""

    def __init__(
        self, folder: Path, mark: str, known: Known, keep: Keep, clock: Callable[[], float] = monotonic
    ) -> None:
        self._folder, self._known, self._keep, self._clock = folder, known, keep, clock
        self._claimed = folder / f".taking-{mark}"
        self._seen: dict[Path, _Seen] = {}
        self._is_gone = False
        self._rest_until = float("-inf")

    def look(self) -> Look:
        """Takes what is whole. A folder that is not there is told once, and looked for again."""
        if self._clock() < self._rest_until:
            return Look()
        try:
            files = list(_files(self._folder))
            left = [path for path in _files(self._claimed) if path.stat().st_size] if self._claimed.is_dir() else []
        except OSError:
            gone = OfficeError("capture.folder_gone", folder=str(self._folder))
            told, self._is_gone = self._is_gone, True
            return Look(troubles=() if told else (gone,))
        self._is_gone = False
        self._seen = {path: seen for path, seen in self._seen.items() if path in files}
        return self._gather([*((path, True) for path in left), *((path, False) for path in files)])

    def _gather(self, files: list[tuple[Path, bool]]) -> Look:
        taken, again, troubles, waiting = [], [], [], 0
        for path, is_claimed in files:
            try:
                if not is_claimed and not self._is_settled(path):
                    waiting += 1
                elif self._take(path if is_claimed else self._claim(path)):
                    taken.append(path.name)
                else:
                    again.append(path.name)
            except OSError:  # held by who writes it, or another desk was faster
                waiting += 1
            except OfficeError as trouble:
                troubles.append(trouble)
        return Look(tuple(taken), tuple(again), tuple(troubles), waiting)

    def _is_settled(self, path: Path) -> bool:
        """OfficeError `capture.never_whole`, once it was moved aside, for one that is not whole after ten minutes."""
        stat, now = path.stat(), self._clock()
        looks = (stat.st_size, stat.st_mtime_ns)
        seen = self._seen.setdefault(path, _Seen(looks, now))
        if looks != seen.looks:
            seen.looks, seen.still_since = looks, now
        if now - seen.still_since >= SETTLED_S and is_whole(path):
            return True
        if now - seen.still_since >= PATIENCE_S:
            raise self._set_aside(path, OfficeError("capture.never_whole", file=path.name, minutes=10))
        return False

    def _claim(self, path: Path) -> Path:
        """Ours alone from here on; OSError when somebody holds it or was faster."""
        self._claimed.mkdir(exist_ok=True)
        return _move(path, self._claimed)

    def _take(self, path: Path) -> bool:
        """Whether it was new. OfficeError for what is no document, moved aside; a desk that is full gives it back."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise OfficeError("capture.file_too_large", file=path.name, most=MOST_BYTES >> 20)
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            is_new = not self._known(digest)
            if is_new:
                self._keep(path)
        except OfficeError as trouble:
            if trouble.code.startswith(_OF_THE_DESK):
                self._rest_until = self._clock() + _REST_S
                _move(path, self._folder)
                raise
            raise self._set_aside(path, trouble) from trouble
        _move(path, self._folder / DONE)
        return is_new

    def _set_aside(self, path: Path, trouble: OfficeError) -> OfficeError:
        """Beside it lies what is wrong in words, for whoever stands at the copier's folder."""
        aside = _move(path, self._folder / PROBLEMS)
        title, advice = trouble.describe()
        aside.with_name(f"{aside.name}.txt").write_text(f"{title}\n{advice}\n", "utf-8")
        return trouble


def _files(folder: Path) -> Iterator[Path]:
    """Files that may be documents, the oldest first; links lead elsewhere and are left alone."""
    with os.scandir(folder) as entries:
        found = [
            (entry.stat(follow_symlinks=False).st_mtime_ns, Path(entry.path))
            for entry in entries
            if entry.is_file(follow_symlinks=False)
            and not entry.name.startswith((".", "~"))
            and not entry.name.lower().endswith(_UNFINISHED)
        ]
    return (path for _, path in sorted(found))


def _move(path: Path, folder: Path) -> Path:
    """Into the folder, under its own name or the next free one: nothing is ever written over."""
    folder.mkdir(exist_ok=True)
    for number in range(1, 10_000):
        place = folder / (path.name if number == 1 else f"{path.stem} ({number}){path.suffix}")
        try:
            place.touch(exist_ok=False)
        except FileExistsError:
            continue
        try:
            return path.replace(place)
        except OSError:
            place.unlink()
            raise
    raise OSError("no free name")
