"""What was read on pages that wait to be registered: their text layer, or what a reader of pictures made of them."""

from threading import Lock
from typing import TYPE_CHECKING

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from desktop.capture.model import CapturedDocument

MOST_PAGES = 20
"""The pages behind are searched when they are read in the background; here nobody may wait for them."""


class TextsRead:
    """By document; any thread. A page's own text layer goes before what was read of its picture."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[CapturedDocument, dict[int, str]]] = {}
        self._layers: dict[int, dict[int, str]] = {}
        self._lock = Lock()

    def heard(self, document: "CapturedDocument", page: int, text: str) -> None:
        """A reader of pictures has read this page (from 0)."""
        with self._lock:
            self._texts.setdefault(id(document), (document, {}))[1][page] = text

    def text_of(self, document: "CapturedDocument") -> dict[int, str]:
        """The text of its first pages, as far as they have one or were read."""
        if id(document) not in self._layers:
            layer = _layer(document)
            with self._lock:
                self._texts.setdefault(id(document), (document, {}))
                self._layers[id(document)] = layer
        return self.known(document)

    def known(self, document: "CapturedDocument") -> dict[int, str]:
        """As `text_of`, without looking into the document."""
        with self._lock:
            return self._texts.get(id(document), (document, {}))[1] | self._layers.get(id(document), {})


def _layer(document: "CapturedDocument") -> dict[int, str]:
    from desktop.paper.pages import own_text

    try:
        found = ((page, own_text(document.content, page)) for page in range(min(document.page_count, MOST_PAGES)))
        return {page: text for page, text in found if text}
    except OfficeError:
        return {}
