"""What stands on the pages of letters registered here is read in the background and noted: a search finds it."""

import logging

from desktop.accounts.model import Person
from desktop.letters.saving_actions import SavingActions
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.reading.model import PageReading
from desktop.reading.queue import ReadingQueue, Wanted
from desktop.store.desk import Desk

log = logging.getLogger(__name__)

_BLANK = " "
"""What is noted of a page without words: that it was read."""
_UNREAD = """
SELECT f.letter_id, f.sha256, f.pages FROM letter_file f
JOIN letter l ON l.office_id = f.office_id AND l.id = f.letter_id
WHERE l.device_id = (SELECT device_id FROM device) AND f.withdrawn_at IS NULL
AND (SELECT count(*) FROM letter_page_text t
    WHERE t.office_id = f.office_id AND t.letter_id = f.letter_id AND t.sha256 = f.sha256) < f.pages
"""
_NOTED = "SELECT page FROM letter_page_text WHERE letter_id = ? AND sha256 = ?"
_OF_FILE = _UNREAD + " AND f.sha256 = ?"


class PageTexts:
    """Watches for a person who is signed in; `stop` before the queue ends. Only letters that this desk registered."""

    def __init__(self, desk: Desk, queue: ReadingQueue, who: Person) -> None:
        self._desk = desk
        self._queue = queue
        self._saving = SavingActions(desk, who)
        self._stops = [queue.listen(self._read), desk.changes.listen(self._changed)]

    def catch_up(self) -> None:
        """Wants what was registered here and is not read yet, as after a power cut."""
        self._want(self._desk.reader.rows(_UNREAD))

    def stop(self) -> None:
        for stop in self._stops:
            stop()

    def _changed(self, changes: Changes) -> None:
        if not changes.pulled and changes.touches("letter_file"):
            self.catch_up()

    def _want(self, files: list[tuple[Id, str, int]]) -> None:
        for letter_id, sha256, pages in files:
            self._queue.want(Wanted(sha256, page) for page in range(pages))
            if self._queue.progress(sha256).is_over:
                self._note(letter_id, sha256, pages)

    def _read(self, wanted: Wanted, told: PageReading | OfficeError) -> None:
        """A letter's file is noted when the last of its pages was read: one act a file, and one upload."""
        if self._queue.progress(wanted.sha256).is_over:
            for letter_id, sha256, pages in self._desk.reader.rows(_OF_FILE, (wanted.sha256,)):
                self._note(letter_id, sha256, pages)

    def _note(self, letter_id: Id, sha256: str, pages: int) -> None:
        read = {page: self._queue.reading(sha256, page) for page in range(pages)}
        noted = {page for (page,) in self._desk.reader.rows(_NOTED, (letter_id, sha256))}
        found = {page: reading for page, reading in read.items() if reading is not None and page not in noted}
        texts = {page: reading.text or _BLANK for page, reading in found.items()}
        if not texts:
            return
        try:
            self._saving.note_pages(letter_id, sha256, texts)
        except OfficeError as error:
            log.info("what was read is not noted: %s", error.code)  # the next start tries again
