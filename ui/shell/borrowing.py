"""A clerk whose receipt numbers run out asks the other counters; what comes of it is said once."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.registers.loan_model import Loan
from ui.notices import Notices
from ui.shell.stock_line import StockLine
from ui.work import Worker


class Borrowing(QObject):
    """Beside a stock line; `look` reads anew what is left."""

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        line: StockLine,
        look: Callable[[], None],
    ) -> None:
        super().__init__(line)
        self._office, self._who, self._worker, self._notices = office, who, worker, notices
        self._line, self._look = line, look
        line.borrow.connect(self._ask)

    def _ask(self) -> None:
        self._line.set_asking(True)
        self._worker.run(
            lambda: self._office.queue.borrow(self._who),
            owner=self,
            on_done=self._borrowed,
            on_failed=self._failed,
            lane="wait",
        )

    def _borrowed(self, loan: Loan) -> None:
        self._line.set_asking(False)
        words = self.tr("ยืมเลขจากช่อง {counter} แล้ว: {numbers}")
        self._notices.say("ready", words.format(counter=loan.counter, numbers=f"{loan.lo:06d}–{loan.hi:06d}"))
        self._look()

    def _failed(self, error: Exception) -> None:
        self._line.set_asking(False)
        self._notices.failed(error)
