"""A town's month of waste bills: made on an encrypted store, and drawn with Thai QR; a second, beside other engines.

The whole town (13,636 houses) is made and drawn as one PDF; every twentieth paper is drawn as a file of its own, and by
the other engines, by the slow ones fewer.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.application import Office
from desktop.cashier.bill_paper import bill_paper
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.paper.bill import BillPaper, bill_pdf, bill_sheets
from desktop.paper.many import many_pdf
from desktop.paper.pages import page_count
from desktop.waste.model import NewAccount, Payer, Place, Rate
from desktop.waste.rules import FLAT
from tests.bench.bill_engines import ENGINES, qt
from tests.bench.row import Row, rate
from tests.helpers.desk import MORNING, make_desk, make_office, person, set_biller

HOUSES, EVERY, PART = 13_636, 20, 200
MONTH, DUE = "2026-11", date(2026, 11, 30)


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder), clock=ManualClock(MORNING), bills_left=HOUSES)
        set_biller(desk)
        office = make_office(desk)
        _enter(office)
        begun = time.perf_counter()
        done = office.waste.rounds.run(person(office, "piyada"), [MONTH], DUE)
        made = done.made / (time.perf_counter() - begun)
        assert done.made == HOUSES
        some = _papers(office)
        begun = time.perf_counter()
        whole = office.waste.papers.bills([MONTH])
        town = HOUSES / (time.perf_counter() - begun)
        assert page_count(whole) == HOUSES
        desk.close()
    begun = time.perf_counter()
    whole = many_pdf("ใบแจ้ง", some[0].office_name, some[0].issued_at, (("", bill_sheets(one)) for one in some))
    as_one = len(some) / (time.perf_counter() - begun)
    assert whole.startswith(b"%PDF")
    files = _rate(some, lambda one: bill_pdf(one))
    qt_files = _rate(some, lambda one: qt(bill_sheets(one)))
    both = 1 / (1 / made + 1 / town)
    drawn = [engine.measure([bill_sheets(one) for one in some]) for engine in ENGINES]
    qt_one = drawn[0][0]
    return [
        rate("waste bills made (13,636)", made, as_one, "a second", "drawing them as one PDF", None),
        rate("waste bills drawn, a file each", files, qt_files, "a second", "QPdfWriter, the same marks", 2.0),
        rate("waste bills read and drawn (13,636)", town, qt_one, "a second", "QPdfWriter drawing alone", 1.0),
        rate("waste bills made and drawn (13,636)", both, qt_one, "a second", "QPdfWriter drawing alone", None),
        *(rate("waste bills drawn as one PDF", as_one, pace, "a second", said, 1.0) for pace, said in drawn),
    ]


def _enter(office: Office) -> None:
    act = office.waste.acts(person(office, "piyada"))
    houses = [
        NewAccount(
            Place(f"{at}/{at % 9 + 1}", str(at % 10 + 1), tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่"),
            Payer(f"นายทดสอบ สมมุติ{at}"), Rate(FLAT), "2026-10",
        )
        for at in range(HOUSES)
    ]  # fmt: skip
    for first in range(0, HOUSES, PART):
        act.enter(houses[first : first + PART], "bench.csv")


def _papers(office: Office) -> list[BillPaper]:
    profile = office.account_queries.office()
    assert profile is not None
    found = []
    for month_bill in office.waste.months.bills_of([MONTH])[::EVERY]:
        bill = office.bills.queries.bill(month_bill.bill_id)
        assert bill is not None
        found.append(bill_paper(bill, profile, office.bills.queries.biller(local_date(bill.issued_at))))
    return found


def _rate(some: list[BillPaper], make: Callable[[BillPaper], object]) -> float:
    begun = time.perf_counter()
    for one in some[:200]:
        make(one)
    return min(len(some), 200) / (time.perf_counter() - begun)
