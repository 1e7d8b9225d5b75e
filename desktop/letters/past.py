"""Letters of an old register, entered with the numbers that they bear on paper (decision 0037).

An old register is a series of its own, in which no desk ever holds a lease: its numbers can't meet any that are given.
A part is what one act brings; an import is many parts, and it is withdrawn part by part.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from desktop.letters import tables
from desktop.letters.model import Status
from desktop.letters.past_tables import letter_import
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import ISSUED, VOID
from desktop.office.secrecy import Secrecy
from desktop.office.series import PAST_REGISTER, series_of, supervisors, unit_of
from desktop.office.tables import number_event

MOST_LETTERS = 500
"""Letters of one part."""
MOST_NUMBER = 999_999
_YEARS = range(2400, 2700)
ENTERED, WITHDRAWN = "entered", "withdrawn"
WITHDRAWN_REGISTER = "withdrawn/"
"""Where letters of a withdrawn import stand, with the id of their part behind it, and whose they were behind that."""


class PastPart(msgspec.Struct, frozen=True):
    """One line of an old register; `received_at` UTC text, `remarks` with what stood under การปฏิบัติ."""

    id: bytes
    n: int
    year_be: int
    received_at: str
    from_party: str
    to_party: str
    subject: str
    book_number: str
    book_number_key: str
    letter_date: str | None = None
    remarks: str | None = None
    urgency: str = "normal"
    channel: str = "paper"
    kind: str = "external"
    direction: str = "incoming"


class EnterPast(msgspec.Struct, frozen=True):
    """A part of an import of `total` letters. `register`: `past/<book>/<name>`, `/<unit>` (hex) for a unit's own."""

    part_id: bytes
    import_id: bytes
    part: int
    total: int
    register: str
    file_name: str
    file_sha256: str
    actor_name: str
    letters: tuple[PastPart, ...]

    def places(self) -> list[tuple[str, int, int]]:
        """Series, year and number of every letter: the events that are going to be looked for."""
        return [(series_of(self.register), one.year_be, one.n) for one in self.letters]


class WithdrawPast(msgspec.Struct, frozen=True):
    """A part was entered by mistake; its letters stay where one can see that they were, and give their numbers back."""

    part_id: bytes
    reason: str
    actor_name: str


def enter_past(rows: Rows, body: EnterPast, context: Context) -> None:
    if not _is_fit(body):
        raise Refused("letters.past_unfit", file=body.file_name)
    if context.authority:
        _hold_numbers(rows, body, context)
    rows.insert_all(tables.letter, {one.id: _letter(body.register, one, context) for one in body.letters})
    rows.insert(
        letter_import,
        body.part_id,
        import_id=body.import_id,
        part=body.part,
        total=body.total,
        count=len(body.letters),
        register=body.register,
        file_name=body.file_name,
        file_sha256=body.file_sha256,
        letters=b"".join(one.id for one in body.letters),
        state=ENTERED,
        entered_by=context.user_id,
        entered_by_name=body.actor_name,
        entered_at=context.at,
        reason=None,
        withdrawn_by_name=None,
        withdrawn_at=None,
    )


def _is_fit(body: EnterPast) -> bool:
    numbers = {(one.year_be, one.n) for one in body.letters}
    return (
        body.register.startswith(PAST_REGISTER)
        and 0 < len(body.letters) <= MOST_LETTERS
        and len(numbers) == len(body.letters)
        and all(n in range(1, MOST_NUMBER + 1) and year in _YEARS for year, n in numbers)
    )


def _hold_numbers(rows: Rows, body: EnterPast, context: Context) -> None:
    """Each number gets its event; when another line has one of them already, nothing of the part is taken."""
    series = series_of(body.register)
    held = {(one.year_be, one.n): rows.look(number_event, series, one.year_be, one.n) for one in body.letters}
    taken = [f"{n}/{year}" for (year, n), event in held.items() if event is not None and event["status"] == ISSUED]
    if taken:
        raise Refused("letters.past_there", file=body.file_name, count=len(taken), number=taken[0])
    for one in body.letters:
        values: dict[str, Any] = {"status": ISSUED, "entity": "letter", "row_id": one.id}
        values |= {"device_id": context.device_id, "mseq": context.mseq, "at": context.at, "reason": None}
        if held[one.year_be, one.n] is None:
            rows.add(number_event, series=series, year_be=one.year_be, n=one.n, **values)
        else:
            rows.change(number_event, series, one.year_be, one.n, **values)


def _letter(register: str, one: PastPart, context: Context) -> dict[str, Any]:
    """The letter's row without its id."""
    values = msgspec.structs.asdict(one)
    del values["id"]
    return {
        "register": register,
        "number": values.pop("n"),
        "status": Status.CLOSED.value,
        "secrecy": Secrecy.NORMAL.value,
        "due_date": None,
        "urgent_deadline": None,
        "cancelled_at": None,
        "acted_at": context.at,
        "stamp_page": None,
        "stamp_x": None,
        "stamp_y": None,
        "registered_by": context.user_id,
        "device_id": context.device_id,
        **values,
    }


def withdraw_past(rows: Rows, body: WithdrawPast, context: Context) -> None:
    part = rows.find(letter_import, body.part_id)
    if part is None or part["state"] != ENTERED:
        raise Refused("letters.past_withdrawn")
    owner = unit_of(part["register"]) or "central"
    register = f"{WITHDRAWN_REGISTER}{body.part_id.hex()}/{owner}"
    for letter_id in letters_of(part):
        letter = rows.find(tables.letter, letter_id)
        if letter is None:
            continue
        if context.authority:
            _free_number(rows, part["register"], letter, body.reason)
        rows.update(tables.letter, letter, register=register, acted_at=context.at)
    rows.update(
        letter_import,
        part,
        state=WITHDRAWN,
        reason=body.reason,
        withdrawn_by_name=body.actor_name,
        withdrawn_at=context.at,
    )


def _free_number(rows: Rows, register: str, letter: Row, reason: str) -> None:
    place = (series_of(register), letter["year_be"], letter["number"])
    event = rows.look(number_event, *place)
    if event is not None and event["row_id"] == letter["id"]:
        rows.change(number_event, *place, status=VOID, reason=reason)


def letters_of(part: Row) -> Sequence[Id]:
    """The ids of a part's letters, in the order of the file."""
    ids: bytes = part["letters"]
    return [ids[at : at + 16] for at in range(0, len(ids), 16)]


def _part_of(body: WithdrawPast) -> tuple[Look, ...]:
    return (Look(letter_import, "id", body.part_id),)


def audience(rows: Rows, part: Row) -> frozenset[str]:
    """Those who keep the register that the letters came into."""
    return frozenset({supervisors(series_of(part["register"]))})


ENTITIES = (Entity(letter_import, buckets=audience),)

ENTER_PAST = Mutation("letters.enter_past", 1, Kind.INTENT, EnterPast, enter_past)
WITHDRAW_PAST = Mutation("letters.withdraw_past", 1, Kind.INTENT, WithdrawPast, withdraw_past, reads=_part_of)

MUTATIONS = (ENTER_PAST, WITHDRAW_PAST)
