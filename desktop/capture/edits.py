"""What may be done to the pages of a batch, all of it undoable: no page's bytes are touched, it only looks otherwise.

An edit is data; `laid_out` applies a batch's edits one after the other and gives the `Layout` that stands, and `check`
says whether it may stand. OfficeError `capture.edit_impossible` for what names a page that isn't there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.capture.corners import Corners, sheet_mm
from desktop.capture.layout import Layout, Leaf, Start, Ties
from desktop.office.errors import OfficeError
from desktop.reading.model import Box

MOST_SKEW = 45.0


class Edit(Protocol):
    def on(self, layout: Layout) -> Layout: ...


@dataclass(frozen=True)
class Turn:
    """Clockwise by a quarter, a half or three quarters of a turn (`by`: degrees)."""

    pages: tuple[int, ...]
    by: int

    def on(self, layout: Layout) -> Layout:
        _insist(self.by in (90, 180, 270))
        return layout.changed(self.pages, lambda leaf: replace(leaf, turn=(leaf.turn + self.by) % 360))


@dataclass(frozen=True)
class Straighten:
    """`skew`: degrees by which the lines of the page fall to the right as it came; 0 leaves it as it came."""

    page: int
    skew: float

    def on(self, layout: Layout) -> Layout:
        _insist(abs(self.skew) <= MOST_SKEW)
        return layout.changed((self.page,), lambda leaf: replace(leaf, skew=self.skew))


@dataclass(frozen=True)
class LayStraight:
    """The sheet of a photo between its corners, as `Leaf.corners`; None shows the photo as it came.

    OfficeError `capture.corners_crossed`.
    """

    page: int
    corners: Corners | None

    def on(self, layout: Layout) -> Layout:
        if self.corners is not None:
            sheet_mm(self.corners, 1.0, 1.0)
        return layout.changed((self.page,), lambda leaf: replace(leaf, corners=self.corners, skew=0.0, crop=None))


@dataclass(frozen=True)
class Crop:
    """`box` as in `Leaf`; None shows the whole page again."""

    page: int
    box: Box | None

    def on(self, layout: Layout) -> Layout:
        _insist(self.box is None or (self.box.width >= 1 and self.box.height >= 1))
        return layout.changed((self.page,), lambda leaf: replace(leaf, crop=self.box))


@dataclass(frozen=True)
class Delete:
    """Takes pages out; they stay in their places, unseen."""

    pages: tuple[int, ...]

    def on(self, layout: Layout) -> Layout:
        return layout.changed(self.pages, lambda leaf: replace(leaf, gone=True))


@dataclass(frozen=True)
class BringBack:
    pages: tuple[int, ...]

    def on(self, layout: Layout) -> Layout:
        return layout.changed(self.pages, lambda leaf: replace(leaf, gone=False))


@dataclass(frozen=True)
class Move:
    """These pages, in this order, before another; at the end when `before` is None. How a page is inserted, too."""

    pages: tuple[int, ...]
    before: int | None = None

    def on(self, layout: Layout) -> Layout:
        _each_once(self.pages)
        moved = tuple(map(layout.leaf, self.pages))
        rest = replace(layout, leaves=tuple(one for one in layout.leaves if one.page not in self.pages))
        at = len(rest.leaves) if self.before is None else rest.index(self.before)
        return replace(layout, leaves=(*rest.leaves[:at], *moved, *rest.leaves[at:]))


@dataclass(frozen=True)
class Replace:
    """`new` stands where `old` stood, which is gone and can be brought back."""

    old: int
    new: int

    def on(self, layout: Layout) -> Layout:
        return Delete((self.old,)).on(_beside(layout, self.old, self.new))


@dataclass(frozen=True)
class Interleave:
    """Both sides of sheets that a scanner took one side at a time: behind each front its back.

    `backwards`: the stack was turned over as a whole, so the back of the last sheet came first.
    OfficeError `capture.sides_differ` unless there is a back for each front.
    """

    fronts: tuple[int, ...]
    backs: tuple[int, ...]
    backwards: bool = True

    def on(self, layout: Layout) -> Layout:
        if len(self.fronts) != len(self.backs):
            raise OfficeError("capture.sides_differ", fronts=len(self.fronts), backs=len(self.backs))
        _each_once(self.fronts + self.backs)
        backs = self.backs[::-1] if self.backwards else self.backs
        for front, back in zip(self.fronts, backs, strict=True):
            layout = _beside(layout, front, back)
        return layout


@dataclass(frozen=True)
class Split:
    """The documents begin with these pages, and with no others; `aside`: separators, taken out."""

    starts: tuple[Start, ...]
    aside: tuple[int, ...] = ()

    def on(self, layout: Layout) -> Layout:
        for start in self.starts:
            layout.index(start.page)
        return replace(Delete(self.aside).on(layout), starts=self.starts)


KINDS: Mapping[str, type[Edit]] = {
    "turn": Turn,
    "straighten": Straighten,
    "crop": Crop,
    "lay_straight": LayStraight,
    "delete": Delete,
    "bring_back": BringBack,
    "move": Move,
    "replace": Replace,
    "interleave": Interleave,
    "split": Split,
}
"""What an edit is called where it is kept."""


@dataclass(frozen=True)
class Done:
    """An edit as it was done, when `pages` pages had come."""

    edit: Edit
    pages: int


def laid_out(pages: int, done: Sequence[Done]) -> Layout:
    """The layout of so many pages after these edits; pages that came later stand at the end."""
    layout = Layout()
    for one in done:
        layout = one.edit.on(layout.grown(one.pages))
    return layout.grown(pages)


def check(before: Layout, after: Layout, ties: Ties) -> None:
    """OfficeError `capture.signed`, `capture.page_registered` for a change that may not be."""
    if any(before.leaf(page) != after.leaf(page) for page in ties.registered):
        raise OfficeError("capture.page_registered")
    for file in set(ties.signed.values()):
        _check_signed(after, [page for page, its in sorted(ties.signed.items()) if its == file])


def _check_signed(layout: Layout, pages: Sequence[int]) -> None:
    """A signature holds for the whole file: it stays together, in order, as it came, or goes as a whole."""
    first = layout.index(pages[0])
    leaves = layout.leaves[first : first + len(pages)]
    as_it_came = [Leaf(page) for page in pages]
    whole = list(leaves) in (as_it_came, [replace(leaf, gone=True) for leaf in as_it_came])
    if not whole or {start.page for start in layout.starts} & set(pages[1:]):
        raise OfficeError("capture.signed")


def _beside(layout: Layout, page: int, follower: int) -> Layout:
    """The follower right behind the page."""
    _insist(page != follower)
    rest = replace(layout, leaves=tuple(leaf for leaf in layout.leaves if leaf.page != follower))
    at = rest.index(page) + 1
    return replace(layout, leaves=(*rest.leaves[:at], layout.leaf(follower), *rest.leaves[at:]))


def _each_once(pages: Sequence[int]) -> None:
    _insist(len(set(pages)) == len(pages))


def _insist(possible: bool) -> None:
    if not possible:
        raise OfficeError("capture.edit_impossible")
