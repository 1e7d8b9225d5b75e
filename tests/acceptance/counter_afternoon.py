"""Counter C2 with its line again: each act once, one card to decide, a transfer, another owner's copy."""

from dataclasses import replace

from desktop.cashier.model import Method
from tests.acceptance import counter_lending as lending
from tests.acceptance.counter_desk import CERTIFICATES, TRAY, Day
from tests.acceptance.counter_town import OWNER, at
from tests.acceptance.keys import pump
from tests.helpers.faults import Fault

PHONE_HERE, PHONE_THERE = "053222222", "053111111"
ONCE = (
    "receipt",
    "receipt_void",
    "receipt_print",
    "citizen_case",
    "case_event",
    "person",
    "bill",
    "shift",
    "certificate",
)


def a_telephone_at_two_places(day: Day) -> None:
    """14, before the line is back: head office changes นายบุญมี's telephone, and so does she."""
    clerk, back = day.clerk, day.town.back
    seen = back.people_queries.citizen(day.town.bunmi)
    assert seen is not None
    back.people().amend(seen, replace(seen.entry, phone=PHONE_THERE))
    back.round.run()
    day.bring("บุญมี")
    clerk.press("F6")
    clerk.until("แก้ข้อมูลประชาชน")
    clerk.fill("โทรศัพท์", PHONE_HERE)
    clerk.press("F9")
    clerk.until("แก้ข้อมูล", PHONE_HERE, "รับเรื่องใหม่")


def the_line_is_back(day: Day) -> None:
    """14. 11:55: the line flaps three times: the centre hears, its word is lost; each act is there once."""
    clerk = day.clerk
    day.turns(at(11, 55))
    for _ in range(3):
        day.line.wait_for_request(0)
        day.cut(Fault(cut_after=0))
        pump(lambda: day.line.wait_for_request(0), 60)
        day.cut()
    day.restore()
    clerk.until("ต้องตรวจ 1 รายการ", seconds=120)
    clerk.wait(lambda: day.value("SELECT count(*) FROM outbox WHERE state = 'pending'") == 0, 60)
    for table in ONCE:
        assert day.value(f"SELECT count(*) FROM {table}") == day.town.numbers_of(table), table
    device = day.station.office.desk.identity.device_id
    lending.the_centre_knows(day)
    there = day.town.acts_of(device)
    assert there == (day.value("SELECT max(mseq) FROM outbox"),) * 3


def one_card(day: Day) -> None:
    """14. The card of the telephone that was changed twice: she takes her own; head office has it too."""
    clerk = day.clerk
    day.room(TRAY, "ต้องตรวจ")
    clerk.until(PHONE_HERE, PHONE_THERE)
    clerk.press("1 F9")
    clerk.wait(lambda: day.value("SELECT phone FROM person WHERE id = ?", (day.town.bunmi,)) == PHONE_HERE)
    day.all_sent()
    day.town.back.round.run()
    there = day.town.back.people_queries.citizen(day.town.bunmi)
    assert there is not None
    assert there.entry.phone == PHONE_HERE


def after_lunch(day: Day) -> None:
    """15. 13:30: 60.00 by transfer, once the money is seen: 000455; then 240.00 in cash: 000456."""
    clerk = day.clerk
    day.station.stop()
    day.turns(at(13, 30))
    day.station.start()
    day.all_sent()
    day.new_payer("นายชูชัย ลองโอน", "1 F6 1")
    clerk.until("รวมเงิน (บาท) 60.00")
    clerk.press("Ctrl+B")
    clerk.until("วิธีชำระเงิน", "นายชูชัย ลองโอน")
    clerk.pick("วิธีชำระเงิน", "โอน / QR")
    clerk.until("บันทึกว่ารอเงินโอน")
    clerk.press("F9")
    clerk.until("เงินเข้าแล้ว ออกใบเสร็จ")
    clerk.fill("เห็นเงินเข้าจากที่ใด", "แอปธนาคาร 13.30 น.")
    clerk.press("F9")
    clerk.until("69/C2 000455")
    day.all_out("000455", 2)
    assert (day.receipt(455).method, day.receipt(455).total_satang) == (Method.TRANSFER, 60_00)
    day.new_payer("นางสาวนภา ลองจ่าย", "1 F6 4")
    clerk.until("รวมเงิน (บาท) 240.00")
    clerk.press("F9")
    clerk.until("69/C2 000456")
    day.all_out("000456", 2)


def a_copy(day: Day) -> None:
    """16. Another owner's certificate, issued last week: his copy is no. 2 on its paper, and stands in the register."""
    clerk, certificate, why = day.clerk, day.town.certificate, "ต้นฉบับอยู่ที่ธนาคาร"
    day.room(CERTIFICATES, "หนังสือรับรอง")
    clerk.press("F3")
    clerk.write(OWNER)
    clerk.wait(lambda: _copies_say(day, "-"))
    clerk.press("Return Return")
    clerk.until("พิมพ์สำเนา", "กลับไปทะเบียน", OWNER)
    clerk.press("F10")
    clerk.until("จะพิมพ์เป็นสำเนาที่ 2")
    clerk.fill("เหตุผล", why)
    clerk.press("F9")
    clerk.until("สำเนาที่ 2", why)
    label = f"{certificate.template.name.th} {certificate.line.number}/2569 สำเนาที่ 2"
    day.all_out(label, 2)
    sheets = day.station.office.sheets.queries
    pdf = sheets.file(sheets.named(label)[0].run.id)
    assert pdf is not None
    assert "สำเนาที่ ๒" in day.words_of(pdf)
    clerk.press("Escape")
    clerk.wait(lambda: _copies_say(day, "1"))
    day.all_sent()
    assert day.town.copies_of(certificate.id) == [(2, why, "C2")]


def _copies_say(day: Day, said: str) -> bool:
    """Whether the last column of the owner's line in the register says this."""
    return any(OWNER in line and line.endswith(f" | {said}") for line in day.clerk.sees().splitlines())
