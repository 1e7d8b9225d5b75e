"""What can be done about an item: decided from what was said of it and what had been done."""

from desktop.accounts.model import Role
from desktop.tray.model import Way

SUPERVISORS = frozenset({Role.HEAD, Role.EXECUTIVE})
_ROUTE_STANDS = frozenset({
    "letters.already_asked", "letters.already_linked", "letters.already_routed", "letters.gone", "letters.not_asked",
    "letters.route_settled", "letters.unit_closed",
})  # fmt: skip
"""Doing it again would be refused again, for it has been done."""
_UNDOABLE = frozenset({"closed", "handed_up", "chosen"})


def ways(
    code: str, *, intent: bool, rejected: bool, has_paper: bool, lost: bool, done_with: bool = False
) -> tuple[Way, ...]:
    """The ways out of an item of this desk, the best first. `lost`: its paper may no longer be seen from here;
    `done_with`: the unit that has it closed the matter on its side meanwhile.

    A fact is never done again: its paper is out in the world. Every item can be handed up and closed.
    """
    found: list[Way] = []
    if lost:
        return (Way.HAND_UP, Way.CLOSE)
    if code in ("letters.amended_twice", "people.amended_twice"):
        found.append(Way.CHOOSE)
    elif code == "letters.seems_twice":
        found.append(Way.LINK)
    elif code == "letters.route_settled" and done_with:
        found.append(Way.REOPEN)
    elif intent and rejected and code not in _ROUTE_STANDS:
        found.append(Way.REDO)
    if has_paper:
        found.append(Way.EDIT)
    return (*found, Way.HAND_UP, Way.CLOSE)


def asked_ways(*, has_paper: bool) -> tuple[Way, ...]:
    """The ways of a supervisor who is asked."""
    return (Way.ANSWER, Way.RETURN, *((Way.EDIT,) if has_paper else ()))


def undo_ways(resolution: str, question_state: str) -> tuple[Way, ...]:
    """Whether a settlement can be taken back: not once something else stands on it."""
    if resolution == "handed_up" and question_state != "open":
        return ()
    return (Way.UNDO,) if resolution in _UNDOABLE else ()


def supervises(role: Role) -> bool:
    return role in SUPERVISORS
