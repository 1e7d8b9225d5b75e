"""Whose open letters a head may give to whom; no widgets."""

from collections.abc import Sequence

from desktop.accounts.model import Person, Role, Session
from desktop.application import Office
from desktop.letters.chain import may_reassign
from desktop.letters.route_model import Held
from desktop.office.ids import Id


class ReassignPresenter:
    """Reads on any thread; `reassign` belongs on the writer's lane and is durable when it returns."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._person = session.person

    @property
    def allowed(self) -> bool:
        return may_reassign(self._person.role, of_unit=True)

    def people(self) -> tuple[Person, ...]:
        """Of the head's unit; an executive sees everybody's."""
        everybody = self._office.account_queries.people()
        if self._person.role is Role.EXECUTIVE:
            return everybody
        return tuple(one for one in everybody if one.unit.id == self._person.unit.id)

    def open_of(self, person_id: Id) -> tuple[Held, ...]:
        return self._office.route_queries.open_of(person_id)

    def reassign(self, route_ids: Sequence[Id], to: Person, reason: str) -> None:
        self._office.routes(self._person).reassign(route_ids, to, reason)
