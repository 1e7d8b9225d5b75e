"""The verbs of outgoing papers that travel. What was written, signed and sent happened; review is wanted."""

import msgspec

from desktop.accounts.tables import staff
from desktop.letters import tables as letters
from desktop.letters.authority import UNKNOWN, flaw_of
from desktop.letters.authority_tables import delegation
from desktop.letters.delegating import delegation_of
from desktop.letters.entering import FilePart
from desktop.office import secrecy
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.outgoing import dispatching, tables
from desktop.outgoing.model import State
from desktop.outgoing.rules import ACTS, CLOSED, state_after, state_when_changed

SIGNED_PAPER = "signed"
"""The `source` of the letter's file that is the signed paper itself."""
_SHOWN = ("template", "subject", "to_party", "urgency", "secrecy")


class Written(msgspec.Struct, frozen=True):
    """What a version says, and what lists show of it."""

    version_id: bytes
    content: str
    author_name: str
    template: str
    subject: str
    to_party: str
    urgency: str
    secrecy: str


class Start(msgspec.Struct, frozen=True):
    """A new draft of a unit, with its first version."""

    draft_id: bytes
    unit_id: bytes
    written: Written


class Save(msgspec.Struct, frozen=True):
    """One more version, written over `base_id`."""

    draft_id: bytes
    base_id: bytes
    written: Written


class Say(msgspec.Struct, frozen=True):
    """Something done with the version that its author means: `act` as in `rules.ACTS`."""

    remark_id: bytes
    draft_id: bytes
    version_id: bytes
    act: str
    text: str
    actor_name: str
    acted_as: str
    to_id: bytes | None = None
    to_unit_id: bytes | None = None
    to_name: str = ""


class Sign(msgspec.Struct, frozen=True):
    """A version was signed as the letter that has just been registered.

    `orders`: those by which the signer acts for another, the first one first.
    """

    signature_id: bytes
    draft_id: bytes
    version_id: bytes
    letter_id: bytes
    level: int
    signer_name: str
    signer_lines: str
    actor_name: str
    content_sha256: str
    counter: str
    signer_id: bytes | None = None
    certificate: str | None = None
    orders: tuple[bytes, ...] = ()


class AttachPaper(msgspec.Struct, frozen=True):
    """The signed paper as a file of its letter."""

    letter_id: bytes
    file: FilePart


class Stamp(msgspec.Struct, frozen=True):
    """A letter's digital signature got its time from an authority: `stamped_at` (UTC text) is what that vouches for.

    `file`: the stamped paper, where the one that the letter has is not it.
    """

    stamp_id: bytes
    letter_id: bytes
    sha256: str
    stamped_at: str
    authority: str
    actor_name: str
    file: FilePart | None = None


class UseTimeAuthority(msgspec.Struct, frozen=True):
    """From that day (ISO) on digital signatures are stamped there; `roots`: PEM of whom to trust for it."""

    authority_id: bytes
    from_day: str
    url: str
    roots: str


class SetPicture(msgspec.Struct, frozen=True):
    """The office's own picture for a purpose."""

    picture_id: bytes
    purpose: str
    sha256: str
    media_type: str
    size: int
    actor_name: str


def start(rows: Rows, body: Start, context: Context) -> None:
    rows.insert(
        tables.draft,
        body.draft_id,
        unit_id=body.unit_id,
        created_by=context.user_id,
        created_at=context.at,
        state=State.WRITING.value,
        approved_version_id=None,
        reviewer_id=None,
        reviewer_unit_id=None,
        letter_id=None,
        **_current(body.written, context),
    )
    _keep(rows, body.draft_id, None, body.written, context)


def save(rows: Rows, body: Save, context: Context) -> None:
    """Every version is kept. One written over an older one, or after the end, does not count until it is taken up."""
    _keep(rows, body.draft_id, body.base_id, body.written, context)
    draft = rows.find(tables.draft, body.draft_id)
    if draft is None or draft["state"] in CLOSED:
        rows.flag("outgoing.draft_closed", draft_id=body.draft_id.hex())
    elif draft["version_id"] != body.base_id:
        rows.flag("outgoing.draft_forked", draft_id=body.draft_id.hex(), by=draft["author_name"])
    else:
        state = state_when_changed(State(draft["state"])).value
        rows.update(tables.draft, draft, state=state, approved_version_id=None, **_current(body.written, context))


