"""A clerk's verbs on citizens and houses. When one returns, it is durable."""

from dataclasses import replace
from typing import Any

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.people import mutations as verbs
from desktop.people import rules
from desktop.people.model import (
    ADDRESS_PARTS,
    HOUSE_PARTS,
    PERSON_PARTS,
    Address,
    Citizen,
    Entry,
    House,
    NumberKind,
    Tie,
)
from desktop.people.numbers import PeopleKey
from desktop.people.queries import PeopleQueries
from desktop.store import notes
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class PeopleActions:
    """`who` is the clerk signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = PeopleQueries(desk.reader)

    def use_code(self, code: str) -> None:
        """Gives this desk the office's key, once; from then on it can read, find and enter numbers.

        OfficeError `people.no_code_yet` (the centre has made none, or this desk has not heard of it),
        `people.code_wrong`.
        """
        check = self._queries.key_check()
        if check is None:
            raise OfficeError("people.no_code_yet")
        key = PeopleKey.of_code(code)
        if key is None or key.check != check:
            raise OfficeError("people.code_wrong")
        self._desk.settle(notes.PUT, (notes.PEOPLE_KEY, key.secret))

    def record(self, entry: Entry) -> Id:
        """Enters a citizen.

        OfficeError `people.cannot_keep` (fields), `people.no_key`, `people.number_known` (somebody here has it).
        """
        entry = _tidy(entry)
        found = rules.problems(entry)
        if found:
            raise OfficeError("people.cannot_keep", fields=sorted(found))
        return self._desk.write(lambda unit: self._record(unit, entry))

    def _record(self, unit: UnitOfWork, entry: Entry) -> Id:
        person_id, number = self._numbered(unit, entry) if entry.number else (unit.new_id(), None)
        unit.perform(verbs.RECORD, verbs.RecordPerson(person_id, _told(parts_of(entry)), number), self._who.id)
        return person_id

    def _numbered(self, unit: UnitOfWork, entry: Entry) -> tuple[Id, verbs.Number]:
        """The number as it travels, and the id that follows from it; the next one where that row became another's."""
        number, kind = self._sealed(entry.number, entry.number_kind)
        key = self._key()
        plain = rules.number_key(entry.number, kind)
        assert plain is not None
        if _one(unit, "SELECT id FROM person WHERE number_hash = ?", number.hash) is not None:
            raise OfficeError("people.number_known")
        turn = 0
        while _one(unit, _THERE, key.person_id(plain, kind, turn)) is not None:
            turn += 1
        return key.person_id(plain, kind, turn), number

    def amend(self, seen: Citizen, entry: Entry) -> None:
        """Puts right what differs between the citizen as seen and the form.

        OfficeError `people.cannot_keep` (fields), `people.gone`.
        """
        entry = replace(_tidy(entry), number="")
        found = rules.problems(entry)
        if found:
            raise OfficeError("people.cannot_keep", fields=sorted(found))
        before, after = parts_of(seen.entry), parts_of(entry)
        self._desk.write(lambda unit: self._amend(unit, seen.id, before, after))

    def _amend(self, unit: UnitOfWork, person_id: Id, before: dict[str, str], after: dict[str, str]) -> None:
        fields = _changes(unit, before, after)
        if fields:
            unit.perform(verbs.AMEND, verbs.AmendPerson(person_id, self._who.name_th, fields), self._who.id)

    def give_number(self, person_id: Id, typed: str, kind: NumberKind = NumberKind.THAI) -> None:
        """Notes the number of somebody entered without one, or with a wrong one.

        OfficeError `people.cannot_keep`, `people.no_key`, `people.number_taken`, `people.gone`.
        """
        number, _ = self._sealed(typed, kind)

        def act(unit: UnitOfWork) -> None:
            body = verbs.GiveNumber(unit.new_id(), person_id, self._who.name_th, number)
            unit.perform(verbs.GIVE_NUMBER, body, self._who.id)

        self._desk.write(act)

    def join(self, gone_id: Id, kept_id: Id | None) -> None:
        """Says that two are one citizen, or (None) that they are not after all. OfficeError `people.cannot_join`."""

        def act(unit: UnitOfWork) -> None:
            body = verbs.Join(unit.new_id(), gone_id, kept_id, self._who.name_th)
            unit.perform(verbs.JOIN, body, self._who.id)

        self._desk.write(act)

    def reveal(self, person_id: Id, reason: str) -> str:
        """The whole number, after it is noted durably who looks at it and why.

        OfficeError `people.reason_missing`, `people.no_key` (or it was sealed with another).
        """
        if not reason.strip():
            raise OfficeError("people.reason_missing")
        number = self._queries.number(person_id)
        if number is None:
            raise OfficeError("people.no_key")

        def act(unit: UnitOfWork) -> None:
            body = verbs.LookAtNumber(unit.new_id(), person_id, reason.strip(), self._who.name_th)
            unit.perform(verbs.LOOK, body, self._who.id)

        self._desk.write(act)
        return number

    def record_house(self, house: House | Address) -> Id:
        """Enters a house; one at the same address is the same house. OfficeError `people.cannot_keep` (fields)."""
        known = house if isinstance(house, House) else House(b"", house)
        if not known.address.house_no.strip():
            raise OfficeError("people.cannot_keep", fields=["house_no"])
        parts = {name: getattr(known, name, "") for name in HOUSE_PARTS if name not in ADDRESS_PARTS}
        body = verbs.RecordHouse(rules.house_id(known.address), _told(parts | vars(known.address)))
        self._desk.write(lambda unit: unit.perform(verbs.RECORD_HOUSE, body, self._who.id))
        return body.house_id

    def tie(self, person_id: Id, house_id: Id, tie: Tie, until: str | None = None) -> None:
        """Notes what somebody is to a house, or (`until`, ISO) from when they are it no longer."""
        body = verbs.TieHouse(rules.tie_id(person_id, house_id, tie), person_id, house_id, tie.value, until)
        self._desk.write(lambda unit: unit.perform(verbs.TIE, body, self._who.id))

    def _sealed(self, typed: str, kind: NumberKind) -> tuple[verbs.Number, NumberKind]:
        plain, key = rules.number_key(typed, kind), self._key()
        if plain is None:
            raise OfficeError("people.cannot_keep", fields=["number"])
        return verbs.Number(kind.value, key.hash_of(plain, kind), key.seal(plain, kind)), kind

    def _key(self) -> PeopleKey:
        key = self._queries.key()
        if key is None:
            raise OfficeError("people.no_key")
        return key


_THERE = "SELECT id FROM person WHERE office_id = (SELECT office_id FROM device) AND id = ?"


def parts_of(entry: Entry) -> dict[str, str]:
    """The columns of a form."""
    return {name: str(getattr(entry, name, "")) for name in PERSON_PARTS} | vars(entry.address)


def _tidy(entry: Entry) -> Entry:
    words: dict[str, Any] = {
        name: value.strip() for name, value in parts_of(entry).items() if name not in (*ADDRESS_PARTS, "kind")
    }
    phones = {name: rules.phone_digits(words[name]) for name in ("phone", "other_phone")}
    address = Address(**{name: value.strip() for name, value in vars(entry.address).items()})
    return replace(entry, **words | phones, address=address, number=entry.number.strip())


def _told(parts: dict[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in parts.items() if value.strip()}


def _changes(unit: UnitOfWork, before: dict[str, str], after: dict[str, str]) -> tuple[verbs.FieldPart, ...]:
    return tuple(
        verbs.FieldPart(unit.new_id(), name, before[name] or None, value or None)
        for name, value in after.items()
        if before[name] != value
    )


def _one(unit: UnitOfWork, query: str, value: bytes) -> object:
    return unit.connection.exec_driver_sql(query, (value,)).scalar()
