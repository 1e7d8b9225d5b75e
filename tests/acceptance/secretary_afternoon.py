"""The line is back at 11:40: what others did meanwhile, a circular, a reply that is sent, old papers, the books."""

import re
from datetime import date

from desktop.letters.authority import Capacity
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.endorsing_actions import EndorsingActions
from desktop.letters.endorsing_wishes import Wish
from desktop.letters.model import Letter
from desktop.letters.queries import LetterQueries
from desktop.letters.route_model import RouteState
from desktop.letters.watch_actions import WatchActions
from desktop.office.ids import Id
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.queries import OutgoingQueries
from tests.acceptance.mae_hia import DIVISIONS, OF_2558, ON_HOLD, UNITS, at, head, letter_id
from tests.acceptance.secretary_desk import Day
from tests.acceptance.secretary_outage import DRAFT_SUBJECT, ENGINEERS_WORD, KANDAS_WORD, OFFLINE, proposal
from tests.helpers.pdfa import flaws
from tests.helpers.town import TownDesk, identity

BARCODE = "RR123456785TH"
"""What the post sticks on a registered letter."""
LATE = DIVISIONS[:3]
"""The divisions whose desks have no line while the circular goes round."""


def the_line_is_back(day: Day) -> None:
    """14. 11:40: กองช่าง closed 00119 meanwhile. A card says so, to open it again; nothing waits behind it."""
    clerk = day.clerk
    day.turns(at(11, 40))
    day.restore()
    clerk.until("ต้องตรวจ 1 รายการ", seconds=60)
    clerk.wait(lambda: day.value("SELECT count(*) FROM outbox WHERE state = 'pending'") == 0, 60)
    clerk.press("Alt+8")
    clerk.until("กองช่างทำเสร็จและปิดเรื่องแล้วเมื่อ", "เปิดเรื่องอีกครั้ง")
    closed = letter_id(119)
    texts = {text for (text,) in day.rows("SELECT text FROM endorsement WHERE letter_id = ?", (closed,))}
    assert texts == {ENGINEERS_WORD, KANDAS_WORD}
    clerk.press("F9")
    clerk.until("เปิดเรื่องอีกครั้งแล้ว")
    day.all_sent()
    engineers = day.town.division("ENG")
    engineers.round.run()
    found = LetterQueries(engineers.desk.reader).letter(closed)
    assert found is not None
    states = [(one.unit_name, one.state, one.done_at is not None) for one in found.routes]
    assert states.count(("กองช่าง", RouteState.RECEIVED, True)) == 1
    assert states.count(("กองช่าง", RouteState.SENT, False)) == 1


def the_deputy_signs(day: Day) -> None:
    """12, at the deputy's desk: the block under her signature is the regulation's, by the order entered offline."""
    desk = day.town.desk("P1", (), ("unit:CLK/normal",))
    who, letter = desk.person("malee"), day.named[OFFLINE[3].subject]
    (standing,) = (
        one
        for one in AuthorityQueries(desk.desk.reader).standings(who, desk.clock.now())
        if one.capacity is Capacity.ACTING
    )
    EndorsingActions(desk.desk, who).endorse(letter, Wish("เห็นชอบ ให้กองคลังชี้แจง", "agree", standing))
    desk.round.run()
    clerk = day.clerk
    day.open_letter("00128", OFFLINE[3].subject)
    clerk.until("เกษียณ 1")
    clerk.until("รองปลัดเทศบาล รักษาราชการแทน ปลัดเทศบาล")
    block = day.value("SELECT block FROM endorsement WHERE letter_id = ?", (letter,))
    assert block.splitlines() == ["(นางสาวมาลี ลองแทน)", "รองปลัดเทศบาล รักษาราชการแทน", "ปลัดเทศบาล"]


def a_circular(day: Day) -> None:
    """15. A ว letter to nine divisions, three of them offline: the matrix says 6/9, and 9/9 when they are back."""
    clerk, letter = day.clerk, day.named[OFFLINE[1].subject]
    day.passes(at(13, 10))
    day.open_letter("00126", OFFLINE[1].subject)
    clerk.press("R")
    day.send_to(*(UNITS[code][0] for code in DIVISIONS))
    clerk.pick("เพื่อ", "เวียนให้ทราบ")
    clerk.press("F8")
    clerk.until("ส่งหนังสือ เลขรับ 00126 แล้ว", "เวียน 0/9")
    day.all_sent()
    for code in DIVISIONS:
        if code not in LATE:
            _acknowledge(day.town.division(code), code, letter)
    clerk.until("เวียน 6/9")
    day.turn_to_tab("เวียน")
    clerk.until("ทราบแล้ว 6 จาก 9 หน่วยงาน")
    for code in LATE:
        _acknowledge(day.town.division(code), code, letter)
    clerk.until("เวียน 9/9", "ทราบแล้ว 9 จาก 9 หน่วยงาน")


