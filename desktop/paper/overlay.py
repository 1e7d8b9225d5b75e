"""A sheet laid over a page of somebody else's PDF, as a derived copy: what was on the page stays byte for byte."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.office.errors import OfficeError
from desktop.paper.ops import Paper
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import MM_PER_POINT, points

if TYPE_CHECKING:
    import pikepdf

    from desktop.paper.pages import Parts


def lay_over(original: bytes, paper: Paper, page: int, x_mm: float, y_mm: float) -> bytes:
    """A copy of `original` with the first sheet of `paper` upright on it, its top left corner at x, y.

    The place is measured on the page as a reader sees it: cropped, turned and scaled. IndexError for a page that is not
    there; OfficeError `document.empty`, `document.encrypted`, `document.torn`.
    """
    return lay_all_over(original, (Overlay(paper, page, x_mm, y_mm),))


@dataclass(frozen=True)
class Overlay:
    """A paper whose first sheet is laid over page `page` (from 0), its top left corner at x, y in mm."""

    paper: Paper
    page: int
    x_mm: float
    y_mm: float


def lay_all_over(original: bytes, overlays: Sequence[Overlay]) -> bytes:
    """As `lay_over`, several at once; they lie in their order."""
    with open_pdf(original) as copy:
        lay_on(copy, overlays)
        out = BytesIO()
        copy.save(out, deterministic_id=True)
        return out.getvalue()


def lay_on(copy: "pikepdf.Pdf", overlays: Sequence[Overlay]) -> None:
    """The same on a copy that is opened and will be saved by who opened it."""
    for one in overlays:
        _lay(copy, one)


def _lay(copy: "pikepdf.Pdf", one: Overlay) -> None:
    import pikepdf

    with pikepdf.open(BytesIO(to_pdf(one.paper))) as overlay:
        target = copy.pages[one.page]
        sheet = one.paper.sheets[0]
        matrix = View.of(target).matrix(one.x_mm, one.y_mm + sheet.height_mm)
        form = copy.copy_foreign(overlay.pages[0].as_form_xobject())
        name = name_form(target, form)
        numbers = " ".join(f"{number:.5f}" for number in matrix)
        target.contents_add(b"q\n", prepend=True)  # whatever state the page leaves behind is undone before we draw
        target.contents_add(f"\nQ q {numbers} cm {name} Do Q\n".encode())


def view_size_mm(original: bytes, page: int = 0) -> tuple[float, float]:
    """Width and height of a page as a reader sees it; errors as `lay_over`."""
    with open_pdf(original) as pdf:
        view = View.of(pdf.pages[page])
        return view.width * view.unit * MM_PER_POINT, view.height * view.unit * MM_PER_POINT


@dataclass(frozen=True)
class View:
    """How a page is shown: the visible box in its own units, a quarter turn clockwise, and points in one unit."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    unit: float

    @classmethod
    def of(cls, page: "pikepdf.Page") -> "View":
        media, crop = _corners(page.mediabox), _corners(page.cropbox)
        left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
        right, top = min(media[2], crop[2]), min(media[3], crop[3])
        if right <= left or top <= bottom:
            left, bottom, right, top = media
        turn = int(inherited(page, "/Rotate", 0)) % 360
        return cls(left, bottom, right, top, turn, float(page.obj.get("/UserUnit", 1)))

    @property
    def width(self) -> float:
        return self.right - self.left if self.turn % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.turn % 180 == 0 else self.right - self.left

    def matrix(self, x_mm: float, bottom_mm: float) -> tuple[float, ...]:
        """What puts a form, drawn in points from its bottom left, upright at x and `bottom_mm` below the top edge."""
        x, y = points(x_mm) / self.unit, self.height - points(bottom_mm) / self.unit
        a, b, c, d, left, bottom = {
            90: (0, 1, -1, 0, self.right, self.bottom),
            180: (-1, 0, 0, -1, self.right, self.top),
            270: (0, -1, 1, 0, self.left, self.top),
        }.get(self.turn, (1, 0, 0, 1, self.left, self.bottom))
        scale = 1 / self.unit
        return a * scale, b * scale, c * scale, d * scale, a * x + c * y + left, b * x + d * y + bottom


def open_pdf(original: "bytes | Parts") -> "pikepdf.Pdf":
    import pikepdf

    if not original:
        raise OfficeError("document.empty")
    try:
        return pikepdf.open(BytesIO(original) if isinstance(original, bytes) else original.opened())
    except pikepdf.PasswordError as error:
        raise OfficeError("document.encrypted") from error
    except pikepdf.PdfError as error:
        raise OfficeError("document.torn") from error


def _corners(box: Any) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(number) for number in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def inherited(page: "pikepdf.Page", name: str, default: Any) -> Any:
    node: Any = page.obj
    while node is not None:
        if name in node:
            return node[name]
        node = node.get("/Parent")
    return default


def name_form(page: "pikepdf.Page", form: "pikepdf.Object") -> str:
    """Add the form to the page's own resource table; a table inherited or shared would change for other pages too."""
    import pikepdf

    resources = pikepdf.Dictionary(inherited(page, "/Resources", {}))
    present: Any = resources.XObject if "/XObject" in resources else {}
    forms = pikepdf.Dictionary(present)
    name = next(f"/Overlay{n}" for n in range(1, len(forms) + 2) if f"/Overlay{n}" not in forms)
    forms[name] = form
    resources.XObject = forms
    page.obj.Resources = resources
    return name
