"""Finding among 1,000,000 letters in the encrypted store, beside a scan with LIKE and SQLite's own trigram index.

Everything is measured in the same run over the same rows. `LETTERS=100000` in the environment takes fewer.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any

from desktop.letters.found import Filters, Search
from desktop.letters.queries import LetterQueries
from desktop.letters.searching import LetterSearch
from desktop.office.thai import normalise
from desktop.store import search as index
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from desktop.store.reader import Reader
from tests.bench.find_store import Built, build
from tests.bench.row import Row, slower
from tests.bench.stores import secret_of
from tests.helpers.desk import unit_id
from ui.letters.search_presenter import PAGE

LETTERS = int(os.environ.get("LETTERS", "1000000"))
SIZES = {"2 letters": (2,), "3 to 5 letters": (3, 4, 5), "6 to 16 letters": range(6, 17)}
ASKED = 200
"""Queries of each kind, drawn from the letters themselves: any part of any text."""
SCANNED = 5
"""Queries of each kind that are also looked for by looking at each letter."""
KEYSTROKE_MS = 50.0
FRAME_MS = 100.0
MEMORY_MB = 60.0
_PARTS = """
SELECT id, subject || char(1) || from_party || char(1) || book_number_key || char(1) || to_party
       || char(1) || coalesce((SELECT text || char(1) || actor_name FROM endorsement e WHERE e.letter_id = l.id), '')
       || char(1) || coalesce((SELECT text FROM letter_page_text p WHERE p.letter_id = l.id), '')
       || char(1) || coalesce((SELECT s.name_th FROM routing r JOIN staff s ON s.id = r.received_by
                               WHERE r.letter_id = l.id), '') AS said
FROM letter l
"""


def measure() -> list[Row]:
    built = build(LETTERS)
    key = DeskKeys(secret_of(built.folder)).database
    reader = Reader(built.folder / "desk.db", key)
    asked = _queries(reader)
    with TemporaryDirectory(dir=built.folder) as beside, closing(connect(Path(beside) / "trigrams.db", key)) as peer:
        seconds, size = _trigrams(reader, peer)
        rows = [*_sizes(built, seconds, size), *_looks(reader, peer, asked)]
    reader.close()
    return rows + _window(built, asked)


def _queries(reader: Reader) -> dict[str, list[str]]:
    """Parts of texts as they stand in letters: mostly of subjects, some of senders, notes and pages."""
    chance = random.Random(23)
    ids = [row[0] for row in reader.rows("SELECT row_id FROM letter_doc WHERE doc % 97 = 0 LIMIT 4000")]
    texts: list[str] = []
    for id_ in chance.sample(ids, min(len(ids), 600)):
        ((_, said),) = reader.rows(f"{_PARTS} WHERE l.office_id = (SELECT office_id FROM device) AND l.id = ?", (id_,))
        texts += [part for part in said.split("\x01") if len(part) > 20][:3]
    return {name: [_part(chance, texts, sizes) for _ in range(ASKED)] for name, sizes in SIZES.items()}


def _part(chance: random.Random, texts: Sequence[str], sizes: Sequence[int]) -> str:
    """A part without a blank, that is itself when it is spelt as it is searched."""
    while True:
        text, size = normalise(chance.choice(texts)), chance.choice(sizes)
        start = chance.randrange(max(1, len(text) - size))
        part = text[start : start + size]
        if len(part) == size and " " not in part:
            return part


def _trigrams(reader: Reader, peer: Any) -> tuple[float, int]:
    """The same texts in SQLite's own trigram index, in an encrypted file: seconds and bytes."""
    peer.execute("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='trigram', detail='full')")
    begun = time.perf_counter()
    peer.execute("BEGIN")
    docs = dict(reader.rows("SELECT row_id, doc FROM letter_doc"))
    for id_, text in _everything(reader):
        peer.execute("INSERT INTO t (rowid, x) VALUES (?, ?)", (docs[id_], normalise(text.replace("\x01", "|"))))
    peer.execute("COMMIT")
    peer.execute("INSERT INTO t (t) VALUES ('optimize')")
    seconds = time.perf_counter() - begun
    pages = int(peer.execute("PRAGMA page_count").fetchone()[0])
    return seconds, pages * int(peer.execute("PRAGMA page_size").fetchone()[0])


def _everything(reader: Reader) -> Iterator[tuple[bytes, str]]:
    """Every letter's texts, some thousands at a time."""
    last = b""
    while rows := reader.rows(f"{_PARTS} WHERE l.id > ? ORDER BY l.id LIMIT 5000", (last,)):
        yield from rows
        last = rows[-1][0]


def _sizes(built: Built, seconds: float, size: int) -> list[Row]:
    each, against = 1e6 / built.letters, "FTS5 trigram, same texts"
    return [
        slower("index: build, a letter", built.index_seconds * each, seconds * each, "us", against, None),
        slower("index: size", built.index_bytes / 2**20, size / 2**20, "MB", against, None),
        slower("index: size beside the letters", built.index_bytes / 2**20, built.store_bytes / 2**20, "MB",
               "the letters without it", None),
    ]  # fmt: skip


