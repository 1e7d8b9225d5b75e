"""What the room of outgoing papers decides without looking at a store."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from difflib import SequenceMatcher

import msgspec

from desktop.letters.model import Citation, Direction, Kind, Registration
from desktop.office.secrecy import Secrecy
from desktop.outgoing.model import Content, Difference, State, Template

GARUDA = "garuda"
SALUTATIONS = {"เรียน": "ขอแสดงความนับถือ", "กราบเรียน": "ขอแสดงความนับถืออย่างยิ่ง", "นมัสการ": "ขอนมัสการด้วยความเคารพ"}
"""How a letter addresses somebody, and how it therefore ends."""
CLOSED = frozenset({State.SIGNED, State.DROPPED})
ACTS: dict[str, tuple[frozenset[State], State]] = {
    "asked": (frozenset({State.WRITING, State.RETURNED}), State.REVIEW),
    "returned": (frozenset({State.REVIEW, State.APPROVED}), State.RETURNED),
    "approved": (frozenset({State.REVIEW}), State.APPROVED),
    "dropped": (frozenset(State) - CLOSED, State.DROPPED),
    "reopened": (frozenset({State.DROPPED}), State.WRITING),
}
"""What may be done with a draft: from which states, and into which."""

KINDS = {
    Template.EXTERNAL: (Kind.EXTERNAL, Direction.OUTGOING),
    Template.MEMO: (Kind.INTERNAL, Direction.INTERNAL),
    Template.SEALED: (Kind.SEALED, Direction.OUTGOING),
    Template.ORDER: (Kind.ORDER, Direction.INTERNAL),
    Template.ANNOUNCEMENT: (Kind.ANNOUNCEMENT, Direction.OUTGOING),
}
_WITHOUT_ADDRESSEE = frozenset({Template.ORDER, Template.ANNOUNCEMENT})
_TO_ALL = "ประกาศให้ทราบโดยทั่วกัน"
_TO_STAFF = "เจ้าหน้าที่ที่เกี่ยวข้อง"


def packed(content: Content) -> str:
    """The content as it is kept and travels; the same content gives the same text, whatever the release."""
    said = msgspec.to_builtins(content)
    if not content.signer_orders:
        said.pop("signer_orders", None)
    return msgspec.json.encode(said).decode()


def unpacked(text: str) -> Content:
    return msgspec.json.decode(text, type=Content)


def fingerprint(content: str) -> str:
    """SHA-256 (hex) of a packed content: what a signature vouches for."""
    return hashlib.sha256(content.encode()).hexdigest()


def state_after(act: str, state: State) -> State | None:
    """What a draft becomes by an act; None where the act can't be."""
    allowed, after = ACTS[act]
    return after if state in allowed else None


def state_when_changed(state: State) -> State:
    """What is changed after approval is approved no more."""
    return State.WRITING if state is State.APPROVED else state


def kind_of(content: Content) -> tuple[Kind, Direction]:
    kind, direction = KINDS[content.template]
    return (Kind.CIRCULAR if content.circular and content.template is Template.EXTERNAL else kind), direction


def needs_addressee(template: Template) -> bool:
    return template not in _WITHOUT_ADDRESSEE


def problems(content: Content) -> dict[str, str]:
    """Field -> code of what stops a review or a signature; empty when it may go on."""
    needed = ["subject", "body", "signer_name"] + (["to_party"] if needs_addressee(content.template) else [])
    found = {name: "letters.field_missing" for name in needed if not getattr(content, name).strip()}
    if content.secrecy in (Secrecy.VERY_SECRET, Secrecy.TOP_SECRET):
        found["secrecy"] = "outgoing.too_secret"
    if any(not one.title.strip() or one.amount < 1 for one in content.enclosures):
        found["enclosures"] = "letters.enclosure_empty"
    return found


def paragraphs(content: Content) -> tuple[str, ...]:
    return tuple(line.strip() for line in content.body.splitlines() if line.strip())


def registration_of(content: Content, office_name: str, today: date) -> Registration:
    """What the register says of a paper that is signed today; who signs for the office stands as its sender."""
    kind, direction = kind_of(content)
    to_all = _TO_STAFF if content.template is Template.ORDER else _TO_ALL
    return Registration(
        from_party=content.owner_unit.strip() or office_name,
        to_party=content.to_party.strip() or to_all,
        subject=content.subject.strip(),
        letter_date=today,
        urgency=content.urgency,
        urgent_deadline=content.urgent_deadline,
        secrecy=content.secrecy,
        kind=kind,
        direction=direction,
        enclosures=content.enclosures,
        citations=tuple(Citation(one.book_number, one.letter_date) for one in content.references),
    )


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """What differs between two versions, in the order of the paper; of the body each paragraph that changed."""
    found: list[Difference] = []
    for one in fields(Content):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old == new or one.name in ("signer_id", "signer_orders"):
            continue
        if one.name == "body":
            found += _of_bodies(paragraphs(before), paragraphs(after))
        else:
            found.append(Difference(one.name, _said(old), _said(new)))
    return tuple(found)


def _of_bodies(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Difference]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = before[i1:i2], after[j1:j2]
            for place in range(max(len(old), len(new))):
                yield Difference("body", *("".join(side[place : place + 1]) for side in (old, new)))


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "\n".join(_said(one) for one in value)
    parts = [getattr(value, one.name) for one in fields(value)] if hasattr(value, "__dataclass_fields__") else [value]  # type: ignore[arg-type]
    return " ".join(str(part) for part in parts if part is not None and part != "")


def sample(template: Template, owner_unit: str, phone: str) -> Content:
    """What a new draft begins with."""
    content = Content(template, owner_unit=owner_unit, phone=phone)
    return replace(content, closing="") if template is not Template.EXTERNAL else content
