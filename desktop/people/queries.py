"""Reads of citizens and houses."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.office.ids import Id
from desktop.office.keyboard import other_readings
from desktop.office.titles import bare
from desktop.people import rules
from desktop.people.model import (
    ADDRESS_PARTS,
    HOUSE_PARTS,
    PERSON_PARTS,
    Address,
    Citizen,
    Entry,
    Found,
    Hit,
    House,
    Kind,
    NumberKind,
    Tie,
    Tied,
)
from desktop.people.numbers import PeopleKey
from desktop.store import notes
from desktop.store.names import Named, maybe
from desktop.store.reader import Reader

_PERSON = f"SELECT id, number_kind, number_hash, number_seal, {', '.join(PERSON_PARTS)} FROM person"
_HOUSE = f"SELECT id, {', '.join(HOUSE_PARTS)} FROM house"
_HERE = "office_id = (SELECT office_id FROM device) AND id = ?"
"""The key of a row: by its id alone every row would be looked at."""
_ROOT = """
WITH RECURSIVE up (office_id, id, merged_into, step) AS (
    SELECT office_id, id, merged_into, 0 FROM {table} WHERE {here}
    UNION ALL SELECT r.office_id, r.id, r.merged_into, up.step + 1
    FROM up JOIN {table} r ON r.office_id = up.office_id AND r.id = up.merged_into WHERE up.step < 9
) SELECT id FROM up ORDER BY step DESC LIMIT 1
"""
_SAME = """
WITH RECURSIVE down (id, step) AS (
    SELECT ?, 0 UNION ALL SELECT r.id, down.step + 1 FROM down JOIN {table} r ON r.merged_into = down.id
    WHERE down.step < 9
) SELECT DISTINCT id FROM down
"""
_OF_FEW = """
SELECT id FROM {table} WHERE office_id = (SELECT office_id FROM device) AND id IN ({marks}) AND {where}
ORDER BY instr(words, ?) <> 1, words, id LIMIT ?
"""
_OF_MANY = """
SELECT id FROM {table} INDEXED BY ix_{table}_words WHERE {begun} AND {where} ORDER BY words, office_id, id LIMIT ?
"""
_BEGUN = ("words >= ? AND words < ?", "NOT (words >= ? AND words < ?)")
_LAST = "\U0010ffff"
"""After every sign with which words may go on."""
_FEW = 500
"""So many rows are put in order; of more the first ones are met soon on the way through all."""
_NAMED = {"person": Named.PERSON, "house": Named.HOUSE}
_TIES = """
SELECT t.id, t.person_id, t.house_id, t.tie, t.until FROM house_tie t
WHERE {where} ORDER BY t.until IS NOT NULL, t.tie, t.id
"""
_CHECK = 'SELECT "check" FROM people_key ORDER BY made_at LIMIT 1'


class PeopleQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def key(self) -> PeopleKey | None:
        """The office's key as this desk was given it; None before that."""
        secret = notes.read(self._reader, notes.PEOPLE_KEY)
        return PeopleKey(secret) if secret else None

    def key_check(self) -> str | None:
        """By which the office's code is known; None before the centre has made one."""
        found = self._reader.one(_CHECK)
        return str(found[0]) if found else None

    def citizen(self, person_id: Id) -> Citizen | None:
        """Whoever stands for that row now; None where it is not here."""
        root = self._reader.one(_ROOT.format(table="person", here=_HERE), (person_id,))
        return self._at(root[0]) if root else None

    def by_number(self, number: str, kind: NumberKind = NumberKind.THAI) -> Citizen | None:
        """Whoever has the number, in its one spelling; None where nobody is known, or this desk has no key."""
        key = self.key()
        query = f"{_PERSON} WHERE number_hash = ? ORDER BY merged_into IS NOT NULL, id"
        row = self._reader.one(query, (key.hash_of(number, kind),)) if key else None
        return self.citizen(row[0]) if row else None

    def search(self, typed: str, most: int = 20) -> Found:
        """Citizens and houses by a whole number, or by parts of names, telephone and house numbers.

        A title before the name finds also who is written down under another, or none; what finds nothing is read as
        the same keys on the other keyboard.
        """
        for reading in (typed, *other_readings(typed)):
            if hits := self._hits(reading, most):
                return Found(hits, None if reading == typed else reading)
        return Found()

    def _hits(self, typed: str, most: int) -> tuple[Hit, ...]:
        for kind in NumberKind:
            number = rules.number_key(typed, kind)
            if number is not None and (citizen := self.by_number(number, kind)) is not None:
                return (self._person_hit(citizen),)
        asked = tuple(filter(None, dict.fromkeys((rules.terms(typed), rules.terms(bare(typed))))))
        people = dict.fromkeys(
            filter(None, (self._standing("person", one) for one in self._with("person", asked, most)))
        )
        citizens = map(self._at, people)
        houses = (self.house(one) for one in dict.fromkeys(self._with("house", asked, most)))
        hits = [self._person_hit(one) for one in citizens if one] + [self._house_hit(one) for one in houses if one]
        return tuple(hits[:most])

    def _with(self, table: str, asked: tuple[tuple[str, ...], ...], most: int) -> Iterator[Id]:
        """Rows in which all words of a query stand, query by query; whose first word begins so come first."""
        for words in asked:
            yield from self._holding(table, words, most)

    def _holding(self, table: str, words: tuple[str, ...], most: int) -> list[Id]:
        where = " AND ".join("instr(words, ?) > 0" for _ in words)
        keys = maybe(self._reader.rows, _NAMED[table], words, _FEW)
        if keys is None:
            return self._of_many(table, where, words, most)
        if not keys:
            return []
        query = _OF_FEW.format(table=table, marks=", ".join("?" * len(keys)), where=where)
        return [id_ for (id_,) in self._reader.rows(query, (*keys, *words, words[0], most))]

    def _of_many(self, table: str, where: str, words: tuple[str, ...], most: int) -> list[Id]:
        found: list[Id] = []
        for begun in _BEGUN:
            query = _OF_MANY.format(table=table, begun=begun, where=where)
            rows = self._reader.rows(query, (words[0], words[0] + _LAST, *words, most - len(found)))
            found += (id_ for (id_,) in rows)
            if len(found) == most:
                break
        return found

    def _standing(self, table: str, row_id: Id) -> Id | None:
        root = self._reader.one(_ROOT.format(table=table, here=_HERE), (row_id,))
        return bytes(root[0]) if root else None

    def house(self, house_id: Id) -> House | None:
        row = self._reader.one(f"{_HOUSE} WHERE {_HERE}", (house_id,))
        if row is None:
            return None
        parts = {name: value or "" for name, value in zip(HOUSE_PARTS, row[1:], strict=True)}
        return House(row[0], _address(parts), parts["code"], parts["lat"], parts["lon"], parts["remarks"], (row[0],))

    def houses_of(self, person_ids: Iterable[Id]) -> tuple[Tied, ...]:
        """The houses of a citizen (`Citizen.ids`), those that hold now before those that have ended."""
        return self._ties("person_id", person_ids)

    def people_of(self, house_id: Id) -> tuple[Tied, ...]:
        return self._ties("house_id", (house_id,))

    def number(self, person_id: Id) -> str | None:
        """The whole number, for a verb that notes who asks; None where there is none or it can't be read here."""
        query = f"SELECT number_kind, number_seal FROM person WHERE {_HERE} AND number_seal IS NOT NULL"
        row, key = self._reader.one(query, (person_id,)), self.key()
        return key.open(row[1], NumberKind(row[0])) if row and key else None

    def _ties(self, column: str, ids: Iterable[Id]) -> tuple[Tied, ...]:
        found = (self._reader.rows(_TIES.format(where=f"t.{column} = ?"), (one,)) for one in ids)
        return tuple(self._tied(*row) for rows in found for row in rows)

    def _tied(self, tie_id: Id, person_id: Id, house_id: Id, tie: str, until: str | None) -> Tied:
        citizen, house = self.citizen(person_id), self.house(house_id)
        where = rules.short_address(vars(house.address)) if house else ""
        return Tied(tie_id, person_id, house_id, Tie(tie), citizen.name if citizen else "", where, until)

    def _at(self, root: Id) -> Citizen | None:
        """Of a row that stands for itself."""
        row = self._reader.one(f"{_PERSON} WHERE {_HERE}", (root,))
        return self._citizen(row) if row else None

    def _citizen(self, row: tuple[Any, ...]) -> Citizen:
        person_id, kind, hashed, sealed, *values = row
        parts = {name: value or "" for name, value in zip(PERSON_PARTS, values, strict=True)}
        same = self._reader.rows(_SAME.format(table="person"), (person_id,))
        masked = self._masked(kind, sealed) if hashed is not None else None
        return Citizen(person_id, entry_of(parts), rules.full_name(parts), masked, tuple(bytes(one) for (one,) in same))

    def _masked(self, kind: str, sealed: str) -> str:
        key = self.key()
        number = key.open(sealed, NumberKind(kind)) if key else None
        return rules.masked(number, NumberKind(kind)) if number else "-"

    @staticmethod
    def _person_hit(one: Citizen) -> Hit:
        return Hit("person", one.id, one.name, rules.address_line(vars(one.entry.address)), one.masked)

    def _house_hit(self, one: House) -> Hit:
        people = dict.fromkeys(tied.who for tied in self.people_of(one.id) if tied.until is None)
        return Hit("house", one.id, rules.address_line(vars(one.address)), " · ".join(filter(None, people)))


def entry_of(parts: Mapping[str, str]) -> Entry:
    """What the columns say, as a form shows it."""
    own: dict[str, Any] = {name: parts[name] for name in PERSON_PARTS if name not in ADDRESS_PARTS}
    return Entry(**own | {"kind": Kind(parts["kind"] or Kind.NATURAL), "address": _address(parts)})


def _address(parts: Mapping[str, str]) -> Address:
    return Address(**{name: parts[name] for name in ADDRESS_PARTS})
