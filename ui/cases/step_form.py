"""One step with a case: what it asks for, and the two buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.kind import Step
from desktop.cases.model import CaseLine, Deed
from desktop.cases.rules import display_number
from desktop.office.ids import Id
from ui.cases import words
from ui.cases.photo_picker import PhotoPicker
from ui.cases.presenter import Language, Opened
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.language import Speaks
from ui.kit.money_edit import MoneyEdit
from ui.kit.panels import Panel, clear
from ui.kit.tokens import S
from ui.work import Worker

_WORDY = ("text", "reason")
_SHORT = 60


class StepForm(Speaks, QWidget):
    """`done` brings the deed that was typed, `left` when the clerk thinks better of it."""

    done = Signal(object)
    left = Signal()

    def __init__(self, language: Language, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.photos = PhotoPicker(worker)
        self._step: Step | None = None
        self._fields: dict[str, Field] = {}
        self._panel = Panel()
        self._lines = QVBoxLayout()
        self._panel.body.addLayout(self._lines)
        self._panel.body.addWidget(self.photos)
        self.save_button = PrimaryButton(key="F9")
        self.leave_button = QuietButton(key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self._panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        self.save_button.clicked.connect(lambda: self.done.emit(self.deed()))
        self.leave_button.clicked.connect(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        self.leave_button.say(self.tr("ยกเลิก"))
        if self._step is not None:
            self._panel.say(self._step.name.in_language(self._language()))
            self.save_button.say(self._step.name.in_language(self._language()))
            for name, field in self._fields.items():
                field.say(words.asked(name))

    def ask(self, step: Step, opened: Opened) -> None:
        """Shows the fields of a step, empty."""
        self.photos.show_photos(())
        self.photos.setVisible("photo" in (*step.asks, *step.may_ask))
        clear(self._lines)
        self._step, self._fields = step, {}
        for name in (*step.asks, *step.may_ask):
            if name == "photo":
                continue
            field = Field("", self._editor(name, opened), must=name in step.asks)
            self._fields[name] = field
            self._lines.addWidget(field)
        self.retranslate()
        first = next(iter(self._fields.values()), None)
        self.setFocusProxy(first or self.save_button)
        self.setFocus()

    def deed(self) -> Deed:
        assert self._step is not None
        texts = (self._said(name) for name in _WORDY)
        score = self._said("score")
        return Deed(
            self._step.code,
            text=next(filter(None, texts), ""),
            agency=self._said("agency"),
            unit_id=_id(self._said("unit")),
            staff_id=_id(self._said("person")),
            item=self._said("item"),
            score=int(score) if score.isdecimal() else None,
            cost_satang=self._satang(),
            other_id=_id(self._said("case")),
        )

    def show_missing(self, asked: object) -> None:
        """Marks what the step still needs."""
        for name, field in self._fields.items():
            missing = isinstance(asked, list | tuple) and name in asked
            field.say_error(words.problem("cases.missing", self._language()) if missing else "")

    def _editor(self, name: str, opened: Opened) -> QWidget:
        checklist = opened.case.kind.checklist
        offers: dict[str, list[tuple[str, str]]] = {
            "unit": [(unit.hex(), said) for unit, said in opened.units.items()],
            "person": [(one.hex(), said) for one, said in opened.people.items()],
            "case": [(one.id.hex(), _named(one)) for one in opened.alike],
            "item": [(item.code, item.name.in_language(self._language())) for item in checklist],
            "score": [(str(score), str(score)) for score in range(5, 0, -1)],
        }
        if name in offers:
            return ComboBox([("", "-"), *offers[name]], yields=True)
        if name in _WORDY:
            return NotesEdit(lines=2, most=5)
        return MoneyEdit() if name == "cost" else LineEdit()

    def _said(self, name: str) -> str:
        editor = self._fields[name].editor if name in self._fields else None
        return editor.value if isinstance(editor, ComboBox | LineEdit | NotesEdit) else ""

    def _satang(self) -> int | None:
        editor = self._fields["cost"].editor if "cost" in self._fields else None
        return editor.satang() if isinstance(editor, MoneyEdit) else None


def _named(line: CaseLine) -> str:
    number = display_number(line.series, line.year_be, line.number)
    return f"{number} {line.text[:_SHORT]}"


def _id(said: str) -> Id | None:
    try:
        return bytes.fromhex(said) or None
    except ValueError:
        return None
