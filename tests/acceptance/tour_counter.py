"""The tour's morning at the service centre: a queue, a shift, bills, a citizen, a complaint, a certificate, a code."""

import subprocess
from datetime import UTC, datetime

from desktop.office.dates import local_date
from desktop.office.months import month_after, month_of
from tests.acceptance.demo_town import QUEUE as PRINTER
from tests.acceptance.demo_town import Town
from tests.acceptance.report import Report
from tests.helpers.cards import ThaiCard, memory
from tools.demo_municipality import PASSWORD, PEOPLE_CODE
from tools.demo_photos import as_jpeg, street_at_night

CITIZEN = "นางสมมุติ ใจสาธิต"
CARD = {
    "number": "0999000000116",
    "thai": "นาง#สมมุติ##ใจสาธิต",
    "english": "Mrs.#Sommut##Chaisathit",
    "address": "91/1#หมู่ที่ 2####ตำบลแม่เหียะ#อำเภอเมืองเชียงใหม่#จังหวัดเชียงใหม่",
}
CITIZENS, CASES, CERTIFICATES, QUEUE, WASTE, MONEY = "Alt+[", "Alt+]", "Alt+;", "Alt+'", "Alt+,", "Alt+5"
BILLS = "SELECT count(*) FROM bill"
FLOAT_BAHT = 2_000
TAKEN = "SELECT coalesce(sum(total_satang), 0) FROM receipt WHERE counter = 'C1'"
RECEIPTS_KEPT = "SELECT count(*) FROM receipt"
CERTIFICATES_KEPT = "SELECT count(*) FROM certificate"
CERTIFICATE = (
    ("ผู้ได้รับ (ชื่อเต็ม)", "นายลองงาน กาแฟเทียม"),
    ("ที่อยู่ของผู้แจ้ง", "101/11 หมู่ที่ 2 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่"),
    ("ชื่อสถานประกอบการ", "ร้านกาแฟลองงาน"),
    ("พื้นที่ (ตร.ม.)", "86"),
    ("ที่ตั้งสถานประกอบการ", "101/11 หมู่ที่ 2 ถนนเลียบคลองชลประทาน"),
)
TICKETS = (("1", "A001"), ("2", "B001"), ("1", "A002"), ("3", "C001"), ("0 1", "A003"), ("4", "D001"))
"""Keys, and the ticket that comes of them; 0: an elderly citizen."""


