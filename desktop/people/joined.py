"""Rows that turned out to be one citizen, and houses put right."""

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.people import mutations as verbs
from desktop.people.model import ADDRESS_PARTS, HOUSE_PARTS, PERSON_PARTS, Citizen, Hit, House
from desktop.people.rules import address_line, full_name
from desktop.store.desk import Desk
from desktop.store.reader import Reader
from desktop.store.unit_of_work import UnitOfWork

_ROW = f"SELECT {', '.join(PERSON_PARTS)} FROM person WHERE office_id = (SELECT office_id FROM device) AND id = ?"


def joined_rows(reader: Reader, citizen: Citizen) -> tuple[Hit, ...]:
    """The entries that count as this citizen's, as they were written; without the one that stands for them."""
    found = []
    for one in citizen.ids:
        row = reader.one(_ROW, (one,)) if one != citizen.id else None
        if row is not None:
            parts = dict(zip(PERSON_PARTS, row, strict=True))
            found.append(Hit("person", one, full_name(parts), address_line(parts)))
    return tuple(found)


class HouseActions:
    """`who` is the clerk signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def amend(self, seen: House, wanted: House) -> None:
        """Puts right what differs between the house as seen and the form. OfficeError `people.cannot_keep` (fields)."""
        if not wanted.address.house_no.strip():
            raise OfficeError("people.cannot_keep", fields=["house_no"])
        before, after = _parts(seen), _parts(wanted)

        def act(unit: UnitOfWork) -> None:
            fields = tuple(
                verbs.FieldPart(unit.new_id(), name, before[name] or None, after[name] or None)
                for name in HOUSE_PARTS
                if before[name] != after[name]
            )
            if fields:
                unit.perform(verbs.AMEND_HOUSE, verbs.AmendHouse(seen.id, fields), self._who.id)

        self._desk.write(act)


def _parts(house: House) -> dict[str, str]:
    own = {name: str(getattr(house, name)).strip() for name in HOUSE_PARTS if name not in ADDRESS_PARTS}
    return own | {name: value.strip() for name, value in vars(house.address).items()}
