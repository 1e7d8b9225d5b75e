"""The program from its first window to its last: the way in, people coming and going, and an end that loses nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.collecting import Collecting
from ui.entrance import EntranceWindow
from ui.kit.language import Code, Language
from ui.kit.theme import Theme, apply
from ui.kit.tokens import Mode
from ui.line import MakeLine
from ui.notices import Notices
from ui.settings import SettingsFile, default_folder
from ui.way_in import WayIn

if TYPE_CHECKING:
    from desktop.office.clock import Clock
    from ui.opening import Opened
    from ui.working_day import WorkingDay

THEMES: dict[str, Mode] = {"light": "light", "dark": "dark", "contrast": "contrast", "high-contrast": "contrast"}


class Program(QObject):
    """`make_line(desk, url)` brings the post; `code` is put into the enrolment page of a new desk.

    What is None here is as the desk remembers it; `clock` None is the machine's own.
    """

    def __init__(
        self,
        make_line: MakeLine,
        folder: Path | None = None,
        *,
        centre: str | None = None,
        code: str = "",
        language: str | None = None,
        theme: str | None = None,
        clock: "Clock | None" = None,
    ) -> None:
        self.app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
        super().__init__(self.app)
        self._collecting = Collecting(self)
        self.settings = SettingsFile(folder or default_folder())
        known = self.settings.now
        apply(self.app, THEMES[theme or known.theme])
        self.theme = Theme(self.app)
        self.language = Language(self.app, cast(Code, language or known.language))
        self.notices = Notices(lambda: self.language.code, self)
        self.entrance = EntranceWindow(known.office or "", self.theme, self.language)
        self.way_in = WayIn(
            self.entrance,
            folder or default_folder(),
            make_line,
            centre or known.centre,
            code,
            self.notices,
            lambda: self.language.code,
            clock,
        )
        self.opened: Opened | None = None
        self.day: WorkingDay | None = None
        self._connect()

    def run(self) -> int:
        """Shows the first window and stays until the last one is closed."""
        self.entrance.show()
        code = self.app.exec()
        self.end()
        return code

    def end(self) -> None:
        """Leaves everything durable and every thread ended; a second call does nothing."""
        if self.day is not None:
            self.day.end()
            self.day = None
        self.way_in.end()
        self._collecting.stop()

    def _connect(self) -> None:
        self.app.setQuitOnLastWindowClosed(False)
        self.theme.changed.connect(self._theme_changed)
        self.language.changed.connect(self._language_changed)
        self.entrance.painted.connect(self.way_in.start)
        self.entrance.closed.connect(self.app.quit)
        self.way_in.enrolled.connect(self._enrolled)
        self.way_in.opened.connect(self._opened)

    def _theme_changed(self, mode: str) -> None:
        self.settings.remember(theme=mode)

    def _language_changed(self, code: str) -> None:
        self.settings.remember(language=code)

    def _enrolled(self, address: str) -> None:
        self.settings.remember(centre=address)

    def _opened(self, opened: "Opened") -> None:
        """Brings in what the working day needs, now that the first window stands."""
        from ui.working_day import WorkingDay

        self.opened = opened
        self.settings.remember(office=opened.office_name)
        self.day = WorkingDay(opened, self.entrance, self.notices, self.theme, self.language, self.settings)
        self.day.closed.connect(self.app.quit)
        self.day.ask_who()
