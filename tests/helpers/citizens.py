"""Citizens for tests: numbers whose last digit fits, the office's code, people by the thousand."""

import random
from collections.abc import Iterable

from desktop.office.national_id import check_digit
from desktop.people.model import PERSON_PARTS, Address, Entry
from desktop.people.numbers import PeopleKey
from desktop.people.rules import made_id, person_words
from desktop.store import notes
from desktop.store.desk import Desk

CODE = "ABCD-EFGH-JKLM-NPQR-STUV"
_MADE = PeopleKey.of_code(CODE)
assert _MADE is not None
CODE_KEY = _MADE
BUNMI = Entry(
    title="นาย",
    given="บุญมี",
    family="ใจคำ",
    phone="0812345678",
    address=Address("91/1", "2", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่"),
)
GIVEN = ("สมหมาย", "สมหญิง", "บุญมา", "คำแปง", "วิชัย", "อนงค์", "ประเสริฐ", "จันทร์ดี", "มาลี", "สุรชัย", "แสงเดือน", "ก้องภพ")
FAMILY = ("ใจดี", "ทดสอบดี", "ตัวอย่างงาม", "สาธิตวงศ์", "ลองเรือง", "เทียมจันทร์", "สมมุติกุล", "จำลองเดช")


def numbered(which: int) -> str:
    """A number that is nobody's, with a last digit that fits."""
    first = f"{350100023450 + which}"
    return first + str(check_digit(first))


def give_key(desk: Desk) -> None:
    """The office's code was typed in at this desk."""
    desk.settle(notes.PUT, (notes.PEOPLE_KEY, CODE_KEY.secret))


def many(desk: Desk, count: int, seed: int = 1) -> None:
    """So many citizens at once, as the post would have brought them."""
    device, rng = desk.identity, random.Random(seed)
    places = ", ".join("?" * (len(PERSON_PARTS) + 12))
    rows = (_row(device.office_id, device.device_id, number, rng) for number in range(count))
    desk.writer.run(lambda: _put(desk, f"INSERT INTO person VALUES ({places})", rows))


def _row(office: int, device: bytes, number: int, rng: random.Random) -> tuple[object, ...]:
    given, family = rng.choice(GIVEN), f"{rng.choice(FAMILY)}{rng.choice(('', 'ชัย', 'พร', 'ทอง'))}"
    phone, house = f"08{rng.randrange(10**8):08}", f"{rng.randrange(1, 999)}/{rng.randrange(1, 40)}"
    known = {"kind": "natural", "title": "นาย", "given": given, "family": family, "phone": phone, "house_no": house}
    parts = dict.fromkeys(PERSON_PARTS) | known | {"moo": "2", "tambon": "แม่เหียะ"}
    plain, kind = numbered(number), Entry().number_kind
    hashed, sealed = CODE_KEY.hash_of(plain, kind), "sealed" * 8
    own = (made_id("many", str(number)), 1, *parts.values(), kind.value, hashed, sealed, person_words(parts))
    return (office, *own, "pdpa.24.4", None, "2026-11-11T02:14:00.000000Z", bytes(16), device)


def _put(desk: Desk, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
    with desk.engine.begin() as connection:
        connection.connection.driver_connection.executemany(statement, rows)  # type: ignore[union-attr]
