"""The columns of the list of papers, and its words."""

from desktop.letters.rules import padded
from desktop.letters.whereabouts import Move, PaperAct, Why
from desktop.office.dates import local_date
from desktop.office.secrecy import Secrecy
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.tokens import Tone
from ui.letters import words
from ui.letters.paper_presenter import PaperRow, State
from ui.letters.words import translate

_BADGES: dict[State, tuple[Tone, str]] = {
    State.HELD: ("neutral", "user"),
    State.ON_WAY: ("info", "sending"),
    State.MISSING: ("danger", "danger"),
    State.LENT: ("attention", "hourglass"),
    State.UNKNOWN: ("neutral", "info"),
    State.SCANNED: ("ready", "check"),
    State.EXPECTED: ("attention", "search"),
    State.FOREIGN: ("info", "warning"),
}


def columns() -> tuple[Column[PaperRow], ...]:
    return (
        Column(lambda: translate("Letters", "สถานะ"), lambda row: state_words(row.state), 148, badges=_badge),
        Column(lambda: translate("Letters", "เลขรับ"), number_words, 116, strong=True),
        Column(lambda: translate("Letters", "เรื่อง"), subject_words, 200, stretch=True, tip=subject_words),
        Column(lambda: translate("Letters", "ต้นฉบับอยู่กับ"), holder_words, 190, tip=holder_words),
        Column(lambda: translate("Letters", "ตั้งแต่"), since_words, 120, soft=True, yields=1),
    )


def state_words(state: State) -> str:
    return {
        State.HELD: translate("Letters", "มีผู้ถือ"),
        State.ON_WAY: translate("Letters", "กำลังส่ง"),
        State.MISSING: translate("Letters", "หาไม่พบ"),
        State.LENT: translate("Letters", "ยืมไป"),
        State.UNKNOWN: translate("Letters", "ยังไม่มีใบติดตาม"),
        State.SCANNED: translate("Letters", "สแกนแล้ว"),
        State.EXPECTED: translate("Letters", "ยังไม่พบ"),
        State.FOREIGN: translate("Letters", "ไม่ใช่ของห้องนี้"),
    }[state]


def number_words(row: PaperRow) -> str:
    paper = row.paper
    return "–" if paper.number is None else f"{padded(paper.number)}/{paper.year_be % 100:02d}"


def subject_words(row: PaperRow) -> str:
    paper = row.paper
    if paper.number is None:
        return translate("Letters", "หนังสือที่เครื่องนี้ไม่มี")
    return paper.subject if paper.secrecy is Secrecy.NORMAL else words.secrecy(paper.secrecy)


def holder_words(row: PaperRow) -> str:
    paper = row.paper
    return paper.borrower or (paper.last.holder if paper.last else "–")


def since_words(row: PaperRow) -> str:
    return words.day(local_date(row.paper.last.at)) if row.paper.last else ""


def move_words(move: Move) -> str:
    """`ส่งให้ กองช่าง`, `หาไม่พบที่ ห้องธุรการ`"""
    pattern = {
        PaperAct.TAKEN: translate("Letters", "{holder} รับไว้"),
        PaperAct.HANDED: translate("Letters", "ส่งให้ {holder}"),
        PaperAct.SEEN: translate("Letters", "พบที่ {holder}"),
        PaperAct.MISSING: translate("Letters", "หาไม่พบที่ {holder}"),
    }[move.act]
    said = pattern.format(holder=move.holder)
    return f"{said} ({move.place})" if move.place else said


def why_words(why: Why) -> str:
    return {
        Why.ON_WAY: translate("Letters", "กำลังส่งไปที่นี่"),
        Why.LAST: translate("Letters", "ถือไว้เป็นคนสุดท้าย"),
        Why.GIVER: translate("Letters", "อาจยังไม่ได้ส่งออกไป"),
        Why.POUCH: translate("Letters", "ฉบับที่ส่งไปพร้อมกันอยู่ที่นี่"),
        Why.HABIT: translate("Letters", "จากที่เดิมมักส่งต่อไปที่นี่"),
        Why.BEFORE: translate("Letters", "เคยอยู่ที่นี่"),
    }[why]


def _badge(row: PaperRow) -> tuple[Badge, ...]:
    tone, icon = _BADGES[row.state]
    return (Badge(state_words(row.state), tone, icon, bare=True),)
