"""Where the paper of a letter went: facts in a row each, never changed; the latest says who has it."""

import msgspec

from desktop.letters import tables
from desktop.office.mutation import Context, Kind, Mutation, Rows


class PaperPart(msgspec.Struct, frozen=True):
    """`act` as `whereabouts.PaperAct`; `holder` in words: a person, a unit, a place; `unit_id` theirs."""

    id: bytes
    letter_id: bytes
    act: str
    holder: str
    holder_id: bytes | None = None
    unit_id: bytes | None = None


class MovePaper(msgspec.Struct, frozen=True):
    """Papers that were handed over, taken or looked for together (`batch_id`), in `place` if it is named."""

    batch_id: bytes
    actor_name: str
    parts: tuple[PaperPart, ...]
    place: str | None = None


def move_paper(rows: Rows, body: MovePaper, context: Context) -> None:
    """Never refused: the paper is where it is, whether or not this desk, or the centre yet, knows the letter."""
    for part in body.parts:
        rows.insert(
            tables.letter_custody,
            part.id,
            letter_id=part.letter_id,
            act=part.act,
            holder=part.holder,
            holder_id=part.holder_id,
            unit_id=part.unit_id,
            place=body.place,
            batch_id=body.batch_id,
            actor_id=context.user_id,
            actor_name=body.actor_name,
            at=context.at,
        )


MOVE_PAPER = Mutation("letters.move_paper", 1, Kind.FACT, MovePaper, move_paper)
