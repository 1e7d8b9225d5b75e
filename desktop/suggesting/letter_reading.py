"""A captured document read as far as its fields need it."""

from collections.abc import Callable, Sequence
from datetime import date
from threading import Event
from typing import TypeAlias

from desktop.capture.model import CapturedDocument
from desktop.reading.model import PageReading
from desktop.reading.queue import Wanted
from desktop.suggesting.model import Suggestions
from desktop.suggesting.queries import SenderQueries
from desktop.suggesting.suggesting import suggest, tells_enough

MOST_PAGES = 3
"""The letter's first page stands behind a cover or a blank sheet at most."""

ReadsPages: TypeAlias = Callable[[Wanted, Event], PageReading | None]
"""`read(wanted, cancel)`: waits for what stands on a page; None once that is given up."""


class LetterReader:
    """Any thread. OfficeError `reading.no_model`, `reading.failed`, `blob.missing`."""

    def __init__(self, read: ReadsPages, senders: SenderQueries, today: Callable[[], date]) -> None:
        self._read, self._senders, self._today = read, senders, today

    def suggestions(
        self,
        document: CapturedDocument,
        registers: Sequence[str],
        cancel: Event,
        heard: Callable[[int, str], object] = lambda page, text: None,
    ) -> Suggestions:
        """Reads until a page says enough; whoever waits for it can give up by `cancel`.

        `heard` is told of each page (from 0) what stands on it.
        """
        found = Suggestions()
        known = self._senders.known(registers)
        for page in range(min(document.page_count, MOST_PAGES)):
            reading = self._read(Wanted(document.sha256, page), cancel)
            if reading is None:
                break
            heard(page, reading.text)
            said = suggest((reading,), self._today(), known, first=page)
            if tells_enough(said):
                return said
            found = found or said
        return found
