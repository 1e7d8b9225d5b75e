"""Where everything stands on a generated letter: the forms of the regulation, with the freedoms that offices take."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from desktop.letters.model import Kind, Urgency
from desktop.office.dates import MONTHS_SHORT, thai_date, year_be
from desktop.office.secrecy import Secrecy
from desktop.office.thai import arabic_digits, thai_digits
from tests.helpers import letter_words as words
from tests.helpers.letter_inks import RED, Drawn, Typeface
from tests.helpers.letter_truth import Fields, ScanLetter

_URGENT = {Urgency.URGENT: "ด่วน", Urgency.VERY_URGENT: "ด่วนมาก", Urgency.MOST_URGENT: "ด่วนที่สุด"}
_SECRET = {Secrecy.SECRET: "ลับ", Secrecy.VERY_SECRET: "ลับมาก"}
_TODAY = date(2026, 11, 20)
_CENTRE = 105.0


@dataclass
class _Desk:
    """The sheet while it is being written: `y` is the baseline of the last line."""

    chance: Random
    face: Typeface
    left: float
    right: float
    pitch: float
    arabic: bool
    words: words.Words
    tab: float = 0.0
    """Where what follows a label begins, mm from the margin; 0 for a little behind it."""
    y: float = 0.0
    drawn: list[Drawn] = field(default_factory=list)
    dotted: list[tuple[float, float, float]] = field(default_factory=list)

    def numeral(self, text: str) -> str:
        return arabic_digits(text) if self.arabic else thai_digits(text)

    def put(self, x: float, text: str, part: str, **how: object) -> Drawn:
        """Text with its baseline at the present height."""
        said = self.numeral(text)
        one = Drawn(said, x, self.y, self.face, part, **how)  # type: ignore[arg-type]
        self.drawn.append(one)
        return one

    def centred(self, middle: float, text: str, part: str, **how: object) -> None:
        wide = Drawn(self.numeral(text), 0, 0, self.face, part, **how).width  # type: ignore[arg-type]
        self.put(middle - wide / 2, text, part, **how)

    def labelled(self, label: str, texts: tuple[str, ...], part: str, *, numbered: bool = False) -> None:
        """A label at the margin, texts behind it, further lines under the first one's beginning."""
        self.y += self.pitch * self.chance.uniform(1.12, 1.35)
        start = self.put(self.left, label, "label").right + self.chance.uniform(2.0, 5.0)
        start = max(start, self.left + self.tab)
        for n, text in enumerate(texts, start=1):
            said = f"{n}. {text}" if numbered and len(texts) > 1 else text
            for line in self.face.lines(self.numeral(said), self.right - start):
                self.put(start, line, part)
                self.y += self.pitch
        self.y -= self.pitch

    def paragraph(self, text: str) -> None:
        said, indent = self.numeral(text), 25.0
        self.y += self.pitch * 1.25
        first = self.face.lines(said, self.right - self.left - indent)[0]
        self.put(self.left + indent, first, "body")
        rest = said[len(first) :].lstrip()
        for line in self.face.lines(rest, self.right - self.left) if rest else ():
            self.y += self.pitch
            self.put(self.left, line, "body")


def laid_out(
    seed: int, form: str, chance: Random, face: Typeface, said: words.Words, *, tabbed: bool = False
) -> ScanLetter:
    """The whole page: external, memo or sealed; `tabbed`: what follows labels begins in one column."""
    left = chance.uniform(25, 31)
    desk = _Desk(chance, face, left, chance.uniform(184, 191), chance.uniform(7.2, 8.2), chance.random() < 0.2, said)
    desk.tab = 23.0 if tabbed else 0.0
    day = _TODAY - timedelta(days=chance.randrange(0, 320))
    write = {"external": _external, "memo": _memo, "sealed": _sealed}[form]
    fields, signed, seal = write(desk, day)
    _mark_secret(desk, fields)
    stamp = _stamped(desk, day) if form != "memo" and chance.random() < 0.25 else None
    return ScanLetter(seed, fields, face, tuple(desk.drawn), signed, seal, stamp, tuple(desk.dotted))


def _external(desk: _Desk, day: date) -> tuple[Fields, tuple[float, float], None]:
    chance, who = desk.chance, words.sender(desk.chance, desk.words)
    circular = chance.random() < 0.45
    number = f"{who.code}/{'ว ' if circular else ''}{chance.randrange(1, 12000)}"
    level = _urgency(chance)
    desk.y = 45.0 + chance.uniform(-3, 5)
    if level is not Urgency.NORMAL:
        desk.y -= 13.0
        desk.put(desk.left, _URGENT[level], "urgency", scale=2.0, bold=True, colour=RED)
        desk.y += 13.0
    _number_and_seat(desk, number, who)
    desk.y += desk.pitch * 1.25
    desk.put(_CENTRE + chance.uniform(-6, 4), _written(chance, day, desk.arabic), "letter_date")
    subject, to_party = words.subject(chance, desk.words), chance.choice(words.ADDRESSEES)
    desk.labelled("เรื่อง", (subject,), "subject")
    desk.labelled("เรียน", (to_party,), "to_party")
    references, enclosures = _references(desk, day), _enclosures(desk)
    _lists(desk, references, enclosures)
    for text in words.body(chance, desk.words):
        desk.paragraph(text)
    signed = _signature(desk, who.signer, closing="ขอแสดงความนับถือ")
    _foot(desk, who)
    kind = Kind.CIRCULAR if circular else Kind.EXTERNAL
    secrecy = _secrecy(chance)
    return _fields(kind, number, day, who.name, to_party, subject, level, secrecy, references, enclosures), signed, None


