"""Who may sign for whom, and with which phrases: what is shown and what may be changed; no widgets."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.accounts.model import Person, Role, Session
from desktop.application import Office
from desktop.letters.authority import Delegation
from desktop.letters.endorsing_wishes import Order
from desktop.letters.phrases import Owner, Phrase
from desktop.office.dates import local_date
from desktop.office.ids import Id

if TYPE_CHECKING:
    from desktop.letters.endorsing_actions import EndorsingActions

_OFFICE = {Role.REGISTRAR, Role.EXECUTIVE}


@dataclass(frozen=True)
class Authority:
    """Everything the screen shows."""

    phrases: tuple[Phrase, ...] = ()
    orders: tuple[Delegation, ...] = ()
    people: tuple[Person, ...] = ()


class AuthorityPresenter:
    """`load` reads the store on any thread; the verbs belong on the writer's lane."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self.person = session.person
        self.shown = Authority()

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def load(self) -> Authority:
        queries = self._office.authority_queries
        people = self._office.account_queries.people()
        return Authority(queries.phrases(self.person), queries.delegations(), people)

    def owners(self) -> tuple[Owner, ...]:
        """Whose phrases the person may change."""
        role = self.person.role
        unit = (Owner.UNIT,) if role in _OFFICE or role is Role.HEAD else ()
        return (Owner.OWN, *unit, *((Owner.OFFICE,) if role in _OFFICE else ()))

    @property
    def may_enter_orders(self) -> bool:
        """Registrars and executives every order, heads those of their own post."""
        return self.person.role in _OFFICE or self.person.role is Role.HEAD

    @property
    def positions(self) -> tuple[str, ...]:
        """Posts that somebody may act for: a head's own, else all."""
        if self.person.role is Role.HEAD:
            return (self.person.position_th,)
        return tuple(sorted({one.position_th for one in self.shown.people}))

    def holder(self, position: str) -> Person | None:
        """Who holds a post, if one person does."""
        held = [one for one in self.shown.people if one.position_th == position]
        return held[0] if len(held) == 1 else None

    def state(self, order: Delegation) -> str:
        """recalled, to_come, valid or over."""
        if order.recalled_at is not None:
            return "recalled"
        if self.today < order.valid_from:
            return "to_come"
        return "valid" if order.fault_at(self._office.clock.now()) is None else "over"

    def enter(self, order: Order) -> None:
        self._act.delegate(order)

    def recall(self, order: Delegation, reason: str) -> None:
        self._act.recall_delegation(order.id, reason)

    def keep(self, owner: Owner, text: str, action: str, number: int | None, phrase: Phrase | None) -> None:
        """Keeps a phrase; one of somebody else's that is put in other words becomes one's own on that key."""
        known = phrase.id if phrase is not None and phrase.owner is owner else None
        roles = tuple(sorted(phrase.roles)) if phrase is not None and known is not None else ()
        self._act.set_phrase(owner, text, action, number, phrase_id=known, roles=roles)

    def remove(self, phrase_id: Id) -> None:
        self._act.remove_phrase(phrase_id)

    @property
    def _act(self) -> "EndorsingActions":
        return self._office.endorsing(self.person)
