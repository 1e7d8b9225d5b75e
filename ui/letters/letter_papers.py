"""What leaves the desk of a letter: the stamped copy as a file or on paper, and the original as it came in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.devices.printer import Media, Printer, usual
from desktop.letters.model import Letter, LetterFile
from desktop.letters.rules import padded
from desktop.office.ids import Id
from ui.kit.files import ask_where, keep, safe_name
from ui.letters.documents import Documents
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_presenter import LetterPresenter, Reading
from ui.notices import Notices
from ui.work import Worker

_SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif"}


class LetterPapers(QObject):
    """`stamp_asked` brings the id of a letter whose stamp shall stand on its paper original.

    `printer` is asked for off the GUI thread; `queue` names the clerk's choice, or None for the system's own."""

    stamp_asked = Signal(object)

    def __init__(
        self,
        presenter: LetterPresenter,
        worker: Worker,
        notices: Notices,
        printer: Callable[[], Printer],
        queue: Callable[[], str | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._printer, self._queue = printer, queue

    def serve(self, documents: Documents, pages: LetterPages) -> None:
        """Does what the documents of a letter are asked for, and keeps them in step with the page view."""
        documents.chosen.connect(pages.show_file)
        for shown in (pages.opened, pages.missing):
            shown.connect(documents.show_file)
        documents.print_asked.connect(self.print)
        documents.copy_asked.connect(lambda file: self.keep_copy(file, documents))
        documents.original_asked.connect(lambda file: self.keep_original(file, documents))
        documents.xml_asked.connect(lambda: self.keep_xml(documents))
        documents.stamp_asked.connect(self._ask_stamp)

    def stamped(self, letter: Letter, file: LetterFile) -> bytes:
        """A derived copy with the intake stamp and the endorsements where they were put; the original stays as it is.

        Only the first file of a letter bears the stamp. Any thread.
        """
        from desktop.letters.on_page import burnt

        return burnt(self._presenter.content(file), letter, file, self._presenter.stamp_of(letter))

    def print(self, file: LetterFile) -> None:
        """Sends the stamped copy to the chosen queue and tells which one took it."""
        if self._presenter.letter is not None:
            self._print(self._presenter.letter, file)

    def print_letter(self, letter_id: Id) -> None:
        """The stamped copy of a letter's first file, without opening the letter."""

        def found(read: Reading) -> None:
            if read.letter is not None and read.letter.files:
                self._print(read.letter, read.letter.files[0])

        self._worker.run(lambda: self._presenter.load(letter_id), owner=self, on_done=found)

    def print_slips(self, pdf: bytes) -> None:
        """Sends slips to the chosen queue and tells which one took them."""
        chosen = self._queue()

        def submit() -> str:
            printer = self._printer()
            queue = chosen or usual(printer.queues())
            printer.submit(pdf, queue, "slips", Media.A4)
            return queue

        self._worker.run(submit, owner=self, on_done=self._printed)

    def _ask_stamp(self) -> None:
        if self._presenter.letter is not None:
            self.stamp_asked.emit(self._presenter.letter.id)

    def _print(self, letter: Letter, file: LetterFile) -> None:
        chosen = self._queue()

        def submit() -> str:
            printer = self._printer()
            queue = chosen or usual(printer.queues())
            printer.submit(self.stamped(letter, file), queue, f"letter {padded(letter.number)}", Media.A4)
            return queue

        self._worker.run(submit, owner=self, on_done=self._printed)

    def keep_copy(self, file: LetterFile, parent: QWidget) -> None:
        """Asks where, and writes the stamped copy."""
        letter = self._presenter.letter
        if letter is not None:
            title = self.tr("บันทึกสำเนาที่ประทับตรารับ")
            path = ask_where(parent, title, f"{self._name(letter)}.pdf", "PDF (*.pdf)")
            if path is not None:
                self._keep(lambda: self.stamped(letter, file), path)

    def keep_original(self, file: LetterFile, parent: QWidget) -> None:
        """Asks where, and writes the bytes that came in."""
        letter = self._presenter.letter
        if letter is not None:
            suffix = _suffix(file)
            original = self.tr("ต้นฉบับ")
            name = f"{self._name(letter)}-{original}{suffix}"
            path = ask_where(parent, self.tr("บันทึกไฟล์ต้นฉบับ"), name, f"*{suffix}")
            if path is not None:
                self._keep(lambda: self._presenter.original(file), path)

    def keep_xml(self, parent: QWidget) -> None:
        """Asks where, and writes the letter with its pages for another office's system."""
        letter = self._presenter.letter
        if letter is not None:
            path = ask_where(parent, self.tr("บันทึกหนังสือเป็น XML"), f"{self._name(letter)}.xml", "XML (*.xml)")
            if path is not None:
                self._keep(lambda: self._presenter.xml(letter), path)

    def _keep(self, make: Callable[[], bytes], path: Path) -> None:
        self._worker.run(lambda: keep(make(), path), owner=self, on_done=self._kept)

    def _printed(self, queue: str) -> None:
        self._notices.say("ready", self.tr("ส่งพิมพ์แล้ว"), queue)

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), str(path))

    @staticmethod
    def _name(letter: Letter) -> str:
        return safe_name(f"{letter.year_be}-{padded(letter.number)}")


def _suffix(file: LetterFile) -> str:
    """What the original's name ends with: by its kind, else as it was called when it came."""
    known = _SUFFIXES.get(file.original_media_type or file.media_type)
    return known or Path(file.name.removesuffix(".pdf")).suffix or Path(file.name).suffix
