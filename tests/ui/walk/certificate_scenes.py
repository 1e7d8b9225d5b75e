"""The room of certificates: its register, one that is suspended, a copy asked for, issuing, what is due, templates."""

from collections.abc import Iterator
from datetime import date

from desktop.certificates.model import ReceiptRef, SignedBy, Wanted
from desktop.certificates.queries import Sought
from desktop.office.ids import Id
from tests.helpers.desk import person
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.certificates.issue_form import DIRECT
from ui.certificates.screens import CertificateScreens

_ANSWERS = {
    "age": "45", "nationality": "ไทย", "address": "12 หมู่ที่ 4 ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่",
    "phone": "08 2222 2222", "shop_name": "ร้านคำแปงข้าวซอย", "use": "sell", "area_m2": "120",
    "premises": "12 หมู่ที่ 4 ถนนเลียบคลองชลประทาน",
}  # fmt: skip
_LONG = "บริษัท แม่เหียะอาหารและเครื่องดื่มนานาชาติเพื่อสุขภาพและการท่องเที่ยวเชิงวัฒนธรรมล้านนา จำกัด (มหาชน)"


def _certificates(stage: Stage) -> Id:
    """One that has been about, and one more; the same whenever it is asked for."""
    office = stage.office
    queries, day = office.certificates.queries, date(2026, 11, 11)
    known = queries.lines(Sought("คำแปงข้าวซอย"), day)
    if known:
        return known[-1].id
    template = next(one for one in queries.templates(day) if one.code == "food_notification")
    signed = SignedBy("นายสมชาย ตัวอย่างดี", ("นายกเทศมนตรีเมืองแม่เหียะ",))
    paid = ReceiptRef(1, 451, day, 300_00)
    clerk, mayor = (office.certificates.acts(person(office, login)) for login in ("kanda", "somchai"))
    first = clerk.issue(Wanted(template, "นางคำแปง สุขใจ", _ANSWERS, signed, paid)).id
    clerk.issue(Wanted(template, _LONG, {**_ANSWERS, "shop_name": _LONG, "special": "ห้ามใช้ถังแก๊สเกิน 2 ถัง"}, signed))
    clerk.copy(first, "ขอใช้ยื่นธนาคาร")
    mayor.suspend(first, "ตรวจพบว่าไม่มีบ่อดักไขมัน ให้แก้ไขก่อน", None, date(2026, 11, 25))
    return first


def _revoked(stage: Stage) -> Id:
    """One that was taken back, with a copy asked for since."""
    office = stage.office
    known = office.certificates.queries.certificate(_certificates(stage), date(2026, 11, 11))
    assert known is not None
    found = office.certificates.queries.lines(Sought("คำปัน ค้าขาย"), date(2026, 11, 11))
    if found:
        return found[0].id
    clerk, mayor = (office.certificates.acts(person(office, login)) for login in ("kanda", "somchai"))
    taken_back = clerk.issue(Wanted(known.template, "นายคำปัน ค้าขาย", known.answers, known.signed, known.receipt)).id
    mayor.revoke(taken_back, "แจ้งข้อความเท็จในสาระสำคัญ")
    clerk.copy(taken_back, "ใช้ในคดี")
    return taken_back


def _screens(stage: Stage, login: str = "kanda") -> CertificateScreens:
    stage.sits(login)
    screens = stage.go("certificates")
    assert isinstance(screens, CertificateScreens)
    return screens


@scene
def certificates_none(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.look_for("ไม่มีฉบับนี้")
    yield
    screens.list.look_for("")


@scene
def certificates_register(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _certificates(stage)
    _screens(stage).list.refresh()
    yield


@scene
def certificates_export(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.export_button.click()
    yield
    screens.export.left.emit()


@scene
def certificate_page(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage, "somchai")
    screens.open_certificate(_certificates(stage))
    stage.until(lambda: screens.page.held is not None)
    yield
    screens.page.closed.emit()


@scene
def certificate_copy(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.open_certificate(_certificates(stage))
    stage.until(lambda: screens.page.held is not None)
    screens.page.copy_button.click()
    screens.page.form.do_button.click()
    yield
    screens.page.form.left.emit()
    screens.page.closed.emit()


@scene
def certificate_paid(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.open_certificate(_certificates(stage))
    stage.until(lambda: screens.page.held is not None)
    screens.page.ask("pay")
    yield
    screens.page.form.left.emit()
    screens.page.closed.emit()


@scene
def certificate_suspension(stage: Stage, furniture: Furniture) -> Iterator[None]:
    first = _certificates(stage)
    screens = _screens(stage, "somchai")
    other = next(
        one.id for one in stage.office.certificates.queries.lines(Sought(), date(2026, 11, 11)) if one.id != first
    )
    screens.open_certificate(other)
    stage.until(lambda: screens.page.held is not None)
    screens.page.ask("suspend")
    yield
    screens.page.form.left.emit()
    screens.page.closed.emit()


@scene
def certificate_revoked(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """Nothing can be done with it any more but a copy."""
    screens = _screens(stage, "somchai")
    screens.open_certificate(_revoked(stage))
    stage.until(lambda: screens.page.held is not None)
    yield
    screens.page.closed.emit()


@scene
def certificate_replaced(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.open_certificate(_certificates(stage))
    stage.until(lambda: screens.page.held is not None)
    screens.page.ask("replacement")
    stage.until(lambda: screens.issue.form.signer_box.count() > 1)
    screens.issue.issue()
    yield
    screens.issue.closed.emit()


@scene
def certificate_issue_nothing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.new_button.click()
    stage.until(lambda: screens.issue.form.signer_box.count() > 1)
    yield
    screens.issue.closed.emit()


@scene
def certificate_issue(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """The mayor signs with a key, and the clerk's name has no surname."""
    screens = _screens(stage, "somchai")
    screens.list.new_button.click()
    form = screens.issue.form
    stage.until(lambda: form.signer_box.count() > 1)
    form.source_box.choose(DIRECT + "food_notification")
    form.source_box.chosen.emit(form.source_box.value)
    form.signer_box.choose(person(stage.office, "somchai").id.hex())
    form.signer_box.chosen.emit(form.signer_box.value)
    form.level_box.choose("3")
    form.level_box.chosen.emit("3")
    screens.issue.issue()
    yield
    screens.issue.closed.emit()


@scene
def certificates_due_nothing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.due_button.click()
    yield
    screens.renewals.closed.emit()


@scene
def certificates_due(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _certificates(stage)
    screens = _screens(stage)
    queries = screens.renewals._presenter.office.certificates.queries
    screens.renewals._loaded(queries.due(date(2027, 11, 20)), {})
    screens._go(screens.renewals)
    yield
    screens.renewals.closed.emit()


@scene
def certificate_templates(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage, "somchai")
    screens.list.form_button.click()
    yield
    screens.templates.closed.emit()


@scene
def certificate_template_wrong(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.form_button.click()
    screens.templates._notes(screens.templates.text).setPlainText("ออกให้ {holder} เกิดที่ {birthplace}")
    yield
    screens.templates.closed.emit()
