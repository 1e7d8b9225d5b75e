"""Stores for the benchmarks, made once a machine and kept in the output folder."""

import hashlib
import shutil
from pathlib import Path

from desktop.office.clock import utc_text
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.keys import DeskKeys
from desktop.store.versions import HEAD
from tests.helpers.desk import MORNING, OFFICE_ID, make_desk, staff_id, unit_id

HOME = Path(__file__).resolve().parent.parent.parent / "output" / "bench-stores"
SUBJECTS = (
    "ขอความอนุเคราะห์ตัดแต่งกิ่งไม้บริเวณหน้าบ้าน", "ซักซ้อมแนวทางการจัดทำงบประมาณรายจ่ายประจำปี", "ขอเชิญประชุมคณะกรรมการ",
    "แจ้งค่ากระแสไฟฟ้าสาธารณะ", "เฝ้าระวังโรคไข้เลือดออกในพื้นที่", "ขอข้อมูลการออกใบอนุญาตก่อสร้าง",
)  # fmt: skip
COLUMNS = """
office_id, id, ver, register, year_be, number, received_at, channel, from_party, book_number, book_number_key,
letter_date, to_party, subject, urgency, secrecy, due_date, remarks, status, acted_at, stamp_page, stamp_x, stamp_y,
registered_by, device_id
"""
ROUTING = """
office_id, id, ver, letter_id, unit_id, purpose, note, due_date, state, sent_by, sent_at, received_by, received_at
"""


def secret_of(folder: Path) -> bytes:
    """The secret of a benchmark store; no citizen is in it."""
    return hashlib.sha256(folder.name.encode()).digest()


def home_of(kind: str) -> Path:
    """The folder of a store of one kind, as this program keeps it: an older one may lack an index."""
    return HOME / f"{kind}-{HEAD}"


def store_of(letters: int) -> Path:
    """The folder of a desk that holds so many letters, each routed to a unit."""
    folder = home_of(f"{letters}-letters")
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        desk = make_desk(folder, keys=DeskKeys(secret_of(folder)), next_letter=letters + 1)
        _fill(desk, letters)
        desk.close()
        (folder / "complete").touch()
    return folder


def _fill(desk: Desk, letters: int) -> None:
    at, kanda = utc_text(MORNING), staff_id("kanda")
    units = [unit_id(code) for code in ("CLK", "FIN", "ENG", "HLT", "EDU")]
    connection = connect(desk.path, desk.keys.database)
    connection.execute("BEGIN")
    for n in range(1, letters + 1):
        row_id = n.to_bytes(16)
        routed = n < letters - 40
        status = "routed" if routed else "registered"
        subject = f"{SUBJECTS[n % len(SUBJECTS)]} ครั้งที่ {n}"
        letter: tuple[object, ...] = (
            OFFICE_ID, row_id, 1, "central", 2569, n, at, "paper", "จังหวัดเชียงใหม่", f"ชม ๐๐๒๓/{n}", f"ชม 0023/{n}",
            "2026-11-02", "นายกเทศมนตรี", subject, "urgent" if n % 7 == 0 else "normal", "normal",
            "2026-11-30" if n % 5 == 0 else None, None, status, at, 0, 148000, 12000, kanda, bytes(16),
        )  # fmt: skip
        connection.execute(f"INSERT INTO letter ({COLUMNS}) VALUES ({', '.join('?' * len(letter))})", letter)
        if routed:
            route = (OFFICE_ID, row_id, 1, row_id, units[n % 5], "action", None, None, "received", kanda, at, kanda, at)
            connection.execute(f"INSERT INTO routing ({ROUTING}) VALUES ({', '.join('?' * len(route))})", route)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
