"""Items as lines of a list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.tray.model import Item
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.rows import RowsModel
from ui.letters.words import brief_moment
from ui.tray import words

translate = QCoreApplication.translate


def item_rows(language: Callable[[], str], today: Callable[[], date]) -> RowsModel[Item]:
    """Which paper, why it is here, since when."""

    def why(item: Item) -> str:
        return words.why(item, language())[0]

    def mark(item: Item) -> tuple[Badge, ...]:
        return (replace(words.badge(item), bare=True, silent=True),)

    def state(item: Item) -> str:
        return words.badge(item).words

    columns: tuple[Column[Item], ...] = (
        Column(lambda: "", state, 36, badges=mark, tip=state),
        Column(lambda: translate("Tray", "เอกสาร"), words.short_paper, 192, strong=True, tip=words.short_paper),
        Column(lambda: translate("Tray", "เหตุที่ต้องตรวจ"), why, 150, stretch=True, tip=why),
        Column(lambda: translate("Tray", "เมื่อ"), lambda item: brief_moment(item.at, today()), 84, soft=True, yields=1),
    )
    return RowsModel(columns, key=lambda item: item.id)
