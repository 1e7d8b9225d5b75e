"""S4, S5, S6: a number is on one paper, every number is accounted for, none comes back."""

from collections import Counter

from tests.convergence.invariants.scene import Printer, Scene, at_centre, marks
from tests.helpers.town import Town, TownDesk


def numbers_are_unique(printer: Printer) -> None:
    """S4, S6: no two papers bear one number, not even after a crash; what is printed but not sent counts too."""
    twice = [number for number, times in Counter(printer.numbers).items() if times > 1]
    assert not twice, f"printed twice: {marks(twice)}"


def every_number_is_accounted_for(desk: TownDesk, printer: Printer) -> None:
    """S5 at a desk: what a book has passed was printed, what it has not passed was not."""
    printed = set(printer.numbers)
    for series, year, lo, hi, following in desk.desk.reader.rows("SELECT series, year_be, lo, hi, next FROM lease"):
        assert lo <= following <= hi + 1
        passed = {(series, year, n) for n in range(lo, following)}
        ahead = {number for number in printed if number[:2] == (series, year) and following <= number[2] <= hi}
        assert passed <= printed, f"numbers without a paper: {marks(passed - printed)}"
        assert not ahead, f"numbers printed beyond the book's mark: {marks(ahead)}"


def the_register_has_no_hole(town: Town) -> None:
    """S5 at the centre, at rest: every number up to the last that is used is used once, or lies in somebody's book."""
    used = at_centre(town, "SELECT series, year_be, n FROM number_event WHERE office_id = :o")
    assert len(used) == len(set(used)), "a number is used twice"
    leased = at_centre(town, "SELECT series, year_be, lo, hi FROM lease WHERE office_id = :o")
    for series, year in {row[:2] for row in used}:
        numbers = {n for one, of, n in used if (one, of) == (series, year)}
        ours = {n for one, of, lo, hi in leased if (one, of) == (series, year) for n in range(lo, min(hi, 10_000) + 1)}
        holes = set(range(1, max(numbers) + 1)) - numbers - ours
        assert not holes, f"{series} {year}: nobody accounts for {marks(holes)}"


def what_is_printed_is_known(scene: Scene) -> None:
    """S2, S4 at rest: each paper in somebody's hand is a number at the centre, and of a kind that stands for itself."""
    known = set(at_centre(scene.town, "SELECT series, year_be, n FROM number_event WHERE office_id = :o"))
    assert set(scene.printer.numbers) <= known, f"printed and lost: {marks(set(scene.printer.numbers) - known)}"
