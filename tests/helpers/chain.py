"""A small chain of three posts with four people, and the orders by which some act for others."""

from dataclasses import replace
from datetime import UTC, date, datetime

from desktop.accounts.model import Person, Post, Role, Unit
from desktop.letters.authority import Capacity, Delegation
from desktop.office.ids import Id

DAY = datetime(2026, 1, 14, 5, tzinfo=UTC)
"""14 January 2569, noon in Thailand."""
CLK, ENG = (Unit(code.encode().rjust(16), code, code, code, code) for code in ("CLK", "ENG"))


def key(name: str) -> Id:
    return name.encode().rjust(16)


def person(name: str, position: str, unit: Unit = CLK) -> Person:
    return Person(key(name), name, name, name, position, position, unit, Role.EXECUTIVE)


MAYOR, CLERK = person("สมชาย", "นายกเทศมนตรี"), person("จำลอง", "ปลัดเทศบาล")
DEPUTY, ENGINEER = person("นิภา", "รองปลัดเทศบาล"), person("วิชัย", "ผู้อำนวยการกองช่าง", ENG)
PEOPLE = (MAYOR, CLERK, DEPUTY, ENGINEER)
POSTS = (
    Post(key("p4"), "DEPPALAD", "รองปลัดเทศบาล", "", 4, CLK.id, key("p5"), DEPUTY.id, "นิภา"),
    Post(key("p5"), "PALAD", "ปลัดเทศบาล", "", 5, CLK.id, key("p7"), CLERK.id, "จำลอง"),
    Post(key("p7"), "MAYOR", "นายกเทศมนตรี", "", 7, CLK.id, None, MAYOR.id, "สมชาย"),
)
PALAD, TOP = POSTS[1], POSTS[2]


def order(capacity: Capacity, position: str, to: Person, **more: object) -> Delegation:
    """From 13 to 16 January 2569."""
    days = (date(2026, 1, 13), date(2026, 1, 16))
    made = Delegation(key("order"), "๑๒/๒๕๖๙", date(2026, 1, 12), capacity, position, *days, to_id=to.id)
    return replace(made, **more)  # type: ignore[arg-type]


ACTS = order(Capacity.ACTING, "ปลัดเทศบาล", DEPUTY)
GIVEN = order(Capacity.DELEGATED, "นายกเทศมนตรี", DEPUTY, id=key("given"))
_JUNE = date(2025, 6, 1)
TO_THE_POST = Delegation(
    key("old"), "๔๕๐/๒๕๖๘", _JUNE, Capacity.DELEGATED, "นายกเทศมนตรี", _JUNE, to_position="ปลัดเทศบาล"
)
