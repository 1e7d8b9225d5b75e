"""The bank's statements at this desk: taken in once, matched with bills; receipts for what a person confirms."""

import json
from collections.abc import Mapping
from datetime import date

from desktop.accounts.model import Person
from desktop.cashier.asked import Asked
from desktop.cashier.bill_model import Bill, BillState
from desktop.cashier.bill_queries import BillQueries, Within
from desktop.cashier.model import Receipt
from desktop.cashier.paying import Paying
from desktop.cashier.queries import CashierQueries
from desktop.cashier.statement_model import Fit, Match, Statement, StatementLine, Taken
from desktop.cashier.statement_rules import line_ids, references_in
from desktop.office.clock import utc_text
from desktop.office.dates import thai_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import format_baht
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_LINES = """
SELECT id, line, day, amount_satang, words, bill_id FROM statement_line
WHERE left_for IS NULL ORDER BY settled_at IS NOT NULL, day DESC, file_sha256, line LIMIT 1000
"""
_SETTLE = "UPDATE statement_line SET bill_id = ?, settled_at = ? WHERE id = ?"
_KEEP_LINE = "INSERT OR IGNORE INTO statement_line VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, NULL)"


class Statements:
    """`who` looks at the account; the lines stay at this desk, what is confirmed travels."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def take(self, statement: Statement) -> Taken:
        """Keeps the lines that are new. The same file, or one that overlaps with it, changes nothing of the others."""
        fresh = self._desk.write(lambda unit: self._take(unit, statement))
        return Taken(fresh, len(statement.lines) - fresh)

    def columns(self, headings: tuple[str, ...]) -> dict[str, int] | None:
        """What somebody once said of a bank's columns: day, amount -> place."""
        row = self._desk.reader.one("SELECT columns FROM statement_columns WHERE headings = ?", (json.dumps(headings),))
        return dict(json.loads(row[0])) if row else None

    def remember(self, headings: tuple[str, ...], columns: Mapping[str, int]) -> None:
        values = (json.dumps(headings), json.dumps(dict(columns)))
        self._desk.settle("INSERT OR REPLACE INTO statement_columns VALUES (?, ?)", values)

    def matches(self) -> tuple[Match, ...]:
        """Every line that is not left out, with the bill it may be for; those that wait for a person first."""
        return Lines(self._desk.reader).matches()

    def confirm(self, match: Match) -> Receipt:
        """The money is there: issues the bill's receipt and ticks the line off, in one transaction.

        OfficeError `cashier.statement_no_match`, also where it goes with another bill by now than the one that was
        shown; and those of `Paying.confirm`.
        """
        receipt = CashierQueries(self._desk.reader).receipt(self._desk.write(lambda unit: self._confirm(unit, match)))
        assert receipt is not None
        return receipt

    def _confirm(self, unit: UnitOfWork, match: Match) -> Id:
        now = Lines(Within(unit)).match(match.id)
        is_same = now.bill is not None and match.bill is not None and now.bill.id == match.bill.id
        if now.bill is None or not is_same or now.fit not in (Fit.EXACT, Fit.LIKELY):
            raise OfficeError("cashier.statement_no_match")
        line, bill = now.line, now.bill
        words = f"รายการเดินบัญชี {thai_date(line.day, 'short', 'arabic')} {format_baht(line.satang)} {line.words}"
        receipt_id = Paying(self._desk, self._who).confirm_stated(unit, bill.id, words)
        unit.connection.exec_driver_sql(_SETTLE, (bill.id, unit.at, match.id))
        return receipt_id

    def leave(self, match: Match, reason: str) -> None:
        """The money is for no bill: the line leaves the list, and stays kept. OfficeError `cashier.words_missing`."""
        if not reason.strip():
            raise OfficeError("cashier.words_missing")
        values = (reason.strip(), utc_text(self._desk.now()), match.id)
        self._desk.settle("UPDATE statement_line SET left_for = ?, settled_at = ? WHERE id = ?", values)

    def _take(self, unit: UnitOfWork, statement: Statement) -> int:
        file = (statement.sha256, statement.name, unit.at, self._who.id, len(statement.lines))
        unit.connection.exec_driver_sql("INSERT OR IGNORE INTO statement_file VALUES (?, ?, ?, ?, ?)", file)
        fresh = 0
        for line_id, line in zip(line_ids(statement.lines), statement.lines, strict=True):
            values = (line_id, statement.sha256, line.line, line.day.isoformat(), line.satang, line.words)
            fresh += unit.connection.exec_driver_sql(_KEEP_LINE, values).rowcount
        return fresh


class Lines:
    """The lines that are kept, each with the bill that it may be for; also within a transaction."""

    def __init__(self, reader: Asked) -> None:
        self._reader = reader
        self._bills = BillQueries(reader)

    def matches(self) -> tuple[Match, ...]:
        return tuple(self._match(row) for row in self._reader.rows(_LINES))

    def match(self, line_id: Id) -> Match:
        """OfficeError `cashier.statement_no_match`: it is not in the list."""
        row = self._reader.one(f"SELECT * FROM ({_LINES}) WHERE id = ?", (line_id,))
        if row is None:
            raise OfficeError("cashier.statement_no_match")
        return self._match(row)

    def _match(self, row: tuple[object, ...]) -> Match:
        line_id, place, day, satang, words, bill_id = row
        assert isinstance(line_id, bytes)
        assert isinstance(satang, int)
        line = StatementLine(int(str(place)), date.fromisoformat(str(day)), satang, str(words))
        if isinstance(bill_id, bytes):
            return Match(line_id, line, Fit.DONE, self._bills.bill(bill_id))
        return Match(line_id, line, *self._fit(line))

    def _fit(self, line: StatementLine) -> tuple[Fit, Bill | None]:
        named = [bill for one in references_in(line.words) if (bill := self._bills.by_reference(one)) is not None]
        if named:
            bill = named[0]
            if bill.state in (BillState.PAID, BillState.CANCELLED):
                return Fit.PAID, bill
            return (Fit.EXACT if bill.total_satang == line.satang else Fit.OTHER_SUM), bill
        alike = self._bills.open_for(line.satang)
        return (Fit.LIKELY, alike[0]) if len(alike) == 1 else (Fit.NONE, None)
