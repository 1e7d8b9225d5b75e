"""What the tray says: what was done, why it is here, what can be done about it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.letters.rules import padded
from desktop.office.errors import OfficeError, known_codes
from desktop.office.money import format_baht
from desktop.tray.model import Deed, Item, Named, Paper, Sent, Settlement, Standing, Way
from ui.counter import words as citizens
from ui.kit.chips import Badge
from ui.letters import words as letters

translate = QCoreApplication.translate


def named(one: Named, language: str) -> str:
    return (one.en if language == "en" else one.th) or translate("Tray", "ผู้ที่ไม่อยู่ในบัญชี")


def way(which: Way) -> str:
    return {
        Way.CHOOSE: translate("Tray", "ใช้ตามที่เลือก"),
        Way.REDO: translate("Tray", "ทำใหม่"),
        Way.REOPEN: translate("Tray", "เปิดเรื่องอีกครั้ง"),
        Way.LINK: translate("Tray", "เป็นเรื่องเดียวกัน ผูกไว้"),
        Way.EDIT: translate("Tray", "เปิดแก้ไข"),
        Way.HAND_UP: translate("Tray", "ส่งให้หัวหน้า"),
        Way.CLOSE: translate("Tray", "ปิดรายการ"),
        Way.ANSWER: translate("Tray", "ดูแลเรียบร้อยแล้ว"),
        Way.RETURN: translate("Tray", "ส่งคืนพร้อมคำตอบ"),
        Way.UNDO: translate("Tray", "เลิกทำ"),
    }[which]


def done(which: Way) -> str:
    """What the clerk is told when it is durable."""
    return {
        Way.CHOOSE: translate("Tray", "บันทึกตามที่เลือกแล้ว ข้อมูลทั้งสองฝั่งยังเก็บไว้"),
        Way.REDO: translate("Tray", "ทำรายการใหม่แล้ว"),
        Way.REOPEN: translate("Tray", "เปิดเรื่องอีกครั้งแล้ว หนังสือส่งถึงหน่วยงานเดิม"),
        Way.LINK: translate("Tray", "ผูกหนังสือสองฉบับไว้ด้วยกันแล้ว"),
        Way.HAND_UP: translate("Tray", "ส่งให้หัวหน้าแล้ว"),
        Way.CLOSE: translate("Tray", "ปิดรายการแล้ว"),
        Way.ANSWER: translate("Tray", "ตอบแล้ว รายการปิดที่เครื่องผู้ถามด้วย"),
        Way.RETURN: translate("Tray", "ส่งคืนให้เครื่องผู้ถามแล้ว"),
        Way.UNDO: translate("Tray", "เปิดรายการอีกครั้งแล้ว"),
    }[which]


def view(standing: Standing) -> str:
    return {
        Standing.OPEN: translate("Tray", "ต้องตรวจ"),
        Standing.HANDED_UP: translate("Tray", "ส่งให้หัวหน้าแล้ว"),
        Standing.SETTLED: translate("Tray", "เสร็จแล้ว"),
    }[standing]


def nothing(standing: Standing) -> tuple[str, str]:
    """What an empty list says: what would be here, and how it comes."""
    return {
        Standing.OPEN: (
            translate("Tray", "ไม่มีรายการต้องตรวจ"),
            translate("Tray", "รายการที่ส่วนกลางรับไม่ได้หรือขอให้ตรวจจะขึ้นในหน้านี้ พร้อมเหตุผลและทางแก้ งานอื่นส่งต่อได้ตามปกติ"),
        ),
        Standing.HANDED_UP: (
            translate("Tray", "ไม่มีรายการที่รอหัวหน้า"),
            translate("Tray", "รายการที่ส่งให้หัวหน้าจะรออยู่ที่นี่จนกว่าจะได้คำตอบ"),
        ),
        Standing.SETTLED: (
            translate("Tray", "ยังไม่มีรายการที่เสร็จ"),
            translate("Tray", "รายการที่จัดการแล้วจะเก็บไว้ที่นี่ ทั้งสองฝั่ง พร้อมผู้จัดการและเหตุผล"),
        ),
    }[standing]


def settled(settlement: Settlement, language: str) -> str:
    how = {
        "closed": translate("Tray", "ปิดรายการ"),
        "redone": translate("Tray", "ทำใหม่แล้ว"),
        "reopened": translate("Tray", "เปิดเรื่องอีกครั้งแล้ว"),
        "chosen": translate("Tray", "เลือกแล้ว"),
        "linked": translate("Tray", "ผูกเป็นเรื่องเดียวกันแล้ว"),
        "edited": translate("Tray", "แก้ไขในเอกสารแล้ว"),
        "handed_up": translate("Tray", "ส่งให้หัวหน้า"),
        "agreed": translate("Tray", "ศูนย์ยืนยันปีแล้ว"),
    }.get(settlement.how, settlement.how)
    who = () if settlement.how == "agreed" else (named(settlement.by, language),)
    return " · ".join((how, *who, letters.moment(settlement.at)))


def badge(item: Item) -> Badge:
    if item.standing is Standing.ASKED:
        return Badge(translate("Tray", "หัวหน้าตรวจ"), "info", "user")
    if item.standing is Standing.HANDED_UP:
        return Badge(translate("Tray", "รอหัวหน้า"), "neutral", "hourglass")
    if item.standing is Standing.SETTLED:
        return Badge(translate("Tray", "เสร็จแล้ว"), "ready", "check")
    if item.question is not None:
        return Badge(translate("Tray", "หัวหน้าตอบแล้ว"), "info", "user")
    return Badge(translate("Tray", "ต้องตรวจ"), "attention", "warning")


def paper(about: Paper) -> str:
    """`หนังสือ เลขรับ 00123/2569`"""
    said = {
        "letter": translate("Tray", "หนังสือ เลขรับ {number}"),
        "citizen_case": translate("Tray", "เรื่อง {number}"),
        "certificate": translate("Tray", "หนังสือรับรอง เล่มที่ {number}"),
        "person": translate("Tray", "ข้อมูลประชาชน"),
    }.get(about.entity, translate("Tray", "ใบเสร็จ {number}"))
    return said.format(number=about.number or "-")


def field_of(item: Item, field: str) -> str:
    """What a field is called in the room of its paper."""
    of_person = item.paper is not None and item.paper.entity == "person"
    return citizens.field(field) if of_person else letters.field(field)


def short_paper(item: Item) -> str:
    return paper(item.paper) if item.paper is not None and item.paper.number else translate("Tray", "เครื่องนี้")


def why(item: Item, language: str) -> tuple[str, str]:
    """Why it is here, and what is safe, in the words of its code."""
    return _described(item.code, item.data, language) or OfficeError("post.flagged").describe(language)


def _described(code: str, data: Mapping[str, Any], language: str) -> tuple[str, str] | None:
    """The words of a code; None where a centre of another release told less than they say, or another code."""
    if code not in known_codes():
        return None
    plain = {name: value for name, value in data.items() if isinstance(value, str | int)}
    try:
        return OfficeError(code, **plain).describe(language)
    except KeyError:
        return None


def particulars(item: Item, language: str) -> tuple[str, ...]:
    """What the centre said besides: where a letter is and since when, which number, which other letter."""
    said = [_sent(route, language) for route in item.routes]
    data = item.data
    if item.code == "letters.seems_twice":
        said.append(
            translate("Tray", "ตรงกับเลขรับ {number}/{year}").format(number=padded(data["number"]), year=data["year_be"])
        )
    elif "n" in data and "year_be" in data:
        said.append(translate("Tray", "เลข {number} ของปี {year}").format(number=data["n"], year=data["year_be"]))
    besides = (_described(code, data, language) for code in data.get("also", ()))
    return (*said, *(title for title, _ in filter(None, besides)))


def _sent(route: Sent, language: str) -> str:
    unit = named(route.unit, language)
    if route.state == "recalled" and route.received_at is not None:
        return translate("Tray", "เรียกคืนจาก{unit}แล้วเมื่อ {when}").format(
            unit=unit, when=letters.moment(route.received_at)
        )
    if route.done_at is not None:
        words = translate("Tray", "{unit}ทำเสร็จและปิดเรื่องแล้วเมื่อ {when}")
        return words.format(unit=unit, when=letters.moment(route.done_at))
    if route.received_at is not None and route.received_by is not None:
        words = translate("Tray", "{unit}รับเรื่องแล้วเมื่อ {when} โดย {who}")
        return words.format(unit=unit, when=letters.moment(route.received_at), who=named(route.received_by, language))
    words = translate("Tray", "เรื่องนี้ถูกส่งไป{unit}แล้วเมื่อ {when} โดย {who}")
    return words.format(unit=unit, when=letters.moment(route.sent_at), who=named(route.sent_by, language))


def deed(one: Deed, language: str) -> tuple[str, str]:
    """What was done, in a line, and its particulars."""
    tell = DEEDS.get(one.type)
    if tell is None:
        return translate("Tray", "ทำรายการในเครื่องนี้"), one.type
    try:
        return tell(one.facts, language)
    except KeyError:  # this desk may no longer see the paper, and no more is told of it
        return translate("Tray", "ทำรายการในเครื่องนี้"), ""


def _facts(name: str, words: Callable[[], str]) -> "Callable[[Mapping[str, Any], str], tuple[str, str]]":
    return lambda facts, language: (words(), str(facts.get(name) or ""))


def _register(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ลงทะเบียนรับหนังสือ เลขรับ {number}/{year}")
    return words.format(number=padded(facts["number"]), year=facts["year_be"]), facts.get("subject", "")


def _number(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ให้เลขรับจริง {number}/{year}")
    return words.format(number=padded(facts["number"]), year=facts["year_be"]), ""


def _book(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ปิดเล่ม เลข {low} ถึง {high}")
    return words.format(low=facts["lo"], high=facts["hi"]), facts.get("reason") or ""


def _spoilt(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "บันทึกใบเสร็จกระดาษเสียหรือสูญหาย เลข {low} ถึง {high}")
    return words.format(low=facts["lo"], high=facts["hi"]), facts.get("reason") or ""


def _loan(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ให้ยืมเลขใบเสร็จ {low} ถึง {high}").format(low=facts["lo"], high=facts["hi"])
    return words, f"{facts['counter']} → {facts['borrower']}"


def _route(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    place = 1 if language == "en" else 0
    units = ", ".join(unit[place] for unit in facts.get("units", ()))
    return translate("Tray", "ส่งหนังสือถึง {units}").format(units=units), facts.get("note", "")


def _order(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "บันทึกคำสั่งให้ทำการแทน ที่ {number}")
    return words.format(number=facts["order_no"]), facts.get("position_th", "")


def _reassign(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    return translate("Tray", "โอนหนังสือให้ {name}").format(name=facts["to_name"]), facts.get("reason", "")


def _amend(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    lines = [
        f"{letters.field(one['field'])}: {letters.field_value(one['field'], one['base'])} → "
        f"{letters.field_value(one['field'], one['new'])}"
        for one in facts["fields"]
    ]
    return translate("Tray", "แก้ข้อมูลหนังสือ"), "\n".join(lines)


def _receipt(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ออกใบเสร็จเลขที่ {number} จำนวน {amount} บาท")
    return words.format(number=facts["number"], amount=format_baht(facts["total_satang"])), facts["payer_name"]


def _bill(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "ทำใบแจ้งชำระเลขที่ {number} จำนวน {amount} บาท")
    return words.format(number=facts["number"], amount=format_baht(facts["total_satang"])), facts["payer_name"]


def _paid(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    said = {
        "cash": translate("Tray", "รับเงินสดตามใบแจ้งชำระ {amount} บาท"),
        "cheque": translate("Tray", "รับเช็คตามใบแจ้งชำระ {amount} บาท"),
    }
    words = said.get(facts["method"], translate("Tray", "รอเงินโอนตามใบแจ้งชำระ {amount} บาท"))
    return words.format(amount=format_baht(facts["amount_satang"])), ""


def _keyed(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    words = translate("Tray", "บันทึกใบเสร็จจากกระดาษ เลขที่ {number} จำนวน {amount} บาท")
    return words.format(number=facts["number"], amount=format_baht(facts["total_satang"])), facts["payer_name"]


def _reprint(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    return translate("Tray", "พิมพ์ใบเสร็จซ้ำ ครั้งที่ {time}").format(time=facts["time"]), ""


DEEDS: dict[str, Callable[[Mapping[str, Any], str], tuple[str, str]]] = {
    "letters.register": _register,
    "letters.register_provisional": _facts("subject", lambda: translate("Tray", "ลงทะเบียนรับชั่วคราว")),
    "letters.came_again": _facts("", lambda: translate("Tray", "บันทึกว่าหนังสือมาถึงอีกช่องทาง")),
    "letters.number": _number,
    "letters.number_again": _number,
    "letters.add_file": _facts("", lambda: translate("Tray", "เพิ่มเอกสารของหนังสือ")),
    "letters.withdraw_file": _facts("reason", lambda: translate("Tray", "ถอนเอกสารของหนังสือ")),
    "letters.register_again_provisional": _facts("", lambda: translate("Tray", "ลงรับในทะเบียนของกองด้วยเลขชั่วคราว")),
    "letters.stamped": _facts("stamped_by_name", lambda: translate("Tray", "ประทับเลขจริงบนหนังสือแล้ว")),
    "letters.enter_past": _facts("file_name", lambda: translate("Tray", "นำเข้าทะเบียนเดิม")),
    "letters.withdraw_past": _facts("reason", lambda: translate("Tray", "เลิกการนำเข้าทะเบียนเดิม")),
    "letters.classify": _facts("reason", lambda: translate("Tray", "เปลี่ยนชั้นความลับของหนังสือ")),
    "letters.endorse": _facts("text", lambda: translate("Tray", "เกษียณหนังสือ")),
    "letters.delegate": _order,
    "letters.recall_delegation": _facts("reason", lambda: translate("Tray", "ยกเลิกคำสั่งให้ทำการแทน")),
    "letters.set_phrase": _facts("text", lambda: translate("Tray", "บันทึกวลีเกษียณ")),
    "letters.remove_phrase": _facts("", lambda: translate("Tray", "ลบวลีเกษียณ")),
    "letters.save_search": _facts("name", lambda: translate("Tray", "เก็บการค้นไว้เป็นแฟ้มของหน่วยงาน")),
    "letters.drop_search": _facts("", lambda: translate("Tray", "ลบแฟ้มการค้นของหน่วยงาน")),
    "letters.note_pages": _facts("", lambda: translate("Tray", "บันทึกข้อความบนหน้ากระดาษ")),
    "letters.move_paper": _facts("place", lambda: translate("Tray", "บันทึกที่อยู่ของหนังสือต้นฉบับ")),
    "letters.route": _route,
    "letters.receive": _facts("", lambda: translate("Tray", "รับเรื่องไว้ที่หน่วยงาน")),
    "letters.recall": _facts("", lambda: translate("Tray", "เรียกหนังสือคืน")),
    "letters.finish": _facts("", lambda: translate("Tray", "เสร็จส่วนของหน่วยงาน")),
    "letters.ask_back": _facts("reason", lambda: translate("Tray", "ขอหนังสือคืน")),
    "letters.answer_ask": _facts("reason", lambda: translate("Tray", "ตอบคำขอคืน")),
    "letters.send_back": _facts("reason", lambda: translate("Tray", "ส่งหนังสือคืนผู้ส่ง")),
    "letters.read": _facts("", lambda: translate("Tray", "เปิดอ่านหนังสือเวียน")),
    "letters.acknowledge": _facts("", lambda: translate("Tray", "ทราบหนังสือเวียน")),
    "letters.remind": _facts("text", lambda: translate("Tray", "ทวงถาม")),
    "letters.follow": _facts("", lambda: translate("Tray", "ติดตามหนังสือ")),
    "letters.snooze": _facts("", lambda: translate("Tray", "พักหนังสือไว้")),
    "letters.reassign": _reassign,
    "letters.define_template": _facts("name", lambda: translate("Tray", "ตั้งแม่แบบเส้นทาง")),
    "letters.withdraw_template": _facts("", lambda: translate("Tray", "เลิกใช้แม่แบบเส้นทาง")),
    "letters.amend": _amend,
    "letters.register_again": _facts("", lambda: translate("Tray", "ลงรับในทะเบียนของกอง")),
    "letters.cancel": _facts("reason", lambda: translate("Tray", "ยกเลิกหนังสือ")),
    "letters.reinstate": _facts("reason", lambda: translate("Tray", "เลิกการยกเลิกหนังสือ")),
    "letters.lend": _facts("borrower_name", lambda: translate("Tray", "ให้ยืมแฟ้ม")),
    "letters.give_back": _facts("", lambda: translate("Tray", "รับแฟ้มคืน")),
    "letters.link_duplicate": _facts("", lambda: translate("Tray", "ผูกหนังสือสองฉบับเป็นเรื่องเดียวกัน")),
    "cases.open": _facts("text", lambda: translate("Tray", "รับเรื่องของประชาชน")),
    "cases.step": _facts("text", lambda: translate("Tray", "บันทึกขั้นตอนของเรื่อง")),
    "certificates.issue": _facts("holder_name", lambda: translate("Tray", "ออกหนังสือรับรอง")),
    "certificates.copy": _facts("reason", lambda: translate("Tray", "พิมพ์สำเนาหนังสือรับรอง")),
    "certificates.do": _facts("reason", lambda: translate("Tray", "บันทึกในทะเบียนหนังสือรับรอง")),
    "certificates.attach": _facts("", lambda: translate("Tray", "เก็บหนังสือรับรองที่ลงนามแล้ว")),
    "certificates.define_template": _facts("version", lambda: translate("Tray", "บันทึกแบบหนังสือรับรอง")),
    "cashier.issue_receipt": _receipt,
    "cashier.key_in_receipt": _keyed,
    "cashier.void_receipt": _facts("reason", lambda: translate("Tray", "ยกเลิกใบเสร็จ")),
    "cashier.reprint_receipt": _reprint,
    "accounts.set_approver_key": _facts("", lambda: translate("Tray", "ตั้ง PIN อนุมัติที่โต๊ะนี้")),
    "people.record": _facts("name", lambda: translate("Tray", "บันทึกข้อมูลประชาชน")),
    "people.record_house": _facts("name", lambda: translate("Tray", "บันทึกข้อมูลบ้าน")),
    "people.amend": _facts("words", lambda: translate("Tray", "แก้ข้อมูลประชาชน")),
    "people.amend_house": _facts("words", lambda: translate("Tray", "แก้ข้อมูลบ้าน")),
    "people.give_number": _facts("", lambda: translate("Tray", "ใส่เลขประจำตัวประชาชน")),
    "people.join": _facts("", lambda: translate("Tray", "รวมหรือแยกรายการของคนเดียวกัน")),
    "people.tie": _facts("", lambda: translate("Tray", "ผูกคนกับบ้าน")),
    "people.look_at_number": _facts("reason", lambda: translate("Tray", "ดูเลขประจำตัวเต็ม")),
    "cashier.make_bill": _bill,
    "cashier.cancel_bill": _facts("reason", lambda: translate("Tray", "ยกเลิกใบแจ้งชำระ")),
    "cashier.take_payment": _paid,
    "cashier.say_of_payment": _facts("words", lambda: translate("Tray", "บอกผลการโอนเงิน")),
    "cashier.give_receipt": _facts("", lambda: translate("Tray", "ออกใบเสร็จให้เงินโอนที่ยืนยันแล้ว")),
    "cashier.open_shift": _facts("counter", lambda: translate("Tray", "เปิดกะรับเงิน")),
    "cashier.move_cash": _facts("reason", lambda: translate("Tray", "นำเงินสดเข้าหรือออกจากลิ้นชัก")),
    "cashier.count_cash": _facts("counted_by_name", lambda: translate("Tray", "นับเงินในลิ้นชัก")),
    "cashier.hand_over": _facts("taker_name", lambda: translate("Tray", "ส่งมอบกะ")),
    "cashier.close_shift": _facts("closed_by_name", lambda: translate("Tray", "ปิดกะรับเงิน")),
    "cashier.receive_remittance": _facts("received_by_name", lambda: translate("Tray", "รับเงินตามใบนำส่ง")),
    "cashier.close_day": _facts("day", lambda: translate("Tray", "ปิดยอดเงินประจำวัน")),
    "cashier.enter_elaas": _facts("number", lambda: translate("Tray", "ใส่เลขใบเสร็จของระบบบัญชี")),
    "waste.open_accounts": _facts("name", lambda: translate("Tray", "เปิดบัญชีค่าขยะ")),
    "waste.change_account": _facts("words", lambda: translate("Tray", "เปลี่ยนบัญชีค่าขยะ")),
    "waste.take_back_import": _facts("reason", lambda: translate("Tray", "เอาแฟ้มบ้านที่นำเข้ากลับ")),
    "numbers.close_book": _book,
    "numbers.spoil_paper": _spoilt,
    "numbers.lend": _loan,
    "outgoing.start": _facts("subject", lambda: translate("Tray", "เริ่มร่างหนังสือ")),
    "outgoing.save": _facts("subject", lambda: translate("Tray", "แก้ร่างหนังสือ")),
    "outgoing.say": _facts("text", lambda: translate("Tray", "เสนอ ส่งคืน หรืออนุมัติร่าง")),
    "outgoing.sign": _facts("signer_name", lambda: translate("Tray", "ลงนามและออกเลขหนังสือ")),
    "outgoing.attach_paper": _facts("", lambda: translate("Tray", "แนบหนังสือที่ลงนามแล้ว")),
    "outgoing.stamp": _facts("authority", lambda: translate("Tray", "ประทับเวลาบนลายมือชื่อดิจิทัล")),
    "outgoing.set_picture": _facts("", lambda: translate("Tray", "ใส่ภาพตราครุฑของหน่วยงาน")),
    "outgoing.send": _facts("to_party", lambda: translate("Tray", "ลงสมุดส่งหนังสือ")),
    "outgoing.deliver": _facts("received_by_name", lambda: translate("Tray", "บันทึกใบรับหนังสือ")),
    "archive.store": _facts("place", lambda: translate("Tray", "บันทึกที่เก็บหนังสือ")),
    "archive.set_rule": _facts("name_th", lambda: translate("Tray", "กำหนดกฎอายุการเก็บ")),
    "archive.hold": _facts("reason", lambda: translate("Tray", "ห้ามทำลายหนังสือ")),
    "archive.release": _facts("reason", lambda: translate("Tray", "ยกเลิกการห้ามทำลายหนังสือ")),
    "archive.open_list": _facts("title", lambda: translate("Tray", "ทำบัญชีหนังสือขอทำลาย")),
    "archive.put_on_list": _facts("", lambda: translate("Tray", "ใส่หนังสือลงบัญชีขอทำลาย")),
    "archive.appoint": _facts("order", lambda: translate("Tray", "แต่งตั้งคณะกรรมการทำลายหนังสือ")),
    "archive.judge": _facts("reason", lambda: translate("Tray", "บันทึกผลพิจารณาของกรรมการ")),
    "archive.sign": _facts("signed_on", lambda: translate("Tray", "บันทึกการลงนามของกรรมการ")),
    "archive.approve": _facts("approved_by_name", lambda: translate("Tray", "บันทึกการอนุมัติให้ทำลาย")),
    "archive.withdraw": _facts("reason", lambda: translate("Tray", "ยกเลิกบัญชีหนังสือขอทำลาย")),
    "archive.destroyed": _facts("how", lambda: translate("Tray", "บันทึกการทำลายหนังสือ")),
    "tray.hand_up": _facts("note", lambda: translate("Tray", "ส่งให้หัวหน้า")),
    "tray.answer": _facts("words", lambda: translate("Tray", "ตอบคำถามของเครื่องอื่น")),
    "tray.take_back": _facts("", lambda: translate("Tray", "ขอคืนจากหัวหน้า")),
}
