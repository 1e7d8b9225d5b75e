"""Reads of the accounts room."""

from datetime import date

from desktop.accounts.model import OfficeProfile, Person, Post, Role, Unit
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.store.reader import Reader

_PEOPLE = """
SELECT s.id, s.login, s.name_th, s.name_en, s.position_th, s.position_en, s.role, v.staff_id IS NOT NULL,
       u.id, u.code, u.name_th, u.name_en, u.short_th
FROM staff s JOIN unit u ON u.office_id = s.office_id AND u.id = s.unit_id
LEFT JOIN verifier v ON v.staff_id = s.id
WHERE s.active = 1 ORDER BY v.staff_id IS NULL, s.login
"""
_UNITS = "SELECT id, code, name_th, name_en, short_th FROM unit ORDER BY code"
_OPEN_UNITS = f"""
{_UNITS.removesuffix(" ORDER BY code")}
WHERE coalesce(valid_from, '') <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY code
"""
_POSTS = """
SELECT p.id, p.code, p.name_th, p.name_en, p.rung, p.unit_id, p.above_id, s.id, coalesce(s.name_th, ''),
       coalesce(p.valid_to < ?, 0)
FROM chain_post p LEFT JOIN staff s ON s.office_id = p.office_id AND s.id = p.staff_id AND s.active = 1
ORDER BY p.rung, p.code
"""
_NAMES = "SELECT id, name_th FROM staff"
_CLEARANCE = "SELECT clearance FROM staff WHERE id = ? AND active = 1"
_OFFICE = "SELECT name_th, name_en, address_th, province_th, phone, tax_id, book_prefix FROM office"


class AccountQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def people(self) -> tuple[Person, ...]:
        """Everybody who works here; those whom this desk can let in by itself come first."""
        return tuple(
            Person(id_, login, name, english, post, post_en, Unit(*unit), Role(role), bool(known))
            for id_, login, name, english, post, post_en, role, known, *unit in self._reader.rows(_PEOPLE)
        )

    def person(self, login: str) -> Person:
        for person in self.people():
            if person.login == login.strip().lower():
                return person
        raise OfficeError("accounts.wrong_password")

    def person_by_id(self, person_id: Id) -> Person | None:
        return next((person for person in self.people() if person.id == person_id), None)

    def units(self) -> tuple[Unit, ...]:
        return tuple(Unit(*row) for row in self._reader.rows(_UNITS))

    def open_units(self, today: date) -> tuple[Unit, ...]:
        """The units that there are on a day: those to which a letter may be sent."""
        day = today.isoformat()
        return tuple(Unit(*row) for row in self._reader.rows(_OPEN_UNITS, (day, day)))

    def posts(self, today: date) -> tuple[Post, ...]:
        """The office's chain as it is on a day, from the lowest rung up; empty where the office has not set it up."""
        return tuple(Post(*row) for row in self._reader.rows(_POSTS, (today.isoformat(),)))

    def names(self) -> dict[Id, str]:
        """Of everybody who works or worked here."""
        return {bytes(id_): name for id_, name in self._reader.rows(_NAMES)}

    def clearance(self, person_id: Id) -> str:
        """The highest secrecy that a person may read."""
        row = self._reader.one(_CLEARANCE, (person_id,))
        return str(row[0]) if row and row[0] else Secrecy.NORMAL

    def office(self) -> OfficeProfile | None:
        """None before the centre has told this desk where it stands."""
        row = self._reader.one(_OFFICE)
        return OfficeProfile(*row) if row else None

    def profile(self) -> OfficeProfile:
        """As `office`; OfficeError `desk.not_ready` before that."""
        profile = self.office()
        if profile is None:
            raise OfficeError("desk.not_ready")
        return profile
