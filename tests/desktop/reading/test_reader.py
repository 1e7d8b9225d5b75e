"""The worker that reads: a page that kills it, hangs it or is stopped harms nothing but itself."""

import io
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop.office.errors import OfficeError
from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading import models
from desktop.reading.cutting import DPI
from desktop.reading.picture import Document
from desktop.reading.reader import PageReader
from desktop.store.blob_file import Stored
from desktop.store.blobs import Blobs
from tests.helpers.captured import from_bytes

_SIZE = (104.99, 67.73)
_DIES = "import sys; from desktop.devices.frames import read_frame; read_frame(sys.stdin.buffer); import os; os.abort()"
_HANGS = "import sys; sys.stdin.buffer.read()"


def _picture(text: str, pages: int = 1) -> bytes:
    font = ImageFont.truetype(font_file(Face.REGULAR), 67)
    sheets = []
    for page in range(pages):
        sheet = Image.new("L", (1240, 800), 255)
        ImageDraw.Draw(sheet).text((100, 200), f"{text} {page + 1}", font=font, fill=0)
        sheets.append(sheet)
    file = io.BytesIO()
    sheets[0].save(file, "TIFF", dpi=(300, 300), save_all=True, append_images=sheets[1:], compression="tiff_deflate")
    return file.getvalue()


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    with PageReader() as one:
        one.picture(_picture("เริ่ม"), _SIZE)  # its process starts before the first test looks at what runs
        yield one


def test_a_picture_is_read(reader: PageReader) -> None:
    got = reader.picture(_picture("สำนักปลัดเทศบาล"), _SIZE)
    assert got.text == "สำนักปลัดเทศบาล 1"
    assert (got.width_mm, got.height_mm) == _SIZE


def test_a_frame_of_a_picture_is_a_page(reader: PageReader) -> None:
    assert reader.picture(_picture("หน้า", 2), _SIZE, 1).text == "หน้า 2"
    with pytest.raises(OfficeError, match=r"reading\.failed"):
        reader.picture(_picture("หน้า", 2), _SIZE, 5)


class _Lent:
    """A file whose bytes are counted as they are read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.handed = 0

    def opened(self) -> BinaryIO:
        lent = self

        class _Counted(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                got = super().read(size)
                lent.handed += len(got)
                return got

        return _Counted(self._data)


def test_of_a_large_document_only_the_pages_asked_for_are_handed_over(reader: PageReader) -> None:
    with pikepdf.open(io.BytesIO(from_bytes(_picture("หน้า", 3), "scan.tif").data)) as pdf:
        pdf.attachments["drawings"] = random.Random(1).randbytes(40 << 20)
        file = io.BytesIO()
        pdf.save(file)
    document = _Lent(file.getvalue())
    got = [reader.page("ab" * 32, document, page).text for page in (2, 0, 1)]
    assert got == ["หน้า 3", "หน้า 1", "หน้า 2"]
    assert document.handed < 4 << 20


def test_a_document_is_opened_anew_after_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.reading.picture._MOST_DRAWN", 2)
    data = from_bytes(_picture("หน้า", 3), "scan.tif").data
    document, theirs = Document(io.BytesIO(data)), pypdfium2.PdfDocument(data)
    for number in (0, 1, 2, 0, 2):
        drawn = theirs[number].render(scale=DPI / 72, grayscale=True).to_numpy()
        assert (document.page(number) == drawn.reshape(drawn.shape[:2])).all()
    document.close()
    theirs.close()


def test_a_file_that_is_damaged_says_so_and_the_next_is_read(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path, bytes(32))
    stored = Stored(blobs, blobs.put(from_bytes(_picture("หน้า"), "scan.tif").data).sha256)
    sealed = bytearray(blobs.path(stored.sha256).read_bytes())
    sealed[len(sealed) // 2] ^= 1
    blobs.path(stored.sha256).write_bytes(sealed)
    with PageReader() as one:
        with pytest.raises(OfficeError, match=r"blob\.damaged"):
            one.page(stored.sha256, stored, 0)
        assert one.picture(_picture("กองช่าง"), _SIZE).text == "กองช่าง 1"


def test_what_is_no_page_is_said_and_the_next_is_read(reader: PageReader) -> None:
    for broken in (b"", b"no picture", _picture("ครึ่ง")[:300]):
        with pytest.raises(OfficeError, match=r"reading\.failed"):
            reader.picture(broken, _SIZE)
    with pytest.raises(OfficeError, match=r"reading\.failed"):
        reader.page("0" * 64, _Lent(b"%PDF-1.7 torn"), 0)
    document = from_bytes(_picture("หน้า"), "scan.tif")
    with pytest.raises(OfficeError, match=r"reading\.failed"):
        reader.page(document.sha256, _Lent(document.data), 7)
    assert reader.picture(_picture("กองช่าง"), _SIZE).text == "กองช่าง 1"


def test_a_reader_that_dies_or_hangs_fails_its_page_only() -> None:
    for program, patience in ((_DIES, 60.0), (_HANGS, 0.2)):
        with PageReader((sys.executable, "-c", program), patience_s=patience) as one:
            for _ in range(2):  # a new one is started for the next page
                with pytest.raises(OfficeError, match=r"reading\.failed"):
                    one.picture(b"x", _SIZE)


def test_a_page_that_is_waited_for_can_be_given_up() -> None:
    one = PageReader((sys.executable, "-c", _HANGS))
    said: list[str] = []

    def wait() -> None:
        try:
            one.picture(b"x", _SIZE)
        except OfficeError as error:
            said.append(error.code)

    waiting = Thread(target=wait)
    waiting.start()
    while waiting.is_alive():
        one.stop()
        waiting.join(0.05)
    one.stop()
    assert said == ["reading.failed"]


def test_without_models_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "tha.traineddata").write_bytes(b"not what is needed")
    with pytest.raises(OfficeError, match=r"reading\.no_model"):
        models.find([tmp_path, tmp_path / "nowhere"])
    (tmp_path / "eng.traineddata").write_bytes(b"what is needed")
    assert models.find([tmp_path / "nowhere", tmp_path]) == tmp_path


def test_the_programs_own_models_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    own, named, *_ = models.places()
    assert own.parts[-2:] == ("resources", "tessdata")
    assert named == tmp_path


def test_models_that_are_none_fail_the_page(tmp_path: Path) -> None:
    for name in models.NEEDED:
        (tmp_path / name).write_bytes(b"no model")
    with PageReader(folder=tmp_path) as one, pytest.raises(OfficeError, match=r"reading\.failed"):
        one.picture(_picture("GFMIS SMART COVID"), _SIZE)
