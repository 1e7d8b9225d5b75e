"""The one table of the look: colours of each mode, spacing, type and sizes. Pixels at 100 %."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark", "contrast"]
Tone = Literal["neutral", "accent", "info", "ready", "attention", "danger"]

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
SMALL, BODY, HEAD, TITLE, SUM = 13, 15, 18, 24, 34
RADIUS, RADIUS_SMALL = 6, 4
ROW, ROW_COMPACT = 36, 30
TARGET = 36
CAPPED = TARGET + XS + 22
STRIP = 40
FORM_WIDTH = 560
NAV_WIDTH = 216
FAMILY = "Sarabun UI"


@dataclass(frozen=True)
class Colours:
    """One mode. `*_soft` is the quiet ground that the colour of the same name, or `text`, stands on."""

    ground: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_text: str
    info: str
    info_soft: str
    ready: str
    ready_soft: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str
    danger_solid: str
    on_danger: str
    focus: str
    hover: str
    page: str
    ink: str
    hit: str
    hit_edge: str
    shade: str


PALETTES: dict[Mode, Colours] = {
    "light": Colours(
        ground="#F3F5F5",
        surface="#FFFFFF",
        sunken="#E9EEED",
        line="#D6DDDC",
        line_strong="#788684",
        text="#16211F",
        text_soft="#475553",
        text_faint="#5F6C6A",
        accent="#0F6B6B",
        accent_hover="#0C5A5A",
        accent_press="#094949",
        on_accent="#FFFFFF",
        accent_soft="#DAECEA",
        accent_text="#0A5454",
        info="#1B5C9E",
        info_soft="#E4EEF9",
        ready="#1A6A3A",
        ready_soft="#E1F1E6",
        attention="#865000",
        attention_soft="#FBEFD5",
        danger="#B0241C",
        danger_soft="#FBE6E4",
        danger_solid="#B0241C",
        on_danger="#FFFFFF",
        focus="#0F6B6B",
        hover="#EEF2F2",
        page="#FFFFFF",
        ink="#1A2A6C",
        hit="#FFE27A",
        hit_edge="#0F6B6B",
        shade="#00000033",
    ),
    "dark": Colours(
        ground="#151B1C",
        surface="#1C2425",
        sunken="#101516",
        line="#313D3E",
        line_strong="#788A8A",
        text="#E7EDEC",
        text_soft="#B0BDBB",
        text_faint="#94A2A0",
        accent="#4FB3AC",
        accent_hover="#66C3BC",
        accent_press="#3E9F98",
        on_accent="#06211F",
        accent_soft="#1A3D3D",
        accent_text="#8FDAD3",
        info="#82B7F2",
        info_soft="#192C42",
        ready="#71CC91",
        ready_soft="#173222",
        attention="#E8B553",
        attention_soft="#392B10",
        danger="#FF9389",
        danger_soft="#44201D",
        danger_solid="#C7362C",
        on_danger="#FFFFFF",
        focus="#7AD3CB",
        hover="#232D2E",
        page="#FFFFFF",
        ink="#1A2A6C",
        hit="#FFE27A",
        hit_edge="#0F6B6B",
        shade="#00000080",
    ),
    "contrast": Colours(
        ground="#000000",
        surface="#000000",
        sunken="#000000",
        line="#FFFFFF",
        line_strong="#FFFFFF",
        text="#FFFFFF",
        text_soft="#FFFFFF",
        text_faint="#E0E0E0",
        accent="#FFE100",
        accent_hover="#FFF07A",
        accent_press="#D6BD00",
        on_accent="#000000",
        accent_soft="#3A3300",
        accent_text="#FFE100",
        info="#9CCBFF",
        info_soft="#001B38",
        ready="#7CFF9E",
        ready_soft="#00240C",
        attention="#FFC966",
        attention_soft="#2E1D00",
        danger="#FF9C94",
        danger_soft="#3A0400",
        danger_solid="#FF9C94",
        on_danger="#000000",
        focus="#FFE100",
        hover="#262626",
        page="#FFFFFF",
        ink="#1A2A6C",
        hit="#FFE27A",
        hit_edge="#0F6B6B",
        shade="#000000CC",
    ),
}

_GROUNDS = ("ground", "surface", "sunken", "hover")
_MEANINGS = ("info", "ready", "attention", "danger")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "text_soft", "text_faint", "accent_text") for ground in _GROUNDS),
    *((meaning, ground) for meaning in _MEANINGS for ground in ("ground", "surface", "sunken", f"{meaning}_soft")),
    *(("text", f"{meaning}_soft") for meaning in (*_MEANINGS, "accent")),
    *(("text_soft", f"{meaning}_soft") for meaning in (*_MEANINGS, "accent")),
    ("accent_text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("on_danger", "danger_solid"),
    ("ink", "page"),
    ("ink", "hit"),
)
"""Every pair in which the first is written on the second: at least 4.5:1."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("line_strong", ground) for ground in ("ground", "surface", "sunken")),
    *(("focus", ground) for ground in ("ground", "surface", "sunken")),
    ("hit_edge", "hit"),
)
"""Edges of controls and focus rings: at least 3:1."""


def ground_of(tone: Tone) -> str:
    """Name of the quiet ground of a tone."""
    return "sunken" if tone == "neutral" else f"{tone}_soft"


def ink_of(tone: Tone) -> str:
    """Name of the colour that a tone writes with."""
    return {"neutral": "text_soft", "accent": "accent_text"}.get(tone, tone)
