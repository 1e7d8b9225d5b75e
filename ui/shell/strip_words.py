"""The five states of the post in words: always with a number and a time, never a word of technique."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.office.dates import BANGKOK
from ui.kit.counted import counted
from ui.kit.tokens import Tone

Kind = Literal["green", "blue", "yellow", "orange", "red"]
translate = QCoreApplication.translate

TONES: dict[Kind, Tone] = {
    "green": "ready",
    "blue": "info",
    "yellow": "attention",
    "orange": "attention",
    "red": "danger",
}
ICONS: dict[Kind, str] = {
    "green": "cloud-done",
    "blue": "sending",
    "yellow": "offline",
    "orange": "flag",
    "red": "danger",
}


LINE_TROUBLES = frozenset({"post.unsent_too_long", "post.stuck", "post.clock_wrong"})
"""Red states of which a test of the line tells more."""
_MINUTES_FROM = 120


@dataclass(frozen=True)
class StripState:
    """What the strip shows. `text` without figures of numbers; those stand by themselves, and None is not shown.

    `action` are the words of the one thing to do; the strip tells when it is pressed.
    """

    kind: Kind
    text: str
    receipts_left: int | None = None
    next_number: str = ""
    action: str = ""
    receipts_days: int | None = None
    receipts_low: bool = False
    numbers_low: bool = False
    copy_days: int | None = None
    as_of: str = ""
    """What stands over every room while there is no line: of when its data is."""


@dataclass(frozen=True)
class PostFacts:
    """What is known of the post: counts, aware UTC moments, seconds. `kind` is decided where it is proven.

    `fresh_at`: when the centre was heard last; `fresh_day`: that day in words, where it is not today.
    `trouble` in words; `unsent_hours` since the oldest act waits; `helpdesk`: the number to call, or empty.
    """

    kind: Kind
    fresh_at: datetime | None = None
    offline_since: datetime | None = None
    waiting: int = 0
    seconds_left: int | None = None
    attention: int = 0
    trouble: str = ""
    receipts_left: int | None = None
    receipts_days: int | None = None
    next_number: str = ""
    trouble_code: str = ""
    unsent_hours: int | None = None
    receiving: int = 0
    helpdesk: str = ""
    receipts_low: bool = False
    numbers_low: bool = False
    copy_days: int | None = None
    fresh_day: str = ""


def strip_state(facts: PostFacts) -> StripState:
    """The words for the facts, in the language of now."""
    text = {"green": _green, "blue": _blue, "yellow": _yellow, "orange": _orange, "red": _red}[facts.kind](facts)
    state = StripState(
        facts.kind,
        text,
        facts.receipts_left,
        facts.next_number,
        receipts_days=facts.receipts_days,
        receipts_low=facts.receipts_low,
        numbers_low=facts.numbers_low,
        copy_days=facts.copy_days,
        as_of=_as_of(facts),
    )
    if facts.kind == "orange":
        return replace(state, action=translate("Strip", "เปิดดู"))
    if facts.kind != "red":
        return state
    tests = facts.trouble_code in LINE_TROUBLES
    return replace(state, action=translate("Strip", "ทดสอบการเชื่อมต่อ") if tests else translate("Strip", "ดูวิธีแก้"))


def clock(moment: datetime) -> str:
    """The time of day at the office: 10:42 น."""
    return translate("Strip", "{time} น.").format(time=moment.astimezone(BANGKOK).strftime("%H:%M"))


def _as_of(facts: PostFacts) -> str:
    if facts.offline_since is None or facts.fresh_at is None:
        return ""
    moment = f"{facts.fresh_day} {clock(facts.fresh_at)}".strip()
    return translate("Strip", "ข้อมูล ณ {moment} (ออฟไลน์)").format(moment=moment)


def _green(facts: PostFacts) -> str:
    words = translate("Strip", "ส่งครบแล้ว")
    if facts.fresh_at is None:
        return words
    return f"{words} · " + translate("Strip", "ข้อมูลล่าสุด {time}").format(time=clock(facts.fresh_at))


def _blue(facts: PostFacts) -> str:
    if not facts.waiting and facts.receiving:
        return translate("Strip", "กำลังรับไฟล์ เหลือ {count} ไฟล์").format(count=facts.receiving)
    if not facts.waiting:
        return translate("Strip", "กำลังรับข้อมูลจากส่วนกลาง")
    words = counted(translate("Strip", "กำลังส่ง {count} รายการ"), facts.waiting).format(count=facts.waiting)
    if facts.seconds_left is None:
        return words
    if facts.seconds_left < _MINUTES_FROM:
        left = counted(translate("Strip", "เหลือประมาณ {count} วินาที"), facts.seconds_left).format(
            count=facts.seconds_left
        )
    else:
        minutes = round(facts.seconds_left / 60)
        left = counted(translate("Strip", "เหลือประมาณ {count} นาที"), minutes).format(count=minutes)
    return f"{words} · {left}"


def _yellow(facts: PostFacts) -> str:
    words = [translate("Strip", "ออฟไลน์ ทำงานต่อได้")]
    if facts.offline_since is not None:
        words[0] = translate("Strip", "ออฟไลน์ตั้งแต่ {time} ทำงานต่อได้").format(time=clock(facts.offline_since))
    words.append(counted(translate("Strip", "รอส่ง {count} รายการ"), facts.waiting).format(count=facts.waiting))
    if facts.receipts_left is not None and not facts.receipts_low:  # a figure of its own warns then
        words.append(_receipts(facts.receipts_left, facts.receipts_days))
    return " · ".join(words)


def _receipts(left: int, days: int | None) -> str:
    words = counted(translate("Strip", "ใบเสร็จเหลือ {count} เลข"), left).format(count=f"{left:,}")
    return (
        words
        if days is None
        else words + " " + counted(translate("Strip", "(ใช้ได้อีก ~{count} วัน)"), days).format(count=days)
    )


def _orange(facts: PostFacts) -> str:
    words = counted(translate("Strip", "ต้องตรวจ {count} รายการ"), facts.attention).format(count=facts.attention)
    return f"{words} · " + (_yellow(facts) if facts.offline_since is not None else _green_or_waiting(facts))


def _green_or_waiting(facts: PostFacts) -> str:
    if facts.waiting:
        return counted(translate("Strip", "รอส่ง {count} รายการ"), facts.waiting).format(count=facts.waiting)
    return translate("Strip", "รายการอื่นส่งครบแล้ว")


def _red(facts: PostFacts) -> str:
    words = [facts.trouble or translate("Strip", "ส่งไม่สำเร็จ")]
    if facts.trouble_code == "post.unsent_too_long" and facts.unsent_hours is not None:
        words = [translate("Strip", "ส่งไม่สำเร็จนาน {count} ชม.").format(count=facts.unsent_hours)]
    if facts.waiting:
        words.append(
            counted(translate("Strip", "รอส่ง {count} รายการ อยู่ครบในเครื่อง"), facts.waiting).format(count=facts.waiting)
        )
    if facts.helpdesk:
        words.append(translate("Strip", "โทร {number}").format(number=facts.helpdesk))
    return " · ".join(words)
