"""The endorsements of a letter as a clean list: who signed in what capacity, what was read, what was put right."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.letters.model import Endorsement, Reading
from ui.kit.chips import Badge
from ui.kit.counted import counted
from ui.letters import words
from ui.letters.entries import Entry

translate = QCoreApplication.translate


def note_entries(notes: Sequence[Endorsement]) -> list[Entry]:
    """The newest first."""
    corrected = {note.corrects_id for note in notes if note.corrects_id}
    when = {note.id: note.at for note in notes}
    entries = []
    for note in reversed(notes):
        said = [note.acted_as]
        if note.corrects_id in when:
            told = translate("Letters", "แก้ไขเกษียณเมื่อ {when}")
            said.append(told.format(when=words.moment(when[note.corrects_id])))
        if note.reading is not None and note.reading.all_pages:
            said.append(reading(note.reading))
        if note.flaw is not None:
            said.append(flaw(note.flaw))
        badge = _badge(note, is_corrected=note.id in corrected)
        entries.append(Entry(note.actor_name, words.moment(note.at), " · ".join(said), note.text, badge))
    return entries


def reading(seen: Reading) -> str:
    if seen.is_read:
        return counted(translate("Letters", "อ่านครบ {count} หน้า"), seen.all_pages).format(count=seen.all_pages)
    return counted(translate("Letters", "อ่าน {count} จาก {total} หน้า"), seen.all_pages).format(
        count=seen.pages, total=seen.all_pages
    )


def flaw(code: str) -> str:
    """What the centre found wrong, in a few words."""
    return {
        "letters.delegation_expired": translate("Letters", "คำสั่งแทนไม่อยู่ในกำหนดเวลา"),
        "letters.delegation_recalled": translate("Letters", "คำสั่งแทนถูกยกเลิกก่อนลงนาม"),
        "letters.delegation_other_scope": translate("Letters", "คำสั่งแทนไม่ครอบคลุมเรื่องนี้"),
        "letters.delegation_not_theirs": translate("Letters", "คำสั่งแทนเป็นของผู้อื่น"),
    }.get(code, translate("Letters", "ไม่พบคำสั่งแทนที่อ้าง"))


def _badge(note: Endorsement, *, is_corrected: bool) -> Badge | None:
    if note.held:
        return Badge(translate("Letters", "ยังเลิกทำได้"), "info", "undo")
    if note.flaw is not None:
        return Badge(translate("Letters", "ตรวจสอบอำนาจ"), "attention", "warning")
    return Badge(translate("Letters", "มีการแก้ไข"), "neutral", "endorse") if is_corrected else None