def _memo(desk: _Desk, day: date) -> tuple[Fields, tuple[float, float], None]:
    chance = desk.chance
    division = chance.choice(words.DIVISIONS)
    office = chance.choice(("", " เทศบาลเมืองแม่เหียะ"))
    number = f"ชม ๕๒๓๐๑.{chance.randrange(1, 9)}/{chance.randrange(1, 2000)}"
    level = _urgency(chance)
    subject, to_party = words.subject(chance, desk.words), words.OUR_HEAD
    desk.y = 28.0
    desk.centred(_CENTRE, "บันทึกข้อความ", "title", scale=1.8, bold=True)
    if level is not Urgency.NORMAL:
        desk.put(desk.right - 38, _URGENT[level], "urgency", scale=2.0, bold=True, colour=RED)
    desk.y += desk.pitch * 1.8
    telephone = f"โทร. ๐ ๕๓๘๑ {chance.randrange(1000, 9999)} ต่อ {chance.randrange(101, 140)}"
    _dotted(desk, "ส่วนราชการ", f"{division}{office}  {telephone}", "from_party", desk.left, desk.right)
    desk.y += desk.pitch * 1.2
    middle = _CENTRE + chance.uniform(-4, 6)
    _dotted(desk, "ที่", number, "book_number", desk.left, middle - 2)
    _dotted(desk, "วันที่", _written(chance, day, desk.arabic), "letter_date", middle, desk.right)
    desk.y += desk.pitch * 1.2
    _dotted(desk, "เรื่อง", subject, "subject", desk.left, desk.right)
    desk.labelled("เรียน", (to_party,), "to_party")
    for text in words.body(chance, desk.words):
        desk.paragraph(text)
    signed = _signature(desk, f"ผู้อำนวยการ{division}" if division.startswith("กอง") else f"หัวหน้า{division}")
    secrecy = _secrecy(chance)
    fields = _fields(Kind.INTERNAL, number, day, division + office, to_party, subject, level, secrecy, (), ())
    return fields, signed, None


def _sealed(desk: _Desk, day: date) -> tuple[Fields, tuple[float, float], tuple[float, float]]:
    chance, who = desk.chance, words.sender(desk.chance, desk.words)
    number, to_party = f"{who.code}/{chance.randrange(1, 9000)}", chance.choice(words.ADDRESSEES)
    level = _urgency(chance)
    desk.y = 48.0
    if level is not Urgency.NORMAL:
        desk.y -= 13.0
        desk.put(desk.left, _URGENT[level], "urgency", scale=2.0, bold=True, colour=RED)
        desk.y += 13.0
    desk.put(desk.left, f"ที่ {number}", "book_number")
    desk.labelled("ถึง", (to_party,), "to_party")
    for text in words.body(chance, desk.words)[:-1]:
        desk.paragraph(text)
    axis = 135.0
    desk.y += desk.pitch * 2
    desk.centred(axis, who.name, "from_party")
    middle = (axis, desk.y + (26 if chance.random() < 0.6 else 12))  # in its place under the name, or over it
    desk.y = middle[1] + (30 if middle[1] - desk.y > 20 else 12)
    desk.centred(axis, _written(chance, day, desk.arabic), "letter_date")
    _foot(desk, who)
    secrecy = _secrecy(chance)
    fields = _fields(Kind.SEALED, number, day, who.name, to_party, "", level, secrecy, (), ())
    return fields, (axis - 8, middle[1]), middle


def _number_and_seat(desk: _Desk, number: str, who: words.Sender) -> None:
    """The number at the margin; at the right, from the same height on, where the office sits."""
    desk.put(desk.left, f"ที่ {number}", "book_number")
    start = desk.chance.uniform(116, 126)
    for place, text in enumerate(who.seat):
        for further, line in enumerate(desk.face.lines(desk.numeral(text), desk.right - start)):
            desk.y += desk.pitch if place or further else 0.0
            desk.put(start, line, "from_party" if place == 0 else "address")


