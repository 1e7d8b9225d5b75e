"""What the screens of the queue say in more than one place."""

from PySide6.QtCore import QCoreApplication

from desktop.office.errors import OfficeError
from desktop.queue.model import Lane, State

translate = QCoreApplication.translate


def state(one: State) -> str:
    return {
        State.WAITING: translate("Queue", "รอเรียก"),
        State.CALLED: translate("Queue", "กำลังรับบริการ"),
        State.HELD: translate("Queue", "พักไว้"),
        State.NO_SHOW: translate("Queue", "ไม่มา"),
        State.DONE: translate("Queue", "เสร็จแล้ว"),
    }[one]


def lane(one: Lane) -> str:
    return translate("Queue", "ช่องทางพิเศษ") if one == Lane.PRIORITY else ""


def length(seconds: float | None) -> str:
    """`03:12` (minutes and seconds), `1:03:12`, or a dash where there is nothing to measure."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def counter(place: str) -> str:
    return translate("Queue", "ช่อง {place}").format(place=place)


def trouble(code: str, language: str) -> tuple[str, str]:
    """Title and advice; both empty where all is well."""
    return OfficeError(code).describe(language) if code else ("", "")
