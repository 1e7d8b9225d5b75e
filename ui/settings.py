"""What a desk remembers of its looks: language, theme, printer, the centre's address. Nothing about people."""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

LANGUAGES = ("th", "en")
THEMES = ("light", "dark", "contrast")
_SWITCH = ("on", "off")


@dataclass(frozen=True)
class Settings:
    """`printer`: queue for receipts and tickets, empty for none; `a4_printer`: for all other papers, empty for the same
    as receipts; `token_driver`: path of the signing token's PKCS#11 module;
    `centre`: URL of the centre; `office`: the municipality's name; `helpdesk`: whom to call when the post does not go
    (else the office's own number); `notify`: on or off, and from when to when it is quiet all the same (HH:MM, local);
    `scanners`: addresses of network scanners that were typed, with spaces between; `nearby`: whether those that tell of
    themselves in the network are listened for (on or off); `copier_folder`: into which a copier scans, watched;
    `citizen_screen`: name of the screen that faces the citizen, empty for none.
    """

    language: str = "th"
    theme: str = "light"
    printer: str | None = None
    a4_printer: str = ""
    token_driver: str | None = None
    centre: str | None = None
    office: str | None = None
    helpdesk: str | None = None
    scanners: str | None = None
    nearby: str = "on"
    copier_folder: str | None = None
    notify: str = "on"
    quiet_from: str = "18:00"
    quiet_to: str = "08:00"
    citizen_screen: str = ""


class SettingsFile:
    """`settings.json` in the data folder; unreadable it counts as empty, unwritable it is let be."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self.now = self._read()

    def remember(self, **changed: Any) -> Settings:
        """Keeps the changed fields, replacing the file at once or not at all."""
        self.now = replace(self.now, **changed)
        aside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(asdict(self.now), ensure_ascii=False, indent=1), "utf-8")
            os.replace(aside, self._path)
        except OSError:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
        return self.now

    def _read(self) -> Settings:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return Settings()
        return Settings(**_sound(kept)) if isinstance(kept, dict) else Settings()


def _sound(kept: dict[str, Any]) -> dict[str, str]:
    known = {field.name for field in fields(Settings)}
    sound = {name: value for name, value in kept.items() if name in known and isinstance(value, str)}
    for name, allowed in (("language", LANGUAGES), ("theme", THEMES), ("notify", _SWITCH), ("nearby", _SWITCH)):
        if sound.get(name) not in allowed:
            sound.pop(name, None)
    return sound


def default_folder() -> Path:
    """Where a desk keeps its data when nobody says otherwise."""
    home = Path.home()
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "ThesabanDesk"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "ThesabanDesk"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "thesaban-desk"
