"""The dispatch book: what waits to leave the house, what left, and the receipts that came back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.devices.printer import Media
from desktop.letters.rules import padded
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.thai import normalise_book_number
from desktop.outgoing.model import DispatchLine, Sending, SignedCopy
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Badge
from ui.kit.columns import Column
from ui.kit.field import Field
from ui.kit.files import ask_file, ask_where, keep, safe_name
from ui.kit.focus import keeps_focus
from ui.kit.inputs import ComboBox, LineEdit, SearchBox
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import L, S
from ui.notices import Notices
from ui.outgoing import words
from ui.outgoing.papers import Papers
from ui.outgoing.says import Says
from ui.work import Worker

translate = QCoreApplication.translate
DAYS = 60
"""How far back the book is shown."""
ENVELOPES = ("", "DL", "C5", "C4", "C6")
_FORM_WIDTH = 340


class DispatchScreen(Speaks, QWidget):
    """`closed` when the clerk goes back to the drafts."""

    closed = Signal()

    def __init__(
        self,
        office: Office,
        who: Person,
        worker: Worker,
        notices: Notices,
        papers: Papers,
        says: Says,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._who, self._worker, self._notices, self._papers = office, who, worker, notices, papers
        self.rows: RowsModel[DispatchLine] = RowsModel(_columns(says), lambda line: line.key, self)
        self.table: TableView[DispatchLine] = TableView()
        self.table.show_model(self.rows)
        self.scan = SearchBox()
        self.to_party, self.reference, self.receiver, self.note = (LineEdit() for _ in range(4))
        self.sending = ComboBox([(one.value, "") for one in Sending])
        names = ("to_party", "sending", "reference", "receiver", "note")
        self.fields = {name: Field("", getattr(self, name)) for name in names}
        self.envelope = ComboBox([(one, "") for one in ENVELOPES])
        self.save_button = PrimaryButton(key="F9", icon_name="send")
        self.envelope_button = SecondaryButton(key="Ctrl+P", icon_name="printer")
        self.keep_button = QuietButton(key="Ctrl+S", icon_name="letter")
        self.scan_button = SecondaryButton(key="F3", icon_name="import")
        self.garuda_button, self.back_button = QuietButton(icon_name="seal"), QuietButton(key="Esc", icon_name="outbox")
        self._panel, self._nothing = Panel(" "), EmptyState("send")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.back_button)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("สมุดส่งหนังสือ"))
        self.scan.setAccessibleName(self.tr("สแกนเลขที่สิ่งของ"))
        self.scan.setPlaceholderText(self.tr("สแกนเลขที่สิ่งของจากใบตอบรับ หรือพิมพ์ที่ของหนังสือ แล้วกด Enter  /"))
        for name, said in (
            ("to_party", self.tr("ส่งถึง")),
            ("sending", self.tr("ส่งโดย")),
            ("reference", self.tr("เลขที่สิ่งของ หรือที่อยู่อีเมล")),
            ("receiver", self.tr("ผู้รับ (ตามใบรับ)")),
            ("note", self.tr("หมายเหตุ")),
        ):
            self.fields[name].say(said)
        self.sending.offer([(one.value, words.sending(one)) for one in Sending])
        self.envelope.setAccessibleName(self.tr("ขนาดซอง"))
        self.envelope.offer([(one, one or self.tr("ซองหน้าต่าง")) for one in ENVELOPES])
        self.envelope_button.say(self.tr("พิมพ์ซอง"))
        self.keep_button.say(self.tr("ซอง PDF"))
        self.garuda_button.say(self.tr("ใส่ภาพตราครุฑ"))
        self.back_button.say(self.tr("กลับ"))
        self._nothing.say(self.tr("ยังไม่มีหนังสือที่ต้องส่ง"), self.tr("หนังสือที่ลงนามและได้เลขแล้วจะมาอยู่ที่นี่ จนกว่าจะลงสมุดส่ง"))
        self.rows.retitle()
        self._choose(self.table.current())

    def changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("dispatch", "letter", "letter_signature", "letter_file"):
            self.refresh()

    def refresh(self) -> None:
        """Reads the book again in the background."""
        today = local_date(self._office.clock.now())
        queries = self._office.outgoing.queries
        self._worker.run(
            lambda: queries.book(today - timedelta(days=DAYS), today), owner=self, on_done=self._loaded, view="rows"
        )

    def _loaded(self, lines: tuple[DispatchLine, ...]) -> None:
        self.rows.show_rows(lines)
        self._stack.setCurrentWidget(self.table if lines else self._nothing)
        if not lines or self._stack.currentWidget() is not self.focusProxy():
            self.setFocusProxy(self.table if lines else self.back_button)
            if keeps_focus(self.back_button) or not lines:
                self.setFocus()
        if lines and self.table.current() is None:
            self.table.choose(0)
        self._choose(self.table.current())

    def _choose(self, line: DispatchLine | None) -> None:
        """The form asks for what comes next: the dispatch, its receipt, or nothing more."""
        waiting = line is not None and line.sent is None
        receipt = line is not None and line.sent is not None and line.sent.received_at is None
        for name, shown in (
            ("to_party", waiting), ("sending", waiting), ("reference", waiting), ("receiver", receipt),
            ("note", waiting or receipt),
        ):  # fmt: skip
            self.fields[name].setVisible(shown)
            self.fields[name].clear_error()
        self._panel.say(line.book_number if line else self.tr("สมุดส่งหนังสือ"))
        self.save_button.say(self.tr("บันทึกใบรับ") if receipt else self.tr("ลงสมุดส่ง"))
        self.save_button.setEnabled(waiting or receipt)
        for button in (self.envelope_button, self.keep_button):
            button.setEnabled(line is not None)
        self._offer_scan(line)
        self.to_party.setText(line.to_party if line else "")
        for edit in (self.reference, self.receiver, self.note):
            edit.clear()

    def _offer_scan(self, line: DispatchLine | None) -> None:
        """Of a paper that is signed by hand the scan is wanted; a better one may follow."""
        self.scan_button.setVisible(line is not None and line.copy in (SignedCopy.ON_PAPER, SignedCopy.SCANNED))
        again = line is not None and line.copy is SignedCopy.SCANNED
        self.scan_button.say(self.tr("แทนสแกนฉบับลงนาม") if again else self.tr("แนบสแกนฉบับลงนาม"))

    def _attach_scan(self) -> None:
        line = self.table.current()
        if line is None:
            return
        title, kinds = (
            self.tr("เลือกสแกนของฉบับที่ลงนามแล้ว"),
            "PDF, TIFF, JPEG, PNG (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)",
        )
        path = ask_file(self, title, kinds)
        if path is not None:
            act, number = self._office.outgoing.dispatching(self._who), line.book_number
            self._worker.run(
                lambda: act.attach_scan(line.letter_id, path),
                owner=self,
                on_done=lambda _: self._told_scan(number),
            )

    def _told_scan(self, number: str) -> None:
        advice = self.tr("ฉบับนี้คือสำเนาที่ส่งและเก็บ ฉบับก่อนลงนามยังอยู่ข้างกัน")
        self._notices.say("ready", self.tr("แนบสแกนของ {number} แล้ว").format(number=number), advice)
        self.refresh()

    def _scanned(self) -> None:
        """The receipt of the post came back: to its line, ready for who received it."""
        wanted = _key(self.scan.value)
        found = next((line for line in self.rows.rows() if wanted and wanted in _bears(line)), None)
        if found is None:
            QApplication.beep()
            self.scan.selectAll()
            self._notices.say("attention", self.tr("ไม่มีเลขนี้ในสมุดส่ง"), self.scan.value)
            return
        self.scan.clear()
        place = self.rows.place_of(found.key)
        if place is not None:
            self.table.choose(place)
        due = next((name for name in ("to_party", "receiver") if not self.fields[name].isHidden()), None)
        (getattr(self, due) if due else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        line = self.table.current()
        if line is None:
            return
        act = self._office.outgoing.dispatching(self._who)
        note = self.note.value
        if line.sent is None:
            to, how, number = self.to_party.value, Sending(self.sending.value), self.reference.value
            if self._missing("to_party"):
                return
            self._write(lambda: act.send(line.letter_id, to, how, reference=number, note=note))
        elif line.sent.received_at is None:
            sent, receiver = line.sent.id, self.receiver.value
            if not self._missing("receiver"):
                self._write(lambda: act.deliver(sent, receiver, note=note))

    def _missing(self, name: str) -> bool:
        field, edit = self.fields[name], getattr(self, name)
        if not edit.value:
            field.say_error(words.problem("letters.field_missing"))
            edit.setFocus()
        return not edit.value

    def _write(self, deed: Callable[[], object]) -> None:
        self._worker.run(deed, owner=self, on_done=lambda _: self.refresh(), lane="write")

    def _print_envelope(self) -> None:
        line = self.table.current()
        if line is not None:
            letter_id, size, outgoing = line.letter_id, self.envelope.value, self._office.outgoing
            media = Media[size] if size else Media.A4
            label = f"ซอง {padded(line.number)}/{line.year_be}"
            self._papers.print_envelope(lambda: outgoing.envelope_pdf(letter_id, size), label, letter_id, media)

    def _envelope_name(self, line: DispatchLine) -> str:
        return safe_name(f"ซอง-{line.year_be}-{padded(line.number)}")

    def _keep_envelope(self) -> None:
        line = self.table.current()
        if line is None:
            return
        path = ask_where(self, self.tr("บันทึกซอง"), f"{self._envelope_name(line)}.pdf", "PDF (*.pdf)")
        if path is not None:
            letter_id, size, outgoing = line.letter_id, self.envelope.value, self._office.outgoing
            make = lambda: keep(outgoing.envelope_pdf(letter_id, size), path)  # noqa: E731
            self._worker.run(make, owner=self, on_done=self._kept, lane="render")

    def _kept(self, path: Path) -> None:
        self._notices.say("ready", self.tr("บันทึกไฟล์แล้ว"), str(path))

    def _choose_garuda(self) -> None:
        title, kinds = self.tr("เลือกภาพตราครุฑของหน่วยงาน"), "PNG, JPEG (*.png *.jpg *.jpeg)"
        path = ask_file(self, title, kinds)
        if path is not None:
            act = self._office.outgoing.dispatching(self._who)
            self._worker.run(
                lambda: act.set_garuda(path.read_bytes()),
                owner=self,
                on_done=lambda _: self._told_garuda(),
                lane="write",
            )

    def _told_garuda(self) -> None:
        self._notices.say("ready", self.tr("ใส่ภาพตราครุฑแล้ว"), self.tr("หนังสือที่ลงนามต่อจากนี้ใช้ภาพนี้ทุกเครื่อง"))

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.scan.returnPressed.connect(self._scanned)
        self.save_button.clicked.connect(self._save)
        self.envelope_button.clicked.connect(self._print_envelope)
        self.keep_button.clicked.connect(self._keep_envelope)
        self.scan_button.clicked.connect(self._attach_scan)
        self.garuda_button.clicked.connect(self._choose_garuda)
        self.back_button.clicked.connect(self.closed)
        for name in ("to_party", "receiver"):
            edit: LineEdit = getattr(self, name)
            edit.textEdited.connect(lambda _, name=name: self.fields[name].clear_error())

        def group() -> str:
            return self.tr("สมุดส่งหนังสือ")

        self._keys.name("F9", lambda: self.tr("ลงสมุดส่ง หรือบันทึกใบรับ"), group=group)
        self._keys.add("/", lambda: self.tr("สแกนเลขที่สิ่งของ"), self.scan.setFocus, group=group)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.table)
        for field in self.fields.values():
            self._panel.body.addWidget(field)
        self._panel.body.addWidget(self.scan_button)
        self._panel.body.addStretch(1)
        self._panel.setFixedWidth(_FORM_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._panel)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(self.garuda_button)
        foot.addStretch(1)
        for widget in (self.keep_button, self.envelope, self.envelope_button, self.save_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addWidget(self.scan)
        column.addLayout(middle, 1)
        column.addLayout(foot)


def _bears(line: DispatchLine) -> tuple[str, ...]:
    """The numbers by which a line is found: the letter's own, and the one that the post gave it."""
    reference = line.sent.reference if line.sent else ""
    return _key(line.book_number), _key(reference)


