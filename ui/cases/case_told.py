"""A case in words beside its timeline: its particulars, and what would be if something were asked today."""

from PySide6.QtCore import QCoreApplication

from desktop.cases.answers import shown
from ui.cases.presenter import CasesPresenter, Opened

translate = QCoreApplication.translate


def what_if(opened: Opened, presenter: CasesPresenter, language: str) -> tuple[str, ...]:
    if opened.case.standing.clock != "runs" or opened.due.days is None:
        return ()
    line = " · ".join(presenter.asked_today(opened, language))
    return (translate("Cases", "ถ้าขอเอกสารวันนี้ และได้ใน 5 วันทำการ: {line}").format(line=line),)


def facts(opened: Opened, presenter: CasesPresenter, language: str) -> list[str]:
    """`name: value` a line, without what is not known."""
    case = opened.case
    place, who = case.line.place, case.line.reporter
    channel = case.kind.channel(case.line.channel)
    units = ", ".join(opened.units.get(unit, "") for unit in case.standing.units)
    answers = [
        (field.name.in_language(language), shown(field, case.answers[field.code], language))
        for field in case.kind.fields
        if case.answers.get(field.code)
    ]
    nobody = translate("Cases", "ไม่ระบุ หรือปิดไว้")
    reporter = " ".join(filter(None, (who.name, who.phone, who.address))) if who else nobody
    found = [
        (translate("Cases", "สถานที่"), " ".join(filter(None, (place.text, place.moo and f"ม.{place.moo}")))),
        (translate("Cases", "ผู้แจ้ง"), reporter),
        (translate("Cases", "ช่องทาง"), channel.name.in_language(language) if channel else case.line.channel),
        (translate("Cases", "กอง"), units),
        (translate("Cases", "ผู้รับผิดชอบ"), opened.people.get(case.standing.staff_id or b"", "")),
        *answers,
        (translate("Cases", "ยังขาด"), ", ".join(item.name.in_language(language) for item in presenter.missing(case))),
    ]
    return [f"{name}: {value}" for name, value in found if value]