def _current(written: Written, context: Context) -> dict[str, object]:
    shown: dict[str, object] = {name: getattr(written, name) for name in _SHOWN}
    return shown | {"version_id": written.version_id, "author_name": written.author_name, "acted_at": context.at}


def _keep(rows: Rows, draft_id: Id, base_id: Id | None, written: Written, context: Context) -> None:
    rows.insert(
        tables.draft_version,
        written.version_id,
        draft_id=draft_id,
        base_id=base_id,
        content=written.content,
        author_id=context.user_id,
        author_name=written.author_name,
        at=context.at,
    )


def say(rows: Rows, body: Say, context: Context) -> None:
    draft = rows.find(tables.draft, body.draft_id)
    if draft is None:
        raise Refused("outgoing.draft_gone")
    if draft["version_id"] != body.version_id:
        raise Refused("outgoing.changed_since", draft_id=body.draft_id.hex(), by=draft["author_name"])
    state = state_after(body.act, State(draft["state"])) if body.act in ACTS else None
    if state is None:
        raise Refused("outgoing.not_now", draft_id=body.draft_id.hex(), state=draft["state"])
    if body.act == "asked" and body.to_id is None:
        raise Refused("outgoing.reviewer_missing")
    if body.act == "approved" and draft["reviewer_id"] != context.user_id:
        raise Refused("outgoing.not_the_reviewer", draft_id=body.draft_id.hex())
    values = msgspec.structs.asdict(body)
    del values["to_unit_id"]
    rows.insert(tables.draft_remark, values.pop("remark_id"), actor_id=context.user_id, at=context.at, **values)
    rows.update(tables.draft, draft, state=state.value, acted_at=context.at, **_effect(body))


def _effect(body: Say) -> dict[str, object]:
    """What an act changes beside the state: who is asked, and which version is approved."""
    if body.act == "asked":
        return {"reviewer_id": body.to_id, "reviewer_unit_id": body.to_unit_id, "approved_version_id": None}
    return {"approved_version_id": body.version_id if body.act == "approved" else None}


def sign(rows: Rows, body: Sign, context: Context) -> None:
    """Never refused: the letter has its number. A second paper of a draft, or an unapproved one, is told.

    So is a signature for another by an order that did not hold.
    """
    values = msgspec.structs.asdict(body)
    del values["orders"]
    rows.insert(
        tables.letter_signature,
        values.pop("signature_id"),
        actor_id=context.user_id,
        device_id=context.device_id,
        mseq=context.mseq,
        at=context.at,
        **values,
    )
    if context.authority and body.orders:
        _judge(rows, body, context)
    draft = rows.find(tables.draft, body.draft_id)
    if draft is None:
        rows.flag("outgoing.draft_closed", letter_id=body.letter_id.hex())
        return
    if draft["letter_id"] is not None:
        rows.flag("outgoing.signed_twice", letter_id=body.letter_id.hex(), other=draft["letter_id"].hex())
        return
    if draft["approved_version_id"] != body.version_id:
        rows.flag("outgoing.signed_unapproved", letter_id=body.letter_id.hex())
    rows.update(tables.draft, draft, state=State.SIGNED.value, letter_id=body.letter_id, acted_at=context.at)


def _judge(rows: Rows, body: Sign, context: Context) -> None:
    """Holds the signer's orders against the moment of signing, as far as the centre knows them."""
    found = [rows.find(delegation, one) for one in body.orders]
    chain = [delegation_of(row) for row in found if row is not None]
    flaw: str | None = UNKNOWN
    if body.signer_id is not None and len(chain) == len(body.orders):
        person, letter = rows.find(staff, body.signer_id), rows.find(letters.letter, body.letter_id)
        position, kind = person["position_th"] if person else "", letter["kind"] if letter else ""
        flaw = flaw_of(chain, body.signer_id, position, from_utc_text(context.at), kind, "signed")
    if flaw is not None:
        order_no, post = (chain[-1].order_no, chain[-1].position_th) if chain else ("-", "-")
        rows.flag("outgoing.signed_without_power", letter_id=body.letter_id.hex(), order_no=order_no, position=post)


