"""What is decided about bills and payments without looking at a store."""

from datetime import date, timedelta

from desktop.accounts.model import Role
from desktop.cashier.bill_model import Bill, BillDraft
from desktop.cashier.rules import MOST_SATANG
from desktop.office.keyboard import as_latin
from desktop.office.series import BILLS
from desktop.office.thai import arabic_digits

SERIES = BILLS
FURTHEST = timedelta(days=366)
MAY_CONFIRM = frozenset({Role.CASHIER, Role.HEAD, Role.EXECUTIVE})
"""Who may say that a transfer has come: they answer for it with their name."""
_FIGURES = 7

CHARGED_HERE = "คิดค่าธรรมเนียมที่เคาน์เตอร์"
"""The note of a bill that came about with its receipt."""


def draft_problems(draft: BillDraft, today: date) -> dict[str, str]:
    """Field -> code of what stops a bill; empty when it may be made."""
    found: dict[str, str] = {}
    if not draft.payer_name.strip():
        found["payer_name"] = "cashier.payer_missing"
    if not draft.charges or any(charge.quantity < 1 or not charge.is_whole for charge in draft.charges):
        found["charges"] = "cashier.nothing_to_pay"
    elif not 0 < draft.total_satang <= MOST_SATANG:
        found["charges"] = "cashier.amount_absurd"
    if not today <= draft.due_on <= today + FURTHEST:
        found["due_on"] = "cashier.due_day_wrong"
    return found


def reference_of(year_be: int, number: int) -> str:
    """`7000004519`: two figures of the fiscal year, seven of the number, one that proves them (Luhn)."""
    figures = f"{year_be % 100:02d}{number:0{_FIGURES}d}"
    return figures + str(-_luhn(figures + "0") % 10)


def is_reference(text: str) -> bool:
    return len(text) == _FIGURES + 3 and text.isascii() and text.isdecimal() and _luhn(text) % 10 == 0


def reference_in(typed: str) -> str | None:
    """A reference as it was typed or scanned, under the Thai layout too; None for other words."""
    for reading in (arabic_digits(typed), as_latin(typed)):
        figures = "".join(sign for sign in reading if sign.isascii() and sign.isalnum())
        if is_reference(figures):
            return figures
    return None


def display_bill(bill: Bill) -> str:
    """`70/C1 0000451`: fiscal year, counter, number - as people say it."""
    return f"{bill.fiscal_year_be % 100:02d}/{bill.counter} {bill.number:0{_FIGURES}d}"


def other_reference(bill: Bill) -> str:
    """ref2: the day by which it is to be paid."""
    return f"{bill.due_on:%Y%m%d}"


def _luhn(figures: str) -> int:
    total = 0
    for place, figure in enumerate(reversed(figures)):
        doubled = int(figure) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total
