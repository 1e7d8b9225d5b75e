"""What the room of cases calls its codes on the screen."""

from PySide6.QtCore import QCoreApplication

from desktop.cases.kind import State
from desktop.cases.queries import Whose
from desktop.cashier.bill_model import BillState
from desktop.office.errors import OfficeError, known_codes
from ui.kit.chips import Badge

translate = QCoreApplication.translate


def whose(which: Whose) -> str:
    return {
        Whose.ALL: translate("Cases", "ทั้งหมด"),
        Whose.UNIT: translate("Cases", "ของกอง"),
        Whose.MINE: translate("Cases", "ของฉัน"),
    }[which]


def state_badge(state: State | None, code: str, language: str) -> Badge:
    if state is None:
        return Badge(code)
    tone, icon = {"runs": ("info", ""), "stands": ("attention", "hourglass"), "ended": ("ready", "check")}[state.clock]
    return Badge(state.name.in_language(language), tone, icon)  # type: ignore[arg-type]


def overdue_badge(words: str) -> Badge:
    return Badge(words, "danger", "warning")


def bill_state(state: BillState) -> str:
    return {
        BillState.OPEN: translate("Cases", "รอชำระ"),
        BillState.WAITING: translate("Cases", "รอเงินโอน"),
        BillState.PAID: translate("Cases", "ชำระแล้ว"),
        BillState.CANCELLED: translate("Cases", "ยกเลิก"),
    }[state]


def problem(code: str, language: str) -> str:
    """The title of what is wrong with a field."""
    return OfficeError(code).describe(language)[0] if code in known_codes() else code


def asked(name: str) -> str:
    """What a step asks for, as the label of its field."""
    return {
        "text": translate("Cases", "รายละเอียด"),
        "reason": translate("Cases", "เหตุผล"),
        "agency": translate("Cases", "หน่วยงานที่รับผิดชอบ"),
        "unit": translate("Cases", "กอง"),
        "person": translate("Cases", "ผู้รับผิดชอบ"),
        "item": translate("Cases", "เอกสาร"),
        "score": translate("Cases", "คะแนน 1 ถึง 5"),
        "cost": translate("Cases", "ค่าใช้จ่าย (บาท)"),
        "case": translate("Cases", "เลขที่เรื่องเดิม"),
        "photo": translate("Cases", "รูปถ่าย"),
    }[name]
