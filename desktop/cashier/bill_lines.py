"""Lines of bills on one receipt: what is alike but for its month is one line for each run of months."""

from collections.abc import Sequence

from desktop.cashier.bill_model import Bill, BillLine
from desktop.office.months import month_after, month_words, months_words

Line = tuple[str, str, str, int, str, int, int]
"""Fee code, version, description, quantity, unit, price of a unit, amount."""
Kind = tuple[str, str, str, str, int]
"""What must be the same: fee code, version, words without the month, unit, price of a unit."""


def for_months(months: Sequence[str]) -> str:
    """`ประจำเดือน ต.ค.–ธ.ค. 2568`: how a line says for which months it is."""
    return f"ประจำเดือน {months_words(months)}"


def lines_of(bills: Sequence[Bill]) -> tuple[Line, ...]:
    """In the order of the bills; a later month of a line that stands already is counted to it."""
    found: list[Line] = []
    runs: dict[Kind, tuple[int, list[str]]] = {}
    for bill in sorted(bills, key=lambda one: one.month):
        for line in bill.lines:
            kind = _kind(bill, line)
            place, months = runs.get(kind, (0, [])) if kind else (0, [])
            if kind and months and month_after(months[-1]) == bill.month:
                months.append(bill.month)
                before = found[place]
                quantity, amount = before[3] + line.quantity, before[6] + line.amount_satang
                words = f"{kind[2]} {for_months(months)}"
                found[place] = (*before[:2], words, quantity, line.unit, line.unit_price_satang, amount)
                continue
            if kind:
                runs[kind] = len(found), [bill.month]
            found.append(_as_it_stands(line))
    return tuple(found)


def _kind(bill: Bill, line: BillLine) -> Kind | None:
    """None where the line is not of one month alone."""
    said = f" ประจำเดือน {month_words(bill.month)}" if bill.month else ""
    if not said or not line.description.endswith(said) or line.amount_satang != line.quantity * line.unit_price_satang:
        return None
    words = line.description.removesuffix(said)
    return line.fee_code, line.fee_version, words, line.unit, line.unit_price_satang


def _as_it_stands(line: BillLine) -> Line:
    price = line.unit_price_satang, line.amount_satang
    return line.fee_code, line.fee_version, line.description, line.quantity, line.unit, *price
