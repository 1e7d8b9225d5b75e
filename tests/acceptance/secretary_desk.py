"""The secretary's own desk: the real program on its encrypted store, unlocked, entered and worked by keys alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.letters.rules import INCOMING_SERIES
from desktop.office.dates import thai_date
from desktop.office.ids import Id
from tests.acceptance.keys import Clerk, DayClock, MouseWatch, pump
from tests.acceptance.mae_hia import OUTGOING_SERIES, SECRET_SERIES, Known, MaeHia, scan
from tests.acceptance.station import Station
from tests.helpers.faults import NONE, Fault
from tests.helpers.proxy import Proxy

REGISTERS = (INCOMING_SERIES, SECRET_SERIES, OUTGOING_SERIES)


@dataclass
class Day:
    """What every step of the day has at hand. `named`: letters by what the day calls them."""

    town: MaeHia
    line: Proxy
    station: Station
    clerk: Clerk
    clock: DayClock
    mouse: MouseWatch
    folder: Path
    named: dict[str, Id] = field(default_factory=dict)

    def turns(self, moment: datetime) -> None:
        """The clock goes on to that moment."""
        self.clock.set_to(moment)

    def passes(self, moment: datetime) -> None:
        """The same while the line is good: no answer of before is on its way, or its hour would seem a wrong clock."""
        self.cut()
        self.clerk.until("ออฟไลน์")
        self.turns(moment)
        self.restore()
        self.all_sent()

    def cut(self) -> None:
        """The line goes dead, as when somebody digs through the cable."""
        self.line.set(Fault(refuse=True))

    def restore(self) -> None:
        self.line.set(NONE)

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """What stands in the desk's own store."""
        return self.station.rows(sql, values)

    def value(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        return self.rows(sql, values)[0][0]

    def all_sent(self) -> None:
        """Waits until the strip says so, which it does only when it is proven."""
        self.clerk.until("ส่งครบแล้ว", seconds=90)

    def to_inbox(self) -> None:
        """To the list, whatever stood in the room of letters before."""
        self.clerk.press("Alt+2")
        for _ in range(4):
            if "ค้นในหนังสือเข้า" in self.clerk.sees() and self.clerk.at == "หนังสือเข้า":
                return
            self.clerk.press("Escape")
        self.clerk.wait(lambda: self.clerk.at == "หนังสือเข้า")

    def open_letter(self, words: str, until: str) -> None:
        """The one search, from anywhere: words, Enter, Enter."""
        clerk = self.clerk
        clerk.press("Ctrl+K")
        clerk.write(words)
        clerk.press("Return Return")
        clerk.until("กลับไปที่รายการ", until)

    def begin_registering(self) -> None:
        self.to_inbox()
        self.clerk.press("N")
        self.clerk.until("ชั้นความเร็ว", "เรียน")

    def type_letter(self, letter: Known) -> None:
        """What a secretary types while looking at the page."""
        clerk = self.clerk
        clerk.fill("ที่", letter.book_number)
        clerk.fill("ลงวันที่", short(letter.day))
        clerk.fill("จาก", letter.sender)
        clerk.fill("เรื่อง", letter.subject)

    def bring_scan(self, letter: Known, pages: int = 2) -> Path:
        """Takes the scan of a letter in, through the program's own dialog."""
        path = scan(self.folder, letter, pages)
        self.clerk.press_and_name("F3", path)
        self.clerk.until(path.name)
        return path

    def register(self, letter: Known, number: int, *, scanned: bool = True) -> Id:
        """Registers a letter with its scan, and holds the program to the number."""
        self.begin_registering()
        if scanned:
            self.bring_scan(letter)
        self.type_letter(letter)
        self.clerk.press("F9")
        self.clerk.until(f"ลงทะเบียนแล้ว เลขรับ {number:05d}")
        sql = "SELECT id FROM letter WHERE register = 'central' AND year_be = 2569 AND number = ?"
        return bytes(self.value(sql, (number,)))

    def send_to(self, *units: str) -> None:
        """In the routing: types a part of each name, Enter ticks it."""
        self.clerk.wait(lambda: self.clerk.at == "ค้นชื่อหน่วยงาน")
        for unit in units:
            self.clerk.press("Ctrl+A")
            self.clerk.write(unit)
            self.clerk.press("Return")

    def turn_to_tab(self, name: str) -> None:
        """To a tab of the letter's page."""
        self.clerk.to("รายละเอียดของหนังสือ")
        for _ in range(8):
            if self.clerk.tab.startswith(name):
                return
            self.clerk.press("Right")
        raise AssertionError(f"the letter has no tab {name!r}")

    def save_pdf(self, keys: str, name: str) -> str:
        """Keeps a paper as a PDF where the clerk says; the words of its text layer."""
        from desktop.paper.pages import page_sizes_mm, page_text

        path = self.folder / name
        self.clerk.press_and_name(keys, path)
        pump(path.exists)
        pdf = path.read_bytes()
        return "\n".join(page_text(pdf, page) for page in range(len(page_sizes_mm(pdf))))


def short(day: date) -> str:
    """As a clerk types a day: 9/1/2569."""
    return thai_date(day, "numeric", "arabic")
