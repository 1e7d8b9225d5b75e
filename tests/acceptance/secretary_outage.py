"""The line is cut at 10:05: letters with their scans, the search, a secret envelope, a sought paper, a draft."""

import signal
import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.letters.queries import LetterQueries
from desktop.letters.slips import code_of
from tests.acceptance.keys import pump
from tests.acceptance.mae_hia import (
    CLOSED,
    FLOODS,
    IN_TRAY,
    SECRET_SERIES,
    SOUGHT,
    WITH_OTHERS,
    Known,
    at,
    letter_id,
)
from tests.acceptance.secretary_desk import Day
from tests.helpers.children import REPOSITORY
from tests.helpers.ways import routes
from ui.letters.search_screen import SearchScreen

OFFLINE = (
    Known("แขวงทางหลวงสาธิต", "คค 06124/442", date(2026, 1, 13), "แจ้งปิดการจราจรเพื่อซ่อมสะพาน"),
    Known("กรมส่งเสริมการปกครองท้องถิ่น", "มท 0808.2/ว 4600", date(2026, 1, 12), "แจ้งเวียนแนวทางประหยัดพลังงาน"),
    Known("จังหวัดเชียงใหม่", "ชม 0017.2/311", date(2026, 1, 13), "การเฝ้าระวังน้ำท่วมฉับพลัน"),
    Known("สำนักงานตรวจเงินแผ่นดินจังหวัดเชียงใหม่", "ตผ 0012 ชม/8", date(2026, 1, 13), "ขอให้ชี้แจงการเบิกจ่ายค่าจ้างเหมาบริการ"),
    Known("ชมรมผู้สูงอายุสาธิต", "-", date(2026, 1, 14), "ขอใช้ห้องประชุมเทศบาล"),
)
SECRET = Known("กอ.รมน.จังหวัดเชียงใหม่", "ลับ กร 5101/4", date(2026, 1, 13), "รายละเอียดการข่าวในพื้นที่")
THAI_KEYS = str.maketrans("0123456789", "จๅ/-ภถุึคต")
"""What a scanner writes while the keyboard stands on the Thai layout."""
ENGINEERS_WORD = "ซ่อมแล้วเสร็จ ปิดเรื่อง"
KANDAS_WORD = "เห็นควรส่งกองสาธารณสุขฯ ตรวจสอบกลิ่นก่อน"
_FILES = "SELECT count(*) FROM blob WHERE state = 'local'"


def the_line_is_cut(day: Day) -> None:
    """8. 10:05: five more letters, 00125 to 00129, with their scans, which wait on the disk."""
    clerk = day.clerk
    day.passes(at(10, 5))
    day.cut()
    for place, letter in enumerate(OFFLINE):
        day.named[letter.subject] = day.register(letter, 125 + place)
    clerk.until("ออฟไลน์ตั้งแต่ 10:05", "เลขรับถัดไป", "00130")
    assert day.value(_FILES) == len(OFFLINE)
    assert day.value("SELECT count(*) FROM outbox WHERE state = 'pending' AND type = 'letters.register'") == len(
        OFFLINE
    )


def offline_search(day: Day) -> None:
    """9. "น้ำท่วม" finds the ids that the centre's own full scan finds, and the unsent 00127 besides."""
    clerk = day.clerk
    clerk.press("Ctrl+K")
    clerk.write(FLOODS)
    clerk.press("Return")
    clerk.wait(lambda: clerk.at == "หนังสือที่พบ")
    (screen,) = clerk.window.findChildren(SearchScreen)
    there = day.town.full_scan(FLOODS)
    unsent = day.named[OFFLINE[2].subject]
    assert unsent not in there
    wanted = there | {unsent}
    clerk.until(f"พบ {len(wanted)} ฉบับ")
    pump(lambda: all(screen.model.row(place) is not None for place in range(len(wanted))))
    found = [screen.model.row(place) for place in range(screen.model.rowCount())]
    assert {one.row.id for one in found if one is not None} == wanted
    assert found[0] is not None
    assert found[0].row.id == unsent


def a_secret_letter(day: Day) -> None:
    """10. A ลับ letter: envelope only, from the secret book; no picture of it can be kept at this desk."""
    clerk, files = day.clerk, day.value("SELECT count(*) FROM letter_file")
    day.begin_registering()
    day.type_letter(SECRET)
    clerk.choose("ชั้นความลับ", "ลับ")
    path = day.bring_scan(SECRET)
    clerk.press("F9")
    clerk.wait(lambda: "เอาเอกสารที่สแกนออกก่อน" in clerk.notes())
    clerk.press("Ctrl+Delete")
    clerk.until_gone(path.name)
    clerk.press("F9")
    clerk.until("ลงทะเบียนแล้ว เลขรับ 1")
    sql = "SELECT id, register, number, subject FROM letter WHERE secrecy <> 'normal'"
    ((id_, register, number, subject),) = day.rows(sql)
    assert (f"letters.{register}", number, subject) == (SECRET_SERIES, 1, "เรื่องลับ")
    assert day.value("SELECT count(*) FROM letter_file") == files
    assert day.rows("SELECT 1 FROM letter_file WHERE letter_id = ?", (id_,)) == []
    assert not [
        one for one in day.station.folder.rglob("*") if one.is_file() and SECRET.subject.encode() in one.read_bytes()
    ]


