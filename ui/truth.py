"""The status strip's facts: what the post proves, and what is left of the number books."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.letters.rules import padded
from desktop.office.dates import english_date, local_date, thai_date
from desktop.office.errors import OfficeError
from desktop.office.post_state import PostState
from ui.heard_changes import HeardChanges
from ui.kit.language import Language
from ui.opening import Opened
from ui.shell.strip_words import PostFacts, strip_state
from ui.work import Worker

_LOOK_AGAIN_MS = 30_000
_TOGETHER_MS = 50
"""Changes that come this close together are looked at once."""


@dataclass(frozen=True)
class Books:
    """What is left of the number books, for how many days of this desk's work, and whom to call."""

    receipts_left: int | None = None
    receipts_days: int | None = None
    next_number: str = ""
    helpdesk: str = ""
    receipts_low: bool = False
    numbers_low: bool = False
    copy_days: int | None = None
    heard_at: datetime | None = None
    """When the centre was heard last, also before this program was started."""


class Truth(QObject):
    """`told` brings a `StripState` whenever a fact, a number or the language changed."""

    told = Signal(object)
    _post_told = Signal(object)

    def __init__(
        self,
        opened: Opened,
        worker: Worker,
        heard: HeardChanges,
        language: Language,
        helpdesk: Callable[[], str | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._worker, self._language = opened, worker, language
        self._helpdesk = helpdesk
        self._state: PostState | None = None
        self._books = Books()
        self._leave: Callable[[], None] | None = None
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._soon = QTimer(self, interval=_TOGETHER_MS, singleShot=True)
        self._again.timeout.connect(self.look)
        self._soon.timeout.connect(self.look)
        heard.heard.connect(lambda _: self._soon.start())
        language.changed.connect(lambda _: self._tell())
        self._post_told.connect(self._post_says, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begins the post, if it has not begun, and listens to it."""
        line = self._opened.line
        if line is not None and self._leave is None:
            self._leave = line.listen(self._post_told.emit)
            line.start()
        self._again.start()
        self.look()

    def stop(self) -> None:
        self._again.stop()
        self._soon.stop()
        if self._leave is not None:
            self._leave()
            self._leave = None

    @property
    def state(self) -> PostState | None:
        """What the post said last."""
        return self._state

    def look(self) -> None:
        """Reads the books in the background."""
        self._worker.run(self._read, owner=self, on_done=self._read_done, view="truth")

    def _read(self) -> Books:
        office = self._opened.office
        letters, receipts = office.letter_book(), office.receipt_stock()
        number = padded(letters.next_number) if letters.next_number is not None else ""
        profile = office.account_queries.office()
        phone = self._helpdesk() or (profile.phone if profile else None) or ""
        return Books(
            receipts.left if receipts else None,
            receipts.days if receipts else None,
            number,
            phone,
            receipts_low=receipts is not None and receipts.is_low,
            numbers_low=bool(letters.held) and letters.is_low,
            copy_days=office.copies.late_days(),
            heard_at=office.heard_at(),
        )

    def _read_done(self, found: Books) -> None:
        self._books = found
        self._tell()

    def _post_says(self, state: PostState) -> None:
        """A hint: what was true when it was sent may be over, so the post is asked for what is true now."""
        self._tell()

    def _tell(self) -> None:
        if self._opened.line is not None:
            self._state = self._opened.line.state()
        if self._state is not None:
            now = self._opened.office.clock.now()
            self.told.emit(strip_state(facts_of(self._state, self._books, self._language.code, now)))


def facts_of(state: PostState, books: Books, language: str, now: datetime) -> PostFacts:
    """What the strip is told of the post's state and the books; a trouble in the words of the language."""
    oldest, fresh_at = state.oldest_pending, state.fresh_at or books.heard_at
    return PostFacts(
        state.kind,
        fresh_at=fresh_at,
        fresh_day=_other_day(fresh_at, now, language),
        offline_since=state.offline_since,
        waiting=state.waiting,
        seconds_left=state.seconds_left,
        attention=state.attention,
        trouble=OfficeError(state.trouble).describe(language)[0] if state.trouble else "",
        trouble_code=state.trouble,
        unsent_hours=int((now - oldest).total_seconds() // 3600) if oldest else None,
        receiving=state.receiving,
        helpdesk=books.helpdesk,
        receipts_left=books.receipts_left,
        receipts_days=books.receipts_days,
        next_number=books.next_number,
        receipts_low=books.receipts_low,
        numbers_low=books.numbers_low,
        copy_days=books.copy_days,
    )


def _other_day(moment: datetime | None, now: datetime, language: str) -> str:
    """The day of a moment in words, where it is not today."""
    if moment is None or local_date(moment) == local_date(now):
        return ""
    return english_date(moment) if language == "en" else thai_date(moment, "short", "arabic")
