"""Official letters of the demo municipality's senders, typeset like letters that come in (invented throughout)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.office.dates import thai_date
from desktop.office.thai import thai_digits
from desktop.paper.ops import Face, Op, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT, INDENT, LINE = 30.0, 190.0, 25.0, 7.4
RED = "#B3261E"


@dataclass(frozen=True)
class DemoLetter:
    """What the sender wrote. `urgency_word`: ด่วน, ด่วนมาก, ด่วนที่สุด or empty."""

    agency: str
    book_number: str
    written_on: date
    addressee: str
    subject: str
    urgency_word: str
    pages: int
    signer: str = "(นายสมมุติ ผู้ลงนามเทียม)"

    def body(self) -> tuple[str, ...]:
        return (
            f"ด้วย {self.agency} ขอเรียนว่า เรื่อง {self.subject} มีความจำเป็นต้องประสานการดำเนินงานกับองค์กรปกครองส่วนท้องถิ่นในพื้นที่"
            " เพื่อให้การปฏิบัติราชการเป็นไปด้วยความเรียบร้อย ถูกต้องตามระเบียบ และเกิดประโยชน์สูงสุดแก่ประชาชน",
            "ในการนี้ จึงขอให้เทศบาลเมืองแม่เหียะพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง และแจ้งผลการดำเนินการให้ทราบภายในกำหนด"
            " ทั้งนี้ รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
        )


def letter_pdf(letter: DemoLetter, made_at: datetime) -> bytes:
    """The letter as a PDF of `letter.pages` A4 pages with selectable Thai text."""
    sheets = [Sheet(WIDTH, HEIGHT, tuple(_first_page(letter)))]
    sheets += [Sheet(WIDTH, HEIGHT, tuple(_enclosure(letter, page))) for page in range(2, letter.pages + 1)]
    return to_pdf(Paper(letter.subject, letter.agency, made_at, tuple(sheets)))


def _first_page(letter: DemoLetter) -> Iterator[Op]:
    if letter.urgency_word:
        yield Text(LEFT, 30, letter.urgency_word, 32, Face.BOLD, colour=RED)
    yield Text(LEFT, 48, f"ที่ {letter.book_number}" if letter.book_number != "-" else "")
    y = 48.0
    for line in break_lines(letter.agency, 16, 72):
        yield Text(118, y, line)
        y += LINE
    y = max(y, 62.0) + 4
    yield Text(WIDTH / 2, y, thai_date(letter.written_on))
    for label, words in (
        ("เรื่อง", letter.subject),
        ("เรียน", letter.addressee),
        ("สิ่งที่ส่งมาด้วย", "เอกสารประกอบ จำนวน ๑ ชุด"),
    ):
        y += LINE + 2
        yield Text(LEFT, y, label)
        start = LEFT + (13 if len(label) < 7 else 29)
        for place, line in enumerate(break_lines(words, 16, RIGHT - start)):
            y += LINE if place else 0
            yield Text(start, y, line)
    for paragraph in (*letter.body(), "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป"):
        y += 3
        for op, down in _paragraph(paragraph):
            y += down
            yield Text(op[0], y, op[1])
    yield Text(128, y + 16, "ขอแสดงความนับถือ", align="centre")
    yield Text(128, y + 44, letter.signer, align="centre")
    yield Text(128, y + 44 + LINE, "ผู้มีอำนาจลงนาม", align="centre")
    yield Text(LEFT, 272, "เอกสารสาธิต ข้อมูลทั้งหมดเป็นเรื่องสมมุติ", 12, colour="#777777")


def _paragraph(text: str) -> Iterator[tuple[tuple[float, str], float]]:
    first = break_lines(text, 16, RIGHT - LEFT - INDENT)[0]
    yield (LEFT + INDENT, first), LINE
    rest = text[len(first) :].lstrip()
    for line in break_lines(rest, 16, RIGHT - LEFT) if rest else ():
        yield (LEFT, line), LINE


def _enclosure(letter: DemoLetter, page: int) -> Iterator[Op]:
    yield Text(WIDTH / 2, 22, thai_digits(f"- {page} -"), align="centre")
    yield Text(LEFT, 40, f"สิ่งที่ส่งมาด้วย หน้า {thai_digits(str(page))}", face=Face.BOLD)
    y = 52.0
    for turn in range(3):
        for op, down in _paragraph(letter.body()[turn % 2]):
            y += down
            yield Text(op[0], y, op[1])
        y += 3
