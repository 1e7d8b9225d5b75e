"""What is said aloud for a call, as words that are data: each has a name, by which an office may record it itself."""

import json
from functools import cache
from importlib import resources
from typing import Any

from desktop.queue.model import Call


def said(call: Call, language: str = "th") -> tuple[str, ...]:
    """The names of the words of a call, in order: invite, A, 0, 1, 7, at, 2, please."""
    signs = {"code": tuple(call.code.upper()), "place": tuple(call.place)}
    known = _data()[language]["words"]
    spread = (name for part in _data()[language]["order"] for name in signs.get(part, (part,)))
    return tuple(name for name in spread if name in known)


def written(names: tuple[str, ...], language: str = "th") -> str:
    """The words themselves, for a voice that reads: `ขอเชิญหมายเลข เอ ศูนย์ หนึ่ง เจ็ด ที่ช่อง สอง ค่ะ`."""
    words = _data()[language]["words"]
    return " ".join(words[name] for name in names)


def needed(letters: tuple[str, ...], language: str = "th") -> dict[str, str]:
    """Every word that an office with these services says, name to words: what is to be recorded."""
    names = [part for part in _data()[language]["order"] if part not in ("code", "place")]
    words: dict[str, str] = _data()[language]["words"]
    return {name: words[name] for name in (*names, *"0123456789", *letters)}


@cache
def _data() -> dict[str, Any]:
    text = (resources.files("resources") / "queue" / "announcement.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
