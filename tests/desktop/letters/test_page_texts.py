"""Letters registered here are found by what stands on their pages, without anybody typing it."""

import io
import threading
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from desktop.application import Office
from desktop.letters.found import Filters, Search
from desktop.letters.model import Registration
from desktop.letters.page_texts import MOST_AT_ONCE
from desktop.paper.ops import Face, Text
from desktop.paper.thai_text import font_file
from tests.desktop.paper.papers import a_paper
from tests.helpers.captured import from_bytes
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


def _until_noted(office: Office, pages: int) -> threading.Event:
    """Set when so many pages are noted."""
    noted = threading.Event()
    desk = office.desk
    desk.changes.listen(lambda changes: noted.set() if len(_noted(office)) >= pages else None)
    return noted


def test_a_letter_is_found_by_what_stands_on_its_pages(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office, left = make_office(desk), list[int]()
    watching, noted = office.page_texts(person(office), left.append), _until_noted(office, 2)
    watching.start()
    document = from_bytes(_scan("ขุดลอกลำเหมือง", "งบประมาณ ๒๕๖๙"), "scan.tif")
    office.letters(person(office)).register(_LETTER, (document,))
    assert noted.wait(60)
    office.end_reading()
    assert _noted(office) == [(0, "ขุดลอกลำเหมือง"), (1, "งบประมาณ ๒๕๖๙")]
    assert (_found(office, "ลำเหมือง"), _found(office, "ลำน้ำ")) == (1, 0)
    assert desk.reader.one("SELECT count(*) FROM outbox WHERE type = 'letters.note_pages'") == (1,)
    assert max(left) == 2
    assert left[-1] == 0
    desk.close()


def test_what_is_not_read_yet_is_read_at_the_next_start_and_only_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office, done = make_office(desk), threading.Event()
    document = from_bytes(_scan("ขุดลอกลำเหมือง"), "scan.tif")
    office.letters(person(office)).register(_LETTER, (document,))
    office.letters(person(office)).register(_LETTER)  # without a file there is nothing to read
    noted = _until_noted(office, 1)
    office.page_texts(person(office)).start()
    assert noted.wait(60)
    office.page_texts(person(office), lambda left: done.set() if not left else None).start()
    assert done.wait(60)
    office.end_reading()
    assert _noted(office) == [(0, "ขุดลอกลำเหมือง")]
    assert desk.reader.one("SELECT count(*) FROM outbox WHERE type = 'letters.note_pages'") == (1,)
    desk.close()


def test_a_page_with_words_of_its_own_is_not_read_again(tmp_path: Path) -> None:
    """Nor is a file of hundreds of pages one act: a request must hold it."""
    desk = make_desk(tmp_path)
    office, pages = make_office(desk), MOST_AT_ONCE + 3
    words = "เรียน นายกเทศมนตรี ขอเชิญประชุมคณะกรรมการพัฒนาเทศบาล ครั้งที่ ๓/๒๕๖๙ ณ ห้องประชุมชั้นสอง"
    document = from_bytes(a_paper(*(Text(20, 40, words) for _ in range(1)), pages=pages), "typed.pdf")
    office.letters(person(office)).register(_LETTER, (document,))
    noted = _until_noted(office, pages)
    office.page_texts(person(office)).start()
    assert noted.wait(60)
    office.end_reading()
    assert desk.reader.one("SELECT count(*) FROM page_reading") == (0,)
    assert desk.reader.one("SELECT count(*) FROM outbox WHERE type = 'letters.note_pages'") == (2,)
    desk.close()


def test_a_person_who_leaves_takes_the_reading_with_them(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office, begun = make_office(desk), threading.Event()
    document = from_bytes(_scan(*(f"หน้าที่ {page}" for page in range(30))), "long.tif")
    office.letters(person(office)).register(_LETTER, (document,))
    watching = office.page_texts(person(office), lambda left: begun.set())
    watching.start()
    assert begun.wait(60)
    watching.end()
    assert _noted(office) == []
    office.end_reading()
    desk.close()


def test_a_file_that_is_gone_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    office = make_office(desk)
    gone, there = from_bytes(_scan("หายไป"), "gone.tif"), from_bytes(_scan("ขุดลอกลำเหมือง"), "scan.tif")
    for document in (there, gone):
        office.letters(person(office)).register(_LETTER, (document,))
    desk.blobs.erase(gone.sha256)
    noted = _until_noted(office, 1)
    office.page_texts(person(office)).start()
    assert noted.wait(60)
    office.end_reading()
    assert _noted(office) == [(0, "ขุดลอกลำเหมือง")]
    desk.close()
