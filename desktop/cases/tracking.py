"""What the QR code of a case says: enough to find it again, and a word that nobody guesses from the number."""

import base64

from desktop.cases.model import CaseLine
from desktop.office.ids import Id

_BEGINS = "TDC1|"


def code_of(case_id: Id) -> str:
    """Eight signs, as a citizen says them over the telephone."""
    return base64.b32encode(case_id[-5:]).decode()


def payload(line: CaseLine, office_id: int) -> str:
    parts = (office_id, line.series, line.year_be, line.number, code_of(line.id))
    return _BEGINS + "|".join(map(str, parts))


def read(scanned: str) -> tuple[str, int, int, str] | None:
    """Series, year, number and code of a scanned slip; None for everything else."""
    parts = scanned.strip().removeprefix(_BEGINS).split("|")
    if not scanned.strip().startswith(_BEGINS) or len(parts) != 5 or not (parts[2] + parts[3]).isdecimal():
        return None
    return parts[1], int(parts[2]), int(parts[3]), parts[4]
