"""The phrase library as it travels: phrases of the office, of a unit, and a person's own, each with its number key."""

import msgspec

from desktop.accounts.model import Role
from desktop.accounts.tables import staff
from desktop.letters.authority_tables import phrase
from desktop.letters.phrases import Owner
from desktop.office import secrecy
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.secrecy import Secrecy

_OF_OFFICE = frozenset({Role.REGISTRAR, Role.EXECUTIVE})
_OF_UNIT = frozenset({Role.REGISTRAR, Role.EXECUTIVE, Role.HEAD})


class SetPhrase(msgspec.Struct, frozen=True):
    """A new phrase, or a known one put in other words; `owner_id`: the unit or the person it belongs to."""

    phrase_id: bytes
    owner: str
    action: str
    text: str
    owner_id: bytes | None = None
    number: int | None = None
    roles: tuple[str, ...] = ()


class RemovePhrase(msgspec.Struct, frozen=True):
    phrase_id: bytes


def set_phrase(rows: Rows, body: SetPhrase, context: Context) -> None:
    if not body.text.strip() or (body.number is not None and not 1 <= body.number <= 9):
        raise Refused("letters.phrase_empty")
    known = rows.find(phrase, body.phrase_id)
    owner = {
        "owner": body.owner,
        "unit_id": body.owner_id if body.owner == Owner.UNIT else None,
        "staff_id": body.owner_id if body.owner == Owner.OWN else None,
    }
    _may_change(rows, owner, context)
    values = {"number": body.number, "action": body.action, "text": body.text.strip(), "roles": " ".join(body.roles)}
    values |= {"changed_at": context.at, "removed_at": None}
    if known is None:
        rows.insert(phrase, body.phrase_id, **owner, **values)
    else:
        _may_change(rows, known, context)
        rows.update(phrase, known, **owner, **values)


def remove_phrase(rows: Rows, body: RemovePhrase, context: Context) -> None:
    """Who removes what is gone already changes nothing."""
    known = rows.find(phrase, body.phrase_id)
    if known is None:
        raise Refused("letters.gone")
    _may_change(rows, known, context)
    if known["removed_at"] is None:
        rows.update(phrase, known, removed_at=context.at)


def _may_change(rows: Rows, owner: Row, context: Context) -> None:
    person = rows.find(staff, context.user_id)
    role = person["role"] if person else ""
    allowed = {
        Owner.OFFICE: role in _OF_OFFICE,
        Owner.UNIT: person is not None and role in _OF_UNIT and person["unit_id"] == owner["unit_id"],
        Owner.OWN: owner["staff_id"] == context.user_id,
    }
    if not (context.is_centre or allowed.get(Owner(owner["owner"]), False)):
        raise Refused("letters.phrase_not_yours")


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """A unit's go where its letters go; a person's own are at every desk, for they may sit down at any."""
    unit = row["unit_id"]
    return secrecy.buckets({f"unit:{unit.hex()}" if unit else "common"}, Secrecy.NORMAL)


def _named(body: SetPhrase | RemovePhrase) -> tuple[Look, ...]:
    return (Look(phrase, "id", body.phrase_id),)


ENTITIES = (Entity(phrase, buckets=audience),)
SET_PHRASE = Mutation("letters.set_phrase", 1, Kind.INTENT, SetPhrase, set_phrase, reads=_named)
REMOVE_PHRASE = Mutation("letters.remove_phrase", 1, Kind.INTENT, RemovePhrase, remove_phrase, reads=_named)
MUTATIONS = (SET_PHRASE, REMOVE_PHRASE)
