"""Letters registered where the register is not: a tag first, the number later, from its holder or the centre."""

import msgspec
from sqlalchemy import bindparam, select

from desktop.accounts.tables import office
from desktop.letters import model, tables, twins
from desktop.letters.book_numbers import NONE, key_of
from desktop.letters.entering import CitationPart, EnclosurePart, FilePart, enter, parted
from desktop.letters.rules import own_book_number
from desktop.letters.tags import is_provisional, tag_of
from desktop.office.ids import Id
from desktop.office.mutation import Context, Kind, Look, Mutation, Row, Rows
from desktop.office.numbers import VOID, Taken, issue, void
from desktop.office.tables import number_event
from desktop.registers.tables import number_span


class RegisterProvisional(msgspec.Struct, frozen=True):
    """As `Register`, with a tag (`number`, see `tags`) in place of a number that was taken."""

    letter_id: bytes
    tag_id: bytes
    year_be: int
    number: int
    register: str
    received_at: str
    channel: str
    from_party: str
    book_number: str
    book_number_key: str
    to_party: str
    subject: str
    urgency: str
    secrecy: str
    letter_date: str | None = None
    due_date: str | None = None
    remarks: str | None = None
    stamp_page: int | None = None
    stamp_x: int | None = None
    stamp_y: int | None = None
    files: tuple[FilePart, ...] = ()
    kind: str = "external"
    direction: str = "incoming"
    urgent_deadline: str | None = None
    enclosures: tuple[EnclosurePart, ...] = ()
    citations: tuple[CitationPart, ...] = ()


class NumberLetter(msgspec.Struct, frozen=True):
    """A tagged letter gets its official number, which must now be stamped on the paper."""

    letter_id: bytes
    taken: Taken


class Stamped(msgspec.Struct, frozen=True):
    """Somebody has stamped the official number on the paper."""

    tag_id: bytes
    stamped_by_name: str


def register_provisional(rows: Rows, body: RegisterProvisional, context: Context) -> None:
    values, parts = parted(body)
    for name in ("letter_id", "tag_id", "year_be", "number"):
        del values[name]
    enter(rows, body.letter_id, values, parts, (body.year_be, body.number), context)
    tag(rows, body.tag_id, body.letter_id, None, body.number, context)


def tag(rows: Rows, tag_id: Id, letter_id: Id, registration_id: Id | None, number: int, context: Context) -> None:
    """Says that a letter, or a further registration of it, bears a tag until it has a number."""
    rows.insert(
        tables.letter_tag,
        tag_id,
        letter_id=letter_id,
        tag=tag_of(number),
        device_id=context.device_id,
        numbered_at=None,
        stamped_at=None,
        stamped_by_name=None,
        registration_id=registration_id,
    )


def number_letter(rows: Rows, body: NumberLetter, context: Context) -> None:
    """The first number that reaches the centre is the letter's; one that comes later is void, and a person is told."""
    letter = rows.find(tables.letter, body.letter_id)
    issue(rows, body.taken, "letter", body.letter_id, context)
    if letter is None or not is_provisional(letter["number"]):
        void_surplus(rows, letter, body.letter_id, body.taken, context)
        return
    own = _own_number(rows, letter, body.taken)
    rows.update(tables.letter, letter, number=body.taken.n, year_be=body.taken.year_be, **own)
    for held in rows.where(tables.letter_tag, "letter_id", body.letter_id):
        if held["registration_id"] is None:
            rows.update(tables.letter_tag, held, numbered_at=context.at)


def _own_number(rows: Rows, letter: Row, taken: Taken) -> dict[str, str]:
    """The book number of a paper of ours, which could not be known before."""
    if letter["direction"] == model.Direction.INCOMING or letter["book_number_key"] != NONE:
        return {}
    prefix = next((row["book_prefix"] for row in rows.all(_OFFICE)), None)
    raw = own_book_number(model.Kind(letter["kind"]), prefix or "", taken.n, taken.year_be)
    return {"book_number": raw, "book_number_key": key_of(raw)}


_OFFICE = select(office.c.book_prefix).where(office.c.office_id == bindparam("office_id"))


def void_surplus(rows: Rows, row: Row | None, row_id: Id, taken: Taken, context: Context) -> None:
    """A number came for a row that has one, or is not here: it is void unless it is the row's own."""
    place = (taken.series, taken.year_be, taken.n)
    if row is not None and (row["year_be"], row["number"]) == place[1:]:
        return
    event = rows.look(number_event, *place)
    if event is not None and event["row_id"] == row_id:
        void(rows, *place, "numbered_twice")
        rows.insert(
            number_span,
            context.mut_id,
            book_id=taken.lease_id,
            series=taken.series,
            year_be=taken.year_be,
            lo=taken.n,
            hi=taken.n,
            fate=VOID,
            reason="numbered_twice",
            decided_by="",
            at=context.at,
        )
    rows.flag("letters.numbered_twice", n=taken.n, year_be=taken.year_be)


def stamped(rows: Rows, body: Stamped, context: Context) -> None:
    held = rows.find(tables.letter_tag, body.tag_id)
    if held is not None and held["stamped_at"] is None:
        rows.update(tables.letter_tag, held, stamped_at=context.at, stamped_by_name=body.stamped_by_name)


def _twin_of(body: RegisterProvisional) -> tuple[Look, ...]:
    known_as = twins.reference(msgspec.structs.asdict(body))
    return (Look(tables.letter_reference, "reference", known_as),) if known_as else ()


def _tagged(body: NumberLetter) -> tuple[Look, ...]:
    return Look(tables.letter, "id", body.letter_id), Look(tables.letter_tag, "letter_id", body.letter_id)


def _tag_of(body: Stamped) -> tuple[Look, ...]:
    return (Look(tables.letter_tag, "id", body.tag_id),)


REGISTER_PROVISIONAL = Mutation(
    "letters.register_provisional", 1, Kind.FACT, RegisterProvisional, register_provisional, reads=_twin_of
)
NUMBER = Mutation("letters.number", 1, Kind.FACT, NumberLetter, number_letter, unattended=True, reads=_tagged)
STAMPED = Mutation("letters.stamped", 1, Kind.FACT, Stamped, stamped, reads=_tag_of)

MUTATIONS = (REGISTER_PROVISIONAL, NUMBER, STAMPED)
