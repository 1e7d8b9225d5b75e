"""The columns of the fallen letters."""

from desktop.letters.fallen import FallenLetter, NextStep
from desktop.letters.model import RouteState
from desktop.letters.rules import padded
from desktop.office.dates import local_date
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.counted import counted
from ui.letters import words
from ui.letters.words import translate


def columns() -> tuple[Column[FallenLetter], ...]:
    """Where there is little room the sender and the day of the last act go, in this order."""
    return (
        Column(lambda: translate("Letters", "เลขรับ"), lambda row: padded(row.number), 80, strong=True),
        Column(lambda: translate("Letters", "ความเร็ว"), _urgency_words, 108, badges=_urgency),
        Column(
            lambda: translate("Letters", "เรื่อง"),
            lambda row: row.subject,
            176,
            stretch=True,
            tip=lambda row: row.subject,
        ),
        Column(lambda: translate("Letters", "จาก"), lambda row: row.from_party, 144, soft=True, yields=2),
        Column(
            lambda: translate("Letters", "ขยับล่าสุด"),
            lambda row: words.day(local_date(row.acted_at)),
            112,
            soft=True,
            yields=1,
        ),
        Column(lambda: translate("Letters", "เลยมา"), late_words, 142, align=RIGHT, strong=True),
        Column(lambda: translate("Letters", "อยู่ที่"), holder_words, 124, tip=holder_words),
        Column(lambda: translate("Letters", "ขั้นต่อไป"), next_words, 152, badges=_next_badge, tip=next_words),
    )


def late_words(row: FallenLetter) -> str:
    """Working days since it should have moved."""
    if row.late < 1:
        return translate("Letters", "ครบแล้ว")
    return counted(translate("Letters", "{count} วันทำการ"), row.late).format(count=f"{row.late:,}")


def holder_words(row: FallenLetter) -> str:
    return row.holder if row.holder_state else translate("Letters", "สารบรรณกลาง")


def next_words(row: FallenLetter) -> str:
    return {
        NextStep.ROUTE: translate("Letters", "ส่งต่อให้หน่วยงาน"),
        NextStep.ASK_RECEIPT: translate("Letters", "ทวงให้รับเรื่อง"),
        NextStep.ASK_PROGRESS: translate("Letters", "ทวงความคืบหน้า"),
    }[row.next_step]


def _next_badge(row: FallenLetter) -> tuple[Badge, ...]:
    if row.holder_state is RouteState.SENT:
        return (Badge(next_words(row), "attention", "hourglass", bare=True),)
    icon = "route" if row.holder_state is None else "endorse"
    return (Badge(next_words(row), "neutral", icon, bare=True),)


def _urgency(row: FallenLetter) -> tuple[Badge, ...]:
    badge = words.urgency_badge(row.urgency)
    return (badge,) if badge else ()


def _urgency_words(row: FallenLetter) -> str:
    badge = words.urgency_badge(row.urgency)
    return badge.words if badge else ""
