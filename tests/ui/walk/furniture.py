"""A desk on which everything has happened at least once, so that every screen has something to show."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

from desktop.application import Office
from desktop.cashier.bill_model import BillDraft
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.cashier.statement_model import Statement, StatementLine
from desktop.cashier.thai_qr import Slip
from desktop.interchange.sheets import look_at
from desktop.letters.authority import Capacity
from desktop.letters.endorsing_wishes import Order
from desktop.letters.model import Citation, Enclosure, EnclosureKind, Kind, Urgency
from desktop.letters.route_model import Part, Purpose
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import Clock, utc_text
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.office.series import INCOMING, RECEIPTS
from desktop.outgoing.model import Level
from desktop.store.desk import Desk
from tests.helpers import tray
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, person, set_biller, staff_id, unit_id
from tests.helpers.letters import document, fill, register, samples
from tests.helpers.mails import archive, attachment, bring_paths, mail, pdf, text_part
from tests.helpers.outgoing import LETTER, MEMO, approved
from tests.helpers.sheets import csv_file, many, plan
from tests.helpers.voiding import cancel

CLK, ENG, FIN, HLT = (unit_id(code) for code in ("CLK", "ENG", "FIN", "HLT"))
REGISTERS = (
    INCOMING_SERIES, "letters.outgoing/central", "letters.circular/central", "letters.order", "letters.announcement",
    "letters.memo/central", f"letters.incoming/{CLK.hex()}", f"letters.memo/{CLK.hex()}",
)  # fmt: skip
LONG = "การเตรียมความพร้อมป้องกันและแก้ไขปัญหาไฟป่า หมอกควัน และฝุ่นละอองขนาดเล็ก (PM ๒.๕) ประจำปีงบประมาณ พ.ศ. ๒๕๗๐"
NOTE = "เห็นควรมอบกองช่างและกองสาธารณสุขและสิ่งแวดล้อมตรวจสอบพื้นที่ร่วมกัน แล้วรายงานผลให้ทราบภายในวันศุกร์"
_BOOK = "INSERT INTO number_book VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)"
_WRONG = [
    ("รอเลข", "3/1/2568", "-", "", "อำเภอ", "นายก", "เลขไม่ชัด", "", ""),
    (5, "31/2/2568", "-", "", "อำเภอ", "นายก", "วันไม่มี", "", ""),
    (7, "3/1/2568", "-", "", "อำเภอ", "นายก", "", "", ""),
    (9, "3/1/2568", "มท 0808.2/12", "", "อำเภอเมืองเชียงใหม่", "นายก", "ใบที่อ่านได้", "", ""),
]


class Furniture:
    """What stands on the desk, by name: ids of letters and drafts, paths of files."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.desk = make_desk(
            folder / "desk",
            clock=clock,
            registers=REGISTERS,
            receipts_left=12,
            bills_left=20,
            next_case=1,
            certificates=("certificates.FOOD",),
        )
        set_biller(self.desk)
        self.office = Office(self.desk, lambda login, password: staff_id(login) if password == "เห็นแล้ว" else b"")
        _chain(self.desk)
        for login in ("kanda", "wichai"):
            self.office.briefing(person(self.office, login)).begin()
        fill(self.office, 12, routed=5, pages=False)
        self.worst = _worst(self.office)
        self.circular = _circular(self.office)
        self.held, self.asked = _with_the_engineers(self.office)
        self.cancelled = register(self.office, 4, with_pages=False).id
        self.office.keeping(person(self.office)).cancel(self.cancelled, "ลงทะเบียนผิดฉบับ")
        _watch_and_order(self.office, self.worst)
        self.draft, self.reviewed, self.approved, self.signed = _drafts(self.office)
        self.receipt = _money(self.office)
        _books(self.desk)
        _archive(self.office)
        _arrivals(self.office, folder)
        self.sheet = csv_file(folder / "ทะเบียนรับ 2568.csv", "cp874", _WRONG)
        _old_register(self.office, csv_file(folder / "ทะเบียนรับ 2567.csv", "utf-8", many(3)))
        tray.fill(self.office, 5)

    def close(self) -> None:
        self.desk.close()


def _chain(desk: Desk) -> None:
    """ผอ.กองช่าง below ปลัด, who is kanda here, below นายก."""
    rows = (
        (b"M" * 16, "MAYOR", "นายกเทศมนตรี", 7, CLK, None, staff_id("somchai")),
        (b"P" * 16, "PALAD", "ปลัดเทศบาล", 5, CLK, b"M" * 16, staff_id("kanda")),
        (b"E" * 16, "ENGHEAD", "ผู้อำนวยการกองช่าง", 3, ENG, b"P" * 16, staff_id("wichai")),
    )
    for id_, code, name, *rest in rows:
        values = (OFFICE_ID, id_, 1, code, name, code, *rest, None)
        desk.settle(f"INSERT INTO chain_post VALUES ({', '.join('?' * len(values))})", values)


