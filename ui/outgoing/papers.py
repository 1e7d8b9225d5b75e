"""What leaves the editor on paper: printed through the journal of sheets, and what signing came to, in one line."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.devices.printer import Media
from desktop.letters.rules import padded
from desktop.letters.tags import is_provisional
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.outgoing.model import Signed
from desktop.sheets.model import Filed
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting


class Papers(QObject):
    """Letters to be signed by hand or signed already, and their envelopes."""

    def __init__(self, notices: Notices, printing: SheetPrinting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices, self._printing = notices, printing

    def print(self, make: Callable[[], bytes], label: str, draft_id: Id, secrecy: Secrecy) -> None:
        """Sends the paper that `make` gives to the chosen queue; of a secret one nothing is kept."""
        kind = "letter" if secrecy is Secrecy.NORMAL else "secret"
        self._printing.print_file(kind, label, draft_id, lambda: Filed(kind, label, make(), document=draft_id))

    def print_envelope(self, make: Callable[[], bytes], label: str, letter_id: Id, media: Media) -> None:
        self._printing.print_file(
            "envelope", label, letter_id, lambda: Filed("envelope", label, make(), media, letter_id)
        )

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
