"""The secretary's morning with the line: what came overnight, a stack of letters, their numbers and their ways."""

import hashlib
from datetime import date

from tests.acceptance.mae_hia import BY_MAIL, CLOSED, TO_ENGINEERS, TO_TREASURY, Known, at, head, letter_id, tuesday
from tests.acceptance.secretary_desk import REGISTERS, Day
from tests.helpers.town import REGISTRY, TownDesk, identity

FROM_DEPARTMENT = Known(
    "กรมส่งเสริมการปกครองท้องถิ่น", "มท 0808.2/ว 4512", date(2026, 1, 9), "ซักซ้อมแนวทางการบริหารจัดการขยะมูลฝอย"
)
FROM_SCHOOLS = Known("โรงเรียนเทศบาลสาธิต", "ศธ 04009/31", date(2026, 1, 12), "ขอความอนุเคราะห์วิทยากรวันเด็ก")
OVERNIGHT = 11


def the_evening_before(day: Day) -> None:
    """Tuesday: the desk is enrolled, kanda signs in once and goes home; the divisions work on."""
    day.station.start(day.town.code("C1", REGISTERS, REGISTRY))
    day.all_sent()
    day.station.stop()
    engineers, treasury = day.town.division("ENG"), day.town.division("FIN")
    day.turns(tuesday(19, 10))
    for number in TO_ENGINEERS:
        _take_over(engineers, "ENG", number)
    for number in TO_TREASURY:
        _take_over(treasury, "FIN", number, says=number == TO_TREASURY[0])
    for number in TO_ENGINEERS[1:]:
        engineers.letters("wichai").route(letter_id(number), [identity("CLK")])
    for desk in (engineers, treasury):
        desk.round.run()


def _take_over(desk: TownDesk, code: str, number: int, *, says: bool = True) -> None:
    act = desk.letters(head(code))
    act.receive(identity(f"route {number}"))
    if says:
        act.endorse(letter_id(number), "รับทราบ มอบงานที่เกี่ยวข้องดำเนินการ", "assign")


def briefing(day: Day) -> None:
    """1. 08:30 return briefing: 11 changes overnight; J to the end. Unread is 0."""
    clerk = day.clerk
    day.turns(at(8, 30))
    day.station.start()
    day.all_sent()
    clerk.press("Alt+=")
    clerk.until(f"มี {OVERNIGHT} เรื่อง ยังไม่ได้อ่าน {OVERNIGHT - 1}")
    for _ in range(OVERNIGHT - 2):
        clerk.press("J")
    clerk.until("ยังไม่ได้อ่าน 1")
    clerk.press("K J J")
    clerk.until("ไม่มีเรื่องใหม่")
    clerk.press("Alt+1 Alt+=")
    clerk.until("ไม่มีเรื่องใหม่")


def a_second_paper_of_one_letter(day: Day) -> None:
    """4. The second letter of the stack came by e-mail yesterday as 00117: it is linked, and takes no new number."""
    clerk, before = day.clerk, day.value("SELECT count(*) FROM letter")
    day.begin_registering()
    day.bring_scan(BY_MAIL)
    day.type_letter(BY_MAIL)
    clerk.until("น่าจะเป็นฉบับเดียวกับเลขรับ 00117/2569 (อีเมล เมื่อวาน)")
    clerk.press("F9")
    clerk.wait(lambda: clerk.at == "ฉบับเดียวกัน ไม่ออกเลข")
    clerk.press("F8")
    clerk.until("บันทึกที่เลขรับ 00117/2569 แล้ว", "เลขรับถัดไป 00123")
    assert day.value("SELECT count(*) FROM letter") == before
    assert day.rows("SELECT letter_id, channel FROM letter_channel") == [(letter_id(117), "paper")]
    assert day.value("SELECT count(*) FROM letter_file WHERE letter_id = ?", (letter_id(117),)) == 1


