"""The same letter come again, found among 50,000: how often rightly, how often at all, how fast, at what size."""

import shutil
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.letters.alike_queries import AlikeQueries
from desktop.letters.queries import LetterQueries
from desktop.office.clock import utc_text
from desktop.office.ids import Id
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from desktop.store.reader import Reader
from tests.bench.alike_letters import Asked, Known, many, pairs, untyped
from tests.bench.find_store import _index, _insert, _size
from tests.bench.row import Row, rate, slower
from tests.bench.stores import COLUMNS, HOME, secret_of
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, staff_id

LETTERS, TWICE = 50_000, 300
_FILE = """
office_id, id, ver, letter_id, sha256, name, media_type, size, pages, source, added_at
"""


def measure() -> list[Row]:
    known, asked = pairs(TWICE)
    folder, a_letter = _store(known)
    reader = Reader(folder / "desk.db", DeskKeys(secret_of(folder)).database)
    queries = AlikeQueries(reader, LetterQueries(reader))
    try:
        typed = _ask(queries, asked)
        alone = _ask(queries, [untyped(one) for one in asked])
        exact = _ask(queries, [Asked(one.typed, "", 0, one.same, one.kind) for one in asked])
    finally:
        reader.close()
    return [
        _share("alike: precision, as it is registered", typed[0], 0.98),
        _share("alike: recall, as it is registered", typed[1], 0.95),
        slower("alike: one question (median)", typed[2], 300, "ms", "the limit", 1.0),
        slower("alike: one question (95 of 100)", typed[3], 300, "ms", "the limit", 1.0),
        _share("alike: precision, nothing typed yet", alone[0], 0.98),
        rate(
            "alike: recall, nothing typed yet",
            100 * alone[1],
            100 * exact[1],
            "%",
            "what is typed, without pages",
            None,
        ),
        slower("alike: prints of a letter", a_letter, 2_000, "bytes", "2,000 bytes", 1.0),
    ]


def _share(name: str, found: float, aim: float) -> Row:
    return rate(name, 100 * found, 100 * aim, "%", "the aim", 1.0)


def _ask(queries: AlikeQueries, asked: Sequence[Asked]) -> tuple[float, float, float, float]:
    """Precision, recall, and milliseconds: median and 95 of 100."""
    right = wrong = 0
    took = []
    for one in asked:
        begun = time.perf_counter()
        found = queries.find(one.typed, one.text, one.pages)
        took.append((time.perf_counter() - begun) * 1000)
        said = found[0].row.id if found else None
        right += said is not None and one.same is not None and said == _id(one.same)
        wrong += said is not None and (one.same is None or said != _id(one.same))
    there = sum(one.same is not None for one in asked)
    return right / max(right + wrong, 1), right / there, statistics.median(took), statistics.quantiles(took, n=20)[-1]


def _store(known: Sequence[Known]) -> tuple[Path, float]:
    """A desk with so many letters and what was read on their first pages, and bytes that prints of one take."""
    folder = HOME / f"{LETTERS}-alike"
    figure = folder / "bytes-of-prints"
    if not figure.exists():
        shutil.rmtree(folder, ignore_errors=True)
        make_desk(folder, keys=DeskKeys(secret_of(folder))).close()
        with closing(connect(folder / "desk.db", DeskKeys(secret_of(folder)).database)) as connection:
            _fill(connection, known)
            figure.write_text(str(_bytes_of_prints(connection)), "ascii")
            connection.execute("ANALYZE")
    return folder, float(figure.read_text("ascii"))


def _bytes_of_prints(connection: Any) -> float:
    """Indexes all letters twice: with prints of their pages, and before that without."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE letter_page_text SET page = 1")
    connection.execute("COMMIT")
    _index(connection)
    plain = _size(connection)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE letter_page_text SET page = 0")
    connection.execute("INSERT INTO letter_words (letter_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM letter_doc")
    connection.execute("DELETE FROM letter_due")
    connection.execute("INSERT INTO letter_due (row_id) SELECT id FROM letter")
    connection.execute("COMMIT")
    _index(connection)
    return (_size(connection) - plain) / LETTERS


def _id(place: int) -> Id:
    return (1_794_363_240_000 + place << 80 | place + 1).to_bytes(16)


def _fill(connection: Any, known: Sequence[Known]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for place, one in enumerate((*known, *many(LETTERS - len(known)))):
        key, at = _id(place), utc_text(MORNING)
        fields = one.fields
        book = fields.book_number
        day = fields.letter_date.isoformat() if fields.letter_date else None
        who = staff_id("kanda")
        letter = (
            OFFICE_ID, key, 1, "central", 2569, place + 1, at, "email", fields.from_party, book, book, day,
            fields.to_party, fields.subject, "normal", "normal", None, None, "registered", at, None, None, None, who,
            bytes(16),
        )  # fmt: skip
        _insert(connection, "letter", COLUMNS, iter((letter,)))
        file = (OFFICE_ID, key, 1, key, key.hex(), "letter.pdf", "application/pdf", 1, one.pages, "file", at)
        _insert(connection, "letter_file", _FILE, iter((file,)))
        names = "office_id, id, ver, letter_id, sha256, page, text"
        _insert(connection, "letter_page_text", names, iter(((OFFICE_ID, key, 1, key, key.hex(), 0, one.text),)))
    connection.execute("COMMIT")
