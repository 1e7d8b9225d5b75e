"""คำสั่ง (แบบที่ 4) and ประกาศ (แบบที่ 7): under the Garuda a heading in the middle, a short rule, the text."""

from collections.abc import Iterator

from desktop.office.dates import MONTHS, year_be
from desktop.office.thai import thai_digits
from desktop.paper.official import measures as mm
from desktop.paper.official import parts
from desktop.paper.official.letter import body
from desktop.paper.official.paper import Form, OfficialPaper, numeral
from desktop.paper.official.rows import Row, centred, text_row
from desktop.paper.ops import Line, Op

FIRST_BASELINE = mm.FEET + mm.LINE
_RULE_MM = 42.0


def head(paper: OfficialPaper) -> Iterator[Op]:
    """What stands in its place on the first sheet whatever follows."""
    yield from parts.garuda(paper.garuda, mm.GARUDA_TOP, mm.GARUDA)
    yield from parts.urgency(paper, mm.LEFT, mm.FEET - 14)


def order_rows(paper: OfficialPaper) -> list[Row]:
    heading = [*centred(f"คำสั่ง{paper.office_name}"), *centred(f"ที่ {paper.book_number}"), *_subject(paper)]
    return _whole(paper, heading, f"สั่ง ณ วันที่ {_day(paper)}")


def announcement_rows(paper: OfficialPaper) -> list[Row]:
    return _whole(paper, [*centred(f"ประกาศ{paper.office_name}"), *_subject(paper)], f"ประกาศ ณ วันที่ {_day(paper)}")


def _whole(paper: OfficialPaper, heading: list[Row], dated: str) -> list[Row]:
    rule = Line(mm.CENTRE - _RULE_MM / 2, -2.2, mm.CENTRE + _RULE_MM / 2, -2.2, 0.25, mm.INK)
    rows = [*heading, Row((rule,), keep=True)]
    day = text_row(dated, mm.LEFT + 2 * mm.INDENT, before=mm.BEFORE_12, keep=True, bookmark="ลงนาม")
    signed = parts.together([day], parts.signature(paper, closing=False))
    return [*rows, *parts.kept_with_body(body(paper.paragraphs), signed), *signed]


def _subject(paper: OfficialPaper) -> list[Row]:
    return centred(f"เรื่อง  {paper.subject}")


def _day(paper: OfficialPaper) -> str:
    """`๑๒ มีนาคม พ.ศ. ๒๕๖๘`; an announcement names the month as one: `เดือน มีนาคม`."""
    if paper.day is None:
        return "        เดือน                    พ.ศ."
    month = MONTHS[paper.day.month - 1]
    named = f"เดือน {month}" if paper.form is Form.ANNOUNCEMENT else month
    return numeral(f"{thai_digits(str(paper.day.day))} {named} พ.ศ. {year_be(paper.day)}")
