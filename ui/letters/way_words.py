"""What the letters room calls the ways of letters: deeds, states, baskets, who gets it next."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication

from desktop.letters.model import Basket
from desktop.letters.route_model import Outcome, Recipient, Route, RouteState, Step
from ui.kit.chips import Badge
from ui.kit.tokens import Tone
from ui.letters.way import Deed

translate = QCoreApplication.translate


def deed(which: Deed, *, on: bool = False) -> str:
    """The word on the button; `on`: it is followed or put away already."""
    if on and which is Deed.FOLLOW:
        return translate("Ways", "เลิกติดตาม")
    if on and which is Deed.SNOOZE:
        return translate("Ways", "พักอยู่")
    return {
        Deed.ACKNOWLEDGE: translate("Ways", "ทราบ"),
        Deed.ANSWER: translate("Ways", "ตอบคำขอคืน"),
        Deed.FINISH: translate("Ways", "เสร็จส่วนนี้"),
        Deed.SEND_BACK: translate("Ways", "ส่งคืน"),
        Deed.RECALL: translate("Ways", "เรียกคืน"),
        Deed.ASK_BACK: translate("Ways", "ขอคืน"),
        Deed.REMIND: translate("Ways", "ทวงถาม"),
        Deed.FOLLOW: translate("Ways", "ติดตาม"),
        Deed.SNOOZE: translate("Ways", "พักไว้"),
    }[which]


def means(which: Deed) -> str:
    """What a deed does, said before it is done."""
    return {
        Deed.ANSWER: translate("Ways", "ผู้ส่งขอหนังสือคืน ถ้าคืนให้ หนังสือจะออกจากหน่วยงานนี้ ถ้าไม่คืนต้องบอกเหตุผล"),
        Deed.SEND_BACK: translate("Ways", "หนังสือกลับไปที่ผู้ส่งพร้อมเหตุผล เช่น ส่งผิดหน่วยงาน"),
        Deed.RECALL: translate("Ways", "ยังไม่มีผู้รับ หนังสือกลับมาทันที ถ้ามีผู้รับไปก่อนถึงส่วนกลาง จะกลายเป็นคำขอคืน"),
        Deed.ASK_BACK: translate("Ways", "มีผู้รับไปแล้ว จึงเรียกคืนเองไม่ได้ ผู้รับจะตอบว่าคืนหรือไม่คืน"),
        Deed.REMIND: translate("Ways", "ผู้ที่ยังไม่ทำส่วนของตนจะเห็นข้อความนี้ที่หนังสือ"),
        Deed.SNOOZE: translate("Ways", "หนังสือจะไม่อยู่ในตะกร้าจนถึงวันที่เลือก วันครบกำหนดยังนับตามเดิม"),
    }.get(which, "")


def word_asked(which: Deed) -> str:
    """What the line to write on is called."""
    return translate("Ways", "ข้อความ") if which is Deed.REMIND else translate("Ways", "เหตุผล")


def said(which: Deed, *, on: bool = False) -> str:
    """What is told when it is durable."""
    return {
        Deed.ACKNOWLEDGE: translate("Ways", "บันทึกว่าทราบแล้ว"),
        Deed.ANSWER: translate("Ways", "ตอบผู้ส่งแล้ว"),
        Deed.FINISH: translate("Ways", "เสร็จส่วนของท่านแล้ว"),
        Deed.SEND_BACK: translate("Ways", "ส่งคืนผู้ส่งแล้ว"),
        Deed.RECALL: translate("Ways", "เรียกคืนแล้ว"),
        Deed.ASK_BACK: translate("Ways", "ขอคืนแล้ว รอผู้รับตอบ"),
        Deed.REMIND: translate("Ways", "ทวงถามแล้ว"),
        Deed.FOLLOW: translate("Ways", "เลิกติดตามแล้ว") if on else translate("Ways", "ติดตามแล้ว ดูได้ในตะกร้าติดตาม"),
        Deed.SNOOZE: translate("Ways", "พักไว้แล้ว ดูได้ในตะกร้าพัก"),
    }[which]


def route_badge(route: Route) -> Badge:
    """The one thing to know of a holding."""
    tone, icon, words = _state(route)
    return Badge(words, cast(Tone, tone), icon)


def _state(route: Route) -> tuple[str, str, str]:
    if route.outcome is Outcome.RETURNED:
        return "danger", "undo", translate("Ways", "ส่งคืน")
    if route.outcome is Outcome.GIVEN_BACK:
        return "neutral", "undo", translate("Ways", "คืนให้แล้ว")
    if route.state is RouteState.RECALLED:
        return "neutral", "undo", translate("Letters", "เรียกคืนแล้ว")
    if route.asked_at is not None:
        return "attention", "undo", translate("Ways", "ขอคืนอยู่")
    if route.acknowledged_at is not None:
        return "ready", "check", translate("Ways", "ทราบแล้ว")
    if route.done_at is not None:
        return "ready", "check", translate("Ways", "เสร็จแล้ว")
    if route.state is RouteState.SENT:
        return "attention", "hourglass", translate("Letters", "รอรับ")
    return "ready", "check", translate("Letters", "รับแล้ว")


def whom(route: Route) -> str:
    """The unit, with the post or the person that a holding is for."""
    return " · ".join(filter(None, (route.unit_name, route.post_name, route.holder_name)))


def waiting(step: Step) -> str:
    return " · ".join(filter(None, (step.unit_name, step.post_name, step.person_name)))


def recipient(one: Recipient) -> str:
    """`ปลัดเทศบาล (นายจำลอง สาธิตกุล)`, or the unit's name; who acts for the post, instead of its holder or beside."""
    if one.deputies:
        names = one.deputies if one.is_deputed else (one.person_name, *one.deputies)
        either = translate("Ways", " หรือ ")
        return f"{one.post_name} ({either.join(filter(None, names))})"
    if one.is_vacant:
        return translate("Ways", "{post} (ว่าง)").format(post=one.post_name)
    named = one.post_name or one.unit_name
    return f"{named} ({one.person_name})" if one.person_name else named


