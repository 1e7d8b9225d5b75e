"""The one road to the clerk: every message goes through here, in words, once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.kit.banner import Level

_REMEMBERED = 200


@dataclass(frozen=True)
class Act:
    """The one thing that can be done about a message."""

    words: str
    run: Callable[[], object] = field(compare=False)


@dataclass(frozen=True)
class Notice:
    """`report` is the short name under which a fault of ours is found in the log; empty for anything else."""

    level: Level
    text: str
    advice: str = ""
    action: Act | None = None
    report: str = ""


class Notices(QObject):
    """Keeps what is said until a window shows it; what is on the screen already is not said twice."""

    said = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, language: Callable[[], str] = lambda: "th", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._open: list[Notice] = []
        self._shown = False
        self.heard: list[Notice] = []
        """The last messages, oldest first; for the log page and for tests."""

    def say(self, level: Level, text: str, advice: str = "", action: Act | None = None, *, report: str = "") -> Notice:
        notice = Notice(level, text, advice, action, report)
        if notice in self._open:
            return self._open[self._open.index(notice)]
        if level == "ready":
            self.put_away()
        self.heard = [*self.heard, notice][-_REMEMBERED:]
        self._open.append(notice)
        if self._shown:
            self.said.emit(notice)
        return notice

    def failed(self, error: Exception) -> Notice:
        """The world's fault is told as such; ours is logged with its traceback and told with a report name."""
        import logging
        import traceback

        from desktop.office.errors import OfficeError

        log = logging.getLogger("desk")
        if isinstance(error, OfficeError):
            log.info("told the clerk: %s", error)
            return self.say("danger", *error.describe(self._language()))
        trace = "".join(traceback.format_exception(error))
        report = f"{crc32(_places(error).encode()):08X}"
        log.error("report %s\n%s", report, trace)
        translate = QCoreApplication.translate
        text = translate("Notices", "โปรแกรมทำรายการนี้ไม่สำเร็จ")
        advice = translate("Notices", "สิ่งที่บันทึกไว้แล้วยังอยู่ครบ ลองอีกครั้ง ถ้ายังไม่ได้ แจ้งผู้ดูแลด้วยรหัส {report}")
        return self.say("danger", text, advice.format(report=report), report=report)

    def close(self, notice: Notice) -> None:
        """The clerk has read it, or it is no longer so."""
        if notice in self._open:
            self._open.remove(notice)
            self.withdrawn.emit(notice)

    def put_away(self) -> None:
        """Good news is old when the next comes or the clerk goes elsewhere; troubles stay until they are read."""
        for notice in [one for one in self._open if one.level == "ready"]:
            self.close(notice)

    def window_ready(self) -> tuple[Notice, ...]:
        """What waited for a window; from now on `said` tells."""
        self._shown = True
        return tuple(self._open)


def _places(error: BaseException) -> str:
    """Where it happened, without values: the same fault bears the same report name."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return "|".join([type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames)])
