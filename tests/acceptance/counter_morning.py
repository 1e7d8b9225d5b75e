"""Counter C2 until the line is cut: the drawer, the first ticket, a card, a waste fee, a complaint with a photo."""

from datetime import timedelta

from desktop.cases.model import Place as CasePlace
from desktop.cases.model import Wanted as WantedCase
from desktop.cases.tracking import payload
from desktop.office.dates import local_date
from desktop.queue.settings import Own
from tests.acceptance.counter_desk import CITIZENS, COUNTER_ROOM, PIN, QUEUE, Day
from tests.acceptance.counter_town import BUNMI_NUMBER, COUNTER, WEDNESDAY, at
from tests.desktop.cases.test_photos import photo
from tests.helpers.cards import ThaiCard, memory
from tests.helpers.citizens import CODE
from ui.cashier.money_screens import CHECK
from ui.queue.board import BoardWindow

CASES_BEFORE = 16
INVITED = "ขอเชิญหมายเลข เอ ศูนย์ ศูนย์ หนึ่ง ที่ช่อง สอง ค่ะ"


def the_evening_before(day: Day) -> None:
    """The desk is enrolled, it is told the office's code, the queue is set up, and the head has a PIN here."""
    station, clerk = day.station, day.clerk
    station.start(day.town.code("C2", (), COUNTER))
    day.all_sent()
    day.room(CITIZENS, "ประชาชน")
    clerk.until("รหัสทะเบียนประชาชน")
    clerk.fill("รหัสทะเบียนประชาชน", CODE)
    clerk.press("Return")
    clerk.until_gone("รหัสทะเบียนประชาชน")
    station.office.queue.own = Own(port=0)  # any that is free: others test beside us
    _queue_is_set_up(day)
    office = station.office
    piyada = office.account_queries.person("piyada")
    kind = next(one for one in office.cases.queries.kinds(local_date(day.clock.now())) if one.code == "complaint")
    for number in range(CASES_BEFORE):
        text = f"ถนนเป็นหลุม จุดที่ {number + 1}"
        office.cases.acts(piyada).open(WantedCase(kind, text, "counter", "road", CasePlace("ซอย 9")))
    office.approvals.set_pin(office.account_queries.person("wichai"), PIN)
    day.all_sent()
    station.stop()


def _queue_is_set_up(day: Day) -> None:
    clerk = day.clerk
    day.room(QUEUE, "คิว")
    clerk.until("ใช้กับเครื่องนี้")
    clerk.pick("หน้าที่ของเครื่องนี้ในคิว", "เครื่องหลัก")
    clerk.to("ประกาศเสียงที่เครื่องนี้")
    clerk.press("Space F9")
    clerk.until("เครื่องอื่นต่อมาที่")
    clerk.choose("เครื่องนี้เป็นช่อง", "ช่อง 2")
    clerk.press("F9")
    clerk.wait(lambda: day.station.office.queue.own.place == "2")


def the_drawer(day: Day) -> None:
    """1. 08:20: unlocked; 2,000.00 counted by denomination; the shift stands in the store, the numbers on the strip."""
    clerk = day.clerk
    day.turns(at(8, 20))
    day.station.start()
    day.all_sent()
    clerk.until("ใบเสร็จเหลือ", "100")
    day.room(COUNTER_ROOM, "เคาน์เตอร์")
    clerk.press("Ctrl+G")
    clerk.until("เปิดกะ: นับเงินทอนตั้งต้น")
    for name, count in (("1,000", 1), ("500", 1), ("100", 4), ("20", 5)):
        clerk.fill(f"ธนบัตร {name} บาท", str(count))
    clerk.until("รวม (บาท) 2,000.00")
    clerk.press("F9")
    clerk.until("ลิ้นชักอยู่กับ นางสาวปิยะดา ลองรับ")
    assert day.rows("SELECT counter FROM shift") == [("C2",)]
    assert day.station.office.shifts.now().opening.satang == 2_000_00  # type: ignore[union-attr]


def the_first_ticket(day: Day) -> None:
    """2. A001 is taken and called: it stands on the board, it is said aloud, the call's hour is kept; and once more."""
    clerk, queue = day.clerk, day.station.office.queue
    day.room(QUEUE, "คิว")
    clerk.press("F11")
    clerk.wait(lambda: day.window.findChildren(BoardWindow))
    (board,) = day.window.findChildren(BoardWindow)
    clerk.wait(lambda: clerk.window is board)
    day.to_the_window()
    clerk.press("1")
    clerk.until("A001")
    day.room(CITIZENS, "ประชาชน")
    clerk.press("F2")
    clerk.until("ช่อง 2 A001")
    clerk.wait(lambda: board.accessibleName() == "A001 ช่อง 2")
    clerk.wait(lambda: INVITED in day.said.read_text())
    (ticket,) = queue.day(WEDNESDAY.isoformat())
    assert ticket.called_at is not None
    assert timedelta(0) <= day.clock.now() - ticket.called_at < timedelta(minutes=10)
    clerk.press("Shift+F2")
    clerk.wait(lambda: day.said.read_text().count(INVITED) == 2)
    assert queue.day(WEDNESDAY.isoformat())[0].calls == 2
    board.close()
    day.to_the_window()


