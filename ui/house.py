"""What every room is given: the office, who works, and the ways to the background, the clerk and the other rooms."""

from PySide6.QtCore import QObject, Signal

from desktop.accounts.model import Session
from desktop.application import Office
from ui.heard_changes import HeardChanges
from ui.kit.language import Language
from ui.notices import Notices
from ui.reading_pages import ReadingPages
from ui.settings import SettingsFile
from ui.sheets.printing import SheetPrinting, printer
from ui.work import Worker


class House(QObject):
    """`wanted` brings the key of a room somebody wants to go to, `sought` the words of the one search and `seeking` the
    same while they are typed, `dropped` the files that fell on the window, `offered` what the one search
    found, None when nobody searches."""

    wanted = Signal(str)
    sought = Signal(str)
    seeking = Signal(str)
    dropped = Signal(object)
    offered = Signal(object)

    def __init__(
        self,
        office: Office,
        session: Session,
        worker: Worker,
        notices: Notices,
        heard: HeardChanges,
        language: Language,
        settings: SettingsFile,
    ) -> None:
        super().__init__(heard)
        self.office, self.session, self.worker, self.notices = office, session, worker, notices
        self.heard, self.language, self.settings = heard, language, settings
        self.printing = SheetPrinting(office, session.person, printer, worker, settings, self)
        self.reading = ReadingPages(office, session.person, worker, self)

    def code(self) -> str:
        """The language spoken now."""
        return self.language.code
