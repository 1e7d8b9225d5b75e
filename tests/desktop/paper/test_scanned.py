"""Pages that are one JPEG: unpacked coarsely they look as PDFium draws them; what is more than that is left to it."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from desktop.paper.pages import RenderedPage, render
from desktop.paper.scanned import SKETCH_DPI, Scans
from tests.helpers.captured import from_bytes
from tests.helpers.rasters import picture_of

_A4 = (1240, 1754)


def scan(mode: str = "RGB", turn: int = 0, change: Callable[[pikepdf.Pdf, Any], None] | None = None) -> bytes:
    """A PDF of one scanned page at 150 dpi, dark in its upper left; `change` is done to its page."""
    picture = Image.new("RGB", _A4, (240, 235, 220))
    ImageDraw.Draw(picture).rectangle((0, 0, 500, 300), fill=(20, 30, 90))
    file = io.BytesIO()
    picture.convert(mode).save(file, "JPEG", quality=90, dpi=(150, 150))
    with pikepdf.open(io.BytesIO(from_bytes(file.getvalue(), "scan.jpg").data)) as pdf:
        pdf.pages[0].obj["/Rotate"] = turn
        if change is not None:
            change(pdf, pdf.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def pixels(drawn: RenderedPage) -> Any:
    return np.asarray(picture_of(drawn).convert("RGB").resize((100, 100), Image.Resampling.BOX), float)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_scanned_page_looks_as_pdfium_draws_it(mode: str, turn: int) -> None:
    pdf = scan(mode, turn)
    drawn = Scans(pdf).drawn(0, 75)
    assert drawn is not None
    assert 72 <= drawn.dpi <= 80
    assert (drawn.width > drawn.height) == bool(turn % 180)
    assert np.abs(pixels(drawn) - pixels(render(pdf, 0, 75))).mean() < 3


def test_a_page_is_not_much_finer_than_wanted() -> None:
    drawn = Scans(scan()).drawn(0, 50)
    assert drawn is not None
    assert (drawn.width, drawn.height) == (413, 584)


def test_all_pixels_are_not_unpacked_here() -> None:
    scans = Scans(scan())
    assert scans.drawn(0, 96) is None
    found = scans.first(0, 96)
    assert found is not None
    assert not found[1]
    enough = scans.first(0, 75)
    assert enough is not None
    assert enough[1]


def over(pdf: pikepdf.Pdf, page: Any) -> None:
    page.contents_add(b"1 0 0 rg 100 100 300 300 re f")


def noted(pdf: pikepdf.Pdf, page: Any) -> None:
    page.obj["/Annots"] = pikepdf.Array()


def long(pdf: pikepdf.Pdf, page: Any) -> None:
    page.contents_add(b"BT <%s> Tj ET" % os.urandom(3000).hex().encode())


@pytest.mark.parametrize("change", [over, noted, long])
def test_what_lies_over_the_picture_is_missing_in_the_sketch_only(change: Callable[[Any, Any], None]) -> None:
    scans = Scans(scan(change=change))
    found = scans.first(0, 75)
    assert found is not None
    sketch, is_drawn = found
    assert not is_drawn
    assert sketch.dpi >= SKETCH_DPI
    assert scans.drawn(0, 75) is None
    assert Scans(scan(change=change)).drawn(0, 75) is None


def inverted(pdf: pikepdf.Pdf, page: Any) -> None:
    (picture,) = page.resources["/XObject"].values()
    picture["/Decode"] = pikepdf.Array([1, 0, 1, 0, 1, 0])


def masked(pdf: pikepdf.Pdf, page: Any) -> None:
    (picture,) = page.resources["/XObject"].values()
    picture["/Mask"] = pikepdf.Array([0, 1, 0, 1, 0, 1])


def cut(pdf: pikepdf.Pdf, page: Any) -> None:
    left, bottom, right, top = page.mediabox
    page.cropbox = [left, bottom, right, float(top) / 2]


def slanting(pdf: pikepdf.Pdf, page: Any) -> None:
    page.contents_add(b"0.99 0.05 -0.05 0.99 0 0 cm", prepend=True)


def twice(pdf: pikepdf.Pdf, page: Any) -> None:
    page.contents_add(page.Contents.read_bytes())


def empty(pdf: pikepdf.Pdf, page: Any) -> None:
    page.Contents = pdf.make_stream(b"")


def unbalanced(pdf: pikepdf.Pdf, page: Any) -> None:
    page.contents_add(b"Q Q Q")


@pytest.mark.parametrize("change", [inverted, masked, cut, slanting, twice, empty, unbalanced])
def test_what_looks_otherwise_than_its_jpeg_is_left_alone(change: Callable[[Any, Any], None]) -> None:
    scans = Scans(scan(change=change))
    assert scans.first(0, 75) is None
    assert scans.drawn(0, 75) is None


def test_a_file_that_cannot_be_read_so_is_left_alone(tmp_path: Path) -> None:
    path, locked = tmp_path / "scan.pdf", tmp_path / "locked.pdf"
    path.write_bytes(scan())
    with pikepdf.open(path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert Scans(path).first(0, 75) is not None
    assert Scans(path).first(7, 75) is None
    with path.open("rb") as file:
        assert Scans(file).first(0, 75) is None
    for other in (b"", b"%PDF-1.7 torn", locked.read_bytes(), path.read_bytes()[:-200]):
        assert Scans(other).first(0, 75) is None


def test_closed_it_is_opened_again() -> None:
    scans = Scans(scan())
    scans.close()
    assert scans.first(0, 75) is not None
    scans.close()
    assert scans.first(0, 75) is not None
    scans.close()