def a_card(day: Day) -> None:
    """3. Two readers, the card is in the second: นายบุญมี, three months of waste fee; no more of him is read or kept."""
    clerk, card = day.clerk, ThaiCard(held=memory(number=BUNMI_NUMBER))
    day.readers.slots[1].put_in(card)
    clerk.until("นายบุญมี ใจคำ", "อ่านบัตรแล้ว")
    clerk.until("ค่าขยะ ต.ค. 2568", "ค่าขยะ พ.ย. 2568", "ค่าขยะ ธ.ค. 2568", "91/1 หมู่ 2", "รวมเงิน (บาท) 180.00")
    asked = {int(one[4:8], 16) for one in card.asked if one.startswith("80B0")}
    assert asked == {0x0004, 0x0011, 0x016F, 0x1579}, "number, names with birth and sex, validity, address: no more"
    assert not any(BUNMI_NUMBER in str(one) for row in day.rows("SELECT * FROM person") for one in row)
    day.readers.slots[1].take_out()


def the_waste_fee(day: Day) -> None:
    """4. F9, 200.00, change 20.00: 000451, original and copy; the Thai of the paper can be read, its code believed."""
    clerk = day.clerk
    clerk.wait(lambda: clerk.at == "รับเงินสด (บาท)")
    clerk.write("200")
    clerk.until("เงินทอน 20.00")
    clerk.press("F9")
    clerk.until("69/C2 000451")
    day.all_out("000451", 2)
    assert day.printed("000451") == [("original", 0, "out"), ("copy", 0, "out")]
    receipt = day.receipt(451)
    assert (receipt.total_satang, receipt.change_satang, receipt.payer_name) == (180_00, 20_00, "นายบุญมี ใจคำ")
    words = day.words_of(day.station.office.receipt_pdf(receipt))
    for said in ("นายบุญมี ใจคำ", "หนึ่งร้อยแปดสิบบาทถ้วน", "เทศบาลเมืองแม่เหียะ", "180.00"):
        assert said in words, said
    code = day.code_on_paper("TDP1")
    assert code == receipt.proof
    clerk.press("Escape")
    day.money_page(CHECK)
    clerk.fill("สแกนหรือวางรหัสของเอกสาร", code)
    clerk.press("Return")
    clerk.until("แท้", "69/C2 000451")


def a_complaint(day: Day) -> None:
    """5. The street light in ซอย 3, with a photo that knows where it was taken: OSS-69-C2-00017, and a slip."""
    clerk = day.clerk
    day.bring("บุญมี")
    clerk.press("F7")
    clerk.wait(lambda: clerk.at == "เรื่องอะไร")
    clerk.press("1")
    clerk.wait(lambda: clerk.at == "รายละเอียด")
    clerk.write("ไฟสาธารณะดับ ซอย 3")
    clerk.fill("สถานที่", "ซอย 3")
    picture = day.folder / "ไฟดับ.jpg"
    picture.write_bytes(photo())
    clerk.press_and_name("F4", picture)
    clerk.until("ไฟดับ.jpg", "รู้พิกัดจากรูปแล้ว")
    assert "อาจเป็นเรื่องเดียวกัน" not in clerk.sees()
    clerk.press("F9")
    clerk.until("OSS-69-C2-00017", "พิมพ์ใบรับเรื่อง")
    case = day.case(17)
    assert (case.line.category, case.standing.linked) == ("streetlight", ())
    (file,) = case.files
    assert (file.lat_e6, file.lon_e6) == (18_741_119, 98_940_350)
    kept, public = (day.station.office.desk.blobs.get(one) for one in (file.sha256, file.public_sha256))
    assert b"PhoneMaker" in kept
    assert b"PhoneMaker" not in public
    assert b"Exif" not in public
    sheets = len(day.paper.tray)
    clerk.to("พิมพ์ใบรับเรื่อง")
    clerk.press("Space")
    clerk.wait(lambda: len(day.paper.tray) > sheets, 60)
    assert day.code_on_paper("TDC1") == payload(case.line, day.town.office_id)
