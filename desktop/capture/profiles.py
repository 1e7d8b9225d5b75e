"""How each kind of document is scanned: what comes with the program, and what the office set instead."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from desktop.devices.scanner import ColourMode, Feed, ScanSettings, Sheet


@dataclass(frozen=True)
class ScanProfile:
    """`is_locked`: a clerk may choose it and not scan otherwise; `set_by` names who set it, empty as shipped."""

    code: str
    name_th: str
    name_en: str
    feed: Feed
    sheet: Sheet
    duplex: bool
    mode: ColourMode
    dpi: int
    brightness: int = 0
    is_locked: bool = False
    set_by: str = ""

    @property
    def settings(self) -> ScanSettings:
        return ScanSettings(
            source=self.feed,
            dpi=self.dpi,
            mode=self.mode,
            width_mm=self.sheet.width_mm,
            height_mm=self.sheet.height_mm,
            duplex=self.duplex and self.feed is Feed.FEEDER,
            brightness=self.brightness,
        )


@cache
def shipped() -> tuple[ScanProfile, ...]:
    """Those that come with the program, the usual one first."""
    text = (resources.files("resources") / "scanning" / "profiles.json").read_text("utf-8")
    return tuple(_profile(entry) for entry in json.loads(text)["profiles"])


def in_force(set_by_office: Iterable[ScanProfile]) -> tuple[ScanProfile, ...]:
    """The shipped ones with the office's in their places, and the office's own behind them."""
    own = {profile.code: profile for profile in set_by_office}
    replaced = [own.pop(profile.code, profile) for profile in shipped()]
    return (*replaced, *own.values())


def _profile(entry: dict[str, Any]) -> ScanProfile:
    return ScanProfile(
        entry["code"],
        entry["name"]["th"],
        entry["name"]["en"],
        Feed(entry["feed"]),
        Sheet(entry["sheet"]),
        entry["duplex"],
        ColourMode(entry["mode"]),
        entry["dpi"],
        entry["brightness"],
    )
