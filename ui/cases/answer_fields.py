"""The fields that a kind asks for, as editors: shown where their condition holds, marked where they are wrong."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.answers import NO, YES
from desktop.cases.kind import Field as Asked
from desktop.cases.kind import Kind
from desktop.cases.rules import holds
from ui.cases import words
from ui.cases.presenter import Language
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.panels import clear
from ui.kit.tokens import M


class AnswerFields(QWidget):
    """`edited` at every change; the values are texts as they were typed."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._fields: dict[str, tuple[Asked, Field]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)

    def ask(self, kind: Kind, values: Mapping[str, str]) -> None:
        """Shows the fields of a kind with what is known."""
        clear(self._column)
        self._fields = {}
        for asked in kind.fields:
            field = Field("", self._editor(asked), must=asked.required)
            self._fields[asked.code] = (asked, field)
            self._column.addWidget(field)
        self.speak()
        self.show_values(values)

    def speak(self) -> None:
        """The words of the language spoken now."""
        language = self._language()
        for asked, field in self._fields.values():
            field.say(asked.name.in_language(language))
            field.hint(asked.hint.in_language(language) if asked.hint else "")
            if isinstance(field.editor, ComboBox):
                field.editor.offer(_options(asked, language))

    def show_values(self, values: Mapping[str, str]) -> None:
        for code, (_, field) in self._fields.items():
            _put(field.editor, values.get(code, ""))
        self._show_fitting()

    def values(self) -> dict[str, str]:
        return {code: _value(field.editor) for code, (_, field) in self._fields.items()}

    def show_problems(self, problems: Mapping[str, str]) -> QWidget | None:
        """Marks what is wrong; the first of it."""
        first = None
        for code, (_, field) in self._fields.items():
            found = problems.get(f"field.{code}", "")
            field.say_error(partial(self._problem, found) if found else "")
            first = first or (field if found else None)
        return first

    def _problem(self, code: str) -> str:
        return words.problem(code, self._language())

    def _editor(self, asked: Asked) -> QWidget:
        if asked.type in ("choice", "yes_no"):
            box = ComboBox()
            box.chosen.connect(lambda _: self._edited())
            return box
        if asked.type == "long_text":
            notes = NotesEdit(lines=3)
            notes.textChanged.connect(self._edited)
            return notes
        line = LineEdit()
        line.textEdited.connect(lambda _: self._edited())
        return line

    def _edited(self) -> None:
        self._show_fitting()
        self.edited.emit()

    def _show_fitting(self) -> None:
        """Only the fields whose condition holds."""
        values = self.values()
        for asked, field in self._fields.values():
            field.setVisible(holds(asked.when, values))


def _options(asked: Asked, language: str) -> list[tuple[str, str]]:
    if asked.type == "yes_no":
        no, yes = ("no", "yes") if language == "en" else ("ไม่ใช่", "ใช่")
        return [("", "-"), (NO, no), (YES, yes)]
    return [("", "-"), *((one.code, one.name.in_language(language)) for one in asked.choices)]


def _value(editor: QWidget) -> str:
    return editor.value if isinstance(editor, ComboBox | LineEdit | NotesEdit) else ""


def _put(editor: QWidget, value: str) -> None:
    if isinstance(editor, ComboBox):
        editor.choose(value)
    elif isinstance(editor, LineEdit):
        editor.setText(value)
    elif isinstance(editor, NotesEdit):
        editor.setPlainText(value)
