"""What leaves the desk of a letter: the stamped copy as a file or on paper, and the original as it came in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.letters.model import Letter, LetterFile
from desktop.letters.rules import padded
from desktop.office.ids import Id
from desktop.sheets.model import Filed, Role
from ui.kit.counted import counted
from ui.kit.files import ask_where, keep_written, safe_name
from ui.letters.documents import Documents
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_presenter import LetterPresenter, Reading
from ui.notices import Notices
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

if TYPE_CHECKING:
    from desktop.paper.pages import Parts

_SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif"}


class LetterPapers(QObject):
    """`stamp_asked` brings the id of a letter whose stamp shall stand on its paper original."""

    stamp_asked = Signal(object)

    def __init__(
        self,
        presenter: LetterPresenter,
        worker: Worker,
        notices: Notices,
        printing: SheetPrinting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._printing = printing

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

    def print_made(self, make: Callable[[], bytes], title: str) -> None:
        """Sends a PDF that nobody counts, made in the background, and tells which queue took it."""
        self._printing.print_beside(title, make, self._printed)

    def print_slips(self, pdf: bytes) -> None:
        """Slips of tracking: the papers that they are laid on are followed from now on."""
        label = self.tr("ใบติดตามต้นฉบับ")
        self._printing.print_file("custody", label, None, lambda: Filed("custody", label, pdf, role=Role.PILE))

    def _ask_stamp(self) -> None:
        if self._presenter.letter is not None:
            self.stamp_asked.emit(self._presenter.letter.id)

    def _print(self, letter: Letter, file: LetterFile) -> None:
        write = partial(self._presenter.write_copy, letter, file)
        self._printing.print_written(f"letter {padded(letter.number)}", write, self._printed)

    def keep_copy(self, file: LetterFile, parent: QWidget) -> None:
        """Asks where, and writes the stamped copy."""
        letter = self._presenter.letter
        if letter is not None:
            title = self.tr("บันทึกสำเนาที่ประทับตรารับ")
            path = ask_where(parent, title, f"{self._name(letter)}.pdf", "PDF (*.pdf)")
            if path is not None:
                self._keep(lambda out: self._presenter.write_copy(letter, file, out), path)

    def keep_original(self, file: LetterFile, parent: QWidget) -> None:
        """Asks where, and writes the bytes that came in."""
        letter = self._presenter.letter
        if letter is not None:
            suffix = _suffix(file)
            original = self.tr("ต้นฉบับ")
            name = f"{self._name(letter)}-{original}{suffix}"
            path = ask_where(parent, self.tr("บันทึกไฟล์ต้นฉบับ"), name, f"*{suffix}")
            if path is not None:
                self._keep(lambda out: _copied(self._presenter.original(file), out), path)

    def keep_xml(self, parent: QWidget) -> None:
        """Asks where, and writes the letter with its pages for another office's system."""
        letter = self._presenter.letter
        if letter is not None:
            path = ask_where(parent, self.tr("บันทึกหนังสือเป็น XML"), f"{self._name(letter)}.xml", "XML (*.xml)")
            if path is not None:
                self._keep(lambda out: out.write(self._presenter.xml(letter)) * 0, path)

    def _keep(self, write: Callable[[BinaryIO], int], path: Path) -> None:
        """`write` tells how many pages of what it wrote can't be searched yet."""
        unread: list[int] = []
        act = lambda: keep_written(lambda out: unread.append(write(out)), path)  # noqa: E731
        self._worker.run(act, owner=self, on_done=lambda _: self._kept(path, sum(unread)))

    def _printed(self, queue: str) -> None:
        self._notices.say("ready", self.tr("ส่งพิมพ์แล้ว"), queue)

    def _kept(self, path: Path, unread: int) -> None:
        said = str(path)
        if unread:
            later = counted(self.tr("ยังค้นคำไม่ได้ {count} หน้า กำลังอ่านอยู่ บันทึกใหม่อีกครั้งภายหลังได้"), unread).format(
                count=unread
            )
            said = f"{said}\n{later}"
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), said)

    @staticmethod
    def _name(letter: Letter) -> str:
        return safe_name(f"{letter.year_be}-{padded(letter.number)}")


def _copied(stored: "Parts", out: BinaryIO) -> int:
    with stored.opened() as kept:
        copyfileobj(kept, out, 1 << 20)
    return 0


def _suffix(file: LetterFile) -> str:
    """What the original's name ends with: by its kind, else as it was called when it came."""
    known = _SUFFIXES.get(file.original_media_type or file.media_type)
    return known or Path(file.name.removesuffix(".pdf")).suffix or Path(file.name).suffix
