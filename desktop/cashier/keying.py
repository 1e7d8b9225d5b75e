"""Receipts that were written on paper while nothing else went, or by a desk that is lost, entered afterwards."""

from datetime import datetime, time

from desktop.accounts.model import Person
from desktop.cashier import mutations as verbs
from desktop.cashier.model import PaperReceipt, Receipt
from desktop.cashier.queries import CashierQueries
from desktop.cashier.rules import paper_problems
from desktop.office.clock import utc_text
from desktop.office.dates import BANGKOK, local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import baht_text
from desktop.office.numbers import Taken
from desktop.registers.queries import RegisterQueries
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

NOON = time(12)
"""What stands for the hour that nobody wrote on the paper."""


class Keying:
    """`who` sits at the desk and reads the paper."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def key_in(self, paper: PaperReceipt) -> Receipt:
        """Enters one receipt under the number that stands on it; nothing is printed.

        OfficeError `cashier.cannot_key_in` (fields), `cashier.number_settled`, `store.disk_full`.
        """
        found = paper_problems(paper, local_date(self._desk.now()))
        if found:
            raise OfficeError("cashier.cannot_key_in", fields=sorted(found))
        receipt = CashierQueries(self._desk.reader).receipt(self._desk.write(lambda unit: self._key_in(unit, paper)))
        assert receipt is not None
        return receipt

    def _key_in(self, unit: UnitOfWork, paper: PaperReceipt) -> Id:
        """Looks again within the transaction: the number may have been settled since the form was opened."""
        if not RegisterQueries(self._desk.reader).awaits_paper(paper.book, paper.number):
            raise OfficeError("cashier.number_settled", number=paper.number)
        book, day = paper.book, paper.day or local_date(unit.now)
        part = (paper.what_for.strip(), 1, "รายการ", paper.satang, paper.satang)
        body = verbs.KeyInReceipt(
            receipt_id=unit.new_id(),
            keyed=Taken(book.series, book.year_be, paper.number, book.id, book.epoch, book.book_no),
            issued_at=utc_text(datetime.combine(day, paper.at or NOON, BANGKOK)),
            counter=book.holder,
            payer_name=paper.payer_name.strip(),
            method="cash",
            total_satang=paper.satang,
            baht_text=baht_text(paper.satang),
            cashier_name=paper.cashier_name.strip(),
            cashier_position=paper.cashier_position,
            lines=(verbs.LinePart(unit.new_id(), "", "", *part),),
        )
        unit.perform(verbs.KEY_IN, body, self._who.id)
        return body.receipt_id
