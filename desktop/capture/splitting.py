"""Where a stack is cut into documents, by what was seen on its pages. Each rule gives the edit that does it."""

from collections.abc import Collection, Mapping

from desktop.capture.edits import Split
from desktop.capture.layout import Layout, Start


def every(layout: Layout, count: int) -> Split:
    """A document of so many pages each; the last may be shorter."""
    return Split(tuple(Start(leaf.page) for leaf in layout.shown[:: max(1, count)]))


def at_blanks(layout: Layout, blank: Collection[int]) -> Split:
    """A document behind every run of blank pages, which are taken out; a stack of blank pages alone is left whole."""
    return _behind(layout, dict.fromkeys(blank, ""))


def at_slips(layout: Layout, codes: Mapping[int, str], blank: Collection[int] = ()) -> Split:
    """A document behind every slip, which is taken out; `codes`: page -> what its QR says.

    `blank` pages right behind a slip are the back of its sheet, and go with it.
    """
    separators, code = dict(codes), None
    for leaf in layout.shown:
        if leaf.page in codes:
            code = codes[leaf.page]
        elif leaf.page not in blank:
            code = None
        elif code is not None:
            separators[leaf.page] = code
    return _behind(layout, separators)


def _behind(layout: Layout, separators: Mapping[int, str]) -> Split:
    starts: list[Start] = []
    code: str | None = ""
    for leaf in layout.shown:
        if leaf.page in separators:
            code = separators[leaf.page]
        elif code is not None:
            starts.append(Start(leaf.page, code))
            code = None
    if not starts:
        return Split(layout.starts)
    return Split(tuple(starts), tuple(leaf.page for leaf in layout.shown if leaf.page in separators))