def a_paper_is_sought(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    """11. Where is ที่ ชม 0017.3/215? In the pouch to กองช่าง since Monday 14:20, says the desk; the sweep finds it."""
    clerk, beeps = day.clerk, []
    day.open_letter(SOUGHT.book_number, SOUGHT.subject)
    clerk.press("O")
    clerk.until("00088", "ส่งให้ ถุงเมล์ กองช่าง", "12 ม.ค.", "14.20")
    clerk.press("F5")
    clerk.until("ห้องของหน่วยงาน")
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: beeps.append(1)))
    for number in (*IN_TRAY, *WITH_OTHERS, 88):
        clerk.wait(lambda: clerk.at == "ใบติดตามหรือเลขรับ")
        code = code_of(letter_id(number))
        clerk.write(code.translate(THAI_KEYS) if number % 2 else code)
        clerk.press("Return")
        clerk.until(f"{number:05d}/69 สแกนแล้ว" if number in IN_TRAY else f"{number:05d}/69 ไม่ใช่ของห้องนี้")
    assert len(beeps) == len(WITH_OTHERS) + 1
    clerk.press("F9")
    clerk.until("บันทึกการสำรวจแล้ว พบ 6 ฉบับ หาไม่พบ 0 ฉบับ")
    sql = "SELECT act, holder FROM letter_custody WHERE letter_id = ? ORDER BY at DESC LIMIT 1"
    assert day.rows(sql, (letter_id(88),)) == [("seen", "สำนักปลัดเทศบาล")]


def the_deputy_acts(day: Day) -> None:
    """12. The ปลัด is on leave: by the order of 13 to 16 January the routing proposes who acts for him."""
    clerk = day.clerk
    day.to_inbox()
    clerk.press("Ctrl+G Ctrl+Tab")
    clerk.until("บันทึกคำสั่งใหม่")
    clerk.fill("คำสั่งที่", "9/2569")
    clerk.fill("ลงวันที่", "12 ม.ค. 69")
    clerk.choose("ผู้ทำการแทน", "นางสาวมาลี ลองแทน")
    clerk.choose("ฐานะ", "รักษาราชการแทน")
    clerk.choose("แทนตำแหน่ง", "ปลัดเทศบาล")
    clerk.fill("ตั้งแต่วันที่", "13 ม.ค. 69")
    clerk.fill("ถึงวันที่", "16 ม.ค. 69")
    clerk.press("F9")
    clerk.until("บันทึกคำสั่งแล้ว", "มีผลอยู่")
    day.open_letter("00128", OFFLINE[3].subject)
    assert proposal(day) == "ผู้รับถัดไป: ปลัดเทศบาล (นางสาวมาลี ลองแทน รักษาราชการแทน)"
    clerk.press("F8")
    clerk.until("ส่งหนังสือ เลขรับ 00128 แล้ว")


def proposal(day: Day) -> str:
    """What the routing of the open letter says of who would get it if it goes to the ปลัด."""
    clerk = day.clerk
    clerk.press("R")
    day.send_to("ปลัดเทศบาล")
    clerk.until("ผู้รับถัดไป: ")
    return next(line for line in clerk.sees().splitlines() if line.startswith("ผู้รับถัดไป: "))


def sent_another_way(day: Day) -> None:
    """14, before the line is back: กองช่าง close 00119; she can't know, takes it back and sends it to กองสาธารณสุข."""
    clerk = day.clerk
    engineers = day.town.division("ENG")
    engineers.round.run()
    (route,) = LetterQueries(engineers.desk.reader).letter(letter_id(119)).routes  # type: ignore[union-attr]
    act = engineers.letters("wichai")
    act.receive(route.id)
    act.endorse(letter_id(119), ENGINEERS_WORD, "done")
    routes(engineers, "wichai").finish(route.id)
    engineers.round.run()
    day.open_letter("00119", CLOSED.subject)
    clerk.press("Shift+R")
    clerk.until("ยังไม่มีผู้รับ หนังสือกลับมาทันที")
    clerk.press("F9")
    clerk.until("เรียกคืนแล้ว")
    clerk.press("Ctrl+Return")
    clerk.write(KANDAS_WORD)
    clerk.press("F9")
    clerk.until("เกษียณ 1")
    clerk.press("R")
    day.send_to("กองสาธารณสุข")
    clerk.press("F8")
    clerk.until("ส่งหนังสือ เลขรับ 00119 แล้ว")


def the_machine_dies(day: Day) -> None:
    """13. A reply is drafted offline from the template; kill -9 in the midst of typing; what was kept is there."""
    clerk = day.clerk
    day.station.stop()
    command = [sys.executable, "-m", "tests.acceptance.drafting_clerk", str(day.station.folder), day.line.url]
    command.append(day.clock.now().isoformat())
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as other:
        assert other.stdout is not None
        kept = other.stdout.readline().strip()
        assert kept.startswith("kept "), kept
        assert other.stdout.readline() == "typing\n"
        other.kill()
    assert other.returncode == -signal.SIGKILL
    assert kept == "kept 0", "the clerk who drafted used a mouse"
    day.station.start()
    clerk.press("Alt+3")
    clerk.until("กำลังร่าง")
    clerk.wait(lambda: clerk.at == "ร่างหนังสือ")
    clerk.press("Return")
    clerk.until(DRAFT_BODY)
    clerk.press("F6")
    clerk.until("อัตโนมัติ", "นำรุ่นนี้กลับมา")
    clerk.press("F6 Escape")


DRAFT_SUBJECT = "ตอบข้อชี้แจงการเบิกจ่ายค่าจ้างเหมาบริการ"
DRAFT_BODY = "ตามหนังสือที่อ้างถึง สำนักงานตรวจเงินแผ่นดินจังหวัดเชียงใหม่ขอให้เทศบาลชี้แจง ความละเอียดแจ้งแล้ว นั้น"