def _dotted(desk: _Desk, label: str, text: str, part: str, left: float, right: float) -> None:
    """A bold label, its text on dotted lines."""
    start = desk.put(left, label, "label", scale=1.2, bold=True).right + 2.5
    for place, line in enumerate(desk.face.lines(desk.numeral(text), right - start)):
        desk.y += desk.pitch if place else 0.0
        desk.put(start, line, part)
        desk.dotted.append((start - 1, right, desk.y + 1.4))


def _lists(desk: _Desk, references: tuple[str, ...], enclosures: tuple[str, ...]) -> None:
    if references:
        desk.labelled("อ้างถึง", references, "references", numbered=True)
    if enclosures:
        desk.labelled("สิ่งที่ส่งมาด้วย", enclosures, "enclosures", numbered=True)


def _references(desk: _Desk, day: date) -> tuple[str, ...]:
    chance = desk.chance
    count = chance.choices((0, 1, 2), (50, 40, 10))[0]
    found = []
    for _ in range(count):
        who, before = words.sender(chance, desk.words), day - timedelta(days=chance.randrange(3, 90))
        number = f"{who.code}/{chance.choice(('', 'ว '))}{chance.randrange(1, 9000)}"
        found.append(f"หนังสือ{who.name} ที่ {number} ลงวันที่ {thai_date(before)}")
    return tuple(found)


def _enclosures(desk: _Desk) -> tuple[str, ...]:
    chance = desk.chance
    return tuple(words.enclosure(chance, desk.words) for _ in range(chance.choices((0, 1, 2, 3), (40, 35, 15, 10))[0]))


def _signature(desk: _Desk, position: str, closing: str = "") -> tuple[float, float]:
    """Closing, room for the hand, name and position on one axis; where the hand signs."""
    axis = 132.0 + desk.chance.uniform(-5, 6)
    desk.y += desk.pitch * 1.6
    if closing:
        desk.centred(axis, closing, "closing")
    at = (axis - 14, desk.y + desk.pitch * 1.3)
    desk.y += desk.pitch * 3
    desk.centred(axis, words.person(desk.chance, desk.words), "signer")
    desk.y += desk.pitch
    desk.centred(axis, position, "position")
    return at


def _foot(desk: _Desk, who: words.Sender) -> None:
    desk.y = max(desk.y + desk.pitch, 258.0)
    chance = desk.chance
    for line in (who.unit, f"โทร. ๐ ๕๓{chance.randrange(10, 99)} {chance.randrange(1000, 9999)}", "โทรสาร ๐ ๕๓๑๑ ๒๓๔๕"):
        desk.put(desk.left, line, "foot")
        desk.y += desk.pitch * 0.95


def _stamped(desk: _Desk, day: date) -> tuple[float, float, float, float]:
    """A received stamp of another office in the corner: it bears a number and a day that are not the letter's."""
    chance = desk.chance
    left, top = chance.uniform(143, 148), chance.uniform(10, 14)
    came, desk.y = day + timedelta(days=chance.randrange(1, 6)), top + 6
    lines = (
        f"สำนักงานเทศบาลตำบล{chance.choice(words.TOWNS)}",
        f"เลขรับ {chance.randrange(1, 9000)}",
        f"วันที่ {came.day} {MONTHS_SHORT[came.month - 1]} {year_be(came)}",
        f"เวลา {chance.randrange(8, 16):02d}.{chance.randrange(60):02d} น.",
    )
    for line in lines:
        desk.put(left + 3, line, "stamp", scale=0.8, colour="#3B3F9C")
        desk.y += 5.6
    return left, top, 50.0, 25.0


def _mark_secret(desk: _Desk, fields: Fields) -> None:
    for height in (10.5, 292.0) if fields.secrecy is not Secrecy.NORMAL else ():
        desk.y = height
        desk.centred(_CENTRE, _SECRET[fields.secrecy], "secrecy", scale=1.8, bold=True, colour=RED)


def _written(chance: Random, day: date, arabic: bool) -> str:
    if chance.random() < 0.08:
        return f"{day.day} {MONTHS_SHORT[day.month - 1]} {year_be(day)}"
    return thai_date(day)


def _urgency(chance: Random) -> Urgency:
    return chance.choices(tuple(Urgency), (55, 15, 12, 18))[0]


def _secrecy(chance: Random) -> Secrecy:
    return chance.choices((Secrecy.NORMAL, Secrecy.SECRET, Secrecy.VERY_SECRET), (90, 6, 4))[0]


def _fields(
    kind: Kind,
    number: str,
    day: date,
    who: str,
    to_party: str,
    subject: str,
    urgency: Urgency,
    secrecy: Secrecy,
    references: tuple[str, ...],
    enclosures: tuple[str, ...],
) -> Fields:
    plain = [arabic_digits(one) for one in (number, who, to_party, subject)]
    lists = [tuple(map(arabic_digits, lines)) for lines in (references, enclosures)]
    return Fields(kind, plain[0], day, plain[1], plain[2], plain[3], urgency, secrecy, *lists)
