"""Setting and withdrawing the office's scanner profiles: done at the centre only, read at every desk."""

from collections.abc import Callable
from typing import Any

import msgspec

from desktop.capture import tables
from desktop.capture.rules import BRIGHTNESS, DPI, FEEDS, MODES, SHEETS
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Mutation, Row, Rows

COMMON = frozenset({"common/normal"})


class ProfilePart(msgspec.Struct, frozen=True):
    """A profile as in `profiles.ScanProfile`; `id` is used only where the office has no row of that code yet."""

    id: bytes
    code: str
    name_th: str
    name_en: str
    feed: str
    sheet: str
    duplex: int
    mode: str
    dpi: int
    brightness: int
    locked: int


class SetProfiles(msgspec.Struct, frozen=True):
    """Profiles that the office adds to those of the program or puts in their places."""

    profiles: tuple[ProfilePart, ...]


def profile_parts(written: Any, new_id: Callable[[], Id]) -> tuple[ProfilePart, ...]:
    """The profiles of a file like `resources/scanning/profiles.json`; ValueError for one that can't be understood."""
    try:
        return tuple(_sound(_part(entry, new_id())) for entry in written["profiles"])
    except (KeyError, TypeError) as error:
        raise ValueError("profiles") from error


def _part(entry: dict[str, Any], part_id: Id) -> ProfilePart:
    return ProfilePart(
        part_id, entry["code"], entry["name"]["th"], entry["name"]["en"], entry["feed"], entry["sheet"],
        int(entry["duplex"]), entry["mode"], int(entry["dpi"]), int(entry["brightness"]),
        int(entry.get("locked", False)),
    )  # fmt: skip


def _sound(part: ProfilePart) -> ProfilePart:
    known = part.feed in FEEDS and part.sheet in SHEETS and part.mode in MODES
    if not known or part.dpi not in DPI or part.brightness not in BRIGHTNESS or not part.code or not part.name_th:
        raise ValueError(part.code)
    return part


class WithdrawProfile(msgspec.Struct, frozen=True):
    """What the office set under that code holds no longer."""

    code: str


def set_profiles(rows: Rows, body: SetProfiles, context: Context) -> None:
    for part in body.profiles:
        values = msgspec.structs.asdict(part) | {"withdrawn_at": None}
        row_id = values.pop("id")
        known = _row_of(rows, part.code)
        if known is None:
            rows.insert(tables.scan_profile, row_id, **values)
        else:
            rows.update(tables.scan_profile, known, **values)


def withdraw_profile(rows: Rows, body: WithdrawProfile, context: Context) -> None:
    known = _row_of(rows, body.code)
    if known is not None and known["withdrawn_at"] is None:
        rows.update(tables.scan_profile, known, withdrawn_at=context.at)


def _row_of(rows: Rows, code: str) -> Row | None:
    return next(iter(rows.where(tables.scan_profile, "code", code)), None)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return COMMON


ENTITIES = (Entity(tables.scan_profile, everyone),)

SET_PROFILES = Mutation("capture.set_profiles", 1, Kind.FACT, SetProfiles, set_profiles, centre_only=True)
WITHDRAW_PROFILE = Mutation(
    "capture.withdraw_profile", 1, Kind.FACT, WithdrawProfile, withdraw_profile, centre_only=True
)

MUTATIONS = (SET_PROFILES, WITHDRAW_PROFILE)