class CounterMorning:
    """The cashier's desk, worked by keys alone; the queue's main computer is the same desk."""

    def __init__(self, town: Town, report: Report) -> None:
        self.town, self.report, self.desk = town, report, town.registry

    def walk(self) -> None:
        self.sits_down("piyada")
        self.code_is_typed()
        self.queue_opens()
        self.shift_opens()
        self.bills_are_made()
        self.complaint_comes_in()
        self.citizen_is_served()
        self.receipt_is_checked()
        self.certificate_is_issued()
        self.shift_closes()

    def sits_down(self, login: str) -> None:
        """Another person signs in at this desk."""
        desk = self.desk
        desk.do("focus", name="ออกจากระบบ")
        desk.press("Space")
        desk.until("ผู้ใช้อื่น")
        desk.do("focus", name="ผู้ใช้อื่น")
        desk.press("Space")
        desk.fill("ชื่อผู้ใช้", login)
        desk.fill("รหัสผ่าน", PASSWORD)
        desk.press("F9")
        desk.until("เคาน์เตอร์")

    def code_is_typed(self) -> None:
        """The office's code for citizens' numbers, once at each desk."""
        desk = self.desk
        desk.press(CITIZENS)
        desk.fill("รหัสทะเบียนประชาชน", PEOPLE_CODE)
        desk.press("Return")
        desk.do("until_fact", sql="SELECT count(*) FROM note WHERE name = 'people-key'", more_than=0)
        desk.do("settle")

    def queue_opens(self) -> None:
        """This desk keeps the queue; six people come, the first is called to the second counter."""
        desk = self.desk
        desk.do("keep_queue")
        desk.press(f"{QUEUE} Ctrl+1")
        desk.until("ชำระค่าธรรมเนียมและภาษี")
        for keys, ticket in TICKETS:
            desk.press(keys)
            desk.until(ticket)
        self.report.shot(desk, "queue-tickets")
        desk.press("Ctrl+2 F2")
        desk.until("กำลังรับบริการ")
        self.report.shot(desk, "queue-counter")
        desk.press("F11")
        desk.do("settle")
        self.report.shot(desk, "queue-board", of="BoardWindow")

    def shift_opens(self) -> None:
        desk = self.desk
        desk.press(f"{MONEY} Ctrl+4")
        desk.until("นับเงินทอนตั้งต้น")
        desk.fill("ธนบัตร 100 บาท", str(FLOAT_BAHT // 100))
        desk.press("F9")
        desk.until("กะเปิดอยู่")

    def bills_are_made(self) -> None:
        desk = self.desk
        before = desk.facts(BILLS)[0][0]
        desk.press(f"{WASTE} Ctrl+2")
        this = month_of(local_date(datetime.now(UTC)))
        for field, month in (("ตั้งแต่เดือน", this), ("ถึงเดือน (ว่าง = เดือนเดียว)", month_after(this))):
            desk.fill(field, month)
        desk.until("30 ใบ")
        self.report.shot(desk, "waste-run")
        desk.press("F9")
        desk.do("until_fact", sql=BILLS, more_than=before + 29)
        desk.press("Ctrl+1")
        desk.do("settle")
        self.report.shot(desk, "waste-accounts")

    def complaint_comes_in(self) -> None:
        desk, photo = self.desk, self.town.work / "ไฟดับ.jpg"
        photo.write_bytes(as_jpeg(street_at_night))
        desk.press(CASES)
        desk.until("รับเรื่องใหม่")
        desk.press("F9")
        desk.until("เรื่องอะไร")
        desk.press("1")
        desk.fill("รายละเอียด", "ไฟสาธารณะดับ 3 ดวง หน้าปากซอย กลางคืนมืดมาก")
        desk.fill("สถานที่", "ซอยตัวอย่าง 4 หน้าบ้านเลขที่ 94/4")
        desk.fill("หมู่ที่", "5")
        desk.fill("ชื่อผู้แจ้ง", "นายทดสอบ ร้านสมมติ")
        desk.fill("โทรศัพท์", "0810000004")
        desk.do("press_and_name", keys="F4", path=str(photo))
        desk.until("ไฟดับ.jpg")
        self.report.shot(desk, "complaint")
        desk.press("F9")
        desk.until("OSS-")
        desk.do("settle")
        self.report.shot(desk, "complaint-taken-in")

    def citizen_is_served(self) -> None:
        """Her card brings her page; what she owes is taken with one receipt, and she is given her card back."""
        desk, slot = self.desk, self.town.readers.slots[0]
        desk.press(CITIZENS)
        desk.until("พร้อมอ่านบัตร")
        slot.put_in(ThaiCard(held=memory(**CARD)))
        desk.until("รวมเงิน")
        self.report.check("a card brings the citizen's page", CITIZEN in desk.do("sees"))
        desk.fill("รับเงินสด (บาท)", "200")
        self.report.shot(desk, "citizen")
        before = desk.facts(RECEIPTS_KEPT)[0][0]
        desk.press("F9")
        desk.do("until_fact", sql=RECEIPTS_KEPT, more_than=before)
        desk.until("พิมพ์ต้นฉบับและสำเนาแล้ว", 60)
        self.report.shot(desk, "citizen-paid")
        slot.take_out()

    def receipt_is_checked(self) -> None:
        """The receipt that came out of the printer is held before the program as a picture."""
        desk, paper = self.desk, self.town.work / "ใบเสร็จ.png"
        printed = self.town.cups.comes_out(PRINTER)
        self.report.paper("receipt-of-a-citizen.pdf", printed)
        drawn = subprocess.run(
            ["pdftoppm", "-r", "200", "-png", "-f", "1", "-l", "1"], input=printed, capture_output=True, check=True
        )
        paper.write_bytes(drawn.stdout)
        desk.press(f"{MONEY} Ctrl+7")
        desk.until("สแกนหรือวางรหัสของเอกสาร")
        desk.do("press_and_name", keys="F3", path=str(paper))
        desk.until("ลายเซ็นถูกต้อง")
        self.report.shot(desk, "receipt-checked")
        self.report.check("the printed receipt proves itself by its code", "แท้" in desk.do("sees"))

    def certificate_is_issued(self) -> None:
        desk = self.desk
        desk.press(f"{CERTIFICATES} F9")
        desk.until("เลขที่จะได้เมื่อกดออก")
        desk.press("F6 End")
        for name, words in CERTIFICATE:
            desk.fill(name, words)
        desk.do("focus", name="ประเภท")
        desk.press("Down")
        desk.do("focus", name="ผู้ลงนาม")
        desk.type("นายสมชาย")
        desk.do("settle")
        self.report.shot(desk, "certificate-form")
        before = desk.facts(CERTIFICATES_KEPT)[0][0]
        desk.press("F9")
        desk.do("until_fact", sql=CERTIFICATES_KEPT, more_than=before)
        desk.until("กลับไปทะเบียน")
        desk.do("settle")
        self.report.shot(desk, "certificate")

    def shift_closes(self) -> None:
        """The float and all that was taken today, counted blind."""
        desk = self.desk
        desk.press(f"{MONEY} Ctrl+4")
        desk.until("กะเปิดอยู่")
        desk.press("F8")
        hundreds, rest = divmod(FLOAT_BAHT + desk.facts(TAKEN)[0][0] // 100, 100)
        desk.fill("ธนบัตร 100 บาท", str(hundreds))
        desk.fill("ธนบัตร 20 บาท", str(rest // 20))
        self.report.shot(desk, "shift-counted")
        desk.press("F9")
        desk.until("ผลต่าง")
        self.report.check("the drawer has what the receipts say", "ยอดตรงกัน" in desk.do("sees"))
        self.report.shot(desk, "shift-close")
        desk.press("F9")
        desk.until("พิมพ์ใบนำส่ง")
        desk.do("settle")
        self.report.shot(desk, "remittance")
