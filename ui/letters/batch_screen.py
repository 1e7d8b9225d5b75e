"""Many letters endorsed at once: the list with what was read of each, the words once, the pages large beside them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.authority import OVER
from desktop.letters.queries import InboxFilter
from desktop.letters.rules import padded
from ui.kit.buttons import QuietButton
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.counted import counted
from ui.kit.inputs import CheckBox
from ui.kit.key_help import HintBar
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.letters.batch_presenter import BatchPresenter, BatchRow
from ui.letters.endorse_box import EndorseBox
from ui.letters.letter_desk import LetterDesk
from ui.letters.letter_pages import LetterPages
from ui.letters.letter_presenter import Signed, Written
from ui.letters.phrase_list import MOST
from ui.work import Worker

SIDE_WIDE = 428
LOOK_MS = 500

translate = QCoreApplication.translate


class BatchScreen(Speaks, QWidget):
    """`closed` when the person goes back to the list. `wanted` says which basket is gone through."""

    closed = Signal()

    def __init__(
        self,
        presenter: BatchPresenter,
        desk: LetterDesk,
        worker: Worker,
        wanted: Callable[[], InboxFilter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self.desk, self._worker, self._wanted = presenter, desk, worker, wanted
        self._signing: Signed | None = None
        self.title = label(size="head")
        self.about = ThaiLabel(ink="soft")
        self.model: RowsModel[BatchRow] = RowsModel(_columns(), lambda row: row.letter.id, self)
        self.table: TableView[BatchRow] = TableView(compact=True)
        self.table.show_model(self.model)
        self._nothing = EmptyState("inbox", widest=320)
        self._nothing.hide()
        self.unread_too = CheckBox()
        self.box = EndorseBox(desk.presenter.phrases, compact=True)
        self.pages = LetterPages(desk.presenter, worker, thumbs=False)
        self.back_button = QuietButton(key="Esc", icon_name="inbox")
        self.keys = Keys(self)
        self._look_again = QTimer(self, interval=LOOK_MS)
        self._look_again.timeout.connect(self._show_rows)
        self._bind_keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("เกษียณหลายฉบับ"))
        self.about.say(self.tr("เปิดอ่านทุกหน้าก่อน ฉบับที่ยังอ่านไม่ครบจะไม่ถูกลงนาม"))
        self.table.setAccessibleName(self.tr("หนังสือที่จะเกษียณ"))
        self.unread_too.setText(self.tr("รวมฉบับที่ยังไม่ได้อ่าน (จะบันทึกว่าไม่ได้อ่าน)"))
        self.back_button.say(self.tr("กลับไปที่รายการ"))
        self._nothing.say(self.tr("ไม่มีหนังสือในตะกร้านี้"), self.tr("กลับไปเลือกตะกร้าที่มีหนังสือรอเกษียณ แล้วกด M อีกครั้ง"))
        self._count()

    def begin(self) -> None:
        """Another sitting with the letters of the basket."""
        self.presenter.begin()
        self.unread_too.setChecked(False)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look_again.stop()
        super().hideEvent(event)

    def step(self, rows: int) -> None:
        place = self.table.currentIndex().row() + rows
        if 0 <= place < self.model.rowCount():
            self.table.choose(place)

    def turn(self) -> None:
        """Puts the letter under the cursor aside, or takes it in again, and goes on."""
        row = self.table.current()
        if row is not None:
            self.presenter.turn(row.letter.id)
            self._show_rows()

    def sign(self, written: Written) -> None:
        """Signs what is ready; the others stay."""
        rows = self.presenter.ready
        if rows and not self._busy:
            self._set_busy(True)
            self._worker.run(
                lambda: self.presenter.sign(rows, written),
                owner=self,
                on_done=self._signed,
                on_failed=self._failed,
            )

    @property
    def _busy(self) -> bool:
        return not self.box.button.isEnabled() and bool(self.presenter.ready)

    def _set_busy(self, busy: bool) -> None:
        self.box.set_busy(busy)

    def _read(self) -> None:
        wanted = self._wanted()

        def found(rows: object) -> None:
            self.presenter.show(rows)  # type: ignore[arg-type]
            presenter = self.desk.presenter
            presenter.show(presenter.letter, presenter.units)
            self.box.offer(presenter.phrases, presenter.standings, None)
            self._show_rows()
            if self.table.current() is None and self.model.rowCount():
                self.table.choose(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

        self._worker.run(lambda: self.presenter.look(wanted), owner=self, on_done=found, view="rows")

    def _show_rows(self) -> None:
        rows = self.presenter.rows
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._count()

    def _count(self) -> None:
        count = len(self.presenter.ready)
        self.box.button.say(self.tr("เกษียณ {count} ฉบับ").format(count=count))
        self.box.button.setEnabled(count > 0)

    def _signed(self, signed: Signed) -> None:
        self._signing = signed
        self.presenter.signed(signed)
        self.box.saved()
        self.desk.keep_back(
            signed, counted(self.tr("เกษียณแล้ว {count} ฉบับ"), len(signed.letters)).format(count=len(signed.letters))
        )
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._show_rows()
        self.desk.told(error)
        if getattr(error, "code", "") == OVER:
            self._read()

    def _acted(self, act: str) -> None:
        if act == "taken_back" and self._signing is not None:
            self.presenter.taken_back(self._signing)
            self._signing = None
            self._show_rows()

    def _connect(self) -> None:
        self.table.chosen.connect(lambda row: self.desk.open(row.letter.id, soon=True) if row else None)
        self.desk.shown.connect(self.pages.show_letter)
        self.desk.done.connect(self._acted)
        self.unread_too.toggled.connect(self._take_unread)
        self.box.endorse.connect(self.sign)
        self.box.closed.connect(self.table.setFocus)
        self.back_button.clicked.connect(self.closed)

    def _take_unread(self, on: bool) -> None:
        self.presenter.unread_too = on
        self._show_rows()

    def _turn_page(self, pages: int) -> None:
        self.pages.view.canvas.go(self.pages.view.canvas.page + pages)

    def _bind_keys(self) -> None:
        def group() -> str:
            return self.tr("เกษียณหลายฉบับ")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group, hint=True)
        self.keys.add("Space", lambda: self.tr("เว้นไว้/รวม"), self.turn, group=group, hint=True)
        self.keys.add("PgDown", lambda: self.tr("หน้าถัดไป"), lambda: self._turn_page(1), group=group, hint=True)
        self.keys.add("PgUp", lambda: self.tr("หน้าก่อน"), lambda: self._turn_page(-1), group=group)
        self.keys.add_numbers(MOST, lambda: self.tr("ใส่วลี"), self.box.phrases.pick, group=group, hint=True)
        self.keys.add("Ctrl+Return", lambda: self.tr("เกษียณ"), self.box.save, group=group)
        self.keys.add("Ctrl+Z", lambda: self.tr("เลิกทำ"), self.desk.undo, group=group, hint=True)

    def _lay_out(self) -> None:
        self.box.move_button.hide()
        self.box.cancel.hide()
        side = Panel()
        side.setFixedWidth(SIDE_WIDE)
        for widget, stretch in (
            (self.title, 0),
            (self.about, 0),
            (self.table, 1),
            (self._nothing, 1),
            (self.unread_too, 0),
            (self.box, 0),
        ):
            side.body.addWidget(widget, stretch)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(side)
        middle.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(L)
        foot.addWidget(self.back_button)
        foot.addWidget(HintBar(self.keys), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + S, L, L + S, M)
        column.setSpacing(S)
        column.addLayout(middle, 1)
        column.addLayout(foot)


def _columns() -> tuple[Column[BatchRow], ...]:
    return (
        Column(lambda: translate("Letters", "เลขรับ"), lambda row: padded(row.letter.number), 64),
        Column(
            lambda: translate("Letters", "เรื่อง"), lambda row: row.letter.subject, 160, stretch=True, soft=True,
            tip=lambda row: row.letter.subject,
        ),
        Column(
            lambda: translate("Letters", "อ่าน"), lambda row: _state(row).words, 150,
            badges=lambda row: (_state(row),),
        ),
    )  # fmt: skip


def _state(row: BatchRow) -> Badge:
    """What will become of the letter when the words are signed."""
    if row.done:
        return Badge(translate("Letters", "เกษียณแล้ว"), "ready", "endorse")
    if not row.wanted:
        return Badge(translate("Letters", "เว้นไว้"), "neutral", "minus")
    if row.reading.is_read:
        return Badge(translate("Letters", "อ่านแล้ว"), "ready", "check")
    return Badge(translate("Letters", "ยังไม่อ่านหน้า {page}").format(page=row.missing), "attention", "page")
