"""What a certificate needs: what it is issued from, the words of its template, the receipt, who signs and how."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.certificates.model import Level, Origin, SignedBy, Wanted
from desktop.outgoing.signers import Signer
from ui.certificates import words
from ui.certificates.answer_fields import TemplateFields
from ui.certificates.deed_form import ReceiptFields
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.key_choice import KeyChoice
from ui.kit.language import Speaks
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M

CASE, DIRECT = "case:", "direct:"


class IssueForm(Speaks, QWidget):
    """`edited` at every change, `chosen` brings what the clerk wants it issued from.

    `key` is a line of its own, for whoever has the room; `key_wanted`: it has come up.
    """

    edited = Signal()
    chosen = Signal(str)
    key_wanted = Signal()

    def __init__(self, presenter: CertificatesPresenter, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self._wanted: Wanted | None = None
        self._signers: Sequence[Signer] = ()
        self.source_box, self.signer_box = ComboBox(yields=True), ComboBox(yields=True)
        self.level_box = ComboBox(yields=True)
        self.source, self.signer = Field("", self.source_box), Field("", self.signer_box, must=True)
        self.level = Field("", self.level_box)
        self.told = ThaiLabel(ink="attention", size="small")
        self.holder, self.reason = Field("", LineEdit(), must=True), Field("", LineEdit(), must=True)
        self.fields, self.receipt = TemplateFields(presenter, language), ReceiptFields(lambda: presenter.today)
        self.key = KeyChoice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        for widget in (
            self.source,
            self.reason,
            self.holder,
            self.told,
            self.fields,
            self.receipt,
            self.signer,
            self.level,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._connect()
        self.setFocusProxy(self.source)
        self.retranslate()

    def retranslate(self) -> None:
        self.source.say(self.tr("ออกจาก"))
        self.holder.say(self.tr("ผู้ได้รับ (ชื่อเต็ม)"))
        self.reason.say(self.tr("เหตุผลที่ออกแทน"))
        self.signer.say(self.tr("ผู้ลงนาม"))
        self.level.say(self.tr("ลงนามอย่างไร"))
        self.fields.speak()
        self._offer_levels()
        self._tell()

    def name_sources(self, sources: Sequence[tuple[str, str]]) -> None:
        """What it may be issued from; the choice stays."""
        before = self.source_box.value
        self.source_box.offer(sources)
        self.source_box.choose(before)

    def offer(self, sources: Sequence[tuple[str, str]], signers: Sequence[Signer]) -> None:
        """What it may be issued from, and who may stand under it."""
        self.name_sources(sources)
        self._signers = signers
        named = [(one.key, f"{one.person.name_th} · {one.standing.acted_as}") for one in signers]
        before = self.signer_box.value
        self.signer_box.offer([("", "–"), *named])
        self.signer_box.choose(before)

    def show_wanted(self, wanted: Wanted | None) -> None:
        """A certificate as far as it is known; None: nothing is chosen yet."""
        self._wanted = wanted
        for widget in (self.holder, self.fields, self.receipt, self.signer, self.level):
            widget.setVisible(wanted is not None)
        replaces = wanted is not None and wanted.origin is not Origin.FIRST
        self.reason.setVisible(replaces)
        self.source.setVisible(not replaces)
        self.key.hide()
        if wanted is None:
            self._tell()
            return
        template = wanted.template
        self._line(self.holder).setText(wanted.holder_name)
        self._line(self.reason).setText(wanted.reason)
        self.fields.ask(template, wanted.answers)
        self.receipt.ask(lambda book, number: self._presenter.receipt(template, book, number), wanted.receipt)
        self.holder.clear_error()
        self.reason.clear_error()
        self._offer_levels()
        self._tell()

    def typed(self) -> Wanted | None:
        """The certificate as it stands in the form."""
        if self._wanted is None:
            return None
        signer = self._chosen
        known = self._wanted.signed
        level = Level(int(self.level_box.value or 1))
        signed = (
            SignedBy(signer.person.name_th, signer.lines, signer.person.id, signer.orders, level)
            if signer is not None
            else SignedBy(known.name, known.lines)
        )
        return replace(
            self._wanted,
            holder_name=self._line(self.holder).value,
            answers=self.fields.values(),
            receipt=self.receipt.receipt(),
            signed=signed,
            reason=self._line(self.reason).value,
        )

    def show_problems(self, problems: dict[str, str]) -> None:
        """Marks what is missing and goes to the first of it."""
        first: QWidget | None = None
        for name, field in (("reason", self.reason), ("holder", self.holder), ("signer", self.signer)):
            code = problems.get(name, "")
            field.say_error(partial(self._problem, code) if code else "")
            if name != "signer":
                first = first or (field if code else None)
        first = first or self.fields.show_problems(problems) or (self.signer if "signer" in problems else None)
        if first is not None:
            first.setFocus()

    def _problem(self, code: str) -> str:
        return words.problem(code, self._language())

    @property
    def _chosen(self) -> Signer | None:
        return next((one for one in self._signers if one.key == self.signer_box.value), None)

    def _tell(self) -> None:
        """What is odd and allowed."""
        wanted = self.typed()
        said = [words.problem(code, self._language()) for code in self._presenter.doubts(wanted)] if wanted else []
        if wanted is not None and wanted.receipt is None:
            said.append(self.tr("ยังไม่มีใบเสร็จ จะไม่พิมพ์ค่าธรรมเนียมบนกระดาษ"))
        self.told.say(" · ".join(said))
        self.told.setVisible(bool(said))

    def _offer_levels(self) -> None:
        levels = self._presenter.levels(self._chosen)
        before = self.level_box.value
        self.level_box.offer([(str(int(one)), words.level(one)) for one in levels])
        self.level_box.choose(before)
        self._turn_level()

    def _turn_level(self) -> None:
        by_key = self.level_box.value == str(int(Level.CERTIFICATE)) and self._wanted is not None
        fresh = by_key and self.key.isHidden()
        self.key.setVisible(by_key)
        if fresh:
            self.key_wanted.emit()

    def _edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _signed_otherwise(self) -> None:
        self.signer.clear_error()
        self._offer_levels()
        self._edited()

    def _leveled(self) -> None:
        self._turn_level()
        self._edited()

    def _typed_into(self, field: Field, _: str) -> None:
        field.clear_error()
        self._edited()

    def _line(self, field: Field) -> LineEdit:
        assert isinstance(field.editor, LineEdit)
        return field.editor

    def _connect(self) -> None:
        self.source_box.chosen.connect(self.chosen)
        for field in (self.holder, self.reason):
            self._line(field).textEdited.connect(partial(self._typed_into, field))
        self.fields.edited.connect(self._edited)
        self.receipt.edited.connect(self._edited)
        self.signer_box.chosen.connect(lambda _: self._signed_otherwise())
        self.level_box.chosen.connect(lambda _: self._leveled())
