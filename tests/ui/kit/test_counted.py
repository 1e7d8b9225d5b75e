"""English says one and many in other words; Thai does not."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from desktop.cashier.fees import catalogue
from tests.helpers.house import ROOT
from tools import make_translations
from ui.cashier.units import in_english, several
from ui.connection.words import ago
from ui.kit.counted import PAIR, counted
from ui.kit.language import Language
from ui.letters.search_words import total


def test_the_number_chooses_the_words() -> None:
    words = "{count} [letter is|letters are] left, and [it|they] can wait"
    assert counted(words, 1) == "{count} letter is left, and it can wait"
    assert counted(words, 0) == counted(words, 2) == "{count} letters are left, and they can wait"
    assert counted("เหลือ {count} ฉบับ", 1) == "เหลือ {count} ฉบับ"


def test_one_of_a_thing_is_said_as_one(language: Language) -> None:
    assert [total(count, more=False) for count in (1, 2)] == ["พบ 1 ฉบับ", "พบ 2 ฉบับ"]
    assert [several(count, "เดือน") for count in (1, 2)] == ["1 เดือน", "2 เดือน"]
    language.speak("en")
    assert [total(count, more=False) for count in (1, 2, 1_200)] == ["1 letter", "2 letters", "1,200 letters"]
    assert [several(count, "เดือน") for count in (1, 2, 1_200)] == ["1 month", "2 months", "1,200 months"]
    assert [in_english(1, "entry"), in_english(2, "entry"), in_english(2, "plan")] == [
        "1 entry",
        "2 entries",
        "2 plans",
    ]


def test_days_that_went_by_are_counted_from_two(language: Language) -> None:
    """Up to two days are told in hours, so that these words need no singular."""
    language.speak("en")
    then, now = datetime(2026, 1, 9, 3, tzinfo=UTC), datetime(2026, 1, 11, 3, tzinfo=UTC)
    assert ago(then, now) == "2 days ago"


def test_every_unit_of_our_fees_has_its_english(language: Language) -> None:
    language.speak("en")
    assert [fee.unit_th for fee in catalogue() if not several(2, fee.unit_th).isascii()] == []


def test_no_pair_of_words_comes_to_a_screen_unchosen() -> None:
    """Where English has both, the Thai is said by way of `counted`, wherever it is said."""
    pairs = {
        message.findtext("source", "")
        for message in ElementTree.parse(make_translations.TS).iter("message")
        if PAIR.search(message.findtext("translation", ""))
    }
    assert pairs
    assert [where for where, source, chosen in _said() if source in pairs and not chosen] == []


def _said() -> Iterator[tuple[str, str, bool]]:
    """Where something translated is said, its Thai, and whether the number chooses its words."""
    for path in sorted((Path(ROOT) / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        chosen = {node.args[0] for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == "counted"}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in ("tr", "translate"):
                for word in node.args:
                    if isinstance(word, ast.Constant):
                        yield f"{path.name}:{node.lineno}", str(word.value), node in chosen


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
