"""Opening a store: every obstacle is said as what it is, and nothing is harmed by trying."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.catalogue import catalogue
from desktop.letters.model import Registration
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.store import versions
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_desk, make_office, person

KEYS = DeskKeys(bytes(range(32)))
REPOSITORY = Path(__file__).parents[3]


def again(folder: Path, keys: DeskKeys = KEYS) -> Desk:
    return Desk(folder, keys, ManualClock(MORNING), catalogue)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk's folder with one letter in it; nobody has it open."""
    desk = make_desk(tmp_path / "desk", keys=KEYS)
    office = make_office(desk)
    office.letters(person(office)).register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่องลับสุดยอด"))
    desk.close()
    return tmp_path / "desk"


@pytest.fixture
def content(folder: Path) -> Iterator[bytes]:
    """The file must be the same afterwards."""
    before = (folder / "desk.db").read_bytes()
    yield before
    assert (folder / "desk.db").read_bytes() == before


def test_what_was_done_is_there_again(folder: Path) -> None:
    desk = again(folder)
    assert desk.reader.rows("SELECT subject FROM letter") == [("เรื่องลับสุดยอด",)]
    assert desk.identity.counter == "C1"
    desk.close()


def test_a_new_desk_is_not_enrolled(tmp_path: Path) -> None:
    desk = again(tmp_path)
    assert not desk.enrolled
    with pytest.raises(OfficeError, match=r"desk\.not_enrolled"):
        _ = desk.identity
    with pytest.raises(OfficeError, match=r"desk\.not_enrolled"):
        desk.write(lambda unit: None)
    desk.close()


def test_the_store_is_careful_with_the_disk(folder: Path) -> None:
    with closing(connect(folder / "desk.db", KEYS.database)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_wrong_key(folder: Path, content: bytes) -> None:
    with pytest.raises(OfficeError, match=r"store\.wrong_key"):
        again(folder, DeskKeys(b"x" * 32))


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"This is a letter, not a database.\n" * 300)
    with pytest.raises(OfficeError, match=r"store\.wrong_key"):
        again(tmp_path)


def test_a_store_from_a_newer_version(folder: Path) -> None:
    with closing(connect(folder / "desk.db", KEYS.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(OfficeError) as told:
        again(folder)
    assert told.value.code == "store.newer"
    assert told.value.subject == {"version": "0999"}
    with closing(connect(folder / "desk.db", KEYS.database)) as connection:
        assert connection.execute("SELECT subject FROM letter").fetchone() == ("เรื่องลับสุดยอด",)


def test_a_damaged_page_is_never_read_as_if_it_were_good(folder: Path) -> None:
    """One flipped bit on any page of the file: either it is not needed, or it is told; never a wrong answer."""
    whole = (folder / "desk.db").read_bytes()
    told: set[str] = set()
    for page in range(1, len(whole) // 4096, 7):
        place = page * 4096 + 100
        (folder / "desk.db").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            desk = again(folder)
            try:
                assert desk.reader.rows("SELECT subject FROM letter") == [("เรื่องลับสุดยอด",)]
                desk.reader.rows("PRAGMA integrity_check")
            finally:
                desk.close()
        except OfficeError as error:
            told.add(error.code)
    assert told == {"store.damaged"}


def test_the_same_process_opens_it_once(folder: Path) -> None:
    desk = again(folder)
    with pytest.raises(OfficeError, match=r"store\.in_use"):
        again(folder)
    desk.close()
    again(folder).close()


_HOLDER = """
import sys
from pathlib import Path
from desktop.store import versions
held = versions.hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_turned_away_and_let_in_afterwards(folder: Path, content: bytes) -> None:
    command = [sys.executable, "-c", _HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OfficeError) as told:
            again(folder)
        assert told.value.code == "store.in_use"
        holder.kill()
        holder.wait()
        again(folder).close()


def test_a_refused_opening_leaves_the_folder_free(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(OfficeError, match=r"store\.wrong_key"):
            again(folder, DeskKeys(b"x" * 32))
    again(folder).close()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "desk").write_bytes(b"a file where a folder should be")
    with pytest.raises(OfficeError, match=r"store\.unreadable"):
        again(tmp_path / "desk")


def test_an_older_store_is_copied_aside_before_it_is_brought_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def brought_up(path: Path, key: bytes) -> None:
        with closing(connect(path, key)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.execute("DELETE FROM letter")

    monkeypatch.setattr(versions, "HEAD", "9999")
    monkeypatch.setattr(versions, "migrate", brought_up)
    before = versions.KNOWN[-1]
    again(folder).close()
    with closing(connect(folder / f"desk-before-{before}.db", KEYS.database)) as copy:
        assert copy.execute("SELECT subject FROM letter").fetchone() == ("เรื่องลับสุดยอด",)
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (before,)


def test_nothing_on_the_disk_can_be_read_without_the_key(tmp_path: Path) -> None:
    """Names, subjects and money: neither the file, nor what is still in the journal beside it, nor the scans."""
    desk = make_desk(tmp_path / "desk", keys=KEYS)
    office = make_office(desk)
    words = ("นางสาวสมศรี มีทรัพย์", "ขอรับเงินสงเคราะห์บุตร", "Somsri")
    page = _Scan("เอกสารของนางสาวสมศรี มีทรัพย์ Somsri".encode() * 1000)
    office.letters(person(office)).register(Registration(words[0], "นายกเทศมนตรี", words[1], remarks=words[2]), [page])
    assert (tmp_path / "desk" / "desk.db-wal").stat().st_size > 0
    _find_none(tmp_path, words)
    desk.close()
    _find_none(tmp_path, words)


def _find_none(folder: Path, words: tuple[str, ...]) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 3
    for path in files:
        data = path.read_bytes()
        for word in words:
            for coding in ("utf-8", "utf-16-le", "cp874"):
                assert word.encode(coding) not in data, path


class _Scan:
    name = "scan.pdf"
    page_count = 1
    source = "file"
    original = None
    original_media_type = None

    def __init__(self, data: bytes) -> None:
        self.data = data


def test_reading_needs_no_heavy_machinery(folder: Path) -> None:
    """The first window reads the store before SQLAlchemy is there."""
    program = f"""
import sys
from pathlib import Path
from desktop.opening import open_desk
from desktop.store.keys import DeskKeys
desk = open_desk(Path({str(folder)!r}), DeskKeys(bytes(range(32))))
assert desk.reader.rows("SELECT count(*) FROM letter") == [(1,)]
assert "sqlalchemy" not in sys.modules, "sqlalchemy was brought in"
desk.close()
"""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([sys.executable, "-c", program], check=True, cwd=REPOSITORY, env=environment)
