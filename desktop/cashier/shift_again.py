"""Which cancellation of a receipt stands, and which of a slip's gave the same money back once more.

Two counters that cancel one receipt without hearing of each other both give its money back: both did happen. The one
done first, by the moment and then by its id, stands, at every desk and at the centre, whichever was heard of first.
"""

from collections.abc import Sequence
from typing import Any

from desktop.cashier.model import Method
from desktop.cashier.shift_model import GivenAgain
from desktop.office.clock import from_utc_text

_BEFORE = "(w.voided_at < v.voided_at OR (w.voided_at = v.voided_at AND w.id < v.id))"
EARLIER = f"EXISTS (SELECT 1 FROM receipt_void w WHERE w.receipt_id = v.receipt_id AND {_BEFORE})"
"""Whether the cancellation `v` was of a receipt that was cancelled already."""
_COUNTER_OF = """
coalesce((SELECT s.counter FROM shift s WHERE s.device_id = f.device_id ORDER BY s.mseq DESC LIMIT 1),
 (SELECT o.counter FROM receipt o WHERE o.device_id = f.device_id ORDER BY o.mseq DESC LIMIT 1), '')
"""
GIVEN_AGAIN = f"""
SELECT r.counter, r.fiscal_year_be, r.number, r.method, r.total_satang, v.voided_by_name, v.voided_at,
       {_COUNTER_OF}, f.voided_by_name, f.voided_at
FROM ({{voided}}) b JOIN receipt r ON r.id = b.receipt_id JOIN receipt_void v ON v.id = b.id
JOIN receipt_void f ON f.receipt_id = r.id AND f.id =
 (SELECT x.id FROM receipt_void x WHERE x.receipt_id = r.id ORDER BY x.voided_at, x.id LIMIT 1)
WHERE {EARLIER} ORDER BY v.voided_at, v.id
"""
LINES_AGAIN = f"""
SELECT 1, r.fiscal_year_be, r.method, l.fee_code, l.description, l.amount_satang
FROM ({{voided}}) b JOIN receipt_void v ON v.id = b.id JOIN receipt r ON r.id = b.receipt_id
JOIN receipt_line l ON l.receipt_id = r.id WHERE {EARLIER}
"""


def given_again(row: Sequence[Any], counter: str) -> GivenAgain:
    """A row of `GIVEN_AGAIN`, from the drawer of `counter`."""
    issued_at, year, number, method, satang, by, at, first_counter, first_by, first_at = row
    again = (counter, by, from_utc_text(at))
    first = (first_counter, first_by, from_utc_text(first_at))
    return GivenAgain(issued_at, year, number, Method(method), satang, *again, *first)
