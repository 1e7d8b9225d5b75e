"""Waste-fee accounts as screens and papers see them. Months are `2026-11`; money is integer satang."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.cashier.bill_model import MonthBill
from desktop.office.ids import Id


class What(StrEnum):
    """What a term settles; each goes its own way through the months."""

    PAYER = "payer"
    RATE = "rate"
    STANDING = "standing"


class Standing(StrEnum):
    CHARGED = "charged"
    EXEMPT = "exempt"
    STOPPED = "stopped"


class View(StrEnum):
    """Which accounts a list holds."""

    ALL = "all"
    CHARGED = "charged"
    EXEMPT = "exempt"
    STOPPED = "stopped"


PLACE = ("house_no", "moo", "trok", "soi", "road", "tambon", "amphoe", "province", "postcode")
"""The parts of where a house stands, as columns."""


@dataclass(frozen=True)
class Place:
    """Where a house is, without the words that introduce the parts."""

    house_no: str = ""
    moo: str = ""
    trok: str = ""
    soi: str = ""
    road: str = ""
    tambon: str = ""
    amphoe: str = ""
    province: str = ""
    postcode: str = ""


@dataclass(frozen=True)
class Payer:
    name: str
    address: str = ""
    person_id: Id | None = None


@dataclass(frozen=True)
class Rate:
    """A fee of the catalogue; `litres` a day where it goes by the volume."""

    fee_code: str
    litres: int | None = None


@dataclass(frozen=True)
class Term:
    """From a month on, until a later one of its kind: who pays, how much, or whether anything is charged at all."""

    id: Id
    what: What
    from_month: str
    set_at: datetime
    set_by_name: str
    payer: Payer | None = None
    rate: Rate | None = None
    standing: Standing | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Account:
    """An account as it is in one month. `standing` None: it begins later. `words`: what it is found by."""

    id: Id
    house_id: Id
    place: Place
    sort: str
    payer: Payer
    rate: Rate | None
    standing: Standing | None
    reason: str
    note: str
    words: str


@dataclass(frozen=True)
class NewAccount:
    """A house that begins to be charged, exempt or stopped from a month on."""

    place: Place
    payer: Payer
    rate: Rate
    from_month: str
    standing: Standing = Standing.CHARGED
    reason: str = ""
    note: str = ""
    stop_month: str = ""
    code: str = ""


@dataclass(frozen=True)
class Group:
    """Some of many: how many bills or houses, and what they come to. `key` sorts, `words` are read."""

    key: str
    words: str
    count: int
    satang: int


@dataclass(frozen=True)
class Preview:
    """What a run would make. `billed`: months that have their bill; `unpriced`: accounts without a rate in force.

    `numbers_left` at this desk now; `rates` and `moos`: what is ready, grouped.
    """

    months: tuple[str, ...]
    ready: int
    satang: int
    billed: int
    exempt: int
    stopped: int
    unpriced: tuple[Account, ...]
    numbers_left: int
    rates: tuple[Group, ...]
    moos: tuple[Group, ...]

    @property
    def lacking(self) -> int:
        """How many numbers must come before all of it can be made."""
        return max(self.ready - self.numbers_left, 0)


@dataclass(frozen=True)
class RunDone:
    """`left`: bills for which no number was at hand; `stopped` by the clerk."""

    made: int
    satang: int
    left: int
    stopped: bool


@dataclass(frozen=True)
class Owing:
    """What a house owes: the bills in the order of their months, and how many months the oldest is overdue."""

    account: Account
    bills: tuple[MonthBill, ...]
    age: int

    @property
    def satang(self) -> int:
        return sum(bill.total_satang for bill in self.bills)

    @property
    def months(self) -> tuple[str, ...]:
        return tuple(bill.month for bill in self.bills)


@dataclass(frozen=True)
class Arrears:
    """Houses that owe, in the order in which somebody walks past them; the sums by หมู่, by street and by month."""

    on: date
    owing: tuple[Owing, ...]
    by_moo: tuple[Group, ...]
    by_soi: tuple[Group, ...]
    by_month: tuple[Group, ...]
    by_age: tuple[Group, ...]

    @property
    def satang(self) -> int:
        return sum(one.satang for one in self.owing)


@dataclass(frozen=True)
class Import:
    """A file of houses that was entered. `is_billed`: something of it was, so it stays."""

    id: Id
    file_name: str
    by: str
    at: datetime
    houses: int
    is_billed: bool
