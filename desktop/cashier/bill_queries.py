"""Reads of bills and payments: plain SQL, the state worked out from the rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.cashier.asked import Asked
from desktop.cashier.bill_lists import BillLists
from desktop.cashier.bill_model import Bill, Biller, BillLine, BillPayment, BillState, BillSums, BillView
from desktop.cashier.bill_rules import SERIES, reference_in
from desktop.cashier.model import Method
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.office.titles import first_found

if TYPE_CHECKING:
    from desktop.store.unit_of_work import UnitOfWork

PAGE, MOST = 60, 960
"""Bills of a list at first, which a tall screen shows, and at last; a search finds the others."""
_VALID = "NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = l.receipt_id)"
_RECEIPT = f"""
(SELECT l.receipt_id FROM bill_payment p JOIN payment_receipt l ON l.payment_id = p.id
 WHERE p.bill_id = b.id AND {_VALID} ORDER BY p.taken_at, p.id LIMIT 1)
"""
_ON_ITS_WAY = """
EXISTS (SELECT 1 FROM bill_payment p WHERE p.bill_id = b.id AND p.method = 'transfer' AND NOT EXISTS
 (SELECT 1 FROM payment_word w WHERE w.payment_id = p.id AND w.outcome = 'withdrawn'))
"""
STATE = f"""
CASE WHEN EXISTS (SELECT 1 FROM bill_cancelled c WHERE c.bill_id = b.id) THEN 'cancelled'
 WHEN {_RECEIPT} IS NOT NULL THEN 'paid' WHEN {_ON_ITS_WAY} THEN 'waiting' ELSE 'open' END
"""
_BILL = f"""
SELECT b.id, b.fiscal_year_be, b.book_no, b.number, b.reference, b.issued_at, b.due_on, b.counter, b.payer_name,
       b.payer_address, b.person_id, b.house_id, b.case_id, b.total_satang, b.baht_text, b.note, b.clerk_name,
       b.clerk_position, {STATE} AS state, {_RECEIPT} AS receipt_id,
       coalesce((SELECT c.reason FROM bill_cancelled c WHERE c.bill_id = b.id LIMIT 1), ''),
       coalesce((SELECT m.month FROM bill_period m WHERE m.bill_id = b.id AND length(m.month) = 7 LIMIT 1), '')
FROM bill b
"""
_HERE = "b.office_id = (SELECT office_id FROM device) AND b.id = ?"
"""The key of a bill: by its id alone every bill would be looked at."""
_REFERRED = """
SELECT id FROM bill WHERE reference = :r UNION ALL SELECT bill_id FROM bill_again WHERE reference = :r LIMIT 1
"""
"""Also the paper of a bill that another desk had made meanwhile leads to the one bill."""
_LINES = """
SELECT bill_id, fee_code, fee_version, description, quantity, unit, unit_price_satang, amount_satang, calculation
FROM bill_line WHERE bill_id IN ({}) ORDER BY line
"""
_PAYMENT = f"""
SELECT p.id, p.bill_id, p.method, p.amount_satang, p.counter, p.taken_by_name, p.taken_at,
       coalesce((SELECT w.outcome FROM payment_word w WHERE w.payment_id = p.id ORDER BY w.said_at DESC, w.id DESC
                 LIMIT 1), ''),
       (SELECT l.receipt_id FROM payment_receipt l WHERE l.payment_id = p.id AND {_VALID} LIMIT 1),
       p.slip_bank, p.slip_reference, coalesce(p.cheque_number, ''), coalesce(p.cheque_bank, '')
