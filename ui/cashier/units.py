"""So many of what a fee is counted by: months, papers, journeys."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.kit.counted import counted

translate = QCoreApplication.translate
_COUNTED: dict[str, Callable[[int], str]] = {
    "เดือน": lambda count: counted(translate("Units", "{count:,} เดือน"), count),
    "ฉบับ": lambda count: counted(translate("Units", "{count:,} ฉบับ"), count),
    "รายการ": lambda count: counted(translate("Units", "{count:,} รายการ"), count),
    "ครั้ง": lambda count: counted(translate("Units", "{count:,} ครั้ง"), count),
    "ป้าย": lambda count: counted(translate("Units", "{count:,} ป้าย"), count),
    "แบบ": lambda count: counted(translate("Units", "{count:,} แบบ"), count),
}


def several(count: int, unit: str) -> str:
    """`3 เดือน`, in the language of now; a unit that an ordinance named otherwise stands as it does on the paper."""
    said = _COUNTED.get(unit)
    return said(count).format(count=count) if said is not None else f"{count:,} {unit}"


def in_english(count: int, unit: str) -> str:
    """`3 months`, `2 entries` of what the catalogue calls one: `month`, `entry`."""
    if count == 1:
        return f"1 {unit}"
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return f"{count:,} {unit[:-1]}ies"
    return f"{count:,} {unit}{'es' if unit.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
