"""The fields of a template as editors, shown where their condition holds, marked where they are wrong."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.certificates.rules import holds
from desktop.certificates.template import Field as Asked
from desktop.certificates.template import Template
from desktop.office.thai import arabic_digits
from ui.certificates import words
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.panels import clear
from ui.kit.tokens import M


class TemplateFields(QWidget):
    """`edited` at every change; the values are as stored."""

    edited = Signal()

    def __init__(self, presenter: CertificatesPresenter, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._language = presenter, language
        self._fields: dict[str, tuple[Asked, Field]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)

    def ask(self, template: Template, values: Mapping[str, str]) -> None:
        """Shows the fields of a template with what is known."""
        clear(self._column)
        self._fields = {}
        for asked in template.fields:
            field = Field("", self._editor(asked), must=asked.required)
            self._fields[asked.code] = (asked, field)
            self._column.addWidget(field)
        self.speak()
        for code, (_, field) in self._fields.items():
            _put(field.editor, values.get(code, ""))
        self._show_fitting()

    def speak(self) -> None:
        """The words of the language spoken now."""
        language = self._language()
        for asked, field in self._fields.values():
            field.say(asked.name.in_language(language))
            if isinstance(field.editor, ComboBox):
                options = [(one.code, one.name.in_language(language)) for one in asked.choices]
                field.editor.offer([("", "–"), *options])

    def values(self) -> dict[str, str]:
        return {code: _value(asked, field.editor) for code, (asked, field) in self._fields.items()}

    def show_problems(self, problems: Mapping[str, str]) -> QWidget | None:
        """Marks what is wrong; the first of it."""
        first: QWidget | None = None
        for code, (_, field) in self._fields.items():
            wrong = problems.get(code, "")
            field.say_error(partial(self._problem, wrong) if wrong else "")
            first = first or (field if wrong else None)
        return first

    def _problem(self, code: str) -> str:
        return words.problem(code, self._language())

    def _editor(self, asked: Asked) -> QWidget:
        if asked.type == "choice":
            choice = ComboBox()
            choice.chosen.connect(lambda _: self._typed(asked.code))
            return choice
        if asked.type == "date":
            day = ThaiDateEdit(today=lambda: self._presenter.today)
            day.changed.connect(lambda _: self._typed(asked.code))
            return day
        if asked.type == "long_text":
            notes = NotesEdit(lines=2, most=5)
            notes.textChanged.connect(lambda: self._typed(asked.code))
            return notes
        line = LineEdit()
        line.textEdited.connect(lambda _: self._typed(asked.code))
        return line

    def _typed(self, code: str) -> None:
        if code in self._fields:
            self._fields[code][1].clear_error()
        self._show_fitting()
        self.edited.emit()

    def _show_fitting(self) -> None:
        values = self.values()
        for asked, field in self._fields.values():
            field.setVisible(holds(asked.when, values))


def _value(asked: Asked, editor: QWidget) -> str:
    if isinstance(editor, ThaiDateEdit):
        day = editor.day()
        return day.isoformat() if day else ""
    if isinstance(editor, ComboBox | NotesEdit):
        return editor.value
    assert isinstance(editor, LineEdit)
    plain = asked.type in ("number", "decimal")
    return arabic_digits(editor.value).replace(",", "") if plain else editor.value


def _put(editor: QWidget, value: str) -> None:
    if isinstance(editor, ThaiDateEdit):
        from datetime import date

        editor.set_day(date.fromisoformat(value) if value else None)
    elif isinstance(editor, ComboBox):
        editor.choose(value)
    elif isinstance(editor, NotesEdit):
        editor.setPlainText(value)
    elif isinstance(editor, LineEdit):
        editor.setText(value)
