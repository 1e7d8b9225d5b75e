"""What happens behind the first window, off the GUI thread: the heavy parts are brought in only here."""

import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.line import Line, MakeLine

if TYPE_CHECKING:
    from desktop.application import Desk, Nightly, Office
    from desktop.office.clock import Clock

MAY_BE_PUT_BACK = frozenset({"store.damaged", "store.wrong_key"})
"""Failures of opening that a copy of the store may mend: a spoilt first page looks like a wrong key."""
ASKS_PASSPHRASE = frozenset({"keys.passphrase_wanted", "keys.no_keyring"})
"""Failures of opening that a passphrase mends."""


@dataclass(frozen=True)
class Somebody:
    """One who has worked at this desk before."""

    login: str
    name_th: str
    name_en: str
    unit_th: str
    unit_en: str


@dataclass(frozen=True)
class Opened:
    """A desk that is open; `line` is None before the desk is enrolled, `office_name` before the centre was heard."""

    office: "Office"
    line: Line | None

    @property
    def office_name(self) -> str | None:
        profile = self.office.account_queries.office()
        return profile.name_th if profile else None

    def people(self) -> tuple[Somebody, ...]:
        """Those whom this desk can let in without a line."""
        known = (person for person in self.office.account_queries.people() if person.may_unlock)
        return tuple(Somebody(one.login, one.name_th, one.name_en, one.unit.name_th, one.unit.name_en) for one in known)


def is_new(folder: Path) -> bool:
    from desktop.opening import is_new

    return is_new(folder)


def open_desk(folder: Path, passphrase: str | None, clock: "Clock | None" = None) -> "Desk":
    """The desk, by the keyring's secret or by a passphrase; `clock`: another than the machine's own.

    Errors as `desktop.opening.unlock_with_keyring`.
    """
    from desktop import opening

    if passphrase is None:
        return opening.unlock_with_keyring(folder, clock)
    return opening.unlock_with_passphrase(folder, passphrase, clock)


def connect(desk: "Desk", make_line: MakeLine, url: str | None) -> Opened:
    """The office on an open desk, with its line when the desk is enrolled."""
    from desktop.application import Office

    line = make_line(desk, url or "") if desk.enrolled else None
    office = Office(desk, line.ask_centre, line.online) if line else Office(desk, _no_line)
    return Opened(office, line)


def keep_copies(desk: "Desk") -> "Nightly":
    """Has a copy of the store made each day in the background, and what is over swept from it."""
    from desktop.application import Nightly
    from desktop.capture.sweeping import sweep

    nightly = Nightly(desk, chore=sweep)
    nightly.start()
    return nightly


def enrol(desk: "Desk", make_line: MakeLine, url: str, code: str, name: str) -> Opened:
    """Makes the desk known to the centre at `url`; OfficeError as the centre's refusal, or `post.no_line`."""
    from desktop.application import Office

    line = make_line(desk, url)
    line.enrol(code, name)
    return Opened(Office(desk, line.ask_centre, line.online), line)


def succeed(found: Opened, code: str) -> Opened:
    """The desk goes on, under its own name, as the device of a new code; OfficeError as the centre's refusal, or
    `post.no_line`."""
    if found.line is not None:
        found.line.succeed(code, found.office.desk.name or platform.node()[:100] or "desk")
    return found


def newest_copy(folder: Path, passphrase: str | None) -> datetime | None:
    """When the newest copy of the store was made that opens with this desk's key; None when there is none."""
    from desktop import opening

    return opening.newest_copy(folder, passphrase)


def put_back(folder: Path, passphrase: str | None) -> None:
    """Sets the damaged store aside and puts the newest copy in its place."""
    from desktop import opening

    opening.put_back(folder, passphrase)


def _no_line(login: str, password: str) -> bytes:
    from desktop.office.errors import OfficeError

    raise OfficeError("post.no_line")
