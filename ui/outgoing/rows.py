"""Drafts as lines of a list."""

from PySide6.QtCore import QCoreApplication

from desktop.letters.rules import padded
from desktop.outgoing.model import DraftRow
from ui.kit import marks
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.rows import RowsModel
from ui.outgoing import words
from ui.outgoing.says import Says

translate = QCoreApplication.translate


def draft_rows(says: Says) -> RowsModel[DraftRow]:
    columns = (
        Column[DraftRow](
            lambda: translate("Outgoing", "สถานะ"),
            lambda row: _state(row).words,
            132,
            badges=lambda row: (_state(row),),
        ),
        Column[DraftRow](
            lambda: translate("Outgoing", "แบบ"), lambda row: words.template(row.template), 128, soft=True, yields=1
        ),
        Column[DraftRow](
            lambda: translate("Outgoing", "เรื่อง"),
            lambda row: row.subject or translate("Outgoing", "(ยังไม่มีเรื่อง)"),
            220,
            stretch=True,
            badges=_urgent,
            mixed=True,
        ),
        Column[DraftRow](
            lambda: translate("Outgoing", "เรียน / ถึง"), lambda row: row.to_party, 170, soft=True, yields=2
        ),
        Column[DraftRow](lambda: translate("Outgoing", "เลข"), _number, 84),
        Column[DraftRow](lambda: translate("Outgoing", "ผู้ร่าง"), lambda row: row.author_name, 140, soft=True, yields=3),
        Column[DraftRow](lambda: translate("Outgoing", "ล่าสุด"), lambda row: says.moment(row.acted_at), 178, soft=True),
    )
    return RowsModel(columns, lambda row: row.id)


def _state(row: DraftRow) -> Badge:
    if row.unstamped:
        return words.unstamped_badge()
    return words.unsealed_badge() if row.unsealed else words.state_badge(row.state)


def _urgent(row: DraftRow) -> tuple[Badge, ...]:
    badge = marks.urgency_badge(row.urgency.value)
    return (badge,) if badge else ()


def _number(row: DraftRow) -> str:
    return padded(row.number) if row.number is not None else ""
