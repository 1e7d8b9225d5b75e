"""Certificates that are issued, copied, paid for, replaced and taken back at whatever desk sees them."""

from datetime import timedelta

from desktop.certificates.actions import CertificateActions
from desktop.certificates.model import Certificate, Origin, ReceiptRef, SignedBy, Wanted
from desktop.certificates.template import Template
from desktop.certificates.templates import shipped
from desktop.office.dates import local_date
from desktop.office.ids import Id
from tests.convergence.hands.hand import MAYOR, Hand

REGISTER = "FOOD"
SERIES = f"certificates.{REGISTER}"
_CERTIFICATES = "SELECT id FROM certificate ORDER BY id"
_ANSWERS = {"age": "45", "nationality": "ไทย", "address": "12 หมู่ 4", "shop_name": "ร้านคำแปง", "use": "sell"}
_PLACE = {"area_m2": "120", "premises": "12 หมู่ที่ 4"}
_SIGNED = SignedBy("นายสมชาย", (MAYOR,))


class Certifying(Hand):
    ACTS = (
        *("certify", "certify", "copy_certificate", "pay_yearly_fee", "replace_certificate"),
        *("revoke_certificate", "suspend_certificate", "resume_certificate", "close_business"),
    )

    def certify(self, which: int) -> None:
        self._issue(Wanted(_template(), f"นางคำแปง {which}", _ANSWERS | _PLACE, _SIGNED, self._receipt(which)))

    def replace_certificate(self, which: int) -> None:
        """Another desk may be replacing, or taking back, the same one."""
        if former := self._some(which):
            given = {"origin": Origin.REPLACEMENT, "replaces_id": former, "reason": "สูญหาย"}
            self._issue(Wanted(_template(), "นางคำแปง สุขใจ", _ANSWERS | _PLACE, _SIGNED, **given))  # type: ignore[arg-type]

    def copy_certificate(self, which: int) -> None:
        if held := self._some(which):
            self._acts("kanda").copy(held, "ยื่นธนาคาร")

    def pay_yearly_fee(self, which: int) -> None:
        """Now and then for an anniversary that another counter takes money for, too."""
        if held := self._some(which):
            self._acts("kanda").pay(held, self._receipt(which))

    def revoke_certificate(self, which: int) -> None:
        """The head and the mayor may; others are refused."""
        if held := self._some(which):
            self._acts(self.someone(which)).revoke(held, "เอกสารเท็จ")

    def suspend_certificate(self, which: int) -> None:
        if held := self._some(which):
            today = local_date(self.desk.clock.now())
            self._acts("wichai").suspend(held, "ปรับปรุงครัว", today, today + timedelta(days=15) if which % 2 else None)

    def resume_certificate(self, which: int) -> None:
        if held := self._some(which):
            self._acts("wichai").resume(held, "แก้ไขแล้ว")

    def close_business(self, which: int) -> None:
        if held := self._some(which):
            self._acts("kanda").close(held, "เลิกกิจการ")

    def _issue(self, wanted: Wanted) -> Certificate:
        done = self._acts("kanda").issue(wanted)
        self.printer.numbers.append((SERIES, done.line.year_be, done.line.number))
        return done

    def _receipt(self, which: int) -> ReceiptRef:
        return ReceiptRef(which % 3 + 1, which, local_date(self.desk.clock.now()), 300_00)

    def _some(self, which: int) -> Id | None:
        found: Id | None = self.pick(_CERTIFICATES, which)
        return found

    def _acts(self, login: str) -> CertificateActions:
        return CertificateActions(self.desk.desk, self.desk.person(login))


def _template() -> Template:
    return next(one for one in shipped() if one.register == REGISTER)
