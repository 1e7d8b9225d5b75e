"""Slips and days as their papers say them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from desktop.accounts.model import OfficeProfile
from desktop.cashier.model import Method
from desktop.cashier.shift_model import DENOMINATIONS, NOTES, GivenAgain, KindSum, Loose, MoneyDay, Run, Slip
from desktop.office.dates import fiscal_year_be, local_date, thai_date, thai_time
from desktop.office.money import format_baht
from desktop.paper.money_sheets import Signer
from desktop.paper.remittance import RemittancePaper, RemittanceRow
from desktop.paper.remittance_summary import SlipRow, SummaryPaper

_CHECKS = "ผู้ตรวจสอบ"
_LOOSE = {
    Loose.RECEIPT: "ใบเสร็จที่ยังไม่มีใบนำส่ง",
    Loose.VOID: "ใบเสร็จที่ยกเลิกนอกใบนำส่ง",
    Loose.AGAIN: "คืนเงินซ้ำนอกใบนำส่ง ต้องเรียกคืนหรือชดใช้",
}


def slip_paper(slip: Slip, office: OfficeProfile) -> RemittancePaper:
    shift, closing = slip.shift, slip.shift.closing
    assert closing is not None
    assert shift.counted is not None
    counted = dict(shift.counted.pieces.pieces)
    return RemittancePaper(
        office_name=office.name_th,
        counter=shift.counter,
        facts=(
            ("วันที่", thai_date(closing.closed_at, "long", "arabic")),
            ("เปิดกะ", moment(shift.opened_at, closing.closed_at)),
            ("ปิดกะ", moment(closing.closed_at, closing.closed_at)),
        ),
        made_at=closing.closed_at,
        rows=rows_of(slip.sums),
        receipts=tuple(_receipts(slip)),
        marks=tuple(_marks(slip)),
        drawer=tuple(_drawer(slip)),
        difference_satang=slip.difference_satang,
        explanation=_explanation(slip),
        pieces=tuple((piece_name(one), counted.get(one, 0), one * counted.get(one, 0)) for one in DENOMINATIONS),
        events=tuple(_events(slip)),
        words=slip.words,
        signers=(
            Signer("ผู้นำส่ง", closing.closed_by_name, closing.closed_by_position, _signed(closing.closed_at)),
            _receiver(slip),
            Signer(_CHECKS),
        ),
        odd=_odd(slip),
    )


def day_paper(day: MoneyDay, office: OfficeProfile, now: datetime) -> SummaryPaper:
    made = day.closed_at or now
    state = f"ปิดยอดโดย {day.closed_by_name}" if day.closed_by_name else "ยังไม่ปิดยอด"
    return SummaryPaper(
        office_name=office.name_th,
        facts=(("วันที่", thai_date(day.day, "long", "arabic")), ("สถานะ", state), ("พิมพ์เมื่อ", _signed(made))),
        made_at=made,
        slips=tuple(_slip_row(slip) for slip in day.slips),
        kinds=(*rows_of(one for slip in day.slips for one in slip.earned), *_given_again(day)),
        notes=tuple(_notes(day)),
        signers=(Signer("ผู้จัดทำ"), Signer("ผู้รับเงิน"), Signer(_CHECKS)),
    )


def rows_of(sums: Iterable[KindSum]) -> tuple[RemittanceRow, ...]:
    """A line for each kind of revenue; with its fiscal year where there are two."""
    found: dict[tuple[int, str, str], dict[Method, int]] = defaultdict(lambda: defaultdict(int))
    for one in sums:
        found[one.fiscal_year_be, one.fee_code, one.name_th][one.method] += one.satang
    years = {year for year, _, _ in found}
    return tuple(
        RemittanceRow(f"{name} (ปีงบประมาณ {year})" if len(years) > 1 else name, *(methods[method] for method in Method))
        for (year, _, name), methods in found.items()
    )


def piece_name(satang: int) -> str:
    if satang < 100:
        return f"เหรียญ {satang} สตางค์"
    return f"{'ธนบัตร' if satang in NOTES else 'เหรียญ'} {satang // 100:,} บาท"


def run_words(run: Run) -> str:
    """`70 เล่ม 1 เลขที่ 000451–000456`."""
    numbers = f"{run.lo:06d}" if run.lo == run.hi else f"{run.lo:06d}–{run.hi:06d}"
    return f"ปี {run.fiscal_year_be % 100:02d} เล่ม {run.book_no} เลขที่ {numbers}"


def moment(at: datetime, beside: datetime) -> str:
    """The time of day, with its date where it is not the other's."""
    time = f"{thai_time(at, 'arabic')}"
    return time if local_date(at) == local_date(beside) else f"{thai_date(at, 'short', 'arabic')} {time}"