def _acknowledge(desk: TownDesk, code: str, letter: Id) -> None:
    desk.round.run()
    (route,) = (one for one in _held(desk, letter).routes if one.unit_id == identity(code) and one.wants_ack)
    act = WatchActions(desk.desk, desk.person(head(code)))
    act.read(route.id)
    act.acknowledge(route.id)
    desk.round.run()


def _held(desk: TownDesk, letter: Id) -> Letter:
    found = LetterQueries(desk.desk.reader).letter(letter)
    assert found is not None
    return found


def a_reply_leaves_the_house(day: Day) -> None:
    """16. ที่ ชม 54005/87: signed, PDF/A, its copy attached, in the dispatch book, received as the barcode says."""
    clerk = day.clerk
    day.passes(at(14, 0))
    clerk.press("Alt+3")
    clerk.until(DRAFT_SUBJECT)
    clerk.wait(lambda: clerk.at == "ร่างหนังสือ")
    clerk.press("Return")
    clerk.until("เสนอตรวจ", f"หนังสือภายนอก · {DRAFT_SUBJECT}")
    clerk.wait(lambda: clerk.at == "เรื่อง")
    clerk.choose("เลือกผู้ลงนาม", "นายสมชาย ตัวอย่างดี")
    clerk.choose("ผู้ตรวจ", "นางสาวมาลี")
    clerk.press("F9")
    clerk.until("รอ นางสาวมาลี ลองแทน ตรวจ")
    day.all_sent()
    _approved_by_malee(day)
    clerk.until("ลงนามและออกเลข")
    clerk.press("F9")
    clerk.until("ลงนามแล้ว ได้เลข 00087/2569", "พิมพ์  F9")
    paper = day.save_pdf("Ctrl+S", "signed.pdf")
    assert "ชม ๕๔๐๐๕/๘๗" in paper
    assert flaws((day.folder / "signed.pdf").read_bytes()) == []  # PDF/A-2b, as far as tests.helpers.pdfa reads it
    ((book, copy),) = day.rows(
        "SELECT l.book_number, f.sha256 FROM letter l JOIN letter_file f ON f.letter_id = l.id"
        " WHERE l.number = 87 AND l.register = 'outgoing/central'"
    )
    assert book == "ชม 54005/87"
    assert day.station.office.desk.blobs.has(copy)
    clerk.press("Escape")
    _into_the_dispatch_book(day)
    _printed_for_the_messenger(day)


def _approved_by_malee(day: Day) -> None:
    (desk,) = (one for one in day.town.desks if one.folder.name == "P1")
    desk.round.run()
    ((draft_id,),) = desk.desk.reader.rows("SELECT id FROM draft")
    draft = OutgoingQueries(desk.desk.reader).draft(draft_id)
    assert draft is not None
    DraftActions(desk.desk, desk.person("malee")).approve(draft_id, draft.current.id, "เห็นชอบ")
    desk.round.run()


def _into_the_dispatch_book(day: Day) -> None:
    clerk = day.clerk
    clerk.until("ร่างใหม่")
    clerk.press("F4")
    clerk.until("ชม 54005/87", "ยังไม่ส่ง")
    clerk.press("/")
    clerk.write("ชม 54005/87")
    clerk.press("Return")
    clerk.wait(lambda: clerk.at == "ส่งถึง")
    clerk.choose("ส่งโดย", "ไปรษณีย์ลงทะเบียน")
    clerk.fill("เลขที่สิ่งของ หรือที่อยู่อีเมล", BARCODE)
    clerk.press("F9")
    clerk.until("บันทึกใบรับ")
    clerk.press("/")
    clerk.write(BARCODE)
    clerk.press("Return")
    clerk.wait(lambda: clerk.at == "ผู้รับ (ตามใบรับ)")
    clerk.write("นายรับจริง ที่ทำการไปรษณีย์")
    clerk.press("F9")
    clerk.wait(lambda: day.value("SELECT count(*) FROM dispatch WHERE received_by_name LIKE 'นายรับจริง%'") == 1)


