"""What one page of a PDF is, as a digest of everything drawn on it; another page or another scan has another."""

import hashlib
from typing import TYPE_CHECKING, Any

from desktop.paper.overlay import inherited, open_pdf

if TYPE_CHECKING:
    import pikepdf

    from desktop.paper.pages import Parts

_DRAWN_BY = ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/UserUnit")
_ASIDE = frozenset({"/Parent", "/P", "/StructParent", "/StructParents", "/Length"})
"""Ways to other pages, and what only says how bytes are kept."""


def page_digest(source: "bytes | Parts", page: int) -> str:
    """SHA-256 (hex) of the page's content and all that it uses, whatever else is in the file.

    IndexError for a page that is not there; OfficeError as `desktop.paper.overlay.lay_over`.
    """
    with open_pdf(source) as pdf:
        return _of(pdf.pages[page])


def page_digests(source: bytes) -> tuple[str, ...]:
    """Of every page."""
    with open_pdf(source) as pdf:
        return tuple(_of(page) for page in pdf.pages)


def _of(page: "pikepdf.Page") -> str:
    walk = _Walk()
    for name in _DRAWN_BY:
        walk.take(name, inherited(page, name, None))
    for name in ("/Contents", "/Annots"):
        walk.take(name, page.obj.get(name))
    return walk.digest.hexdigest()


class _Walk:
    """Goes through objects in the order of their names; one that was met before counts by its place."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self._met: dict[tuple[int, int], int] = {}

    def take(self, name: str, thing: Any) -> None:
        self._say(name)
        self._take(thing)

    def _take(self, thing: Any) -> None:
        import pikepdf

        if isinstance(thing, pikepdf.Object) and thing.is_indirect:
            if thing.objgen in self._met:
                return self._say(f"again {self._met[thing.objgen]}")
            self._met[thing.objgen] = len(self._met)
        if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
            self._take_entries(thing)
        elif isinstance(thing, pikepdf.Array):
            self._say(f"array {len(thing)}")
            for one in list(thing):
                self._take(one)
        else:
            self._say(f"{type(thing).__name__} {thing}")

    def _take_entries(self, thing: Any) -> None:
        import pikepdf

        names = sorted(name for name in thing.keys() if name not in _ASIDE)  # noqa: SIM118
        self._say(f"dictionary {len(names)}")
        for name in names:
            self.take(name, thing[name])
        if isinstance(thing, pikepdf.Stream):
            self._say(hashlib.sha256(thing.read_raw_bytes()).hexdigest())

    def _say(self, words: str) -> None:
        self.digest.update(f"{len(words)}:{words}".encode())
