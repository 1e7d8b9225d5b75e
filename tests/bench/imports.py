"""An old register of 100,000 letters out of a sheet, whole, and an e-mail of 300 MB: how long, and how much memory.

Each in a process of its own on a new store: `python -m tests.bench.imports csv|xlsx|mail FILE` prints what it took.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from tests.bench.row import Row, slower
from tests.bench.stores import HOME
from tests.helpers.sheets import csv_file, many, workbook

LINES = 100_000
PATIENCE_S = 180.0
"""What a clerk waits for a whole register."""
MOST_MB = 250.0
"""What a register may take beside the desk itself."""
MAIL_MB = 300
_PART_MB = 24


def measure() -> list[Row]:
    rows: list[Row] = []
    for kind, path in files().items():
        seen = _in_a_process(kind, path)
        name = f"{MAIL_MB} MB e-mail" if kind == "mail" else f"{LINES:,} lines ({kind})"
        for step, seconds in seen["seconds"].items():
            rows.append(slower(f"{name}: {step}", seconds, PATIENCE_S, "s", "three minutes", 1.0))
        most, against = (float(MAIL_MB), "the message itself") if kind == "mail" else (MOST_MB, "the limit")
        rows.append(slower(f"{name}: memory over an idle desk", seen["grown_mb"], most, "MB", against, 1.0))
    return rows


def files() -> dict[str, Path]:
    """Made once a machine."""
    HOME.mkdir(parents=True, exist_ok=True)
    sheet, book, mail = HOME / "register.csv", HOME / "register.xlsx", HOME / "large.eml"
    if not sheet.exists():
        csv_file(sheet, "cp874", many(LINES))
    if not book.exists():
        workbook(book, many(LINES))
    if not mail.exists():
        write_mail(mail, MAIL_MB << 20)
    return {"csv": sheet, "xlsx": book, "mail": mail}


def write_mail(path: Path, size: int) -> None:
    """A message of about `size` bytes: a text, and attachments of 24 MB that are no pages."""
    head = (
        "From: =?utf-8?B?4LiX4LiU4Liq4Lit4Lia?= <saraban@district.example>\r\nSubject: drawings\r\n"
        "Date: Fri, 6 Nov 2026 09:30:00 +0700\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplans\r\n'
    )
    with path.open("wb") as file:
        file.write(head.encode())
        number = 0
        while file.tell() < size:
            number += 1
            file.write(
                f'--b\r\nContent-Disposition: attachment; filename="plan-{number}.dwg"\r\n'
                "Content-Type: application/acad\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode()
            )
            for _ in range(_PART_MB):
                file.write(base64.encodebytes(os.urandom(1 << 20)))
        file.write(b"\r\n--b--\r\n")


def _in_a_process(kind: str, path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.imports", kind, str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=3_600, check=True)
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


def main(kind: str, path: Path) -> None:
    from tests.helpers.desk import make_desk, make_office

    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder) / "desk")
        office = make_office(desk)
        watch = _Watch()
        worked = time.process_time()
        seconds = take_mail(office, path) if kind == "mail" else take_register(office, path)
        seconds["of the processor, all in all"] = time.process_time() - worked
        grown = watch.ended()
        desk.close()
    print(json.dumps({"seconds": seconds, "grown_mb": grown}))


def take_register(office: Any, path: Path) -> dict[str, float]:
    from desktop.interchange.sheets import look_at
    from desktop.office.dates import local_date
    from tests.helpers.desk import MORNING, person
    from tests.helpers.sheets import plan

    wanted, today, never = plan(look_at(path)), local_date(MORNING), threading.Event()
    began = time.perf_counter()
    tried = office.register_imports.try_out(wanted, today, _quiet, never)
    between = time.perf_counter()
    act = office.past_letters(person(office))
    done = office.register_imports.run(wanted, tried, today, act, _quiet, never)
    assert (done.entered, done.wrong) == (LINES, 0)
    return {"tried": between - began, "entered": time.perf_counter() - between}


def take_mail(office: Any, path: Path) -> dict[str, float]:
    from tests.helpers.mails import bring_paths

    began = time.perf_counter()
    brought = bring_paths(office, path)
    assert not brought.failures
    assert len(brought.arrivals) == 1
    return {"taken in": time.perf_counter() - began}


def _quiet(done: int, total: int) -> None:
    """Nobody looks."""


class _Watch:
    """The most memory (MB) that the process had beyond what it has now; mapped files count as far as they are in it."""

    def __init__(self) -> None:
        self._before = self._most = _resident_mb()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def ended(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most - self._before

    def _look(self) -> None:
        while not self._over.wait(0.02):
            self._most = max(self._most, _resident_mb())


def _resident_mb() -> float:
    """What is the process's own: pages of mapped files can be let go at any moment."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
