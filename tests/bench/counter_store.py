"""A service centre's desk after years: receipts of three counters, bills, shifts, sheets, cases, citizens and houses.

`build(1_000_000, 1825)` is five years of it; `build(548, 1)` the first day of the same office.
"""

import random
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.cashier.bill_rules import SERIES as BILLS
from desktop.cashier.bill_rules import reference_of
from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.catalogue import catalogue
from desktop.office.clock import utc_text
from desktop.office.dates import fiscal_year_be, local_date
from desktop.office.ids import Id
from desktop.office.tables import ROOMS
from desktop.office.thai import normalise
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from desktop.store.sheet_tables import print_run as print_run
from desktop.store.tables import DESK
from tests.bench.many_letters import _subject
from tests.bench.stores import home_of, secret_of
from tests.helpers.citizens import give_key, many
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, set_biller, staff_id, unit_id

COUNTERS = ("C1", "C2", "C3")
"""The first is this desk's own."""
EACH = 50
"""Receipts to one citizen of the register."""
TOWN = 100
"""So many citizens at least are known; those without receipts have not been there yet."""
ARREARS = 100
"""Bills that the office brought with it, long overdue: a first day has lists as long as a screen, too."""
ON_THE_SPOT, OWED, VOIDED, CASES, PAPERS = 5, 20, 200, 100, 400
"""Every fifth receipt is for no bill; to twenty bills that are paid stands one that is not; one of two hundred is
cancelled; to so many receipts stands a case, and a certificate."""
SATANG = 30_00
_PERSON_IDS = "SELECT id, title || given || ' ' || family, house_no FROM person ORDER BY id LIMIT ?"
_CALLED = "UPDATE person SET words = replace(words, family, ?1), family = ?1 WHERE office_id = ?2 AND id = ?3"
_SYLLABLES = ("ศรี", "บุญ", "ทอง", "แก้ว", "วงศ์", "สุข", "เจริญ", "มณี", "ธรรม", "ชัย", "รัตน์", "พงษ์")
_AT_ONCE = 20_000
_PAST = (1_600_000_000_000 << 80).to_bytes(16)


@dataclass
class Filling:
    """Where the numbers stand while the years go by. `waiting`: rows that are not yet written, by table."""

    device: Id
    people: Sequence[tuple[Id, str, str]]
    chance: random.Random
    waiting: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    acts: dict[str, int] = field(default_factory=dict)
    made: int = 0

    def id(self) -> Id:
        """Another id, later than all before."""
        self.made += 1
        return (int.from_bytes(_PAST) + (self.made << 64)).to_bytes(16)

    def add(self, table: str, *values: Any, id_: Id | None = None) -> Id:
        """A row that travels."""
        own = id_ or self.id()
        self.waiting.setdefault(table, []).append((OFFICE_ID, own, 1, *values))
        return own

    def next(self, series: str, year: int) -> int:
        self.numbers[series, year] = self.numbers.get((series, year), 0) + 1
        return self.numbers[series, year]

    def act(self, counter: str) -> int:
        """The place of the next act in the chain of a counter's desk."""
        self.acts[counter] = self.acts.get(counter, 0) + 1
        return self.acts[counter]

    def desk_of(self, counter: str) -> Id:
        return self.device if counter == COUNTERS[0] else counter.encode().rjust(16, b"\x05")


def build(receipts: int, days: int) -> Path:
    """The folder of the desk; made once a machine."""
    folder = home_of(f"{receipts}-receipts")
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        begun = time.perf_counter()
        fill(folder, receipts, days)
        (folder / "complete").write_text(f"{time.perf_counter() - begun}", "ascii")
    return folder


