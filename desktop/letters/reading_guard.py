"""The reading guard: a page counts as read when it was on the screen, large enough to be read, for long enough."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.letters.model import LetterFile, Reading
from desktop.office.ids import Id

READABLE = 2.2
"""Screen pixels a millimetre at which a scanned letter's words can be read."""
SECONDS_A_PAGE = 2.0
MOST_STEP = 1.0
"""A pause longer than this between two looks is not counted: nobody knows what was on the screen."""


@dataclass(frozen=True)
class Look:
    """What is on the screen at a moment (`at` in seconds of a clock that never goes back)."""

    letter_id: Id
    file_id: Id
    page: int
    pixels_per_mm: float
    at: float


class ReadingGuard:
    """Remembers what one person saw since they signed in; a look that is None says that nothing can be read now."""

    def __init__(self) -> None:
        self._seen: dict[tuple[Id, Id, int], float] = defaultdict(float)
        self._last: Look | None = None

    def see(self, look: Look | None) -> None:
        """Counts the time since the last look for the page that was shown then and is shown still."""
        last, self._last = self._last, look
        if last is None or look is None or look.pixels_per_mm < READABLE:
            return
        if (last.letter_id, last.file_id, last.page) != (look.letter_id, look.file_id, look.page):
            return
        if last.pixels_per_mm >= READABLE:
            self._seen[look.letter_id, look.file_id, look.page] += max(0.0, min(look.at - last.at, MOST_STEP))

    def reading(self, letter_id: Id, files: Iterable[LetterFile]) -> Reading:
        """What was seen of a letter; one without any page was read with its words."""
        pages = [(file.id, page) for file in files for page in range(file.pages)]
        seconds = [self._seen.get((letter_id, *page), 0.0) for page in pages]
        read = sum(one >= SECONDS_A_PAGE for one in seconds)
        return Reading(read == len(pages), round(sum(seconds)), read, len(pages))

    def unread(self, letter_id: Id, files: Iterable[LetterFile]) -> tuple[tuple[LetterFile, int], ...]:
        """The pages (file, page from 0) that were not seen long enough."""
        return tuple(
            (file, page)
            for file in files
            for page in range(file.pages)
            if self._seen.get((letter_id, file.id, page), 0.0) < SECONDS_A_PAGE
        )
