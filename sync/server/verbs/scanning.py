"""Commands about the office's scanner profiles: how kinds of document are scanned, and what no clerk may change."""

import json
from argparse import Namespace
from pathlib import Path

from sqlalchemy import text

from desktop.capture.mutations import ProfilePart, SetProfiles, WithdrawProfile, profile_parts
from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from sync.server.verbs.days import act, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT code, name_th, feed, sheet, duplex, mode, dpi, brightness, locked FROM scan_profile
WHERE office_id = :office AND withdrawn_at IS NULL ORDER BY code
""")


def _import(options: Namespace, say: Say) -> None:
    """Profiles as in `resources/scanning/profiles.json`; what the file does not name stays as it is."""
    found = _read(options.file)
    act(options, "capture.set_profiles", SetProfiles(found))
    locked = sum(one.locked for one in found)
    say.done(f"{len(found)} profiles, {locked} of them locked", profiles=len(found), locked=locked)


def _withdraw(options: Namespace, say: Say) -> None:
    if options.code not in {row["code"] for row in rows(options, _LIST)}:
        raise OfficeError("centre.profile_unknown", profile=options.code)
    act(options, "capture.withdraw_profile", WithdrawProfile(options.code))
    say.done(f"{options.code} is again as the program brings it", profile=options.code)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


def _read(file: Path) -> tuple[ProfilePart, ...]:
    try:
        return profile_parts(json.loads(file.read_text("utf-8")), IdMaker(SystemClock()).new)
    except (OSError, ValueError) as error:
        raise OfficeError("capture.profiles_unreadable", file=file.name) from error


VERBS = (
    Verb(
        *("scanning import", "how kinds of document are scanned, from a file", _import, OFFICE),
        Option("--file", Path, required=True, help="as resources/scanning/profiles.json"),
    ),
    Verb(
        *("scanning withdraw", "a kind is scanned as the program brings it", _withdraw, OFFICE),
        Option("--code", required=True),
    ),
    Verb("scanning list", "the office's own profiles", _list, OFFICE),
)