def _signed(at: datetime) -> str:
    return f"{thai_date(at, 'short', 'arabic')} {thai_time(at, 'arabic')}"


def _receiver(slip: Slip) -> Signer:
    received = slip.shift.received
    if received is None:
        return Signer("ผู้รับเงิน")
    return Signer("ผู้รับเงิน", received.received_by_name, received.received_by_position, _signed(received.received_at))


def _receipts(slip: Slip) -> Iterator[str]:
    if not slip.runs:
        yield "ไม่ได้ออกใบเสร็จในรอบนี้"
    for run in slip.runs:
        yield f"{run_words(run)}  รวม {run.size} ฉบับ"
    if slip.runs:
        count = len(slip.receipts)
        valid = count - len(slip.voids)
        yield f"ออกทั้งหมด {count} ฉบับ  ใช้ได้ {valid}  ยกเลิก {len(slip.voids)}  พิมพ์ซ้ำ {len(slip.reprinted)}"


def _marks(slip: Slip) -> Iterator[str]:
    for one in slip.voids:
        yield f"ยกเลิก {one.number:06d}  {format_baht(one.total_satang)} บาท  เหตุ: {one.void_reason}"
    for one in slip.reprinted:
        yield f"พิมพ์ซ้ำ {one.number:06d}  {one.reprints} ครั้ง"
    for late in slip.late_voids:
        number = f"{late.counter} {late.number:06d}"
        yield f"คืนเงินใบเสร็จรอบก่อน {number}  −{format_baht(late.total_satang)} บาท  เหตุ: {late.reason}"

    for again in slip.given_again:
        yield again_words(again)


def again_words(one: GivenAgain) -> str:
    """Which receipt, where and by whom it had been cancelled, and where and by whom its money was given back again."""
    first = f"{one.first_counter} {moment(one.first_at, one.at)} โดย {one.first_by}"
    again = f"{one.counter} {moment(one.at, one.first_at)} โดย {one.by}"
    number, money = f"{one.receipt_counter} {one.number:06d}", format_baht(one.total_satang)
    return f"คืนเงินซ้ำ {number}  {money} บาท  ยกเลิกแล้วที่ {first}  คืนอีกครั้งที่ {again}"


def _odd(slip: Slip) -> str:
    if not slip.is_as_closed:
        return "ข้อมูลที่เครื่องนี้มีไม่ตรงกับที่เคาน์เตอร์ปิดไว้ ให้ตรวจสอบก่อนรับเงิน"
    money = sum(one.total_satang for one in slip.given_again)
    return f"คืนเงินซ้ำ {format_baht(money)} บาท ของใบเสร็จที่ยกเลิกแล้ว ต้องเรียกคืนหรือชดใช้" if money else ""


def _given_again(day: MoneyDay) -> Iterator[RemittanceRow]:
    """What the kinds of revenue come to is more than was remitted by what was given back again: no kind bears it."""
    money = [sum(one.total_satang for one in day.given_again if one.method is method) for method in Method]
    if any(money):
        yield RemittanceRow("หัก คืนเงินซ้ำ ต้องเรียกคืนหรือชดใช้", *(-satang for satang in money))


