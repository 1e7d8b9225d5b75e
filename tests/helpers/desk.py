"""A real desk in a folder, enrolled without a centre: identity, leases, units and people put in by plain SQL."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from desktop.accounts.model import Person, Session
from desktop.application import Office
from desktop.cashier.rules import SERIES as RECEIPTS
from desktop.catalogue import catalogue
from desktop.letters.rules import INCOMING_SERIES as LETTERS
from desktop.office.clock import Clock, ManualClock, utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.proof import GENESIS
from desktop.office.series import BILLS, year_of
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.stores import lay_out

OFFICE_ID = 500109
MORNING = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
"""Wednesday 11 November 2569, 09:14 in Thailand."""

UNITS = (
    ("CLK", "สำนักปลัดเทศบาล", "Office of the Municipal Clerk", "สป."),
    ("FIN", "กองคลัง", "Finance Division", "คลัง"),
    ("ENG", "กองช่าง", "Engineering Division", "ช่าง"),
    ("HLT", "กองสาธารณสุขและสิ่งแวดล้อม", "Public Health and Environment Division", "สธ."),
    ("EDU", "กองการศึกษา", "Education Division", "ศึกษา"),
    ("STR", "กองยุทธศาสตร์และงบประมาณ", "Strategy and Budget Division", "ยุทธ"),
    ("WEL", "กองสวัสดิการสังคม", "Social Welfare Division", "สวัสดิการ"),
    ("AUD", "หน่วยตรวจสอบภายใน", "Internal Audit Unit", "ตสน."),
)
"""Code, Thai name, English name, short name; the codes name units in `unit_id`."""

PEOPLE = (
    ("kanda", "นางสาวกานดา สาธิตวงศ์", "Kanda Satitwong", "เจ้าพนักงานธุรการ", "Clerk", "CLK", "registrar"),
    ("piyada", "นางสาวปิยะดา ลองรับเงิน", "Piyada Long", "เจ้าพนักงานการเงินและบัญชี", "Finance Officer", "FIN", "cashier"),
    ("wichai", "นายวิชัย โยธาเทียม", "Wichai Yothathiam", "ผู้อำนวยการกองช่าง", "Director of Engineering", "ENG", "head"),
    ("somchai", "นายสมชาย ตัวอย่างดี", "Somchai Tuayangdee", "นายกเทศมนตรี", "Mayor", "CLK", "executive"),
)


def unit_id(code: str) -> Id:
    return code.encode().rjust(16, b"\x01")


def staff_id(login: str) -> Id:
    return login.encode().rjust(16, b"\x02")


def make_desk(
    folder: Path,
    *,
    clock: Clock | None = None,
    keys: DeskKeys | None = None,
    registers: Iterable[str] = (LETTERS,),
    next_letter: int = 4824,
    next_receipt: int = 451,
    receipts_left: int = 50,
    next_case: int | None = None,
    bills_left: int = 0,
    certificates: Iterable[str] = (),
) -> Desk:
    """A new desk C1 with its office, units and people, a lease of 500 letter numbers and one book of receipts.

    `next_case`: with a hundred numbers for what citizens ask, from here on; `certificates`: series of which it has the
    first book of this year and the next.
    """
    clock, keys = clock or ManualClock(MORNING), keys or DeskKeys(os.urandom(32))
    lay_out(folder, keys)
    desk = Desk(folder, keys, clock, catalogue)
    _enrol(desk, (*registers, *certificates))
    for series in set(registers) - {LETTERS}:
        _lease(desk, series, 2569, 0, 1, 100)
    _lease(desk, LETTERS, 2569, 0, next_letter, next_letter + 499)
    _lease(desk, RECEIPTS, 2570, 1, next_receipt, next_receipt + receipts_left - 1)
    if next_case is not None:
        _lease(desk, "cases.OSS/C1", 2570, 0, next_case, next_case + 99)
        _lease(desk, "cases.OSS/C1", 2569, 0, next_case, next_case + 99)
    for series in certificates:
        this_year = year_of(series, desk.clock.now())
        for year in (this_year, this_year + 1):
            _lease(desk, series, year, 1, 1, 50)
    if bills_left:
        _lease(desk, BILLS, 2569, 1, 1, bills_left)
        _lease(desk, BILLS, 2570, 1, 1, bills_left)
    _people_the_office(desk)
    return desk


def set_biller(desk: Desk, biller_id: str = "099999999999100") -> None:
    """Bills are paid into this account from the beginning."""
    values = (OFFICE_ID, b"\x04" * 16, "2026-01-01", biller_id, "MAE HIA DEMO", "ธ.กรุงไทย", utc_text(desk.clock.now()))
    desk.settle("INSERT INTO biller VALUES (?, ?, 1, ?, ?, ?, ?, ?)", values)


def make_office(desk: Desk) -> Office:
    """The office on a desk that never reaches its centre."""
    return Office(desk, _no_line)


def person(office: Office, login: str = "kanda") -> Person:
    return office.account_queries.person(login)


def session(office: Office, login: str = "kanda") -> Session:
    profile = office.account_queries.office()
    assert profile is not None
    identity = office.desk.identity
    return Session(person(office, login), profile, identity.counter, identity.registers)


def arrived(desk: Desk) -> None:
    """Everything done so far has reached the centre: nothing waits in the outbox any more."""
    desk.settle("UPDATE outbox SET state = 'applied', eff_oseq = mseq WHERE state = 'pending'", ())
    desk.settle("DELETE FROM touch", ())
    desk.settle("UPDATE blob SET state = 'stored'", ())


def _no_line(login: str, password: str) -> Id:
    raise OfficeError("post.no_line")


def _enrol(desk: Desk, registers: tuple[str, ...]) -> None:
    who = (desk.ids.new(), OFFICE_ID, "C1", "\n".join(registers), b"epoch")
    values = (*who, 0, GENESIS, "C1", utc_text(desk.clock.now()))
    desk.settle("INSERT INTO device VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _lease(desk: Desk, series: str, year_be: int, book_no: int, low: int, high: int) -> None:
    values = (desk.ids.new(), series, year_be, book_no, 1, low, high, low, None, desk.identity.device_id)
    desk.settle("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", values)


def _people_the_office(desk: Desk) -> None:
    profile = ("เทศบาลเมืองแม่เหียะ (สาธิต)", "Mae Hia Town Municipality (demo)", "๑ หมู่ ๑๐ ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่")
    more = ("เชียงใหม่", "0 5300 0000", "0999999999991", "ชม ๕๒๓๐๑")
    desk.settle("INSERT INTO office VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)", (OFFICE_ID, b"\x03" * 16, *profile, *more))
    for code, *names in UNITS:
        unit = (OFFICE_ID, unit_id(code), code, *names)
        desk.settle("INSERT INTO unit VALUES (?, ?, 1, ?, ?, ?, ?, NULL, NULL, NULL)", unit)
    for login, *words, code, role in PEOPLE:
        staff = (OFFICE_ID, staff_id(login), login, *words, unit_id(code), role)
        desk.settle("INSERT INTO staff VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 1, NULL)", staff)