def fill(folder: Path, receipts: int, days: int) -> None:
    """Makes the desk in a folder that has none."""
    catalogue()  # brings the tables
    desk = make_desk(folder, keys=DeskKeys(secret_of(folder)), bills_left=50, next_case=900_001, next_receipt=900_001)
    set_biller(desk)
    give_key(desk)
    many(desk, max(TOWN, receipts // EACH))
    device = desk.identity.device_id
    desk.close()
    with closing(connect(folder / "desk.db", DeskKeys(secret_of(folder)).database)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        ids = connection.execute("SELECT id FROM person ORDER BY id").fetchall()
        connection.executemany(_CALLED, [(_family(place), OFFICE_ID, person) for place, (person,) in enumerate(ids)])
        filling = Filling(
            device, connection.execute(_PERSON_IDS, (max(1, receipts // EACH),)).fetchall(), random.Random(7)
        )
        _houses(filling)
        _arrears(filling)
        for day in range(days):
            low, high = receipts * day // days, receipts * (day + 1) // days
            _day(filling, range(low, high), MORNING - timedelta(days=days - 1 - day), is_today=day == days - 1)
            if sum(map(len, filling.waiting.values())) > _AT_ONCE:
                _write(connection, filling)
        _write(connection, filling)
        connection.execute("UPDATE device SET chain_mseq = ?", (filling.acts.get(COUNTERS[0], 0),))
        connection.execute("ANALYZE")


def _write(connection: Any, filling: Filling) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for name, rows in filling.waiting.items():
        table = ROOMS.tables[name] if name in ROOMS.tables else DESK.tables[name]
        known = list(_named(table))[: len(rows[0])]  # what later versions added stays empty
        marks = ", ".join("?" * len(known))
        connection.executemany(f"INSERT INTO {name} ({', '.join(known)}) VALUES ({marks})", rows)
    connection.execute("COMMIT")
    filling.waiting.clear()


def _named(table: Any) -> Iterator[str]:
    return (f'"{name}"' for name in table.c.keys())  # noqa: SIM118 - a collection of columns, no dict


def _houses(filling: Filling) -> None:
    """Each citizen lives in a house and pays for its waste."""
    at, piyada = utc_text(MORNING), staff_id("piyada")
    for number, (person, name, house_no) in enumerate(filling.people):
        where = (house_no, str(number % 10 + 1), None, None, None, "แม่เหียะ", "เมืองเชียงใหม่", "เชียงใหม่", None)
        words = normalise(f"{house_no} {number % 10 + 1} แม่เหียะ")
        house = _house_id(person)
        filling.add("house", "", "", "", "", *where, words, None, at, piyada, filling.device, id_=house)
        filling.add("house_tie", person, house, "owner", None)
        place = tuple(part or "" for part in where)
        filling.add("waste_account", house, *place, at, piyada, filling.device, id_=_account_id(person))
        said = (piyada, "ปิยะดา", at)
        filling.add("waste_term", _account_id(person), "payer", "2021-10", person, name, "", *[None] * 5, *said)
        filling.add(
            "waste_term", _account_id(person), "rate", "2021-10", *[None] * 3, "WASTE_HOUSE", *[None] * 4, *said
        )


def _arrears(filling: Filling) -> None:
    for n in range(ARREARS):
        day = date(2021, 1, 1) + timedelta(days=n)
        year, moment = fiscal_year_be(day), utc_text(MORNING.replace(year=2021, month=1, day=1) + timedelta(days=n))
        number = filling.next(BILLS, year)
        payer = f"นาย{_family(n)} {_family(n + 7)}"
        head = (BILLS, year, 1, number, reference_of(year, number), moment, _due(day), COUNTERS[0], payer, "แม่เหียะ")
        who = (staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน", "เจ้าพนักงาน")
        bill = filling.add("bill", *head, *[None] * 3, SATANG, "สามสิบบาทถ้วน", None, *who, filling.device, 0)
        line = ("WASTE", "1", "ค่าธรรมเนียมเก็บขยะมูลฝอย", 1, "เดือน", SATANG, SATANG, "")
        filling.add("bill_line", bill, 1, *line)
        _numbered(filling, BILLS, year, number, "bill", bill, filling.device, 0, moment)


def _family(place: int) -> str:
    """A surname of four syllables that no other citizen of so few has."""
    return "".join(_SYLLABLES[place // len(_SYLLABLES) ** power % len(_SYLLABLES)] for power in range(4))


def _house_id(person: Id) -> Id:
    return b"H" + person[1:]


def _account_id(person: Id) -> Id:
    return b"A" + person[1:]


def _day(filling: Filling, numbers: range, at: datetime, *, is_today: bool) -> None:
    """What three counters did on a day, and the remittance of each."""
    before = {counter: filling.acts.get(counter, 0) for counter in COUNTERS}
    opened = {counter: filling.act(counter) for counter in COUNTERS}
    for place, n in enumerate(numbers):
        _one(filling, n, at - timedelta(seconds=2 * (len(numbers) - place)))
    day = filling.id()
    for counter in COUNTERS:
        _shift(filling, counter, before[counter], opened[counter], at, None if is_today else day)
    if not is_today:
        who = (staff_id("wichai"), "นายวิชัย โยธาเทียม")
        filling.add("money_day", local_date(at).isoformat(), *who, utc_text(at), filling.device, id_=day)


def _one(filling: Filling, n: int, at: datetime) -> None:
    """A citizen pays: a bill made before, or a fee on the spot. Some owe, some ask for something, too."""
    counter = COUNTERS[n % len(COUNTERS)]
    person, name, house_no = filling.people[n % len(filling.people)]
    receipt = _receipt(filling, n, counter, name, at)
    if n % ON_THE_SPOT:
        bill = _bill(filling, n, person, name, house_no, at - timedelta(days=20))
        paid = (SATANG, counter, staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน", utc_text(at))
        payment = filling.add("bill_payment", bill, "cash", *paid, *[None] * 5, filling.desk_of(counter))
        filling.add("payment_receipt", payment, receipt)
    if n % OWED == 0:
        _bill(filling, n, person, name, house_no, at - timedelta(days=10))
    if n % CASES == 0:
        _case(filling, person, name, at)
    if n % PAPERS == 0:
        _paper(filling, person, name, at)


def _receipt(filling: Filling, n: int, counter: str, name: str, at: datetime) -> Id:
    year, moment, device = fiscal_year_be(local_date(at)), utc_text(at), filling.desk_of(counter)
    number, mseq = filling.next(RECEIPTS, year), filling.act(counter)
    who = (staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน", "เจ้าพนักงานการเงินและบัญชี")
    head = (RECEIPTS, year, number // 50 + 1, number, moment, counter, name, "แม่เหียะ", "cash", SATANG, "สามสิบบาทถ้วน")
    receipt = filling.add("receipt", *head, None, *who, device, mseq, None, None)
    filling.add("receipt_line", receipt, 1, "WASTE", "1", "ค่าธรรมเนียมเก็บขยะมูลฝอย", 1, "เดือน", SATANG, SATANG)
    _numbered(filling, RECEIPTS, year, number, "receipt", receipt, device, mseq, moment)
    if n % VOIDED == 0:
        why = ("ออกผิดราย", staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน", moment)
        filling.add("receipt_void", receipt, *why, device, filling.act(counter), *[None] * 5)
    if counter == COUNTERS[0]:
        filling.waiting.setdefault("kept_link", []).append((device, mseq, filling.chance.randbytes(32)))
        _sheet(filling, receipt, f"{year % 100:02}/{counter} {number:06}", moment)
    return receipt


def _sheet(filling: Filling, receipt: Id, label: str, moment: str) -> None:
    run, who = filling.id(), (staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน")
    asked = (run, "receipt", receipt, label, "counter", "A5", "A5", None, moment, *who, 1, "", moment)
    filling.waiting.setdefault("print_run", []).append(asked)
    sheet = (filling.id(), run, 0, "original", 1, 1, 0, 0, None, "out", "spooler", moment, None)
    filling.waiting.setdefault("print_sheet", []).append(sheet)


def _bill(filling: Filling, n: int, person: Id, name: str, house_no: str, at: datetime) -> Id:
    day, device = local_date(at), filling.device
    year, moment = fiscal_year_be(day), utc_text(at)
    number = filling.next(BILLS, year)
    head = (BILLS, year, number // 50 + 1, number, reference_of(year, number), moment, _due(day), COUNTERS[0], name)
    whose, who = (person, _house_id(person), None), (staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน", "เจ้าพนักงาน")
    sums = (SATANG, "สามสิบบาทถ้วน", None)
    bill = filling.add("bill", *head, f"บ้านเลขที่ {house_no}", *whose, *sums, *who, device, 0)
    line = (1, "WASTE", "1", "ค่าธรรมเนียมเก็บขยะมูลฝอย", 1, "เดือน", SATANG, SATANG, "")
    filling.add("bill_line", bill, *line)
    filling.add("bill_period", bill, _account_id(person), f"{day:%Y-%m}", n % 2, id_=bill)
    _numbered(filling, BILLS, year, number, "bill", bill, device, 0, moment)
    return bill


def _due(day: date) -> str:
    return (day + timedelta(days=30)).isoformat()


def _numbered(
    filling: Filling, series: str, year: int, number: int, entity: str, row: Id, device: Id, mseq: int, moment: str
) -> None:
    event = (OFFICE_ID, series, year, number, "issued", entity, row, device, mseq, moment, None)
    filling.waiting.setdefault("number_event", []).append(event)


def _case(filling: Filling, person: Id, name: str, at: datetime) -> None:
    year, moment, text = 2543 + at.year, utc_text(at), _subject(filling.chance)
    number, unit = filling.next("cases.OSS/C1", year), unit_id("ENG")
    head = (
        "cases.OSS/C1",
        year,
        number,
        "C1",
        "complaint",
        "1",
        text,
        "road",
        "counter",
        "หน้าบ้าน",
        "2",
        None,
        None,
        None,
    )
    intake = (unit_id("CLK"), "กานดา", filling.device)
    state = ("closed", "ended", unit, None, moment, normalise(f"{number} {text}"))
    case = filling.add("citizen_case", *head, "typed", moment, 0, 0, *intake, *state)
    filling.add("case_reporter", case, person, _house_id(person), name, "0812345678", "แม่เหียะ", normalise(name))


def _paper(filling: Filling, person: Id, name: str, at: datetime) -> None:
    year, day, moment = 2543 + at.year, local_date(at).isoformat(), utc_text(at)
    number = filling.next("certificates.FOOD", year)
    head = (
        "certificates.FOOD",
        year,
        1,
        number,
        "food_notification",
        "1",
        "first",
        None,
        "",
        name,
        "ร้านอาหาร",
        "แม่เหียะ",
        "{}",
    )
    whose = (person, _house_id(person), None, unit_id("HLT"), day, day, day, None, *[None] * 5)
    signed = ("นายสมชาย ตัวอย่างดี", "นายกเทศมนตรี", None, 1, "", "กานดา", staff_id("kanda"), "C1", filling.device, 0)
    filling.add("certificate", *head, *whose, *signed, moment, normalise(f"{number} {name}"), None)


def _shift(filling: Filling, counter: str, after: int, opened: int, at: datetime, day: Id | None) -> None:
    """Of one counter; closed, remitted and received where the day is over."""
    who, device, moment = (staff_id("piyada"), "นางสาวปิยะดา ลองรับเงิน"), filling.desk_of(counter), utc_text(at)
    begun = utc_text(at - timedelta(hours=1))
    shift = filling.add("shift", counter, after, "", *who, "เจ้าพนักงานการเงิน", begun, device, opened)
    if day is None:
        return
    counted = filling.add("shift_count", shift, "100000x5", *who, moment, device, filling.act(counter))
    closed = filling.act(counter)
    words = ("เงินขาด", None, "", *who, "เจ้าพนักงานการเงิน", "", "proof", moment, closed)
    filling.add("shift_close", shift, counted, *words)
    filling.add("shift_span", shift, device, after, closed)
    filling.add("remittance_received", shift, 500_000, "", *who, "เจ้าพนักงานการเงิน", moment)
    filling.add("money_day_slip", day, shift)
