"""Counter C2 without its centre, 09:40 to 11:55: the line does not even refuse, it hangs, and no act waits for it."""

import signal
import subprocess
import sys

from desktop.cashier.model import Original
from desktop.office.clock import utc_text
from tests.acceptance.counter_desk import CASES, PIN, Day
from tests.acceptance.counter_town import KHAMPAENG_NUMBER, at
from tests.helpers.cards import ThaiCard, memory
from tests.helpers.children import REPOSITORY
from tests.helpers.faults import Fault
from tests.helpers.ipp_printer import Habit
from ui.cashier.money_screens import RECEIPTS

KHAMPAENG = "นางคำแปง ใจสาธิต"
DERIVED = """\
หลัก: ออกหนังสือรับรองการแจ้ง 7 วันทำการ ไม่นับวันแรก (พ.ร.บ.การสาธารณสุข พ.ศ. 2535 ม.48)
เริ่ม: พุธ 14 ม.ค. 2569 รับแจ้งและออกใบรับแจ้ง
นับ 1: พฤหัสบดี 15 ม.ค. 2569
นับ 2: ศุกร์ 16 ม.ค. 2569
ไม่นับ: เสาร์ 17 ม.ค. 2569 (วันเสาร์)
ไม่นับ: อาทิตย์ 18 ม.ค. 2569 (วันอาทิตย์)
นับ 3: จันทร์ 19 ม.ค. 2569
นับ 4: อังคาร 20 ม.ค. 2569
นับ 5: พุธ 21 ม.ค. 2569
นับ 6: พฤหัสบดี 22 ม.ค. 2569
นับ 7: ศุกร์ 23 ม.ค. 2569
ครบกำหนด: ศุกร์ 23 ม.ค. 2569
"""
"""How the last day of the notification comes about, as the page of the case tells it."""
TYPED = "น้ำไม่ไหลทั้งซอย 5 ตั้งแต่เมื่อคืน"


def the_line_is_cut(day: Day) -> None:
    """6. 09:40: no dialog; the strip says since when and how many numbers are left; the ledger of outages is open."""
    clerk = day.clerk
    day.all_sent()
    day.town.next_door.round.run()
    day.turns(at(9, 40))
    day.cut(Fault(blackhole=True))
    a_name_on_the_wrong_keyboard(day)
    clerk.until("ออฟไลน์ตั้งแต่ 09:40 น. ทำงานต่อได้", "ใบเสร็จเหลือ 149 เลข", seconds=120)
    assert clerk.window is day.window
    (began,) = day.rows("SELECT began_at FROM outage WHERE ended_at IS NULL")
    assert began[0].startswith(utc_text(at(9, 40))[:15])


def a_name_on_the_wrong_keyboard(day: Day) -> None:
    """11. `l,s,kp`, typed while the keyboard stands on English: สมหมาย is offered, Enter opens her page."""
    clerk = day.clerk
    day.to_citizens()
    clerk.press("F4")
    clerk.write("l,s,kp")
    clerk.until("อ่านเป็น “สมหมาย”", "นางสมหมาย ใจดี")
    clerk.press("Return")
    clerk.until("แก้ข้อมูล", "นางสมหมาย ใจดี", "0823456789")


def a_food_place(day: Day) -> None:
    """7. นางคำแปง notifies a restaurant of 120 m², a paper is missing: taken in with its list; the days."""
    clerk, card = day.clerk, ThaiCard(held=memory(number=KHAMPAENG_NUMBER, thai="นาง#คำแปง##ใจสาธิต"))
    day.to_citizens()
    day.readers.slots[0].put_in(card)
    clerk.until("ประชาชนรายใหม่", "เก็บเท่าที่จำเป็น")
    clerk.press("Return")
    clerk.until(KHAMPAENG, "แก้ข้อมูล")
    day.readers.slots[0].take_out()
    clerk.press("F7")
    clerk.until("ประเภทเรื่อง")
    clerk.choose("ประเภทเรื่อง", "แจ้งจัดตั้งสถานที่จำหน่าย", back=True)
    clerk.fill("รายละเอียด", "ร้านอาหารตามสั่ง")
    clerk.fill("สถานที่", "ซอย 3")
    clerk.fill("ชื่อสถานประกอบการ", "ร้านคำแปง")
    clerk.choose("ประเภท", "จำหน่ายอาหาร")
    clerk.fill("พื้นที่ (ตร.ม.)", "120")
    clerk.choose("ผู้แจ้งเป็น", "บุคคลธรรมดา")
    clerk.choose("มีผู้รับมอบอำนาจมาแจ้ง", "ไม่ใช่")
    clerk.choose("เป็นเจ้าของสถานที่", "ใช่")
    for paper in ("แบบแจ้งที่กรอกครบและลงชื่อ", "บัตรประจำตัวประชาชน (แสดงตัวจริง)"):
        clerk.to(paper)
        clerk.press("Space")
    clerk.press("F9")
    clerk.until("OSS-69-C2-00018", "ยังขาด: ทะเบียนบ้านของสถานที่ตั้ง", "ครบ 7 วันทำการ: ศุกร์ 23 ม.ค. 2569")
    clerk.press("W")
    clerk.until("ซ่อนวิธีนับ", DERIVED)


