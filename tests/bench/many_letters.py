"""A centre's office filled with many realistic letters in seconds, as if desks had registered them one after another.

    filled = fill(engine, office_id, 1_000_000)                     # letters only, in the registry's bucket
    filled = fill(engine, office_id, 50_000, routed_every=5, unit_id=unit)   # every fifth also routed to a unit

`engine` is the centre's (`sync.server.database.make_engine`), the office must exist. A second call goes
on with the numbers.
Everything the write function keeps is kept (feed entries of whole transactions, digests, number events), so a desk that
pulls it proves its buckets. About 20,000 letters a second.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, text

from desktop.letters.rules import INCOMING_SERIES
from desktop.office.ids import Id
from desktop.office.proof import DIGEST_MODULUS, row_hash
from sync.server.devices import CENTRE_ID
from sync.server.writing import open_gate

REGISTRY = "registry/normal"

SLICE = 50
"""Letters of one transaction of the feed, as the post office cuts them."""
_AT_ONCE = 10_000
_AT = "2026-11-11T02:14:00.000000Z"
_BORN_MS = 1_794_363_240_000
_LETTER = """
office_id, id, ver, register, year_be, number, received_at, channel, from_party, book_number, book_number_key,
letter_date, to_party, subject, urgency, secrecy, due_date, status, acted_at, stamp_page, stamp_x, stamp_y,
registered_by, device_id
"""
_ROUTING = "office_id, id, ver, letter_id, unit_id, purpose, state, sent_by, sent_at"
_EVENT = "office_id, series, year_be, n, status, entity, row_id, device_id, mseq, at"
_CHANGE = "office_id, bucket, entity, row_id, oseq, op, ver, tx_first"
_SUM = text("""
INSERT INTO bucket_state AS held (office_id, bucket, n_rows, digest) VALUES (:o, :bucket, :n, CAST(:sum AS numeric))
ON CONFLICT (office_id, bucket) DO UPDATE SET n_rows = held.n_rows + excluded.n_rows,
    digest = mod(held.digest + excluded.digest, 18446744073709551616)
""")
_COUNT = text("UPDATE office_head SET head = head + :n WHERE office_id = :o RETURNING head")
_LAST = text("SELECT coalesce(max(number), 0) FROM letter WHERE office_id = :o AND year_be = :y")

_VOCABULARY = """
ขออนุมัติ ขอความอนุเคราะห์ แจ้งเวียน รายงานผล ขอเชิญประชุม ขอส่ง แจ้งผลการพิจารณา ตอบข้อหารือ ขออนุญาต ประกาศ เบิกจ่าย ติดตาม
เร่งรัด ซักซ้อมแนวทาง ทบทวน

โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก งบประมาณรายจ่ายประจำปี เงินอุดหนุนทั่วไป การจัดซื้อจัดจ้าง ครุภัณฑ์คอมพิวเตอร์
การป้องกันและบรรเทาสาธารณภัย ภาษีที่ดินและสิ่งปลูกสร้าง ทะเบียนราษฎร สวัสดิการผู้สูงอายุ เบี้ยยังชีพผู้พิการ
ศูนย์พัฒนาเด็กเล็ก อาหารกลางวันนักเรียน ขยะมูลฝอย น้ำประปา ไฟฟ้าสาธารณะ ระบบสารบรรณอิเล็กทรอนิกส์ การเลื่อนขั้นเงินเดือน
การตรวจสอบภายใน โรคไข้เลือดออก วัคซีนป้องกันโรคพิษสุนัขบ้า ประเพณีลอยกระทง ผังเมือง ใบอนุญาตก่อสร้าง
เหตุเดือดร้อนรำคาญ แผนพัฒนาท้องถิ่น

