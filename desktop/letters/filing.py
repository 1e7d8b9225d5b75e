"""Files of a letter after its registration: another one added, or one that is not the letter's taken out of sight.

Nothing is erased: the file that was scanned for another letter stays with its reason, and no longer shows.
"""

import msgspec

from desktop.letters import tables
from desktop.letters.entering import FilePart
from desktop.office.mutation import Context, Kind, Look, Mutation, Refused, Rows


class AddFile(msgspec.Struct, frozen=True):
    """A file that belongs to a letter which is registered already."""

    letter_id: bytes
    file: FilePart
    actor_name: str


class WithdrawFile(msgspec.Struct, frozen=True):
    """A file is not the letter's: another paper was scanned."""

    letter_id: bytes
    file_id: bytes
    reason: str
    actor_name: str


def add_file(rows: Rows, body: AddFile, context: Context) -> None:
    columns = msgspec.structs.asdict(body.file)
    rows.insert(
        tables.letter_file,
        columns.pop("id"),
        letter_id=body.letter_id,
        added_at=context.at,
        added_by_name=body.actor_name,
        **tables.NOT_WITHDRAWN,
        **columns,
    )


def withdraw_file(rows: Rows, body: WithdrawFile, context: Context) -> None:
    """Who withdraws what is withdrawn already changes nothing."""
    if not body.reason.strip():
        raise Refused("letters.reason_missing")
    row = rows.find(tables.letter_file, body.file_id)
    if row is None or row["letter_id"] != body.letter_id:
        raise Refused("letters.gone")
    if row["withdrawn_at"] is None:
        rows.update(
            tables.letter_file,
            row,
            withdrawn_at=context.at,
            withdrawn_by_name=body.actor_name,
            withdraw_reason=body.reason,
        )


def _file_of(body: WithdrawFile) -> tuple[Look, ...]:
    return (Look(tables.letter_file, "id", body.file_id),)


ADD_FILE = Mutation("letters.add_file", 1, Kind.FACT, AddFile, add_file)
WITHDRAW_FILE = Mutation("letters.withdraw_file", 1, Kind.INTENT, WithdrawFile, withdraw_file, reads=_file_of)

MUTATIONS = (ADD_FILE, WITHDRAW_FILE)
