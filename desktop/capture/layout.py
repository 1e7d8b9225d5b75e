"""How the pages of a batch lie: in which order, how each looks, where one document ends and the next begins.

A page is known by its number: how many had come before it. Every page that came is in the layout once, shown or gone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from desktop.capture.corners import Corners
from desktop.office.errors import OfficeError
from desktop.reading.model import Box


@dataclass(frozen=True)
class Leaf:
    """How a page looks: straightened by `skew`, cut to `crop`, and then turned clockwise by `turn` degrees.

    `skew`: degrees by which its lines fall to the right. `crop` is in mm on the page before it is turned. `corners`: of
    the sheet on a photo, which is laid straight before all else; the page is then that sheet.
    """

    page: int
    turn: int = 0
    skew: float = 0.0
    crop: Box | None = None
    gone: bool = False
    corners: Corners | None = None

    @property
    def untouched(self) -> bool:
        return replace(self, gone=False) == Leaf(self.page)


@dataclass(frozen=True)
class Start:
    """A document begins with this page; `code`: what stood on the slip that said so."""

    page: int
    code: str = ""


@dataclass(frozen=True)
class Part:
    """The pages of one document."""

    leaves: tuple[Leaf, ...]
    code: str = ""

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(leaf.page for leaf in self.leaves)


@dataclass(frozen=True)
class Ties:
    """`signed`: page -> the first page of its signed file; `registered`: pages that became letters."""

    signed: Mapping[int, int] = field(default_factory=dict)
    registered: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Layout:
    """All pages in order, those that were taken out in their places. OfficeError `capture.edit_impossible`."""

    leaves: tuple[Leaf, ...] = ()
    starts: tuple[Start, ...] = ()

    @property
    def shown(self) -> tuple[Leaf, ...]:
        return tuple(leaf for leaf in self.leaves if not leaf.gone)

    @property
    def gone(self) -> tuple[Leaf, ...]:
        """What was taken out and can be brought back."""
        return tuple(leaf for leaf in self.leaves if leaf.gone)

    def leaf(self, page: int) -> Leaf:
        return self.leaves[self.index(page)]

    def index(self, page: int) -> int:
        for place, leaf in enumerate(self.leaves):
            if leaf.page == page:
                return place
        raise OfficeError("capture.edit_impossible")

    def changed(self, pages: Iterable[int], change: Callable[[Leaf], Leaf]) -> "Layout":
        wanted = set(pages)
        if not wanted <= {leaf.page for leaf in self.leaves}:
            raise OfficeError("capture.edit_impossible")
        return replace(self, leaves=tuple(change(one) if one.page in wanted else one for one in self.leaves))

    def grown(self, count: int) -> "Layout":
        """With the pages that came since, at the end."""
        fresh = range(len(self.leaves), count)
        return replace(self, leaves=(*self.leaves, *map(Leaf, fresh))) if fresh else self

    def parts(self, ties: Ties) -> tuple[Part, ...]:
        """The documents that the shown pages make, without those that are registered.

        A start whose page is gone falls to the page behind it; a signed file is always a document of its own.
        """
        codes = {start.page: start.code for start in self.starts}
        found: list[tuple[list[Leaf], str]] = [([], "")]
        tie: object = None
        for leaf in self.leaves:
            its = ties.signed.get(leaf.page, leaf.page in ties.registered)
            if leaf.page in codes or its != tie:
                found.append(([], codes.get(leaf.page, "")))
            tie = its
            if not leaf.gone and leaf.page not in ties.registered:
                found[-1][0].append(leaf)
        return tuple(Part(tuple(leaves), code) for leaves, code in found if leaves)