def two_numbers(day: Day) -> None:
    """5. Letters 1 and 3 take 00123 and 00124; the stamp is a layer, the original stays byte for byte."""
    for letter, number in ((FROM_DEPARTMENT, 123), (FROM_SCHOOLS, 124)):
        id_ = day.named[letter.book_number] = day.register(letter, number)
        assert day.rows("SELECT book_number, letter_date, from_party, subject FROM letter WHERE id = ?", (id_,)) == [
            (letter.book_number, letter.day.isoformat(), letter.sender, letter.subject)
        ]
        _original_is_untouched(day, id_)


def _original_is_untouched(day: Day, id_: bytes) -> None:
    office = day.station.office
    letter = office.letter_queries.letter(id_)
    assert letter is not None
    assert letter.stamp is not None
    (file,) = letter.files
    kept = office.desk.blobs.get(file.sha256)
    (path,) = (one for one in day.folder.glob("*.pdf") if one.name == file.name)
    assert hashlib.sha256(kept).hexdigest() == file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def on_its_way(day: Day) -> None:
    """6. 00123 with phrase key 2, to กองช่าง within Friday 16 January and a copy to กองคลัง; who is next stands there."""
    clerk = day.clerk
    day.passes(at(9, 20))
    day.open_letter("00123", FROM_DEPARTMENT.subject)
    clerk.press("2")
    clerk.until("เพื่อโปรดพิจารณา")
    clerk.press("F9")
    clerk.until("เกษียณ 1")
    clerk.press("R")
    day.send_to("กองช่าง")
    clerk.fill("ภายในวันที่", "16 ม.ค.")
    clerk.until("ผู้รับถัดไป: กองช่าง")
    clerk.press("F8")
    clerk.until("ส่งหนังสือ เลขรับ 00123 แล้ว", "ภายใน 16 ม.ค. 2569")
    clerk.press("R")
    day.send_to("กองคลัง")
    clerk.pick("เพื่อ", "สำเนาเพื่อทราบ")
    clerk.until("ผู้รับถัดไป: กองคลัง")
    clerk.press("F8")
    clerk.until("เส้นทาง 2")
    sql = "SELECT u.code, r.purpose, r.due_date FROM routing r JOIN unit u ON u.id = r.unit_id WHERE r.letter_id = ?"
    sent = day.rows(f"{sql} ORDER BY r.sent_at", (day.named[FROM_DEPARTMENT.book_number],))
    assert sent == [("ENG", "action", "2026-01-16"), ("FIN", "copy", None)]
    note = day.rows("SELECT text, acted_as FROM endorsement WHERE actor_id = ?", (identity("kanda"),))
    assert note == [("เรียน ปลัดเทศบาล\n- เพื่อโปรดพิจารณา", "เจ้าพนักงานธุรการ")]


def sent_by_mistake(day: Day) -> None:
    """7. 00124 goes to กองการศึกษา by mistake; Ctrl+Z takes it back, and the history shows both."""
    clerk = day.clerk
    day.open_letter("00124", FROM_SCHOOLS.subject)
    clerk.press("R")
    day.send_to("กองการศึกษา")
    clerk.press("F8")
    clerk.until("ส่งหนังสือ เลขรับ 00124 แล้ว", "เรียกคืนได้จนกว่าหน่วยงานจะรับ")
    clerk.press("Ctrl+Z")
    clerk.until("เรียกหนังสือ เลขรับ 00124 คืนแล้ว")
    day.turn_to_tab("ประวัติ")
    clerk.until("ส่งถึง กองการศึกษา", "เรียกคืนจาก กองการศึกษา")
    day.all_sent()
    told = "SELECT r.state FROM routing r JOIN letter l ON l.id = r.letter_id WHERE l.number = 124 AND l.year_be = 2569"
    assert day.rows(told) == [("recalled",)]
    assert day.town.count(f"SELECT count(*) FROM ({told} AND r.state = 'recalled') AS it") == 1


def one_for_the_engineers(day: Day) -> None:
    """00119 goes to กองช่าง, who have not taken it over when the line is cut."""
    day.open_letter("00119", CLOSED.subject)
    day.clerk.press("R")
    day.send_to("กองช่าง")
    day.clerk.press("F8")
    day.clerk.until("ส่งหนังสือ เลขรับ 00119 แล้ว")
    day.all_sent()
