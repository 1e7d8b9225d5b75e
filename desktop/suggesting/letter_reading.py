"""A captured document read as far as its fields need it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from threading import Event, Lock
from typing import Protocol

from desktop.capture.model import CapturedDocument
from desktop.reading.model import PageReading
from desktop.suggesting.model import Suggestions
from desktop.suggesting.queries import SenderQueries
from desktop.suggesting.suggesting import suggest, tells_enough

MOST_PAGES = 3
"""The letter's first page stands behind a cover or a blank sheet at most."""


class ReadsPages(Protocol):
    """Something that reads page `page` (from 0) of a PDF; `content` are its bytes in parts."""

    def page(self, sha256: str, content: Iterable[bytes], page: int) -> PageReading: ...


class LetterReader:
    """Any thread; one document after the other. OfficeError `reading.no_model`, `reading.failed`.

    `readers` opens what reads pages; it is closed after each document, so no process outlives its work.
    """

    def __init__(
        self,
        readers: Callable[[], AbstractContextManager[ReadsPages]],
        senders: SenderQueries,
        today: Callable[[], date],
    ) -> None:
        self._readers, self._senders, self._today = readers, senders, today
        self._reading = Lock()

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
        with self._reading, self._readers() as reader:
            known = self._senders.known(registers)
            for page in range(min(document.page_count, MOST_PAGES)):
                if cancel.is_set():
                    break
                reading = reader.page(document.sha256, (document.data,), page)
                heard(page, reading.text)
                said = suggest((reading,), self._today(), known, first=page)
                if tells_enough(said):
                    return said
                found = found or said
        return found
