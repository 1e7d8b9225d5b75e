"""Letters that are cancelled, numbered again or lent, and where their papers are."""

from desktop.accounts.model import Unit
from desktop.accounts.queries import AccountQueries
from desktop.letters.custody_actions import CustodyActions
from desktop.letters.custody_queries import CustodyQueries
from desktop.letters.keeping_actions import KeepingActions
from desktop.letters.whereabouts import sweep
from desktop.office.series import series_of
from tests.convergence.hands.hand import LETTERS, Hand

_STANDING = "SELECT id FROM letter WHERE cancelled_at IS NULL ORDER BY id"
_CANCELLED = "SELECT id FROM letter WHERE cancelled_at IS NOT NULL ORDER BY id"
_OUT = "SELECT id FROM letter_loan WHERE returned_at IS NULL ORDER BY id"
_LOANS = "SELECT id FROM letter_loan ORDER BY id"


class Keeping(Hand):
    ACTS = ("cancel", "reinstate", "number_again", "lend", "give_back", "hand_over", "take_papers", "sweep_room")

    def cancel(self, which: int) -> None:
        if letter := self.pick(_STANDING, which):
            self._keeping(which).cancel(letter, "ลงทะเบียนผิด")

    def reinstate(self, which: int) -> None:
        if letter := self.pick(_CANCELLED, which):
            self._keeping(which).reinstate(letter, "ยกเลิกผิดฉบับ")

    def number_again(self, which: int) -> None:
        """In the register of the engineers, whose number goes onto the paper too."""
        if letter := self.pick(LETTERS, which):
            register, number, year = self._keeping(1).register_again(letter)
            self.printer.numbers.append((series_of(register), year, number))

    def lend(self, which: int) -> None:
        if letter := self.pick(LETTERS, which):
            self._keeping(which).lend(letter, f"ผู้ยืม {which}")

    def give_back(self, which: int) -> None:
        """Now and then what is back already."""
        if loan := self.pick(_OUT if which % 4 else _LOANS, which):
            self._keeping(which).give_back(loan)

    def hand_over(self, which: int) -> None:
        papers = self._papers(which)
        if papers:
            self._custody(which).hand_over(papers, self._units()[which % len(self._units())])

    def take_papers(self, which: int) -> None:
        papers = self._papers(which)
        if papers:
            self._custody(which).take(papers) if which % 2 else self._custody(which).begin(papers)

    def sweep_room(self, which: int) -> None:
        """One of the papers that should be in the room is not found."""
        unit, papers = self._units()[which % len(self._units())], CustodyQueries(self.desk.desk.reader)
        expected = papers.with_unit(unit.id)
        self._custody(which).close_sweep(unit, sweep(expected, expected[which % 2 :]), f"ห้อง {which}")

    def _papers(self, which: int) -> list[bytes]:
        found = (self.pick(LETTERS, which + more) for more in range(which % 3 + 1))
        return [letter for letter in found if letter]

    def _units(self) -> tuple[Unit, ...]:
        return AccountQueries(self.desk.desk.reader).units()

    def _keeping(self, which: int) -> KeepingActions:
        return KeepingActions(self.desk.desk, self.desk.person(self.someone(which)))

    def _custody(self, which: int) -> CustodyActions:
        return CustodyActions(self.desk.desk, self.desk.person(self.someone(which)))
