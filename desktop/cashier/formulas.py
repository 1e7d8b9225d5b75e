"""How a fee is worked out: kinds of rules whose figures are data, and every step of a calculation in both languages.

All figures are whole: satang, litres, centimetres, hundredths of a square metre. Halves are rounded up, at the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from desktop.office.money import format_baht
from desktop.office.thai import normalise

MOST_SAID = 10**9
"""No measure that a clerk types is larger."""
Answers: TypeAlias = Mapping[str, int]


@dataclass(frozen=True)
class Words:
    """The same in both languages."""

    th: str
    en: str


@dataclass(frozen=True)
class Ask:
    """What must be known for a calculation. `scale`: an answer counts so many parts of `unit` (100: hundredths).

    `choices`: the answer is the place of one of them. `most`: what is larger is asked about once more.
    """

    name: str
    label: Words
    unit: Words = Words("", "")
    scale: int = 1
    most: int = MOST_SAID
    choices: tuple[Words, ...] = ()
    is_money: bool = False

    def takes(self, answer: int | None) -> bool:
        if answer is None:
            return False
        return 0 <= answer < len(self.choices) if self.choices else 0 < answer <= MOST_SAID

    def read(self, typed: str) -> int | None:
        """The answer that was typed (`1,250.5`, `๒๐`), in parts of the unit; None when it is none."""
        try:
            exact = Decimal(normalise(typed).replace(",", "")) * (100 if self.is_money else self.scale)
            whole = int(exact)
        except (InvalidOperation, ValueError, OverflowError):
            return None
        return whole if whole == exact and self.takes(whole) else None

    def spoken(self, answer: int) -> Words:
        """The answer as people read it: `1,250.50 ตร.ม.`, or the words of the choice."""
        if self.choices:
            return self.choices[answer]
        figure = format_baht(answer) if self.is_money else _figure(answer, self.scale)
        return Words(f"{figure} {self.unit.th}".strip(), f"{figure} {self.unit.en}".strip())


@dataclass(frozen=True)
class Computed:
    """What one unit of the fee costs, and how that came about; `summary` is short enough for a line of a receipt."""

    satang: int
    steps: tuple[Words, ...]
    summary: Words


@dataclass(frozen=True)
class Rate:
    """A class of things (a kind of sign, of building) and what a unit of it costs."""

    words: Words
    satang: int


@dataclass(frozen=True)
class Tier:
    """Up to and with `upto` (None: whatever is more): `flat`, or `satang` for each `per` of the whole measure.

    What is left over counts half a unit up to and with `half_upto`, and a whole one above it.
    """

    upto: int | None
    flat: int | None = None
    per: int = 1
    satang: int = 0
    half_upto: int = 0


@dataclass(frozen=True)
class Tiers:
    """By the volume of what is collected."""

    measure: Ask
    tiers: tuple[Tier, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        return (self.measure,)

    def compute(self, answers: Answers) -> Computed:
        amount = answers[self.measure.name]
        said = self.measure.spoken(amount)
        tier = next(tier for tier in self.tiers if tier.upto is None or amount <= tier.upto)
        satang, how = self._by(tier, amount)
        return Computed(satang, (said, how), said)

    def _by(self, tier: Tier, amount: int) -> tuple[int, Words]:
        unit = self.measure.unit
        if tier.flat is not None:
            upto = f"{_figure(tier.upto or 0, self.measure.scale)} "
            money = format_baht(tier.flat)
            return tier.flat, Words(f"ไม่เกิน {upto}{unit.th} = {money}", f"up to {upto}{unit.en} = {money}")
        halves, rest = 2 * (amount // tier.per), amount % tier.per
        halves += 0 if not rest else 1 if rest <= tier.half_upto else 2
        satang = _half_up(halves * tier.satang, 2)
        count, per = _figure(halves * 5, 10), _figure(tier.per, self.measure.scale)
        price, money = format_baht(tier.satang), format_baht(satang)
        return satang, Words(
            f"{count} หน่วย (หน่วยละ {per} {unit.th}) × {price} = {money}",
            f"{count} units (of {per} {unit.en}) × {price} = {money}",
        )


@dataclass(frozen=True)
class ByArea:
    """By width and height in centimetres and the kind of sign: units of `unit_cm2`, a rest above half of it counts one.

    `quarters`: percent of the year's tax for a sign first put up in its first, second... quarter of the year.
    """

    unit_cm2: int
    least_satang: int
    rates: tuple[Rate, ...]
    quarters: tuple[int, ...]
    most_cm: int = 5_000

    @property
    def asks(self) -> tuple[Ask, ...]:
        cm = Words("ซม.", "cm")
        return (
            Ask("kind", Words("ประเภทป้าย", "Kind of sign"), choices=tuple(rate.words for rate in self.rates)),
            Ask("width", Words("กว้าง", "Width"), cm, most=self.most_cm),
            Ask("height", Words("สูง", "Height"), cm, most=self.most_cm),
            Ask("quarter", Words("เริ่มติดตั้ง", "Put up"), choices=(_WHOLE_YEAR, *_QUARTERS[: len(self.quarters)])),
        )

    def compute(self, answers: Answers) -> Computed:
        rate, width, height = self.rates[answers["kind"]], answers["width"], answers["height"]
        area = width * height
        units, rest = divmod(area, self.unit_cm2)
        units += rest * 2 > self.unit_cm2
        whole = max(units * rate.satang, self.least_satang)
        percent = (100, *self.quarters)[answers["quarter"]]
        satang = _half_up(whole * percent, 100)
        size = f"{width:,} × {height:,}"
        steps = [
            Words(f"{size} = {area:,} ตร.ซม.", f"{size} = {area:,} cm²"),
            Words(f"÷ {self.unit_cm2:,} = {units:,} หน่วย", f"÷ {self.unit_cm2:,} = {units:,} units"),
            _both(f"{units:,} × {format_baht(rate.satang)} = {format_baht(units * rate.satang)}"),
        ]
        if whole > units * rate.satang:
            least = format_baht(self.least_satang)
            steps.append(Words(f"ไม่ต่ำกว่าป้ายละ {least}", f"not less than {least} a sign"))
        if percent != 100:
            steps.append(_both(f"{format_baht(whole)} × {percent}% = {format_baht(satang)}"))
        return Computed(satang, tuple(steps), Words(f"{rate.words.th} {size} ซม.", f"{rate.words.en} {size} cm"))


@dataclass(frozen=True)
class ByClass:
    """So much a unit of a measure (a square metre, a metre), by its class; a fraction of half or more counts one."""

    measure: Ask
    rates: tuple[Rate, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        return (
            Ask("class", Words("ประเภท", "Class"), choices=tuple(rate.words for rate in self.rates)),
            self.measure,
        )

    def compute(self, answers: Answers) -> Computed:
        rate, amount = self.rates[answers["class"]], answers[self.measure.name]
        units = _half_up(amount, self.measure.scale)
        satang = units * rate.satang
        said, unit = self.measure.spoken(amount), self.measure.unit
        steps = [rate.words]
        if amount % self.measure.scale:
            steps.append(Words(f"{said.th} คิดเป็น {units:,} {unit.th}", f"{said.en} counts as {units:,} {unit.en}"))
        steps.append(_both(f"{units:,} × {format_baht(rate.satang)} = {format_baht(satang)}"))
        return Computed(satang, tuple(steps), Words(f"{said.th} {rate.words.th}", f"{said.en} {rate.words.en}"))


@dataclass(frozen=True)
class Percent:
    """A surcharge: so many percent of another sum."""

    percent: int
    of: Words

    @property
    def asks(self) -> tuple[Ask, ...]:
        return (Ask("base", self.of, Words("บาท", "baht"), most=1_000_000_00, is_money=True),)

    def compute(self, answers: Answers) -> Computed:
        base = answers["base"]
        satang = _half_up(base * self.percent, 100)
        how = f"{format_baht(base)} × {self.percent}% = {format_baht(satang)}"
        of = f"{self.percent}% "
        return Computed(
            satang, (_both(how),), Words(f"{of}ของ {format_baht(base)} บาท", f"{of}of {format_baht(base)} baht")
        )


Rule: TypeAlias = Tiers | ByArea | ByClass | Percent


def missing(rule: Rule, answers: Answers) -> tuple[str, ...]:
    """Names of what is not said yet, or can't be so."""
    return tuple(ask.name for ask in rule.asks if not ask.takes(answers.get(ask.name)))


