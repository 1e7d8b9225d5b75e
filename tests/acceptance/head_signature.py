"""The mayor signs a letter with his certificate: a wrong password stops everything before anything is done."""

from dataclasses import replace

from desktop.letters.model import Direction
from desktop.paper.pades import check
from desktop.paper.pages import page_text
from tests.acceptance.head_desk import Day, Laptop
from tests.acceptance.head_town import OUTGOING_SERIES
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.outgoing import LETTER
from tests.helpers.town import identity

NAME = "นายสมชาย ตัวอย่างดี"
_DONE = (
    "SELECT count(*) FROM letter_signature", "SELECT count(*) FROM number_event", "SELECT count(*) FROM letter",
    "SELECT count(*) FROM outbox WHERE type LIKE 'outgoing.%' AND type <> 'outgoing.save'",
)  # fmt: skip


def waits_for_him(day: Day, mayor: Laptop) -> None:
    """A letter of the registry is approved; the mayor's laptop numbers what goes out."""
    content = replace(LETTER, signer_id=identity("somchai"), signer_name=NAME)
    day.town.approved_draft(content)
    mayor.start(day.town.code("M1", (OUTGOING_SERIES,), ("unit:CLK/normal",)))
    mayor.all_here()


def opens_the_draft(day: Day) -> None:
    clerk = day.clerk
    clerk.press("Alt+3")
    clerk.until(LETTER.subject)
    clerk.to("ร่างหนังสือ")
    clerk.press("Ctrl+Home Return")
    clerk.until("ลงนามและออกเลข")


def a_wrong_password_does_nothing(day: Day, mayor: Laptop, authority: Authority) -> None:
    """10. Wrong once: told in plain words, nothing is numbered, nothing is signed, the draft waits as before."""
    clerk = day.clerk
    file, _ = authority.issue(NAME)
    path = day.folder / "somchai.p12"
    path.write_bytes(file)
    clerk.choose("ระดับการลงนาม", "ระดับ 3")
    clerk.until("เลือกไฟล์ใบรับรอง")
    clerk.to("เลือกไฟล์ใบรับรอง")
    clerk.press_and_name("Space", path)
    clerk.until(path.name)
    clerk.wait(lambda: clerk.at == "รหัสผ่านใบรับรอง")
    before = [mayor.rows(sql) for sql in _DONE]
    clerk.write("ไม่ใช่รหัสนี้")
    clerk.press("F9")
    clerk.until("เปิดใบรับรองลายมือชื่อดิจิทัลไม่ได้", "ยังไม่ได้ออกเลข")
    assert [mayor.rows(sql) for sql in _DONE] == before
    clerk.until("ลงนามและออกเลข", "รอลงนาม")


def the_right_one_signs(day: Day, mayor: Laptop, authority: Authority) -> None:
    """The paper bears its number, the capacity and a signature that anybody can prove."""
    clerk = day.clerk
    clerk.fill("รหัสผ่านใบรับรอง", PASSPHRASE, back=True)
    clerk.press("F9")
    clerk.until("ลงนามแล้ว", "00001/2569")
    ((letter_id,),) = mayor.rows("SELECT letter_id FROM letter_signature")
    assert mayor.letter(letter_id).direction is Direction.OUTGOING
    pdf = mayor.office.outgoing.signed_pdf(letter_id)
    assert pdf is not None
    (found,) = check(pdf, [authority.root])
    assert (found.signer, found.intact, found.whole) == (NAME, True, True)
    words = " ".join(page_text(pdf).split())
    assert f"({NAME}) นายกเทศมนตรีเมืองแม่เหียะ" in words
    assert "ชม ๕๔๐๐๕/๑" in words