def a_fee_of_ten(day: Day) -> None:
    """8. 3,000 instead of 300 on 000452; void with the head's PIN and the paper scanned back; 000453 in its place."""
    clerk = day.clerk
    day.bring("คำแปง")
    clerk.press("F3")
    clerk.until("ค่าธรรมเนียมหนังสือรับรองการแจ้ง")
    clerk.press("2 F6 1 0")
    clerk.until("รวมเงิน (บาท) 3,000.00")
    clerk.press("F9")
    clerk.until("69/C2 000452")
    day.all_out("000452", 2)
    _cancelled(day)
    day.choose_receipt(452)
    clerk.press("F7")
    clerk.until("ค่าธรรมเนียมหนังสือรับรองการแจ้ง", "เคาน์เตอร์")
    clerk.press("2")
    clerk.until("รวมเงิน (บาท) 300.00")
    clerk.press("F9")
    clerk.until("69/C2 000453")
    day.all_out("000453", 2)
    assert day.receipt(453).total_satang == 300_00
    assert (day.receipt(453).replaces, day.receipt(452).replaced_by) == ("69/C2 000452", "69/C2 000453")
    assert day.value("SELECT count(*) FROM receipt WHERE number = 452") == 1
    clerk.press("F2")


def _cancelled(day: Day) -> None:
    """000452 with the head's PIN, its original scanned back, both its sheets printed as cancelled."""
    clerk, wrong = day.clerk, day.receipt(452)
    day.money_page(RECEIPTS)
    day.choose_receipt(452)
    clerk.press("Del")
    clerk.until("ยกเลิกใบเสร็จ 69/C2 000452")
    clerk.fill("เหตุผล", "พิมพ์จำนวนผิด")
    clerk.press("Return")
    clerk.write(wrong.proof)
    clerk.press("Return")
    clerk.choose("ผู้อนุมัติ", "นายวิชัย")
    clerk.fill("PIN", PIN)
    clerk.press("F8")
    clerk.until("ยกเลิกใบเสร็จ 69/C2 000452 แล้ว")
    day.all_out("000452", 4)
    void = day.receipt(452).void
    assert void is not None
    assert (void.reason, void.original) == ("พิมพ์จำนวนผิด", Original.SCANNED)
    words = day.words_of(day.station.office.receipt_pdf(day.receipt(452)))
    assert "ยกเลิก" in words


def a_transfer_nobody_confirms(day: Day) -> None:
    """9. A shop wants to transfer 1,200.00: no receipt comes of it unconfirmed; cash: 000454."""
    clerk = day.clerk
    day.new_payer("ร้านสมใจ", "4 F6 6")
    clerk.until("รวมเงิน (บาท) 1,200.00")
    clerk.press("Ctrl+B")
    clerk.until("วิธีชำระเงิน", "ร้านสมใจ")
    clerk.pick("วิธีชำระเงิน", "โอน / QR")
    clerk.until("บันทึกว่ารอเงินโอน")
    assert "ออกใบเสร็จ" not in clerk.sees()
    day.paper.habit = Habit.DIES
    clerk.pick("วิธีชำระเงิน", "เงินสด")
    clerk.press("F9")
    clerk.until("69/C2 000454")
    assert day.receipt(454).total_satang == 1_200_00


def half_a_sheet(day: Day) -> None:
    """10. The printer dies in the middle of 000454: what came out? Half a sheet: spoiled, another is marked."""
    clerk = day.clerk
    clerk.wait(lambda: day.paper.tray and not day.paper.tray[-1].whole, 60)
    day.turns(at(9, 55))
    clerk.until("ใบออกมาแล้วหรือยัง?", seconds=90)
    clerk.to("ใบเสร็จของวัน")
    clerk.to("ใบออกมาแล้วหรือยัง?", back=True)
    clerk.press("3")
    clerk.until("สำเนา")
    clerk.wait(lambda: ("original", 0, "spoiled") in day.printed("000454"))
    clerk.wait(lambda: clerk.at == "ใบออกมาแล้วหรือยัง?")
    clerk.press("2")
    day.paper.switch_on()
    day.all_out("000454", 2)
    first, second = ("original", 0, "spoiled"), ("copy", 0, "not_out")
    assert day.printed("000454") == [first, second, ("original", 1, "out"), ("copy", 0, "out")]
    sheets = day.station.office.receipt_sheets
    anew = day.station.office.sheets.queries.named("000454")[0].run.job
    assert "พิมพ์ซ้ำครั้งที่" in day.words_of(sheets.pdf(anew))


def killed_while_typing(day: Day) -> None:
    """12. kill -9 in the midst of a complaint; the same form and words stand there again, and the shift is open."""
    day.station.stop()
    command = [sys.executable, "-m", "tests.acceptance.counter_typing", str(day.station.folder), day.line.url]
    command.append(day.clock.now().isoformat())
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as other:
        assert other.stdout is not None
        kept = other.stdout.readline().strip()
        assert kept.startswith("kept "), kept
        assert other.stdout.readline() == "typing\n"
        other.kill()
    assert other.returncode == -signal.SIGKILL
    assert kept == "kept 0", "the clerk who typed used a mouse"
    day.station.start()
    clerk = day.clerk
    day.room(CASES, "คำขอและร้องเรียน")
    clerk.until(TYPED)
    assert day.station.office.shifts.now() is not None
