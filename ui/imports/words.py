"""What the import room calls its codes on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.interchange.arrival import Note, Origin
from desktop.interchange.model import Book, Column, PastImport, Problem, Reading

translate = QCoreApplication.translate


def origin(which: Origin) -> str:
    return {
        Origin.EMAIL: translate("Imports", "อีเมล"),
        Origin.ARCHIVE: translate("Imports", "แฟ้มบีบอัด"),
        Origin.LETTER_XML: translate("Imports", "XML หนังสือ"),
        Origin.FILE: translate("Imports", "ไฟล์"),
    }[which]


def book(which: Book) -> str:
    return {
        Book.INCOMING: translate("Imports", "หนังสือรับ"),
        Book.OUTGOING: translate("Imports", "หนังสือส่ง"),
        Book.CIRCULAR: translate("Imports", "หนังสือเวียน (ว)"),
        Book.MEMO: translate("Imports", "บันทึกข้อความ"),
        Book.ORDER: translate("Imports", "คำสั่ง"),
        Book.ANNOUNCEMENT: translate("Imports", "ประกาศ"),
        Book.EVIDENCE: translate("Imports", "หนังสือรับรองและหลักฐาน"),
    }[which]


def register(one: PastImport) -> str:
    """`หนังสือรับ · ทะเบียนกลาง 2568`"""
    parts = one.register.split("/")
    known = {which.value for which in Book}
    return f"{book(Book(parts[1]))} · {parts[2]}" if len(parts) > 2 and parts[1] in known else one.register


def column(which: Column) -> str:
    return {
        Column.NUMBER: translate("Imports", "เลขทะเบียน"),
        Column.DAY: translate("Imports", "วันที่ลงทะเบียน"),
        Column.BOOK_NUMBER: translate("Imports", "ที่ (เลขที่หนังสือ)"),
        Column.LETTER_DATE: translate("Imports", "ลงวันที่"),
        Column.FROM_PARTY: translate("Imports", "จาก"),
        Column.TO_PARTY: translate("Imports", "ถึง"),
        Column.SUBJECT: translate("Imports", "เรื่อง"),
        Column.ACTION_TAKEN: translate("Imports", "การปฏิบัติ"),
        Column.REMARKS: translate("Imports", "หมายเหตุ"),
        Column.URGENCY: translate("Imports", "ชั้นความเร็ว"),
        Column.SECRECY: translate("Imports", "ชั้นความลับ"),
        Column.YEAR: translate("Imports", "ปี พ.ศ."),
        Column.HOUSE_NO: translate("Imports", "บ้านเลขที่"),
        Column.MOO: translate("Imports", "หมู่"),
        Column.TROK: translate("Imports", "ตรอก"),
        Column.SOI: translate("Imports", "ซอย"),
        Column.ROAD: translate("Imports", "ถนน"),
        Column.TAMBON: translate("Imports", "ตำบล"),
        Column.HOUSE_CODE: translate("Imports", "รหัสประจำบ้าน"),
        Column.PAYER: translate("Imports", "ผู้ชำระ"),
        Column.PAYER_ADDRESS: translate("Imports", "ที่อยู่ผู้ชำระ"),
        Column.PAYER_NUMBER: translate("Imports", "เลขประจำตัวผู้ชำระ"),
        Column.RATE: translate("Imports", "บาทต่อเดือน"),
        Column.LITRES: translate("Imports", "ลิตรต่อวัน"),
        Column.START: translate("Imports", "เริ่มเก็บ"),
        Column.STOP: translate("Imports", "เลิกเก็บ"),
        Column.STANDING: translate("Imports", "สถานะหรือยกเว้น"),
        Column.REASON: translate("Imports", "เหตุผล"),
        Column.NOTE: translate("Imports", "บันทึก"),
    }[which]


def reading(which: Reading) -> str:
    return {
        Reading.UTF_8: "UTF-8",
        Reading.UTF_16: "UTF-16",
        Reading.THAI: translate("Imports", "ไทย Windows (TIS-620)"),
    }[which]


PROBLEMS: dict[str, Callable[[], str]] = {
    "row.number_unclear": lambda: translate("Imports", "อ่านเลขทะเบียนไม่ได้"),
    "row.number_twice": lambda: translate("Imports", "เลขซ้ำกับบรรทัดที่ {said}"),
    "row.number_taken": lambda: translate("Imports", "เลขนี้มีเรื่องอื่นอยู่แล้ว"),
    "row.date_unclear": lambda: translate("Imports", "อ่านวันที่ไม่ได้"),
    "row.date_in_future": lambda: translate("Imports", "วันที่ยังมาไม่ถึง"),
    "row.year_missing": lambda: translate("Imports", "ไม่รู้ปี ใส่วันที่หรือปีของทะเบียน"),
    "row.year_differs": lambda: translate("Imports", "ปีของวันที่ไม่ตรงกับปีของเลข"),
    "row.year_unclear": lambda: translate("Imports", "ปีไม่น่าเป็นไปได้"),
    "row.subject_missing": lambda: translate("Imports", "ไม่มีชื่อเรื่อง"),
    "row.sender_missing": lambda: translate("Imports", "ไม่มีผู้ส่ง"),
    "row.secret": lambda: translate("Imports", "หนังสือลับอยู่ในทะเบียนลับเท่านั้น"),
    "row.too_long": lambda: translate("Imports", "ข้อความยาวเกินไป"),
    "row.unreadable": lambda: translate("Imports", "มีอักษรที่อ่านไม่ออก ลองเปลี่ยนรหัสอักษรของแฟ้ม"),
    "row.house_missing": lambda: translate("Imports", "ไม่มีบ้านเลขที่"),
    "row.house_is_day": lambda: translate("Imports", "Excel เปลี่ยนบ้านเลขที่เป็นวันที่ พิมพ์บ้านเลขที่ใหม่"),
    "row.house_twice": lambda: translate("Imports", "บ้านซ้ำกับบรรทัดที่ {said}"),
    "row.payer_missing": lambda: translate("Imports", "ไม่มีชื่อผู้ชำระ"),
    "row.id_wrong": lambda: translate("Imports", "เลขประจำตัว 13 หลักไม่ถูก"),
    "row.rate_unknown": lambda: translate("Imports", "ไม่มีอัตรานี้ในเทศบัญญัติ"),
    "row.rate_differs": lambda: translate("Imports", "จำนวนเงินไม่ตรงกับปริมาณ"),
    "row.litres_unclear": lambda: translate("Imports", "อ่านปริมาณไม่ได้"),
    "row.month_unclear": lambda: translate("Imports", "อ่านเดือนไม่ได้"),
    "row.stop_before_start": lambda: translate("Imports", "เลิกก่อนเริ่ม"),
    "row.standing_unclear": lambda: translate("Imports", "ไม่รู้จักสถานะนี้"),
    "row.reason_missing": lambda: translate("Imports", "ยกเว้นหรือหยุดต้องมีเหตุผล"),
    "row.torn": lambda: translate("Imports", "แฟ้มขาดตอนท้าย บรรทัดนี้มาไม่ครบ"),
    "row.urgency_unclear": lambda: translate("Imports", "ไม่รู้จักชั้นความเร็วนี้"),
}


def problem(one: Problem) -> str:
    return PROBLEMS[one.code]().format(said=one.said)


NOTES: dict[str, Callable[[], str]] = {
    "file.registered_before": lambda: translate("Imports", "แฟ้มนี้เคยลงทะเบียนแล้ว"),
    "mail.torn": lambda: translate("Imports", "อีเมลขาดตอนท้าย อาจมาไม่ครบ {about}"),
    "mail.pictures_in_text": lambda: translate("Imports", "รูปเล็กในข้อความ {about} รูป อยู่ในอีเมลต้นฉบับ"),
    "mail.not_kept_whole": lambda: translate(
        "Imports", "อีเมล {about} MB ใหญ่เกินเก็บทั้งฉบับ เก็บข้อความและไฟล์แนบครบ เก็บไฟล์ .eml ไว้เอง"
    ),
    "archive.locked": lambda: translate("Imports", "{about} ใส่รหัสผ่าน ขอรหัสแล้วคลายเอง"),
    "archive.torn_file": lambda: translate("Imports", "{about} ในแฟ้มบีบอัดเสียหาย ขอใหม่จากผู้ส่ง"),
    "piece.document.empty": lambda: translate("Imports", "{about} ว่างเปล่า จึงไม่ได้นำเข้า"),
    "piece.document.torn": lambda: translate("Imports", "{about} เสียหาย เก็บต้นฉบับไว้ใต้ใบปะหน้า"),
    "piece.document.encrypted": lambda: translate("Imports", "{about} มีรหัสผ่าน เก็บต้นฉบับไว้ใต้ใบปะหน้า"),
    "piece.capture.picture_torn": lambda: translate("Imports", "ภาพ {about} เสียหาย เก็บต้นฉบับไว้ใต้ใบปะหน้า"),
    "piece.capture.picture_too_large": lambda: translate("Imports", "ภาพ {about} ใหญ่เกินไป เก็บต้นฉบับไว้ใต้ใบปะหน้า"),
    "piece.too_large": lambda: translate("Imports", "{about} ใหญ่เกิน 400 MB จึงไม่ได้นำเข้า แบ่งแล้วนำเข้าเอง"),
    "xml.namespace": lambda: translate("Imports", "ชื่อในแฟ้มอยู่ผิดที่ตามแบบ อ่านให้แล้ว"),
    "xml.unknown": lambda: translate("Imports", "นอกแบบ: {about}"),
    "xml.unknown_more": lambda: translate("Imports", "และนอกแบบอีก {about} รายการ ดูในหน้าข้อมูล XML"),
    "xml.schema": lambda: translate("Imports", "ไม่ตรงแบบ: {about}"),
    "xml.binary_torn": lambda: translate("Imports", "{about} ในแฟ้ม XML เสียหาย ขอใหม่จากผู้ส่ง"),
    "xml.signature_unchecked": lambda: translate("Imports", "มีลายมือชื่ออิเล็กทรอนิกส์ ซึ่งโปรแกรมยังไม่ได้ตรวจ"),
    "xml.speed_unknown": lambda: translate("Imports", "ไม่รู้จักรหัสชั้นความเร็ว {about} ถือเป็นปกติ โปรดตรวจ"),
    "xml.speed_inferred": lambda: translate(
        "Imports", "รหัสชั้นความเร็ว {about} แปลตามลำดับชั้น ยังไม่ได้เทียบกับบัญชีรหัสของ e-CMS โปรดดูในหนังสือ"
    ),
    "xml.secrecy_unknown": lambda: translate("Imports", "ไม่รู้จักรหัสชั้นความลับ {about} ถือเป็นลับไว้ก่อน"),
    "xml.secret_left_out": lambda: translate("Imports", "หนังสือลับ นำเข้าเฉพาะหน้าซอง เนื้อหายังอยู่ในแฟ้มเดิมเท่านั้น"),
    "xml.date_in_future": lambda: translate("Imports", "หนังสือลงวันที่ {about} ซึ่งยังมาไม่ถึง ใส่วันที่ใหม่"),
}


def note(one: Note) -> str:
    return NOTES[one.code]().format(about=one.about)
