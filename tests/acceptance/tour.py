"""`python -m tests.acceptance.tour --out FOLDER`: a working day of two desks and a centre, with an outage in it.

Real windows worked by keys alone, real PostgreSQL, a real keyring, SANE, CUPS. Leaves pictures, papers and `tour.json`;
ends with 1 if anything was not so.
"""

import argparse
import hashlib
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.dates import thai_date
from desktop.paper.pages import page_text
from tests.acceptance.demo_town import QUEUE, Town, town
from tests.acceptance.proof import TABLES, Ledger, centre_ledger, desk_ledger, names_in_the_clear
from tests.acceptance.report import Report
from tests.acceptance.tour_counter import CounterMorning
from tests.acceptance.tour_letters import FLOOD, OFFLINE
from tests.acceptance.town import DeskProcess
from tests.helpers.sheets import LINES, csv_file
from tools.demo_centre import ENGINEERING_DESK, REGISTRY_DESK
from tools.demo_letters import DemoLetter, letter_pdf
from tools.demo_municipality import PASSWORD
from ui.kit.room import ROOM_KEYS

SMALL, LARGE = (1366, 768), (1920, 1080)
ROOMS = (
    "today", "inbox", "outgoing", "counter", "receipts", "registers", "archive", "tray", "connection", "books",
    "imports", "briefing", "citizens",
)  # fmt: skip
"""In the order of their keys, Alt+1 and on."""
LETTERS = "SELECT count(*) FROM letter"
PAST = "SELECT number FROM letter WHERE register LIKE 'past/%' ORDER BY number"
BOOK = 50
"""Numbers of a book of receipts."""
PAYERS = ("นายบุญมี ใจคำ", "นางคำแปง สาธิต", "นางสาวหลังดับ สาธิต")


