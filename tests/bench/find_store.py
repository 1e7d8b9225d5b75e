"""A desk with many realistic letters of several years and registers; some endorsed, some with text of their pages."""

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.office.clock import utc_text
from desktop.office.ids import Id
from desktop.store.engine import connect
from desktop.store.indexing import SLICE, Indexing
from desktop.store.keys import DeskKeys
from tests.bench.many_letters import _sender, _subject
from tests.bench.stores import COLUMNS, ROUTING, home_of, secret_of
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, staff_id, unit_id

YEARS = 5
REGISTERS = ("central", "central", "central", "order", "outgoing/central")
ENDORSED, ROUTED, READ = 3, 4, 50
"""Every third letter is endorsed, every fourth routed, every fiftieth has the text of a page."""
PAGE_PARTS = 16
_AT_ONCE = 20_000
NOTES = (
    "เห็นควรมอบ{}ดำเนินการ", "ทราบ แจ้ง{}", "เสนอเพื่อโปรดพิจารณา กรณี {}", "มอบนิติกรตรวจสอบเรื่องของ{}",
)  # fmt: skip


@dataclass(frozen=True)
class Built:
    """Seconds and bytes: the letters themselves, then their index."""

    folder: Path
    letters: int
    fill_seconds: float
    index_seconds: float
    store_bytes: int
    index_bytes: int


def build(letters: int, *, keep: bool = True) -> Built:
    """The store, filled and indexed; made once a machine unless `keep` is False, its figures kept beside it."""
    folder = home_of(f"{letters}-found")
    figures = folder / "figures"
    if not (keep and figures.exists()):
        shutil.rmtree(folder, ignore_errors=True)
        make_desk(folder, keys=DeskKeys(secret_of(folder))).close()
        with closing(connect(folder / "desk.db", DeskKeys(secret_of(folder)).database)) as connection:
            begun = time.perf_counter()
            _fill(connection, letters)
            filled, before = time.perf_counter(), _size(connection)
            _index(connection)
            done, after = time.perf_counter(), _size(connection)
            connection.execute("ANALYZE")
        figures.write_text(f"{filled - begun} {done - filled} {before} {after - before}", "ascii")
    fill, index, store, words = map(float, figures.read_text("ascii").split())
    return Built(folder, letters, fill, index, int(store), int(words))


def _size(connection: Any) -> int:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages, free, size = (
        int(connection.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _index(connection: Any) -> None:
    """As the desk does it: slice by slice, and then what the backlog left in pieces is brought together."""
    waits = True
    while waits:
        connection.execute("BEGIN IMMEDIATE")
        waits = Indexing(connection).work_off()[1]
        connection.execute("COMMIT")
    more = True
    while more:
        connection.execute("BEGIN IMMEDIATE")
        more = Indexing(connection).tidy(SLICE)
        connection.execute("COMMIT")


def _fill(connection: Any, letters: int) -> None:
    chance = random.Random(5)
    for start in range(1, letters + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, letters + 1))
        connection.execute("BEGIN IMMEDIATE")
        _insert(connection, "letter", COLUMNS, (_letter(chance, n, letters) for n in numbers))
        _insert(connection, "routing", ROUTING, (_route(n) for n in numbers if n % ROUTED == 0))
        names = "office_id, id, ver, letter_id, actor_id, actor_name, acted_as, action, text, at"
        _insert(connection, "endorsement", names, (_note(chance, n) for n in numbers if n % ENDORSED == 0))
        names = "office_id, id, ver, letter_id, sha256, page, text"
        _insert(connection, "letter_page_text", names, (_page(chance, n) for n in numbers if n % READ == 0))
        connection.execute("COMMIT")


def _insert(connection: Any, table: str, names: str, rows: Iterator[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(names.split(",")))
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def letter_id(number: int) -> Id:
    return (1_794_363_240_000 + number << 80 | number).to_bytes(16)


def _letter(chance: random.Random, n: int, letters: int) -> tuple[Any, ...]:
    age = (letters - n) * YEARS * 365 // letters
    at = utc_text(MORNING - timedelta(days=age, seconds=(letters - n) % 20_000))
    book = f"{chance.choice(('ชม', 'มท', 'ลพ'))} {chance.randrange(9000):04}.{n % 9}/{n}"
    status = "routed" if n % ROUTED == 0 else chance.choice(("registered", "closed"))
    return (
        OFFICE_ID, letter_id(n), 1, REGISTERS[n % len(REGISTERS)], 2569 - age // 365, n, at, "paper", _sender(chance),
        book, book, "2026-11-02", "นายกเทศมนตรี", _subject(chance), "urgent" if n % 7 == 0 else "normal", "normal",
        "2026-11-30" if n % 9 == 0 else None, None, status, at, None, None, None, staff_id("kanda"), bytes(16),
    )  # fmt: skip


def _route(n: int) -> tuple[Any, ...]:
    at, unit = utc_text(MORNING), unit_id(("CLK", "FIN", "ENG", "HLT", "EDU")[n % 5])
    who = staff_id("wichai")
    return OFFICE_ID, letter_id(n), 1, letter_id(n), unit, "action", None, None, "received", who, at, who, at


def _note(chance: random.Random, n: int) -> tuple[Any, ...]:
    text = chance.choice(NOTES).format(_sender(chance))
    who = staff_id("somchai")
    return OFFICE_ID, letter_id(n), 1, letter_id(n), who, "นายสมชาย ตัวอย่างดี", "", "endorse", text, utc_text(MORNING)


def _page(chance: random.Random, n: int) -> tuple[Any, ...]:
    text = " ".join(_subject(chance) for _ in range(PAGE_PARTS))
    return OFFICE_ID, letter_id(n), 1, letter_id(n), "00", 0, text
