"""Making a letter more secret, which anybody may who sees it, or less secret, which only the centre decides."""

import msgspec

from desktop.accounts.tables import staff
from desktop.letters import tables
from desktop.office.mutation import Context, Refused, Row, Rows
from desktop.office.secrecy import Secrecy, rank


class Classify(msgspec.Struct, frozen=True):
    """`seen`: the secrecy that the clerk saw; `wanted`: what it shall be."""

    classification_id: bytes
    letter_id: bytes
    seen: str
    wanted: str
    reason: str
    actor_name: str


def classify(rows: Rows, body: Classify, context: Context) -> None:
    """Raises at once wherever it is done; a desk leaves lowering to the centre and changes nothing itself.

    A letter that is as secret already, by somebody else's hand, stays so: raising is never refused.
    """
    letter = rows.find(tables.letter, body.letter_id)
    if letter is None:
        raise Refused("letters.gone")
    if body.wanted not in tuple(Secrecy):
        raise Refused("letters.secrecy_unknown", secrecy=body.wanted)
    if rank(body.wanted) > rank(body.seen):
        if rank(body.wanted) > rank(letter["secrecy"]):
            _set(rows, letter, body, context)
    elif context.authority:
        _hold_lowering(rows, letter, body, context)
        _set(rows, letter, body, context)


def _hold_lowering(rows: Rows, letter: Row, body: Classify, context: Context) -> None:
    """Only of what the clerk saw, and only by somebody who is cleared for it."""
    if letter["secrecy"] != body.seen:
        raise Refused("letters.secrecy_changed", secrecy=letter["secrecy"])
    if not context.is_centre and rank(_clearance(rows, context)) < rank(letter["secrecy"]):
        raise Refused("letters.may_not_lower", secrecy=letter["secrecy"])


def _clearance(rows: Rows, context: Context) -> str:
    person = rows.find(staff, context.user_id)
    return (person["clearance"] if person else None) or Secrecy.NORMAL


def _set(rows: Rows, letter: Row, body: Classify, context: Context) -> None:
    rows.update(tables.letter, letter, secrecy=body.wanted, acted_at=context.at)
    rows.insert(
        tables.classification,
        body.classification_id,
        letter_id=body.letter_id,
        before=letter["secrecy"],
        after=body.wanted,
        reason=body.reason,
        actor_id=context.user_id,
        actor_name=body.actor_name,
        at=context.at,
    )
