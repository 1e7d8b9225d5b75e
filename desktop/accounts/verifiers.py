"""Whom this desk may let in without the centre: as soon as it hears that somebody may not any more, it forgets them."""

from collections.abc import Collection

from desktop.office.changes import Changes
from desktop.office.ids import Id
from desktop.store.desk import Desk

_HELD = "SELECT v.staff_id, EXISTS (SELECT 1 FROM staff s WHERE s.id = v.staff_id AND s.active <> 1) FROM verifier v"
_FORGET = "DELETE FROM verifier WHERE staff_id = ?"
_LEFT = "staff_id IN (SELECT id FROM staff WHERE active <> 1)"
_LEFT_PINS, _FORGET_PINS = f"SELECT 1 FROM approver_pin WHERE {_LEFT}", f"DELETE FROM approver_pin WHERE {_LEFT}"


def forget_strangers(desk: Desk, signers: Collection[Id] | None) -> int:
    """Forgets people who left the office, and those who are not among the desk's own, and tells; returns how many.

    `signers`: whom the centre lets in at this desk; None: everybody of the office.
    """
    strangers = [
        person
        for person, left in desk.reader.rows(_HELD)
        if left or (signers is not None and bytes(person) not in signers)
    ]
    for person in strangers:
        desk.settle(_FORGET, (person,))
    if desk.reader.one(_LEFT_PINS) is not None:
        desk.settle(_FORGET_PINS, ())
    if strangers:
        desk.changes.tell(Changes(frozenset(("verifier", bytes(person)) for person in strangers), pulled=True))
    return len(strangers)
