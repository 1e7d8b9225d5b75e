"""A disk that fills up while a clerk works: an act is whole or was never there, and that is said before printing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def limit_pages(desk: Desk, spare: int | None) -> None:
    """Leaves the store room for so many more pages; None lifts the limit."""

    def act() -> None:
        with desk.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            most = pages + spare if spare is not None else 1 << 30
            connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

    desk.writer.run(act)


def everything(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    tables = desk.reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name: desk.reader.rows(f'SELECT * FROM "{name}"') for (name,) in tables}


def test_registering_on_a_full_disk(desk: Desk) -> None:
    """Wherever the disk ends: every act before is there, the one that did not fit left no trace, and work goes on."""
    office = make_office(desk)
    letters = office.letters(person(office))
    done: list[int] = []
    refused = 0
    for spare in (0, 1, 2, 3, 5):
        limit_pages(desk, spare)
        for place in range(40):
            before = everything(desk)
            try:
                registration = Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่องที่ {place} " + "ก" * 900)
                done.append(letters.register(registration).number)
            except OfficeError as error:
                assert error.code == "store.disk_full"  # noqa: PT017
                assert everything(desk) == before
                refused += 1
                break
    assert refused == 5
    limit_pages(desk, None)
    done.append(letters.register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "มีที่ว่างแล้ว")).number)
    assert done == list(range(done[0], done[0] + len(done)))
    assert [number for (number,) in desk.reader.rows("SELECT number FROM letter ORDER BY number")] == done
    assert desk.reader.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_receipt_on_a_full_disk_takes_no_number(desk: Desk) -> None:
    office = make_office(desk)
    cashier = office.cashier(person(office, "piyada"))
    payment = Payment("นายทดสอบ " + "ก" * 2000, tuple(Charge(fee, 1, "ห" * 500) for fee in fees()[:1] * 20))
    first = cashier.issue(payment).number
    limit_pages(desk, 0)
    issued, told = [first], ""
    while not told:
        try:
            issued.append(cashier.issue(payment).number)
        except OfficeError as error:
            told = error.code
    assert told == "store.disk_full"
    limit_pages(desk, None)
    issued.append(cashier.issue(payment).number)
    assert issued == list(range(first, first + len(issued)))