def unusual(rule: Rule, answers: Answers) -> tuple[Ask, ...]:
    """What is so large that a person must look at it once more."""
    return tuple(ask for ask in rule.asks if not ask.choices and answers.get(ask.name, 0) > ask.most)


def explained(steps: Sequence[Words], english: bool = False) -> str:
    return " · ".join(step.en if english else step.th for step in steps)


def _half_up(amount: int, by: int) -> int:
    return (2 * amount + by) // (2 * by)


def _figure(amount: int, scale: int) -> str:
    """`1,250.5` of 12505 tenths."""
    whole, rest = divmod(amount, scale)
    places = len(str(scale)) - 1
    return f"{whole:,}.{rest:0{places}d}".rstrip("0").rstrip(".") if rest else f"{whole:,}"


def _both(text: str) -> Words:
    return Words(text, text)


_WHOLE_YEAR = Words("ป้ายเดิม ทั้งปี", "Before this year")
_QUARTERS = (
    Words("ป้ายใหม่ ม.ค.–มี.ค.", "New, Jan–Mar"),
    Words("ป้ายใหม่ เม.ย.–มิ.ย.", "New, Apr–Jun"),
    Words("ป้ายใหม่ ก.ค.–ก.ย.", "New, Jul–Sep"),
    Words("ป้ายใหม่ ต.ค.–ธ.ค.", "New, Oct–Dec"),
)
