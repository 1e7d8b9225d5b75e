"""A letter is put away, held back from destruction, and let go again: the verbs that travel."""

import msgspec

from desktop.archive import tables
from desktop.letters.tables import letter as letters
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Row, Rows


class Store(msgspec.Struct, frozen=True):
    """The letter was put away. Days as ISO texts; `since_be`: see `tables.letter_storing`."""

    storing_id: bytes
    letter_id: bytes
    retention: str
    place: str
    stored_on: str
    actor_name: str
    file_code: str = ""
    since_be: int | None = None


class HoldLetter(msgspec.Struct, frozen=True):
    hold_id: bytes
    letter_id: bytes
    reason: str
    actor_name: str


class Release(msgspec.Struct, frozen=True):
    hold_id: bytes
    reason: str
    actor_name: str


def store(rows: Rows, body: Store, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    rows.insert(tables.letter_storing, values.pop("storing_id"), at=context.at, **values)


def hold(rows: Rows, body: HoldLetter, context: Context) -> None:
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    if rows.find(letters, body.letter_id) is None:
        raise Refused("letters.gone")
    if held_by(rows, body.letter_id) is not None:
        raise Refused("archive.already_held", letter_id=body.letter_id.hex())
    rows.insert(
        tables.letter_hold,
        body.hold_id,
        letter_id=body.letter_id,
        reason=body.reason,
        held_by_name=body.actor_name,
        held_at=context.at,
        released_at=None,
        released_by_name=None,
        release_reason=None,
    )


def release(rows: Rows, body: Release, context: Context) -> None:
    """Who releases what is released already changes nothing."""
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    row = rows.find(tables.letter_hold, body.hold_id)
    if row is None:
        raise Refused("letters.gone")
    if row["released_at"] is None:
        rows.update(
            tables.letter_hold,
            row,
            released_at=context.at,
            released_by_name=body.actor_name,
            release_reason=body.reason,
        )


def held_by(rows: Rows, letter_id: Id) -> Row | None:
    """The hold under which a letter is, if it is."""
    held = rows.where(tables.letter_hold, "letter_id", letter_id)
    return next((row for row in held if row["released_at"] is None), None)


def _letter_of(body: HoldLetter) -> tuple[Look, ...]:
    return Look(letters, "id", body.letter_id), Look(tables.letter_hold, "letter_id", body.letter_id)


def _hold_of(body: Release) -> tuple[Look, ...]:
    return (Look(tables.letter_hold, "id", body.hold_id),)


STORE = Mutation("archive.store", 1, Kind.FACT, Store, store)
HOLD = Mutation("archive.hold", 1, Kind.INTENT, HoldLetter, hold, reads=_letter_of)
RELEASE = Mutation("archive.release", 1, Kind.INTENT, Release, release, reads=_hold_of)

MUTATIONS = (STORE, HOLD, RELEASE)
