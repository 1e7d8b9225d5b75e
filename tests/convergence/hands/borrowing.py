"""Numbers that desks lend each other past the centre: what one says reaches the other late, twice, or never."""

from typing import ClassVar

from desktop.accounts.queries import AccountQueries
from desktop.queue.lending import Lending
from tests.convergence.hands.hand import Hand


class Borrowing(Hand):
    """A wish, what is lent on it, and what arrives are three deeds: anything may come between them."""

    ACTS: ClassVar[tuple[str, ...]] = ("ask_next_door", "lend_next_door", "take_what_was_lent", "answer_at_once")

    @property
    def _lending(self) -> Lending:
        return Lending(self.desk.desk)

    def ask_next_door(self, which: int) -> None:
        who = AccountQueries(self.desk.desk.reader).person("piyada")
        self.printer.wishes.append(self._lending.ask(who, which % 20 + 1))

    def lend_next_door(self, which: int) -> None:
        """Any wish that was ever said: one of long ago, one that was met, its own."""
        if self.printer.wishes and (loan := self._lending.lend(self.printer.wishes[which % len(self.printer.wishes)])):
            self.printer.loans.append(loan)

    def take_what_was_lent(self, which: int) -> None:
        if self.printer.loans:
            self._lending.take(self.printer.loans[which % len(self.printer.loans)])

    def answer_at_once(self, which: int) -> None:
        """The newest wish, which is somebody else's if all goes well."""
        if self.printer.wishes and (loan := self._lending.lend(self.printer.wishes[-1])):
            self.printer.loans.append(loan)
