"""ใบออกมาแล้วหรือยัง? with the sheet's picture, answered by one number key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.sheets.model import Answer, Run, Sheet
from ui.cashier.printing import ReceiptPrinting
from ui.cashier.sheet_words import paper_name, role, why
from ui.kit.buttons import QuietButton, SecondaryButton
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import Glyph, Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import M, S
from ui.work import Worker

_PICTURE_DPI = 60
_PICTURE_WIDE, _PICTURE_HIGH = 150, 210
ANSWERS = (Answer.OUT, Answer.NOT_OUT, Answer.PARTLY, Answer.TWICE)


class SheetQuestion(Speaks, Panel):
    """Hidden while nothing is in question. Digits answer while it has the focus: elsewhere they mean other things."""

    def __init__(self, printing: ReceiptPrinting, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._printing, self._worker = printing, worker
        self._run: Run | None = None
        self._sheet: Sheet | None = None
        self.picture = QLabel()
        self.picture.setObjectName("sheetPicture")
        self.picture.setFixedSize(_PICTURE_WIDE, _PICTURE_HIGH)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._which, self._why, self._then = ThaiLabel(), ThaiLabel(ink="soft"), ThaiLabel(ink="soft")
        self.buttons: dict[Answer, SecondaryButton | QuietButton] = {
            answer: QuietButton() if answer is Answer.TWICE else SecondaryButton() for answer in ANSWERS
        }
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, answer=answer: self.answer(answer))
        self._keys = Keys(self)
        self._keys.name("1–4", lambda: self.tr("ตอบว่าใบออกหรือไม่"), group=lambda: self.tr("ใบที่พิมพ์"))
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.retranslate()
        printing.asked.connect(self.show_run)
        self.show_run(printing.question)

    def retranslate(self) -> None:
        self.say(self.tr("ใบออกมาแล้วหรือยัง?"))
        self.setAccessibleName(self.tr("ใบออกมาแล้วหรือยัง?"))
        words = (
            self.tr("1  ออกแล้ว ครบทั้งใบ"),
            self.tr("2  ไม่ออก"),
            self.tr("3  ออกไม่ครบ หรือเสีย"),
            self.tr("4  ออกเกินหนึ่งใบ"),
        )
        for button, said in zip(self.buttons.values(), words, strict=True):
            button.say(said)
        self._then.say(self.tr("ไม่ออก: พิมพ์ใหม่ให้เหมือนเดิม · ไม่ครบ: เก็บใบเสียไว้ ใบใหม่มีคำว่าพิมพ์ซ้ำ"))
        if self._run is not None and self._sheet is not None:
            self._which.say(f"{paper_name(self._run)} · {role(self._sheet)}")
            self._why.say(f"{why(self._run.doubt)} ({self._run.job.queue})")
            self.picture.setAccessibleName(self._which.words)

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
        if run is None or sheet is None:
            return
        self.retranslate()
        self.picture.clear()
        printing, page = self._printing, run.sheets.index(sheet)
        self._worker.run(
            lambda: _drawn(printing.pdf(run), page),
            owner=self,
            on_done=lambda image: self._show_picture(sheet, image),
            on_failed=lambda _: None,
            lane="render",
        )

    def answer(self, answer: Answer) -> None:
        if self._sheet is not None and self.isEnabled():
            self.setEnabled(False)
            self._printing.answer(self._sheet, answer, self._answered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(ANSWERS) and not event.isAutoRepeat():
            self.answer(ANSWERS[place])
        else:
            super().keyPressEvent(event)

    def _answered(self) -> None:
        self.setEnabled(True)
        self.setFocus()

    def _show_picture(self, sheet: Sheet, image: QImage) -> None:
        if self._sheet is sheet:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(QPixmap.fromImage(image).scaled(_PICTURE_WIDE, _PICTURE_HIGH, keep, smooth))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(S)
        first = QHBoxLayout()
        first.setSpacing(S)
        first.addWidget(Glyph("warning", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._which, 1)
        words.addLayout(first)
        words.addWidget(self._why)
        for button in self.buttons.values():
            words.addWidget(button)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._then)


def _drawn(pdf: bytes, page: int) -> QImage:
    from ui.kit.page_printing import page_image

    return page_image(pdf, page, _PICTURE_DPI * 2)
