"""A desk of the central registry with some registers, and letters that tests may make old."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.archive.actions import ArchiveActions
from desktop.letters.model import Direction, Registered, Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from tests.helpers.desk import MORNING, make_desk, make_office, person, unit_id

ENG = unit_id("ENG").hex()
LETTER = Registration("กรมส่งเสริมการปกครองท้องถิ่น", "นายกเทศมนตรี", "ขอเชิญประชุมชี้แจง", book_number="มท 0808.2/ว 55")
OUTGOING = replace(LETTER, direction=Direction.OUTGOING, book_number="-", from_party="กองช่าง", to_party="แขวงทางหลวง")


@dataclass
class Registry:
    office: Office
    clock: ManualClock

    @property
    def archive(self) -> ArchiveActions:
        return self.office.archive(person(self.office))

    def register(self, letter: Registration = LETTER, count: int = 1, login: str = "kanda") -> list[Registered]:
        act = self.office.letters(person(self.office, login))
        return [act.register(letter) for _ in range(count)]

    def make_old(self, letter: Registered, year_be: int) -> None:
        """As if it had been registered, and last worked on, in that year."""
        at = f"{year_be - 543}-06-01T03:00:00.000000Z"
        sql = "UPDATE letter SET year_be = ?, received_at = ?, acted_at = ? WHERE id = ?"
        self.office.desk.settle(sql, (year_be, at, at, letter.id))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def registry(tmp_path: Path, clock: ManualClock) -> Iterator[Registry]:
    series = (INCOMING_SERIES, "letters.outgoing/central", f"letters.incoming/{ENG}")
    desk = make_desk(tmp_path / "desk", clock=clock, registers=series, next_letter=101)
    yield Registry(make_office(desk), clock)
    desk.close()
