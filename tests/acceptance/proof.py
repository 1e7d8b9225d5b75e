"""What the tour compares at its end: numbers and rows of desks and centre, and what lies in the clear."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text

from tests.acceptance.town import DeskProcess

TABLES = ("letter", "letter_file", "endorsement", "routing", "receipt", "receipt_line", "receipt_void")
Numbers = dict[tuple[str, int, int], str]
"""(series, year พ.ศ., number) -> `issued` or `void`."""


@dataclass(frozen=True)
class Ledger:
    """`rows`: table -> (id, version) of every row."""

    numbers: Numbers
    rows: dict[str, set[tuple[str, int]]]

    def counts(self) -> dict[str, int]:
        return {table: len(rows) for table, rows in self.rows.items()}


def desk_ledger(desk: DeskProcess) -> Ledger:
    """What the desk's store says, asked through the program itself."""
    numbers = desk.facts("SELECT series, year_be, n, status FROM number_event")
    rows = {table: {(i, v) for i, v in desk.facts(f'SELECT id, ver FROM "{table}"')} for table in TABLES}
    return Ledger({(series, year, n): status for series, year, n, status in numbers}, rows)


def centre_ledger(engine: Engine) -> Ledger:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT series, year_be, n, status FROM number_event"))
        numbers = {(row.series, row.year_be, row.n): row.status for row in found}
        rows = {
            table: {(bytes(i).hex(), v) for i, v in connection.execute(text(f'SELECT id, ver FROM "{table}"'))}
            for table in TABLES
        }
    return Ledger(numbers, rows)


def names_in_the_clear(folder: Path, names: Iterable[str]) -> list[str]:
    """Which of the words can be read in any file below the folder, in UTF-8 or UTF-16."""
    needles = {name: (name.encode(), name.encode("utf-16-le")) for name in names}
    found = set()
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            found |= {name for name, forms in needles.items() if any(form in content for form in forms)}
    return sorted(found)
