"""What is owed for waste: by house in the order of a walk, by หมู่, by street, by month and by age."""

from collections.abc import Iterable
from datetime import date

from desktop.cashier.bill_model import BillState, MonthBill
from desktop.office.ids import Id
from desktop.waste.model import Account, Arrears, Group, Owing
from desktop.waste.rounds import grouped
from desktop.waste.rules import month_of, month_words, months_apart, moo_words, street_words

AGES = ((3, "1–3 เดือน"), (6, "4–6 เดือน"), (12, "7–12 เดือน"), (10_000, "เกิน 1 ปี"))


def arrears(accounts: Iterable[Account], owed: Iterable[MonthBill], today: date, street: str = "") -> Arrears:
    """Bills past their day, of houses in one `street` (`Account.sort` without the house) or in all. Pure."""
    late: dict[Id, list[MonthBill]] = {}
    for bill in owed:
        if bill.due_on < today and bill.state is BillState.OPEN:
            late.setdefault(bill.account_id, []).append(bill)
    here = [one for one in accounts if one.id in late and street_key(one).startswith(street)]
    owing = tuple(_owing(one, late[one.id], today) for one in here)
    return Arrears(
        today,
        owing,
        _groups((one.account.sort.partition("|")[0], moo_words(one.account.place), one) for one in owing),
        _groups((street_key(one.account), street_words(one.account.place), one) for one in owing),
        grouped((bill.month, month_words(bill.month), bill.total_satang) for one in owing for bill in one.bills),
        _groups((f"{place}", words, one) for one in owing for place, words in (_age(one.age),)),
    )


def street_key(account: Account) -> str:
    """The part of `Account.sort` that houses of one street share."""
    return account.sort.rpartition("|")[0]


def _owing(account: Account, bills: list[MonthBill], today: date) -> Owing:
    ordered = tuple(sorted(bills, key=lambda bill: (bill.month, bill.turn)))
    oldest = min(bill.due_on for bill in bills)
    return Owing(account, ordered, months_apart(month_of(oldest), month_of(today)) + 1)


def _age(months: int) -> tuple[int, str]:
    return next((place, words) for place, (most, words) in enumerate(AGES) if months <= most)


def _groups(parts: Iterable[tuple[str, str, Owing]]) -> tuple[Group, ...]:
    return grouped((key, words, one.satang) for key, words, one in parts)