เทศบาลนครเชียงใหม่ จังหวัดเชียงใหม่ อำเภอเมือง กรมส่งเสริมการปกครองท้องถิ่น กรมบัญชีกลาง กระทรวงมหาดไทย สำนักงานสาธารณสุข
โรงเรียนบ้าน ที่ว่าการอำเภอ จังหวัดลำพูน องค์การบริหารส่วนตำบล สถานีตำรวจภูธร โรงพยาบาลส่งเสริมสุขภาพ
"""
_VERBS, _MATTERS, _SENDERS = (part.split() for part in _VOCABULARY.split("\n\n"))
_SYLLABLES = tuple(c + v + e for c in "กขคงจชซดตถทนบปพฟมยรลวสหอ" for v in "าิุี" for e in ("", "น", "ง", "ม", "ก", "ย"))
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True)
class Filled:
    """`rows`: rows of the registry's bucket; `head`: how far the office's feed is now; numbers `first`..`last`."""

    rows: int
    head: int
    first: int
    last: int


@dataclass
class _Block:
    """Lines for COPY, and what they add to each bucket."""

    letters: list[str] = field(default_factory=list)
    routings: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    sums: dict[str, tuple[int, int]] = field(default_factory=dict)


def fill(
    engine: Engine, office_id: int, letters: int, *, routed_every: int = 0, unit_id: Id = bytes(16),
    registered_by: Id = bytes(16), year_be: int = 2569, seed: int = 7,
) -> Filled:  # fmt: skip
    """Registers so many letters of the central register at the centre, with the numbers after the last of the year."""
    chance = random.Random(seed)
    rows = 0
    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        open_gate(connection, office_id)
        first: int = connection.scalar(_LAST, {"o": office_id, "y": year_be}) + 1
        head: int = connection.scalar(_COUNT, {"n": 0, "o": office_id})
        maker = _Maker(chance, office_id, year_be, registered_by, unit_id, routed_every)
        for start in range(first, first + letters, _AT_ONCE):
            block, head = maker.block(range(start, min(start + _AT_ONCE, first + letters)), head)
            _write(connection, office_id, block)
            rows += block.sums[REGISTRY][0]
        connection.execute(text("UPDATE office_head SET head = :n WHERE office_id = :o"), {"n": head, "o": office_id})
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("ANALYZE letter, routing, change, number_event")
        connection.exec_driver_sql("RESET statement_timeout")
    return Filled(rows, head, first, first + letters - 1)


class _Maker:
    """Lines for one office."""

    def __init__(
        self, chance: random.Random, office_id: int, year_be: int, who: Id, unit_id: Id, routed_every: int
    ) -> None:
        self._chance = chance
        self._office = office_id
        self._year = year_be
        self._who = _hex(who)
        self._unit = unit_id
        self._every = routed_every

    def block(self, numbers: Sequence[int], head: int) -> tuple[_Block, int]:
        """The letters with these numbers, their feed entries after position `head`, and the last of those."""
        block = _Block()
        for start in range(0, len(numbers), SLICE):
            first = head + 1
            for number in numbers[start : start + SLICE]:
                for bucket, entity, row_id in self._letter(block, number):
                    head += 1
                    line = f"{self._office}\t{bucket}\t{entity}\t{_hex(row_id)}\t{head}\tP\t1\t{first}\n"
                    block.changes.append(line)
                    rows, total = block.sums.get(bucket, (0, 0))
                    block.sums[bucket] = rows + 1, (total + row_hash(entity, row_id, 1)) % DIGEST_MODULUS
        return block, head

    def _letter(self, block: _Block, number: int) -> Iterator[tuple[str, str, Id]]:
        chance, office, year = self._chance, self._office, self._year
        letter_id = self._id(number)
        key, subject, sender = _hex(letter_id), _subject(chance), _sender(chance)
        routed = self._every > 0 and number % self._every == 0
        book = f"{chance.choice(('ชม', 'มท', 'ลพ'))} {chance.randrange(9000):04}.{number % 9}/{number}"
        due = f"2026-12-{number % 28 + 1:02}" if number % 9 == 0 else "\\N"
        status = "routed" if routed else chance.choice(("registered", "closed"))
        urgency, letter_date = "urgent" if number % 7 == 0 else "normal", f"2026-11-{number % 9 + 1:02}"
        block.letters.append(
            f"{office}\t{key}\t1\tcentral\t{year}\t{number}\t{_AT}\tpaper\t{sender}\t{book.translate(_THAI_DIGITS)}\t"
            f"{book}\t{letter_date}\tนายกเทศมนตรี\t{subject}\t{urgency}\tnormal\t{due}\t{status}\t{_AT}\t0\t148000\t12000"
            f"\t{self._who}\t{_hex(CENTRE_ID)}\n"
        )
        event = f"{office}\t{INCOMING_SERIES}\t{year}\t{number}\tissued\tletter\t{key}\t{_hex(CENTRE_ID)}\t0\t{_AT}\n"
        block.events.append(event)
        yield REGISTRY, "letter", letter_id
        if routed:
            route_id, unit = self._id(number), f"unit:{self._unit.hex()}/normal"
            block.routings.append(
                f"{office}\t{_hex(route_id)}\t1\t{key}\t{_hex(self._unit)}\taction\tsent\t{self._who}\t{_AT}\n"
            )
            yield unit, "letter", letter_id
            yield REGISTRY, "routing", route_id
            yield unit, "routing", route_id

    def _id(self, number: int) -> Id:
        """A UUIDv7 of some moment before now: later numbers have later ids."""
        head = (_BORN_MS + number * 40) << 16 | 0x7000 | number & 0xFFF
        return (head << 64 | 1 << 63 | self._chance.getrandbits(62)).to_bytes(16)


def _write(connection: Connection, office_id: int, block: _Block) -> None:
    cursor: Any = connection.connection.cursor()
    tables = {
        f"letter ({_LETTER})": block.letters,
        f"routing ({_ROUTING})": block.routings,
        f"number_event ({_EVENT})": block.events,
        f"change ({_CHANGE})": block.changes,
    }
    for table, lines in tables.items():
        with cursor.copy(f"COPY {table} FROM STDIN") as copy:
            copy.write("".join(lines))
    for bucket, (rows, total) in block.sums.items():
        connection.execute(_SUM, {"o": office_id, "bucket": bucket, "n": rows, "sum": str(total)})


def _hex(key: Id) -> str:
    return "\\\\x" + key.hex()


def _subject(chance: random.Random) -> str:
    """About 65 characters, with a large vocabulary of names."""
    matter, name = chance.choice(_VERBS) + chance.choice(_MATTERS), _name(chance)
    match chance.randrange(4):
        case 0:
            said = f"{matter} {chance.choice(_SENDERS)}{name} ครั้งที่ {chance.randint(1, 40)}/{chance.randint(2560, 2570)}"
        case 1:
            said = f"{matter}ประจำปีงบประมาณ พ.ศ. {chance.randint(2560, 2570)} {chance.choice(_SENDERS)}{name}"
        case 2:
            said = f"{matter}และ{chance.choice(_MATTERS)} {chance.choice(_SENDERS)}"
        case _:
            said = f"{matter} ราย นาย{name} {_name(chance)} เลขที่ {chance.randint(1, 9999)}"
    return said.translate(_THAI_DIGITS) if chance.random() < 0.5 else said


def _sender(chance: random.Random) -> str:
    return chance.choice(_SENDERS) + chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES[:24])


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 3)))
