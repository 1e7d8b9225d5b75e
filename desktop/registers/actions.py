"""What the keepers of the control register do at a desk."""

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.registers.model import Book
from desktop.registers.mutations import SPOIL, SpoilPaper
from desktop.registers.queries import RegisterQueries
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

    def spoil(self, book: Book, lo: int, hi: int, reason: str, witness: Person) -> None:
        """Numbers of a book on paper bear no receipt: the paper was spoilt or is lost, as `witness` has seen.

        OfficeError `numbers.reason_missing`, `numbers.witness_self`, `cashier.number_settled`.
        """
        if not reason.strip():
            raise OfficeError("numbers.reason_missing")
        if witness.id == self._who.id:
            raise OfficeError("numbers.witness_self")

        def act(unit: UnitOfWork) -> None:
            self._must_wait(book, lo, hi)
            both = f"{self._who.name_th}, พยาน {witness.name_th}"
            place = (book.id, book.series, book.year_be, lo, hi)
            unit.perform(SPOIL, SpoilPaper(*place, reason.strip(), both, witness.id, unit.new_id()), self._who.id)

        self._desk.write(act)

    def _must_wait(self, book: Book, lo: int, hi: int) -> None:
        known = RegisterQueries(self._desk.reader).paper_books()
        waiting = next((one for one in known if one.book.id == book.id), None)
        settled = next((n for n in range(lo, hi + 1) if waiting is None or not waiting.awaits(n)), None)
        if settled is not None or hi < lo:
            raise OfficeError("cashier.number_settled", number=settled or lo)

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
