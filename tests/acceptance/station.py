"""A desk as a person sits down at it: the real program on its encrypted store, entered and worked by keys alone."""

from pathlib import Path
from typing import Any

import main
from desktop.application import Office
from tests.acceptance.keys import Clerk, DayClock
from tests.helpers.screens import settle
from tests.helpers.town import PASSWORD
from ui.program import Program

PASSPHRASE = "นกกระจิบ 12 ตัว"
"""These machines have no keyring; each store is unlocked with words."""


class Station:
    """One folder, one centre, one person at it; the program is started and ended like a computer in the morning."""

    def __init__(self, folder: Path, login: str, centre: str, clock: DayClock, clerk: Clerk) -> None:
        self.folder, self.login, self.centre, self.clock, self.clerk = folder, login, centre, clock, clerk
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def office(self) -> Office:
        assert self.program.opened is not None
        return self.program.opened.office

    def start(self, code: str = "") -> None:
        """Up to the rooms: unlocks the store, gives a new desk its code, and signs the person in."""
        looks = {"language": "th", "theme": "light"}
        self._program = Program(main.line, self.folder, centre=self.centre, clock=self.clock, **looks)
        self._program.entrance.show()
        clerk = self.clerk
        clerk.until("วลีรหัสผ่าน")
        clerk.fill("วลีรหัสผ่าน", PASSPHRASE)
        if code:
            clerk.fill("วลีรหัสผ่านอีกครั้ง", PASSPHRASE)
        clerk.press("F9")
        if code:
            clerk.until("รหัสเชื่อมเครื่อง")
            clerk.fill("รหัสเชื่อมเครื่อง", code)
            clerk.press("F9")
        clerk.until("เข้าสู่ระบบ", "รหัสผ่าน")
        if "ผู้ใช้อื่น" not in clerk.sees():
            clerk.fill("ชื่อผู้ใช้", self.login)
        clerk.fill("รหัสผ่าน", PASSWORD)
        clerk.press("F9")
        clerk.until("ออกจากระบบ", "หนังสือเข้า")
        self._on_a_screen()

    def _on_a_screen(self) -> None:
        """As large as on a laptop: the screen that is none is smaller than any that the program is made for."""
        day = self.program.day
        assert day is not None
        assert day.window is not None
        day.window.showNormal()
        day.window.resize(1366, 768)

    def stop(self) -> None:
        """The computer is switched off in order: everything ends, the store is closed."""
        program, self._program = self._program, None
        if program is None:
            return
        window = program.day.window if program.day is not None else None
        program.end()
        program.entrance.hide()
        for one in (window, program.entrance, program.theme, program.language, program):
            if one is not None:
                one.deleteLater()
        settle()

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """What stands in this desk's own store."""
        return [tuple(row) for row in self.office.desk.reader.rows(sql, values)]
