"""Counter C2 at 16:00: a blind count, the slip of the day, the treasurer's hand under it, the proof by the centre."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from desktop.cashier.model import Method
from desktop.cashier.shift_model import Slip
from tests.acceptance.counter_desk import Day
from tests.acceptance.counter_town import at
from tests.acceptance.station import Station
from ui.cashier.money_screens import SHIFT, SLIPS, MoneyScreens

SLIP = "ใบนำส่งเงิน C2 14 ม.ค. 2569"
TREASURER = "นางรัตนา ตัวอย่างคลัง"


def the_drawer_is_counted(day: Day) -> None:
    """17. 16:00: 3,920.00 counted without knowing, as it should be; the slip of 1,980.00 on paper."""
    clerk = day.clerk
    day.station.stop()
    day.turns(at(16))
    day.station.start()
    day.all_sent()
    day.money_page(SHIFT)
    clerk.until("ลิ้นชักอยู่กับ นางสาวปิยะดา ลองรับ")
    clerk.press("F8")
    clerk.until("นับเงินในลิ้นชัก")
    assert "3,920.00" not in clerk.sees()
    for name, count in (("1,000", 3), ("500", 1), ("100", 4), ("20", 1)):
        clerk.fill(f"ธนบัตร {name} บาท", str(count))
    clerk.until("รวม (บาท) 3,920.00")
    clerk.press("F9")
    clerk.until("ควรมี", "ยอดตรงกัน", "ปิดกะ ออกใบนำส่ง")
    clerk.press("F9")
    (screens,) = day.window.findChildren(MoneyScreens)
    clerk.wait(lambda: screens.pages.value == SLIPS and screens.slips.table.current() is not None)
    clerk.press("F9")
    day.all_out(SLIP, 2)
    assert day.station.office.shifts.now() is None
    day.all_sent()


def the_slip(day: Day) -> None:
    """17. What it says: six numbers, the void one, what was printed again, the outage, the words."""
    slip = _slip(day)
    assert (slip.expected_satang, slip.difference_satang, slip.total_satang) == (3_920_00, 0, 1_980_00)
    assert (slip.by(Method.CASH), slip.by(Method.TRANSFER)) == (1_920_00, 60_00)
    paper = _paper(day, slip)
    for said in (
        "1,980.00", "3,920.00", "เลขที่ 000451–000456 รวม 6 ฉบับ", "ออกทั้งหมด 6 ฉบับ ใช้ได้ 5 ยกเลิก 1 พิมพ์ซ้ำ 1",
        "ยกเลิก 000452", "พิมพ์ซ้ำ 000454 1 ครั้ง", *slip.words,
    ):  # fmt: skip
        assert said in paper, f"{said!r} is not in {paper}"
    day.words = slip.words
    outage, *flapping = slip.shift.closing.outages  # type: ignore[union-attr]
    assert outage.until is not None
    assert at(9, 40) <= outage.since < at(9, 50) < at(11, 55) <= outage.until < at(13, 30), (outage, flapping)
    assert all(outage.until <= one.since for one in flapping), flapping
    assert "ขาดการติดต่อส่วนกลาง 09.4" in paper


def the_treasurer(day: Day) -> None:
    """17. At a desk of her own: she counts 1,920.00 and takes it; her name stands under the slip; the day is closed."""
    clerk = day.clerk
    day.station.stop()
    with _treasury(day) as there:
        there.all_sent()
        there.money_page(SLIPS)
        clerk.until("C2", "รอรับเงิน")
        clerk.press("F7")
        clerk.until("รับเงินตามใบนำส่งของ C2", "เงินสด 1,920.00")
        clerk.fill("เงินสดที่นับได้ (บาท)", "1920")
        clerk.press("Return Return Return")
        clerk.until_gone("รอรับเงิน")
        slip = _slip(there)
        assert slip.is_as_closed
        assert TREASURER in _paper(there, slip)
        clerk.press("F8")
        clerk.until("แล้วเปิดอีกไม่ได้")
        clerk.press("F8")
        clerk.until("ปิดยอดวันแล้ว")
        there.all_sent()


def the_day_is_proven(day: Day) -> None:
    """18. `books verify-day`: nothing is wrong, each number and the void is explained, C1 has ten; 000457 is next."""
    lines = day.town.says("books", "verify-day", "--counter", "C2", "--day", "14/1/2569")
    slip, *numbers, void = lines
    assert slip.split("\t") == ["C2", "1,980.00", "6", "1", " ".join(day.words)], lines
    said = ["451-451 issued", "452-452 void", "453-456 issued", "457-490 unused"]
    said.append("491-500 unused, lent to C1")
    assert numbers == [f"2569 {one}" for one in said], lines
    assert void.startswith("69/C2 000452 on 2026-01-14 "), lines
    assert "approved by นายวิชัย" in void, lines
    assert void.endswith("replaced by 69/C2 000453: พิมพ์จำนวนผิด"), lines


def _slip(day: Day) -> Slip:
    """The one slip that the desk knows of."""
    return day.station.office.shifts.queries.slip(bytes(day.value("SELECT shift_id FROM shift_close")))


def _paper(day: Day, slip: Slip) -> str:
    """The words of the slip on paper, with single blanks."""
    return " ".join(day.words_of(day.station.office.shifts.slip_pdf(slip.shift.id)).split())


@contextmanager
def _treasury(day: Day) -> Iterator[Day]:
    """The treasurer's desk while she is at it."""
    station = Station(day.folder / "T1", "ratana", day.line.url, day.clock, day.clerk)
    try:
        station.start(day.town.code("T1", (), ("finance/normal",)))
        yield replace(day, station=station)
    finally:
        station.stop()
