"""The benchmark's service centre holds together as a real one: the rooms find in it what was put there."""

from datetime import timedelta
from pathlib import Path

from desktop.application import Office
from desktop.cashier.bill_model import BillView
from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
from tests.bench.counter_store import ARREARS, fill
from tests.bench.stores import secret_of
from tests.bench.windows import no_centre
from tests.helpers.desk import MORNING


def test_a_small_one_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "bench"
    fill(folder, 120, 4)
    desk = open_desk(folder, DeskKeys(secret_of(folder)), ManualClock(MORNING))
    office, today = Office(desk, no_centre), ManualClock(MORNING).now()
    receipts = office.cashier_queries.between(today - timedelta(hours=2), today)
    assert len(receipts) == 30
    assert len(office.shifts.day(today.date() - timedelta(days=1)).slips) == 3
    assert sum(loose.number for loose in office.shifts.day(today.date()).loose if loose.what == "receipt") == 30
    bills, sums = office.bills.queries.listing(BillView.ALL, "", today.date(), 500)
    assert len(bills) == sums.count == 102 + ARREARS
    one = office.counter.finding.exact(f"70/{receipts[0].counter} {receipts[0].number:06}")
    assert one is not None
    assert one.id == receipts[0].id
    ((person, *_),) = desk.reader.rows("SELECT id FROM person ORDER BY id LIMIT 1")
    page = office.counter.queries.page(person)
    assert page is not None
    assert page.name in {receipt.payer_name for receipt in receipts}
    assert page.owed
    desk.close()
