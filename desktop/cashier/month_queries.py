"""Bills by the account and the month that they are for; periods that are days are yearly fees, and not of here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.cashier.asked import Asked
from desktop.cashier.bill_model import BillState, MonthBill
from desktop.cashier.bill_queries import STATE
from desktop.office.ids import Id

_MONTHS = f"""
SELECT m.account_id, m.month, m.turn, b.id, {STATE} AS state, b.total_satang, b.due_on, b.number, b.reference,
       b.payer_name
FROM bill_period m JOIN bill b ON b.office_id = m.office_id AND b.id = m.bill_id
"""
_OWED = """
NOT EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = b.id) AND NOT EXISTS
 (SELECT 1 FROM bill_payment p JOIN payment_receipt l ON l.payment_id = p.id WHERE p.bill_id = b.id AND NOT EXISTS
  (SELECT 1 FROM receipt_void v WHERE v.receipt_id = l.receipt_id))
"""
_OWED_OF = f"""
{_MONTHS} WHERE m.account_id = ? AND length(m.month) = 7
AND EXISTS (SELECT 1 FROM bill_list l WHERE l.bill_id = m.id AND l.state IN ('open', 'waiting'))
ORDER BY m.month, m.turn
"""
"""Of years of bills the few are read that a desk lists as not paid."""
_BILLED = """
SELECT m.account_id FROM bill_period m
WHERE m.month = ? AND NOT EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = m.bill_id)
"""
_LATEST = "SELECT max(month) FROM bill_period WHERE length(month) = 7"


class MonthQueries:
    def __init__(self, reader: Asked) -> None:
        self._reader = reader

    def of_account(self, account_id: Id) -> tuple[MonthBill, ...]:
        """Every bill of an account, in the order of months and turns."""
        sql = f"{_MONTHS} WHERE m.account_id = ? ORDER BY m.month, m.turn"
        return tuple(_month(row) for row in self._reader.rows(sql, (account_id,)))

    def owed_of(self, account_id: Id) -> tuple[MonthBill, ...]:
        """The bills of an account that are neither paid nor cancelled, in the order of months."""
        return tuple(_month(row) for row in self._reader.rows(_OWED_OF, (account_id,)))

    def owed(self) -> tuple[MonthBill, ...]:
        """All that are neither paid nor cancelled."""
        return tuple(_month(row) for row in self._reader.rows(f"{_MONTHS} WHERE length(m.month) = 7 AND {_OWED}"))

    def standing(self, month: str) -> frozenset[Id]:
        """The accounts that have a bill of the month."""
        return frozenset(bytes(one) for (one,) in self._reader.rows(_BILLED, (month,)))

    def bills_of(self, months: Sequence[str]) -> tuple[MonthBill, ...]:
        """The bills of these months that stand."""
        marks = ", ".join("?" * len(months))
        sql = f"SELECT * FROM ({_MONTHS} WHERE m.month IN ({marks})) WHERE state <> 'cancelled'"
        return tuple(_month(row) for row in self._reader.rows(sql, tuple(months)))

    def latest(self) -> str | None:
        """The last month for which a bill was made."""
        row = self._reader.one(_LATEST)
        return row[0] if row else None


def _month(row: Sequence[Any]) -> MonthBill:
    values: tuple[Any, ...] = (*row[:4], BillState(row[4]), row[5], date.fromisoformat(row[6]), *row[7:])
    return MonthBill(*values)
