"""How each kind of document is scanned: what comes with the program, over it the office's, over both the machine's own.

The office's come from the centre. The machine's are a file like `resources/scanning/profiles.json` in a folder that
clerks may read and not write. `"locked": true` lets a clerk choose the profile and not scan otherwise; what the office
has locked, no machine's own changes.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from desktop.capture.rules import BRIGHTNESS, DPI
from desktop.devices.scanner import ColourMode, Feed, ScanSettings, Sheet
from desktop.office.errors import OfficeError
from desktop.store.reader import Reader

FILE = "scan-profiles.json"
_HELD = """
SELECT code, name_th, name_en, feed, sheet, duplex, mode, dpi, brightness, locked FROM scan_profile
WHERE withdrawn_at IS NULL ORDER BY code
"""


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
    """The machine's own. OfficeError `capture.profiles_unreadable` for a file that is there and can't be understood."""
    path = folder / FILE
    try:
        return profiles_of(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise OfficeError("capture.profiles_unreadable", file=str(path)) from error


def profiles_of(written: Any) -> tuple[ScanProfile, ...]:
    """Those of a file that was read; ValueError for one that can't be understood."""
    try:
        return tuple(_sound(_profile(entry)) for entry in written["profiles"])
    except (KeyError, TypeError) as error:
        raise ValueError("profiles") from error


class OfficeProfiles:
    """Those that the office set at the centre, as this desk heard of them last."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def held(self) -> tuple[ScanProfile, ...]:
        """Without what this version of the program does not understand."""
        return tuple(_understood(self._reader.rows(_HELD)))


def _understood(rows: Iterable[Sequence[Any]]) -> Iterator[ScanProfile]:
    for code, name_th, name_en, feed, sheet, duplex, mode, dpi, brightness, locked in rows:
        with suppress(ValueError):
            kinds = Feed(feed), Sheet(sheet), bool(duplex), ColourMode(mode)
            yield _sound(ScanProfile(code, name_th, name_en, *kinds, dpi, brightness, bool(locked)))


def in_force(office: Iterable[ScanProfile] = (), machine: Iterable[ScanProfile] = ()) -> tuple[ScanProfile, ...]:
    """The shipped ones with others in their places, and further ones behind them."""
    standing = {profile.code: profile for profile in (*shipped(), *office)}
    locked = {profile.code for profile in standing.values() if profile.is_locked}
    own = {profile.code: profile for profile in machine if profile.code not in locked}
    return tuple((standing | own).values())


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
    if profile.dpi not in DPI or profile.brightness not in BRIGHTNESS or not profile.code or not profile.name_th:
        raise ValueError(profile.code)
    return profile
