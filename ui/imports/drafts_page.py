"""Letters that came in files: what waits for its number, with its pages and what is to be known of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.interchange.arrival import Arrival, KeptDocument, Origin, Standing
from ui.imports import words
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import RIGHT, Column
from ui.kit.files import ask_where, keep, safe_name
from ui.kit.focus import keeps_focus
from ui.kit.inputs import ComboBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.page_view import PageView
from ui.kit.panels import EmptyState, Panel, scrolling
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.notices import Notices
from ui.pdf_pages import pdf_pages
from ui.work import Worker

_ICONS = {Origin.EMAIL: "send", Origin.ARCHIVE: "case", Origin.LETTER_XML: "letter", Origin.FILE: "page"}


class DraftsPage(Speaks, QWidget):
    """`register_asked` brings the id of a draft on Enter or F9; `files_asked` on F3; `told` how many wait."""

    register_asked = Signal(object)
    files_asked = Signal()
    told = Signal(int)

    def __init__(
        self, office: Office, who: Person, worker: Worker, notices: Notices, standing: Standing = Standing.WAITING
    ) -> None:
        super().__init__()
        self._arrivals, self._worker, self._notices = office.arrivals(who), worker, notices
        self._standing = standing
        self._document: KeptDocument | None = None
        self.rows = _rows()
        self.table: TableView[Arrival] = TableView()
        self.table.show_model(self.rows)
        self.nothing = EmptyState("import")
        self.subject, self.facts = ThaiLabel(size="head"), ThaiLabel(ink="soft")
        self.seems, self.notes = ThaiLabel(ink="danger", strong=True), ThaiLabel(ink="attention")
        self.documents = ComboBox()
        self.view = PageView()
        self.bring_button = SecondaryButton(key="F3", icon_name="import")
        self.split_button = SecondaryButton(key="Ctrl+D", icon_name="split")
        self.original_button = SecondaryButton(key="Ctrl+S", icon_name="attach")
        self.away_button = SecondaryButton(key="Del", icon_name="close")
        self.register_button = PrimaryButton(key="F9", icon_name="stamp")
        self.keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.bring_button)
        self.retranslate()

    def retranslate(self) -> None:
        waiting = self._standing is Standing.WAITING
        self.table.setAccessibleName(self.tr("ร่างที่รอลงทะเบียน") if waiting else self.tr("ร่างที่เก็บออก"))
        self.documents.setAccessibleName(self.tr("เอกสารของร่าง"))
        self.bring_button.say(self.tr("นำเข้าแฟ้ม"))
        self.split_button.say(self.tr("แยกทีละฉบับ"))
        self.original_button.say(self.tr("บันทึกต้นฉบับ"))
        self.away_button.say(self.tr("เก็บออก"))
        self.register_button.say(self.tr("ลงทะเบียน") if waiting else self.tr("ตั้งกลับมารอ"))
        self.view.empty.say(self.tr("ไม่มีหน้าหนังสือ"), self.tr("ร่างนี้มีแต่ข้อมูล ไม่มีเอกสาร"))
        if waiting:
            self.nothing.say(
                self.tr("ไม่มีร่างรอลงทะเบียน"),
                self.tr("ลากแฟ้มอีเมล (.eml) แฟ้ม .zip แฟ้ม XML ของหนังสือ หรือไฟล์ใด ๆ มาวาง หรือเลือกแฟ้มด้วย F3"),
            )
        else:
            self.nothing.say(self.tr("ไม่มีร่างที่เก็บออก"), self.tr("ร่างที่ไม่ต้องลงทะเบียนอยู่ที่นี่ 30 วันก่อนถูกลบ"))
        self._choose(self.table.current())

    def refresh(self) -> None:
        read = self._arrivals.waiting if self._standing is Standing.WAITING else self._arrivals.put_away_lately
        self._worker.run(read, owner=self, on_done=self._listed, view="rows")

    def _listed(self, found: Sequence[Arrival]) -> None:
        self.rows.show_rows(found)
        if found and self.table.current() is None:
            self.table.choose(0)
        held = keeps_focus(self.table) or keeps_focus(self.bring_button)
        self._place.setCurrentWidget(self._both if found else self.nothing)
        self.setFocusProxy(self.table if found else self.bring_button)
        if held:
            self.setFocus()
        self._choose(self.table.current())
        self.told.emit(len(found))

    def _choose(self, row: Arrival | None) -> None:
        waiting = self._standing is Standing.WAITING
        self.register_button.setEnabled(row is not None)
        self.away_button.setVisible(waiting)
        self.split_button.setVisible(waiting)
        self.bring_button.setVisible(waiting)
        self.away_button.setEnabled(row is not None)
        self.split_button.setEnabled(row is not None and len(row.arrived.documents) > 1)
        if row is None:
            self._show_document(None)
            return
        self._say(row)
        self._worker.run(lambda: self._arrivals.arrival(row.id), owner=self, on_done=self._compared)
        offered = [(str(n), f"{n + 1}. {one.name}") for n, one in enumerate(row.arrived.documents)]
        self.documents.offer(offered)
        self.documents.setVisible(len(offered) > 1)
        self.documents.choose("0")
        self._show_document(row.arrived.documents[0] if offered else None)

    def _say(self, row: Arrival) -> None:
        wanted = row.arrived.registration
        self.subject.say(wanted.subject or row.arrived.name)
        number = self.tr("ที่ {number}").format(number=wanted.book_number) if wanted.book_number else ""
        facts = (wanted.from_party, number, self.tr("แฟ้ม {name}").format(name=row.arrived.name))
        self.facts.say(" · ".join(filter(None, facts)))
        self.seems.setVisible(False)
        self.notes.say("\n".join(f"• {words.note(one)}" for one in row.arrived.notes))
        self.notes.setVisible(bool(row.arrived.notes))

    def _compared(self, arrival: Arrival) -> None:
        row = self.table.current()
        if row is None or row.id != arrival.id or not arrival.seems:
            return
        one = arrival.seems[0]
        self.seems.say(
            self.tr("น่าจะลงทะเบียนแล้ว: เลข {number}/{year} ตรวจก่อนลงทะเบียนซ้ำ").format(
                number=one.number, year=one.year_be
            )
        )
        self.seems.setVisible(True)

    def _show_document(self, document: KeptDocument | None) -> None:
        self._document = document
        self.original_button.setEnabled(document is not None)
        if document is None:
            self.view.show_pages(None)
            return
        self._worker.run(
            lambda: self._arrivals.pages(document), owner=self, on_done=lambda pdf: self._pages_came(document, pdf)
        )

    def _pages_came(self, document: KeptDocument, pdf: bytes) -> None:
        if document is self._document:
            self.view.show_pages(pdf_pages(pdf, document.page_sizes_mm, self._worker, self))

    def _pick(self, place: str) -> None:
        row = self.table.current()
        if row is not None and place:
            self._show_document(row.arrived.documents[int(place)])

    def _register(self) -> None:
        row = self.table.current()
        if row is None:
            return
        if self._standing is Standing.WAITING:
            self.register_asked.emit(row.id)
        else:
            self._act(lambda: self._arrivals.take_back(row.id))

    def _put_away(self) -> None:
        row = self.table.current()
        if row is not None and self._standing is Standing.WAITING:
            self._act(lambda: self._arrivals.put_away(row.id), self.tr("เก็บออกแล้ว ตั้งกลับมาได้ในหน้าที่เก็บออก"))

    def _split(self) -> None:
        row = self.table.current()
        if row is not None and self._standing is Standing.WAITING:
            self._act(lambda: self._arrivals.split(row.id), self.tr("แยกเป็นฉบับละไฟล์แล้ว ร่างเดิมอยู่ในหน้าที่เก็บออก"))

    def _act(self, act: object, said: str = "") -> None:
        def done(_: object) -> None:
            if said:
                self._notices.say("info", said)
            self.refresh()

        self._worker.run(act, owner=self, on_done=done, lane="write")  # type: ignore[arg-type]

    def _keep_original(self) -> None:
        document = self._document
        if document is None:
            return
        name = document.name.removesuffix(".pdf") if document.original_sha256 else document.name
        path = ask_where(self, self.tr("บันทึกไฟล์ต้นฉบับ"), safe_name(name), "*")
        if path is not None:
            self._worker.run(lambda: keep(self._arrivals.original(document), path), owner=self, on_done=self._kept)

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึก {name} แล้ว").format(name=path.name))

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._register())
        self.documents.chosen.connect(self._pick)
        self.bring_button.clicked.connect(self.files_asked)
        self.split_button.clicked.connect(self._split)
        self.original_button.clicked.connect(self._keep_original)
        self.away_button.clicked.connect(self._put_away)
        self.register_button.clicked.connect(self._register)

        def group() -> str:
            return self.tr("นำเข้า")

        self.keys.name("J / K", lambda: self.tr("เลื่อน"), group=group)
        self.keys.name("Return", lambda: self.tr("ลงทะเบียนร่างนี้"), group=group)

    def _lay_out(self) -> None:
        head = Panel()
        for widget in (self.subject, self.facts, self.seems):
            head.body.addWidget(widget)
        area = scrolling(self.notes)
        area.setMaximumHeight(88)
        area.setMinimumHeight(0)
        self.view.setMinimumHeight(180)
        head.body.addWidget(area)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(S)
        right.addWidget(head)
        right.addWidget(self.documents)
        right.addWidget(self.view, 1)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(L)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.table)
        self._both.addWidget(side)
        self._both.setSizes([620, 560])
        self._place = QStackedWidget()
        self._place.addWidget(self.nothing)
        self._place.addWidget(self._both)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        for button in (self.bring_button, self.original_button, self.split_button, self.away_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.register_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._place, 1)
        column.addLayout(foot)


def _rows() -> RowsModel[Arrival]:
    def badge(row: Arrival) -> Badge:
        return Badge(words.origin(row.arrived.origin), "neutral", _ICONS[row.arrived.origin], bare=True)

    def subject(row: Arrival) -> str:
        return row.arrived.registration.subject or row.arrived.name

    def sender(row: Arrival) -> str:
        return row.arrived.registration.from_party

    def state(row: Arrival) -> tuple[Badge, ...]:
        count = len(row.arrived.notes)
        return (Badge(str(count), "attention", "warning"),) if count else ()

    columns = (
        Column[Arrival](
            lambda: words.translate("Imports", "มาทาง"),
            lambda row: badge(row).words,
            116,
            badges=lambda row: (badge(row),),
        ),
        Column[Arrival](lambda: words.translate("Imports", "เรื่อง"), subject, 220, stretch=True, tip=subject),
        Column[Arrival](lambda: words.translate("Imports", "จาก"), sender, 150, soft=True, yields=2, tip=sender),
        Column[Arrival](
            lambda: words.translate("Imports", "เอกสาร"), lambda row: str(len(row.arrived.documents)), 72, RIGHT
        ),
        Column[Arrival](
            lambda: words.translate("Imports", "โปรดดู"), lambda row: str(len(row.arrived.notes) or ""), 72, badges=state
        ),
    )
    return RowsModel(columns, key=lambda row: row.id)
