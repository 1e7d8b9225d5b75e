"""Where wishes for numbers and what is lent on them pass each other: at the desk that keeps the queue, in its memory.

Nothing here needs to last. Who asks says it again, who has lent says the same again, and both have it in their stores.
"""

from threading import Condition

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.queue.model import Offer, Reply, Want
from desktop.registers.loan_model import Loan, LoanAsk

LONGEST_WANT = 25.0
"""Seconds that a wish may wait for a lender."""
_MOST = 64


class Exchange:
    """Any thread; `news` wakes those who wait at the keeper."""

    def __init__(self, news: Condition) -> None:
        self._news = news
        self._asked: dict[Id, LoanAsk] = {}
        self._taken_up: dict[Id, Id] = {}
        self._given: dict[Id, Loan] = {}
        self.wanted = 0
        self._ended = False

    def asked(self) -> tuple[LoanAsk, ...]:
        """The wishes that no desk has taken up yet."""
        with self._news:
            return tuple(ask for ask in self._asked.values() if ask.id not in self._taken_up)

    def want(self, wants: Want) -> Reply:
        """OfficeError `numbers.nobody_lends`. Said again it is told to all desks again: the lender may be gone."""
        ask = wants.ask
        with self._news:
            self._asked[ask.id] = ask
            self._taken_up.pop(ask.id, None)
            self.wanted += 1
            self._news.notify_all()
            self._news.wait_for(lambda: self._ended or ask.id in self._given, min(wants.patience, LONGEST_WANT))
            self._asked.pop(ask.id, None)
            loan = self._given.get(ask.id)
        if loan is None:
            raise OfficeError("numbers.nobody_lends")
        return Reply(loan=loan)

    def offer(self, wants: Offer) -> Reply:
        """OfficeError `numbers.lent_elsewhere` when another desk is at it, or nobody waits any more."""
        with self._news:
            if wants.loan is not None:
                self._given[wants.ask] = wants.loan
                while len(self._given) > _MOST:
                    del self._given[next(iter(self._given))]
                self._news.notify_all()
            elif wants.ask not in self._asked or self._taken_up.setdefault(wants.ask, wants.desk) != wants.desk:
                raise OfficeError("numbers.lent_elsewhere")
        return Reply()

    def end(self) -> None:
        with self._news:
            self._ended = True
            self._news.notify_all()
