"""The form beside the pages: one column, what is on the paper in the order of the paper."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from desktop.letters.model import Channel, Registration, Secrecy, Urgency
from desktop.letters.rules import MASKED
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import FORM_WIDTH, S
from ui.letters import words
from ui.letters.day_edit import DayEdit

_ASK_AFTER_MS = 150
_FIELDS = (
    "book_number", "letter_date", "from_party", "to_party", "subject",
    "urgency", "channel", "due_date", "remarks", "secrecy",
)  # fmt: skip


class RegistrationForm(Speaks, QWidget):
    """`edited` on every change by hand; `senders_asked` when a sender's beginning is typed.

    `classes` offers the secrecy; `envelope_only` tells of a level whether this desk takes no more than the envelope.
    """

    edited = Signal()
    senders_asked = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        classes: bool = False,
        envelope_only: Callable[[Secrecy], bool] = lambda level: False,
    ) -> None:
        super().__init__(parent)
        self._classes, self._envelope_only = classes, envelope_only
        self.setMaximumWidth(FORM_WIDTH)
        self.book_number, self.from_party, self.to_party = LineEdit(), LineEdit(), LineEdit()
        self.letter_date, self.due_date = DayEdit(today=today), DayEdit(today=today)
        self.subject = NotesEdit(lines=2)
        self.urgency = Segmented([(one.value, "") for one in Urgency])
        self.secrecy = ComboBox([(one.value, words.secrecy(one)) for one in Secrecy])
        self.means = ThaiLabel(ink="danger", size="small")
        self._open_subject = ""
        self.channel = ComboBox([(one.value, words.channel(one)) for one in Channel])
        self.remarks = LineEdit()
        self.fields = self._make_fields()
        self._known = QStringListModel(self)
        self._ask = QTimer(self, interval=_ASK_AFTER_MS, singleShot=True)
        self._lay_out()
        self._complete_senders()
        self._connect()
        self.setFocusProxy(self.book_number)
        self.retranslate()

    def retranslate(self) -> None:
        for name, said in (
            ("book_number", self.tr("ที่")),
            ("letter_date", self.tr("ลงวันที่")),
            ("from_party", self.tr("จาก")),
            ("to_party", self.tr("เรียน")),
            ("subject", self.tr("เรื่อง")),
            ("urgency", self.tr("ชั้นความเร็ว")),
            ("secrecy", self.tr("ชั้นความลับ")),
            ("channel", self.tr("ช่องทาง")),
            ("due_date", self.tr("ครบกำหนด")),
            ("remarks", self.tr("หมายเหตุ")),
        ):
            self.fields[name].say(said)
        self.book_number.setPlaceholderText(self.tr("ตามที่ปรากฏในหนังสือ ไม่มีให้เว้นว่าง"))
        self.urgency.offer([(one.value, words.urgency(one)) for one in Urgency])
        self.secrecy.offer([(one.value, words.secrecy(one)) for one in Secrecy])
        self._say_meaning()
        self.channel.offer([(one.value, words.channel(one)) for one in Channel])

    def typed(self) -> Registration:
        """What stands in the form, without a place for the stamp."""
        return Registration(
            from_party=self.from_party.value,
            to_party=self.to_party.value,
            subject=" ".join(self.subject.value.split()),
            book_number=self.book_number.value,
            letter_date=self.letter_date.day(),
            urgency=Urgency(self.urgency.value),
            secrecy=Secrecy(self.secrecy.value),
            channel=Channel(self.channel.value),
            due_date=self.due_date.day(),
            remarks=self.remarks.value or None,
        )

    def no_dates(self) -> tuple[str, ...]:
        """Fields in which something is typed that is no date."""
        return tuple(name for name in ("letter_date", "due_date") if getattr(self, name).is_wrong())

    def show_registration(self, wanted: Registration) -> None:
        """Fills the form anew and forgets errors."""
        for edit, value in (
            (self.book_number, wanted.book_number),
            (self.from_party, wanted.from_party),
            (self.to_party, wanted.to_party),
            (self.remarks, wanted.remarks or ""),
        ):
            edit.setText(value)
        self.subject.setPlainText(wanted.subject)
        self.letter_date.set_day(wanted.letter_date)
        self.due_date.set_day(wanted.due_date)
        self.urgency.choose(wanted.urgency.value)
        self.secrecy.choose(wanted.secrecy.value)
        self._classified()
        self.channel.choose(wanted.channel.value)
        self.show_problems({})

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Writes each problem at its field and goes to the first."""
        for name, field in self.fields.items():
            code = problems.get(name)
            field.say_error(words.problem(code) if code else "")
        first = next((name for name in self.fields if name in problems), None)
        if first is not None:
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_senders(self, start: str, names: tuple[str, ...]) -> None:
        """Names that fit `start`; dropped when the clerk has typed on, or stands elsewhere."""
        if self.from_party.value == start and self.from_party.hasFocus() and names != (start,):
            self._known.setStringList(list(names))
            self.from_party.completer().complete()

    def _make_fields(self) -> dict[str, Field]:
        must = {"from_party", "to_party", "subject"}
        return {name: Field("", getattr(self, name), must=name in must) for name in _FIELDS}

    def _complete_senders(self) -> None:
        completer = QCompleter(self._known, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.from_party.setCompleter(completer)

    def _connect(self) -> None:
        for name in ("book_number", "from_party", "to_party", "remarks"):
            edit: LineEdit = getattr(self, name)
            edit.textEdited.connect(lambda _, name=name: self._edited(name))
            edit.returnPressed.connect(self.focusNextChild)
        for name in ("letter_date", "due_date"):
            day: DayEdit = getattr(self, name)
            day.textEdited.connect(lambda _, name=name: self._edited(name))
            day.changed.connect(lambda _, name=name: self._edited(name))
            day.returnPressed.connect(self.focusNextChild)
        self.subject.textChanged.connect(lambda: self._edited("subject"))
        self.urgency.chosen.connect(lambda _: self._edited("urgency"))
        self.secrecy.chosen.connect(lambda _: self._classified())
        self.secrecy.chosen.connect(lambda _: self._edited("secrecy"))
        self.channel.chosen.connect(lambda _: self._edited("channel"))
        self.from_party.textEdited.connect(lambda _: self._ask.start())
        self._ask.timeout.connect(lambda: self.senders_asked.emit(self.from_party.value))

    def _classified(self) -> None:
        """Where only the envelope is taken its subject is masked, and what was typed comes back with ปกติ."""
        level = Secrecy(self.secrecy.value)
        masked = MASKED.get(level, "") if self._envelope_only(level) else ""
        was_masked = not self.subject.isEnabled()
        if masked and not was_masked:
            self._open_subject = self.subject.value
        if masked or was_masked:
            self.subject.setPlainText(masked or self._open_subject)
        for edit in (self.subject, self.remarks):
            edit.setEnabled(not masked)
        self._say_meaning()

    def _say_meaning(self) -> None:
        level = Secrecy(self.secrecy.value)
        said = words.at_registration(level, envelope_only=self._envelope_only(level))
        self.means.say(said)
        self.means.setVisible(bool(said) and self._classes)

    def _edited(self, name: str) -> None:
        self.fields[name].clear_error()
        self.edited.emit()

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(row(fields["book_number"], fields["letter_date"], stretch=(3, 2)))
        for name in ("from_party", "to_party", "subject", "urgency"):
            column.addWidget(fields[name])
        column.addWidget(row(fields["channel"], fields["due_date"], stretch=(3, 2)))
        column.addWidget(row(fields["remarks"], fields["secrecy"], stretch=(3, 2)))
        column.addWidget(self.means)
        if not self._classes:
            fields["secrecy"].hide()
        column.addStretch(1)