FROM bill_payment p
"""
_BILLER = """
SELECT biller_id, merchant_name, bank_name FROM biller WHERE from_day <= ? ORDER BY from_day DESC, set_at DESC LIMIT 1
"""
_OF_SUM = "SELECT bill_id FROM bill_list WHERE state IN ('open', 'waiting') AND total_satang = ? ORDER BY number"
_OWED = """
SELECT l.bill_id FROM bill_list l WHERE l.bill_id IN ({own}) AND l.state IN ('open', 'waiting')
ORDER BY l.due_on, l.number
"""
_SLIP = """
SELECT p.bill_id FROM bill_payment p WHERE p.slip_bank = ? AND p.slip_reference = ? AND NOT EXISTS
(SELECT 1 FROM payment_word w WHERE w.payment_id = p.id AND w.outcome = 'withdrawn') LIMIT 1
"""
_OWED_AGAIN = f"""
SELECT b.id FROM payment_receipt l JOIN bill_payment p ON p.id = l.payment_id JOIN bill b ON b.id = p.bill_id
WHERE l.receipt_id = ? AND {STATE} IN ('open', 'waiting') ORDER BY b.due_on, b.number LIMIT 1
"""


class Within:
    """Reads what a transaction has written already."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._connection = unit.connection

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        given = dict(values) if isinstance(values, Mapping) else tuple(values)
        return [tuple(row) for row in self._connection.exec_driver_sql(sql, given or None)]

    def one(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> tuple[Any, ...] | None:
        found = self.rows(sql, values)
        return found[0] if found else None


class BillQueries:
    def __init__(self, reader: Asked) -> None:
        self._reader = reader

    def bill(self, bill_id: Id) -> Bill | None:
        row = self._reader.one(f"{_BILL} WHERE {_HERE}", (bill_id,))
        return self._bill(row) if row else None

    def by_reference(self, typed: str) -> Bill | None:
        """The bill whose reference was typed or scanned."""
        reference = reference_in(typed)
        found = self._reader.one(_REFERRED, {"r": reference}) if reference else None
        return self.bill(found[0]) if found else None

    def listing(self, view: BillView, words: str, today: date, most: int = PAGE) -> tuple[tuple[Bill, ...], BillSums]:
        """The bills of a view that hold every word (name, number, reference), those due first on top; and all sums."""

        def look(said: str) -> tuple[tuple[Bill, ...], BillSums] | None:
            lists = BillLists(self._reader, view, said, today)
            found = lists.first(most)
            return (self._bills(found), lists.sums()) if found else None

        return first_found(words, look) or ((), BillSums(0, 0))

    def found(self, words: str, today: date, most: int) -> tuple[Bill, ...]:
        """The first bills of any state that hold every word."""
        return self._bills(
            first_found(words, lambda said: BillLists(self._reader, BillView.ALL, said, today).first(most))
        )

    def of(self, *, person_id: Id | None = None, house_id: Id | None = None) -> tuple[Bill, ...]:
        """Every bill of a person or a house, the newest first."""
        rows = self._reader.rows(
            f"{_BILL} WHERE b.person_id = ? OR b.house_id = ? ORDER BY b.issued_at DESC", (person_id, house_id)
        )
        return self._whole(rows)

    def open_of(
        self, person_ids: Sequence[Id], house_ids: Sequence[Id], bill_ids: Sequence[Id] = ()
    ) -> tuple[Bill, ...]:
        """What these people or houses have not paid yet, due first on top; bills that wait for a transfer too.

        `bill_ids`: further bills that are known to be theirs.
        """
        whose = {"person_id": person_ids, "house_id": house_ids, "id": bill_ids}
        columns = [(column, one) for column, ids in whose.items() for one in ids]
        if not columns:
            return ()
        here = "office_id = (SELECT office_id FROM device)"
        own = " UNION ".join(f"SELECT id FROM bill WHERE {here} AND {column} = ?" for column, _ in columns)
        owed = self._reader.rows(_OWED.format(own=own), tuple(one for _, one in columns))
        return self._bills([bill_id for (bill_id,) in owed])

    def numbered(self, year_be: int, counter: str, number: int) -> Bill | None:
        """The bill that bears a number, as people say it."""
        where = "b.fiscal_year_be = ? AND b.number = ? AND b.counter = ?"
        row = self._reader.one(f"{_BILL} WHERE {where}", (year_be, number, counter))
        return self._bill(row) if row else None

    def for_case(self, case_id: Id) -> tuple[Bill, ...]:
        """The bills of a case, whatever became of them."""
        rows = self._reader.rows(f"{_BILL} WHERE b.case_id = ? ORDER BY b.issued_at", (case_id,))
        return self._whole(rows)

    def payments(self, bill_id: Id) -> tuple[BillPayment, ...]:
        """Whatever was offered for a bill, in order."""
        rows = self._reader.rows(f"{_PAYMENT} WHERE p.bill_id = ? ORDER BY p.taken_at, p.id", (bill_id,))
        return tuple(_payment(row) for row in rows)

    def payment(self, payment_id: Id) -> BillPayment | None:
        row = self._reader.one(f"{_PAYMENT} WHERE {_HERE.replace('b.', 'p.')}", (payment_id,))
        return _payment(row) if row else None

    def slip_of(self, bank: str, reference: str) -> Bill | None:
        """The bill for which this slip was shown before."""
        row = self._reader.one(_SLIP, (bank, reference))
        return self.bill(row[0]) if row else None

    def open_for(self, satang: int) -> tuple[Bill, ...]:
        """Bills of exactly this sum that nobody has paid."""
        rows = self._reader.rows(_OF_SUM, (satang,))
        return self._bills([bill_id for (bill_id,) in rows])

    def waiting_at(self, counter: str) -> tuple[Bill, ...]:
        """Bills whose transfer a counter was told of and nobody has seen come, due first on top."""
        told = """EXISTS (SELECT 1 FROM bill_payment p WHERE p.bill_id = b.id AND p.counter = ? AND NOT EXISTS
        (SELECT 1 FROM payment_word w WHERE w.payment_id = p.id AND w.outcome = 'withdrawn'))"""
        listed = f"SELECT * FROM ({_BILL} WHERE {told}) WHERE state = 'waiting' ORDER BY due_on, number"
        return tuple(self._bill(row) for row in self._reader.rows(listed, (counter,)))

    def biller(self, day: date) -> Biller | None:
        row = self._reader.one(_BILLER, (day.isoformat(),))
        return Biller(*row) if row and row[0] else None

    def numbers_left(self, year_be: int) -> int:
        """How many bills this desk can number."""
        sql = """
        SELECT coalesce(sum(hi - next + 1), 0) FROM lease
        WHERE series = ? AND year_be = ? AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
        """
        row = self._reader.one(sql, (SERIES, year_be))
        return int(row[0]) if row else 0

    def _bills(self, ids: Sequence[Id]) -> tuple[Bill, ...]:
        """In this order."""
        if not ids:
            return ()
        here = f"b.office_id = (SELECT office_id FROM device) AND b.id IN ({', '.join('?' * len(ids))})"
        found = {bill.id: bill for bill in self._whole(self._reader.rows(f"{_BILL} WHERE {here}", ids))}
        return tuple(found[one] for one in ids if one in found)

    def _whole(self, rows: Sequence[Sequence[Any]]) -> tuple[Bill, ...]:
        """With their lines, which are read at once."""
        lines: dict[Id, list[BillLine]] = {}
        for bill_id, *line in self._reader.rows(_LINES.format(", ".join("?" * len(rows))), [row[0] for row in rows]):
            lines.setdefault(bill_id, []).append(BillLine(*line))
        return tuple(_bill(row, tuple(lines.get(row[0], ()))) for row in rows)

    def _bill(self, row: Sequence[Any]) -> Bill:
        return self._whole([row])[0]


def owed_again(reader: Asked, receipt_id: Id) -> Bill | None:
    """The first bill that a receipt paid and that is owed since it was cancelled."""
    row = reader.one(_OWED_AGAIN, (receipt_id,))
    return BillQueries(reader).bill(row[0]) if row else None


def _bill(row: Sequence[Any], lines: tuple[BillLine, ...]) -> Bill:
    state, receipt_id, cancelled_for, month = row[18:22]
    head = (*row[:5], from_utc_text(row[5]), date.fromisoformat(row[6]), *row[7:18])
    values: tuple[Any, ...] = (*head, BillState(state), receipt_id, cancelled_for, lines, month)
    return Bill(*values)


def _payment(row: Sequence[Any]) -> BillPayment:
    id_, bill_id, method, satang, counter, by, at, outcome, receipt_id, bank, reference, cheque, cheque_bank = row
    slip = (bank, reference) if reference else None
    return BillPayment(
        id_, bill_id, Method(method), satang, counter, by, from_utc_text(at), outcome, receipt_id, slip, cheque,
        cheque_bank,
    )  # fmt: skip
