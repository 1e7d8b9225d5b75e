"""Letters registered here are found by what stands on their pages, without anybody typing it."""

import io
import threading
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from desktop.application import Office
from desktop.capture.importing import from_bytes
from desktop.letters.found import Filters, Search
from desktop.letters.model import Registration
from desktop.paper.ops import Face
from desktop.paper.thai_text import font_file
from desktop.reading.queue import Wanted
from tests.helpers.desk import make_desk, make_office, person, unit_id

_LETTER = Registration("กรมการปกครอง", "นายกเทศมนตรี", "ขอเชิญประชุม", "มท ๐๘๐๘.๒/ว ๔๕๑๒")


def _scan(*texts: str) -> bytes:
    font = ImageFont.truetype(font_file(Face.REGULAR), 67)
    sheets = []
    for text in texts:
        sheet = Image.new("L", (1240, 500), 255)
        ImageDraw.Draw(sheet).text((100, 200), text, font=font, fill=0)
        sheets.append(sheet)
    file = io.BytesIO()
    sheets[0].save(file, "TIFF", dpi=(300, 300), save_all=True, append_images=sheets[1:])
    return file.getvalue()


def _found(office: Office, words: str) -> int:
    return office.letter_search.count(Search(words, Filters(), unit_id("CLK")))


def _noted(office: Office) -> list[tuple[int, str]]:
    return office.desk.reader.rows("SELECT page, text FROM letter_page_text ORDER BY page")


def test_a_letter_is_found_by_what_stands_on_its_pages(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office = make_office(desk)
    watching, noted = office.page_texts(person(office)), threading.Event()
    stop = desk.changes.listen(lambda changes: noted.set() if changes.touches("letter_page_text") else None)
    document = from_bytes(_scan("ขุดลอกลำเหมือง", "งบประมาณ ๒๕๖๙"), "scan.tif")
    office.letters(person(office)).register(_LETTER, (document,))
    assert noted.wait(60)
    assert _noted(office) == [(0, "ขุดลอกลำเหมือง"), (1, "งบประมาณ ๒๕๖๙")]
    assert (_found(office, "ลำเหมือง"), _found(office, "ลำน้ำ")) == (1, 0)
    watching.catch_up()  # all is noted: no second act
    assert desk.reader.one("SELECT count(*) FROM outbox WHERE type = 'letters.note_pages'") == (1,)
    stop()
    watching.stop()
    office.end_reading()
    desk.close()


def test_what_was_read_before_the_registration_is_noted_with_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office = make_office(desk)
    document, read = from_bytes(_scan("ขุดลอกลำเหมือง"), "scan.tif"), threading.Event()
    desk.blobs.put(document.data)
    stop = office.reading.listen(lambda wanted, reading: read.set())
    office.reading.want([Wanted(document.sha256, 0)])
    assert read.wait(60)
    stop()
    watching = office.page_texts(person(office))
    office.letters(person(office)).register(_LETTER, (document,))
    assert _noted(office) == [(0, "ขุดลอกลำเหมือง")]
    watching.stop()
    office.end_reading()
    desk.close()
