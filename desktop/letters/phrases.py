"""The phrase library for endorsements: data, by role."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Phrase:
    action: str
    text: str


@cache
def phrases(role: str) -> tuple[Phrase, ...]:
    """The phrases that a role usually writes, in the order of their number keys."""
    file = resources.files("resources") / "phrases" / "endorsements.json"
    entries = json.loads(file.read_text("utf-8"))["phrases"]
    return tuple(Phrase(entry["action"], entry["text"]) for entry in entries if role in entry["roles"])
