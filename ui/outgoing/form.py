"""The form of a draft: one column, what is on the paper in the order of the paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.model import Urgency
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy
from desktop.outgoing.lines import (
    deadline_line,
    deadline_of,
    enclosure_line,
    enclosure_of,
    lines_of,
    reference_line,
    reference_of,
)
from desktop.outgoing.model import Content, Template
from desktop.outgoing.rules import SALUTATIONS, needs_addressee
from desktop.outgoing.signers import Signer, key_of
from ui.kit.field import Field, row
from ui.kit.inputs import CheckBox, ComboBox, LineEdit, NotesEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.tokens import FORM_WIDTH, S
from ui.outgoing import words
from ui.outgoing.says import Says

_FIELDS = (
    "subject", "to_party", "references", "enclosures", "body", "signer_name", "signer_lines", "owner_unit", "phone",
    "email", "copies_to", "address", "urgency", "urgent_deadline", "secrecy",
)  # fmt: skip
_MUST = {"subject", "to_party", "body", "signer_name"}
_TEXTS = ("subject", "to_party", "signer_name", "owner_unit", "phone", "email")
_NO_ADDRESSEE = ("to_party", "references", "enclosures", "copies_to", "address", "owner_unit", "phone", "email")


class DraftForm(Speaks, QWidget):
    """`edited` on every change by hand. `signers`: who may stand under a paper of that content's kind."""

    edited = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        signers: Callable[[Content], Sequence[Signer]],
        says: Says,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._signers = today, signers
        self._says = says
        self._shown = Content()
        self._showing = False
        self.setMaximumWidth(FORM_WIDTH)
        self.subject, self.signer_lines = NotesEdit(lines=2), NotesEdit(lines=2)
        self.to_party, self.owner_unit, self.phone, self.email = (LineEdit() for _ in range(4))
        self.references, self.enclosures, self.copies_to = (NotesEdit(lines=2) for _ in range(3))
        self.body, self.address = NotesEdit(lines=9), NotesEdit(lines=3)
        self.signer, self.signer_name = ComboBox(), LineEdit()
        self.urgency = Segmented([(one.value, "") for one in Urgency])
        self.secrecy = ComboBox([(one.value, "") for one in (Secrecy.NORMAL, Secrecy.SECRET)])
        self.urgent_deadline = LineEdit()
        self.circular = CheckBox()
        self.salutation = ComboBox([(one, one) for one in SALUTATIONS])
        self.fields = {name: Field("", getattr(self, name), must=name in _MUST) for name in _FIELDS}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.subject)
        self.retranslate()

    def retranslate(self) -> None:
        for name, field in self.fields.items():
            field.say(words.field(name))
        self.circular.setText(words.field("circular"))
        self.circular.setAccessibleName(words.field("circular"))
        self.urgency.offer([(one.value, self._says.urgency(one)) for one in Urgency])
        self.secrecy.offer([(one.value, self._says.secrecy(one)) for one in (Secrecy.NORMAL, Secrecy.SECRET)])
        self.salutation.setAccessibleName(words.field("salutation"))
        self.signer.setAccessibleName(self.tr("เลือกผู้ลงนาม"))
        self.references.setPlaceholderText(self.tr("หนังสือจังหวัด… ที่ ชม 0023/1 ลงวันที่ 4 พ.ย. 2569"))
        self.urgent_deadline.setPlaceholderText(self.tr("เช่น 20 พ.ย. 69 10.30"))
        self.enclosures.setPlaceholderText(self.tr("รายชื่อผู้เข้าร่วม จำนวน 1 ชุด"))
        self.offer_signers()

    def typed(self) -> Content:
        """What stands in the form; what the form does not show stays as it was."""
        signer_id, orders = self._chosen()
        texts: dict[str, Any] = {name: " ".join(getattr(self, name).value.split()) for name in _TEXTS}
        texts |= {name: tuple(lines_of(getattr(self, name).value)) for name in ("signer_lines", "copies_to")}
        return replace(
            self._shown,
            **texts,
            body=self.body.value,
            address=self.address.value,
            references=tuple(reference_of(line, self._today()) for line in lines_of(self.references.value)),
            enclosures=tuple(enclosure_of(line) for line in lines_of(self.enclosures.value)),
            urgency=Urgency(self.urgency.value),
            secrecy=Secrecy(self.secrecy.value),
            urgent_deadline=deadline_of(self.urgent_deadline.value, self._today()),
            circular=self.circular.isChecked(),
            signer_id=signer_id,
            signer_orders=orders,
            salutation=self.salutation.value,
            closing=SALUTATIONS[self.salutation.value] if self._shown.closing else "",
        )

    def show_content(self, content: Content) -> None:
        """Fills the form anew and forgets errors."""
        self._showing, self._shown = True, content
        for name in _TEXTS:
            _put(getattr(self, name), getattr(content, name))
        _put(self.body, content.body)
        _put(self.address, content.address)
        _put(self.urgent_deadline, deadline_line(content.urgent_deadline))
        _put(self.references, "\n".join(map(reference_line, content.references)))
        _put(self.enclosures, "\n".join(map(enclosure_line, content.enclosures)))
        for name in ("signer_lines", "copies_to"):
            _put(getattr(self, name), "\n".join(getattr(content, name)))
        self.urgency.choose(content.urgency.value)
        self.secrecy.choose(content.secrecy.value)
        self.circular.setChecked(content.circular)
        self.salutation.choose(content.salutation)
        self.offer_signers()
        self.signer.choose(_key(content))
        for name in _NO_ADDRESSEE:
            self.fields[name].setVisible(needs_addressee(content.template))
        self.salutation.setVisible(content.template in (Template.EXTERNAL, Template.MEMO))
        self.circular.setVisible(content.template is Template.EXTERNAL)
        self.show_problems({})
        self._showing = False

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Writes each problem at its field and goes to the first."""
        for name, field in self.fields.items():
            code = problems.get(name)
            field.say_error(words.problem(code) if code else "")
        first = next((name for name in self.fields if name in problems), None)
        if first is not None:
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self, locked: bool) -> None:
        """Nothing can be typed into what is signed or put away."""
        self.setEnabled(not locked)

    def offer_signers(self) -> None:
        """Who may sign now. A signer whose order has ended since stays in sight, and is called so."""
        offered = [(one.key, f"{one.person.name_th} · {one.standing.acted_as}") for one in self._signers(self._shown)]
        shown, key = self._shown, _key(self._shown)
        if shown.signer_orders and key not in dict(offered):
            over = self.tr("{name} · คำสั่งให้ทำการแทนสิ้นสุดแล้ว").format(name=shown.signer_name)
            offered.append((key, over))
        self.signer.offer([("", self.tr("ผู้ลงนามอื่น")), *offered])

    def _chosen(self) -> tuple[Id | None, tuple[Id, ...]]:
        """The signer and the orders by which they sign."""
        chosen, shown = self.signer.value, self._shown
        if chosen and chosen == _key(shown):
            return shown.signer_id, shown.signer_orders
        signer = self._signer(chosen)
        return (signer.person.id, signer.orders) if signer else (None, ())

    def _signer(self, key: str) -> Signer | None:
        return next((one for one in self._signers(self._shown) if one.key == key), None)

    def _signer_chosen(self, chosen: str) -> None:
        signer = self._signer(chosen)
        if signer is not None:
            _put(self.signer_name, signer.person.name_th)
            _put(self.signer_lines, "\n".join(signer.lines))
        self.fields["signer_lines"].clear_error()
        self._edited("signer_name")

    def _edited(self, name: str) -> None:
        if self._showing:
            return
        if name in self.fields:
            self.fields[name].clear_error()
        self.edited.emit()

    def _connect(self) -> None:
        for name in _FIELDS:
            edit = getattr(self, name)
            if isinstance(edit, LineEdit | NotesEdit):
                edit.textChanged.connect(lambda *_, name=name: self._edited(name))
        for choice in (self.urgency, self.secrecy, self.salutation):
            choice.chosen.connect(lambda _: self._edited("urgency"))
        self.circular.toggled.connect(lambda _: self._edited("circular"))
        self.signer.chosen.connect(self._signer_chosen)

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(fields["subject"])
        column.addWidget(row(self.salutation, fields["to_party"], stretch=(1, 3)))
        for name in ("references", "enclosures", "body"):
            column.addWidget(fields[name])
        column.addWidget(self.signer)
        column.addWidget(row(fields["signer_name"], fields["signer_lines"], stretch=(2, 3)))
        column.addWidget(fields["owner_unit"])
        column.addWidget(row(fields["phone"], fields["email"], stretch=(2, 3)))
        column.addWidget(row(fields["copies_to"], fields["address"]))
        column.addWidget(fields["urgency"])
        column.addWidget(fields["urgent_deadline"])
        column.addWidget(row(fields["secrecy"], self.circular, stretch=(3, 2)))
        column.addStretch(1)
        self.setTabOrder(self.to_party, self.salutation)


def _key(content: Content) -> str:
    return key_of(content.signer_id, content.signer_orders) if content.signer_id else ""


def _put(edit: LineEdit | NotesEdit, text: str) -> None:
    """Puts in what differs, so that the cursor and what can be undone stay."""
    if isinstance(edit, LineEdit):
        if edit.text() != text:
            edit.setText(text)
    elif edit.toPlainText() != text:
        edit.setPlainText(text)