def _worst(office: Office) -> Id:
    """A letter with everything at once: it must still fit its page."""
    who = person(office)
    wanted = replace(
        samples()[2].registration,
        subject=LONG,
        book_number="มท 0808.2/ว 4512",
        kind=Kind.CIRCULAR,
        urgency=Urgency.MOST_URGENT,
        due_date=date(2026, 11, 16),
        urgent_deadline=datetime(2026, 11, 13, 9, 30, tzinfo=UTC),
        remarks="โทรแจ้งกองช่างแล้วเมื่อเช้า",
        enclosures=(Enclosure("แบบรายงานผลการดำเนินงาน", 2, EnclosureKind.SET), Enclosure("รายชื่อผู้เข้าร่วม")),
        citations=(Citation("หนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๓/๒๙๐๑", date(2026, 10, 1)), Citation("มท 0808.2/77")),
    )
    letter_id = office.letters(who).register(wanted, (document(2, 4), document(3, 2))).id
    keeping = office.keeping(who)
    keeping.register_again(letter_id)
    keeping.lend(letter_id, "นายวิชัย โยธาเทียม", due=date(2026, 11, 9))
    for login, words in (("kanda", NOTE), ("wichai", "รับทราบ จะดำเนินการ"), ("somchai", "- ทราบ\n- ดำเนินการตามเสนอ")):
        office.letters(person(office, login)).endorse(letter_id, words)
    parts = (Part(ENG, Purpose.ACTION, due=date(2026, 11, 13)), Part(HLT, Purpose.COPY))
    office.routes(who).send(letter_id, ((parts[0],), (parts[1], Part(FIN))), note="โปรดตรวจพื้นที่และรายงานภายในวันศุกร์")
    office.archive(who).hold(letter_id, "มีคดีในศาลปกครอง")
    return letter_id


def _circular(office: Office) -> Id:
    letter_id = register(office, 1, with_pages=False).id
    units = [unit for unit in office.account_queries.units() if unit.id != CLK]
    parts = tuple(Part(unit.id, Purpose.COPY, wants_ack=True) for unit in units)
    routes = office.routes(person(office)).send(letter_id, (parts,))
    office.watching(person(office, "piyada")).acknowledge(routes[[unit.code for unit in units].index("FIN")])
    return letter_id


def _with_the_engineers(office: Office) -> tuple[Id, Id]:
    """One that wichai holds, and one that is asked back from him."""
    found: list[Id] = []
    for place in (5, 6):
        letter_id = register(office, place, with_pages=False).id
        (route,) = office.routes(person(office)).send(letter_id, ((Part(ENG, due=date(2026, 11, 10)),),))
        office.letters(person(office, "wichai")).receive(route)
        found.append(letter_id)
    office.routes(person(office)).ask_back(route, "ส่งผิดหน่วยงาน")
    return found[0], found[1]


def _watch_and_order(office: Office, letter_id: Id) -> None:
    kanda = person(office)
    watching = office.watching(kanda)
    watching.follow(letter_id)
    watching.define_template(
        "เวียนทุกกองแล้วเสนอปลัด", ((Part(ENG), Part(FIN)), (Part(CLK, Purpose.ACTION, b"P" * 16),)), unit_id=None
    )
    order = Order(
        "310/2569", date(2026, 11, 10), Capacity.ACTING, "นายกเทศมนตรี", date(2026, 11, 11), date(2026, 11, 20),
        to_id=staff_id("wichai"), holder_id=staff_id("somchai"), powers="เฉพาะหนังสือภายนอก",
    )  # fmt: skip
    office.endorsing(kanda).delegate(order)


def _drafts(office: Office) -> tuple[Id, Id, Id, Id]:
    """One that is written, one under review by wichai, one approved, one signed and waiting to be sent."""
    kanda, wichai = person(office), person(office, "wichai")
    writing = office.outgoing.drafts(kanda)
    draft = writing.start(
        LETTER.template, content=replace(LETTER, urgency=Urgency.URGENT, address="ศาลากลางจังหวัดเชียงใหม่")
    )
    reviewed = writing.start(MEMO.template, content=MEMO)
    found = office.outgoing.queries.draft(reviewed)
    assert found is not None
    writing.ask(reviewed, found.current.id, MEMO, wichai, "โปรดดูย่อหน้าที่สอง")
    waiting = approved(office, replace(LETTER, subject="ขอความอนุเคราะห์วิทยากร"))
    signed = approved(office, replace(LETTER, subject="ส่งสำเนารายงานการประชุม", address="ศาลากลางจังหวัดเชียงใหม่"))
    office.outgoing.signing(kanda).sign(signed.id, signed.current.id, Level.WET)
    return draft, reviewed, waiting.id, signed.id