def _printed_for_the_messenger(day: Day) -> None:
    clerk = day.clerk
    clerk.press("Alt+7 Ctrl+1")
    clerk.choose("แบบ", "สมุดส่งหนังสือ (แบบที่ 16)")
    clerk.choose("ทะเบียน", "หนังสือส่ง · สารบรรณกลาง")
    page = day.save_pdf("Ctrl+S", "dispatch.pdf")
    assert "สมุดส่งหนังสือ" in page
    assert "นายรับจริง" in page
    clerk.choose("แบบ", "ใบรับหนังสือ (แบบที่ 17)")
    slip = day.save_pdf("Ctrl+S", "slips.pdf")
    assert "ชม ๕๔๐๐๕/๘๗" in slip or "ชม 54005/87" in slip


def old_papers(day: Day) -> None:
    """17. The letters of 2558 past their ten years: 312 candidates, 4 on hold and absent; nothing goes by itself."""
    clerk = day.clerk
    clerk.press("Alt+7 Ctrl+3")
    clerk.until("ยังไม่มีบัญชีหนังสือขอทำลาย")
    clerk.press("Ctrl+N")
    clerk.until(f"{OF_2558 - len(ON_HOLD)} เรื่อง", f"ห้ามทำลายอีก {len(ON_HOLD)} เรื่อง")
    clerk.press("F9")
    clerk.until(f"{OF_2558 - len(ON_HOLD)} เรื่อง เสนอทำลาย {OF_2558 - len(ON_HOLD)}")
    clerk.pick("ขั้นตอน", "คณะกรรมการ")
    clerk.fill("คำสั่งแต่งตั้ง", "คำสั่งที่ 5/2569")
    for seat, name in (
        ("ประธานกรรมการ", "นายจำลอง สาธิตกุล"),
        ("กรรมการ 1", "นายวิชัย โยธาเทียม"),
        ("กรรมการ 2", "นางสาวกานดา ใจสาธิต"),
    ):
        clerk.fill(seat, name)
    clerk.press("F9")
    clerk.wait(lambda: day.value("SELECT count(*) FROM destruction_member") == 3)
    printed = day.save_pdf("Ctrl+S", "committee.pdf")
    listed = {int(number) for number in re.findall(r"(\d+)/2558\b", _arabic(printed))}
    assert listed == set(range(1, OF_2558 + 1)) - set(ON_HOLD)
    assert "คำสั่งที่ 5/2569" in _arabic(printed)
    clerk.pick("ขั้นตอน", "ทำลาย")
    clerk.press("F9")
    assert day.value("SELECT count(*) FROM letter_disposal") == 0
    assert day.value("SELECT count(*) FROM letter WHERE year_be = 2558") == OF_2558


def _arabic(printed: str) -> str:
    from desktop.office.thai import arabic_digits

    return arabic_digits(printed)


def the_register_of_the_day(day: Day) -> None:
    """18. ทะเบียนหนังสือรับ of the day: 00123 to 00129 without a gap, the books proven, the totals those of the centre."""
    clerk = day.clerk
    clerk.press("Alt+7 Ctrl+1")
    clerk.choose("แบบ", "ทะเบียนหนังสือ (แบบที่ 13, 14)")
    clerk.choose("ทะเบียน", "หนังสือรับ · สารบรรณกลาง")
    printed = _arabic(day.save_pdf("Ctrl+S", "register.pdf"))
    assert "รวม 7 ฉบับ" in printed
    for number in range(123, 130):
        assert re.search(rf"\b0*{number}\b", printed), number
    day.all_sent()
    assert day.town.proven() == []
    for table in ("letter", "letter_file", "endorsement", "routing", "dispatch", "draft", "destruction_entry"):
        sql = f"SELECT count(*) FROM {table}" + (" WHERE secrecy = 'normal'" if table == "letter" else "")
        assert day.value(sql) == day.town.count(sql), table


def the_deputys_order_ends(day: Day) -> None:
    """12, on the 17th: the order is over, and the routing proposes the ปลัด himself again."""
    clerk = day.clerk
    day.passes(at(9, 0, date(2026, 1, 17)))
    day.open_letter("00129", OFFLINE[4].subject)
    assert proposal(day) == "ผู้รับถัดไป: ปลัดเทศบาล (นายจำลอง สาธิตกุล)"
    clerk.press("Escape")
