"""The town hall: the mayor signs what he read and leaves his powers behind; his deputy signs by them, offline."""

from datetime import date

from tests.acceptance.head_desk import Day, Laptop
from tests.acceptance.head_town import FOR_THE_DEPUTY, FOR_THE_MAYOR, OUTGOING_SERIES, THE_LONG_ONE, Came, at
from tests.helpers.town import identity

CLERKS = ("unit:CLK/normal",)
THE_16TH, THE_17TH, THE_18TH = (date(2026, 1, day) for day in (16, 17, 18))
ORDER_NO = "7/2569"
APPROVED = "อนุมัติ"


def laptops(day: Day) -> tuple[Laptop, Laptop]:
    """The mayor's, which numbers what he signs, and his deputy's."""
    mayor, deputy = day.laptop("somchai", "M1"), day.laptop("malee", "D1")
    mayor.enrol(day.town.code("M1", (OUTGOING_SERIES,), CLERKS))
    deputy.enrol(day.town.code("D1", (), CLERKS))
    return mayor, deputy


def a_batch_with_one_unread(day: Day, mayor: Laptop, letters: tuple[Came, ...]) -> None:
    """9. Five letters at once; of the last its third page was never opened: the batch offers the other four."""
    clerk = day.clerk
    mayor.start()
    mayor.all_here()
    mayor.to_basket("receive")
    clerk.wait(lambda: len(mayor.listed()) == len(FOR_THE_MAYOR))
    clerk.press("M")
    clerk.until("เกษียณหลายฉบับ", "ยังไม่อ่านหน้า 1")
    clerk.wait(lambda: clerk.at == "หนังสือที่จะเกษียณ")
    clerk.press("Ctrl+Home")
    for letter in sorted(letters, key=lambda one: -one.number):
        mayor.shows(letter.id)
        mayor.read_page(letter.id)
        if letter.subject == THE_LONG_ONE:
            clerk.press("PgDown")
            mayor.read_page(letter.id, 2)
        clerk.press("Down")
    clerk.until("ยังไม่อ่านหน้า 3")
    clerk.press("2")
    clerk.press("F9")
    clerk.until("เกษียณแล้ว 4 ฉบับ", "ยังไม่อ่านหน้า 3")
    signed = [one for one in letters if mayor.letter(one.id).endorsements]
    assert len(signed) == 4
    assert THE_LONG_ONE not in {one.subject for one in signed}
    clerk.press("Escape")


def leaves_his_powers(day: Day, mayor: Laptop) -> None:
    """12. The mayor is away from the 15th to the 17th: his order gives letters to the รองนายก."""
    clerk = day.clerk
    mayor.to_letters()
    clerk.press("Ctrl+G Ctrl+Tab")
    clerk.until("บันทึกคำสั่งใหม่")
    clerk.fill("คำสั่งที่", ORDER_NO)
    clerk.fill("ลงวันที่", "14 ม.ค. 69")
    clerk.choose("ผู้ทำการแทน", "นางสาวมาลี ลองแทน")
    clerk.choose("ฐานะ", "ปฏิบัติราชการแทน")
    clerk.choose("แทนตำแหน่ง", "นายกเทศมนตรี")
    clerk.fill("ตั้งแต่วันที่", "15 ม.ค. 69")
    clerk.fill("ถึงวันที่", "17 ม.ค. 69")
    clerk.press("F9")
    clerk.until("บันทึกคำสั่งแล้ว", "ยังไม่ถึงวัน")
    clerk.press("Escape")
    clerk.wait(lambda: mayor.office.waiting() == 0)
    mayor.all_here()


def the_deputy_hears(day: Day, deputy: Laptop) -> tuple[Came, ...]:
    """The evening of the 14th: two more letters for the mayor come, and the deputy's laptop takes everything along."""
    letters = day.town.letters_for_mayor(FOR_THE_DEPUTY)
    deputy.start()
    deputy.all_here()
    day.clerk.wait(lambda: deputy.rows("SELECT count(*) FROM delegation") == [(1,)])
    deputy.to_basket("receive")
    assert deputy.listed() == []
    deputy.stop()
    deputy.cut()
    return letters


def signs_on_the_16th(day: Day, deputy: Laptop, letter: Came) -> None:
    """Without a line: what is for the mayor's post waits in her basket, and she signs it by his order."""
    clerk = day.clerk
    day.clock.set_to(at(9, 0, THE_16TH))
    deputy.start()
    clerk.until("ออฟไลน์ตั้งแต่ 09:00", "ข้อมูล ณ 14 ม.ค. 2569")
    _opens(day, deputy, letter)
    clerk.press("2 F7")
    clerk.choose("ลงนามในฐานะ", "ปฏิบัติราชการแทน")
    clerk.until(f"คำสั่งที่ {ORDER_NO}")
    clerk.press("F9")
    clerk.wait(lambda: len(deputy.letter(letter.id).endorsements) == 1)
    (note,) = deputy.letter(letter.id).endorsements
    assert note.lines == ("(นางสาวมาลี ลองแทน)", "รองนายกเทศมนตรี ปฏิบัติราชการแทน", "นายกเทศมนตรี")
    assert (note.text, note.capacity) == (APPROVED, "delegated")
    clerk.wait(lambda: not deputy.screens.page.work.is_writing)


def may_not_on_the_18th(day: Day, deputy: Laptop, letter: Came) -> None:
    """She began on the 17th; on the 18th the order is over: nothing is signed, her words stay, her basket is empty."""
    clerk = day.clerk
    day.clock.set_to(at(16, 30, THE_17TH))
    _opens(day, deputy, letter)
    clerk.press("2 F7")
    clerk.choose("ลงนามในฐานะ", "ปฏิบัติราชการแทน")
    day.clock.set_to(at(8, 30, THE_18TH))
    clerk.press("F9")
    clerk.until(f"คำสั่งให้ทำการแทนใช้ไม่ได้แล้ว ({ORDER_NO})", "ยังไม่ได้ลงนาม", APPROVED)
    clerk.until_gone("ลงนามในฐานะ")
    assert deputy.letter(letter.id).endorsements == ()
    clerk.press("Escape")
    deputy.to_basket("receive")
    clerk.wait(lambda: deputy.listed() == [])


def _opens(day: Day, deputy: Laptop, letter: Came) -> None:
    """Out of the basket of what waits to be received."""
    clerk = day.clerk
    deputy.to_basket("receive")
    clerk.wait(lambda: letter.number in deputy.listed())
    clerk.press("Ctrl+Home")
    for _ in range(deputy.listed().index(letter.number)):
        clerk.press("J")
    clerk.press("Return")
    clerk.until("กลับไปที่รายการ", f"{letter.number:05d}/2569")
    deputy.shows(letter.id)


def nothing_is_doubted(day: Day, deputy: Laptop) -> None:
    """The line is back: what she signed on the 16th is at the centre once, by an order that held."""
    deputy.restore()
    day.clerk.press("Alt+9 F9")
    day.clerk.until("ส่งครบแล้ว", seconds=90)
    found = sorted(day.town.endorsed())
    assert found == [(APPROVED, None, 1)] * 5, found
    who = "SELECT count(*) FROM endorsement WHERE office_id = :office AND actor_id = :who AND capacity = 'delegated'"
    assert day.town.count(who, office=day.town.office_id, who=identity("malee")) == 1