def _key(number: str) -> str:
    return normalise_book_number(number).casefold()


def _columns(says: Says) -> tuple[Column[DispatchLine], ...]:
    def badge(line: DispatchLine) -> Badge:
        if line.sent is None:
            return Badge(translate("Outgoing", "ยังไม่ส่ง"), "attention", "hourglass")
        if line.sent.received_at is None:
            return Badge(translate("Outgoing", "ส่งแล้ว"), "info", "send")
        return Badge(translate("Outgoing", "รับแล้ว"), "ready", "check", bare=True)

    def copy(line: DispatchLine) -> tuple[Badge, ...]:
        badge = words.copy_badge(line.copy)
        return (badge,) if badge else ()

    def when(line: DispatchLine) -> str:
        return says.moment(line.sent.sent_at) if line.sent else ""

    def receipt(line: DispatchLine) -> str:
        return line.sent.received_by_name if line.sent else ""

    return (
        Column(
            lambda: translate("Outgoing", "สถานะ"),
            lambda line: badge(line).words,
            112,
            badges=lambda line: (badge(line),),
        ),
        Column(lambda: translate("Outgoing", "ที่"), lambda line: line.book_number, 150),
        Column(
            lambda: translate("Outgoing", "เรื่อง"), lambda line: line.subject, 180, stretch=True, soft=True, yields=1
        ),
        Column(lambda: translate("Outgoing", "ถึง"), lambda line: line.to_party, 180),
        Column(
            lambda: translate("Outgoing", "ฉบับลงนาม"),
            lambda line: " ".join(badge.words for badge in copy(line)),
            112,
            badges=copy,
            yields=1,
        ),
        Column(lambda: translate("Outgoing", "ส่งเมื่อ"), when, 178, soft=True, yields=2),
        Column(lambda: translate("Outgoing", "ผู้รับ"), receipt, 150, soft=True, yields=3),
    )
