"""The look holds in every mode: readable pairs, and no colour beside the one table."""

import re
from pathlib import Path

import pytest

from ui.kit.tokens import EDGE_PAIRS, PALETTES, TEXT_PAIRS, Colours, Mode, Tone, ground_of, ink_of

UI = Path(__file__).resolve().parents[3] / "ui"
_LITERAL = re.compile(r"#[0-9A-Fa-f]{6,8}\b|QColor\(\s*\d|rgba?\(")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two #RRGGBB."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (EDGE_PAIRS, 3.0)], ids=["text", "edges"])
def test_every_pair_can_be_read(mode: Mode, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    colours = PALETTES[mode]
    weak = {
        (ink, ground): round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(colours, ink), getattr(colours, ground)) < least
    }
    assert weak == {}


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tone", ["neutral", "accent", "info", "ready", "attention", "danger"])
def test_every_tone_is_a_tested_pair(tone: Tone) -> None:
    assert (ink_of(tone), ground_of(tone)) in TEXT_PAIRS
    assert {ink_of(tone), ground_of(tone)} <= set(Colours.__dataclass_fields__)


def test_no_colour_stands_beside_the_table() -> None:
    literals = {
        str(path.relative_to(UI)): found
        for path in UI.rglob("*.py")
        if path.name != "tokens.py" and (found := _LITERAL.findall(path.read_text("utf-8")))
    }
    assert literals == {}
