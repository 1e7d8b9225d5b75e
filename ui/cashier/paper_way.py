"""กระดาษใบเสร็จ: the layout of receipts at this desk, what the printer is aside, and the stock in its tray."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.office.thai import arabic_digits
from desktop.paper.receipt import Layout
from desktop.paper.stamp_sheet import measured
from desktop.sheets.ways import Ways
from ui.kit.buttons import SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import S
from ui.sheets.printing import SheetPrinting
from ui.work import Worker

_KIND = "receipt"


class PaperWay(Speaks, Panel):
    """Kept at once when something is chosen or a field is left. `trial` asks for the sheet that measures the stock.

    Below: where slips, certificates, bills and letters are printed, if that is another printer.
    """

    trial = Signal(str)

    def __init__(self, ways: Ways, printing: SheetPrinting, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ways, self._printing, self._worker = ways, printing, worker
        self.layout_box, self.right, self.down, self.first = ComboBox(), LineEdit(), LineEdit(), LineEdit()
        self._layout_field = Field("", self.layout_box)
        self._right_field, self._down_field = Field("", self.right), Field("", self.down)
        self._first_field = Field("", self.first)
        self._next = ThaiLabel(ink="soft")
        self.a4_box, self.a4_trial = ComboBox(yields=True), SecondaryButton(icon_name="printer")
        self._a4_field = Field("", self.a4_box)
        self.a4_box.chosen.connect(printing.choose_a4)
        self.a4_trial.clicked.connect(printing.print_a4_trial)
        self.trial_button = SecondaryButton(icon_name="printer")
        self.layout_box.chosen.connect(self._choose)
        self.right.editingFinished.connect(self._set_aside)
        self.down.editingFinished.connect(self._set_aside)
        self.first.editingFinished.connect(self._lay_in)
        self.trial_button.clicked.connect(lambda: self.trial.emit(printing.queue or ""))
        self._lay_out()
        printing.queues_known.connect(lambda _: self.refresh())
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        self.say(self.tr("กระดาษใบเสร็จของเครื่องนี้"))
        names = {
            Layout.A5: self.tr("A5 แยกต้นฉบับและสำเนา"),
            Layout.A4: self.tr("A4 แยกต้นฉบับและสำเนา"),
            Layout.A4_TWO: self.tr("A4 สองส่วน ต้นฉบับคู่สำเนา"),
            Layout.ROLL: self.tr("ม้วนความร้อน 80 มม."),
            Layout.STOCK: self.tr("แบบพิมพ์สำเร็จรูป"),
        }
        self.layout_box.setAccessibleName(self.tr("รูปแบบกระดาษ"))
        self.layout_box.offer([(layout.value, name) for layout, name in names.items()])
        self._layout_field.say(self.tr("รูปแบบกระดาษ"))
        self._right_field.say(self.tr("เลื่อนขวา (มม.)"))
        self._down_field.say(self.tr("เลื่อนลง (มม.)"))
        self._first_field.say(self.tr("เลขบนกระดาษใบแรกในถาด"))
        self.trial_button.say(self.tr("พิมพ์แผ่นทดสอบตำแหน่ง"))
        self.a4_box.setAccessibleName(self.tr("เครื่องพิมพ์เอกสาร A4"))
        self._a4_field.say(self.tr("เครื่องพิมพ์เอกสาร A4"))
        self._a4_field.hint(self.tr("ใบนำส่ง ใบแจ้ง หนังสือ"))
        self.a4_trial.say(self.tr("พิมพ์แผ่นทดสอบ A4"))
        self.refresh()

    def refresh(self) -> None:
        """As it is kept for the printer that is chosen now."""
        layout = self._ways.layout(_KIND) or Layout.A5.value
        self.layout_box.choose(layout)
        right, down = self._ways.aside_mm(self._printing.queue or "")
        for field, value in ((self.right, right), (self.down, down)):
            if not field.hasFocus():
                field.setText(f"{value:g}")
        following = self._ways.next_serial(_KIND)
        said = "" if following is None else self.tr("ใบต่อไปเลขที่ {number:06d}").format(number=following)
        self._next.say(said or self.tr("ยังไม่ได้บอกเลขบนกระดาษ"))
        for widget in self._of_stock:
            widget.setVisible(layout == Layout.STOCK)
        self._show_printers()

    def _show_printers(self) -> None:
        names = [(known.name, known.name) for known in self._printing.queues]
        self.a4_box.offer([("", self.tr("เครื่องเดียวกับใบเสร็จ")), *names])
        chosen = self._printing.a4_queue or ""
        self.a4_box.choose(chosen if chosen != self._printing.queue else "")
        self.a4_trial.setEnabled(bool(names))

    def _choose(self, layout: str) -> None:
        self._write(lambda: self._ways.choose(_KIND, layout))

    def _set_aside(self) -> None:
        right, down, queue = measured(self.right.text()), measured(self.down.text()), self._printing.queue
        for field, value in ((self._right_field, right), (self._down_field, down)):
            field.say_error(self.tr("ใส่เป็นมิลลิเมตร ไม่เกิน 20")) if value is None else field.clear_error()
        if right is not None and down is not None and queue:
            self._write(lambda: self._ways.set_aside(queue, right, down))

    def _lay_in(self) -> None:
        typed = arabic_digits(self.first.text().strip())
        if not typed:
            return
        if not typed.isdigit() or len(typed) > 9:
            self._first_field.say_error(self.tr("ใส่เลขล้วน"))
            return
        self._first_field.clear_error()
        self.first.clear()
        self._write(lambda: self._ways.lay_in(_KIND, int(typed)))

    def _write(self, act: object) -> None:
        assert callable(act)
        self._worker.run(act, owner=self, on_done=lambda _: self.refresh(), lane="write")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(S)
        self._of_stock = (self._first_field, self._next, self._right_field, self._down_field, self.trial_button)
        for widget in (self._layout_field, *self._of_stock):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._a4_field)
        column.addWidget(self.a4_trial)
        self.body.addLayout(column)
