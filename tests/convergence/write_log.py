"""What a process wrote to a folder, in order, read from strace; and the disk as a power cut may have left it.

A disk keeps what was synced: a file's bytes by fsync or fdatasync of the file, a name by fsync of its folder. What was
not synced may be there or not, in any order, and a write may be torn at a sector.
"""

import random
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat"
SECTORS = (512, 4096)


@dataclass(frozen=True)
class Event:
    """`kind`: write, truncate, sync (of a file or folder), create, rename, unlink, mkdir, say (to standard output)."""

    kind: str
    path: str
    data: bytes = b""
    offset: int = 0
    other: str = ""


_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) = (-?\d+)")
_UNFINISHED = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)\) = (-?\d+)")
_FD = re.compile(r"^\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def read_log(file: Path, folder: Path) -> list[Event]:
    """The events below the folder, and what was said on standard output, in the order in which the calls ended."""
    events: list[Event] = []
    begun: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for line in file.read_text(encoding="ascii").splitlines():
        if found := _UNFINISHED.match(line):
            begun[found[1]] = found[3]
            continue
        if found := _RESUMED.match(line):
            call, words, result = found[2], begun.pop(found[1], "") + found[3], int(found[4])
        elif found := _CALL.match(line):
            call, words, result = found[2], found[3], int(found[4])
        else:
            continue
        if result >= 0 and (event := _event(call, words, result, sizes)) is not None and _concerns(event, folder):
            events.append(event)
    return events


def _concerns(event: Event, folder: Path) -> bool:
    return event.kind == "say" or (event.path.startswith(str(folder)) and _counts(event.path))


def _counts(name: str) -> bool:
    """Not the shared index, which is made anew, and not the lock, which is empty."""
    return not name.endswith(("-shm", ".lock"))


def _event(call: str, words: str, result: int, sizes: dict[str, int]) -> Event | None:
    if call in {"pwrite64", "write"}:
        return _written(call, words, result, sizes)
    texts = [_bytes(text).decode() for text in _TEXT.findall(words)]
    match call:
        case "fsync" | "fdatasync":
            return Event("sync", _path(words))
        case "ftruncate":
            path = _path(words)
            sizes[path] = int(words.rpartition(", ")[2])
            return Event("truncate", path, offset=sizes[path])
        case "openat" if "O_CREAT" in words:
            if "O_TRUNC" in words or "O_EXCL" in words:
                sizes[texts[0]] = 0
            return Event("create", texts[0])
        case "rename" | "renameat" | "renameat2":
            return Event("rename", texts[0], other=texts[1])
        case "unlink" | "unlinkat":
            return Event("unlink", texts[0])
        case "mkdir" | "mkdirat":
            return Event("mkdir", texts[0])
    return None


def _written(call: str, words: str, result: int, sizes: dict[str, int]) -> Event:
    data = _bytes(_TEXT.search(words)[1])[:result]  # type: ignore[index]
    if words.startswith("1<"):
        return Event("say", "", data)
    path = _path(words)
    at = int(words.rpartition(", ")[2]) if call == "pwrite64" else sizes.get(path, 0)
    sizes[path] = max(sizes.get(path, 0), at + len(data))
    return Event("write", path, data, at)


def _path(words: str) -> str:
    found = _FD.match(words)
    return _bytes(found[1]).decode() if found and "\\x" in found[1] else found[1] if found else ""


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class _File:
    kept: bytearray = field(default_factory=bytearray)
    open: list[Event] = field(default_factory=list)


class Disk:
    """Follows the events; `cut` lays out what may be there if the power goes now.

    `base` holds the folder as it was, `folder` is what the process called it.
    """

    def __init__(self, base: Path, folder: Path) -> None:
        self._folder = folder
        self._files = {
            str(folder / path.relative_to(base)): _File(bytearray(path.read_bytes()))
            for path in base.rglob("*")
            if path.is_file() and _counts(path.name)
        }
        self._names: dict[str, _File] = dict(self._files)

    def follow(self, event: Event) -> None:
        """`_files` is what the process sees, `_names` what a folder is sure to name after a cut."""
        match event.kind:
            case "write" | "truncate":
                self._files.setdefault(event.path, _File()).open.append(event)
            case "create":
                self._files.setdefault(event.path, _File())
            case "rename":
                self._files[event.other] = self._files.pop(event.path)
            case "unlink":
                self._files.pop(event.path, None)
            case "sync":
                self._sync(event.path)

    def _sync(self, path: str) -> None:
        if path in self._files:
            file = self._files[path]
            _apply(file.kept, file.open)
            file.open.clear()
            return
        inside = {name for name in {*self._files, *self._names} if str(Path(name).parent) == path}
        for name in inside:
            if name in self._files:
                self._names[name] = self._files[name]
            else:
                self._names.pop(name, None)

    def cut(self, into: Path, rng: random.Random, fate: str) -> None:
        """`fate`: `dropped` (nothing unsynced is there), `kept` (all of it), `torn` (some of it, torn at sectors)."""
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        named = self._names if fate == "dropped" else self._files
        if fate == "torn" and rng.random() < 0.5:
            named = {**self._names, **self._files} if rng.random() < 0.5 else self._names
        for name, file in named.items():
            target = into / Path(name).relative_to(self._folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            content = bytearray(file.kept)
            _apply(content, _fated(file.open, rng, fate))
            target.write_bytes(content)


def _fated(events: list[Event], rng: random.Random, fate: str) -> Iterable[Event]:
    if fate != "torn":
        return events if fate == "kept" else []
    survivors = [event for event in events if rng.random() < 0.6]
    if rng.random() < 0.3:
        rng.shuffle(survivors)
    return [part for event in survivors for part in _torn(event, rng)]


def _torn(event: Event, rng: random.Random) -> list[Event]:
    """Some of a write's sectors."""
    if event.kind == "truncate" or rng.random() < 0.5:
        return [event]
    size = rng.choice(SECTORS)
    edges = range(event.offset - event.offset % size, event.offset + len(event.data), size)
    parts = []
    for edge in edges:
        begin, end = max(edge, event.offset), min(edge + size, event.offset + len(event.data))
        if rng.random() < 0.5:
            piece = event.data[begin - event.offset : end - event.offset]
            parts.append(Event("write", event.path, piece, begin))
    return parts


def _apply(content: bytearray, events: Iterable[Event]) -> None:
    for event in events:
        if event.kind == "truncate":
            del content[event.offset :]
            content.extend(bytes(event.offset - len(content)))
        else:
            if len(content) < event.offset:
                content.extend(bytes(event.offset - len(content)))
            content[event.offset : event.offset + len(event.data)] = event.data
