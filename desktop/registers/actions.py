"""What the keepers of the control register do at a desk."""

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.registers.turning import close
from desktop.store import trusted_time
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_OPEN = """
SELECT lease_id, series, year_be, next, hi FROM lease
WHERE series = ? AND closed_at IS NULL AND holder = (SELECT device_id FROM device)
"""
_WANTED = "UPDATE lease SET closed_for = 'year_end' WHERE series = ? AND closed_for = 'returned'"


class RegisterActions:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def give_back(self, series: str) -> None:
        """Gives a letter register back: no number is taken here any more, and the next desk that asks goes on with it.

        OfficeError `numbers.not_held`. The register passes on when the acts of this desk have reached the centre.
        """

        def act(unit: UnitOfWork) -> None:
            held = unit.connection.exec_driver_sql(_OPEN, (series,)).all()
            if not held:
                raise OfficeError("numbers.not_held")
            for book in held:
                close(unit, book, "returned", self._who.name_th, self._who.id)

        self._desk.write(act)

    def take_up(self, series: str) -> None:
        """Lets this desk ask for a register again that it once gave back."""
        self._desk.settle(_WANTED, (series,))

    def confirm_date(self) -> None:
        """A person answers for the date on this desk's clock: numbers of the year that it shows may be taken."""
        self._desk.settle(trusted_time.HEAR, trusted_time.hear(self._desk.clock.now()))
