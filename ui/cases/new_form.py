"""The form of a new case: what it is about first, then words, place, pictures, and who asks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.kind import Category, Kind
from ui.cases import words
from ui.cases.answer_fields import AnswerFields
from ui.cases.checklist import Checklist
from ui.cases.presenter import Language, Typed
from ui.cases.reporter_fields import ReporterFields
from ui.kit.columns import Column
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import L, M

_LEFT = 420


class NewForm(Speaks, QWidget):
    """`edited` at every change, `about_changed` when kind or category did."""

    edited = Signal()
    about_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._kinds: dict[str, Kind] = {}
        self.kind_box, self.channel = ComboBox(), ComboBox()
        self.kind_field, self.channel_field = Field("", self.kind_box), Field("", self.channel)
        self.categories = _categories(language)
        self.table: TableView[Category] = TableView(compact=True)
        self.table.show_model(self.categories)
        self.checklist = Checklist(language)
        self.text = Field("", NotesEdit(lines=3, most=6), must=True)
        self.place, self.moo = Field("", LineEdit(), must=True), Field("", LineEdit())
        self.reporter = ReporterFields()
        self.answers = AnswerFields(language)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind_field.say(self.tr("ประเภทเรื่อง"))
        self.channel_field.say(self.tr("ช่องทาง"))
        self.table.setAccessibleName(self.tr("เรื่องอะไร"))
        self.text.say(self.tr("รายละเอียด"))
        self.place.say(self.tr("สถานที่"))
        self.moo.say(self.tr("หมู่ที่"))
        self.categories.retitle()
        self.answers.speak()
        self.checklist.speak()
        if self._kinds:
            self._offer()

    @property
    def kind(self) -> Kind | None:
        return self._kinds.get(self.kind_box.value)

    @property
    def category(self) -> Category | None:
        """What somebody chose: a table that merely has the keyboard has chosen nothing."""
        chosen = self.table.selectionModel().selectedRows()
        return self.table.row_at(chosen[0]) if chosen and self.kind and self.kind.categories else None

    def offer(self, kinds: Sequence[Kind]) -> None:
        """The kinds in which a case may be opened today."""
        self._kinds = {kind.code: kind for kind in kinds}
        self._offer()
        self._kind_chosen()

    def typed(self) -> Typed:
        category = self.category
        return Typed(
            kind=self.kind_box.value,
            category=category.code if category else "",
            text=_words(self.text),
            place=_words(self.place),
            moo=_words(self.moo),
            channel=self.channel.value,
            fields=self.answers.values(),
            items=self.checklist.handed_in(),
            **self.reporter.typed(),
        )

    def show_typed(self, typed: Typed) -> None:
        """Puts a draft back, or (an empty one) clears the form; the kind stays where none is named."""
        if typed.kind in self._kinds:
            self.kind_box.choose(typed.kind)
        self._kind_chosen()
        self.channel.choose(typed.channel)
        for field, said in ((self.text, typed.text), (self.place, typed.place), (self.moo, typed.moo)):
            _put(field, said)
            field.clear_error()
        self.reporter.show_typed(typed)
        place = self.categories.place_of(typed.category)
        self.table.choose(place) if place is not None else self.table.clearSelection()
        self.answers.show_values(typed.fields)
        self.checklist.show_needed(self.answers.values())
        self.checklist.hand_in(typed.items)

    def go_on_typing(self) -> None:
        """The keyboard at the end of the words that stand there."""
        editor = self.text.editor
        assert isinstance(editor, NotesEdit)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.setFocus()

    def choose_category(self, key: int) -> None:
        """The category of a digit, and on to the words."""
        found = next((one for one in self.categories.rows() if one.key == key), None)
        if found is not None:
            self.table.choose(self.categories.place_of(found.code) or 0)
            self.text.setFocus()

    def show_problems(self, problems: dict[str, str]) -> None:
        """Marks what is missing and goes to the first of it."""
        first: QWidget | None = self.table if "category" in problems else None
        for name, field in (("text", self.text), ("place", self.place), ("reporter", self.reporter.name)):
            code = problems.get(name, "")
            field.say_error(partial(self._problem, code) if code else "")
            first = first or (field if code else None)
        first = first or self.answers.show_problems(problems)
        if first is not None:
            first.setFocus()

    def _problem(self, code: str) -> str:
        return words.problem(code, self._language())

    def _offer(self) -> None:
        language = self._language()
        self.kind_box.offer([(kind.code, kind.name.in_language(language)) for kind in self._kinds.values()])
        if self.kind is not None:
            self.channel.offer([(one.code, one.name.in_language(language)) for one in self.kind.channels])

    def _kind_chosen(self) -> None:
        kind = self.kind
        if kind is None:
            return
        self.channel.offer([(one.code, one.name.in_language(self._language())) for one in kind.channels])
        self.categories.show_rows(kind.categories)
        self.table.setVisible(bool(kind.categories))
        self._papers.setVisible(bool(kind.checklist))
        self.checklist.ask(kind)
        self.reporter.ask(kind)
        self.answers.ask(kind, self.answers.values())
        self.checklist.show_needed(self.answers.values())
        self.setFocusProxy(self.table if kind.categories else self.text)
        self.about_changed.emit()

    def _connect(self) -> None:
        self.kind_box.chosen.connect(self._kind_chosen)
        self.kind_box.chosen.connect(self.edited)
        self.channel.chosen.connect(self.edited)
        self.table.chosen.connect(self.about_changed)
        self.table.chosen.connect(self.edited)
        self.table.opened.connect(self.text.setFocus)
        self.checklist.edited.connect(self.edited)
        self.answers.edited.connect(lambda: self.checklist.show_needed(self.answers.values()))
        self.answers.edited.connect(self.edited)
        self.reporter.edited.connect(self.edited)
        for field in (self.place, self.moo):
            assert isinstance(field.editor, LineEdit)
            field.editor.textEdited.connect(partial(self._typed_into, field))
        assert isinstance(self.text.editor, NotesEdit)
        self.text.editor.textChanged.connect(partial(self._typed_into, self.text))

    def _typed_into(self, field: Field, _: str = "") -> None:
        field.clear_error()
        self.edited.emit()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.kind_field)
        left.addWidget(self.channel_field)
        left.addWidget(self.table, 1)
        self._papers = scrolling(self.checklist)
        left.addWidget(self._papers, 1)
        holder = QWidget()
        right = QVBoxLayout(holder)
        right.setContentsMargins(0, 0, M, 0)
        right.setSpacing(M)
        right.addWidget(self.text)
        right.addWidget(row(self.place, self.moo, stretch=(4, 1)))
        right.addWidget(self.reporter)
        right.addWidget(self.answers)
        right.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(_LEFT)
        left.setContentsMargins(0, 0, 0, 0)
        line.addWidget(side)
        line.addWidget(scrolling(holder), 1)


def _categories(language: Language) -> RowsModel[Category]:
    columns = (
        Column[Category](lambda: "", lambda row: str(row.key or ""), 36, soft=True),
        Column[Category](
            lambda: words.translate("Cases", "เรื่องอะไร"),
            lambda row: row.name.in_language(language()),
            200,
            stretch=True,
            tip=lambda row: row.name.in_language(language()),
        ),
        Column[Category](lambda: words.translate("Cases", "ชม."), lambda row: str(row.hours or ""), 52, soft=True),
    )
    return RowsModel(columns, lambda row: row.code)


def _words(field: Field) -> str:
    editor = field.editor
    return editor.value if isinstance(editor, LineEdit | NotesEdit) else ""


def _put(field: Field, said: str) -> None:
    editor = field.editor
    if isinstance(editor, NotesEdit):
        editor.setPlainText(said)
    elif isinstance(editor, LineEdit):
        editor.setText(said)
