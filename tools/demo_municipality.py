"""The demo municipality as acts of the centre: office, units, staff, letters on their way, citizens and their houses.

Everything comes from `resources/demo/municipality.json` (invented people, letters and numbers).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from typing import Any

import msgspec

from desktop.accounts.mutations import (
    DEFINE_OFFICE,
    DEFINE_POST,
    DEFINE_STAFF,
    DEFINE_UNIT,
    DefineOffice,
    DefinePost,
    DefineStaff,
    DefineUnit,
)
from desktop.letters import mutations as letters
from desktop.letters.rules import CENTRAL, INCOMING_SERIES
from desktop.office.clock import utc_text
from desktop.office.mutation import Mutation
from desktop.office.numbers import Taken
from desktop.office.thai import normalise_book_number
from tools.demo_citizens import acts_of
from tools.demo_letters import DemoLetter, letter_pdf

OFFICE_ID = 500109
PASSWORD = "maehia-2569"
"""Of every person of the demo municipality."""
PEOPLE_CODE = "THES-ABAN-DESK-DEMA-2569"
"""Its code for citizens' numbers, to be typed once at a desk."""

LOGINS = {
    "u_clerk": ("kanda", "นางสาวกานดา ใจสาธิต", "Kanda Jaisathit", "registrar", "Registrar"),
    "u_cash": ("piyada", "นางสาวปิยะดา ลองรับเงิน", "Piyada Longrapngern", "cashier", "Finance Officer"),
    "u_eng": ("wichai", "นายวิชัย โยธาเทียม", "Wichai Yothathiam", "head", "Director of Engineering"),
    "u_palad": ("chamlong", "นายจำลอง สาธิตกุล", "Chamlong Sathitkul", "executive", "Municipal Clerk"),
    "u_mayor": ("somchai", "นายสมชาย ตัวอย่างดี", "Somchai Tuayangdee", "executive", "Mayor"),
    "u_chiefclk": ("tonbaep", "นายต้นแบบ ลองงาน", "Tonbaep Longngan", "head", "Chief of the Clerk's Office"),
    "u_hlt": ("anamai", "นางต้นแบบ อนามัยเทียม", "Tonbaep Anamaithiam", "head", "Director of Public Health"),
    "u_fin": ("thotsop", "นางจำลอง ทดสอบธรรม", "Chamlong Thotsoptham", "head", "Director of Finance"),
    "u_str": ("phaengan", "นางสาวทดลอง แผนงานเทียม", "Thotlong Phaenganthiam", "head", "Director of Strategy"),
    "u_engstaff": ("chang", "นายตัวอย่าง ช่างสมมติ", "Tuayang Changsommut", "officer", "Civil Works Technician"),
}
UNITS = {
    "CLK": ("Office of the Municipal Clerk", "สป."),
    "FIN": ("Finance Division", "คลัง"),
    "ENG": ("Engineering Division", "ช่าง"),
    "HLT": ("Public Health and Environment Division", "สธ."),
    "EDU": ("Education Division", "ศึกษา"),
    "STR": ("Strategy and Budget Division", "ยุทธฯ"),
    "WEL": ("Social Welfare Division", "สวัสดิการ"),
    "AUD": ("Internal Audit Unit", "ตสน."),
}
CHAIN = (
    ("MAYOR", "นายกเทศมนตรี", "Mayor", 7, "CLK", "", "u_mayor"),
    ("DEPMAYOR", "รองนายกเทศมนตรี", "Deputy Mayor", 6, "CLK", "MAYOR", ""),
    ("PALAD", "ปลัดเทศบาล", "Municipal Clerk", 5, "CLK", "MAYOR", "u_palad"),
    ("DEPPALAD", "รองปลัดเทศบาล", "Deputy Municipal Clerk", 4, "CLK", "PALAD", ""),
    ("CLKHEAD", "หัวหน้าสำนักปลัดเทศบาล", "Chief of the Clerk's Office", 3, "CLK", "PALAD", "u_chiefclk"),
    ("ENGHEAD", "ผู้อำนวยการกองช่าง", "Director of Engineering", 3, "ENG", "PALAD", "u_eng"),
    ("HLTHEAD", "ผู้อำนวยการกองสาธารณสุขฯ", "Director of Public Health", 3, "HLT", "PALAD", "u_hlt"),
    ("FINHEAD", "ผู้อำนวยการกองคลัง", "Director of Finance", 3, "FIN", "PALAD", "u_fin"),
    ("STRHEAD", "ผู้อำนวยการกองยุทธศาสตร์ฯ", "Director of Strategy", 3, "STR", "PALAD", "u_str"),
)
"""Code, names, rung, unit, the post above, and who holds it (empty: vacant)."""
URGENCY_WORDS = {"normal": "", "urgent": "ด่วน", "very_urgent": "ด่วนมาก", "most_urgent": "ด่วนที่สุด"}
CHANNELS = {"paper": "paper", "email": "email", "e_saraban": "e_office"}


@dataclass(frozen=True)
class Act:
    """A mutation to be done at the centre: by whom and at what moment (UTC text)."""

    mutation: Mutation[Any]
    body: msgspec.Struct
    user_id: bytes
    at: str


@dataclass(frozen=True)
class Demo:
    """Acts in their order, and the files that they name (SHA-256 -> content)."""

    acts: tuple[Act, ...]
    files: dict[str, bytes]


def identity(name: str) -> bytes:
    """A row id that is the same at every rebuilding of the demo."""
    return hashlib.blake2b(name.encode(), digest_size=16).digest()


def unit_id(code: str) -> bytes:
    return identity(f"unit {code}")


def staff_id(sample: str) -> bytes:
    return identity(f"staff {sample}")


