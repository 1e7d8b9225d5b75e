"""A case as its papers say it: the citizen's slip, ใบรับแจ้ง, and the crew sheet that names nobody."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.accounts.model import OfficeProfile
from desktop.cases.answers import YES, shown
from desktop.cases.deadlines import Due
from desktop.cases.kind import Item, PaperIssued
from desktop.cases.model import Case, Place
from desktop.cases.rules import display_number, holds, missing
from desktop.cases.tracking import code_of, payload
from desktop.cases.words import headlines, moment
from desktop.office.dates import thai_date
from desktop.office.ids import Id
from desktop.paper.case_sheet import CaseSheet

_CREW_CHECKS = ("เสร็จเรียบร้อย", "ทำแล้วบางส่วน", "ทำไม่ได้", "ไม่พบจุด")
_LEAD = "ข้าพเจ้าได้รับแจ้งเรื่อง {name} ตาม{cite} จาก {who} ไว้แล้ว มีรายละเอียดดังนี้"


def number_of(case: Case) -> str:
    return display_number(case.line.series, case.line.year_be, case.line.number)


def slip(case: Case, paper: PaperIssued, due: Due, office: OfficeProfile, unit_name: str, office_id: int) -> CaseSheet:
    """For the citizen: no name stands on it, because slips are lost."""
    category = case.kind.category(case.line.category)
    facts = (
        ("เรื่อง", category.name.th if category else case.kind.name.th),
        ("รายละเอียด", case.line.text),
        ("สถานที่", _place(case.line.place)),
        ("ผู้รับผิดชอบ", unit_name),
        ("รหัสติดตาม", code_of(case.id)),
        ("ผู้รับเรื่อง", case.opened_by),
    )
    return CaseSheet(
        title=paper.name.th,
        office_name=office.name_th,
        office_lines=tuple(filter(None, (f"โทร. {office.phone}" if office.phone else "",))),
        number=number_of(case),
        day=moment(case.line.received_at),
        facts=facts,
        tracking=payload(case.line, office_id),
        made_at=case.line.received_at,
        proof=case.proof,
        open_items=tuple(item.name.th for item in _missing(case)),
        deadline=headlines(due),
        small_print=paper.text.th if paper.text else "",
        form=paper.form,
    )


def notice(
    case: Case, paper: PaperIssued, due: Due, office: OfficeProfile, unit_name: str, office_id: int
) -> CaseSheet:
    """ใบรับแจ้ง, handed over at once; who notified stands on it."""
    who = case.line.reporter
    facts = [*_answers(case), ("สถานที่ตั้ง", _place(case.line.place)), ("หน่วยงานที่ตรวจ", unit_name)]
    named = ("ผู้แจ้ง", who.name) if who else ("ผู้แจ้ง", "")
    return CaseSheet(
        title=paper.form or paper.name.th,
        office_name=office.name_th,
        office_lines=(office.address_th,),
        number=number_of(case),
        day=f"วันที่ {thai_date(case.line.received_at, 'long', 'arabic')}",
        facts=(named, ("ที่อยู่", who.address if who else ""), *facts),
        tracking=payload(case.line, office_id),
        made_at=case.line.received_at,
        proof=case.proof,
        lead=_LEAD.format(name=case.kind.name.th, cite=f" {case.kind.cite.th}", who=who.name if who else "-"),
        open_items=tuple(item.name.th for item in _missing(case)),
        deadline=headlines(due),
        small_print=paper.text.th if paper.text else "",
        signers=(("ผู้แจ้ง", named[1]), ("เจ้าหน้าที่ผู้รับแจ้ง", case.opened_by)),
        thai_figures=True,
    )


def crew(
    case: Case, paper: PaperIssued, due: Due, office: OfficeProfile, unit_name: str, office_id: int,
    pictures: Iterable[bytes] = (),
) -> CaseSheet:  # fmt: skip
    """For those who go out: everything about the place and nothing about who asked. `pictures`: public copies."""
    category, place = case.kind.category(case.line.category), case.line.place
    where = f"{place.lat_e6 / 1e6:.5f}, {place.lon_e6 / 1e6:.5f}" if place.lat_e6 and place.lon_e6 else ""
    agency = category.agency.th if category and category.agency else ""
    facts = (
        ("ประเภท", category.name.th if category else case.kind.name.th),
        ("รายละเอียด", case.line.text),
        ("สถานที่", _place(place)),
        ("พิกัด", where),
        *_answers(case),
        ("หน่วยงานอื่น", agency),
        ("ผู้รับผิดชอบ", unit_name),
        ("สั่งการ", _orders(case)),
    )
    return CaseSheet(
        title=paper.name.th,
        office_name=office.name_th,
        office_lines=(),
        number=number_of(case),
        day=moment(case.line.received_at),
        facts=facts,
        tracking=payload(case.line, office_id),
        made_at=case.line.received_at,
        deadline=headlines(due),
        pictures=tuple(pictures),
        checks=_CREW_CHECKS,
        mark="อันตรายต่อผู้สัญจร ทำให้ปลอดภัยก่อน" if case.answers.get("danger") == YES else "",
    )


def _orders(case: Case) -> str:
    """What was said when the work was given out, the latest."""
    given = [event.text for event in case.events if event.effect in ("assign", "split", "own") and event.text]
    return given[-1] if given else ""


def _missing(case: Case) -> tuple[Item, ...]:
    return missing(case.kind, case.answers, case.standing.items)


def _place(place: Place) -> str:
    moo = f"หมู่ {place.moo}" if place.moo and f"หมู่ {place.moo}" not in place.text else ""
    return " ".join(filter(None, (place.text, moo)))


def _answers(case: Case) -> Iterator[tuple[str, str]]:
    for field in case.kind.fields:
        value = case.answers.get(field.code, "")
        if value and holds(field.when, case.answers):
            yield field.name.th, shown(field, value)


def names_of(units: Mapping[Id, str], case: Case) -> str:
    """The units that have it, the owner first."""
    ordered = (case.standing.unit_id, *(unit for unit in case.standing.parts if unit != case.standing.unit_id))
    return ", ".join(units[unit] for unit in ordered if unit in units)
