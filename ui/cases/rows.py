"""Cases as lines of a list, and what happened to one as lines of its timeline."""

from PySide6.QtCore import QCoreApplication

from desktop.cases import words as case_words
from desktop.cases.kind import Kind
from desktop.cases.model import Event, Standing
from ui.cases import words
from ui.cases.presenter import CaseRow, Language
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.rows import RowsModel

translate = QCoreApplication.translate


def case_rows(language: Language) -> RowsModel[CaseRow]:
    def what(row: CaseRow) -> str:
        named = row.category.name if row.category else row.kind.name if row.kind else None
        return named.in_language(language()) if named else row.line.kind

    def due(row: CaseRow) -> tuple[Badge, ...]:
        if row.due_at is None:
            return ()
        said = case_words.moment(row.due_at, language())
        return (words.overdue_badge(said) if row.overdue else Badge(said, bare=True),)

    columns = (
        Column[CaseRow](lambda: translate("Cases", "เลขที่"), lambda row: row.number, 150, strong=True),
        Column[CaseRow](
            lambda: translate("Cases", "สถานะ"),
            lambda row: words.state_badge(row.state, row.line.state, language()).words,
            168,
            badges=lambda row: (words.state_badge(row.state, row.line.state, language()),),
        ),
        Column[CaseRow](lambda: translate("Cases", "เรื่อง"), what, 200, yields=1, roomy=260, tip=what),
        Column[CaseRow](
            lambda: translate("Cases", "รายละเอียด"),
            lambda row: row.line.text,
            200,
            stretch=True,
            tip=lambda row: row.line.text,
        ),
        Column[CaseRow](
            lambda: translate("Cases", "สถานที่"), lambda row: row.line.place.text, 170, soft=True, yields=2, roomy=320
        ),
        Column[CaseRow](lambda: translate("Cases", "กอง"), lambda row: row.unit, 80, soft=True, yields=3),
        Column[CaseRow](
            lambda: translate("Cases", "ครบกำหนด"),
            lambda row: case_words.moment(row.due_at, language()) if row.due_at else "",
            196,
            badges=due,
        ),
    )
    return RowsModel(columns, lambda row: row.line.id)


class Told:
    """An event with the kind that has its words, and whether it moved nothing."""

    def __init__(self, event: Event, kind: Kind, found: Standing, names: dict[bytes, str]) -> None:
        self.event, self.kind = event, kind
        self.is_aside = event.id in found.set_aside
        self._names = names

    def particulars(self) -> str:
        event = self.event
        who = [self._names.get(one, "") for one in (event.unit_id, event.staff_id) if one and event.step != "opened"]
        score = f"{event.score}/5" if event.score else ""
        return " · ".join(filter(None, (*who, event.agency, score, event.text)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and (self.event, self.is_aside) == (other.event, other.is_aside)

    def __hash__(self) -> int:
        return hash((self.event, self.is_aside))


def timeline_rows(language: Language) -> RowsModel[Told]:
    def aside(row: Told) -> tuple[Badge, ...]:
        return (Badge(translate("Cases", "ไม่มีผลต่อสถานะ"), "attention", "warning"),) if row.is_aside else ()

    columns = (
        Column[Told](
            lambda: translate("Cases", "เวลา"), lambda row: case_words.moment(row.event.at, language()), 196, soft=True
        ),
        Column[Told](
            lambda: translate("Cases", "สิ่งที่ทำ"),
            lambda row: case_words.told(row.event, row.kind, language()),
            232,
            strong=True,
            tip=lambda row: case_words.told(row.event, row.kind, language()),
        ),
        Column[Told](
            lambda: translate("Cases", "รายละเอียด"),
            lambda row: row.particulars(),
            160,
            stretch=True,
            badges=aside,
            mixed=True,
            tip=lambda row: row.particulars(),
        ),
        Column[Told](lambda: translate("Cases", "โดย"), lambda row: row.event.actor_name, 150, soft=True, yields=1),
    )
    return RowsModel(columns, lambda row: row.event.id)
