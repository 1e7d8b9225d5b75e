"""What a clerk has a letter's paper go through: a division's number, cancellation, loans. Durable on return."""

from datetime import date

from desktop.accounts.model import Person
from desktop.letters import keeping as verbs
from desktop.letters.division_numbers import REGISTER_AGAIN_PROVISIONAL, RegisterAgainProvisional
from desktop.letters.tagging import next_tag
from desktop.office.dates import local_date, year_be
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import series_of
from desktop.registers.turning import close_past
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_HAS = "SELECT 1 FROM letter_registration WHERE letter_id = ? AND register = ? AND year_be = ?"


class KeepingActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def register_again(self, letter_id: Id) -> tuple[str, int, int]:
        """Enters a received letter into the register of the person's division: register, number and year.

        Where another desk holds that register the number is a tag (`tags`) until the division's own is known.
        OfficeError `numbers.not_here` (no such register at this desk), `letters.registered_already`,
        `numbers.year_doubtful`.
        """
        register = f"incoming/{self._who.unit.id.hex()}"
        series = series_of(register)
        if series not in self._desk.identity.registers:
            raise OfficeError("numbers.not_here")

        def act(unit: UnitOfWork) -> tuple[str, int, int]:
            close_past(unit)
            year = year_be(local_date(unit.now))
            if unit.connection.exec_driver_sql(_HAS, (letter_id, register, year)).first() is not None:
                raise OfficeError("letters.registered_already")
            try:
                taken = unit.take_number(series, year)
            except OfficeError as error:
                if error.code != "numbers.none_left":
                    raise
                return register, self._tagged(unit, letter_id, register, year), year
            body = verbs.RegisterAgain(unit.new_id(), letter_id, taken, self._who.name_th)
            unit.perform(verbs.REGISTER_AGAIN, body, self._who.id)
            return register, taken.n, year

        return self._desk.write(act)

    def _tagged(self, unit: UnitOfWork, letter_id: Id, register: str, year: int) -> int:
        number, who = next_tag(self._desk, unit), self._who
        body = RegisterAgainProvisional(
            unit.new_id(), letter_id, unit.new_id(), register, year, number, who.name_th
        )  # fmt: skip
        unit.perform(REGISTER_AGAIN_PROVISIONAL, body, who.id)
        return number

    def cancel(self, letter_id: Id, reason: str) -> None:
        """Cancels a letter; its number stays. OfficeError `letters.reason_missing`, `letters.already_cancelled`."""

        def act(unit: UnitOfWork) -> None:
            body = verbs.Cancel(unit.new_id(), letter_id, reason.strip(), self._who.name_th)
            unit.perform(verbs.CANCEL, body, self._who.id)

        self._desk.write(act)

    def reinstate(self, letter_id: Id, reason: str) -> None:
        """Takes a cancellation back. OfficeError `letters.reason_missing`, `letters.not_cancelled`."""

        def act(unit: UnitOfWork) -> None:
            body = verbs.Reinstate(unit.new_id(), letter_id, reason.strip(), self._who.name_th)
            unit.perform(verbs.REINSTATE, body, self._who.id)

        self._desk.write(act)

    def lend(
        self, letter_id: Id, borrower: str, *, unit_id: Id | None = None, due: date | None = None, note: str = ""
    ) -> Id:
        """Notes who takes the paper. OfficeError `letters.borrower_missing`, `letters.already_lent`."""
        if not borrower.strip():
            raise OfficeError("letters.borrower_missing")

        def act(unit: UnitOfWork) -> Id:
            day = due.isoformat() if due else None
            body = verbs.Lend(
                unit.new_id(), letter_id, borrower.strip(), self._who.name_th, unit_id, day, note.strip() or None
            )
            unit.perform(verbs.LEND, body, self._who.id)
            return body.loan_id

        return self._desk.write(act)

    def give_back(self, loan_id: Id) -> None:
        """The paper is back in its place."""
        body = verbs.GiveBack(loan_id, self._who.name_th)
        self._desk.write(lambda unit: unit.perform(verbs.GIVE_BACK, body, self._who.id))
