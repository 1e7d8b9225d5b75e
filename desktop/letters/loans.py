"""Files that are out of their place: who has them, since when, and whether they should be back."""

from dataclasses import dataclass
from datetime import date

from desktop.letters.model import CitedLetter, Loan
from desktop.office.clock import from_utc_text
from desktop.store.reader import Reader

_OUT = """
SELECT n.id, n.borrower_name, coalesce(u.name_th, ''), n.lent_at, n.lent_by_name, n.due_date, n.note,
       l.id, l.register, l.number, l.year_be, l.subject
FROM letter_loan n JOIN letter l ON l.office_id = n.office_id AND l.id = n.letter_id
LEFT JOIN unit u ON u.office_id = n.office_id AND u.id = n.unit_id
WHERE n.returned_at IS NULL ORDER BY n.due_date IS NULL, n.due_date, n.lent_at, n.id
"""
_LATE = "SELECT count(*) FROM letter_loan WHERE returned_at IS NULL AND due_date < ?"


@dataclass(frozen=True)
class LentFile:
    """A file that somebody has, and the letter it is of."""

    loan: Loan
    letter: CitedLetter


class LoanQueries:
    """Reads the store; any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def out(self) -> tuple[LentFile, ...]:
        """Every file that is out; what should be back first, then in the order of its day."""
        return tuple(
            LentFile(
                Loan(id_, who, unit, from_utc_text(at), by, date.fromisoformat(due) if due else None, note),
                CitedLetter(*letter),
            )
            for id_, who, unit, at, by, due, note, *letter in self._reader.rows(_OUT)
        )

    def late(self, today: date) -> int:
        """How many files should be back by now."""
        found = self._reader.one(_LATE, (today.isoformat(),))
        return int(found[0]) if found else 0
