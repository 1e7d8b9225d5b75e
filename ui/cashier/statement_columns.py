"""Where day and sum stand in a bank's file whose headings nobody has named yet: said once, and known from then on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import Asking
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S

if TYPE_CHECKING:
    from desktop.interchange.statements import Looked

_LONGEST = 24


class StatementColumns(Speaks, Asking):
    """Hidden until it is asked. `named` brings the file and what was found in it, with its columns."""

    named = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._path = Path()
        self._looked: Looked | None = None
        self._what = ThaiLabel(ink="soft")
        self.day, self.amount = ComboBox(yields=True), ComboBox(yields=True)
        self._day, self._amount = Field("", self.day, must=True), Field("", self.amount, must=True)
        self.use_button, self.keep_button = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self.use_button.clicked.connect(self._use)
        self.keep_button.clicked.connect(self.hide)
        fields, foot = QHBoxLayout(), QHBoxLayout()
        for row in (fields, foot):
            row.setSpacing(S)
        for field in (self._day, self._amount):
            fields.addWidget(field, 1)
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        foot.addWidget(self.use_button)
        self.body.addWidget(self._what)
        self.body.addLayout(fields)
        self.body.addLayout(foot)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.say(self.tr("ไฟล์นี้ยังไม่รู้จัก"))
        words = self.tr("{file}: บอกครั้งเดียวว่าคอลัมน์ใดคือวันที่และเงินเข้า ครั้งหน้าจะจำหัวตารางนี้ได้")
        self._what.say(words.format(file=self._path.name))
        self._day.say(self.tr("วันที่"))
        self._amount.say(self.tr("เงินเข้า"))
        self.use_button.say(self.tr("ใช้คอลัมน์นี้"))
        self.keep_button.say(self.tr("ไม่นำเข้า"))
        for box, field in ((self.day, self._day), (self.amount, self._amount)):
            box.offer([("", self.tr("– เลือก –")), *self._options()])
            if field.error:
                field.say_error(self.tr("เลือกคอลัมน์"))

    def ask(self, path: Path, looked: "Looked") -> None:
        self._path, self._looked = path, looked
        self.retranslate()
        columns = looked.columns or {}
        for box, field, what in ((self.day, self._day, "day"), (self.amount, self._amount, "amount")):
            box.choose(str(columns.get(what, "")))
            field.clear_error()
        self.show()
        self.day.setFocus()

    def _options(self) -> list[tuple[str, str]]:
        """Each column by its heading and the first words below it."""
        if self._looked is None:
            return []
        width = max((len(line) for line in (self._looked.headings, *self._looked.sample)), default=0)
        return [(str(place), self._words_of(self._looked, place)) for place in range(width)]

    def _words_of(self, looked: "Looked", place: int) -> str:
        heading = looked.headings[place] if place < len(looked.headings) else ""
        below = next((line[place] for line in looked.sample if place < len(line) and line[place].strip()), "–")
        words = heading or self.tr("คอลัมน์ {number}").format(number=place + 1)
        return f"{words} · {below[:_LONGEST]}"

    def _use(self) -> None:
        from dataclasses import replace

        wrong = [field for box, field in ((self.day, self._day), (self.amount, self._amount)) if not box.value]
        if not wrong and self.day.value == self.amount.value:
            wrong = [self._amount]
        for field in wrong:
            field.say_error(self.tr("เลือกคอลัมน์"))
        if wrong or self._looked is None:
            return
        self.hide()
        columns = {"day": int(self.day.value), "amount": int(self.amount.value)}
        self.named.emit(self._path, replace(self._looked, columns=columns))
