"""What leaves the editor on paper: printed in the background, and said in one line."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.devices.printer import Media, Printer, usual
from desktop.letters.rules import padded
from desktop.letters.tags import is_provisional
from desktop.outgoing.model import Signed
from ui.notices import Notices
from ui.work import Worker


class Papers(QObject):
    """`printer` is asked for off the GUI thread; `queue` names the clerk's choice, or None for the system's own."""

    def __init__(
        self,
        worker: Worker,
        notices: Notices,
        printer: Callable[[], Printer],
        queue: Callable[[], str | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._notices, self._printer, self._queue = worker, notices, printer, queue

    def print(self, make: Callable[[], bytes], title: str, media: Media = Media.A4) -> None:
        """Sends the PDF that `make` gives to the chosen queue. OfficeError `printer.no_system` is told."""
        chosen = self._queue()

        def submit() -> str:
            printer = self._printer()
            queue = chosen or usual(printer.queues())
            printer.submit(make(), queue, "outgoing", media)
            return queue

        self._worker.run(submit, owner=self, on_done=lambda queue: self._printed(queue, title))

    def told_signed(self, signed: Signed) -> None:
        """Says which number the letter got, or that it waits for one."""
        number = f"{padded(signed.number)}/{signed.year_be}"
        if signed.trouble is not None:
            advice = self.tr("เลขนี้เป็นของหนังสือฉบับนี้ เปิดร่างเดิมจากรายการแล้วทำต่อได้ ไม่ออกเลขใหม่")
            self._notices.say("attention", self.tr("ได้เลข {number} แล้ว แต่กระดาษยังไม่เสร็จ").format(number=number), advice)
            self._notices.failed(signed.trouble)
        elif is_provisional(signed.number):
            advice = self.tr("จะได้เลขจริงเมื่อต่อกับเครื่องที่ถือทะเบียน แล้วกระดาษจะออกเอง")
            self._notices.say("attention", self.tr("ลงนามแล้ว เลขชั่วคราว {number}").format(number=number), advice)
        else:
            self._notices.say("ready", self.tr("ลงนามแล้ว ได้เลข {number}").format(number=number))

    def _printed(self, queue: str, title: str) -> None:
        self._notices.say("ready", self.tr("ส่งพิมพ์แล้ว"), f"{title} · {queue}")
