"""The page of a certificate: its paper beside its facts, what happened to it, and what can be done now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.certificates.model import Certificate, Copy, Origin
from desktop.certificates.rules import shown
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.money import format_baht
from ui.certificates import deeds, words
from ui.certificates.deed_form import DeedForm
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.certificates.rows import Past, past_of, past_rows
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Chip
from ui.kit.days import day
from ui.kit.flow import Flow
from ui.kit.focus import keeps_focus
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Panel, clear, scrolling, side_by_side
from ui.kit.table import TableView
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M
from ui.live_pages import LivePages
from ui.notices import Notices
from ui.work import Worker

_SIDE, _MOST = 470, 9


class CertificatePage(Speaks, QWidget):
    """`closed`: the clerk goes back; `again` brings (certificate, origin) of one to issue in this one's place.

    `print_paper(certificate, copy)` sends the paper on its way.
    """

    closed = Signal()
    again = Signal(object, object)

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, notices: Notices, language: Language,
        print_paper: Callable[[Certificate, Copy | None], None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self._print = print_paper
        self.held: Certificate | None = None
        self._wanted: Id = b""
        self._then = ""
        """The deed to be asked for once the wanted certificate stands here."""
        self._deeds: tuple[str, ...] = ()
        self.number, self.badge = label(size="title"), Chip()
        self.paper = LivePages(words.no_paper, worker, notices.failed)
        self.facts, self.deeds = ThaiLabel(), Flow()
        self.rows = past_rows()
        self.table: TableView[Past] = TableView(compact=True)
        self.table.show_model(self.rows)
        self.form = DeedForm(lambda: presenter.today)
        self.back_button = QuietButton(key="Esc")
        self.copy_button = PrimaryButton(key="F10", icon_name="printer")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.back_button.say(self.tr("กลับไปทะเบียน"))
        self.copy_button.say(self.tr("พิมพ์สำเนา"))
        self.table.setAccessibleName(self.tr("ประวัติ"))
        self._past_panel.say(self.tr("ประวัติ"))
        self._deeds_panel.say(self.tr("ทำต่อ"))
        self.rows.retitle()
        if self.held is not None:
            self._show(self.held)

    def open(self, certificate_id: Id, then: str = "") -> None:
        """Reads a certificate in the background and shows it with its paper; `then` asks for a deed at once."""
        if self.held is not None and self.held.id != certificate_id:
            self.held = None
            self._leave_form()
            self.paper.show_nothing()
        self._then = then or (self._then if self._wanted == certificate_id else "")
        self._wanted = certificate_id
        self._worker.run(
            lambda: self._presenter.open(certificate_id),
            owner=self,
            on_done=lambda held: self._opened(certificate_id, held),
            view="certificate",
        )

    def refresh(self) -> None:
        if self.held is not None and self.form.isHidden():
            self.open(self.held.id)

    def ask(self, name: str) -> None:
        """Asks for what a deed needs, or goes where it is done."""
        held = self.held
        if held is None or (name not in self._deeds and name != "copy"):
            return
        if name in ("replacement", "correction"):
            self.again.emit(held, Origin(name))
            return
        if name == "print":
            self._print(held, None)
            return
        find = partial(self._presenter.receipt, held.template) if name == "pay" else None
        self._deeds_panel.show()
        self._deeds_holder.hide()
        self._foot.setEnabled(False)  # Esc leaves the form first
        self.form.show()
        self.form.ask(name, lambda: (deeds.told(name, held), deeds.name_of(name, held)), find)
        self._area.verticalScrollBar().setValue(0)

    def _opened(self, certificate_id: Id, held: Certificate | None) -> None:
        if certificate_id != self._wanted:
            return
        if held is None:
            self._notices.failed(OfficeError("certificates.gone"))
            self.closed.emit()
            return
        fresh = self.held is None or self.held != held
        self.held = held
        self._show(held)
        if fresh:
            self.paper.show_pdf(lambda: self._presenter.pdf(held))
        then, self._then = self._then, ""
        if then:
            self.ask(then)

    def _show(self, held: Certificate) -> None:
        self.number.setText(words.number(held.line))
        self.badge.show_badge(words.state_badge(held.line.standing.state))
        self.facts.say("\n".join(f"{name}: {value}" for name, value in self._told_facts(held) if value))
        self.rows.show_rows(past_of(held))
        self._deeds = deeds.possible(held, decides=self._presenter.decides)
        clear(self.deeds)
        for place, name in enumerate(self._deeds, 1):
            button = SecondaryButton(
                f"{place}  {deeds.name_of(name, held)}" if place <= _MOST else deeds.name_of(name, held)
            )
            button.clicked.connect(partial(self.ask, name))
            self.deeds.addWidget(button)
        self._deeds_panel.setVisible(bool(self._deeds) or not self.form.isHidden())

    def _told_facts(self, held: Certificate) -> list[tuple[str, str]]:
        language, line, stands = self._language(), held.line, held.line.standing
        paid, dead = held.receipt, stands.since
        answers = [
            (one.name.in_language(language), shown(one, held.answers.get(one.code, ""))) for one in held.template.fields
        ]
        unpaid = ", ".join(day(one) for one in stands.unpaid)
        return [
            (self.tr("ผู้ได้รับ"), line.holder_name),
            *answers,
            (self.tr("ออกเมื่อ"), day(line.issued_on)),
            (self.tr("ใช้ได้ถึง"), day(stands.expires_on) if stands.expires_on else ""),
            (
                words.state(stands.state),
                " ".join(filter(None, (day(dead) if dead else "", stands.why))),
            ),
            (self.tr("ค้างงวด"), unpaid),
            (self.tr("ใบเสร็จ"), f"{paid.book_no}/{paid.number} {format_baht(paid.satang)}" if paid else ""),
            (self.tr("ผู้ลงนาม"), " ".join((held.signed.name, *held.signed.lines))),
            (self.tr("การลงนาม"), words.level(held.signed.level)),
            (self.tr("ออกแทน"), held.former),
        ]

    def _done(self, name: str) -> None:
        held = self.held
        if held is None:
            return
        reason, last, receipt = self.form.words.value, self.form.last_day, self.form.receipt.receipt()

        def act() -> Certificate:
            if name == "copy":
                return self._presenter.copy(held.id, reason)
            if name == "pay" and receipt is not None:
                return self._presenter.pay(held, receipt)
            return self._presenter.decide(name, held.id, reason, last)

        self.table.setFocus()  # a form that rests has no keyboard
        self.form.setEnabled(False)
        self._worker.run(
            act, owner=self, on_done=lambda now: self._acted(name, now), on_failed=self._failed, lane="write"
        )

    def _acted(self, name: str, held: Certificate) -> None:
        self._leave_form()
        self.open(held.id)
        if name == "copy":
            self._print(held, held.copies[-1])

    def _failed(self, error: Exception) -> None:
        self.form.setEnabled(True)
        if keeps_focus(self.table):
            self.form.setFocus()
        self._notices.failed(error)

    def _leave_form(self) -> None:
        held = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.form.hide()
        self.form.setEnabled(True)
        self._deeds_holder.show()
        self._deeds_panel.setVisible(bool(self._deeds))
        self._foot.setEnabled(True)
        if held:
            self.table.setFocus()

    def _number_key(self, place: int) -> None:
        if place <= len(self._deeds) and self.form.isHidden():
            self.ask(self._deeds[place - 1])

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.copy_button.clicked.connect(lambda: self.ask("copy"))
        self.form.done.connect(self._done)
        self.form.left.connect(self._leave_form)

        def group() -> str:
            return self.tr("หนังสือรับรอง")

        Keys(self.table).add_numbers(_MOST, lambda: self.tr("ทำต่อ"), self._number_key, group=group)
        self._keys.name(f"1–{_MOST}", lambda: self.tr("ทำต่อ"), group=group)

    def _lay_out(self) -> None:
        self._area = scrolling(self._side())
        self._area.setFixedWidth(_SIDE)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(self.paper, 1)
        line.addWidget(self._area)
        self._foot = QWidget()
        foot = side_by_side(self.back_button, None, self.copy_button)
        foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(side_by_side(self.number, self.badge, None))
        column.addLayout(line, 1)
        column.addWidget(self._foot)

    def _side(self) -> QWidget:
        """What can be done, what was done, and what is known."""
        self._past_panel, self._deeds_panel, facts = Panel(), Panel(), Panel()
        facts.body.addWidget(self.facts)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._past_panel.body.addWidget(self.table)
        self.table.setMinimumHeight(130)
        self._deeds_holder = QWidget()
        self._deeds_holder.setLayout(self.deeds)
        self._deeds_panel.body.addWidget(self._deeds_holder)
        self._deeds_panel.body.addWidget(self.form)
        self.form.hide()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        for panel in (self._deeds_panel, self._past_panel, facts):
            column.addWidget(panel)
        column.addStretch(1)
        return side