def _money(office: Office) -> Id:
    cashier = office.cashier(person(office, "piyada"))
    first = cashier.issue(Payment("นายบุญมี ใจคำ", (Charge(fees()[0], 3),)))
    cashier.issue(Payment("นางคำแปง แสนสุขสวัสดิ์วัฒนา", (Charge(fees()[1], 1),)))
    cancel(office, first.id, "พิมพ์จำนวนผิด")
    _bills(office)
    return first.id


def _bills(office: Office) -> None:
    """One that is owed, one whose transfer is waited for, one that is paid, one that is overdue."""
    who = person(office, "piyada")
    billing, paying = office.bills.billing(who), office.bills.paying(who)
    day = local_date(office.clock.now())
    names = ("นายบุญมี ใจคำ", "ร้านอาหารครัวแม่เหียะ", "นางคำแปง แสนสุขสวัสดิ์วัฒนา", "บริษัท ตัวอย่างดี จำกัด")
    made = [
        billing.make(BillDraft(name, (Charge(fees()[0], 3), Charge(fees()[1], 1)), day + timedelta(days=30)))
        for name in names
    ]
    paying.hold(made[1].id, Slip("006", "0000000000DEMO"))
    paying.pay(made[2].id)
    lines = (
        StatementLine(3, day, 480_00, f"BILL PAYMENT {made[1].reference}"),
        StatementLine(4, day, 480_00, f"BILL PAYMENT {made[2].reference}"),
        StatementLine(5, day, 123_00, "โอนจาก X1234 นายไม่ทราบชื่อ"),
    )
    office.bills.statements(who).take(Statement("00" * 32, "statement.csv", lines))
    late = (made[3].id, (day - timedelta(days=12)).isoformat())
    office.desk.settle("UPDATE bill SET due_on = ?2 WHERE id = ?1", late)


def _books(desk: Desk) -> None:
    at, me, lost = utc_text(MORNING), desk.identity.device_id, bytes(15) + b"\x07"
    for bucket in ("finance/normal", "registry/normal"):
        desk.settle("INSERT INTO cursor VALUES (?, 1, 0, '0', 1)", (bucket,))
    for key, place in (
        (b"a", (RECEIPTS, 2570, 9, 1, 401, 450, lost, "C9", "suspense", at)),
        (b"b", (RECEIPTS, 2570, 10, 1, 451, 500, me, "C1", "leased", at)),
        (b"c", (INCOMING, 2569, 0, 2, 4824, 4923, me, "C1", "leased", at)),
        (b"paper", ("receipts.paper/12", 2570, 12, 1, 1, 10, me, "C1", "leased", at)),
    ):
        desk.settle(_BOOK, (OFFICE_ID, key.rjust(16), *place))


def _archive(office: Office) -> None:
    """Letters of years ago, some on a list of what is to be destroyed."""
    act, kanda = office.letters(person(office)), person(office)
    old = [act.register(replace(samples()[place].registration, due_date=None)).id for place in range(6)]
    at = "2014-06-01T03:00:00.000000Z"
    for letter_id in old:
        sql = "UPDATE letter SET year_be = 2557, acted_at = ?, received_at = ?, channel = 'paper' WHERE id = ?"
        office.desk.settle(sql, (at, at, letter_id))
    archive = office.archive(kanda)
    archive.hold(old[0], "สตง. ขอตรวจ")
    list_id = archive.open_list(2568, "บัญชีหนังสือขอทำลาย ประจำปี 2568", None)
    due = office.archive_queries.expired(2568, None, date(2026, 11, 11))
    archive.put_on_list(list_id, due)


def _old_register(office: Office, path: Path) -> None:
    """One that was entered, and may be withdrawn."""
    sheet = plan(look_at(path), "ทะเบียนรับ 2567")
    today, imports, stop = date(2026, 11, 11), office.register_imports, Event()
    tried = imports.try_out(sheet, today, _nobody_looks, stop)
    imports.run(sheet, tried, today, office.past_letters(person(office)), _nobody_looks, stop)


def _nobody_looks(done: int, total: int) -> None:
    """Nobody looks at the progress."""


def _arrivals(office: Office, folder: Path) -> None:
    sheet = attachment('attachment; filename="ตาราง.xlsx"', b"no page", "application/vnd.ms-excel")
    message = mail([text_part(), attachment('attachment; filename="หนังสือ.pdf"', pdf(2)), sheet])
    files = {"นำส่ง.eml": message, "หนังสือหลายฉบับ.zip": archive({"a.pdf": pdf(1), "b.pdf": pdf(2)})}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    brought = bring_paths(office, *(folder / name for name in files))
    assert not brought.failures
    office.arrivals(person(office)).put_away(brought.arrivals[-1])
