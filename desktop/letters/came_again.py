"""A letter that came a second time by another channel (ทางอีเมลแล้วทางไปรษณีย์): noted on it, with the pages it brought.

It gets no second number: the one that it has stands for the letter however often it comes.
"""

import msgspec

from desktop.letters import tables
from desktop.letters.entering import FilePart
from desktop.office.mutation import Context, Entity, Kind, Mutation, Rows


class CameAgain(msgspec.Struct, frozen=True):
    """`channel` as `model.Channel`; `files`: what it brought that way, beside the letter's own."""

    arrival_id: bytes
    letter_id: bytes
    channel: str
    actor_name: str
    files: tuple[FilePart, ...] = ()


def came_again(rows: Rows, body: CameAgain, context: Context) -> None:
    """Never refused: the paper lies on somebody's table, whatever has become of the letter."""
    rows.insert(
        tables.letter_channel,
        body.arrival_id,
        letter_id=body.letter_id,
        channel=body.channel,
        came_at=context.at,
        noted_by=context.user_id,
        noted_by_name=body.actor_name,
        device_id=context.device_id,
    )
    for part in body.files:
        columns = msgspec.structs.asdict(part)
        rows.insert(
            tables.letter_file,
            columns.pop("id"),
            letter_id=body.letter_id,
            added_at=context.at,
            added_by_name=body.actor_name,
            **tables.NOT_WITHDRAWN,
            **columns,
        )


ENTITIES = (Entity(tables.letter_channel, parent=("letter", "letter_id")),)
CAME_AGAIN = Mutation("letters.came_again", 1, Kind.FACT, CameAgain, came_again)
