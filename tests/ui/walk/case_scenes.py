"""The room of cases: its list, a new complaint, a new notification, the page of a case, one of its steps."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.cases.model import Deed, Place, Reporter, Wanted
from desktop.office.ids import Id
from tests.helpers.desk import person
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.cases.presenter import Typed
from ui.cases.screens import CaseScreens

_THERE = Place("ซอย 3 หน้าบ้านเลขที่ 45 ใกล้ร้านชำ", 18_741_120, 98_940_350, "gps", moo="2")


def _a_case(stage: Stage) -> Id:
    """One that has been about; the same whenever it is asked for."""
    queries = stage.office.cases.queries
    known = queries.numbered("cases.OSS/C1", 2570, 1)
    if known is not None:
        return known
    kind = next(one for one in queries.kinds(stage.office.clock.now().date()) if one.code == "complaint")
    reporter = Reporter("นายบุญมี ใจคำ", "0811111111")
    wanted = Wanted(kind, "ไฟสาธารณะดับ 3 ดวง หน้าปากซอย", "counter", "streetlight", _THERE, reporter)
    clerk, engineer = (stage.office.cases.acts(person(stage.office, login)) for login in ("kanda", "wichai"))
    case_id = clerk.open(wanted).id
    clerk.open(replace(wanted, text="สุนัขจรจัดรวมฝูง", category="stray_animal", reporter=Reporter()))
    engineer.take(case_id, Deed("accept"))
    engineer.take(case_id, Deed("ask", "เสาไฟต้นไหน เลขที่เสาอะไร"))
    engineer.take(case_id, Deed("resume", "ผู้แจ้งบอกเลขเสาแล้ว"))
    return case_id


def _screens(stage: Stage, login: str = "kanda") -> CaseScreens:
    stage.sits(login)
    screens = stage.go("cases")
    assert isinstance(screens, CaseScreens)
    return screens


@scene
def cases_none(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.look_for("ไม่มีเรื่องนี้")
    screens.list.refresh()
    yield
    screens.list.look_for("")
    screens.list.refresh()


@scene
def cases_list(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _a_case(stage)
    _screens(stage).list.refresh()
    yield


@scene
def cases_new_complaint(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.new_button.click()
    typed = Typed("complaint", "streetlight", "ไฟสาธารณะดับ 3 ดวง", "ซอย 3", "2", name="นายบุญมี ใจคำ", phone="0811111111")
    screens.new.form.show_typed(typed)
    case = stage.office.cases.queries.case(_a_case(stage))
    assert case is not None
    found = stage.office.cases.queries.near(case.kind, "streetlight", _THERE, stage.office.clock.now())
    screens.new.same.show_near(found)
    yield
    screens.new.same.show_near(())
    screens.new.form.show_typed(Typed())
    screens.new.closed.emit()


@scene
def cases_new_notification(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage)
    screens.list.new_button.click()
    fields = {"applicant_type": "natural", "by_agent": "1", "owns_place": "0", "area_m2": "236"}
    screens.new.form.show_typed(Typed("food_notification", text="จำหน่ายอาหาร", fields=fields, items=["form"]))
    screens.new.save()
    yield
    screens.new.form.show_typed(Typed("complaint"))
    screens.new.closed.emit()


@scene
def case_page(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage, "wichai")
    screens.open_case(_a_case(stage))
    stage.until(lambda: screens.page.opened is not None)
    screens.page.why_button.click()
    yield
    screens.page.why_button.click()
    screens.page.closed.emit()


@scene
def case_step(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage, "wichai")
    screens.open_case(_a_case(stage))
    stage.until(lambda: screens.page.opened is not None)
    page = screens.page
    assert page.opened is not None
    page.take(next(step for step in page.opened.steps if step.code == "reject"))
    yield
    page.form.left.emit()
    page.closed.emit()


@scene
def case_with_a_fee(stage: Stage, furniture: Furniture) -> Iterator[None]:
    office = stage.office
    kind = next(one for one in office.cases.queries.kinds(office.clock.now().date()) if one.code == "food_notification")
    answers = {"shop_name": "ร้านคำแปง", "use": "sell", "area_m2": "120", "applicant_type": "natural", "by_agent": "0",
               "owns_place": "1"}  # fmt: skip
    wanted = Wanted(
        kind,
        "จำหน่ายอาหาร",
        "counter",
        place=Place("91/1", moo="2"),
        reporter=Reporter("นางคำแปง แสนสุข"),
        answers=answers,
    )
    case_id = office.cases.acts(person(office, "kanda")).open(wanted).id
    screens = _screens(stage, "piyada")
    screens.open_case(case_id)
    stage.until(screens.page.fee.isVisible)
    yield
    screens.page.closed.emit()
