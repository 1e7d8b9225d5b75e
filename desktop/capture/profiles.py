"""How each kind of document is scanned: what comes with the program, and what the administrator set instead.

The administrator's are a file like `resources/scanning/profiles.json` in a folder of the machine that clerks may read
and not write; in it `"locked": true` lets a clerk choose the profile and not scan otherwise.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from desktop.devices.scanner import ColourMode, Feed, ScanSettings, Sheet
from desktop.office.errors import OfficeError

FILE = "scan-profiles.json"
_DPI = range(75, 1201)
_BRIGHTNESS = range(-100, 101)


@dataclass(frozen=True)
class ScanProfile:
    """`is_locked`: a clerk may choose it and not scan otherwise."""

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


def administrators_folder() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "ThesabanDesk"
    return Path("/etc/thesaban-desk")


def of_this_machine(folder: Path) -> tuple[ScanProfile, ...]:
    """Those in force. OfficeError `capture.profiles_unreadable` for a file that is there and can't be understood."""
    path = folder / FILE
    try:
        entries = json.loads(path.read_text("utf-8"))["profiles"]
        return in_force([_sound(_profile(entry)) for entry in entries])
    except FileNotFoundError:
        return shipped()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OfficeError("capture.profiles_unreadable", file=str(path)) from error


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
        bool(entry.get("locked", False)),
    )


def _sound(profile: ScanProfile) -> ScanProfile:
    if profile.dpi not in _DPI or profile.brightness not in _BRIGHTNESS or not profile.code or not profile.name_th:
        raise ValueError(profile.code)
    return profile
