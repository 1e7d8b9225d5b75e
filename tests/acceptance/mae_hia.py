"""เทศบาลเมืองแม่เหียะ (สาธิต) in the week of 14 January 2569: its divisions, its people, the letters it had by then.

Everything is invented. The centre is real, on PostgreSQL; a division is a real store with a real line to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from desktop.accounts.mutations import DefineOffice, DefinePost, DefineStaff, DefineUnit
from desktop.archive import storing
from desktop.letters import mutations as letters
from desktop.letters.book_numbers import key_of
from desktop.letters.custody import MOVE_PAPER, MovePaper, PaperPart
from desktop.letters.rules import CENTRAL, INCOMING_SERIES
from desktop.office.clock import utc_text
from desktop.office.dates import utc_of_local
from desktop.office.ids import Id
from desktop.office.numbers import Taken
from desktop.office.thai import normalise
from sync.server.acts import Act, centre_acts
from sync.server.database import snapshot
from sync.server.proving import first_contradiction, registers
from tests.helpers.town import PASSWORD, Town, TownDesk, identity
from tools.demo_letters import DemoLetter, letter_pdf

WEDNESDAY = date(2026, 1, 14)
YEAR = 2569
OUTGOING_SERIES, SECRET_SERIES = "letters.outgoing/central", "letters.secret.incoming/central"
UNITS = {
    "CLK": ("สำนักปลัดเทศบาล", "สป."),
    "FIN": ("กองคลัง", "คลัง"),
    "ENG": ("กองช่าง", "ช่าง"),
    "HLT": ("กองสาธารณสุขและสิ่งแวดล้อม", "สธ."),
    "EDU": ("กองการศึกษา", "ศึกษา"),
    "STR": ("กองยุทธศาสตร์และงบประมาณ", "ยุทธฯ"),
    "WEL": ("กองสวัสดิการสังคม", "สวัสดิการ"),
    "HR": ("กองการเจ้าหน้าที่", "กจ."),
    "WAT": ("กองการประปา", "ประปา"),
    "AUD": ("หน่วยตรวจสอบภายใน", "ตสน."),
}
DIVISIONS = tuple(code for code in UNITS if code != "CLK")
PEOPLE = {
    "kanda": ("นางสาวกานดา ใจสาธิต", "เจ้าพนักงานธุรการ", "CLK", "registrar"),
    "somchai": ("นายสมชาย ตัวอย่างดี", "นายกเทศมนตรี", "CLK", "executive"),
    "chamlong": ("นายจำลอง สาธิตกุล", "ปลัดเทศบาล", "CLK", "executive"),
    "malee": ("นางสาวมาลี ลองแทน", "รองปลัดเทศบาล", "CLK", "executive"),
    "wichai": ("นายวิชัย โยธาเทียม", "ผู้อำนวยการกองช่าง", "ENG", "head"),
}
POSTS = (
    ("MAYOR", "นายกเทศมนตรี", 7, "", "somchai"),
    ("PALAD", "ปลัดเทศบาล", 5, "MAYOR", "chamlong"),
)
"""Code, name, rung, the post above, who holds it."""
FLOODS = "น้ำท่วม"
SENDERS = (
    ("จังหวัดเชียงใหม่", "ชม 0017.2"), ("อำเภอเมืองเชียงใหม่", "ชม 0118"), ("กรมบัญชีกลาง", "กค 0433.4"),
    ("การไฟฟ้าส่วนภูมิภาค", "มท 5306.9"), ("โรงเรียนบ้านสาธิต", "ศธ 04009"), ("แขวงทางหลวงสาธิต", "คค 06124"),
)  # fmt: skip
SUBJECTS = (
    "ขอเชิญประชุมประจำเดือน", "แจ้งยอดเงินอุดหนุนทั่วไป", "การสำรวจความเสียหายจากเหตุน้ำท่วม", "ขอความอนุเคราะห์รถบรรทุกน้ำ",
    "แจ้งปิดการจราจรเพื่อซ่อมผิวทาง", "ขอใช้สนามกีฬาเทศบาล", "รายงานการใช้ไฟฟ้าสาธารณะ", "โครงการขุดลอกคลองป้องกันนํ้าท่วมขัง",
    "ขอข้อมูลแผนพัฒนาท้องถิ่น", "ซักซ้อมแนวทางปฏิบัติงานพัสดุ", "ประชาสัมพันธ์งานประเพณี",
)  # fmt: skip
"""One of them writes น้ำ with its vowel in two parts, as old systems do."""
BEFORE_TODAY = 122
"""The central register stands at so many letters of 2569 when the day begins."""
OF_2558, ON_HOLD = 312, (7, 70, 170, 270)
SENT_BEFORE = 86


@dataclass(frozen=True)
class Known:
    """A letter of the fixture that the day speaks of."""

    sender: str
    book_number: str
    day: date
    subject: str
    channel: str = "paper"


BY_MAIL = Known("จังหวัดเชียงใหม่", "ชม 0017.3/302", date(2026, 1, 12), "การเตรียมความพร้อมรับสถานการณ์ฝุ่นละออง", "email")
SOUGHT = Known("จังหวัดเชียงใหม่", "ชม 0017.3/215", date(2026, 1, 7), "รายงานผลการสำรวจทางสาธารณประโยชน์")
CLOSED = Known("แขวงทางหลวงสาธิต", "คค 06124/77", date(2026, 1, 9), "ขอให้ซ่อมฝาท่อระบายน้ำหน้าตลาด")
KNOWN = {88: SOUGHT, 117: BY_MAIL, 119: CLOSED}
TO_ENGINEERS, TO_TREASURY = (105, 106, 107), (108, 109)
IN_TRAY, WITH_OTHERS = (110, 111, 112), (90, 91)
"""Papers that should lie in the tray of the registry, and two that lie there though a division should have them."""


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    """That moment in Thailand."""
    return utc_of_local(day, hour, minute)


def tuesday(hour: int, minute: int = 0) -> datetime:
    """That moment of the day before."""
    return at(hour, minute, WEDNESDAY - timedelta(days=1))


def letter_id(number: int, year: int = YEAR) -> Id:
    return identity(f"{year}/{number}")


def scan(folder: Path, letter: Known, pages: int = 2) -> Path:
    """A letter as it comes off the glass, as a PDF."""
    path = folder / f"{letter.book_number.replace('/', '-').replace(' ', '')}.pdf"
    paper = DemoLetter(
        letter.sender, letter.book_number, letter.day, "นายกเทศมนตรีเมืองแม่เหียะ", letter.subject, "", pages
    )
    path.write_bytes(letter_pdf(paper, at(8, 30)))
    return path


class MaeHia(Town):
    """The town with its letters in it; `division` brings a division's desk, enrolled and up to date."""

    def _found(self, *, passwords: bool) -> None:
        address = "๑ หมู่ ๑๐ ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่"
        names = ("เทศบาลเมืองแม่เหียะ (สาธิต)", "Mae Hia Town Municipality (demo)", address, "เชียงใหม่")
        self.admin.create_office(
            self.office_id, DefineOffice(identity("office"), *names, "0 5300 0000", "0999999999991", "ชม 54005")
        )
        for code, (name, short) in UNITS.items():
            self.admin.define_unit(self.office_id, DefineUnit(identity(code), code, name, code, short))
        for login, (name, position, unit, role) in self._people().items():
            who = DefineStaff(identity(login), login, name, login.title(), position, position, identity(unit), role)
            self.admin.define_staff(self.office_id, who)
        for code, name, rung, above, holder in POSTS:
            over = identity(f"post {above}") if above else None
            post = DefinePost(identity(f"post {code}"), code, name, code, rung, identity("CLK"), over, identity(holder))
            self.admin.define_post(self.office_id, post)
        self.admin.set_password(self.office_id, "kanda", PASSWORD)
        self.scopes.clear_person(self.office_id, "kanda", "secret")
        done = centre_acts(self.engine, self.office_id, list(_acts()), self.clock)
        assert {result.status for result in done} == {"applied"}, [one for one in done if one.status != "applied"][:3]

    @staticmethod
    def _people() -> dict[str, tuple[str, str, str, str]]:
        """Everybody who is named, and a head for each division that has none."""
        led = {unit for _, _, unit, role in PEOPLE.values() if role == "head"}
        heads = {
            head(code): (f"นางสาวตัวอย่าง {UNITS[code][1]}", f"ผู้อำนวยการ{UNITS[code][0]}", code, "head")
            for code in DIVISIONS
            if code not in led
        }
        return PEOPLE | heads

    def division(self, code: str) -> TownDesk:
        known = {desk.folder.name: desk for desk in self.desks}
        return known.get(code) or self.desk(code, (), (f"unit:{code}/normal",))

    def proven(self) -> list[str]:
        """What can't be true of any register, as `python -m sync.server books prove` says it; nothing when all is."""
        with snapshot(self.engine) as connection:
            kept = registers(connection, self.office_id)
            found = [first_contradiction(connection, self.office_id, *one) for one in kept]
        return [one for one in found if one is not None]

    def full_scan(self, words: str) -> set[Id]:
        """Letters that have the words in a field, an endorsement or a page: every row of the centre is looked at."""
        wanted = normalise(words)
        queries = (
            "SELECT id, concat_ws(' ', subject, from_party, to_party, book_number, remarks) FROM letter",
            "SELECT letter_id, text FROM endorsement",
            "SELECT letter_id, text FROM letter_page_text",
        )
        with self.engine.connect() as connection:
            rows = [
                row
                for query in queries
                for row in connection.execute(text(f"{query} WHERE office_id = {self.office_id}"))
            ]
        return {bytes(id_) for id_, said in rows if wanted in normalise(said)}