def build() -> Demo:
    """The whole demo; the same bytes each time."""
    data = json.loads((resources.files("resources") / "demo" / "municipality.json").read_text("utf-8"))
    start = utc_text(datetime.fromisoformat("2026-11-01T08:00:00+07:00"))
    acts = [Act(DEFINE_OFFICE, _office(data), staff_id("u_palad"), start)]
    acts += [Act(DEFINE_UNIT, _unit(entry), staff_id("u_palad"), start) for entry in data["divisions"]]
    people = [entry for entry in data["users"] if entry["id"] in LOGINS]
    acts += [Act(DEFINE_STAFF, _staff(entry), staff_id("u_palad"), start) for entry in people]
    acts += [Act(DEFINE_POST, _post(*one), staff_id("u_palad"), start) for one in CHAIN]
    files: dict[str, bytes] = {}
    for entry in data["incoming_letters"]:
        if entry["secrecy"] == "normal":
            acts += _letter(entry, files)
    citizens = acts_of(data["parties"], PEOPLE_CODE, LOGINS["u_cash"][1])
    acts += [Act(mutation, body, staff_id("u_cash"), start) for mutation, body in citizens]
    return Demo(tuple(acts), files)


def _office(data: dict[str, Any]) -> DefineOffice:
    return DefineOffice(
        identity("office"),
        "เทศบาลเมืองแม่เหียะ (สาธิต)",
        "Mae Hia Town Municipality (demo)",
        "ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ ๕๐๑๐๐",
        "เชียงใหม่",
        "๐ ๕๓๐๐ ๐๐๐๐",
        data["meta"]["biller_tax_id_fictional"],
        data["meta"]["book_number_prefix"],
    )


def _unit(entry: dict[str, Any]) -> DefineUnit:
    english, short = UNITS[entry["code"]]
    return DefineUnit(unit_id(entry["code"]), entry["code"], entry["name_th"], english, short)


def _post(code: str, name_th: str, name_en: str, rung: int, unit: str, above: str, holder: str) -> DefinePost:
    above_id = identity(f"post {above}") if above else None
    holder_id = staff_id(holder) if holder else None
    return DefinePost(identity(f"post {code}"), code, name_th, name_en, rung, unit_id(unit), above_id, holder_id)


def _staff(entry: dict[str, Any]) -> DefineStaff:
    login, name_th, name_en, role, position_en = LOGINS[entry["id"]]
    unit = unit_id(entry["division"])
    return DefineStaff(staff_id(entry["id"]), login, name_th, name_en, entry["position_th"], position_en, unit, role)


def _letter(entry: dict[str, Any], files: dict[str, bytes]) -> Iterator[Act]:
    received = datetime.fromisoformat(entry["received_at"])
    pdf = letter_pdf(_paper(entry), received)
    sha256 = hashlib.sha256(pdf).hexdigest()
    files[sha256] = pdf
    letter_id = identity(entry["id"])
    number = entry["registration_number"]
    part = letters.FilePart(
        identity(f"file {entry['id']}"), sha256, f"{number}.pdf", "application/pdf", len(pdf), entry["pages"], "file"
    )
    registered = letters.Register(
        letter_id,
        Taken(INCOMING_SERIES, entry["registration_year_be"], number, bytes(16), 0),
        CENTRAL,
        utc_text(received),
        CHANNELS.get(entry["received_channel"], "paper"),
        entry["sender_agency"],
        entry["sender_book_number"],
        normalise_book_number(entry["sender_book_number"]),
        entry["addressed_to"],
        entry["subject"],
        entry["urgency"],
        "normal",
        letter_date=entry["letter_date"],
        due_date=entry["due_date"],
        stamp_page=0,
        stamp_x=148_000,
        stamp_y=12_000,
        files=(part,),
    )
    yield Act(letters.REGISTER, registered, staff_id("u_clerk"), utc_text(received))
    yield from _endorsements(entry, letter_id)
    yield from _routes(entry, letter_id)


def _paper(entry: dict[str, Any]) -> DemoLetter:
    written = date.fromisoformat(entry["letter_date"])
    urgency = URGENCY_WORDS[entry["urgency"]]
    number, pages = entry["sender_book_number"], entry["pages"]
    return DemoLetter(entry["sender_agency"], number, written, entry["addressed_to"], entry["subject"], urgency, pages)


def _endorsements(entry: dict[str, Any], letter_id: bytes) -> Iterator[Act]:
    for note in entry["endorsements"]:
        person = LOGINS.get(note["user_id"])
        name = person[1] if person else note["name"]
        row_id = identity(f"note {entry['id']} {note['seq']}")
        body = letters.Endorse(row_id, letter_id, name, note["position_th"], note["action"], note["text"])
        yield Act(letters.ENDORSE, body, staff_id(note["user_id"]), utc_text(datetime.fromisoformat(note["signed_at"])))


def _routes(entry: dict[str, Any], letter_id: bytes) -> Iterator[Act]:
    """Letters whose chain has come down again are with their units; the others still wait at the registry."""
    if entry["status"] in {"open", "pending_mayor"} or not entry["endorsements"]:
        return
    last = utc_text(datetime.fromisoformat(entry["endorsements"][-1]["signed_at"]))
    parts = tuple(
        letters.RoutePart(identity(f"route {entry['id']} {code}"), unit_id(code), "action", entry["due_date"])
        for code in entry["assigned_divisions"]
    )
    yield Act(letters.ROUTE, letters.Route(letter_id, parts), staff_id("u_clerk"), last)
    if entry["status"] in {"closed", "replied"}:
        for part in parts:
            yield Act(letters.RECEIVE, letters.Receive(part.id), staff_id("u_eng"), last)
