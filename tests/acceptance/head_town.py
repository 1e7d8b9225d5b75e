"""เทศบาลเมืองแม่เหียะ (สาธิต) on 14 January 2569, as the head of กองช่าง, the mayor and his deputy have it.

Everything is invented. Letters come from the registry's desk, a real store with a real line, with their scans.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.accounts.mutations import DefineOffice, DefinePost, DefineStaff, DefineUnit
from desktop.letters.endorsing_actions import EndorsingActions
from desktop.letters.model import Registration, Urgency
from desktop.letters.phrases import Owner
from desktop.letters.route_actions import RouteActions
from desktop.letters.route_model import Part
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.dates import utc_of_local
from desktop.office.ids import Id
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.model import Content
from desktop.outgoing.queries import OutgoingQueries
from tests.helpers.town import PASSWORD, REGISTRY, Page, Town, TownDesk, identity
from tools.demo_letters import DemoLetter, letter_pdf

WEDNESDAY = date(2026, 1, 14)
OUTGOING_SERIES = "letters.outgoing/central"
UNITS = {"CLK": "สำนักปลัดเทศบาล", "ENG": "กองช่าง", "HLT": "กองสาธารณสุขและสิ่งแวดล้อม"}
PEOPLE = {
    "kanda": ("นางสาวกานดา ใจสาธิต", "เจ้าพนักงานธุรการ", "CLK", "registrar"),
    "wichai": ("นายวิชัย โยธาเทียม", "ผู้อำนวยการกองช่าง", "ENG", "head"),
    "somchai": ("นายสมชาย ตัวอย่างดี", "นายกเทศมนตรี", "CLK", "executive"),
    "malee": ("นางสาวมาลี ลองแทน", "รองนายกเทศมนตรี", "CLK", "executive"),
}
POSTS = (
    ("MAYOR", "นายกเทศมนตรี", 7, "CLK", "", "somchai"),
    ("DEPMAYOR", "รองนายกเทศมนตรี", 6, "CLK", "MAYOR", "malee"),
    ("ENGHEAD", "ผู้อำนวยการกองช่าง", 3, "ENG", "MAYOR", "wichai"),
)
"""Code, name, rung, unit, the post above, who holds it."""
CITIZENS = ("นายบุญมี ใจคำ", "นางคำแปง สาธิต")
SUBJECTS = (
    "ขอให้ซ่อมถนนซอย 3 หมู่ 5", "ขออนุญาตเชื่อมท่อระบายน้ำ", "แจ้งเสาไฟฟ้าเอียงหน้าตลาด", "ขอรังวัดสอบเขตที่ดิน",
    "ขอความอนุเคราะห์เครื่องจักรขุดลอก", "แจ้งฝาท่อระบายน้ำชำรุด", "ขอแบบแปลนมาตรฐานบ้านพัก", "ร้องเรียนฝุ่นจากการก่อสร้าง",
    "ขอเชิญประชุมผังเมืองรวม", "ขอใช้พื้นที่ทางเท้าชั่วคราว", "ส่งรายงานตรวจสะพานข้ามคลอง", "ขอข้อมูลโครงการถนนปลอดฝุ่น",
)  # fmt: skip
DAYS_LEFT = (9, 2, 14, 5, 1, 20, 7, 3, 12, 6, 16, 4)
"""Of each of those letters, so that their order by number is not the order in which they are due."""
WRONGLY_SENT = ("ร้องเรียนฝุ่นจากการก่อสร้าง", "ขอเชิญประชุมผังเมืองรวม")
FOR_THE_MAYOR = (
    "ขอเชิญเป็นประธานพิธีเปิดงาน", "ขออนุมัติโครงการวันเด็ก", "ขอความเห็นชอบแผนจัดซื้อ", "ขออนุมัติไปราชการ",
    "รายงานผลการตรวจสอบงบการเงิน",
)  # fmt: skip
THE_LONG_ONE = FOR_THE_MAYOR[-1]
FOR_THE_DEPUTY = ("ขออนุมัติซ่อมรถดับเพลิง", "ขออนุมัติขยายเวลาทำการตลาด")
PHRASE = "ทราบ มอบงานควบคุมอาคารดำเนินการ"


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    """That moment in Thailand."""
    return utc_of_local(day, hour, minute)


@dataclass(frozen=True)
class Came:
    """A letter of the fixture: its id, the number it took, when it is due."""

    id: Id
    number: int
    subject: str
    due: date | None


class HeadTown(Town):
    """The town; `registry` is the desk at which its letters come in."""

    registry: TownDesk

    def _found(self, *, passwords: bool) -> None:
        names = ("เทศบาลเมืองแม่เหียะ (สาธิต)", "Mae Hia Town Municipality (demo)", "๑ หมู่ ๑๐ ตำบลแม่เหียะ", "เชียงใหม่")
        office = DefineOffice(identity("office"), *names, "0 5300 0000", "0999999999991", "ชม 54005")
        self.admin.create_office(self.office_id, office)
        for code, name in UNITS.items():
            self.admin.define_unit(self.office_id, DefineUnit(identity(code), code, name, code, code))
        for login, (name, position, unit, role) in PEOPLE.items():
            who = DefineStaff(identity(login), login, name, login.title(), position, position, identity(unit), role)
            self.admin.define_staff(self.office_id, who)
            self.admin.set_password(self.office_id, login, PASSWORD)
        for code, name, rung, unit, above, holder in POSTS:
            over = identity(f"post {above}") if above else None
            post = DefinePost(identity(f"post {code}"), code, name, code, rung, identity(unit), over, identity(holder))
            self.admin.define_post(self.office_id, post)
        self.registry = self.desk("C1", (INCOMING_SERIES,), REGISTRY)

    def send(self, *desks: TownDesk) -> None:
        """Everything of these desks goes to the centre, and what others did comes."""
        for desk in desks or (self.registry,):
            desk.round.run()
            desk.errand.run()

    def letters_for_engineers(self) -> tuple[Came, ...]:
        """Twelve letters with a page each, sent to กองช่าง."""
        made = [
            self._letter(subject, CITIZENS[place % 2], 1, WEDNESDAY + timedelta(days=DAYS_LEFT[place]))
            for place, subject in enumerate(SUBJECTS)
        ]
        for one in made:
            self._route(one, Part(identity("ENG"), due=one.due))
        self.send()
        return tuple(made)

    def letters_for_mayor(self, subjects: tuple[str, ...] = FOR_THE_MAYOR) -> tuple[Came, ...]:
        """Letters on their way to the mayor's post; one of them has three pages."""
        made = [self._letter(one, "จังหวัดเชียงใหม่", 3 if one == THE_LONG_ONE else 1, None) for one in subjects]
        for one in made:
            self._route(one, Part(identity("CLK"), post_id=identity("post MAYOR")))
        self.send()
        return tuple(made)

    def own_phrase(self) -> None:
        """wichai's third key writes what he writes most."""
        desk = self.registry
        EndorsingActions(desk.desk, desk.person("wichai")).set_phrase(Owner.OWN, PHRASE, "assign", 3)
        self.send()

    def approved_draft(self, content: Content) -> None:
        """A letter of the registry that waits for its signature."""
        desk = self.registry
        kanda = desk.person("kanda")
        writing = DraftActions(desk.desk, kanda)
        draft_id = writing.start(content.template, content=content)
        draft = OutgoingQueries(desk.desk.reader).draft(draft_id)
        assert draft is not None
        writing.ask(draft_id, draft.current.id, content, kanda)
        writing.approve(draft_id, draft.current.id)
        self.send()

    def endorsed(self) -> list[tuple[str, str | None, int]]:
        """Of the centre: the words of every endorsement, what was wrong with it, and how often it stands there."""
        with self.engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "SELECT text, max(flaw), count(*) FROM endorsement WHERE office_id = %s GROUP BY letter_id, text",
                (self.office_id,),
            )
            return [(said, flaw, count) for said, flaw, count in rows]

    def _letter(self, subject: str, sender: str, pages: int, due: date | None) -> Came:
        paper = DemoLetter(sender, "-", date(2026, 1, 12), "นายกเทศมนตรีเมืองแม่เหียะ", subject, "", pages)
        page = Page(letter_pdf(paper, at(9)), f"{subject}.pdf", pages)
        wanted = Registration(
            sender, "นายกเทศมนตรีเมืองแม่เหียะ", subject, letter_date=paper.written_on, urgency=Urgency.NORMAL, due_date=due
        )
        done = self.registry.letters("kanda").register(wanted, [page])
        return Came(done.id, done.number, subject, due)

    def _route(self, letter: Came, part: Part) -> None:
        RouteActions(self.registry.desk, self.registry.person("kanda")).send(letter.id, ((part,),))
