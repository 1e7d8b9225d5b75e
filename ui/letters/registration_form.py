"""The form beside the pages: one column, what is on the paper in the order of the paper, what is rare folded away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from desktop.letters.book_numbers import parse
from desktop.letters.model import Channel, Direction, Kind, Registration, Secrecy, Urgency
from desktop.letters.rules import MASKED
from ui.kit.buttons import QuietButton
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.language import Speaks
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import FORM_WIDTH, XS
from ui.letters import words
from ui.letters.day_edit import DayEdit
from ui.letters.deadline_edit import DeadlineEdit
from ui.letters.kind_bar import KindBar
from ui.letters.paper_lists import PaperLists
from ui.letters.registration_presenter import RegistrationPresenter

_ASK_AFTER_MS = 150
_RARE = frozenset({"citations", "enclosures", "channel", "due_date", "remarks"})
"""Fields that stand folded away where there is no room for all."""
_FIELDS = (
    "book_number", "letter_date", "from_party", "to_party", "subject",
    "urgency", "channel", "due_date", "remarks", "secrecy",
)  # fmt: skip


class RegistrationForm(Speaks, QWidget):
    """`edited` on every change by hand, `field_edited` with the field's name.

    `senders_asked` when a sender's beginning is typed.

    `entering` is given where letters are registered: it offers kind, register and secrecy, which are no part of putting
    a letter right. `kinds_changed`: another kind or register was chosen. There the rare fields fold away behind a key
    where the form has no room for them; what stands in them is never hidden.
    """

    edited = Signal()
    field_edited = Signal(str)
    senders_asked = Signal(str)
    kinds_changed = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        entering: RegistrationPresenter | None = None,
    ) -> None:
        super().__init__(parent)
        self._entering = entering
        self._blank = entering.blank() if entering else None
        self.setMaximumWidth(FORM_WIDTH)
        self.book_number, self.from_party, self.to_party = LineEdit(), LineEdit(), LineEdit()
        self.letter_date, self.due_date = DayEdit(today=today), DayEdit(today=today)
        self.subject = NotesEdit(lines=2)
        self.urgency = Segmented([(one.value, "") for one in Urgency])
        self.secrecy = ComboBox([(one.value, words.secrecy(one)) for one in Secrecy], yields=True)
        self.means = ThaiLabel(ink="danger", size="small")
        self._open_subject = ""
        self.channel = ComboBox([(one.value, words.channel(one)) for one in Channel], yields=True)
        self.remarks = LineEdit()
        self.kinds = KindBar(entering) if entering else None
        self.lists, self.deadline = PaperLists(today), DeadlineEdit(today)
        self.fields = self._make_fields()
        self.fold_button = QuietButton(key="F7" if entering else "", icon_name="chevron-down")
        self._essential, self.rare = QWidget(), QWidget()
        self._roomy, self._by_hand = True, False
        self._problems: Mapping[str, str] = {}
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
        for name, code in self._problems.items():
            if name in self.fields and self.fields[name].error:
                self.fields[name].say_error(words.problem(code))
        self._say_book_number()
        self._name_fold()
        self.urgency.offer([(one.value, words.urgency(one)) for one in Urgency])
        self.secrecy.offer([(one.value, words.secrecy(one)) for one in Secrecy])
        self._say_meaning()
        self.channel.offer([(one.value, words.channel(one)) for one in Channel])

    def typed(self) -> Registration:
        """What stands in the form, without a place for the stamp."""
        typed = Registration(
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
            enclosures=self.lists.typed_enclosures(),
            citations=self.lists.typed_citations(),
        )
        if self.kinds is None:
            return typed
        return replace(
            typed,
            kind=self.kinds.chosen_kind,
            direction=self.kinds.way,
            register=self.kinds.register_by_hand,
            urgent_deadline=self.deadline.moment() if typed.urgency is not Urgency.NORMAL else None,
        )

    def unread(self) -> dict[str, str]:
        """Field -> code for what is typed and is no date or time."""
        found = {"letter_date": self.letter_date.problem, "due_date": self.due_date.problem}
        if self.urgency.value != Urgency.NORMAL:
            found["urgent_deadline"] = self.deadline.problem
        return {name: code for name, code in found.items() if code}

    def show_registration(self, wanted: Registration) -> None:
        """Fills the form anew and forgets errors."""
        if self.kinds is not None and self._entering is not None:
            self.kinds.choose(wanted.direction, wanted.kind, wanted.register, wanted.secrecy)
            self._blank = self._entering.blank(wanted.direction, wanted.kind)
        for edit, value in (
            (self.book_number, wanted.book_number),
            (self.from_party, wanted.from_party),
            (self.to_party, wanted.to_party),
            (self.remarks, wanted.remarks or ""),
        ):
            edit.setText(value)
        self.subject.setPlainText(wanted.subject)
        self.lists.show_lists(wanted.citations, wanted.enclosures)
        self.letter_date.set_day(wanted.letter_date)
        self.due_date.set_day(wanted.due_date)
        self.deadline.show_moment(wanted.urgent_deadline)
        self.urgency.choose(wanted.urgency.value)
        self.secrecy.choose(wanted.secrecy.value)
        self._classified()
        self._hurried()
        self.channel.choose(wanted.channel.value)
        self.show_problems({})
        self._say_book_number()
        self._fold()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Writes each problem at its field and goes to the first."""
        self._problems = problems
        for name, field in self.fields.items():
            code = problems.get(name)
            field.say_error(words.problem(code) if code else "")
        if _RARE & problems.keys():
            self.unfold(True)
        first = next((name for name in self.fields if name in problems), None)
        if first is not None:
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self, on: bool) -> None:
        """Shows the rare fields by hand, or folds them away again."""
        self._by_hand = on
        self._fold()

    def fit(self, high: int) -> None:
        """Shows everything at once where so many pixels are enough for it."""
        whole = self._essential.sizeHint().height() + self.rare.sizeHint().height() + XS
        self._roomy = high >= whole
        self._fold()

    @property
    def rarely_filled(self) -> int:
        """How many of the rare fields say something."""
        filled = (self.lists.citations.value, self.lists.enclosures.value, self.due_date.value, self.remarks.value)
        by_hand = self.kinds is not None and self.kinds.register_by_hand is not None
        return sum(map(bool, filled)) + (self.channel.value != Channel.PAPER) + by_hand

    def offer_senders(self, start: str, names: tuple[str, ...]) -> None:
        """Names that fit `start`; dropped when the clerk has typed on, or stands elsewhere."""
        if self.from_party.value == start and self.from_party.hasFocus() and names != (start,):
            self._known.setStringList(list(names))
            self.from_party.completer().complete()

    def _make_fields(self) -> dict[str, Field]:
        must = {"from_party", "to_party", "subject"}
        made = {name: Field("", getattr(self, name), must=name in must) for name in _FIELDS}
        return made | self.lists.fields | {"urgent_deadline": self.deadline.day_field}

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
        self.lists.edited.connect(self._edited)
        self.deadline.edited.connect(lambda: self._edited("urgent_deadline"))
        self.book_number.textEdited.connect(self._guess_kind)
        self.urgency.chosen.connect(lambda _: self._hurried())
        self.urgency.chosen.connect(lambda _: self._edited("urgency"))
        self.secrecy.chosen.connect(lambda _: self._classified())
        self.secrecy.chosen.connect(lambda _: self._edited("secrecy"))
        self.channel.chosen.connect(lambda _: self._edited("channel"))
        self.from_party.textEdited.connect(lambda _: self._ask.start())
        self._ask.timeout.connect(lambda: self.senders_asked.emit(self.from_party.value))
        if self.kinds is not None:
            self.kinds.turned.connect(self._turned)
            self.kinds.changed.connect(self.kinds_changed)
            self.secrecy.chosen.connect(lambda level: self._kept_apart(Secrecy(level)))

    def _turn_fold(self) -> None:
        """By its key: the keyboard goes along to where something is to be typed."""
        self.unfold(not self._by_hand)
        (self.lists if self._by_hand else self.subject).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold(self) -> None:
        """What a form came with is never out of sight."""
        shown = self._entering is None or self._roomy or self._by_hand or self.rarely_filled > 0
        self.rare.setVisible(shown)
        self.fold_button.setVisible(self._entering is not None and not self._roomy)
        self.fold_button.show_icon("chevron-up" if shown else "chevron-down")
        self._name_fold()

    def _name_fold(self) -> None:
        self.fold_button.say(self.tr("พับช่องที่ใช้น้อย") if self._by_hand else self.tr("ช่องที่ใช้น้อย"))

    def _kept_apart(self, level: Secrecy) -> None:
        if self.kinds is not None:
            self.kinds.classify(level)

    def _turned(self) -> None:
        """The other way the usual sender and addressee are others; what was typed by hand stays."""
        if self.kinds is None or self._entering is None or self._blank is None:
            return
        before, self._blank = self._blank, self._entering.blank(self.kinds.way, self.kinds.chosen_kind)
        for edit, name in ((self.from_party, "from_party"), (self.to_party, "to_party")):
            if edit.value == getattr(before, name):
                edit.setText(getattr(self._blank, name))
        self._say_book_number()

    def _guess_kind(self, words: str) -> None:
        """A number with ว is a circular's."""
        if self.kinds is not None and self.kinds.way is Direction.INCOMING:
            self.kinds.suggest(Kind.CIRCULAR if parse(words).is_circular else Kind.EXTERNAL)

    def _hurried(self) -> None:
        """Only what is urgent has an hour until which it is to be done."""
        self.deadline.setVisible(self._entering is not None and self.urgency.value != Urgency.NORMAL)

    def _say_book_number(self) -> None:
        ours = self.kinds is not None and self.kinds.way is not Direction.INCOMING
        self.book_number.setPlaceholderText(
            self.tr("เว้นว่าง จะได้เลขเมื่อลงทะเบียน") if ours else self.tr("ตามที่ปรากฏในหนังสือ ไม่มีให้เว้นว่าง")
        )

    def _classified(self) -> None:
        """Where only the envelope is taken its subject is masked, and what was typed comes back with ปกติ."""
        level = Secrecy(self.secrecy.value)
        masked = MASKED.get(level, "") if self._takes_envelope(level) else ""
        was_masked = not self.subject.isEnabled()
        if masked and not was_masked:
            self._open_subject = self.subject.value
        if masked or was_masked:
            self.subject.setPlainText(masked or self._open_subject)
        for edit in (self.subject, self.remarks):
            edit.setEnabled(not masked)
        self.lists.set_away(bool(masked))
        self._say_meaning()

    def _say_meaning(self) -> None:
        level = Secrecy(self.secrecy.value)
        said = words.at_registration(level, envelope_only=self._takes_envelope(level))
        self.means.say(said)
        self.means.setVisible(bool(said) and self._entering is not None)

    def _takes_envelope(self, level: Secrecy) -> bool:
        """Whether this desk takes no more of such a paper than its envelope."""
        return self._entering is not None and self._entering.takes_envelope_only(level)

    def _edited(self, name: str) -> None:
        self.fields[name].clear_error()
        self.field_edited.emit(name)
        self.edited.emit()

    def _lay_out(self) -> None:
        fields = self.fields
        hidden = (fields["secrecy"], self.deadline) if self._entering is None else ()
        last = row(fields["secrecy"], self.fold_button, stretch=(3, 2))
        self.fold_button.clicked.connect(self._turn_fold)
        first = [self.kinds] if self.kinds is not None else []
        names = (fields["book_number"], fields["letter_date"])
        parties = [fields[name] for name in ("from_party", "to_party", "subject", "urgency")]
        _stack(self._essential, *first, row(*names, stretch=(3, 2)), *parties, self.deadline, last, self.means)
        register = [self.kinds.register_field] if self.kinds is not None else []
        channel = row(fields["channel"], fields["due_date"], stretch=(3, 2))
        _stack(self.rare, *register, self.lists, channel, fields["remarks"])
        for widget in hidden:
            widget.hide()
        _stack(self, self._essential, self.rare).addStretch(1)


def _stack(holder: QWidget, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    for widget in widgets:
        column.addWidget(widget)
    return column
