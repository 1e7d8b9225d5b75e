"""A head gives the open letters of somebody who is absent to somebody else of the unit (โอนงานผู้ไม่อยู่)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.letters.route_model import Held
from desktop.letters.rules import padded
from desktop.office.ids import Id
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.counted import counted
from ui.kit.field import Field, row
from ui.kit.inputs import CheckBox, ComboBox, LineEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import EmptyState, Panel, clear, scrolling
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.letters import words
from ui.letters.reassign_presenter import ReassignPresenter
from ui.notices import Notices
from ui.work import Worker

WIDE = 720


class ReassignScreen(Speaks, QWidget):
    """`closed` when the head goes back to the list."""

    closed = Signal()

    def __init__(
        self, presenter: ReassignPresenter, worker: Worker, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._worker, self._notices = presenter, worker, notices
        self._people: tuple[Person, ...] = ()
        self.boxes: dict[Id, CheckBox] = {}
        self.title = ThaiLabel(size="head", strong=True)
        self.absent, self.to, self.reason = ComboBox(), ComboBox(), LineEdit()
        self._fields = Field("", self.absent), Field("", self.to, must=True), Field("", self.reason, must=True)
        self._nothing = EmptyState("inbox")
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, S, 0, S)
        self._list.setSpacing(0)
        self._area = scrolling(content)
        self.button, self.back = PrimaryButton(key="F9", icon_name="users"), QuietButton(key="Esc")
        self._lay_out()
        self.absent.chosen.connect(lambda _: self._look())
        self.reason.textEdited.connect(lambda _: self._fields[2].clear_error())
        self.button.clicked.connect(self.ask)
        self.back.clicked.connect(self.closed)
        self.setFocusProxy(self.absent)
        Keys(self).name("Space", lambda: self.tr("เลือกหรือเว้นฉบับ"), group=lambda: self.tr("โอนงานของผู้ไม่อยู่"))
        self.retranslate()

    def retranslate(self) -> None:
        self.title.say(self.tr("โอนงานของผู้ไม่อยู่"))
        for field, said in zip(self._fields, (self.tr("ผู้ไม่อยู่"), self.tr("โอนให้"), self.tr("เหตุผล")), strict=True):
            field.say(said)
        self._nothing.say(self.tr("ผู้นี้ไม่มีหนังสือค้าง"), self.tr("หนังสือที่ส่งถึงตำแหน่งหรือตัวผู้นี้และยังไม่เสร็จ จะอยู่ที่นี่"))
        self._offer_others()
        self.button.say(self.tr("โอนงาน"))
        self.back.say(self.tr("กลับไปที่รายการ"))

    def begin(self) -> None:
        """Reads who works in the unit, and what the first of them holds."""
        self.reason.clear()
        self._worker.run(self._presenter.people, owner=self, on_done=self._show_people)

    def ask(self) -> None:
        """Checks, and moves the letters that are ticked."""
        to = next((one for one in self._people if one.id.hex() == self.to.value), None)
        chosen = tuple(one for one, box in self.boxes.items() if box.isChecked())
        self._fields[2].say_error("" if self.reason.value else words.problem("letters.reason_missing"))
        self._fields[1].say_error("" if to is not None else self.tr("เลือกผู้รับงานแทน"))
        if self.reason.value and to is not None and chosen:
            reason = self.reason.value
            self._worker.run(
                lambda: self._presenter.reassign(chosen, to, reason),
                owner=self,
                on_done=lambda _: self._moved(len(chosen), to),
                on_failed=self._failed,
                lane="write",
            )

    def _failed(self, error: Exception) -> None:
        self._notices.failed(error)

    def _moved(self, count: int, to: Person) -> None:
        said = counted(self.tr("โอนหนังสือ {count} ฉบับให้ {name} แล้ว"), count).format(count=count, name=to.name_th)
        self._notices.say("ready", said)
        self.reason.clear()
        self._look()

    def _show_people(self, people: Sequence[Person]) -> None:
        self._people = tuple(people)
        self.absent.offer([(one.id.hex(), one.name_th) for one in people])
        self._look()

    def _look(self) -> None:
        absent = self.absent.value
        self._offer_others()
        if absent:
            self._worker.run(
                lambda: self._presenter.open_of(bytes.fromhex(absent)),
                owner=self,
                on_done=lambda held: self._show_held(held) if absent == self.absent.value else None,
                view="rows",
            )

    def _offer_others(self) -> None:
        others = [one for one in self._people if one.id.hex() != self.absent.value]
        self.to.offer([("", self.tr("เลือกผู้รับงานแทน")), *((one.id.hex(), one.name_th) for one in others)])

    def _show_held(self, held: Sequence[Held]) -> None:
        clear(self._list)
        self.boxes = {one.route_id: CheckBox(_said(one), yields=True) for one in held}
        for box in self.boxes.values():
            box.setChecked(True)
            self._list.addWidget(box)
        self._list.addStretch(1)
        self._area.setVisible(bool(held))
        self._nothing.setVisible(not held)
        self.button.setEnabled(bool(held))

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setMaximumWidth(WIDE)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.button)
        body = panel.body
        body.setSpacing(M)
        body.addWidget(self.title)
        body.addWidget(row(self._fields[0], self._fields[1]))
        body.addWidget(self._area, 1)
        body.addWidget(self._nothing, 1)
        body.addWidget(self._fields[2])
        body.addLayout(foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(L + S, L, L + S, M)
        line.addStretch(1)
        line.addWidget(panel, 3)
        line.addStretch(1)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def _said(one: Held) -> str:
    due = f" · {words.day(one.due_date)}" if one.due_date else ""
    return f"{padded(one.number)}/{one.year_be}  {one.subject}{due}"
