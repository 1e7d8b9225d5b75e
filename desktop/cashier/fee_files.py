"""What a file of `resources/fees` may say: its schema, and its words made into fees."""

from datetime import date
from itertools import pairwise
from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.cashier import formulas
from desktop.cashier.formulas import Words
from desktop.cashier.model import Fee

Name = Annotated[str, Meta(min_length=1)]
Satang = Annotated[int, Meta(ge=0, le=100_000_000_00)]
Count = Annotated[int, Meta(ge=1, le=1_000_000_000)]


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A word that nobody knows in a file of fees is a slip of the pen, never something to be passed over."""


class Both(Strict):
    th: Name
    en: Name

    def words(self) -> Words:
        return Words(self.th, self.en)


class Measure(Strict):
    name: Name
    label: Both
    unit: Both
    most: Count
    scale: Annotated[int, Meta(ge=1, le=1_000)] = 1

    def ask(self) -> formulas.Ask:
        return formulas.Ask(self.name, self.label.words(), self.unit.words(), self.scale, self.most)


class RatePart(Strict):
    th: Name
    en: Name
    satang: Satang

    def rate(self) -> formulas.Rate:
        return formulas.Rate(Words(self.th, self.en), self.satang)


class TierPart(Strict):
    upto: Count | None = None
    flat: Satang | None = None
    per: Count = 1
    satang: Satang = 0
    half_upto: Annotated[int, Meta(ge=0)] = 0


class Tiers(Strict, tag="tiers", tag_field="kind"):
    measure: Measure
    tiers: Annotated[tuple[TierPart, ...], Meta(min_length=1)]

    def rule(self) -> formulas.Rule:
        """ValueError: tiers that do not rise, or do not end with one for all that is more."""
        ends = [tier.upto for tier in self.tiers]
        rising = [end for end in ends[:-1] if end is not None]
        if ends[-1] is not None or len(rising) != len(ends) - 1 or rising != sorted(set(rising)):
            raise ValueError("tiers rise, and the last is for all that is more")
        if self.tiers[-1].flat is not None:
            raise ValueError("the last tier is by the unit")
        parts = (formulas.Tier(one.upto, one.flat, one.per, one.satang, one.half_upto) for one in self.tiers)
        return formulas.Tiers(self.measure.ask(), tuple(parts))


class Area(Strict, tag="area", tag_field="kind"):
    unit_cm2: Count
    least_satang: Satang
    rates: Annotated[tuple[RatePart, ...], Meta(min_length=1)]
    quarters: Annotated[tuple[Annotated[int, Meta(ge=0, le=100)], ...], Meta(min_length=4, max_length=4)]
    most_cm: Count = 5_000

    def rule(self) -> formulas.Rule:
        rates = tuple(one.rate() for one in self.rates)
        return formulas.ByArea(self.unit_cm2, self.least_satang, rates, self.quarters, self.most_cm)


class Classes(Strict, tag="classes", tag_field="kind"):
    measure: Measure
    rates: Annotated[tuple[RatePart, ...], Meta(min_length=1)]

    def rule(self) -> formulas.Rule:
        return formulas.ByClass(self.measure.ask(), tuple(one.rate() for one in self.rates))


class Percent(Strict, tag="percent", tag_field="kind"):
    percent: Annotated[int, Meta(ge=1, le=100)]
    of: Both

    def rule(self) -> formulas.Rule:
        return formulas.Percent(self.percent, self.of.words())


class FeePart(Strict):
    """A fee by the unit has `unit_price_satang`; every other has a `rule` instead."""

    code: Annotated[str, Meta(pattern="^[A-Z][A-Z0-9_]{2,31}$")]
    version: Name
    name_th: Name
    name_en: Name
    unit_th: Name
    unit_en: Name
    legal_basis: Name
    valid_from: date
    valid_to: date | None = None
    unit_price_satang: Satang | None = None
    quantity: Annotated[int, Meta(ge=1, le=9_999)] = 1
    rule: Tiers | Area | Classes | Percent | None = None
    usual_satang: Annotated[int, Meta(ge=1)] = 100_000_00

    def fee(self) -> Fee:
        """ValueError: what each word of it allows, but not all together."""
        if (self.unit_price_satang is None) == (self.rule is None):
            raise ValueError(f"{self.code}: either a price by the unit or a rule")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"{self.code}: over before it begins")
        values = msgspec.structs.asdict(self)
        values["unit_price_satang"] = self.unit_price_satang or 0
        values["rule"] = self.rule.rule() if self.rule else None
        return Fee(**values)


class FeeFile(Strict):
    about: str
    fees: tuple[FeePart, ...]


def read(text: str) -> list[Fee]:
    """The fees of one file; ValueError (msgspec's too) says what is wrong and where."""
    return [part.fee() for part in msgspec.json.decode(text, type=FeeFile).fees]


def overlapping(fees: list[Fee]) -> list[str]:
    """Codes of which two versions are in force on one day."""
    ordered = sorted(fees, key=lambda fee: (fee.code, fee.valid_from))
    pairs = pairwise(ordered)
    return [
        one.code for one, other in pairs if one.code == other.code and other.valid_from <= (one.valid_to or date.max)
    ]
