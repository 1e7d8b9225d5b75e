"""Being told at once, also when the window is behind another: only of what concerns the person, and never at night."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta, timezone
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.briefing.model import Briefing, Line, Part
from desktop.office.changes import Changes
from ui.briefing import words
from ui.house import House

SETTLE_MS = 1_000
"""What comes together is told together."""
MOST = 3
"""Lines of one message; the rest is a number."""
_BANGKOK = timezone(timedelta(hours=7))
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class Shows(Protocol):
    """A place outside the window where a message can be shown."""

    def show(self, title: str, text: str) -> None: ...


class Tray(QObject):
    """The system's tray; `clicked` when the clerk follows a message."""

    clicked = Signal()

    def __init__(self, icon: QIcon, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(name)
        self._icon.messageClicked.connect(self.clicked)
        self._icon.activated.connect(lambda _: self.clicked.emit())
        self._icon.show()

    def show(self, title: str, text: str) -> None:
        self._icon.showMessage(title, text, self._icon.icon())

    @staticmethod
    def exists() -> bool:
        """Whether this machine has one."""
        return QSystemTrayIcon.isSystemTrayAvailable()


class Notifier(QObject):
    """`looked_at` says whether the clerk has the window before them: then nothing needs to be told."""

    def __init__(
        self, house: House, shows: Shows, looked_at: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent or house)
        self._house, self._shows, self._looked_at = house, shows, looked_at
        self._told: int | None = None
        self._later = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self.look)
        house.heard.heard.connect(self._changed)
        self.look()

    def look(self) -> None:
        """Tells what came since the last look; the first one only remembers where it stands."""
        house, told = self._house, self._told
        person = house.session.person
        read = None if told is None else (told, house.office.clock.now().strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
        house.worker.run(lambda: house.office.briefing_queries.since(person, read), owner=self, on_done=self._tell)

    def _changed(self, changes: Changes) -> None:
        if changes.pulled and changes.rows:
            self._later.start()

    def _tell(self, found: Briefing) -> None:
        first, self._told = self._told is None, max(self._told or 0, found.upto)
        lines = [line for line in found.lines if line.part is not Part.NUMBERS]
        if first or not lines or self._looked_at() or not self._may():
            return
        self._shows.show(*message(lines))

    def _may(self) -> bool:
        settings = self._house.settings.now
        quiet = is_quiet(self._house.office.clock.now(), settings.quiet_from, settings.quiet_to)
        return settings.notify == "on" and not quiet


def message(lines: list[Line]) -> tuple[str, str]:
    """Title and text; of a secret letter no more than that there is one."""
    translate = words.translate
    if len(lines) == 1:
        title = words.part(lines[0].part)
    else:
        title = translate("Briefing", "มีเรื่องใหม่ {count} เรื่อง").format(count=f"{len(lines):,}")
    said = [
        " ".join(part for part in (words.number(one), words.subject(one), "·", words.detail(one)) if part)
        for one in lines
    ]
    rest = len(said) - MOST
    if rest > 0:
        said = [*said[:MOST], translate("Briefing", "และอีก {count} เรื่อง").format(count=f"{rest:,}")]
    return title, "\n".join(said)


def read_time(typed: str) -> time | None:
    """`18:00` or `18.00`; None for what is no time."""
    found = _TIME.fullmatch(typed.strip())
    return time(int(found[1]), int(found[2])) if found else None


def is_quiet(now: datetime, since: str, until: str) -> bool:
    """Whether an aware moment is in the quiet hours of Bangkok, which may go over midnight; the same twice: never."""
    first, last = read_time(since), read_time(until)
    if first is None or last is None or first == last:
        return False
    here = now.astimezone(_BANGKOK).time()
    return first <= here < last if first < last else here >= first or here < last
