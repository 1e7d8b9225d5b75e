"""A stack on the scanning desk: its pages in order, cut into letters, each step durable and undoable."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from desktop.application import Office
from desktop.capture.edits import Edit
from desktop.devices.scanner import ScanSettings
from desktop.office.ids import Id
from tests.helpers.desk import make_desk, make_office, session
from tests.helpers.stacks import Feeder
from ui.letters.stack_presenter import StackPresenter


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = make_desk(tmp_path / "desk")
    yield make_office(desk)
    desk.close()


@pytest.fixture
def presenter(office: Office) -> StackPresenter:
    return StackPresenter(office, session(office, "kanda"))


def scanned(presenter: StackPresenter, sheets: str) -> Id:
    """A stack of these sheets on the desk: `w` written, `b` blank."""
    came = presenter.scan(Feeder(sheets), "feeder", ScanSettings(), Event(), lambda _: None)
    assert came.batch_id is not None
    presenter.show(presenter.load(came.batch_id))
    return came.batch_id


def do(presenter: StackPresenter, edit: Edit | None) -> None:
    assert edit is not None
    presenter.show(presenter.edit(edit))


def letters(presenter: StackPresenter) -> list[list[int]]:
    """The pages of each letter."""
    found: list[list[int]] = []
    for cell in presenter.cells:
        if cell.place == 0:
            found.append([])
        found[-1].append(cell.leaf.page)
    return found


def test_every_page_is_in_the_store_before_it_is_told_of(presenter: StackPresenter) -> None:
    seen: list[int] = []

    def arrived(batch_id: Id) -> None:
        seen.append(len(presenter.load(batch_id).pages))

    presenter.scan(Feeder("www"), "feeder", ScanSettings(), Event(), arrived)
    assert seen == [1, 2, 3]


def test_what_came_before_a_jam_stays_and_the_rest_goes_behind_it(presenter: StackPresenter) -> None:
    came = presenter.scan(Feeder("wwj"), "feeder", ScanSettings(), Event(), lambda _: None)
    assert [failure.code for failure in came.failures] == ["scanner.paper_jam"]
    assert came.batch_id is not None
    presenter.show(presenter.load(came.batch_id))
    again = presenter.scan(Feeder("w"), "feeder", ScanSettings(), Event(), lambda _: None)
    assert again.batch_id == came.batch_id
    assert len(presenter.load(came.batch_id).pages) == 3


def test_a_page_begins_a_letter_and_goes_on_with_it(presenter: StackPresenter) -> None:
    scanned(presenter, "wwww")
    assert presenter.cut_at(0) is None
    do(presenter, presenter.cut_at(1))
    do(presenter, presenter.cut_at(3))
    assert letters(presenter) == [[0], [1, 2], [3]]
    do(presenter, presenter.cut_at(3))
    assert letters(presenter) == [[0], [1, 2, 3]]
    presenter.show(presenter.undo())
    assert letters(presenter) == [[0], [1, 2], [3]]
    presenter.show(presenter.redo())
    assert letters(presenter) == [[0], [1, 2, 3]]


def test_blank_pages_are_seen_and_cut_at(presenter: StackPresenter) -> None:
    batch_id = scanned(presenter, "wwbwbw")
    assert presenter.cut_where_parted() is None
    batch = presenter.load(batch_id)
    while unseen := presenter.unseen():
        presenter.note(batch_id, unseen[0], presenter.look_at(batch, unseen[0]))
    assert presenter.blank == {2, 4}
    do(presenter, presenter.cut_where_parted())
    assert letters(presenter) == [[0, 1], [3], [5]]


def test_slips_go_before_blank_pages_and_take_their_own_backs_along(presenter: StackPresenter) -> None:
    batch_id = scanned(presenter, "swwsbwbw")
    batch = presenter.load(batch_id)
    while unseen := presenter.unseen():
        presenter.note(batch_id, unseen[0], presenter.look_at(batch, unseen[0]))
    assert presenter.slips == {0, 3}
    assert presenter.blank == {4, 6}
    assert presenter.suggested == {1, 5}
    do(presenter, presenter.cut_where_parted())
    assert letters(presenter) == [[1, 2], [5, 6, 7]]


def test_a_stack_is_cut_every_so_many_pages(presenter: StackPresenter) -> None:
    scanned(presenter, "wwwww")
    do(presenter, presenter.cut_every(2))
    assert letters(presenter) == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize(
    ("pages", "by", "order"),
    [
        ((2,), -1, [0, 2, 1, 3]),
        ((1,), 1, [0, 2, 1, 3]),
        ((2,), 1, [0, 1, 3, 2]),
        ((1, 2), 1, [0, 3, 1, 2]),
        ((1, 2), -1, [1, 2, 0, 3]),
    ],
)
def test_pages_are_moved_together(presenter: StackPresenter, pages: tuple[int, ...], by: int, order: list[int]) -> None:
    scanned(presenter, "wwww")
    do(presenter, presenter.moved(pages, by))
    assert [cell.leaf.page for cell in presenter.cells] == order


@pytest.mark.parametrize(("pages", "by"), [((0,), -1), ((3,), 1), ((0, 1), -1)])
def test_at_the_ends_nothing_moves(presenter: StackPresenter, pages: tuple[int, ...], by: int) -> None:
    scanned(presenter, "wwww")
    assert presenter.moved(pages, by) is None


def test_files_go_behind_the_stack_page_by_page(presenter: StackPresenter, tmp_path: Path) -> None:
    from tests.desktop.paper.papers import a_paper

    batch_id = scanned(presenter, "w")
    (tmp_path / "หนังสือ.pdf").write_bytes(a_paper(pages=3))
    (tmp_path / "ว่างเปล่า.pdf").write_bytes(b"")
    seen: list[tuple[int, int]] = []
    came = presenter.bring(
        [tmp_path / "ว่างเปล่า.pdf", tmp_path / "หนังสือ.pdf"], lambda done, total: seen.append((done, total)), Event()
    )
    assert (came.batch_id, [failure.code for failure in came.failures]) == (batch_id, ["document.empty"])
    assert seen == [(1, 2), (2, 2)]
    assert len(presenter.load(batch_id).pages) == 4


def test_what_waits_is_there_for_the_next_presenter(presenter: StackPresenter, office: Office) -> None:
    batch_id = scanned(presenter, "www")
    do(presenter, presenter.cut_at(1))
    other = StackPresenter(office, session(office, "kanda"))
    assert [row.id for row in other.waiting()] == [batch_id]
    other.show(other.load(batch_id))
    assert letters(other) == [[0], [1, 2]]
    other.put_away(batch_id)
    assert other.waiting() == ()
    other.take_back(batch_id)
    assert [row.id for row in other.waiting()] == [batch_id]


def test_a_letter_of_the_stack_is_built_with_its_own_pages(presenter: StackPresenter) -> None:
    batch_id = scanned(presenter, "www")
    do(presenter, presenter.cut_at(1))
    do(presenter, presenter.turned((2,), 90))
    built = presenter.build(presenter.load(batch_id), 1, lambda done, total: None, Event())
    assert (built.page_count, built.pages) == (2, (1, 2))
    (_, high), (wide, low) = built.page_sizes_mm
    assert (round(high), round(wide), round(low)) == (297, 297, 210)
