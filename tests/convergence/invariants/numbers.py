"""S4, S5, S6: a number is on one paper, every number is accounted for, none comes back."""

from collections import Counter

from desktop.office.series import series_of
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants.scene import Printer, Scene, at_centre, marks
from tests.helpers.town import Town, TownDesk

_BOOKS = """
SELECT series, year_be, lo, hi, next, closed_at IS NULL AND holder = (SELECT device_id FROM device) FROM lease
"""


def numbers_are_unique(printer: Printer) -> None:
    """S4, S6: no two papers bear one number, not even after a crash; what is printed but not sent counts too."""
    twice = [number for number, times in Counter(printer.numbers).items() if times > 1]
    assert not twice, f"printed twice: {marks(twice)}"


def every_number_is_accounted_for(town: Town, desk: TownDesk, printer: Printer) -> None:
    """S5 at a desk: what a book has passed was printed, what it has not passed was not.

    A letter that had only a tag gets its number without being printed anew: it is in the register all the same. Of a
    book that this desk has left or closed, another may have printed more.
    """
    printed = set(printer.numbers)
    letters = desk.desk.reader.rows("SELECT register, year_be, number FROM letter")
    letters += at_centre(town, "SELECT register, year_be, number FROM letter WHERE office_id = :o")
    numbered = {(series_of(register), *number) for register, *number in letters}
    for series, year, lo, hi, following, ours in desk.desk.reader.rows(_BOOKS):
        assert lo <= following <= hi + 1
        passed = {(series, year, n) for n in range(lo, following)}
        ahead = {number for number in printed if number[:2] == (series, year) and following <= number[2] <= hi}
        missing = passed - printed - numbered
        assert not missing, f"numbers without a paper: {marks(missing)}"
        assert not (ours and ahead), f"numbers printed beyond the book's mark: {marks(ahead)}"


def the_register_has_no_hole(town: Town) -> None:
    """S5, S7 at the centre: its own proof finds each number with one fate, and each receipt as it was sent."""
    with snapshot(town.engine) as connection:
        for series, year in registers(connection, town.office_id):
            wrong = first_contradiction(connection, town.office_id, series, year)
            assert wrong is None, f"{series} {year}: {wrong}"


def what_is_printed_is_known(scene: Scene) -> None:
    """S2, S4 at rest: each paper in somebody's hand is a number at the centre, and of a kind that stands for itself."""
    known = set(at_centre(scene.town, "SELECT series, year_be, n FROM number_event WHERE office_id = :o"))
    printed = {number for number in scene.printer.numbers if not number[0].startswith("tag of")}
    assert printed <= known, f"printed and lost: {marks(printed - known)}"
