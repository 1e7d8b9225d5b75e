"""What can be done with a certificate: which deeds are open, their names, and what each brings about."""

from PySide6.QtCore import QCoreApplication

from desktop.certificates.model import ENDED, Certificate, State

translate = QCoreApplication.translate


def possible(held: Certificate, *, decides: bool) -> tuple[str, ...]:
    """What may be done with it now; `decides`: the person may suspend and revoke."""
    stands = held.line.standing.state
    if stands in ENDED:
        return ()
    found = [] if held.copies else ["print"]
    if held.template.fees.yearly or held.template.years:
        found.append("pay")
    found += ["replacement", "correction"]
    if decides:
        found += ["resume"] if stands is State.SUSPENDED else ["suspend"]
        found.append("revoke")
    return (*found, "close")


def name_of(deed: str, held: Certificate) -> str:
    yearly = bool(held.template.fees.yearly)
    return {
        "print": translate("Certificates", "พิมพ์ต้นฉบับ"),
        "copy": translate("Certificates", "พิมพ์สำเนา"),
        "pay": translate("Certificates", "บันทึกชำระรายปี") if yearly else translate("Certificates", "ต่ออายุ"),
        "replacement": translate("Certificates", "ออกใบแทน"),
        "correction": translate("Certificates", "ออกใหม่เพื่อแก้ไข"),
        "suspend": translate("Certificates", "สั่งพักใช้"),
        "resume": translate("Certificates", "ให้ใช้ต่อ"),
        "revoke": translate("Certificates", "สั่งยกเลิก"),
        "close": translate("Certificates", "รับแจ้งเลิกกิจการ"),
    }[deed]


def told(deed: str, held: Certificate) -> str:
    """What it brings about, said before it is done."""
    n = max((one.n for one in held.copies), default=1) + 1
    return {
        "copy": translate("Certificates", "จะพิมพ์เป็นสำเนาที่ {n} และลงทะเบียนไว้ว่าใครขอ เพราะอะไร").format(n=n),
        "pay": translate("Certificates", "ใส่ใบเสร็จที่รับเงินแล้ว ใบเสร็จของเครื่องนี้จะเติมวันและจำนวนเงินให้"),
        "suspend": translate("Certificates", "ใช้ไม่ได้ตั้งแต่วันนี้จนถึงวันที่กำหนด หรือจนกว่าจะให้ใช้ต่อ"),
        "resume": translate("Certificates", "ใช้ได้ต่อตั้งแต่วันนี้"),
        "revoke": translate("Certificates", "ใช้ไม่ได้ตั้งแต่วันนี้ตลอดไป เลขยังอยู่ในทะเบียนพร้อมเหตุผล"),
        "close": translate("Certificates", "ผู้ได้รับแจ้งเลิกกิจการ ไม่ต้องชำระรายปีอีก"),
    }.get(deed, "")
