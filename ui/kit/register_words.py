"""What registers of letters are called, wherever one is named."""

from PySide6.QtCore import QCoreApplication

from desktop.office.series import CENTRAL, SECRET

translate = QCoreApplication.translate


def register(which: str, unit: str = "") -> str:
    """`ทะเบียนส่ง (กลาง)`, `ทะเบียนรับ กองช่าง`; `unit`: the name of the division whose register it is."""
    secret = which.startswith(SECRET)
    book, _, whose = which.removeprefix(SECRET).partition("/")
    named = _books().get("incoming" if which == CENTRAL else book, which)
    if secret:
        return translate("Letters", "{register} (ลับ)").format(register=named)
    if whose not in ("", "central"):
        return f"{named} {unit}".strip()
    whole = book in ("incoming", "outgoing", CENTRAL)
    return translate("Letters", "{register} (กลาง)").format(register=named) if whole else named


def _books() -> dict[str, str]:
    return {
        "incoming": translate("Letters", "ทะเบียนรับ"),
        "outgoing": translate("Letters", "ทะเบียนส่ง"),
        "circular": translate("Letters", "ทะเบียนหนังสือเวียน"),
        "memo": translate("Letters", "ทะเบียนบันทึกข้อความ"),
        "order": translate("Letters", "ทะเบียนคำสั่ง"),
        "announcement": translate("Letters", "ทะเบียนประกาศ"),
        "evidence": translate("Letters", "ทะเบียนหลักฐาน"),
    }
