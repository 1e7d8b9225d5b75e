"""The houses of the room as somebody looks at them: which are listed, which is open; no widgets."""

from dataclasses import dataclass, replace

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.bill_model import BillState, MonthBill
from desktop.office.dates import fiscal_year_be
from desktop.office.ids import Id
from desktop.waste.model import Account, Import, NewAccount, Payer, Place, Rate, Standing, View
from desktop.waste.queries import found_by
from desktop.waste.rules import BY_VOLUME, FLAT, first_day, moo_words

MOST = 400
"""Houses of one list; a search finds the others."""


@dataclass(frozen=True)
class HouseRow:
    account: Account
    owed: int
    satang: int


@dataclass(frozen=True)
class YearRow:
    """A fiscal year of an account: the bill of each month from October on, None where there is none."""

    year_be: int
    bills: tuple[MonthBill | None, ...]


@dataclass(frozen=True)
class Typed:
    """A form as it was filled in. `month`: as it is kept; `litres` None: a household's flat rate."""

    place: Place
    payer: Payer
    litres: int | None
    month: str
    standing: Standing
    reason: str
    note: str = ""

    @property
    def rate(self) -> Rate:
        return Rate(FLAT) if self.litres is None else Rate(BY_VOLUME, self.litres)

    @property
    def new(self) -> NewAccount:
        what = (self.place, self.payer, self.rate, self.month, self.standing, self.reason)
        return NewAccount(*what, note=self.note)


class WastePresenter:
    """`load`, `opened` and the verbs touch the store: any thread, or the writer's lane."""

    def __init__(self, office: Office, who: Person) -> None:
        self.office, self.who = office, who
        self.rows: tuple[HouseRow, ...] = ()
        self.view, self.moo, self.words = View.ALL, "", ""
        self.imports: tuple[Import, ...] = ()

    def load(self) -> tuple[HouseRow, ...]:
        """Every house with what it owes today."""
        waste = self.office.waste
        self.imports = waste.queries.imports()
        owed: dict[Id, list[int]] = {}
        for bill in waste.months.owed():
            if bill.state is BillState.OPEN:
                owed.setdefault(bill.account_id, []).append(bill.total_satang)
        return tuple(
            HouseRow(one, len(owed.get(one.id, ())), sum(owed.get(one.id, ())))
            for one in waste.queries.accounts(waste.this_month)
        )

    @property
    def may_take_back(self) -> Import | None:
        """The newest file of houses, while nothing was billed from it."""
        newest = next(iter(self.imports), None)
        return None if newest is None or newest.is_billed else newest

    def listed(self) -> tuple[HouseRow, ...]:
        """The houses of the view, the หมู่ and the words that are looked for."""
        named = {one.id for one in found_by((row.account for row in self.rows), self.words)}
        return tuple(row for row in self.rows if row.account.id in named and self._is_in(row.account))

    def _is_in(self, account: Account) -> bool:
        if self.moo and moo_words(account.place) != self.moo:
            return False
        return self.view is View.ALL or account.standing == self.view.value

    @property
    def moos(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(moo_words(row.account.place) for row in self.rows))

    def years(self, account_id: Id) -> tuple[YearRow, ...]:
        """The months of an account by fiscal year, the newest on top; of a month the bill that stands."""
        bills = self.office.waste.months.of_account(account_id)
        found: dict[int, list[MonthBill | None]] = {}
        for bill in bills:
            year = found.setdefault(fiscal_year_be(first_day(bill.month)), [None] * 12)
            year[(int(bill.month[5:]) + 2) % 12] = bill
        return tuple(YearRow(year, tuple(found[year])) for year in sorted(found, reverse=True))

    def open_account(self, typed: Typed) -> Id:
        return self.office.waste.acts(self.who).open(typed.new)

    def change(self, account: Account, typed: Typed) -> Id:
        """Settles what differs, from the month of the form on."""
        act = self.office.waste.acts(self.who)
        payer = replace(typed.payer, person_id=account.payer.person_id if self._same_name(account, typed) else None)
        if payer != account.payer:
            act.change_payer(account.id, typed.month, payer, typed.note)
        if typed.rate != account.rate:
            act.change_rate(account.id, typed.month, typed.rate, typed.note)
        if typed.standing is not account.standing:
            act.change_standing(account.id, typed.month, typed.standing, typed.reason, typed.note)
        return account.id

    @staticmethod
    def _same_name(account: Account, typed: Typed) -> bool:
        return typed.payer.name == account.payer.name
