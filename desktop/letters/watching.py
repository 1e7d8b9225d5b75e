"""What a person keeps of a letter for themselves: following it (ติดตาม), and putting it away until a day (พัก)."""

from typing import Any

import msgspec

from desktop.letters import tables
from desktop.office.mutation import Context, Kind, Look, Mutation, Rows


class Follow(msgspec.Struct, frozen=True):
    """`on`: 1 follows, or has looked again at what is followed; 0 follows no more."""

    watch_id: bytes
    letter_id: bytes
    on: int


class Snooze(msgspec.Struct, frozen=True):
    """`until`: the day (ISO) on which it is back in the baskets; None: at once."""

    watch_id: bytes
    letter_id: bytes
    until: str | None = None


def follow(rows: Rows, body: Follow, context: Context) -> None:
    known = _known(rows, body, context)
    since = (known["followed_at"] if known else None) or context.at
    values = {"followed_at": since, "looked_at": context.at} if body.on else {"followed_at": None, "looked_at": None}
    _set(rows, body, context, values)


def snooze(rows: Rows, body: Snooze, context: Context) -> None:
    _set(rows, body, context, {"snoozed_until": body.until, "snoozed_at": context.at if body.until else None})


def _set(rows: Rows, body: Follow | Snooze, context: Context, values: dict[str, Any]) -> None:
    """One row for each person and letter, whichever of the person's desks made it first."""
    known = _known(rows, body, context)
    if known is not None:
        rows.update(tables.letter_watch, known, **values)
        return
    nothing: dict[str, Any] = dict.fromkeys(("followed_at", "looked_at", "snoozed_until", "snoozed_at"))
    whose = {"letter_id": body.letter_id, "person_id": context.user_id}
    rows.insert(tables.letter_watch, body.watch_id, **whose, **(nothing | values))


def _known(rows: Rows, body: Follow | Snooze, context: Context) -> Any:
    watches = rows.where(tables.letter_watch, "letter_id", body.letter_id)
    return next((row for row in watches if row["person_id"] == context.user_id), None)


def _watches(body: Follow | Snooze) -> tuple[Look, ...]:
    return (Look(tables.letter_watch, "letter_id", body.letter_id),)


FOLLOW = Mutation("letters.follow", 1, Kind.FACT, Follow, follow, reads=_watches)
SNOOZE = Mutation("letters.snooze", 1, Kind.FACT, Snooze, snooze, reads=_watches)

MUTATIONS = (FOLLOW, SNOOZE)
