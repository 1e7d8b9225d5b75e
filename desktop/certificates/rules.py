"""What a certificate is worth on a day, what falls due when, and what its paper says. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desktop.certificates.model import Deed, Due, Level, Line, Origin, ReceiptRef, Standing, State, Wanted, What
from desktop.certificates.template import Field, Template, When
from desktop.certificates.templates import OPTIONAL, PLACE
from desktop.office.dates import thai_date
from desktop.office.money import format_baht
from desktop.office.series import CERTIFICATES
from desktop.proofs.model import Claim, PaperKind
from desktop.proofs.rules import masked

MANY_YEARS_UNPAID = 2
"""Yearly fees unpaid in a row after which the official may order the business to stop."""
_FIGURE = re.compile(r"\d{1,7}(\.\d{1,2})?")


def series_of(template: Template) -> str:
    return CERTIFICATES + template.register


def number_of(line: Line) -> str:
    """`เล่มที่ 1 เลขที่ 12/2569`."""
    return f"เล่มที่ {line.book_no} เลขที่ {line.number}/{line.year_be}"


def proof_number(row: Mapping[str, Any]) -> str:
    """The same of a certificate's row, with its register before it: each of them begins with the number 1."""
    register = row["series"].removeprefix(CERTIFICATES)
    return f"{register} เล่มที่ {row['book_no']} เลขที่ {row['number']}/{row['year_be']}"


def claim_of(number: str, at: datetime, holder_name: str) -> Claim:
    """What a certificate's code says; `number` as `proof_number`."""
    return Claim(PaperKind.CERTIFICATE, number, at, masked(holder_name))


def anniversary(day: date, years: int) -> date:
    """The same day so many years on; of 29 February the 28th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def ends_on(day: date, years: int) -> date:
    """The last day of a certificate that holds so many years."""
    return anniversary(day, years) - timedelta(days=1)


def due_days(counts_from: date, paid_until: date, until: date) -> Iterator[date]:
    """The anniversaries after what is settled already, up to `until`."""
    years = 1
    while (day := anniversary(counts_from, years)) <= until:
        if day > paid_until:
            yield day
        years += 1


def standing(
    template: Template, counts_from: date, paid_until: date, expires_on: date | None, deeds: Sequence[Deed],
    replaced_on: date | None, today: date,
) -> Standing:  # fmt: skip
    """What the facts say on a day. The hardest word counts, and of two alike the earlier: the order of coming does not.

    `paid_until`: up to which anniversary the fee was settled by an earlier paper.
    """
    ends = max([day for one in deeds if (day := one.expires_on)] + ([expires_on] if expires_on else []), default=None)
    unpaid = unpaid_days(template, counts_from, paid_until, deeds, today)
    for what, state in ((What.REVOKE, State.REVOKED), (What.CLOSE, State.CLOSED)):
        said = sorted((one for one in deeds if one.what is what), key=lambda one: (one.from_day, one.at, one.id))
        if said and said[0].from_day <= today:
            return Standing(state, ends, unpaid, said[0].from_day, None, said[0].reason)
        if what is What.REVOKE and replaced_on is not None and replaced_on <= today:
            return Standing(State.REPLACED, ends, unpaid, replaced_on)
    halted = _suspended(deeds, today)
    if halted is not None:
        return Standing(State.SUSPENDED, ends, unpaid, halted.from_day, halted.until_day, halted.reason)
    if ends is not None and ends < today:
        return Standing(State.EXPIRED, ends, unpaid, ends + timedelta(days=1))
    return Standing(State.UNPAID if unpaid else State.IN_FORCE, ends, unpaid)


def unpaid_days(
    template: Template, counts_from: date, paid_until: date, deeds: Iterable[Deed], today: date
) -> tuple[date, ...]:
    """The anniversaries that are over without their fee; none where nothing is paid by the year."""
    if not template.fees.yearly:
        return ()
    paid = {one.due_on for one in deeds if one.what is What.FEE}
    return tuple(day for day in due_days(counts_from, paid_until, today - timedelta(days=1)) if day not in paid)


def _suspended(deeds: Iterable[Deed], today: date) -> Deed | None:
    """The suspension that holds on a day: begun, not over, not lifted since."""
    found: Deed | None = None
    for one in sorted(deeds, key=lambda one: (one.at, one.id)):
        if one.what is What.SUSPEND and one.from_day <= today and (one.until_day is None or today <= one.until_day):
            found = one
        elif one.what is What.RESUME and one.from_day <= today:
            found = None
    return found


def due_of(
    line: Line, template: Template, deeds: Sequence[Deed], today: date, days_ahead: int
) -> Due | None:  # the nearest thing to be paid or renewed
    """What falls due next of a certificate that is alive, if within the days ahead or late already."""
    if line.standing.state in (State.REVOKED, State.REPLACED, State.CLOSED):
        return None
    horizon = today + timedelta(days=days_ahead)
    if template.fees.yearly:
        return _fee_due(line, template, deeds, today, horizon)
    ends = line.standing.expires_on
    if ends is None or ends > horizon:
        return None
    return Due(line, "renewal", ends, (ends - today).days, tuple(filter(None, (template.fees.issue,))))


def _fee_due(line: Line, template: Template, deeds: Sequence[Deed], today: date, horizon: date) -> Due | None:
    paid = {one.due_on for one in deeds if one.what is What.FEE}
    open_days = [day for day in due_days(line.counts_from, line.paid_until, horizon) if day not in paid]
    if not open_days:
        return None
    first, fees = open_days[0], template.fees
    late = first < today
    codes = (fees.yearly, fees.late) if late and fees.late else (fees.yearly,)
    percent = fees.late_percent if late else 0
    return Due(line, "fee", first, (first - today).days, codes, percent, len(line.standing.unpaid))


def holds(when: When | None, answers: Mapping[str, str]) -> bool:
    if when is None:
        return True
    value = answers.get(when.field, "")
    return value == when.equals if when.equals else bool(value)


def asked(template: Template, answers: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields that are to be filled, as far as it is known."""
    return tuple(one for one in template.fields if holds(one.when, answers))


