"""ใบออกมาแล้วหรือยัง? with the sheet's picture, answered by one number key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.office.thai import arabic_digits
from desktop.sheets.model import Answer, Role, Run, Sheet
from desktop.sheets.rules import ONCE, UNMARKED, page_of
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import LineEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.sheets.printing import SheetPrinting
from ui.sheets.words import of_run, role, why
from ui.work import Worker

_PICTURE_DPI = 60
_BESIDE, _ABOVE = (150, 210), (92, 130)
"""Of the picture: beside a receipt, and in the line above a room."""
_CAME_WIDE = 360
ANSWERS = (Answer.OUT, Answer.NOT_OUT, Answer.PARTLY, Answer.TWICE)


class SheetQuestion(Speaks, Panel):
    """Hidden while nothing is in question. Digits answer while it has the focus: elsewhere they mean other things.

    `above`: laid out as a line above a room, with its answers side by side.
    """

    def __init__(
        self, printing: SheetPrinting, worker: Worker, *, above: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=M, parent=parent)
        self._printing, self._worker, self._size = printing, worker, _ABOVE if above else _BESIDE
        self._run: Run | None = None
        self._sheet: Sheet | None = None
        self.picture = QLabel()
        self.picture.setObjectName("sheetPicture")
        self.picture.setFixedSize(*self._size)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._which, self._why, self._then = ThaiLabel(), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.buttons: dict[Answer, SecondaryButton | QuietButton] = {
            answer: QuietButton() if answer is Answer.TWICE else SecondaryButton() for answer in ANSWERS
        }
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, answer=answer: self.answer(answer))
        self.came = LineEdit()
        self._came = Field("", self.came)
        self._came.setMinimumWidth(_CAME_WIDE)
        self.came.returnPressed.connect(self._count)
        self._keys = Keys(self)
        self._keys.name("1–4", lambda: self.tr("ตอบว่าใบออกหรือไม่"), group=self._group)
        self._lay_out(above)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.retranslate()
        printing.asked.connect(self.show_run)
        self.show_run(printing.question)

    def retranslate(self) -> None:
        self.say(self.tr("ใบออกมาแล้วหรือยัง?"))
        self.setAccessibleName(self.tr("ใบออกมาแล้วหรือยัง?"))
        for button, said in zip(self.buttons.values(), self._answers(), strict=True):
            button.say(said)
        self._came.say(self.tr("ออกมาครบกี่แผ่น (Enter)"))
        if self._run is not None and self._sheet is not None:
            self._then.say(self._what_follows())
            self._which.say(f"{of_run(self._run)} · {role(self._sheet)}")
            self._why.say(f"{why(self._run.doubt)} ({self._run.job.queue})")
            self.picture.setAccessibleName(self._which.words)

    @property
    def of_pile(self) -> bool:
        """Whether many papers are asked about at once."""
        return self._sheet is not None and self._sheet.wanted.role is Role.PILE

    def show_run(self, run: Run | None) -> None:
        """Asks about the first sheet of the run that nobody has told of."""
        sheet = run.unknown[0] if run is not None and run.unknown else None
        if self._sheet is not None and sheet is not None and sheet.id == self._sheet.id:
            self._run = run
            self.retranslate()
            return
        self._run, self._sheet = run, sheet
        self.setVisible(sheet is not None)
        self.setEnabled(True)
        self._came.hide()
        if run is None or sheet is None:
            return
        self.buttons[Answer.TWICE].setVisible(not self.of_pile)
        self.picture.setVisible(run.job.kind not in ONCE)
        self.retranslate()
        if run.job.kind not in ONCE:
            self._draw(run, sheet)

    def answer(self, answer: Answer) -> None:
        """Of a pile that came out in part it must first be said how much of it."""
        if self._sheet is None or not self.isEnabled() or self.buttons[answer].isHidden():
            return
        if answer is Answer.PARTLY and self.of_pile:
            self.came.clear()
            self._came.clear_error()
            self._came.show()
            self.came.setFocus()
        else:
            self._answer(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(ANSWERS) and not event.isAutoRepeat() and not self.came.hasFocus():
            self.answer(ANSWERS[place])
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        """How many sheets of the pile lie there whole."""
        typed, most = arabic_digits(self.came.value), self._sheet.wanted.sheets if self._sheet else 0
        if typed.isdigit() and 0 < int(typed) < most:
            self._answer(Answer.PARTLY, int(typed))
        else:
            self._came.say_error(self.tr("ใส่เลข 1 ถึง {most:,}").format(most=most - 1))

    def _answer(self, answer: Answer, came: int = 0) -> None:
        assert self._sheet is not None
        self.setEnabled(False)
        self._printing.answer(self._sheet, answer, self._answered, came)

    def _answered(self) -> None:
        self.setEnabled(True)
        self.setFocus()

    def _answers(self) -> tuple[str, str, str, str]:
        return (
            self.tr("1  ออกแล้ว ครบทั้งใบ"),
            self.tr("2  ไม่ออก"),
            self.tr("3  ออกไม่ครบ หรือเสีย"),
            self.tr("4  ออกเกินหนึ่งใบ"),
        )

    def _what_follows(self) -> str:
        kind = self._run.job.kind if self._run is not None else ""
        if kind in ONCE:
            return self.tr("ไม่ออก หรือเสีย: บันทึกไว้ ไม่พิมพ์ใหม่เอง ถ้ายังต้องใช้ให้วางกระดาษแล้วสั่งพิมพ์จากหน้าเดิม")
        if self.of_pile:
            return self.tr("ไม่ออก: พิมพ์ใหม่ทั้งหมด · ไม่ครบ: บอกจำนวนที่ออกดี แล้วพิมพ์ต่อจากแผ่นถัดไป")
        if kind in UNMARKED:
            return self.tr("ไม่ออก หรือไม่ครบ: พิมพ์ใหม่ให้เหมือนเดิม ไม่มีคำว่าพิมพ์ซ้ำ ใบเสียให้ขีดฆ่า")
        return self.tr("ไม่ออก: พิมพ์ใหม่ให้เหมือนเดิม · ไม่ครบ: เก็บใบเสียไว้ ใบใหม่มีคำว่าพิมพ์ซ้ำ")

    def _group(self) -> str:
        return self.tr("ใบที่พิมพ์")

    def _draw(self, run: Run, sheet: Sheet) -> None:
        printing = self._printing
        self.picture.clear()
        self._worker.run(
            lambda: _drawn(printing.pdf(run), page_of(run, sheet)),
            owner=self,
            on_done=lambda image: self._show_picture(sheet, image),
            on_failed=lambda _: None,
            lane="render",
        )

    def _show_picture(self, sheet: Sheet, image: QImage) -> None:
        if self._sheet is sheet:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(QPixmap.fromImage(image).scaled(*self._size, keep, smooth))

    def _lay_out(self, above: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(S)
        first = QHBoxLayout()
        first.setSpacing(S)
        first.addWidget(Glyph("warning", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._which, 1)
        words.addLayout(first)
        if above:
            first.addWidget(self._why, 1)
        else:
            words.addWidget(self._why)
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        answers = QBoxLayout(side if above else down)
        answers.setSpacing(S)
        for button in self.buttons.values():
            answers.addWidget(button)
        answers.addWidget(self._came)
        answers.addStretch(1)
        words.addLayout(answers)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        if above:
            words.addWidget(self._then)
            words.addStretch(1)
        else:
            words.addStretch(1)
            self.body.addWidget(self._then)


def _drawn(pdf: bytes, page: int) -> QImage:
    from ui.kit.page_printing import page_image

    return page_image(pdf, page, _PICTURE_DPI * 2)