def head(code: str) -> str:
    """The login of who leads a division."""
    return "wichai" if code == "ENG" else f"head.{code.lower()}"


def _acts() -> Iterator[Act]:
    yield from (_old(number) for number in range(1, OF_2558 + 1))
    for number in ON_HOLD:
        held = storing.HoldLetter(
            identity(f"hold {number}"), letter_id(number, 2558), "อยู่ระหว่างคดีความ", PEOPLE["kanda"][0]
        )
        yield _act(storing.HOLD.name, held, at(9, day=date(2026, 1, 5)))
    yield from (_sent(number) for number in range(1, SENT_BEFORE + 1))
    for number in range(1, BEFORE_TODAY + 1):
        yield _came(number)
    for unit, numbers in (("ENG", TO_ENGINEERS), ("FIN", TO_TREASURY)):
        for number in numbers:
            part = letters.RoutePart(identity(f"route {number}"), identity(unit), "action")
            sent = letters.Route(letter_id(number), (part,), from_unit=identity("CLK"))
            yield _act(letters.ROUTE.name, sent, at(15, day=date(2026, 1, 13)))
    yield from _papers()


def _papers() -> Iterator[Act]:
    """Who has the papers: the pouch to the engineers of Monday, 14:20, what others took, what lies in the tray."""
    kanda = (PEOPLE["kanda"][0], identity("kanda"), identity("CLK"))
    yield _moved("taken", (88, *IN_TRAY), kanda, at(9, day=date(2026, 1, 12)))
    yield _moved("handed", (88,), ("ถุงเมล์ กองช่าง", None, identity("ENG")), at(14, 20, date(2026, 1, 12)))
    yield _moved(
        "taken", WITH_OTHERS, (PEOPLE["wichai"][0], identity("wichai"), identity("ENG")), at(16, day=date(2026, 1, 12))
    )