def preview(stages: Sequence[Sequence[Recipient]]) -> str:
    """Who gets it next and who after them; nothing where nobody was chosen."""
    said = [", ".join(map(recipient, stage)) for stage in stages if stage]
    if not said:
        return ""
    return translate("Ways", "ผู้รับถัดไป: {names}").format(names=" → ".join(said))


def basket(which: Basket) -> str:
    return {
        Basket.RECEIVE: translate("Ways", "รอรับ"),
        Basket.ENDORSE: translate("Ways", "รอเกษียณ"),
        Basket.CIRCULAR: translate("Ways", "เวียน"),
        Basket.SENT: translate("Ways", "ส่งแล้ว"),
        Basket.FOLLOWED: translate("Ways", "ติดตาม"),
        Basket.SNOOZED: translate("Ways", "พัก"),
    }[which]


def nothing_in(which: Basket) -> tuple[str, str]:
    """What an empty basket says: what would be here, and how it comes."""
    return {
        Basket.RECEIVE: (
            translate("Ways", "ไม่มีหนังสือรอรับ"),
            translate("Ways", "หนังสือที่ส่งถึงท่านหรือหน่วยงานของท่าน จะอยู่ที่นี่จนกว่าจะกดรับ"),
        ),
        Basket.ENDORSE: (
            translate("Ways", "ไม่มีหนังสือรอเกษียณ"),
            translate("Ways", "หนังสือที่รับแล้วและยังไม่ได้ส่งต่อ และหนังสือที่ถูกส่งคืน จะอยู่ที่นี่"),
        ),
        Basket.CIRCULAR: (
            translate("Ways", "ไม่มีหนังสือเวียนที่ค้าง"),
            translate("Ways", "หนังสือเวียนที่หน่วยงานยังไม่กดทราบ และที่ท่านเวียนไปแล้วยังทราบไม่ครบ จะอยู่ที่นี่"),
        ),
        Basket.SENT: (
            translate("Ways", "ยังไม่ได้ส่งหนังสือใด"),
            translate("Ways", "หนังสือที่ท่านหรือหน่วยงานของท่านส่งต่อ จะอยู่ที่นี่ พร้อมที่อยู่ในขณะนี้"),
        ),
        Basket.FOLLOWED: (
            translate("Ways", "ยังไม่ได้ติดตามหนังสือใด"),
            translate("Ways", "กด V ที่หนังสือเพื่อติดตาม แล้วดูความเคลื่อนไหวได้ที่นี่"),
        ),
        Basket.SNOOZED: (
            translate("Ways", "ไม่มีหนังสือที่พักไว้"),
            translate("Ways", "กด Z ที่หนังสือเพื่อพักไว้ถึงวันที่เลือก วันครบกำหนดยังนับตามเดิม"),
        ),
    }[which]


def event(kind: str) -> str:
    """What was said about a routing, for the history; its `text` follows."""
    return {
        "route.asked_back": translate("Ways", "ขอคืนจาก"),
        "route.gave_back": translate("Ways", "คืนให้ผู้ส่งจาก"),
        "route.kept": translate("Ways", "ไม่คืนจาก"),
        "route.returned": translate("Ways", "ส่งคืนจาก"),
        "route.reminded": translate("Ways", "ทวงถาม"),
        "route.reassigned": translate("Ways", "โอนให้ผู้อื่นใน"),
        "route.came_late": translate("Ways", "มีผู้รับหลังเรียกคืนที่"),
        "acknowledged": translate("Ways", "ทราบ"),
        "done": translate("Ways", "เสร็จส่วนของ"),
    }.get(kind, translate("Ways", "บันทึกเส้นทาง"))
