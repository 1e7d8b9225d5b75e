"""Words looked for page by page in the background; what is found is there to be walked through at once."""

from PySide6.QtCore import QObject, Signal

from ui.kit.page_source import Hits, Pages, Rank, Wish


class PageSearch(QObject):
    """`changed` whenever more is known; `went` brings the page of the hit that is to be looked at now.

    Hits are counted from 0 in the order of the pages; the first one is taken from the page in view on.
    """

    changed = Signal()
    went = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._hits: dict[int, Hits] = {}
        self._from = 0
        self.words = ""
        self.looked_at = 0
        self.current: tuple[int, int] | None = None

    @property
    def total(self) -> int:
        return sum(map(len, self._hits.values()))

    @property
    def page_count(self) -> int:
        return self._pages.count if self._pages is not None else 0

    @property
    def is_over(self) -> bool:
        """Whether every page was looked at."""
        return self.looked_at >= self.page_count

    @property
    def number(self) -> int:
        """Which hit is looked at, from 1; 0 for none."""
        if self.current is None:
            return 0
        page, place = self.current
        return sum(len(hits) for other, hits in self._hits.items() if other < page) + place + 1

    def on_page(self, page: int) -> tuple[Hits, int | None]:
        """What is marked on a page, and which of it is looked at."""
        current = self.current[1] if self.current is not None and self.current[0] == page else None
        return self._hits.get(page, ()), current

    def look_for(self, words: str, pages: Pages | None, page: int) -> None:
        """Starts anew from the page in view on; no words end it."""
        self.words, self._pages, self._from = words.strip(), pages, page
        self._hits, self.current, self.looked_at = {}, None, 0
        self.changed.emit()
        if self.words and pages is not None and pages.find is not None and pages.count:
            self._look(pages, self.words)

    def step(self, by: int) -> None:
        """To the next hit or the one before, round the ends."""
        every = [(page, place) for page in sorted(self._hits) for place in range(len(self._hits[page]))]
        if every:
            here = every.index(self.current) if self.current is not None else -1
            self._go(every[(here + by) % len(every)])

    def _look(self, pages: Pages, words: str) -> None:
        page = (self._from + self.looked_at) % pages.count
        wish = Wish(Rank.WORDS, lambda: self._is_meant(pages, words))
        assert pages.find is not None
        pages.find(page, words, lambda hits: self._found(pages, words, page, hits), wish)

    def _is_meant(self, pages: Pages, words: str) -> bool:
        return pages is self._pages and words == self.words

    def _found(self, pages: Pages, words: str, page: int, hits: Hits) -> None:
        if not self._is_meant(pages, words):
            return
        self.looked_at += 1
        if hits:
            self._hits[page] = hits
        if hits and self.current is None:
            self._go((page, 0))
        else:
            self.changed.emit()
        if not self.is_over:
            self._look(pages, words)

    def _go(self, hit: tuple[int, int]) -> None:
        self.current = hit
        self.went.emit(hit[0])
        self.changed.emit()
