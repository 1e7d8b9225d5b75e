"""The files of a letter, and what may be done with the one that is chosen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.letters.model import Direction, LetterFile
from ui.kit.buttons import IconButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.flow import FlowRow
from ui.kit.icons import ICON, icon
from ui.kit.language import Speaks
from ui.kit.theme import font
from ui.kit.tokens import ROW, M, S
from ui.letters.letter_presenter import LetterPresenter

LIST_LEAST = 40
_FILE = Qt.ItemDataRole.UserRole


class Documents(Speaks, QWidget):
    """`chosen` brings the `LetterFile` to look at; the others what to do with it, if it may leave the screen.

    `xml_asked` and `stamp_asked` are for the letter as a whole: its file for others, its stamp for the paper.
    """

    chosen = Signal(object)
    print_asked = Signal(object)
    copy_asked = Signal(object)
    original_asked = Signal(object)
    xml_asked = Signal()
    stamp_asked = Signal()

    def __init__(
        self,
        presenter: LetterPresenter,
        *,
        compact: bool = False,
        may_copy: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: tuple[LetterFile, ...] = ()
        self.files = QListWidget()
        self.files.setProperty("frame", "none")
        self.files.setFont(font())
        self.files.setIconSize(QSize(ICON, ICON))
        self.files.setMinimumHeight(LIST_LEAST)
        self.files.currentItemChanged.connect(self._chosen)
        self.print_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        make = IconButton if compact else SecondaryButton
        self.copy_button, self.original_button = make(icon_name="stamp"), make(icon_name="import")
        self.xml_button, self.stamp_button = IconButton("send"), IconButton("seal")
        self._may_copy = may_copy
        self.stamp_button.hide()
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.files)
        self.retranslate()

    def _connect(self) -> None:
        self.xml_button.clicked.connect(self.xml_asked)
        self.stamp_button.clicked.connect(self.stamp_asked)
        for button, signal in (
            (self.print_button, self.print_asked),
            (self.copy_button, self.copy_asked),
            (self.original_button, self.original_asked),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.current))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(M)
        column.addWidget(self.files, 1)
        acts = (self.print_button, self.copy_button, self.original_button, self.stamp_button, self.xml_button)
        column.addWidget(FlowRow(*acts))
        if not self._may_copy:
            for button in (self.print_button, self.copy_button, self.original_button, self.xml_button):
                button.hide()

    def retranslate(self) -> None:
        self.print_button.say(self.tr("พิมพ์"))
        self.copy_button.say(self.tr("สำเนามีตรา"))
        self.copy_button.setToolTip(self.tr("บันทึกสำเนา PDF ที่มีตรารับ ต้นฉบับไม่ถูกแก้ไข"))
        self.original_button.say(self.tr("ต้นฉบับ"))
        self.original_button.setToolTip(self.tr("บันทึกไฟล์ต้นฉบับตามที่ได้รับมา"))
        self.stamp_button.say(self.tr("พิมพ์ตราลงบนต้นฉบับ"))
        self.stamp_button.setToolTip(self.tr("พิมพ์เฉพาะตรารับลงบนกระดาษต้นฉบับที่ใส่กลับเข้าเครื่องพิมพ์"))
        self.xml_button.say(self.tr("ส่งออก XML"))
        self.xml_button.setToolTip(
            self.tr(
                "ส่งออก XML: หนังสือพร้อมหน้าเป็นแฟ้มเดียวสำหรับระบบอื่น (TH e-GIF) "
                "รหัสหน่วยงานเว้นว่างไว้ และรหัสชั้นความเร็วนอกจากปกติยังต้องเทียบกับบัญชีของ e-CMS"
            )
        )
        self._fill()

    def say(self, name: str) -> None:
        self.files.setAccessibleName(name)

    @property
    def current(self) -> LetterFile | None:
        item = self.files.currentItem()
        return item.data(_FILE) if item else None

    def show_letter(self) -> None:
        letter = self._presenter.letter
        files = letter.files if letter else ()
        came_in = letter is not None and letter.direction is Direction.INCOMING
        self.stamp_button.setVisible(self._may_copy and came_in)
        if files != self._shown:
            self._shown = files
            self._fill()

    def show_file(self, file: LetterFile) -> None:
        """Marks the file that is open, without telling."""
        self.files.blockSignals(True)
        if file in self._shown:
            self.files.setCurrentRow(self._shown.index(file))
        self.files.blockSignals(False)
        self._show_acts()

    def _fill(self) -> None:
        row = self.files.currentRow()
        self.files.blockSignals(True)
        self.files.clear()
        for file in self._shown:
            item = QListWidgetItem(icon("page"), self._words(file))
            item.setSizeHint(QSize(0, ROW))
            item.setData(_FILE, file)
            self.files.addItem(item)
        self.files.setCurrentRow(min(max(row, 0), len(self._shown) - 1))
        self.files.blockSignals(False)
        self._show_acts()

    def _words(self, file: LetterFile) -> str:
        pages = counted(self.tr("{count} หน้า"), file.pages).format(count=file.pages)
        return f"{file.name} · {pages} · {_size(file.size)}"

    def _chosen(self, item: QListWidgetItem | None) -> None:
        self._show_acts()
        if item is not None:
            self.chosen.emit(item.data(_FILE))

    def _show_acts(self) -> None:
        there = self.current is not None and self._presenter.has_file(self.current)
        for button in (self.print_button, self.copy_button, self.original_button):
            button.setEnabled(there)


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(size // 1024, 1)} kB"
