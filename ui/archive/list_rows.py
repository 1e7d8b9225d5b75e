"""Letters of a destruction list as lines of a table."""

from desktop.archive.model import Entry
from desktop.archive.words import VERDICTS
from ui.archive import words
from ui.archive.words import translate
from ui.kit.columns import RIGHT, Column
from ui.kit.rows import RowsModel


def entry_rows() -> RowsModel[Entry]:
    def number(one: Entry) -> str:
        return f"{one.number:05d}/{one.year_be}"

    def subject(one: Entry) -> str:
        return one.subject

    def why(one: Entry) -> str:
        return one.hold or one.reason

    columns = (
        Column[Entry](lambda: translate("Archive", "ลำดับ"), lambda one: f"{one.place:,}", 60, RIGHT, soft=True),
        Column[Entry](lambda: translate("Archive", "เลขทะเบียน"), number, 116, strong=True),
        Column[Entry](lambda: translate("Archive", "เรื่อง"), subject, 180, stretch=True, tip=subject),
        Column[Entry](
            lambda: translate("Archive", "เก็บถึงสิ้นปี"),
            lambda one: str(one.since_be + one.years),
            96,
            soft=True,
            yields=1,
        ),
        Column[Entry](
            lambda: translate("Archive", "การพิจารณา"),
            lambda one: VERDICTS[one.verdict],
            112,
            badges=lambda one: (words.verdict_badge(one.verdict, one.hold),),
        ),
        Column[Entry](lambda: translate("Archive", "เหตุผล"), why, 150, soft=True, yields=2, tip=why),
    )
    return RowsModel(columns, key=lambda one: one.id)
