"""Failures of the world, told in human words; anything else that is raised is a fault of ours."""

import json
from functools import cache
from importlib import resources
from typing import Any


class OfficeError(Exception):
    """What went wrong outside the program, with a code that has words in Thai and English.

    `code` is a key of `resources/messages/errors.json`; `subject` fills the placeholders of its sentences
    (file names, figures); nothing in it may be a citizen's name, because subjects are logged.
    """

    def __init__(self, code: str, **subject: Any) -> None:
        super().__init__(code, subject)
        self.code = code
        self.subject = subject

    def describe(self, language: str = "th") -> tuple[str, str]:
        """Title (what happened) and advice (what is safe, what to do), in `th` or `en`."""
        words = _messages()[self.code][language]
        return words["title"].format(**self.subject), words["advice"].format(**self.subject)

    def __str__(self) -> str:
        return f"{self.code} {self.subject}" if self.subject else self.code


@cache
def _messages() -> dict[str, dict[str, dict[str, str]]]:
    text = (resources.files("resources") / "messages" / "errors.json").read_text("utf-8")
    messages: dict[str, dict[str, dict[str, str]]] = json.loads(text)
    return messages


def known_codes() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_messages())
