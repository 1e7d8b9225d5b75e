"""Reads of who may sign as what, and of the phrases at hand."""

from datetime import date, datetime

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters.authority import Delegation, Standing, standings
from desktop.letters.deputies import Deputy, deputies
from desktop.letters.phrases import Owner, Phrase, library, phrases
from desktop.office.dates import utc_of_local
from desktop.office.ids import Id
from desktop.store.reader import Reader

_COLUMNS = (
    "id", "ver", "order_no", "order_date", "capacity", "position_th", "to_id", "to_position", "holder_id", "valid_from",
    "valid_to", "kinds", "actions", "powers", "entered_by_name", "recalled_at", "recalled_by_name", "recall_reason",
)  # fmt: skip
_NEWEST_FIRST = "ORDER BY valid_from DESC, id DESC"
_DELEGATIONS = f"SELECT {', '.join(_COLUMNS)} FROM delegation {_NEWEST_FIRST}"
_IN_FORCE = f"""
SELECT {", ".join(_COLUMNS)} FROM delegation
WHERE recalled_at IS NULL AND valid_from <= ? AND coalesce(valid_to, ?) >= ? {_NEWEST_FIRST}
"""
_NOON = 12
_PHRASES = """
SELECT id, owner, action, text, coalesce(number, 0), roles FROM phrase
WHERE removed_at IS NULL AND (owner = 'office' OR unit_id = ? OR staff_id = ?) ORDER BY changed_at, id
"""


class AuthorityQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._people = AccountQueries(reader)

    def delegations(self) -> tuple[Delegation, ...]:
        """Every order that the office knows, the newest first."""
        return self._orders(_DELEGATIONS)

    def in_force(self, day: date) -> tuple[Delegation, ...]:
        """The orders that hold on a day, as far as this desk knows, the newest first."""
        return self._orders(_IN_FORCE, *(day.isoformat(),) * 3)

    def _orders(self, sql: str, *values: str) -> tuple[Delegation, ...]:
        rows = self._reader.rows(sql, values)
        if not rows:
            return ()
        from desktop.letters.delegating import delegation_of

        names = self._people.names()
        return tuple(delegation_of(dict(zip(_COLUMNS, row, strict=True)), names) for row in rows)

    def deputies(self, day: date) -> tuple[Deputy, ...]:
        """Who acts for which post of the chain on a day."""
        orders = self.in_force(day)
        if not orders:
            return ()
        return deputies(self._people.posts(day), self._people.people(), orders, utc_of_local(day, _NOON))

    def standings(self, person: Person, moment: datetime) -> tuple[Standing, ...]:
        """In what capacities a person may sign at an aware moment, as far as this desk knows."""
        return standings(person.id, person.position_th, self.delegations(), moment)

    def phrases(self, person: Person) -> tuple[Phrase, ...]:
        """What the number keys write for a person, and the phrases without a key behind them."""
        return library(phrases(person.role), self.kept_phrases(person.unit.id, person.id), person.role)

    def kept_phrases(self, unit_id: Id, person_id: Id) -> tuple[Phrase, ...]:
        """The office's, the unit's and the person's own, without the shipped ones."""
        return tuple(
            Phrase(action, text, number, Owner(owner), bytes(id_), frozenset(roles.split()))
            for id_, owner, action, text, number, roles in self._reader.rows(_PHRASES, (unit_id, person_id))
        )
