"""The phrases of the number keys: which there are, and a form for one's own (and the unit's, and the office's)."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.letters.phrases import KEYS, Owner, Phrase
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.columns import CENTRE, Column
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, NotesEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.rows import RowsModel
from ui.kit.table import TableView
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.authority_presenter import AuthorityPresenter

ACTIONS = (
    *("acknowledge", "propose", "concur", "approve", "permit", "agree", "signed", "assign", "circulate", "accept"),
    *("done", "return", "query", "see_me", "reject"),
)
FORM_WIDE = 380

translate = QCoreApplication.translate


class PhrasesPage(Speaks, QWidget):
    """`keep` brings owner, words, what they do, key and the phrase that was chosen; `remove` its id."""

    keep = Signal(object, str, str, object, object)
    remove = Signal(object)

    def __init__(self, presenter: AuthorityPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.model: RowsModel[Phrase] = RowsModel(_columns(), lambda one: (one.owner, one.number, one.text), self)
        self.table: TableView[Phrase] = TableView()
        self.table.show_model(self.model)
        self.owner, self.number, self.action = ComboBox(), ComboBox(), ComboBox()
        self.text = NotesEdit(lines=4)
        self._fields = (Field("", self.owner), Field("", self.number), Field("", self.action))
        self.text_field = Field("", self.text, must=True)
        self.new_button = SecondaryButton(key="Ctrl+N", icon_name="plus")
        self.remove_button = QuietButton(icon_name="minus")
        self.button = PrimaryButton(key="F9", icon_name="check")
        self._lay_out()
        self.table.chosen.connect(self._fill)
        self.text.textChanged.connect(self.text_field.clear_error)
        self.new_button.clicked.connect(self._begin)
        self.remove_button.clicked.connect(self._remove)
        self.button.clicked.connect(self.save)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("วลีเกษียณ"))
        names = (self.tr("เป็นวลีของ"), self.tr("ปุ่ม"), self.tr("ความหมาย"))
        for field, name in zip(self._fields, names, strict=True):
            field.say(name)
        self.text_field.say(self.tr("ข้อความ"))
        self.owner.offer([(one.value, words.owner(one)) for one in self._presenter.owners()])
        self.number.offer([*((str(one), str(one)) for one in KEYS), ("0", self.tr("ไม่ใช้ปุ่ม"))])
        self.action.offer([(one, words.letter_action(one)) for one in ACTIONS])
        self.new_button.say(self.tr("วลีใหม่"))
        self.remove_button.say(self.tr("ลบวลี"))
        self.button.say(self.tr("บันทึกวลี"))

    def show_authority(self) -> None:
        self.model.show_rows(self._presenter.shown.phrases)
        if self.table.current() is None and self.model.rowCount():
            self.table.choose(0)
        self._show_remove()

    def save(self) -> None:
        if not self.text.value:
            self.text_field.say_error(self.tr("พิมพ์ข้อความก่อน"))
            return self.text.setFocus()
        number = int(self.number.value or 0) or None
        self.keep.emit(Owner(self.owner.value), self.text.value, self.action.value, number, self.table.current())

    def _begin(self) -> None:
        """A new phrase, on the first key that is free."""
        taken = {one.number for one in self._presenter.shown.phrases}
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.text.clear()
        self.owner.choose(Owner.OWN.value)
        self.number.choose(str(next((one for one in KEYS if one not in taken), 0)))
        self.text.setFocus()

    def _fill(self, phrase: Phrase | None) -> None:
        if phrase is not None:
            mine = phrase.owner in self._presenter.owners() and phrase.id is not None
            self.owner.choose((phrase.owner if mine else Owner.OWN).value)
            self.number.choose(str(phrase.number))
            self.action.choose(phrase.action)
            self.text.setPlainText(phrase.text)
        self._show_remove()

    def _show_remove(self) -> None:
        phrase = self.table.current()
        mine = phrase is not None and phrase.id is not None and phrase.owner in self._presenter.owners()
        self.remove_button.setEnabled(mine)

    def _remove(self) -> None:
        phrase = self.table.current()
        if phrase is not None and phrase.id is not None:
            self.remove.emit(phrase.id)

    def _lay_out(self) -> None:
        form = Panel()
        form.setFixedWidth(FORM_WIDE)
        form.body.addWidget(row(*self._fields[:2], stretch=(3, 2)))
        form.body.addWidget(self._fields[2])
        form.body.addWidget(self.text_field)
        form.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        form.body.addLayout(foot)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.addWidget(self.new_button)
        line.addStretch(1)
        left.addLayout(line)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, M, 0, 0)
        both.setSpacing(L)
        both.addLayout(left, 1)
        both.addWidget(form)


def _columns() -> tuple[Column[Phrase], ...]:
    return (
        Column(lambda: translate("Letters", "ปุ่ม"), lambda one: str(one.number or "-"), 56, CENTRE),
        Column(
            lambda: translate("Letters", "ข้อความ"), lambda one: " ".join(one.text.split()), 260, stretch=True,
            tip=lambda one: one.text,
        ),
        Column(lambda: translate("Letters", "ความหมาย"),
            lambda one: words.letter_action(one.action), 130, soft=True, yields=1),
        Column(
            lambda: translate("Letters", "เป็นวลีของ"),
            lambda one: words.owner(one.owner) if one.id else translate("Letters", "มากับโปรแกรม"), 130, soft=True,
        ),
    )  # fmt: skip
