"""The marks that every room shows alike: urgency, and how far a paper has come on its way to the centre."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.kit.chips import Badge

Urgency = Literal["normal", "urgent", "very_urgent", "most_urgent"]
Journey = Literal["here", "centre", "attention"]
translate = QCoreApplication.translate


def urgency_badge(urgency: Urgency) -> Badge | None:
    """Red as the regulation has it, louder by degree; none for a normal letter."""
    if urgency == "urgent":
        return Badge(translate("Marks", "ด่วน"), "danger", bare=True)
    if urgency == "very_urgent":
        return Badge(translate("Marks", "ด่วนมาก"), "danger")
    if urgency == "most_urgent":
        return Badge(translate("Marks", "ด่วนที่สุด"), "danger", solid=True)
    return None


def journey_badge(journey: Journey, *, silent: bool = True) -> Badge:
    """Saved on this machine, arrived at the centre, or to be looked at; `silent` shows the icon alone."""
    if journey == "here":
        return Badge(translate("Marks", "บันทึกในเครื่องแล้ว"), "neutral", "hourglass", bare=True, silent=silent)
    if journey == "centre":
        return Badge(translate("Marks", "ถึงส่วนกลางแล้ว"), "ready", "cloud-done", bare=True, silent=silent)
    return Badge(translate("Marks", "ต้องตรวจ"), "attention", "warning", bare=True, silent=silent)
