"""A town's month of waste bills: made on an encrypted store, and drawn with Thai QR; a second, beside Qt's PDF writer.

The whole town (13,636 houses) is made; every twentieth paper is drawn, as a file of its own and all in one.
"""

import os
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
from desktop.waste.model import NewAccount, Payer, Place, Rate
from desktop.waste.rules import FLAT
from tests.bench import paper as papers
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
        desk.close()
    begun = time.perf_counter()
    whole = many_pdf("ใบแจ้ง", some[0].office_name, some[0].issued_at, (("", bill_sheets(one)) for one in some))
    as_one = len(some) / (time.perf_counter() - begun)
    assert whole.startswith(b"%PDF")
    files = _rate(some, lambda one: bill_pdf(one))
    qt_files, qt_one = _qt(some)
    both = 1 / (1 / made + 1 / as_one)
    return [
        rate("waste bills made (13,636)", made, as_one, "a second", "drawing them as one PDF", None),
        rate("waste bills drawn as one PDF", as_one, qt_one, "a second", "QPdfWriter, the same marks", 2.5),
        rate("waste bills drawn, a file each", files, qt_files, "a second", "QPdfWriter, the same marks", 2.0),
        rate("waste bills made and drawn", both, qt_one, "a second", "QPdfWriter drawing alone", None),
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


def _qt(some: list[BillPaper]) -> tuple[float, float]:
    """Files a second, and bills a second in one file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QMarginsF
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

    from desktop.paper import ops, thai_text

    app = QGuiApplication.instance() or QGuiApplication([])
    for face in ops.Face:
        QFontDatabase.addApplicationFont(str(thai_text.font_file(face)))

    def draw(bills: list[BillPaper]) -> None:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(600)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(writer)
        for place, bill in enumerate(bills):
            if place:
                writer.newPage()
            for sheet in bill_sheets(bill):
                for op in sheet.ops:
                    papers._draw(painter, op)
        painter.end()

    files = _rate(some, lambda one: draw([one]))
    begun = time.perf_counter()
    draw(some)
    one_file = len(some) / (time.perf_counter() - begun)
    del app
    return files, one_file
