"""Files of every kind, good and bad, made here and read for real."""

import hashlib
import io
import struct
import threading
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageStat
from reportlab.pdfgen.canvas import Canvas

from desktop.capture.importing import keep_file
from desktop.capture.model import CapturedDocument, Source
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_count, render
from desktop.store.blobs import Blobs
from tests.helpers.captured import from_bytes


def pdf(pages: int = 1) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for page in range(pages):
        canvas.drawString(72, 700, f"page {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((300, 400)).convert(mode).save(file, kind, **options)
    return file.getvalue()


def test_a_pdf_is_kept_byte_for_byte() -> None:
    data = pdf(3)
    document = from_bytes(data, "หนังสือ.pdf")
    assert document.data is data
    assert (document.page_count, document.original) == (3, None)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.page_sizes_mm[0] == pytest.approx((209.9, 297.0), abs=0.1)


def test_a_jpeg_stands_in_its_pdf_unchanged_and_beside_it() -> None:
    data = picture("JPEG", dpi=(150, 150))
    document = from_bytes(data, "photo.jpg", Source.PASTE)
    assert data in document.data
    assert (document.original, document.original_media_type) == (data, "image/jpeg")
    assert document.page_sizes_mm[0] == pytest.approx((50.8, 67.7), abs=0.1)
    assert (document.name, document.source) == ("photo.pdf", Source.PASTE)


def test_a_phone_picture_is_turned_upright_without_touching_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture("JPEG", dpi=(300, 300), exif=exif)
    document = from_bytes(data, "phone.jpg")
    width, height = document.page_sizes_mm[0]
    assert width > height
    assert data in document.data


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "1"), ("PNG", "P"), ("BMP", "RGB")]
)
def test_pictures_without_loss(kind: str, mode: str) -> None:
    document = from_bytes(picture(kind, mode, dpi=(100, 100)), "x")
    drawn = render(document.data, 0, 100)
    image = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX", drawn.stride)
    wanted = Image.open(io.BytesIO(document.original or b"")).convert("RGB")
    assert image.size == pytest.approx(wanted.size, abs=1)
    assert ImageStat.Stat(image).mean == pytest.approx(ImageStat.Stat(wanted).mean, abs=2)


def test_every_page_of_a_tiff() -> None:
    file = io.BytesIO()
    first = Image.new("1", (1000, 1400), 1)
    first.save(file, "TIFF", save_all=True, append_images=[first, first.convert("L")], dpi=(200, 200))
    document = from_bytes(file.getvalue(), "fax.tif")
    assert document.page_count == page_count(document.data) == 3
    assert document.original_media_type == "image/tiff"


def test_the_content_decides_not_the_name() -> None:
    assert from_bytes(picture("PNG"), "really-a-picture.pdf").original_media_type == "image/png"


@pytest.mark.parametrize("dpi", [(72, 72), (96, 96), (0, 0)])
def test_a_picture_that_does_not_know_its_size_fits_on_a4(dpi: tuple[int, int]) -> None:
    (size,) = from_bytes(picture("JPEG", dpi=dpi), "phone.jpg").page_sizes_mm
    assert size == pytest.approx((210, 280), abs=0.5)


def test_a_coarse_fax_keeps_its_shape() -> None:
    file = io.BytesIO()
    Image.new("1", (1728, 1144), 1).save(file, "TIFF", dpi=(204, 98))
    assert from_bytes(file.getvalue(), "fax.tif").page_sizes_mm[0] == pytest.approx((215, 296.5), abs=1)


def torn_tiff() -> bytes:
    return picture("TIFF")[:4] + struct.pack("<I", 10**6) + picture("TIFF")[8:]


def locked_pdf() -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document.empty"),
        (b"MZ\x90\x00 a program", "capture.not_a_document"),
        (pdf()[:200], "document.torn"),
        (b"%PDF-1.7\n" + bytes(2000), "document.torn"),
        (locked_pdf(), "document.encrypted"),
        (picture("PNG")[:500], "capture.picture_torn"),
        (picture("JPEG")[:-500], "capture.picture_torn"),
        (torn_tiff(), "capture.not_a_document"),
    ],
    ids=["empty", "program", "torn pdf", "hollow pdf", "locked pdf", "torn png", "torn jpeg", "torn tiff"],
)
def test_bad_files_are_told_apart(data: bytes, code: str) -> None:
    with pytest.raises(OfficeError, match=code):
        from_bytes(data, "หนังสือ.pdf")


def huge_png(side: int) -> bytes:
    """A small file that claims side x side pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def test_a_picture_of_200_megapixels_is_refused_by_its_header_with_its_size() -> None:
    with pytest.raises(OfficeError, match="capture.picture_too_large") as caught:
        from_bytes(huge_png(14143), "map.png")
    assert caught.value.subject["megapixels"] == 200


def test_a_jpeg_of_200_megapixels_is_taken_as_it_is() -> None:
    file = io.BytesIO()
    Image.new("L", (14143, 14143)).save(file, "JPEG", quality=10)
    data = file.getvalue()
    document = from_bytes(data, "map.jpg")
    assert data in document.data


def test_500_pages_are_taken() -> None:
    assert from_bytes(pdf(500), "long.pdf").page_count == 500


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match="capture.unreadable"):
        keep_file(Blobs(tmp_path / "blobs", bytes(32)), tmp_path / "gone.pdf")
    assert not (tmp_path / "blobs").exists()


def test_a_long_import_tells_how_far_it_is_and_can_be_stopped() -> None:
    file = io.BytesIO()
    pages = [Image.new("1", (100, 100), 1) for _ in range(30)]
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
    told: list[tuple[int, int]] = []
    cancel = threading.Event()

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 5:
            cancel.set()

    with pytest.raises(OfficeError, match="capture.cancelled"):
        from_bytes(file.getvalue(), "fax.tif", progress=progress, cancel=cancel)
    assert told[-1] == (5, 30)


def test_a_captured_document_is_what_a_registration_takes() -> None:
    document: CapturedDocument = from_bytes(pdf(), "a.pdf")
    assert (document.name, document.source, document.original_media_type) == ("a.pdf", "file", None)