def _drawer(slip: Slip) -> Iterator[tuple[str, int]]:
    yield "เงินทอนตั้งต้น", slip.shift.opening.satang
    for one in slip.shift.movements:
        yield f"{'เข้า' if one.satang > 0 else 'ออก'}: {one.reason}", one.satang
    yield "รับเงินสดสุทธิ", slip.by(Method.CASH)
    yield "ควรมีในลิ้นชัก", slip.expected_satang
    yield "นับได้", slip.expected_satang + slip.difference_satang
    yield "หักเงินทอนตั้งต้น คงนำส่งเป็นเงินสด", slip.cash_satang


def _explanation(slip: Slip) -> str:
    closing = slip.shift.closing
    if closing is None or not (closing.explanation or closing.witness_name):
        return ""
    why = f"เหตุผล: {closing.explanation}" if closing.explanation else ""
    witness = f"ผู้รับรอง: {closing.witness_name}" if closing.witness_name else ""
    return "  ".join(filter(None, (why, witness)))


def _events(slip: Slip) -> Iterator[str]:
    closing = slip.shift.closing
    assert closing is not None
    if local_date(slip.shift.opened_at) != local_date(closing.closed_at):
        yield f"กะนี้เปิดตั้งแต่วันที่ {thai_date(slip.shift.opened_at, 'long', 'arabic')}"
    for outage in closing.outages:
        until = moment(outage.until, closing.closed_at) if outage.until else "ยังไม่กลับมาเมื่อปิดกะ"
        since = moment(max(outage.since, slip.shift.opened_at), closing.closed_at)
        yield f"ขาดการติดต่อส่วนกลาง {since} ถึง {until} ทำงานต่อด้วยเลขในเครื่อง"
    for one in slip.shift.handovers:
        money = format_baht(one.pieces.satang)
        why = f"  เหตุผลที่ยอดไม่ตรง: {one.explanation}" if one.explanation else ""
        when = moment(one.handed_at, closing.closed_at)
        yield f"ส่งมอบกะ {when} {one.giver_name} ให้ {one.taker_name} เงินสด {money} บาท{why}"
    if len(slip.shift.counts) > 1:
        yield f"นับเงิน {len(slip.shift.counts)} ครั้ง ยอดข้างบนเป็นของครั้งที่ใช้ปิดกะ"
    received = slip.shift.received
    if received is not None and received.words:
        yield f"กองคลังรับเงินสด {format_baht(received.satang)} บาท: {received.words}"


def _slip_row(slip: Slip) -> SlipRow:
    closing, received = slip.shift.closing, slip.shift.received
    assert closing is not None
    cash, cheque, transfer = (slip.by(method) for method in Method)
    numbers = ", ".join(run_words(run) for run in slip.runs) or "–"
    taken = f"รับเงินแล้ว โดย {received.received_by_name}" if received else "ยังไม่ได้รับเงิน"
    words = f"{taken}  ·  คำตรวจสอบ: {' '.join(slip.words)}"
    money = RemittanceRow("", cash, cheque, transfer)
    return SlipRow(slip.shift.counter, closing.closed_by_name, numbers, money, words)


def _notes(day: MoneyDay) -> Iterator[str]:
    for one in day.loose:
        yield f"{_LOOSE[one.what]}: เคาน์เตอร์ {one.counter} {one.number} ฉบับ {format_baht(one.satang)} บาท"
    yield from map(again_words, day.given_again)
    for slip in day.slips:
        if slip.difference_satang:
            closing = slip.shift.closing
            why = closing.explanation if closing else ""
            yield f"เคาน์เตอร์ {slip.shift.counter} เงินสดต่าง {format_baht(slip.difference_satang)} บาท: {why}"
        if not slip.is_as_closed:
            yield f"เคาน์เตอร์ {slip.shift.counter} ข้อมูลไม่ตรงกับที่ปิดไว้ ให้ตรวจสอบ"
    years = {one.fiscal_year_be for slip in day.slips for one in slip.sums}
    if len(years) > 1 or years - {fiscal_year_be(day.day)}:
        yield "มีรายรับของปีงบประมาณ " + ", ".join(map(str, sorted(years)))