def _looks(reader: Reader, peer: Any, asked: dict[str, list[str]]) -> list[Row]:
    look = LetterSearch(reader, LetterQueries(reader))
    plain = Filters()
    filtered = Filters(unit=unit_id("ENG").hex(), urgencies=("urgent",), years=(2567,))
    rows = []
    for name, words in asked.items():
        ours = _times(lambda one: look.look(Search(one, plain, unit_id("CLK")), PAGE), words)
        narrow = _times(lambda one: look.look(Search(one, filtered, unit_id("CLK")), PAGE), words)
        scanned, lost, wrong = _scan(reader, look, words[:SCANNED])
        if "2" in name:
            theirs, against = p99(scanned), "LIKE over every letter (trigrams need three)"
        else:
            theirs, against = p99(_times(lambda one: _trigram(peer, one), words)), "FTS5 trigram, entries without rows"
        rows += [
            slower(
                f"look: {name}, median", statistics.median(ours), KEYSTROKE_MS, "ms", "what a keystroke may take", 1.0
            ),
            slower(f"look: {name}, p99", p99(ours), KEYSTROKE_MS, "ms", "what a keystroke may take", 1.0),
            slower(f"look: {name}, p99 beside", p99(ours), theirs, "ms", against, None),
            slower(
                f"look: {name}, three filters, p99", p99(narrow), KEYSTROKE_MS, "ms", "what a keystroke may take", 1.0
            ),
            Row(f"recall: {name}", 1 - lost, "of 1", 1.0, "LIKE over every letter", 1 + lost, 1.0),
            Row(f"precision: {name}", 1 - wrong, "of 1", 1.0, "LIKE over every letter", 1 + wrong, 1.0),
        ]
    return rows


def _scan(reader: Reader, look: LetterSearch, words: Sequence[str]) -> tuple[list[float], float, float]:
    """Milliseconds of looking at each letter, and the shares of letters that were lost, or found without reason."""
    times, missing, extra, all_ = [], 0, 0, 0
    for one in words:
        pattern = "%" + one.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        begun = time.perf_counter()
        sql = f"SELECT id FROM ({_SPELT}) WHERE said LIKE ? ESCAPE '\\'"
        expected = {id_ for (id_,) in reader.rows(sql, (pattern,))}
        times.append((time.perf_counter() - begun) * 1000)
        query = "SELECT d.row_id FROM letter_words w JOIN letter_doc d ON d.doc = w.rowid WHERE letter_words MATCH ?"
        found = {id_ for (id_,) in reader.rows(query, (index.match(one),))}
        missing += len(expected - found)
        extra += len({id_ for id_ in found - expected if not one.isdecimal()})
        all_ += len(expected | found)
    return times, missing / max(all_, 1), extra / max(all_, 1)


_DIGITS = "".join(f", '{thai}', '{place}')" for place, thai in enumerate("๐๑๒๓๔๕๖๗๘๙"))
_SPELT = f"SELECT id, {'replace(' * 10}said{_DIGITS} AS said FROM ({_PARTS})"
"""Texts with figures as they are searched; the benchmark's letters have nothing else that is spelt two ways."""


def _trigram(peer: Any, words: str) -> Any:
    doubled = words.replace('"', '""')
    query = f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT {PAGE}"
    return peer.execute(query, (f'"{doubled}"',)).fetchall()


def _times(look: Callable[[str], object], words: Sequence[str]) -> list[float]:
    """Milliseconds of each; the first pass warms the pages that every query reads."""
    for one in words[:20]:
        look(one)
    times = []
    for one in words:
        begun = time.perf_counter()
        look(one)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def p99(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def _window(built: Built, asked: dict[str, list[str]]) -> list[Row]:
    """In a window of its own process: keys to painted rows, frames of the inbox, memory over an empty store."""
    words = [one for some in asked.values() for one in some[:25]]
    with TemporaryDirectory() as folder:
        empty = build(0, keep=False).folder
        told = Path(folder) / "words"
        told.write_text("\n".join(words), "utf-8")
        seen, bare = (_figures(store, told) for store in (built.folder, empty))
    return [
        slower("window: key to painted rows, median", seen["stroke_p50"], KEYSTROKE_MS, "ms", "the aim", 1.0),
        slower("window: key to painted rows, p99", seen["stroke_p99"], KEYSTROKE_MS, "ms", "the aim", 1.0),
        slower("window: longest frame, scrolling", seen["scroll"], FRAME_MS, "ms", "the aim", 1.0),
        slower("window: longest frame, baskets", seen["filter"], FRAME_MS, "ms", "the aim", 1.0),
        slower("window: longest frame, sorting", seen["sort"], FRAME_MS, "ms", "the aim", 1.0),
        slower(
            "window: the inbox's memory over an empty store",
            seen["inbox_memory"] - bare["inbox_memory"],
            MEMORY_MB,
            "MB",
            "the aim",
            1.0,
        ),
        slower(
            "window: memory after the search, over an empty store",
            seen["memory"] - bare["memory"],
            MEMORY_MB,
            "MB",
            "the aim of the inbox",
            None,
        ),
    ]


def _figures(store: Path, words: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.find_window", str(store), str(words)]
    done = run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