def problems(wanted: Wanted) -> dict[str, str]:
    """Field -> code of a message; `holder`, `signer`, `reason`, `receipt` beside the template's own."""
    found: dict[str, str] = {}
    if not wanted.holder_name.strip():
        found["holder"] = "certificates.holder_missing"
    if not wanted.signed.name.strip():
        found["signer"] = "certificates.signer_missing"
    if wanted.origin is not Origin.FIRST and not wanted.reason.strip():
        found["reason"] = "certificates.reason_missing"
    if wanted.signed.level is Level.CERTIFICATE and not wanted.signed.subject:
        found["signer"] = "outgoing.key_missing"
    for one in asked(wanted.template, wanted.answers):
        code = _wrong(one, wanted.answers.get(one.code, ""))
        if code:
            found[one.code] = code
    return found


def _wrong(field: Field, value: str) -> str:
    if not value.strip():
        return "certificates.field_missing" if field.required else ""
    if len(value) > field.most:
        return "certificates.field_long"
    if field.type in ("number", "decimal") and not _FIGURE.fullmatch(value):
        return "certificates.field_figure"
    if field.type == "choice" and value not in {one.code for one in field.choices}:
        return "certificates.field_missing"
    return ""


def doubts(wanted: Wanted) -> tuple[str, ...]:
    """What is odd and allowed: codes of messages for who looks once more before it is printed."""
    words = wanted.holder_name.split()
    lone = len(words) < 2 and not any(sign in wanted.holder_name for sign in ("บริษัท", "ห้าง", "พระ", "สหกรณ์"))
    return ("certificates.no_surname",) if wanted.holder_name.strip() and lone else ()


def prefilled(template: Template, known: Mapping[str, str]) -> dict[str, str]:
    """The answers that sources know: `known` maps `case.shop_name`, `holder.address` to values."""
    found = {one.code: known.get(one.source, "") for one in template.fields if one.source}
    return {code: value for code, value in found.items() if value}


def shown(field: Field | None, value: str) -> str:
    """A value as the paper says it."""
    choice = next((one for one in field.choices if one.code == value), None) if field else None
    if choice is not None:
        return choice.name.th
    if field is not None and field.type == "date" and value:
        return thai_date(date.fromisoformat(value), "long", "arabic")
    return value


def given_values(
    template: Template, holder: str, answers: Mapping[str, str], receipt: ReceiptRef | None, **more: str
) -> dict[str, str]:
    """What stands in the places of a paragraph, by their names."""
    values = {one.code: shown(one, answers.get(one.code, "")) for one in template.fields}
    paid = {"fee": format_baht(receipt.satang), "receipt": receipt_words(receipt)} if receipt else {}
    return values | {"holder": holder} | paid | more


def receipt_words(receipt: ReceiptRef) -> str:
    return f"เล่มที่ {receipt.book_no} เลขที่ {receipt.number} ลงวันที่ {thai_date(receipt.day, 'long', 'arabic')}"


def filled(text: str, values: Mapping[str, str], blank: str = "-") -> str:
    """A paragraph with its values; a value that is not known is `blank`, and what is optional then is left out."""

    def optional(part: re.Match[str]) -> str:
        return part[1] if all(values.get(name) for name in PLACE.findall(part[1])) else ""

    return PLACE.sub(lambda place: values.get(place[1]) or blank, OPTIONAL.sub(optional, text))


def paragraphs(
    template: Template, answers: Mapping[str, str], values: Mapping[str, str], blank: str = "-"
) -> tuple[str, ...]:
    return tuple(filled(one.text, values, blank) for one in template.paragraphs if holds(one.when, answers))


def next_due(line: Line, template: Template, deeds: Iterable[Deed], day: date) -> date | None:
    """The anniversary whose fee is to be paid next: the oldest that is unpaid, else the one to come."""
    if not template.fees.yearly:
        return None
    paid = {one.due_on for one in deeds if one.what is What.FEE}
    until = anniversary(day, 2)
    return next((one for one in due_days(line.counts_from, line.paid_until, until) if one not in paid), None)
