"""A division's number for a letter while the division's register is elsewhere: a tag first, its number later."""

import msgspec

from desktop.letters import tables
from desktop.letters.provisional import tag, void_surplus
from desktop.letters.tags import is_provisional, tag_of
from desktop.office.mutation import Context, Kind, Look, Mutation, Rows
from desktop.office.numbers import Taken, issue


class RegisterAgainProvisional(msgspec.Struct, frozen=True):
    """As `RegisterAgain`, with a tag (`number`, see `tags`) in place of a number that was taken."""

    registration_id: bytes
    letter_id: bytes
    tag_id: bytes
    register: str
    year_be: int
    number: int
    actor_name: str


class NumberAgain(msgspec.Struct, frozen=True):
    """A tagged registration gets the division's number, which must now be stamped on the paper."""

    registration_id: bytes
    letter_id: bytes
    taken: Taken


def register_again_provisional(rows: Rows, body: RegisterAgainProvisional, context: Context) -> None:
    """Never refused: the tag stands on the paper. A second number in one register is told to a person."""
    held = rows.where(tables.letter_registration, "letter_id", body.letter_id)
    if any((row["register"], row["year_be"]) == (body.register, body.year_be) for row in held):
        rows.flag("letters.registered_twice", letter_id=body.letter_id.hex(), n=tag_of(body.number))
    rows.insert(
        tables.letter_registration,
        body.registration_id,
        letter_id=body.letter_id,
        register=body.register,
        year_be=body.year_be,
        number=body.number,
        registered_at=context.at,
        registered_by=context.user_id,
        registered_by_name=body.actor_name,
        device_id=context.device_id,
    )
    tag(rows, body.tag_id, body.letter_id, body.registration_id, body.number, context)


def number_again(rows: Rows, body: NumberAgain, context: Context) -> None:
    """The first number that reaches the centre stands; one that comes later is void, and a person is told."""
    row = rows.find(tables.letter_registration, body.registration_id)
    issue(rows, body.taken, "letter_registration", body.registration_id, context)
    if row is None or not is_provisional(row["number"]):
        void_surplus(rows, row, body.registration_id, body.taken, context)
        return
    rows.update(tables.letter_registration, row, number=body.taken.n, year_be=body.taken.year_be)
    for held in rows.where(tables.letter_tag, "letter_id", row["letter_id"]):
        if held["registration_id"] == body.registration_id:
            rows.update(tables.letter_tag, held, numbered_at=context.at)


def _further(body: RegisterAgainProvisional) -> tuple[Look, ...]:
    return (Look(tables.letter_registration, "letter_id", body.letter_id),)


def _tagged(body: NumberAgain) -> tuple[Look, ...]:
    return (
        Look(tables.letter_registration, "id", body.registration_id),
        Look(tables.letter_tag, "letter_id", body.letter_id),
    )


REGISTER_AGAIN_PROVISIONAL = Mutation(
    "letters.register_again_provisional", 1, Kind.FACT, RegisterAgainProvisional, register_again_provisional,
    reads=_further,
)  # fmt: skip
NUMBER_AGAIN = Mutation(
    "letters.number_again", 1, Kind.FACT, NumberAgain, number_again, unattended=True, reads=_tagged
)  # fmt: skip

MUTATIONS = (REGISTER_AGAIN_PROVISIONAL, NUMBER_AGAIN)