def attach_paper(rows: Rows, body: AttachPaper, context: Context) -> None:
    """Once: the same letter's paper made again is the same file."""
    held = rows.where(letters.letter_file, "letter_id", body.letter_id)
    if any(row["source"] == body.file.source == SIGNED_PAPER for row in held):
        return
    _add_paper(rows, body.letter_id, body.file, context)


def _add_paper(rows: Rows, letter_id: Id, file: FilePart, context: Context) -> None:
    columns = msgspec.structs.asdict(file)
    fresh = {"added_by_name": None, **letters.NOT_WITHDRAWN}
    rows.insert(letters.letter_file, columns.pop("id"), letter_id=letter_id, added_at=context.at, **fresh, **columns)


def stamp(rows: Rows, body: Stamp, context: Context) -> None:
    """Once: a second stamp says nothing that the first does not."""
    if rows.where(tables.letter_timestamp, "letter_id", body.letter_id):
        return
    values = msgspec.structs.asdict(body)
    del values["file"]
    rows.insert(tables.letter_timestamp, values.pop("stamp_id"), at=context.at, **values)
    if body.file is not None:
        _add_paper(rows, body.letter_id, body.file, context)


def use_time_authority(rows: Rows, body: UseTimeAuthority, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    rows.insert(tables.time_authority, values.pop("authority_id"), set_at=context.at, **values)


def set_picture(rows: Rows, body: SetPicture, context: Context) -> None:
    values = msgspec.structs.asdict(body)
    name = values.pop("actor_name")
    rows.insert(tables.office_picture, values.pop("picture_id"), set_by_name=name, set_at=context.at, **values)


def audience(rows: Rows, draft: Row) -> frozenset[str]:
    """Its unit and that of who was asked; once approved also the registry, which numbers what goes out."""
    units = {draft["unit_id"], draft["reviewer_unit_id"]} - {None}
    found = {f"unit:{unit.hex()}" for unit in units}
    if draft["state"] in (State.APPROVED, State.SIGNED):
        found.add("registry")
    return secrecy.buckets(found, draft["secrecy"])


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return frozenset({"common/normal"})


def _draft(body: Save | Say) -> tuple[Look, ...]:
    return (Look(tables.draft, "id", body.draft_id),)


def _signed(body: Sign) -> tuple[Look, ...]:
    return (Look(tables.draft, "id", body.draft_id), *(Look(delegation, "id", one) for one in body.orders))


def _files(body: AttachPaper) -> tuple[Look, ...]:
    return (Look(letters.letter_file, "letter_id", body.letter_id),)


def _stamped(body: Stamp) -> tuple[Look, ...]:
    return (Look(tables.letter_timestamp, "letter_id", body.letter_id),)


ENTITIES = (
    Entity(tables.draft, buckets=audience),
    Entity(tables.draft_version, parent=("draft", "draft_id")),
    Entity(tables.draft_remark, parent=("draft", "draft_id")),
    Entity(tables.letter_signature, parent=("letter", "letter_id")),
    Entity(tables.letter_timestamp, parent=("letter", "letter_id")),
    Entity(tables.time_authority, buckets=everyone),
    Entity(tables.dispatch, parent=("letter", "letter_id")),
    Entity(tables.office_picture, buckets=everyone, blobs=("sha256",)),
)

START = Mutation("outgoing.start", 1, Kind.FACT, Start, start)
SAVE = Mutation("outgoing.save", 1, Kind.FACT, Save, save, reads=_draft)
SAY = Mutation("outgoing.say", 1, Kind.INTENT, Say, say, reads=_draft)
SIGN = Mutation("outgoing.sign", 1, Kind.FACT, Sign, sign, reads=_signed)
ATTACH_PAPER = Mutation("outgoing.attach_paper", 1, Kind.FACT, AttachPaper, attach_paper, reads=_files)
STAMP = Mutation("outgoing.stamp", 1, Kind.FACT, Stamp, stamp, reads=_stamped)
USE_TIME_AUTHORITY = Mutation(
    "outgoing.use_time_authority", 1, Kind.FACT, UseTimeAuthority, use_time_authority, centre_only=True
)
SET_PICTURE = Mutation("outgoing.set_picture", 1, Kind.FACT, SetPicture, set_picture)

MUTATIONS = (
    START, SAVE, SAY, SIGN, ATTACH_PAPER, STAMP, USE_TIME_AUTHORITY, SET_PICTURE, *dispatching.MUTATIONS,
)  # fmt: skip
