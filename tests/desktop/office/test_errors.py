"""Every failure that can be told has words, in both languages, that a clerk understands; nothing is missing in them."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from desktop.office.errors import OfficeError, known_codes
from sync.client.recovery import TROUBLES

HOUSE = Path(__file__).parents[3]
FILE = HOUSE / "resources" / "messages" / "errors.json"
WORDS = json.loads(FILE.read_text("utf-8"))
TELLERS = {"OfficeError", "Refused", "flag", "tell_attention"}
"""Whose first argument is a code that a person will read."""
CENTRE = {
    "unknown_type",
    "not_allowed",
    "bad_body",
    "user_unknown",
    "not_applied",
    "number_not_leased",
    "mut_id_reused",
}
"""What the centre's judge says about an act."""
TECHNICAL = re.compile(
    r"\b(sync|server|database|timeout|http|null|exception|hash|token|conflict|query|sql|errno|commit|cache|thread)\b|ซิงก์|เซิร์ฟเวอร์"
    r"|ฐานข้อมูล|แคช",
    re.IGNORECASE,
)


def raised() -> Iterator[tuple[str, Path, frozenset[str]]]:
    """Each code named in a call that tells it, where, and the names of what it is told with."""
    for folder in ("desktop", "sync", "ui"):
        for path in (HOUSE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _name(node) in TELLERS and node.args:
                    given = frozenset(word.arg or "**" for word in node.keywords)
                    for code in _codes(node.args[0]):
                        yield code, path, given


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _codes(argument: ast.expr) -> Iterator[str]:
    for node in ast.walk(argument):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"\w+\.\w+", node.value):
            yield node.value


def field_problems() -> Iterator[str]:
    """The codes that the rooms' rules put beside a field."""
    for path in (HOUSE / "desktop").glob("*/rules.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
                yield from _codes(node.value)


def test_everything_that_is_told_has_words() -> None:
    told = {code for code, _, _ in raised()}
    assert len(told) > 40
    assert told <= known_codes(), sorted(told - known_codes())
    assert set(field_problems()) <= known_codes()
    assert len(set(field_problems())) >= 7
    assert set(TROUBLES.values()) | CENTRE <= known_codes()


def test_words_are_filled_with_what_is_told() -> None:
    """A placeholder that nobody fills would break the very message that should help."""
    for code, path, given in raised():
        wanted = {name for words in WORDS[code].values() for text in words.values() for name in _placeholders(text)}
        assert wanted <= given or "**" in given, f"{code} in {path.name}: {sorted(wanted - given)}"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_whole_and_plain(code: str) -> None:
    assert set(WORDS[code]) == {"th", "en"}
    for language, words in WORDS[code].items():
        assert set(words) == {"title", "advice"}
        for text in words.values():
            assert text == text.strip()
            assert len(text) > 5
            if not code.startswith("centre."):
                assert not TECHNICAL.search(text), text
        thai = bool(re.search("[ก-๙]", words["title"] + words["advice"]))
        assert thai == (language == "th")
        assert not words["title"].endswith(".")


def test_the_words_stand_in_order() -> None:
    assert list(WORDS) == sorted(WORDS)


def test_an_error_tells_itself_in_both_languages() -> None:
    error = OfficeError("numbers.none_left", series="receipts", year=2570)
    assert "2570" in error.describe()[0]
    assert "2570" in error.describe("en")[0]
    assert str(error) == "numbers.none_left {'series': 'receipts', 'year': 2570}"
