"""Reads of the cash desk."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop.cashier.model import Method, Original, Receipt, ReceiptLine, Stock, Void
from desktop.cashier.rules import SERIES
from desktop.office.clock import from_utc_text, utc_text
from desktop.office.dates import fiscal_year_be, local_date, utc_of_local
from desktop.office.ids import Id
from desktop.registers.queries import RegisterQueries
from desktop.store import attention
from desktop.store.book_state import STATE_SQL, BookState
from desktop.store.reader import Reader

_NUMBER = "printf('%02d/%s %06d', o.fiscal_year_be % 100, o.counter, o.number)"
_RECEIPT = """
SELECT r.id, r.series, r.fiscal_year_be, r.book_no, r.number, r.issued_at, r.counter, r.payer_name, r.payer_address,
       r.method, r.total_satang, r.baht_text, r.tendered_satang, r.cashier_name, r.cashier_position,
       v.reason, v.voided_by_name, v.voided_at,
       coalesce((SELECT hash FROM kept_link k WHERE k.device_id = r.device_id AND k.mseq = r.mseq),
                (SELECT hash FROM outbox o JOIN device d ON d.device_id = r.device_id WHERE o.mseq = r.mseq)),
       (SELECT count(*) FROM receipt_print p WHERE p.office_id = r.office_id AND p.receipt_id = r.id),
       EXISTS (SELECT 1 FROM touch t WHERE t.entity IN ('receipt', 'receipt_void') AND t.row_id IN (r.id, v.id)),
       coalesce(v.approved_by_name, ''), v.original, coalesce(r.proof, ''),
       (SELECT {number} FROM receipt o WHERE o.office_id = r.office_id AND o.id = r.replaces_id),
       (SELECT {number} FROM receipt o WHERE o.office_id = r.office_id AND o.replaces_id = r.id
        ORDER BY EXISTS (SELECT 1 FROM receipt_void w WHERE w.receipt_id = o.id), o.issued_at DESC, o.id LIMIT 1),
       coalesce(r.mode, ''),
       coalesce((SELECT e.number FROM elaas_receipt e WHERE e.receipt_id = r.id
                 ORDER BY e.entered_at DESC, e.id DESC LIMIT 1), '')
FROM receipt r LEFT JOIN receipt_void v ON v.office_id = r.office_id AND v.id =
 (SELECT w.id FROM receipt_void w WHERE w.receipt_id = r.id ORDER BY w.voided_at, w.id LIMIT 1)
