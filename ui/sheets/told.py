"""How printing goes, said in one line wherever somebody is: of every paper, but that whose screen says it itself."""

from PySide6.QtCore import QObject, QTimer

from desktop.office.ids import Id
from ui.notices import Notices
from ui.sheets.printing import Outcome, SheetPrinting, ToPrint
from ui.sheets.words import paper_name

_SAID_MS = 8_000
"""Good news goes away by itself."""


class PrintingTold(QObject):
    """`watched`: the row whose paper is told of by the screen that shows it, not by a banner."""

    def __init__(self, printing: SheetPrinting, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.watched: Id | None = None
        printing.told.connect(self._told)

    def _told(self, paper: ToPrint, outcome: Outcome, detail: object) -> None:
        if paper.document is not None and paper.document == self.watched:
            return
        named = paper_name(paper.kind, paper.label)
        if outcome == "sent":
            words = self.tr("ส่ง{paper} ให้เครื่องพิมพ์แล้ว").format(paper=named)
            notice = self._notices.say("ready", words, str(detail or ""))
            QTimer.singleShot(_SAID_MS, self, lambda: self._notices.close(notice))
        elif outcome == "no_printer":
            words = self.tr("ยังไม่ได้เลือกเครื่องพิมพ์")
            self._notices.say("info", words, self.tr("เลือกที่เคาน์เตอร์ หรือบันทึก PDF ไปพิมพ์ ใบเสร็จบันทึกอยู่แล้ว"))
        elif outcome == "held":
            words = self.tr("{paper} รอพิมพ์").format(paper=named)
            self._notices.say("attention", words, self.tr("ตอบก่อนว่าใบก่อนหน้าออกมาหรือยัง แล้วจะพิมพ์ต่อเอง"))
        elif outcome == "failed" and isinstance(detail, Exception):
            self._notices.failed(detail)
