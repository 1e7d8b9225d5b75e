"""Sheets as lines of their register."""

from PySide6.QtCore import QCoreApplication

from desktop.sheets.model import Line
from ui.kit.columns import Column
from ui.kit.days import moment
from ui.kit.rows import RowsModel
from ui.sheets.words import of_run, outcome_badge, role

translate = QCoreApplication.translate


def sheet_rows() -> RowsModel[Line]:
    columns = (
        Column[Line](lambda: translate("Sheets", "เวลา"), when, 168, soft=True),
        Column[Line](lambda: translate("Sheets", "เอกสาร"), paper, 232, strong=True, tip=paper),
        Column[Line](lambda: translate("Sheets", "ใบ"), lambda one: role(one.sheet), stretch=True, tip=told),
        Column[Line](lambda: translate("Sheets", "เลขกระดาษ"), serial, 92, soft=True, yields=1),
        Column[Line](lambda: translate("Sheets", "เครื่องพิมพ์"), printer, 128, soft=True, yields=2),
        Column[Line](
            lambda: translate("Sheets", "ผล"),
            lambda one: outcome_badge(one.sheet).words,
            148,
            badges=lambda one: (outcome_badge(one.sheet),),
        ),
    )
    return RowsModel(columns, key=lambda line: line.sheet.id)


def paper(line: Line) -> str:
    return of_run(line.run)


def when(line: Line) -> str:
    return moment(line.run.begun_at)


def serial(line: Line) -> str:
    number = line.sheet.wanted.serial
    return "" if number is None else f"{number:06d}"


def printer(line: Line) -> str:
    number = line.run.number
    return line.run.job.queue if number is None else f"{line.run.job.queue}-{number}"


def told(line: Line) -> str:
    """Who sent it, and who said what became of it."""
    sheet = line.sheet
    sent = translate("Sheets", "สั่งพิมพ์โดย {name}").format(name=line.run.by_name)
    if not sheet.told_by:
        return sent
    return sent + "\n" + translate("Sheets", "บอกผลโดย {name}").format(name=sheet.told_by)