def _moved(act: str, numbers: tuple[int, ...], holder: tuple[str, Id | None, Id], moment: datetime) -> Act:
    parts = tuple(PaperPart(identity(f"{act} {one}"), letter_id(one), act, *holder) for one in numbers)
    return _act(MOVE_PAPER.name, MovePaper(identity(f"batch {act} {numbers}"), PEOPLE["kanda"][0], parts), moment)


def _old(number: int) -> Act:
    day = date(2015, 1, 5) + timedelta(days=number)
    return _letter(number, 2558, at(9, 30, day), _made_up(number, day), CENTRAL, INCOMING_SERIES)


def _came(number: int) -> Act:
    day = date(2026, 1, 5) + timedelta(days=(number - 1) * 9 // BEFORE_TODAY)
    return _letter(
        number, YEAR, at(9, number % 60, day), KNOWN.get(number) or _made_up(number, day), CENTRAL, INCOMING_SERIES
    )


def _sent(number: int) -> Act:
    letter = Known("สำนักปลัดเทศบาล", f"ชม 54005/{number}", date(2026, 1, 12), f"ตอบรับการเข้าร่วมประชุม ครั้งที่ {number}")
    return _letter(number, YEAR, at(10, day=letter.day), letter, "outgoing/central", OUTGOING_SERIES)


def _made_up(number: int, day: date) -> Known:
    sender, prefix = SENDERS[number % len(SENDERS)]
    return Known(sender, f"{prefix}/{number + 400}", day, f"{SUBJECTS[number % len(SUBJECTS)]} ครั้งที่ {number}")


def _letter(number: int, year: int, moment: datetime, letter: Known, register: str, series: str) -> Act:
    out = register != CENTRAL
    body = letters.Register(
        letter_id(number, year) if not out else identity(f"out {number}"),
        Taken(series, year, number, bytes(16), 0),
        register,
        utc_text(moment),
        letter.channel,
        letter.sender,
        letter.book_number,
        key_of(letter.book_number),
        "ผู้ว่าราชการจังหวัดเชียงใหม่" if out else "นายกเทศมนตรีเมืองแม่เหียะ",
        letter.subject,
        "normal",
        "normal",
        letter_date=letter.day.isoformat(),
        direction="outgoing" if out else "incoming",
    )
    return _act(letters.REGISTER.name, body, moment)


def _act(name: str, body: object, moment: datetime) -> Act:
    return Act(name, body, 1, utc_text(moment.astimezone(UTC)), identity("kanda"))  # type: ignore[arg-type]
