"""The bills of a month for a whole town: counted first, then made in small parts, each once and only once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from threading import Event

import msgspec

from desktop.accounts.model import Person
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.bill_queries import BillQueries
from desktop.cashier.billing import Billing
from desktop.cashier.month_queries import MonthQueries
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.ids import Id
from desktop.people.rules import address_line
from desktop.store import notes
from desktop.store.desk import Desk
from desktop.waste.model import Account, Group, Preview, RunDone, Standing
from desktop.waste.queries import WasteQueries
from desktop.waste.rules import charge_of, moo_words, place_words

PART = 50
"""Bills of one transaction: a tenth of a second, so that other work at the desk goes on between."""
Progress = Callable[[int, int], object]


class Rounds:
    """Reading needs nobody."""

    def __init__(self, desk: Desk, queries: WasteQueries) -> None:
        self._desk, self._queries = desk, queries
        self._months = MonthQueries(desk.reader)

    def preview(self, months: Sequence[str], only: Callable[[Account], bool] = lambda one: True) -> Preview:
        """What a run for these months would make; writes nothing."""
        billed = exempt = stopped = 0
        unpriced: dict[Id, Account] = {}
        drafts: list[tuple[Account, BillDraft]] = []
        today = self._today
        for month in months:
            there = self._months.standing(month)
            for account in filter(only, self._queries.accounts(month)):
                if account.id in there:
                    billed += 1
                elif account.standing is not Standing.CHARGED:
                    exempt += account.standing is Standing.EXEMPT
                    stopped += account.standing is not Standing.EXEMPT
                elif (draft := draft_of(account, month, today)) is None:
                    unpriced[account.id] = account
                else:
                    drafts.append((account, draft))
        satang = sum(draft.total_satang for _, draft in drafts)
        sums = (tuple(months), len(drafts), satang, billed, exempt, stopped, tuple(unpriced.values()))
        return Preview(*sums, self.numbers_left, _by_rate(drafts), _by_moo(drafts))

    @property
    def numbers_left(self) -> int:
        return BillQueries(self._desk.reader).numbers_left(fiscal_year_be(self._today))

    def ask_numbers(self, count: int) -> None:
        """Has numbers for so many bills asked for with the next post; it holds for today."""
        kept = msgspec.msgpack.encode((count, self._today.isoformat()))
        self._desk.settle(notes.PUT, (notes.BILLS_AHEAD, kept))

    def run(
        self,
        who: Person,
        months: Sequence[str],
        due_on: date,
        progress: Progress = lambda done, total: None,
        ended: Event | None = None,
        only: Callable[[Account], bool] = lambda one: True,
    ) -> RunDone:
        """Makes what is missing; stopped or out of numbers it keeps what was made, and the next run goes on with it.

        OfficeError as `Billing.make_many`.
        """
        drafts = list(self._drafts(months, due_on, only))
        billing, made, satang, done = Billing(self._desk, who), 0, 0, 0
        waiting, left = iter(drafts), self.numbers_left
        while not (ended is not None and ended.is_set()):
            part = tuple(islice(waiting, min(PART, left)))
            if not part:
                break
            ids = billing.make_many(part)
            made, left, done = made + len(ids), left - len(ids), done + len(part)
            satang += sum(draft.total_satang for draft in part) if len(ids) == len(part) else self._sum(ids)
            progress(done, len(drafts))
        stopped = ended is not None and ended.is_set()
        if done == len(drafts):
            self._desk.settle(notes.DROP, (notes.BILLS_AHEAD,))
        return RunDone(made, satang, len(drafts) - done, stopped)

    def _drafts(self, months: Sequence[str], due_on: date, only: Callable[[Account], bool]) -> Iterator[BillDraft]:
        for month in months:
            there = self._months.standing(month)
            for account in filter(only, self._queries.accounts(month)):
                if account.standing is Standing.CHARGED and account.id not in there:
                    draft = draft_of(account, month, due_on)
                    if draft is not None:
                        yield draft

    def _sum(self, ids: Sequence[Id]) -> int:
        bills = (BillQueries(self._desk.reader).bill(one) for one in ids)
        return sum(bill.total_satang for bill in bills if bill is not None)

    @property
    def _today(self) -> date:
        return local_date(self._desk.now())


def draft_of(account: Account, month: str, due_on: date) -> BillDraft | None:
    """The bill of a month; None where no rate is in force."""
    charge = charge_of(account.rate, month) if account.rate is not None else None
    if charge is None:
        return None
    return BillDraft(
        account.payer.name,
        (charge,),
        due_on,
        account.payer.address or address_line(vars(account.place)),
        account.payer.person_id,
        account.house_id,
        note=place_words(account.place),
        period=(account.id, month),
    )


def _by_rate(drafts: Iterable[tuple[Account, BillDraft]]) -> tuple[Group, ...]:
    return grouped((f"{one.total_satang:012d}", one.charges[0].fee.name_th, one.total_satang) for _, one in drafts)


def _by_moo(drafts: Iterable[tuple[Account, BillDraft]]) -> tuple[Group, ...]:
    return grouped((one.sort.partition("|")[0], moo_words(one.place), draft.total_satang) for one, draft in drafts)


def grouped(parts: Iterable[tuple[str, str, int]]) -> tuple[Group, ...]:
    """Counts and sums by key, in the order of the keys."""
    found: dict[str, tuple[str, int, int]] = {}
    for key, words, satang in parts:
        _, count, held = found.get(key, (words, 0, 0))
        found[key] = (words, count + 1, held + satang)
    return tuple(Group(key, *found[key]) for key in sorted(found))
