"""What stands on the pages of letters registered here is read in the background and noted: a search finds it."""

import logging
import os
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from desktop.accounts.model import Person
from desktop.letters.saving_actions import SavingActions
from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.reading.queue import ReadingQueue, Wanted
from desktop.store.blob_file import Stored
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from desktop.paper.pages import Held

log = logging.getLogger(__name__)

MOST_AT_ONCE = 50
"""Pages of one act: a request holds them even if each is as full as may travel."""
_BREATH = 1.0 if (os.cpu_count() or 1) < 4 else 0.0
"""How long it rests after a page, by the time the page took: a small machine is the clerk's half of the time."""
_BLANK = " "
"""What is noted of a page without words: that it was read."""
_UNREAD = """
SELECT f.letter_id, f.sha256, f.pages FROM letter_file f
JOIN letter l ON l.office_id = f.office_id AND l.id = f.letter_id
WHERE l.device_id = (SELECT device_id FROM device) AND f.withdrawn_at IS NULL
AND (SELECT count(*) FROM letter_page_text t
    WHERE t.office_id = f.office_id AND t.letter_id = f.letter_id AND t.sha256 = f.sha256) < f.pages
"""
_NEWEST = _UNREAD + " ORDER BY f.added_at DESC"
_OF_FILE = _UNREAD + " AND f.id = ?"
_NOTED = "SELECT page FROM letter_page_text WHERE letter_id = ? AND sha256 = ?"
_File: TypeAlias = tuple[Id, str, int]


class PageTexts:
    """From `start` on, for the person signed in, page by page on a thread of its own, the newest letters first.

    Only letters that this desk registered. What could not be read or noted is tried again at the next start. `stop`
    returns at once, `end` when nothing runs any more; the queue's own end brings it about.
    """

    def __init__(
        self, desk: Desk, queue: ReadingQueue, who: Person, left: Callable[[int], object] = lambda pages: None
    ) -> None:
        """`left` hears how many pages are still to be read."""
        self._desk, self._queue, self._told_left = desk, queue, left
        self._saving = SavingActions(desk, who)
        self._fresh: SimpleQueue[Id | None] = SimpleQueue()
        self._waiting: deque[_File] = deque()
        self._left = 0
        self._stopped = Event()
        self._leave: Callable[[], None] | None = None
        self._thread = Thread(target=self._work, name="page-texts", daemon=True)

    def start(self) -> None:
        """Begins with what was registered here and is not read yet, as after a power cut."""
        self._leave = self._desk.changes.listen(self._changed)
        self._queue.before_end(self.end)
        self._thread.start()

    def stop(self) -> None:
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._stopped.set()
        self._fresh.put(None)

    def end(self) -> None:
        self.stop()
        if self._thread.ident is not None:
            self._thread.join()

    def _changed(self, changes: Changes) -> None:
        """Comes on the writer's thread."""
        if not changes.pulled:
            for entity, row_id in changes.rows:
                if entity == "letter_file":
                    self._fresh.put(row_id)

    def _work(self) -> None:
        try:
            self._waiting.extend(self._desk.reader.rows(_NEWEST))
            self._say(sum(pages for _, _, pages in self._waiting))
            while not self._stopped.is_set():
                self._take_fresh()
                if self._waiting and not self._stopped.is_set():
                    self._read(*self._waiting.popleft())
        except OfficeError as error:
            log.info("pages are not read: %s", error.code)
            self._say(0)

    def _take_fresh(self) -> None:
        """Letters that were registered meanwhile come first; without anything else to do they are waited for."""
        with suppress(Empty):
            while not self._stopped.is_set():
                row_id = self._fresh.get(block=not self._waiting)
                found = self._desk.reader.rows(_OF_FILE, (row_id,)) if row_id is not None else []
                self._waiting.extendleft(found)
                self._say(self._left + sum(pages for _, _, pages in found))

    def _read(self, letter_id: Id, sha256: str, pages: int) -> None:
        noted = {page for (page,) in self._desk.reader.rows(_NOTED, (letter_id, sha256))}
        wanted = [page for page in range(pages) if page not in noted]
        self._say(self._left - pages + len(wanted))
        for begin in range(0, len(wanted), MOST_AT_ONCE):
            texts = self._texts(sha256, wanted[begin : begin + MOST_AT_ONCE])
            if texts and not self._stopped.is_set():
                self._note(letter_id, sha256, texts)

    def _note(self, letter_id: Id, sha256: str, texts: dict[int, str]) -> None:
        try:
            self._saving.note_pages(letter_id, sha256, texts)
        except OfficeError as error:
            log.info("what was read is not noted: %s", error.code)

    def _texts(self, sha256: str, pages: Sequence[int]) -> dict[int, str]:
        from desktop.paper.pages import Held

        found = dict[int, str]()
        with closing(Held(Stored(self._desk.blobs, sha256))) as held:
            for page in pages:
                text = self._text(held, sha256, page)
                if text is not None:
                    found[page] = text or _BLANK
                self._say(self._left - 1)
        return found

    def _text(self, held: "Held", sha256: str, page: int) -> str | None:
        """A page's own text goes before what is read of its picture; None where it can't be told."""
        from desktop.paper.pages import own_text

        if self._stopped.is_set():
            return None
        try:
            return own_text(held, page) or self._of_picture(sha256, page)
        except OfficeError as error:
            if error.code == "reading.no_model":
                raise
            return None

    def _of_picture(self, sha256: str, page: int) -> str | None:
        begun = monotonic()
        reading = self._queue.read(Wanted(sha256, page), self._stopped, first=False)
        self._stopped.wait((monotonic() - begun) * _BREATH)
        return reading.text if reading is not None else None

    def _say(self, left: int) -> None:
        self._left = max(0, left)
        if not self._stopped.is_set():
            self._told_left(self._left)
