"""What stands in the fields of a form: typed, checked, stored as one text each, shown again."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.cases.kind import Field
from desktop.office.dates import parse_thai_date, thai_date
from desktop.office.money import format_baht
from desktop.office.thai import arabic_digits

YES, NO = "1", "0"
MOST_TEXT = 400
_PHONE = re.compile(r"0\d{8,9}")
_FIGURES = frozenset({"number", "decimal", "money"})


def stored(field: Field, typed: str, today: date) -> str:
    """What is kept of what somebody typed: figures plain, days as ISO, money as satang; what can't be read as it is."""
    plain = " ".join(arabic_digits(typed).split()) if field.type != "long_text" else typed.strip()
    if field.type in _FIGURES:
        return _figure(field, plain.replace(",", ""))
    if field.type == "date":
        day = parse_thai_date(plain, today) if plain else None
        return day.isoformat() if day else plain
    if field.type == "phone":
        return re.sub(r"[\s().-]", "", plain).replace("+66", "0")
    return plain if field.type == "choice" else typed.strip()


def _figure(field: Field, plain: str) -> str:
    figure = _decimal(plain)
    if figure is None:
        return plain
    return str(int(figure * 100)) if field.type == "money" and figure * 100 == int(figure * 100) else plain


def problem(field: Field, value: str) -> str | None:
    """The code of what is wrong with a stored value; None when it may stand."""
    if not value:
        return "cases.missing" if field.required else None
    if field.type in _FIGURES:
        return _wrong_figure(field, value)
    if field.type in ("text", "long_text"):
        most = field.most or (MOST_TEXT if field.type == "text" else 10 * MOST_TEXT)
        return "cases.too_long" if len(value) > most else None
    good = {
        "date": _is_day(value),
        "phone": bool(_PHONE.fullmatch(value)),
        "yes_no": value in (YES, NO),
        "choice": any(one.code == value for one in field.choices),
    }
    return None if good[field.type] else "cases.misshapen"


def _wrong_figure(field: Field, value: str) -> str | None:
    figure = _decimal(value)
    if figure is None or (field.type != "decimal" and figure != int(figure)):
        return "cases.misshapen"
    shown = figure / 100 if field.type == "money" else figure
    low, high = field.least, field.most
    if (low is not None and shown < Decimal(str(low))) or (high is not None and shown > Decimal(str(high))):
        return "cases.out_of_bounds"
    return None


def shown(field: Field, value: str, language: str = "th") -> str:
    """A stored value in words, figures Arabic."""
    if not value or problem(field, value):
        return value
    if field.type == "choice":
        return next(one.name.in_language(language) for one in field.choices if one.code == value)
    if field.type == "yes_no":
        return {"th": ("ไม่ใช่", "ใช่"), "en": ("no", "yes")}[language][value == YES]
    if field.type == "date":
        return thai_date(date.fromisoformat(value), "short", "arabic")
    return format_baht(int(value)) if field.type == "money" else value


def _decimal(text: str) -> Decimal | None:
    try:
        figure = Decimal(text)
    except InvalidOperation:
        return None
    return figure if figure.is_finite() and abs(figure) < 10**12 else None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
