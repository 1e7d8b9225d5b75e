"""Who may stand under a paper, in which capacity, with which lines; and whether the orders behind that hold. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.accounts.model import Person
from desktop.letters.authority import OTHER_SCOPE, OVER, UNKNOWN, Delegation, Standing, flaw_of, standings
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.model import Content
from desktop.outgoing.rules import kind_of

SIGNING = "signed"
"""What an order must cover of actions, if it names some (ลงนาม)."""
_OF_THE_TOWN = frozenset({"นายกเทศมนตรี", "ปลัดเทศบาล"})
"""Posts that bear the town's name where they close a block."""


@dataclass(frozen=True)
class Signer:
    """Somebody in one of their capacities; `lines` as they stand under the name."""

    person: Person
    standing: Standing
    lines: tuple[str, ...]

    @property
    def orders(self) -> tuple[Id, ...]:
        """The orders by which they sign, the first one first; none for their own post."""
        return tuple(order.id for order in self.standing.chain)

    @property
    def key(self) -> str:
        """Names the signer in this capacity among all."""
        return key_of(self.person.id, self.orders)


def key_of(person_id: Id, orders: Sequence[Id]) -> str:
    return ".".join(one.hex() for one in (person_id, *orders))


def block_lines(standing: Standing, office_name: str) -> tuple[str, ...]:
    """The lines below the name: the last post with the name of the town, `นายกเทศมนตรีเมืองแม่เหียะ`."""
    *above, last = standing.lines
    return (*above, f"{last}{office_name.removeprefix('เทศบาล')}" if last in _OF_THE_TOWN else last)


def signers(
    people: Iterable[Person], orders: Sequence[Delegation], moment: datetime, kind: str, office_name: str
) -> tuple[Signer, ...]:
    """Everybody who may sign a letter of a kind at an aware moment, in the order of the people."""
    return tuple(
        Signer(person, standing, block_lines(standing, office_name))
        for person in people
        for standing in standings(person.id, person.position_th, orders, moment)
        if standing.covers(kind, SIGNING)
    )


@dataclass(frozen=True)
class Flaw:
    """What is wrong with the orders of a signer: the code of the reason, and which order it is about."""

    code: str
    order_no: str = "-"
    position: str = "-"


def flaw_in(content: Content, position: str, known: Iterable[Delegation], moment: datetime) -> Flaw | None:
    """What is wrong with the orders under which a content is to be signed by who holds `position`; None: nothing."""
    if not content.signer_orders or content.signer_id is None:
        return None
    by_id = {order.id: order for order in known}
    chain = [by_id[one] for one in content.signer_orders if one in by_id]
    if len(chain) < len(content.signer_orders):
        return Flaw(UNKNOWN)
    code = flaw_of(chain, content.signer_id, position, moment, kind_of(content)[0].value, SIGNING)
    return Flaw(code, chain[-1].order_no, chain[-1].position_th) if code else None


def check(content: Content, people: Iterable[Person], known: Iterable[Delegation], moment: datetime) -> None:
    """OfficeError `letters.order_over`, `letters.delegation_other_scope`: the signer may not sign so (any more)."""
    position = next((one.position_th for one in people if one.id == content.signer_id), "")
    flaw = flaw_in(content, position, known, moment)
    if flaw is not None:
        code = flaw.code if flaw.code == OTHER_SCOPE else OVER
        raise OfficeError(code, order_no=flaw.order_no, position=flaw.position)
