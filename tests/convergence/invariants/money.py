"""S7, S8: a receipt reads for ever as it was printed, and the sums are the same wherever they are drawn."""

from collections import Counter

import msgspec

from tests.convergence.invariants.scene import Printer, at_centre
from tests.helpers.town import Town, TownDesk

_RECEIPTS = "SELECT id, series, number, total_satang, payer_name, baht_text FROM receipt WHERE office_id = :o"
_VOIDED_TWICE = "SELECT receipt_id FROM receipt_void WHERE office_id = :o GROUP BY receipt_id HAVING count(*) > 1"
_SUMS = """
SELECT method, sum(total_satang) FROM receipt r WHERE office_id = :o AND counter = :c AND NOT EXISTS
(SELECT 1 FROM receipt_void v WHERE v.office_id = r.office_id AND v.receipt_id = r.id) GROUP BY method
"""
_TWICE = """
SELECT p.bill_id, count(*) FROM bill_payment p
JOIN payment_receipt l ON l.office_id = p.office_id AND l.payment_id = p.id
WHERE p.office_id = :o AND NOT EXISTS
(SELECT 1 FROM receipt_void v WHERE v.office_id = p.office_id AND v.receipt_id = l.receipt_id)
GROUP BY p.bill_id HAVING count(*) > 1
"""
_TOLD = """
SELECT body FROM mutation WHERE office_id = :o AND status = 'flagged' AND type IN
('cashier.take_payment', 'cashier.give_receipt')
"""
_OF_NOTHING = """
SELECT count(*) FROM payment_receipt l WHERE office_id = :o AND NOT EXISTS
(SELECT 1 FROM receipt r WHERE r.office_id = l.office_id AND r.id = l.receipt_id)
"""
_UNCERTAIN = """
SELECT count(*) FROM bill_payment p JOIN payment_receipt l ON l.office_id = p.office_id AND l.payment_id = p.id
WHERE p.office_id = :o AND p.method = 'transfer' AND NOT EXISTS
(SELECT 1 FROM payment_word w WHERE w.office_id = p.office_id AND w.payment_id = p.id AND w.outcome = 'confirmed')
"""


def receipts_never_change(town: Town, desk: TownDesk, printer: Printer, *, all_here: bool = True) -> None:
    """S7: a receipt reads for ever as it was printed, here and at the centre; only one void stands beside it.

    `all_here`: this desk has not just been put back from a copy that lacks the last of them.
    """
    there = {row[0]: row[1:] for row in at_centre(town, _RECEIPTS)}
    assert not at_centre(town, _VOIDED_TWICE), "a receipt has two voids"
    for receipt_id, printed in printer.receipts.items():
        as_printed = (printed.series, printed.number, printed.total_satang, printed.payer_name, printed.baht_text)
        if receipt_id in there:
            assert there[receipt_id] == as_printed
        if printed.counter == desk.desk.identity.counter:
            held = desk.cashier_queries.receipt(receipt_id)
            if held is None and not all_here:
                continue
            assert held is not None, "a printed receipt left its own desk"
            assert (held.series, held.number, held.total_satang, held.payer_name, held.baht_text) == as_printed
            assert held.lines == printed.lines
            if held.void or all_here:
                assert (held.void.reason if held.void else None) == printer.voids.get(receipt_id)


def money_is_the_same_everywhere(town: Town, desks: list[TownDesk], printer: Printer) -> None:
    """S8, at rest: receipts less voids by each method, by the printer, by each desk of its own, and by the centre."""
    for desk in desks:
        counter = desk.desk.identity.counter
        printed: Counter[str] = Counter()
        for one, paper in printer.receipts.items():
            if paper.counter == counter and one not in printer.voids:
                printed[paper.method.value] += paper.total_satang
        assert dict(desk.desk.reader.rows(_SUMS, {"o": town.office_id, "c": counter})) == printed
        assert {method: int(total) for method, total in at_centre(town, _SUMS, c=counter)} == printed


def no_payment_goes_unsaid(town: Town) -> None:
    """S8, at rest: a bill that was paid twice is before a person; no receipt stands for money that may never come."""
    bodies = [msgspec.msgpack.decode(body) for (body,) in at_centre(town, _TOLD)]
    told = {body["bill_id"] for body in bodies if "bill_id" in body}
    payments = {body["payment_id"] for body in bodies}
    by_payment = "SELECT DISTINCT bill_id FROM bill_payment WHERE office_id = :o AND id = :p"
    told |= {bill_id for one in payments for (bill_id,) in at_centre(town, by_payment, p=one)}
    unsaid = [bill_id for bill_id, _ in at_centre(town, _TWICE) if bill_id not in told]
    assert not unsaid, "a bill was paid twice and nobody is told"
    assert town.count(_OF_NOTHING, o=town.office_id) == 0, "a payment names a receipt that is not there"
    assert town.count(_UNCERTAIN, o=town.office_id) == 0, "a receipt stands for a transfer that nobody saw come"
