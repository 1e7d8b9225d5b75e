"""Whatever is done to pages, in whatever order: every page that came is there, once, with its bytes never spoken of."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capture.edits import (
    KINDS,
    BringBack,
    Crop,
    Delete,
    Done,
    Edit,
    Interleave,
    Move,
    Replace,
    Split,
    Straighten,
    Turn,
    check,
    laid_out,
)
from desktop.capture.layout import Layout, Leaf, Start, Ties
from desktop.capture.splitting import at_blanks, at_slips, every
from desktop.office.errors import OfficeError
from desktop.reading.model import Box

NO_TIES = Ties()


def order(layout: Layout) -> list[int]:
    return [leaf.page for leaf in layout.shown]


def after(pages: int, *edits: Edit) -> Layout:
    return laid_out(pages, [Done(edit, pages) for edit in edits])


def documents(layout: Layout, ties: Ties = NO_TIES) -> list[list[int]]:
    return [list(part.pages) for part in layout.parts(ties)]


def test_turning_adds_up() -> None:
    layout = after(2, Turn((1,), 90), Turn((0, 1), 270))
    assert [leaf.turn for leaf in layout.leaves] == [270, 0]


def test_straightening_and_cropping_change_the_look_only() -> None:
    box = Box(10, 20, 100, 150)
    (leaf,) = after(1, Straighten(0, 1.5), Crop(0, box)).leaves
    assert (leaf.skew, leaf.crop, leaf.page) == (1.5, box, 0)
    assert after(1, Crop(0, box), Crop(0, None)).leaf(0).untouched


def test_pages_move_in_the_order_they_are_named() -> None:
    assert order(after(5, Move((3, 1), 0))) == [3, 1, 0, 2, 4]
    assert order(after(5, Move((0, 1)))) == [2, 3, 4, 0, 1]


def test_a_page_that_came_later_is_inserted_where_it_belongs() -> None:
    layout = laid_out(4, [Done(Move((0,)), 3), Done(Move((3,), 2), 4)])
    assert order(layout) == [1, 3, 2, 0]


def test_pages_that_come_after_an_edit_stand_at_the_end() -> None:
    assert order(laid_out(5, [Done(Move((0,)), 3)])) == [1, 2, 0, 3, 4]


def test_what_is_taken_out_comes_back_to_its_place() -> None:
    layout = after(4, Delete((1, 2)))
    assert order(layout) == [0, 3]
    assert [leaf.page for leaf in layout.gone] == [1, 2]
    assert order(after(4, Delete((1, 2)), BringBack((2,)))) == [0, 2, 3]


def test_a_page_is_replaced_in_its_place_and_the_old_one_kept() -> None:
    layout = after(4, Split((Start(0), Start(1))), Replace(1, 3))
    assert order(layout) == [0, 3, 2]
    assert documents(layout) == [[0], [3, 2]]
    assert [leaf.page for leaf in layout.gone] == [1]


def test_backs_that_were_scanned_from_the_last_sheet_on() -> None:
    assert order(after(6, Interleave((0, 1, 2), (3, 4, 5)))) == [0, 5, 1, 4, 2, 3]
    assert order(after(6, Interleave((0, 1, 2), (3, 4, 5), backwards=False))) == [0, 3, 1, 4, 2, 5]
    assert order(after(5, Interleave((1, 2), (3, 4)))) == [0, 1, 4, 2, 3]


def test_a_back_is_missing() -> None:
    with pytest.raises(OfficeError, match="capture.sides_differ") as caught:
        after(5, Interleave((0, 1, 2), (3, 4)))
    assert caught.value.subject == {"fronts": 3, "backs": 2}


def test_every_so_many_pages() -> None:
    layout = after(5, Delete((1,)))
    assert documents(every(layout, 2).on(layout)) == [[0, 2], [3, 4]]
    assert documents(every(layout, 3).on(layout)) == [[0, 2, 3], [4]]


def test_blank_pages_part_letters_and_can_be_brought_back() -> None:
    layout = after(7)
    split = at_blanks(layout, {0, 3, 4}).on(layout)
    assert documents(split) == [[1, 2], [5, 6]]
    assert documents(BringBack((3,)).on(split)) == [[1, 2, 3], [5, 6]]
    assert documents(at_blanks(layout, set(range(7))).on(layout)) == [list(range(7))]


def test_slips_part_letters_and_say_whose_they_are() -> None:
    layout = after(6)
    parts = at_slips(layout, {1: "TSB1:a", 4: "TSB1:b"}).on(layout).parts(NO_TIES)
    assert [(part.pages, part.code) for part in parts] == [((0,), ""), ((2, 3), "TSB1:a"), ((5,), "TSB1:b")]


def test_splitting_again_forgets_the_cuts_before() -> None:
    layout = every(after(4), 1).on(after(4))
    assert documents(every(layout, 2).on(layout)) == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    "edit",
    [
        Turn((0,), 45), Turn((9,), 90), Straighten(0, 60), Straighten(0, float("nan")), Crop(0, Box(0, 0, 0, 5)),
        Delete((7,)), BringBack((-1,)), Move((0, 0)), Move((1,), 1), Move((1,), 8), Replace(1, 1), Replace(1, 9),
        Interleave((0,), (0,)), Interleave((0, 1), (2, 9)), Split((Start(5),)), Split((), (5,)),
    ],
    ids=repr,
)  # fmt: skip
def test_what_can_not_be(edit: Edit) -> None:
    with pytest.raises(OfficeError, match="capture.edit_impossible"):
        after(3, edit)


SIGNED = Ties(signed={1: 1, 2: 1})


def test_a_signed_file_is_a_document_of_its_own() -> None:
    assert documents(after(4), SIGNED) == [[0], [1, 2], [3]]


@pytest.mark.parametrize(
    "edit",
    [
        Turn((1,), 90), Straighten(2, 1), Crop(1, Box(0, 0, 9, 9)), Delete((2,)), Move((2,), 1), Move((3,), 2),
        Replace(1, 0), Interleave((1,), (0,)), Split((Start(2),)),
    ],
    ids=repr,
)  # fmt: skip
def test_a_signed_file_refuses_edits(edit: Edit) -> None:
    with pytest.raises(OfficeError, match="capture.signed"):
        check(after(4), edit.on(after(4)), SIGNED)


@pytest.mark.parametrize("edit", [Delete((1, 2)), Move((1, 2), 0), Move((1, 2)), Split((Start(1), Start(3)))], ids=repr)
def test_a_signed_file_goes_and_moves_as_a_whole(edit: Edit) -> None:
    check(after(4), edit.on(after(4)), SIGNED)


def test_pages_that_are_letters_stay_as_they_are() -> None:
    ties = Ties(registered=frozenset({1}))
    assert documents(after(3), ties) == [[0], [2]]
    check(after(3), after(3, Move((2,), 0)), ties)
    for edit in (Turn((1,), 90), Delete((0, 1))):
        with pytest.raises(OfficeError, match="capture.page_registered"):
            check(after(3), edit.on(after(3)), ties)


PAGES = st.integers(0, 11)
SOME = st.lists(PAGES, max_size=5, unique=True).map(tuple)
BOXES = st.none() | st.builds(Box, *[st.floats(0, 300, allow_nan=False)] * 4)
STARTS = st.lists(st.builds(Start, PAGES, st.sampled_from(["", "TSB1:a"])), max_size=4).map(tuple)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Turn, SOME, st.sampled_from([90, 180, 270, 30])),
    st.builds(Straighten, PAGES, st.floats(-60, 60)),
    st.builds(Crop, PAGES, BOXES),
    st.builds(Delete, SOME),
    st.builds(BringBack, SOME),
    st.builds(Move, SOME, st.none() | PAGES),
    st.builds(Replace, PAGES, PAGES),
    st.builds(Interleave, SOME, SOME, st.booleans()),
    st.builds(Split, STARTS, SOME),
)
STEPS = st.lists(EDITS | st.sampled_from(["page comes", "undo", "redo"]), max_size=25)


@settings(max_examples=300)
@given(STEPS)
def test_no_page_is_ever_lost_or_doubled(steps: list[Edit | str]) -> None:
    count, done, undone = 4, list[Done](), list[Done]()
    for step in steps:
        if step == "page comes":
            count += 1
        elif step == "undo" and done:
            undone.append(done.pop())
        elif step == "redo" and undone:
            done.append(undone.pop())
        elif not isinstance(step, str):
            one = Done(step, count)
            try:
                laid_out(count, [*done, one])
            except OfficeError as error:
                assert error.code in ("capture.edit_impossible", "capture.sides_differ")  # noqa: PT017
                continue
            done.append(one)
            undone.clear()
        layout = laid_out(count, done)
        assert sorted(leaf.page for leaf in layout.leaves) == list(range(count))
        assert sorted(page for part in documents(layout) for page in part) == sorted(order(layout))
        assert [page for part in documents(layout) for page in part] == order(layout)
    assert laid_out(count, []) == Layout(tuple(map(Leaf, range(count))))


@given(EDITS)
def test_an_edit_is_kept_as_words_and_read_again(edit: Edit) -> None:
    (kind,) = [kind for kind in KINDS.values() if isinstance(edit, kind)]
    assert msgspec.json.decode(msgspec.json.encode(edit), type=kind) == edit


@given(st.lists(EDITS, max_size=8))
def test_undoing_everything_gives_back_what_came(edits: list[Edit]) -> None:
    layout = Layout(tuple(map(Leaf, range(12))))
    steps = [layout]
    for edit in edits:
        try:
            steps.append(edit.on(steps[-1]))
        except OfficeError:
            continue
    assert {replace(leaf, gone=False).page for leaf in steps[-1].leaves} == set(range(12))
    assert steps[0] == layout
