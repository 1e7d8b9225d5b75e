"""Reading a briefing: from where a person begins, and how far they have read. Durable on return."""

from desktop.accounts.model import Person
from desktop.office.clock import utc_text
from desktop.store import news
from desktop.store.desk import Desk

_BEGIN = """
INSERT OR IGNORE INTO briefed (staff_id, place, at) SELECT ?, coalesce(max(place), 0), ? FROM news
"""


class BriefingActions:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def begin(self) -> None:
        """Whoever works at this desk for the first time is told of what comes from now on."""
        self._desk.settle(_BEGIN, (self._who.id, utc_text(self._desk.clock.now())))

    def read(self, upto: int) -> None:
        """The person has read everything up to there; it is not told again."""
        self._desk.settle(news.READ, (self._who.id, upto, utc_text(self._desk.clock.now())))
        self._desk.settle(news.PRUNE, (news.KEPT,))
