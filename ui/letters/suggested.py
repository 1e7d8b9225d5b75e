"""A suggestion at its field of the form: shown as a ghost, put there when somebody takes it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.letters.model import Kind, Registration, Secrecy, Urgency
from desktop.office.thai import normalise
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.segmented import Segmented
from ui.letters import words
from ui.letters.registration_form import RegistrationForm

if TYPE_CHECKING:
    from desktop.suggesting.model import Suggestion, Suggestions

_DEFAULTS = {"urgency": Urgency.NORMAL.value, "secrecy": Secrecy.NORMAL.value}


@dataclass(frozen=True)
class Offer:
    """`default` stood in the field before anything was read, `hint` in its ghost; `kind` goes with a book number."""

    name: str
    suggestion: "Suggestion"
    hint: str = ""
    default: str = ""
    kind: str = ""

    @property
    def is_ghost(self) -> bool:
        """Whether the field shows the suggestion itself, faintly, while it stays empty."""
        return self.name not in _DEFAULTS

    @property
    def words(self) -> str:
        """What would stand in the field."""
        value = self.suggestion.value
        if self.name == "letter_date":
            return words.day(date.fromisoformat(value))
        if self.name == "urgency":
            return words.urgency(Urgency(value))
        return words.secrecy(Secrecy(value)) if self.name == "secrecy" else value

    def turned(self) -> "Offer":
        """The next reading instead; this one comes again after the others."""
        first, *others = self.suggestion.alternatives
        last = replace(self.suggestion, alternatives=())
        return replace(self, suggestion=replace(first, alternatives=(*others, last)))

    def show_ghost(self, form: RegistrationForm) -> None:
        editor = form.fields[self.name].editor
        if isinstance(editor, LineEdit | NotesEdit):
            editor.setPlaceholderText(self.words)

    def drop_ghost(self, form: RegistrationForm) -> None:
        """The field is as it was before; what somebody typed into it stays."""
        editor = form.fields[self.name].editor
        if isinstance(editor, LineEdit | NotesEdit):
            editor.setPlaceholderText(self.hint)
        if isinstance(editor, LineEdit) and self.default and not editor.value:
            editor.setText(self.default)

    def put(self, form: RegistrationForm) -> None:
        """What was read stands in the field as if it had been typed."""
        editor, value = form.fields[self.name].editor, self.suggestion.value
        if self.name == "letter_date":
            form.letter_date.set_day(date.fromisoformat(value))
        elif isinstance(editor, LineEdit):
            editor.setText(value)
        elif isinstance(editor, NotesEdit):
            editor.setPlainText(value)
        elif isinstance(editor, Segmented | ComboBox):
            editor.choose(value)
            editor.chosen.emit(value)
        if self.kind and form.kinds is not None:
            form.kinds.suggest(Kind(self.kind))
        form.field_edited.emit(self.name)
        form.edited.emit()


def offered(found: "Suggestions", form: RegistrationForm, blank: Registration) -> Iterator[Offer]:
    """What was found for fields in which nobody has typed and that do not say it already."""
    kind = found.value_of("kind")
    for suggestion in found:
        name = suggestion.field.value
        editor = form.fields[name].editor if name in form.fields else None
        if isinstance(editor, Segmented | ComboBox):
            if editor.value == _DEFAULTS[name] != suggestion.value:
                yield Offer(name, suggestion)
        elif isinstance(editor, LineEdit | NotesEdit) and not _says(editor.value, suggestion.value):
            default = str(getattr(blank, name, "") or "")
            if not editor.value or editor.value == default:
                hint = editor.placeholderText()
                default = editor.value
                editor.clear()
                yield Offer(name, suggestion, hint, default, kind if name == "book_number" else "")


def _says(value: str, suggested: str) -> bool:
    return normalise(value) == normalise(suggested)
