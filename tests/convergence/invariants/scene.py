"""What a harness puts before the invariants: the office, its desks with what each knows of its line, the witness."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import text

from desktop.cashier.model import Receipt
from desktop.office.ids import Id
from desktop.office.post_state import PostState, judge
from desktop.registers.loan_model import Loan, LoanAsk
from sync.client.facts import LineFacts, facts
from tests.helpers.town import Town, TownDesk

Number = tuple[str, int, int]
"""Series, year and number of a paper."""
RowKey = tuple[str, bytes]


@dataclass(frozen=True)
class Noted:
    """An endorsement as it was signed, and the desk (its folder) at which."""

    where: str
    letter_id: Id
    text: str


@dataclass
class Printer:
    """The witness: papers handed out, and all acts. No store can take back what a person has in hand."""

    numbers: list[Number] = field(default_factory=list)
    receipts: dict[bytes, Receipt] = field(default_factory=dict)
    voids: dict[bytes, str] = field(default_factory=dict)
    acts: dict[str, list[bytes]] = field(default_factory=dict)
    canaries: dict[bytes, bytes] = field(default_factory=dict)
    """Letter -> the bytes of a word that stands in that letter only."""
    notes: dict[Id, Noted] = field(default_factory=dict)
    """Every endorsement that was ever signed, also those that are kept back."""
    undone: set[Id] = field(default_factory=set)
    """Endorsements that were taken back before they were acts."""
    acked: set[bytes] = field(default_factory=set)
    """Acts of which some desk once had the centre's word."""
    wishes: list[LoanAsk] = field(default_factory=list)
    loans: list[Loan] = field(default_factory=list)
    """What desks said to each other past the centre; whoever listens may hear it at any time."""
    lost: set[bytes] = field(default_factory=set)
    """Acts, and endorsements kept back, that nobody but a disk knew of which is no more."""


@dataclass
class Scene:
    """Desks are known by their folder: a process may end and begin again on it."""

    town: Town
    printer: Printer = field(default_factory=Printer)
    desks: list[TownDesk] = field(default_factory=list)
    lines: dict[str, LineFacts] = field(default_factory=dict)
    held: dict[str, set[tuple[str, bytes, str]]] = field(default_factory=dict)
    """Desk -> the (entity, row, bucket) that it was last seen to hold."""
    times: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Desk -> the time it was last seen to trust, and how many answers it had had by then."""
    behind: set[str] = field(default_factory=set)
    """Desks whose store was put back from a copy, until they have read everything again."""
    thin: set[str] = field(default_factory=set)
    """Desks whose store was ever put back: acts done since the copy may be at the centre alone."""
    heads: list[int] = field(default_factory=list)
    checked: Counter[str] = field(default_factory=Counter)
    """How often each invariant was held against this scene."""

    def enter(self, desk: TownDesk) -> None:
        self.desks.append(desk)
        self.lines[str(desk.folder)] = LineFacts()
        self.printer.acts.setdefault(str(desk.folder), [])

    def forget_the_line(self, desk: TownDesk) -> None:
        """A process that begins anew knows nothing of its line."""
        self.lines[str(desk.folder)] = LineFacts()

    def stale(self, desk: TownDesk) -> None:
        """The centre changed what this desk may see; the desk hears of it with its next round, within a minute."""
        self.lines[str(desk.folder)] = replace(self.line(desk), head=-1)

    def put_back(self, desk: TownDesk) -> None:
        """Another disk is in this desk: what it was seen to hold, and to trust, counts no longer."""
        where = str(desk.folder)
        self.behind.add(where)
        self.thin.add(where)
        self.held.pop(where, None)
        self.times.pop(where, None)
        self.forget_the_line(desk)

    def line(self, desk: TownDesk) -> LineFacts:
        return self.lines[str(desk.folder)]

    def strip(self, desk: TownDesk) -> PostState:
        """What the clerk of this desk reads of the post now."""
        return judge(facts(desk.desk.reader, self.line(desk), desk.clock.now()))

    def head(self) -> int:
        return self.town.count("SELECT head FROM office_head WHERE office_id = :o", o=self.town.office_id)


def at_centre(town: Town, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """Rows of the centre's database; `:o` is the town's office."""
    with town.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query), {"o": town.office_id, **values})]


_DEEDS = """
SELECT body, eff_oseq, coalesce(code, '') FROM mutation
WHERE office_id = :o AND type = :t AND NOT repeats AND status <> 'rejected' ORDER BY eff_oseq, device_id, mseq
"""


def deeds(town: Town, name: str, but: str = "") -> list[dict[str, Any]]:
    """The bodies of all acts of a kind that the centre let pass, each with its place in the feed as `oseq`.

    `but`: acts that were flagged with this found nothing to act upon.
    """
    found = at_centre(town, _DEEDS, t=name)
    return [msgspec.msgpack.decode(body) | {"oseq": oseq} for body, oseq, code in found if not but or code != but]


def device(desk: TownDesk) -> bytes:
    found: bytes = desk.desk.identity.device_id
    return found


def marks(found: Iterable[object]) -> str:
    """A list as a message can bear it."""
    return ", ".join(map(str, sorted(found, key=str)[:10]))