class Tour:
    """The day, hour by hour."""

    def __init__(self, town: Town, report: Report) -> None:
        self.town, self.report = town, report
        self.registry, self.engineering = town.registry, town.engineering
        self.receipts: list[int] = []

    def walk(self) -> None:
        self.morning()
        self.letter_comes_in()
        self.other_desk_sees_it()
        self.citizen_pays()
        self.line_goes_down()
        self.desk_is_killed()
        self.line_comes_back()
        self.everything_adds_up()
        self.an_old_register_comes_in()
        self.looks()
        say("10:40  the service centre: queue, shift, card, payment, complaint, certificate, closing")
        CounterMorning(self.town, self.report).walk()

    def morning(self) -> None:
        say("08:20  two desks are enrolled and two people sign in")
        for desk, plan, login in (
            (self.registry, REGISTRY_DESK, "kanda"),
            (self.engineering, ENGINEERING_DESK, "wichai"),
        ):
            desk.start()
            desk.until("รหัสเชื่อมเครื่อง")
            self.report.shot(desk, f"enrol-{login}")
            desk.fill("รหัสเชื่อมเครื่อง", self.town.demo.code(plan))
            desk.press("F9")
            self.sign_in(desk, login)
            desk.until("ส่งครบแล้ว")
        letters, theirs = (desk.facts(LETTERS)[0][0] for desk in (self.registry, self.engineering))
        self.report.check("the registry has all 23 letters", letters == 23, str(letters))
        self.report.check("the engineers have only what was routed to them", 0 < theirs < 23, str(theirs))

    def sign_in(self, desk: DeskProcess, login: str) -> None:
        """Signs in whether the desk knows people already or not."""
        desk.until("เข้าสู่ระบบ")
        if "ผู้ใช้อื่น" not in desk.do("sees"):
            desk.fill("ชื่อผู้ใช้", login)
        desk.fill("รหัสผ่าน", PASSWORD)
        self.report.shot(desk, f"sign-in-{login}")
        desk.press("F9")
        desk.until("เคาน์เตอร์")

    def letter_comes_in(self) -> None:
        say("09:05  a letter comes in on paper: scan, register, stamp, endorse, route")
        desk = self.registry
        desk.press("Alt+1")
        self.report.shot(desk, "today")
        desk.press("Alt+2")
        desk.until("04823")
        self.report.shot(desk, "inbox")
        self.find("ไฟป่า", "เลขรับ 04803")
        desk.press("F9")
        desk.until("ชั้นความเร็ว")
        desk.press("F2")
        desk.until("วางกระดาษแล้วกด F2")
        self.report.shot(desk, "scan")
        desk.press("F2")
        desk.until("ไปที่หน้า", 60)
        self.fill(FLOOD)
        self.report.shot(desk, "register-a-scan")
        desk.press("F9")
        desk.until("เลขรับ 04824")
        self.report.shot(desk, "registered")
        self.look_at_stamp()
        self.endorse_and_route()

    def find(self, words: str, number: str) -> None:
        """The one search, from anywhere."""
        self.registry.press("Ctrl+K")
        self.registry.type(words)
        self.registry.press("Return")
        self.registry.until("พบ 1 ฉบับ")
        self.report.shot(self.registry, "found")
        self.registry.press("Return")
        self.registry.until(number)
        self.report.check("Ctrl+K finds a letter by its words", True)
        self.registry.press("Escape Escape Escape")  # the letter, the words, and back to the inbox

    def fill(self, letter: DemoLetter) -> None:
        """What a secretary types while looking at the page."""
        desk = self.registry
        day = thai_date(letter.written_on, "numeric")
        for name, words in (("ที่", letter.book_number), ("ลงวันที่", day), ("จาก", letter.agency)):
            desk.fill(name, words)
        desk.fill("เรื่อง", letter.subject)

    def look_at_stamp(self) -> None:
        """The stamp is on the derived paper; the scan itself is byte for byte what came from the glass."""
        letter_id, sha256 = self.registry.facts(
            "SELECT l.id, f.sha256 FROM letter l JOIN letter_file f ON f.letter_id = l.id WHERE l.number = 4824"
        )[0]
        stamped = bytes.fromhex(self.registry.do("stamped", letter=letter_id))
        original = bytes.fromhex(self.registry.do("blob", sha256=sha256))
        path = self.report.paper("letter-04824-stamped.pdf", stamped)
        words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        self.report.check("the stamp bears the number", "๐๔๘๒๔" in words, words)
        same = hashlib.sha256(original).hexdigest() == sha256 and stamped != original
        self.report.check("the scan itself is unchanged", same)

    def endorse_and_route(self) -> None:
        desk = self.registry
        desk.press("Escape")
        desk.do("settle")
        desk.press("Ctrl+Home Return")
        desk.until("เลขรับ 04824/2569")
        desk.press("F9 Ctrl+2")
        self.report.shot(desk, "endorse")
        desk.press("F9")
        desk.do("until_fact", sql="SELECT count(*) FROM outbox WHERE type = 'letters.endorse'", more_than=0)
        desk.until("เกษียณ 1")
        desk.press("R")
        desk.until("ส่งให้หน่วยงาน")
        desk.type("ช่าง")
        desk.press("Return")
        self.report.shot(desk, "route")
        desk.press("F8")
        desk.do("until_fact", sql="SELECT count(*) FROM outbox WHERE type = 'letters.route'", more_than=0)
        desk.until("เรียกคืนได้")
        routed = desk.facts("SELECT count(*) FROM routing r JOIN letter l ON l.id = r.letter_id WHERE l.number = 4824")
        self.report.check("the letter is endorsed and routed", routed == [[1]], str(routed))
        self.report.shot(desk, "letter-routed")

    def other_desk_sees_it(self) -> None:
        say("09:08  the engineers' desk has it")
        desk = self.engineering
        desk.press("Alt+2")
        desk.until("04824")
        self.report.shot(desk, "engineers-inbox")
        desk.press("Return")
        desk.until("รับเรื่อง")
        desk.until("ไปที่หน้า")
        self.report.shot(desk, "engineers-letter")
        desk.press("T")
        received = "SELECT count(*) FROM routing WHERE state = 'received' AND received_by IS NOT NULL"
        before = self.registry.facts(received)[0][0]
        self.registry.do("until_fact", sql=received, more_than=before)
        self.report.check("the other desk has the letter and takes it over", True)

    def citizen_pays(self) -> None:
        say("09:20  a citizen pays; the receipt is printed")
        receipt = self.pay(PAYERS[0], "200")
        self.report.check("the first receipt is the first of this counter's book", receipt % BOOK == 1, str(receipt))
        self.registry.until("พิมพ์ต้นฉบับและสำเนาแล้ว", 60)
        self.report.shot(self.registry, "receipt-issued")
        printed = self.town.cups.comes_out(QUEUE)
        self.report.paper(f"receipt-{receipt:06d}-printed.pdf", printed)
        self.report.check("the receipt came out of the printer", PAYERS[0] in page_text(printed))

    def pay(self, name: str, tendered: str) -> int:
        """One waste fee at the counter by keys alone; returns the number of the receipt."""
        desk = self.registry
        desk.press("Alt+4")
        desk.until("ค้นค่าธรรมเนียม")
        desk.press("F2")
        desk.do("focus", name="ค้นค่าธรรมเนียม")
        desk.press("1")
        desk.fill("ชื่อ–นามสกุล หรือชื่อนิติบุคคล", name)
        desk.fill("รับเงินสด (บาท)", tendered)
        self.report.shot(desk, "counter")
        before = desk.facts("SELECT coalesce(max(number), 0) FROM receipt")[0][0]
        desk.press("F9")
        desk.do("until_fact", sql="SELECT coalesce(max(number), 0) FROM receipt", more_than=before)
        number, receipt_id = desk.facts("SELECT number, id FROM receipt ORDER BY number DESC LIMIT 1")[0]
        desk.until(f"{number:06d}")
        self.report.paper(f"receipt-{number:06d}.pdf", bytes.fromhex(desk.do("receipt", receipt=receipt_id)))
        self.receipts.append(int(number))
        return int(number)

    def _next(self, name: str, tendered: str) -> bool:
        """Whether one more payment has the number after the last one."""
        return self.pay(name, tendered) == self.receipts[-2] + 1

    def line_goes_down(self) -> None:
        say("09:40  the line goes dead; three letters and two receipts are done all the same")
        self.town.centre.kill()
        desk = self.registry
        for place, letter in enumerate(OFFLINE):
            self.register_from_file(letter, 4825 + place)
        desk.until("ออฟไลน์", 60)
        self.report.shot(desk, "offline-letters")
        self.report.check("the strip says that the line is down", "ออฟไลน์" in desk.do("sees"))
        self.report.check("a receipt is issued without the line", self._next(PAYERS[1], "200"))

    def register_from_file(self, letter: DemoLetter, number: int) -> None:
        desk = self.registry
        path = self.town.work / f"{number}.pdf"
        path.write_bytes(letter_pdf(letter, datetime(2026, 11, 20, 3, 0, tzinfo=UTC)))
        desk.press("Alt+2")
        desk.press("Escape")
        desk.press("Escape")
        desk.press("F9")
        desk.until("ชั้นความเร็ว")
        desk.do("paste_file", path=str(path))
        desk.until("ไปที่หน้า")
        self.fill(letter)
        if number == 4825:
            self.report.shot(desk, "register-a-file")
        desk.press("F9")
        desk.until(f"เลขรับ {number:05d}")

    def desk_is_killed(self) -> None:
        say("09:55  kill -9 in the middle of a payment; the desk is started again, still without the line")
        desk = self.registry
        before = desk_ledger(desk)
        desk.press("Alt+4")
        desk.press("F2")
        desk.do("focus", name="ค้นค่าธรรมเนียม")
        desk.press("1")
        desk.fill("ชื่อ–นามสกุล หรือชื่อนิติบุคคล", "นายกลางคัน สาธิต")
        desk.kill()
        desk.start()
        self.sign_in(desk, "kanda")
        after = desk_ledger(desk)
        self.report.check("nothing that was done is lost by kill -9", after == before)
        self.report.check("the next receipt has the next number", self._next(PAYERS[2], "180"))
        self.report.shot(desk, "after-kill")

    def line_comes_back(self) -> None:
        say("10:30  the line is back; everything goes up by itself")
        self.town.centre.start()
        for desk in (self.registry, self.engineering):
            desk.until("ส่งครบแล้ว", 150)
        self.report.shot(self.registry, "all-sent")
        waiting = self.registry.facts("SELECT count(*) FROM outbox WHERE state = 'pending'")[0][0]
        self.report.check("the outbox is empty", waiting == 0, str(waiting))

    def everything_adds_up(self) -> None:
        say("10:31  the numbers and rows of both sides are laid side by side")
        centre, desk = centre_ledger(self.town.demo.engine), desk_ledger(self.registry)
        theirs = desk_ledger(self.engineering)
        for (series, year, n), status in sorted(centre.numbers.items()):
            self.report.numbers.append({"series": series, "year_be": year, "number": n, "state": status})
        self._numbers(centre, desk)
        differing = [name for name in TABLES if desk.rows[name] != centre.rows[name]]
        self.report.check("the registry's rows equal the centre's", not differing, str(differing))
        foreign = [name for name in TABLES if not theirs.rows[name] <= centre.rows[name]]
        self.report.check("the engineers' rows are the centre's rows", not foreign, str(foreign))
        no_money = not theirs.rows["receipt"]
        self.report.check("the engineers see no receipts", no_money, str(theirs.counts()))
        for name, ledger in (("centre", centre), ("desk-1", desk), ("desk-2", theirs)):
            say(f"       {name}: {ledger.counts()}")
        clear = names_in_the_clear(self.registry.folder, [*PAYERS, FLOOD.subject])
        self.report.check("no name and no subject lies in the clear on the desk", not clear, str(clear))

    def _numbers(self, centre: Ledger, desk: Ledger) -> None:
        own = {key: status for key, status in centre.numbers.items() if key in desk.numbers}
        self.report.check("both sides know the same numbers of this desk", own == desk.numbers, str(desk.numbers))
        letters = sorted(n for series, _, n in centre.numbers if series == INCOMING_SERIES)
        receipts = sorted(n for series, _, n in centre.numbers if series == RECEIPTS)
        self.report.check(
            "letters 4801-4827, each once, none missing", letters == list(range(4801, 4828)), str(letters)
        )
        others = receipts[:-3]
        whole = receipts[-3:] == self.receipts and others == list(range(1, len(others) + 1))
        self.report.check("receipts of both counters, each once, none missing", whole, str(receipts))

    def an_old_register_comes_in(self) -> None:
        say("10:34  the register of an earlier year is brought in from a file: tried first, then entered")
        desk, path = self.registry, csv_file(self.town.work / "ทะเบียนรับ 2568.csv", "cp874")
        before = desk.facts(LETTERS)[0][0]
        desk.press("Alt+-")
        desk.until("รอลงทะเบียน")
        desk.do("paste_file", path=str(path))
        desk.until("ยังไม่ได้ตรวจ")
        desk.press("F5")
        desk.until(f"พร้อมนำเข้า {len(LINES)}")
        self.report.shot(desk, "old-register-tried")
        same = desk.facts(LETTERS)[0][0] == before
        self.report.check("trying an old register enters nothing", same)
        desk.press("F9")
        desk.until(f"นำเข้าแล้ว {len(LINES)} ฉบับ")
        self.report.shot(desk, "old-register-entered")
        desk.do("until_fact", sql="SELECT count(*) = 0 FROM outbox WHERE state = 'pending'", more_than=0)
        numbers = [number for (number,) in desk.facts(PAST)]
        centre = sorted(row.number for row in self._at_centre(PAST))
        self.report.check("its letters keep their numbers, here and at the centre", numbers == centre == [1, 2, 3])
        clear = names_in_the_clear(desk.folder, [str(line[6]) for line in LINES])
        self.report.check("none of its subjects lies in the clear on the desk", not clear, str(clear))

    def _at_centre(self, sql: str) -> list[Any]:
        with self.town.demo.engine.connect() as connection:
            return list(connection.execute(text(sql)))

    def looks(self) -> None:
        say("10:35  every screen in both languages, both looks, both sizes")
        desk = self.registry
        for size in (SMALL, LARGE):
            desk.do("size", width=size[0], height=size[1])
            for theme, language in (("light", "th"), ("dark", "th"), ("light", "en"), ("dark", "en")):
                desk.do("look", theme=theme, language=language)
                for key, room in zip(ROOM_KEYS, ROOMS, strict=False):
                    desk.press(f"Alt+{key}")
                    desk.do("settle")
                    self.report.shot(desk, f"{room}-{theme}-{language}-{size[0]}")
                desk.press("Ctrl+3")
                desk.do("settle")
                self.report.shot(desk, f"copies-{theme}-{language}-{size[0]}")
        desk.do("look", language="th")
        desk.do("size", width=SMALL[0], height=SMALL[1])
        desk.press("Alt+2 Ctrl+Home Return")
        for theme in ("light", "dark"):
            desk.do("look", theme=theme)
            desk.do("settle")
            self.report.shot(desk, f"letter-{theme}")
        desk.press("F1")
        self.report.shot(desk, "keys")
        desk.press("Escape")
        desk.do("look", theme="light")


def say(words: str) -> None:
    print(words, flush=True)


def run(out: Path) -> Report:
    """The whole tour; whatever goes wrong becomes a check that failed."""
    out.mkdir(parents=True, exist_ok=True)
    report = Report(out)
    with town() as running:
        try:
            Tour(running, report).walk()
        except Exception as error:
            report.check("the day could be walked to its end", False, f"{type(error).__name__}: {error}")
            for desk in (running.registry, running.engineering):
                with suppress(Exception):
                    report.shot(desk, f"where-{desk.name}-stopped")
        finally:
            for log in running.work.glob("*.log"):
                (out / log.name).write_bytes(log.read_bytes())
    report.write()
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("output/tour"))
    out = parser.parse_args().out.resolve()
    report = run(out)
    done = sum(check["result"] for check in report.checks)
    print(f"\n{done} of {len(report.checks)} checks hold; {len(report.numbers)} numbers issued;")
    print(f"{len(report.screenshots)} pictures and {len(report.papers)} papers in {out}")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
