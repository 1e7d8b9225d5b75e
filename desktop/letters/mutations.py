"""The verbs of the letters room that travel. Registering and endorsing happened (facts); the others are wanted."""

import msgspec

from desktop.letters import (
    asking,
    came_again,
    circulating,
    delegating,
    division_numbers,
    filing,
    keeping,
    past,
    phrasing,
    provisional,
    reassigning,
    routing,
    saving,
    tables,
    templates,
    twins,
    watching,
)
from desktop.letters.amending import AMEND
from desktop.letters.classifying import Classify, classify
from desktop.letters.custody import MOVE_PAPER
from desktop.letters.division_numbers import NUMBER_AGAIN as NUMBER_AGAIN
from desktop.letters.division_numbers import REGISTER_AGAIN_PROVISIONAL as REGISTER_AGAIN_PROVISIONAL
from desktop.letters.division_numbers import NumberAgain as NumberAgain
from desktop.letters.endorsing import ENDORSE as ENDORSE
from desktop.letters.endorsing import Endorse as Endorse
from desktop.letters.entering import CitationPart as CitationPart
from desktop.letters.entering import EnclosurePart as EnclosurePart
from desktop.letters.entering import FilePart as FilePart
from desktop.letters.entering import enter, parted
from desktop.letters.line_tables import letter_line_amendment
from desktop.letters.model import RouteState
from desktop.letters.provisional import NUMBER as NUMBER
from desktop.letters.provisional import REGISTER_PROVISIONAL as REGISTER_PROVISIONAL
from desktop.letters.provisional import NumberLetter as NumberLetter
from desktop.letters.routing import RECALL as RECALL
from desktop.letters.routing import RECEIVE as RECEIVE
from desktop.letters.routing import ROUTE as ROUTE
from desktop.letters.routing import Recall as Recall
from desktop.letters.routing import Receive as Receive
from desktop.letters.routing import Route as Route
from desktop.letters.twins import LINK
from desktop.letters.underway import RoutePart as RoutePart
from desktop.letters.underway import routes_of
from desktop.office import secrecy
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.series import series_of, unit_of


class Register(msgspec.Struct, frozen=True):
    """An incoming letter as registered. `stamp_x`, `stamp_y` in micrometres from the page's top left."""

    letter_id: bytes
    taken: Taken
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


def register(rows: Rows, body: Register, context: Context) -> None:
    values, parts = parted(body)
    del values["letter_id"], values["taken"]
    issue(rows, body.taken, "letter", body.letter_id, context)
    if context.authority and body.taken.series != series_of(body.register):
        rows.flag("letters.other_register", register=body.register, series=body.taken.series)
    enter(rows, body.letter_id, values, parts, (body.taken.year_be, body.taken.n), context)


def audience(rows: Rows, letter: Row) -> frozenset[str]:
    """Whose register it is in, and every unit on the letter's route that was not recalled, at the letter's secrecy."""
    routes = routes_of(rows, letter["id"])
    units = {f"unit:{row['unit_id'].hex()}" for row in routes if row["state"] != RouteState.RECALLED}
    owner = unit_of(letter["register"])
    return secrecy.buckets({f"unit:{owner}" if owner else "registry", *units}, letter["secrecy"])


def _twin_of(body: Register) -> tuple[Look, ...]:
    known_as = twins.reference(msgspec.structs.asdict(body))
    if not known_as:
        return ()
    return Look(tables.letter_reference, "reference", known_as), Look(tables.letter_link, "letter_id", body.letter_id)


def _classified(body: Classify) -> tuple[Look, ...]:
    return (Look(tables.letter, "id", body.letter_id),)


ENTITIES = (
    Entity(tables.letter, buckets=audience, beside=((tables.routing, "letter_id"),)),
    Entity(tables.letter_amendment, parent=("letter", "letter_id")),
    Entity(letter_line_amendment, parent=("letter", "letter_id")),
    Entity(tables.letter_link, parent=("letter", "letter_id")),
    Entity(tables.letter_tag, parent=("letter", "letter_id")),
    Entity(tables.letter_registration, parent=("letter", "letter_id")),
    Entity(tables.letter_enclosure, parent=("letter", "letter_id")),
    Entity(tables.letter_citation, parent=("letter", "letter_id")),
    Entity(tables.letter_cancellation, parent=("letter", "letter_id")),
    Entity(tables.letter_loan, parent=("letter", "letter_id")),
    Entity(tables.letter_custody, parent=("letter", "letter_id")),
    Entity(tables.letter_file, parent=("letter", "letter_id"), blobs=("sha256", "original_sha256")),
    Entity(tables.endorsement, parent=("letter", "letter_id")),
    Entity(tables.routing, parent=("letter", "letter_id")),
    Entity(tables.classification, parent=("letter", "letter_id")),
    *came_again.ENTITIES,
    *past.ENTITIES,
    Entity(tables.route_step, parent=("letter", "letter_id")),
    Entity(tables.route_event, parent=("letter", "letter_id")),
    Entity(tables.letter_watch, parent=("letter", "letter_id")),
    *templates.ENTITIES,
    *delegating.ENTITIES,
    *phrasing.ENTITIES,
    *saving.ENTITIES,
)

REGISTER = Mutation("letters.register", 1, Kind.FACT, Register, register, reads=_twin_of)
CLASSIFY = Mutation("letters.classify", 1, Kind.INTENT, Classify, classify, reads=_classified)

MUTATIONS = (
    REGISTER,
    ENDORSE,
    AMEND,
    LINK,
    CLASSIFY,
    came_again.CAME_AGAIN,
    *provisional.MUTATIONS,
    *keeping.MUTATIONS,
    *division_numbers.MUTATIONS,
    *filing.MUTATIONS,
    *past.MUTATIONS,
    MOVE_PAPER,
    *routing.MUTATIONS,
    *asking.MUTATIONS,
    *circulating.MUTATIONS,
    *watching.MUTATIONS,
    *reassigning.MUTATIONS,
    *templates.MUTATIONS,
    *delegating.MUTATIONS,
    *phrasing.MUTATIONS,
    *saving.MUTATIONS,
)
