"""The disk is full at any page: an act is saved whole or refused before anything is printed, and later work goes on."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from tests.convergence import invariants as must
from tests.convergence.clerk import Clerk
from tests.convergence.invariants.scene import Noted
from tests.helpers.direct import DirectCentre
from tests.helpers.town import Page, Town, TownDesk

STEPS = 12
"""More pages than one act ever adds."""
FILE = b"%PDF-1.7 a large scan " * 200_000


@pytest.fixture
def town(direct_centre: DirectCentre, tmp_path: Path) -> Iterator[Town]:
    built = Town(direct_centre, tmp_path)
    yield built
    built.close()


def pages_left(desk: TownDesk, left: int | None) -> None:
    """From now on the store can grow by so many pages; None: as much as it likes."""

    def act() -> None:
        with desk.desk.engine.connect() as writer:
            count = int(writer.exec_driver_sql("PRAGMA page_count").scalar_one())
            most = count + left if left is not None else 1 << 30
            assert writer.exec_driver_sql(f"PRAGMA max_page_count = {most}").scalar_one() == most

    desk.desk.writer.run(act)


def everything(desk: TownDesk) -> list[list[tuple[Any, ...]]]:
    """The whole store, table by table."""
    names = desk.desk.reader.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'")
    return [sorted(desk.desk.reader.rows(f'SELECT * FROM "{name}"'), key=repr) for (name,) in sorted(names)]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond `size` bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def found_full(act: Callable[[], object]) -> bool:
    """Whether the disk was full; any other trouble is no part of this."""
    try:
        act()
    except OfficeError as error:
        if error.code != "store.disk_full":
            raise
        return True
    return False


def letter(scene: must.Scene, desk: TownDesk) -> None:
    long = "เรื่องยาว " * 150
    done = desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", long), [])
    scene.printer.numbers.append(("letters.incoming/central", done.year_be, done.number))


def receipt(scene: must.Scene, desk: TownDesk) -> None:
    charges = tuple(Charge(fees()[0], count) for count in range(1, 9))
    done = desk.cashier().issue(Payment("นายทดสอบ " * 20, charges))
    scene.printer.numbers.append((done.series, done.fiscal_year_be, done.number))
    scene.printer.receipts[done.id] = done


@pytest.mark.parametrize("act", [letter, receipt])
def test_an_act_is_saved_whole_or_refused_before_it_is_printed(
    town: Town, act: Callable[[must.Scene, TownDesk], None]
) -> None:
    scene, desk = must.Scene(town), town.desk()
    scene.enter(desk)
    act(scene, desk)
    refused = 0
    for left in range(STEPS):
        before = everything(desk)
        pages_left(desk, left)
        if found_full(lambda: act(scene, desk)):
            refused += 1
            assert everything(desk) == before, f"something of a refused act stayed, with {left} pages left"
        pages_left(desk, None)
        act(scene, desk)
        Clerk(scene, desk).note()
        must.hold(scene, must.When.ALWAYS)
    assert 0 < refused < STEPS, "the steps were to begin before and end after what an act needs"
    must.everything_drains(scene, _turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)


def test_the_post_pauses_and_the_strip_is_red_until_there_is_room(town: Town) -> None:
    scene, desk, other = must.Scene(town), town.desk(), town.second_desk()
    for one in (desk, other):
        scene.enter(one)
    other_acts = [("register", 1)] * 3
    Clerk(scene, desk).do(other_acts)
    desk.round.run()
    for place in range(60):
        letter, text = _a_letter(desk), " ".join([f"เพื่อโปรดทราบ {place}"] * 30)
        note = desk.letters().endorse(letter, text)
        scene.printer.notes[note] = Noted(str(desk.folder), letter, text)
    Clerk(scene, desk).do([("route", 0), ("route", 1), ("route", 2)])
    Clerk(scene, desk).note()
    desk.round.run()
    refused = 0
    for left in range(STEPS):
        before = everything(other)
        pages_left(other, left)
        if found_full(lambda: other.round.run()):
            refused += 1
            scene.lines[str(other.folder)] = scene.line(other).after_failure("store.disk_full", other.clock.now())
            assert scene.strip(other).kind == "red"
            assert everything(other) == before, "half a page of the feed was written"
        pages_left(other, None)
    assert refused > 0
    happened = other.round.run()
    scene.lines[str(other.folder)] = scene.line(other).after_round(happened, other.clock.now())
    must.everything_drains(scene, _turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)


@pytest.mark.parametrize("size", [0, 4096, 1_000_000, len(FILE) - 1])
def test_a_file_that_does_not_fit_refuses_its_letter(town: Town, size: int) -> None:
    scene, desk = must.Scene(town), town.desk()
    scene.enter(desk)
    before = everything(desk)
    with files_no_larger_than(size), pytest.raises(OfficeError) as refused:
        desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "มีสแกน"), [Page(FILE)])
    assert refused.value.code == "store.disk_full"
    assert everything(desk) == before, "no number was taken"
    left = [path for path in (desk.folder / "blobs").rglob("*") if path.is_file()]
    assert left == [], "a half-written file stayed"
    done = desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "มีสแกน"), [Page(FILE)])
    assert done.number == 1
    scene.printer.numbers.append(("letters.incoming/central", done.year_be, done.number))
    Clerk(scene, desk).note()
    must.everything_drains(scene, _turn)
    must.hold(scene, must.When.ALWAYS, must.When.AT_REST)


def _a_letter(desk: TownDesk) -> bytes:
    row = desk.desk.reader.one("SELECT id FROM letter ORDER BY id LIMIT 1")
    assert row
    return bytes(row[0])


def _turn(desk: TownDesk) -> None:
    desk.round.run()
    desk.errand.run()
