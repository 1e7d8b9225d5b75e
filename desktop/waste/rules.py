"""What is decided about waste-fee accounts without looking at a store."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.cashier.bill_lines import for_months
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Fee
from desktop.office.ids import Id
from desktop.office.months import first_day as first_day
from desktop.office.months import is_month as is_month
from desktop.office.months import month_after as month_after
from desktop.office.months import month_of as month_of
from desktop.office.months import month_words as month_words
from desktop.office.months import months_apart as months_apart
from desktop.office.months import months_between as months_between
from desktop.office.months import months_words as months_words
from desktop.office.months import read_month as read_month
from desktop.people.rules import made_id, short_address
from desktop.waste.model import NewAccount, Place, Rate, Standing, Term, What

FLAT, BY_VOLUME = "WASTE_MONTHLY", "WASTE_VOLUME"
LITRES = "litres"
MOST_LITRES = 1_000_000
LONGEST = 300
"""Signs of one field."""
_FIGURES = re.compile(r"\d+")
_STEPS = (*range(10, 500, 10), *range(500, 20_001, 500))
"""Volumes that are tried for a rate of which only the money is known."""


def account_id(house_id: Id) -> Id:
    """The account of a house: one, at however many desks it is entered."""
    return made_id("waste", house_id.hex())


def first_term_id(account: Id, what: What, from_month: str) -> Id:
    """Of the terms with which an account begins: entered twice they are one."""
    return made_id("waste-term", account.hex(), what.value, from_month)


def in_force(terms: Iterable[Term], month: str) -> dict[What, Term]:
    """Of each kind the term that holds in a month: of the latest beginning, and of those the one said last."""
    found: dict[What, Term] = {}
    for term in terms:
        held = found.get(term.what)
        if term.from_month <= month and (held is None or _rank(held) < _rank(term)):
            found[term.what] = term
    return found


def _rank(term: Term) -> tuple[str, str, Id]:
    return term.from_month, term.set_at.isoformat(), term.id


@lru_cache(maxsize=4_096)
def fee_in(code: str, month: str) -> Fee | None:
    """The fee's version of a month's first day."""
    day = first_day(month)
    holding = (fee for fee in catalogue() if fee.code == code and fee.valid_from <= day)
    return next((fee for fee in holding if fee.valid_to is None or day <= fee.valid_to), None)


@lru_cache(maxsize=4_096)
def charge_of(rate: Rate, month: str) -> Charge | None:
    """What a month costs; None where the catalogue has no such fee in it."""
    fee = fee_in(rate.fee_code, month)
    if fee is None:
        return None
    answers = ((LITRES, rate.litres),) if fee.rule is not None and rate.litres is not None else ()
    charge = Charge(fee, 1, for_months((month,)), answers)
    return charge if charge.is_whole and charge.amount_satang > 0 else None


@lru_cache(maxsize=4_096)
def rate_for(satang: int, month: str) -> Rate | None:
    """The rate of the catalogue that comes to this much a month; None where there is none."""
    flat = Rate(FLAT)
    tried = [flat, *(Rate(BY_VOLUME, litres) for litres in _STEPS)]
    costs = ((rate, charge_of(rate, month)) for rate in tried)
    return next((rate for rate, charge in costs if charge is not None and charge.amount_satang == satang), None)


def place_words(place: Place) -> str:
    """`91/1 หมู่ 2 ซ.1`."""
    return short_address(vars(place))


def street_words(place: Place) -> str:
    """The part of the town that one collector walks: หมู่, ตรอก, ซอย and road without the house."""
    return short_address(vars(place) | {"house_no": ""}) or "ไม่ระบุหมู่และซอย"


def moo_words(place: Place) -> str:
    return f"หมู่ {place.moo}" if place.moo else "ไม่ระบุหมู่"


def sort_key(place: Place) -> str:
    """Houses in the order in which somebody walks past them: figures count as figures (2, 10, 10/1)."""
    parts = (place.moo, place.road, place.soi, place.trok, place.house_no)
    return "|".join(_FIGURES.sub(lambda found: f"{int(found[0]):07d}", part.strip()) for part in parts)


def problems(new: NewAccount) -> dict[str, str]:
    """Field -> code of what stops an account from being opened."""
    found: dict[str, str] = {}
    if not new.place.house_no.strip():
        found["house_no"] = "waste.house_missing"
    if not new.payer.name.strip():
        found["payer"] = "waste.payer_missing"
    if not is_month(new.from_month):
        found["from_month"] = "waste.month_wrong"
    elif new.standing is Standing.CHARGED and charge_of(new.rate, new.from_month) is None:
        found["rate"] = "waste.rate_unknown"
    if new.stop_month and (not is_month(new.stop_month) or new.stop_month < new.from_month):
        found["stop_month"] = "waste.month_wrong"
    if new.standing is not Standing.CHARGED and not new.reason.strip():
        found["reason"] = "waste.reason_missing"
    return found


def too_long(texts: Sequence[str | None]) -> bool:
    return any(len(text or "") > LONGEST for text in texts)
