"""A desk whose tray has something of every kind in it: real acts, and the centre's word on them put in by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.application import Office
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.merge import registration_of
from desktop.letters.model import Registered
from desktop.office.clock import utc_text
from desktop.office.ids import Id
from desktop.store import outbox
from tests.helpers.desk import person, staff_id, unit_id
from tests.helpers.letters import register


def said(office: Office, status: str, code: str, **data: Any) -> None:
    """The centre's word on the last act of this desk."""
    row = office.desk.reader.one("SELECT max(mseq) FROM outbox")
    assert row
    office.desk.write(lambda unit: outbox.settle(unit, row[0], status, 0, code, data), pulled=True)


def amended_twice(office: Office, place: int = 0) -> Id:
    """A letter whose subject and due date somebody else changed first."""
    letter_id = register(office, place, with_pages=False).id
    letter = office.letter_queries.letter(letter_id)
    assert letter
    seen = registration_of(letter)
    wanted = replace(seen, subject=f"{seen.subject} (ฉบับแก้ไข)", remarks="นำเข้าที่ประชุม")
    office.letters(person(office)).amend(letter_id, seen, wanted)
    said(office, "flagged", "letters.amended_twice", letter_id=letter_id.hex(), fields=["subject", "remarks"])
    theirs = {"subject": f"ด่วน: {seen.subject}", "remarks": "โทรแจ้งกองช่างแล้ว"}
    office.desk.settle("DELETE FROM letter_amendment WHERE letter_id = ?", (letter_id,))
    office.desk.settle("UPDATE letter SET subject = ?, remarks = ? WHERE id = ?", (*theirs.values(), letter_id))
    for name, value in theirs.items():
        line = (office.desk.ids.new(), letter_id, name, getattr(seen, name), value, staff_id("wichai"))
        sql = "INSERT INTO letter_amendment SELECT office_id, ?, 1, ?, ?, ?, ?, ?, 'นายวิชัย โยธาเทียม', ? FROM device"
        office.desk.settle(sql, (*line, utc_text(office.clock.now())))
    return letter_id


def routed_late(office: Office, place: int = 1) -> Registered:
    letter = register(office, place, with_pages=False)
    office.letters(person(office)).route(letter.id, [unit_id("ENG")], note="โปรดดำเนินการ")
    route = {"letter_id": letter.id.hex(), "unit_id": unit_id("ENG").hex(), "sent_by": staff_id("somchai").hex()}
    route |= {"state": "received", "sent_at": utc_text(office.clock.now()), "received_by": staff_id("wichai").hex()}
    route["received_at"] = utc_text(office.clock.now())
    said(office, "rejected", "letters.already_routed", letter_id=letter.id.hex(), routes=[route])
    return letter


def numbered_twice(office: Office) -> Id:
    receipt = office.cashier(person(office, "piyada")).issue(Payment("นายบุญมี ใจคำ", (Charge(fees()[0], 2),)))
    said(office, "flagged", "number.taken", series="receipts", year_be=2570, n=receipt.number)
    return receipt.id


def registered_twice(office: Office, place: int = 2) -> Registered:
    first = register(office, place, with_pages=False)
    again = register(office, place, with_pages=False)
    same = {"letter_id": again.id.hex(), "other_id": first.id.hex()}
    said(office, "flagged", "letters.seems_twice", number=first.number, year_be=first.year_be, **same)
    return again


def recalled_by_nobody(office: Office, place: int = 3) -> Registered:
    """An intent that the centre refused for its doer: it can be done again."""
    letter = register(office, place, with_pages=False)
    office.letters(person(office)).route(letter.id, [unit_id("HLT")])
    said(office, "rejected", "user_unknown", user_id="00" * 16)
    return letter


EVERY: tuple[Callable[[Office], object], ...] = (
    amended_twice,
    routed_late,
    numbered_twice,
    registered_twice,
    recalled_by_nobody,
)


def fill(office: Office, count: int) -> None:
    """So many items, of every kind in turn, a quarter of an hour apart."""
    for place in range(count):
        EVERY[place % len(EVERY)](office)