""".replace("{number}", _NUMBER)
_LINES = """
SELECT receipt_id, fee_code, fee_version, description, quantity, unit, unit_price_satang, amount_satang
FROM receipt_line WHERE receipt_id IN ({}) ORDER BY line
"""

_UNIT = """
SELECT u.name_th FROM receipt r
JOIN staff s ON s.office_id = r.office_id AND s.id = r.cashier_id
JOIN unit u ON u.office_id = s.office_id AND u.id = s.unit_id
WHERE r.office_id = (SELECT office_id FROM device) AND r.id = ?
"""


_AT_ONCE = 500
_PACE_DAYS = timedelta(days=28)
_PACE = """
SELECT coalesce(sum(many), 0), count(*) FROM receipt_day
WHERE device_id = (SELECT device_id FROM device) AND day >= ?
"""
_UNPRINTED = """
SELECT r.id FROM receipt r JOIN outbox o ON o.mseq = r.mseq AND o.type = 'cashier.issue_receipt'
WHERE r.id = (SELECT id FROM receipt WHERE device_id = (SELECT device_id FROM device) ORDER BY mseq DESC LIMIT 1)
AND r.issued_at >= ? AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)
AND NOT EXISTS (SELECT 1 FROM receipt_print p WHERE p.receipt_id = r.id)
AND NOT EXISTS (SELECT 1 FROM print_run p WHERE p.document_id = r.id)
AND EXISTS (SELECT 1 FROM print_run p WHERE p.kind = 'receipt')
"""
_QUESTIONED = f"""
SELECT o.body FROM attention a JOIN outbox o ON o.mseq = a.mseq WHERE {attention.OPEN} AND o.type LIKE 'cashier.%'
"""


class CashierQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def receipt(self, receipt_id: Id) -> Receipt | None:
        row = self._reader.one(
            f"{_RECEIPT} WHERE r.office_id = (SELECT office_id FROM device) AND r.id = ?", (receipt_id,)
        )
        return self._whole([row])[0] if row else None

    def recent(self, most: int = 50) -> tuple[Receipt, ...]:
        """The newest receipts that this desk can see, newest first."""
        return self._whole(self._reader.rows(f"{_RECEIPT} ORDER BY r.issued_at DESC LIMIT ?", (most,)))

    def between(self, start: datetime, end: datetime) -> tuple[Receipt, ...]:
        """The receipts issued from `start` up to but not at `end`, newest first."""
        where = "r.issued_at >= ? AND r.issued_at < ? ORDER BY r.issued_at DESC, r.number DESC"
        return self._found(where, (utc_text(start), utc_text(end)))

    def issuing_unit(self, receipt_id: Id) -> str:
        """The unit of the cashier who issued a receipt, as its paper names it."""
        row = self._reader.one(_UNIT, (receipt_id,))
        return str(row[0]) if row else ""

    def unprinted(self, now: datetime) -> Receipt | None:
        """The receipt that this desk issued last, if that was within a day and no sheet of it was ever sent.

        None where this desk has never printed a receipt: there they are files.
        """
        row = self._reader.one(_UNPRINTED, (utc_text(now - timedelta(days=1)),))
        return self.receipt(row[0]) if row else None

    def book(self, now: datetime) -> BookState:
        """What is left of this desk's receipt books of the fiscal year of `now`."""
        values = (SERIES, fiscal_year_be(local_date(now)), utc_text(now))
        row = self._reader.one(STATE_SQL, values)
        return BookState(*row) if row else BookState(0, None)

    def a_day(self, now: datetime) -> float:
        """How many receipts this desk issued on a day with work, over the last four weeks; 0 when there was none."""
        found = self._reader.one(_PACE, (local_date(now - _PACE_DAYS).isoformat(),))
        issued, days = found or (0, 0)
        return issued / days if days else 0.0

    def stock(self, now: datetime) -> Stock:
        """The receipt numbers at hand, and for how many days they will do at the pace of late."""
        book, pace = self.book(now), self.a_day(now)
        today = RegisterQueries(self._reader).lent(utc_of_local(local_date(now)))
        lent = tuple(one for one in today if one.ours)
        return Stock(book.left, int(book.left / pace) if pace else None, book.is_low, lent)

    def _found(self, where: str, values: Sequence[Any]) -> tuple[Receipt, ...]:
        return self._whole(self._reader.rows(f"{_RECEIPT} WHERE {where}", values))

    def _whole(self, rows: Sequence[Sequence[Any]]) -> tuple[Receipt, ...]:
        """With their lines, so many receipts' at once."""
        questioned = self._questioned()
        lines: dict[Id, list[ReceiptLine]] = {}
        for first in range(0, len(rows), _AT_ONCE):
            ids = [row[0] for row in rows[first : first + _AT_ONCE]]
            for receipt_id, *line in self._reader.rows(_LINES.format(", ".join("?" * len(ids))), ids):
                lines.setdefault(receipt_id, []).append(ReceiptLine(*line))
        return tuple(_receipt(row, tuple(lines.get(row[0], ())), questioned) for row in rows)

    def _questioned(self) -> frozenset[Id]:
        """Receipts on which an act of this desk was flagged and nobody has looked at it yet."""
        bodies = self._reader.rows(_QUESTIONED)
        if not bodies:
            return frozenset()
        import msgspec

        acts = [msgspec.msgpack.decode(body) for (body,) in bodies]
        return frozenset(act["receipt_id"] for act in acts if "receipt_id" in act)


def _receipt(row: Sequence[Any], lines: tuple[ReceiptLine, ...], questioned: frozenset[Id]) -> Receipt:
    void = None
    if row[15] is not None:
        void = Void(row[15], row[16], from_utc_text(row[17]), row[21], Original(row[22]) if row[22] else None)
    head: tuple[Any, ...] = (*row[:5], from_utc_text(row[5]), *row[6:9], Method(row[9]), *row[10:15])
    mark = "attention" if row[0] in questioned else "here" if row[20] else "centre"
    links = (row[23], row[24] or "", row[25] or "", row[26], row[27])
    values: tuple[Any, ...] = (*head, lines, void, (row[18] or b"").hex(), row[19], mark, *links)
    return Receipt(*values)
