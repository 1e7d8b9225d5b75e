"""S7, S8: a receipt reads for ever as it was printed, and the sums are the same wherever they are drawn."""

from tests.convergence.invariants.scene import Printer, at_centre
from tests.helpers.town import Town, TownDesk

_RECEIPTS = "SELECT id, series, number, total_satang, payer_name, baht_text FROM receipt WHERE office_id = :o"
_VOIDED_TWICE = "SELECT receipt_id FROM receipt_void WHERE office_id = :o GROUP BY receipt_id HAVING count(*) > 1"
_SUM = """
SELECT coalesce(sum(total_satang), 0) FROM receipt r WHERE office_id = :o AND counter = :c AND NOT EXISTS
(SELECT 1 FROM receipt_void v WHERE v.office_id = r.office_id AND v.receipt_id = r.id)
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
    """S8, at rest: receipts less voids, by the printer, by each desk of its own, and by the centre."""
    for desk in desks:
        counter = desk.desk.identity.counter
        ours = {one for one, paper in printer.receipts.items() if paper.counter == counter}
        printed = sum(printer.receipts[one].total_satang for one in ours - printer.voids.keys())
        assert desk.desk.reader.one(_SUM, {"o": town.office_id, "c": counter}) == (printed,)
        assert town.count(_SUM, o=town.office_id, c=counter) == printed
