"""The foot of the editor: where the draft stands, what was said of it last, and the one thing to do next."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.accounts.model import Person
from desktop.outgoing.model import Draft, Level, State
from ui.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.kit.chips import Badge, Chip
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.key_choice import KeyChoice
from ui.kit.language import Speaks
from ui.kit.thai_label import OneLine
from ui.kit.tokens import M, S
from ui.outgoing import words
from ui.outgoing.editor_presenter import Wish

_SAYING = ("ask", "approve")
_ICONS = {"ask": "send", "approve": "check", "sign": "seal", "seal": "seal", "print": "printer", "reopen": "undo"}


class DeedBar(Speaks, QWidget):
    """`asked` brings the name of what is to be done: ask, approve, give_back, sign, seal, stamp, print, keep,
    drop, reopen. `drop_button` is laid where it is not next to what is done daily."""

    asked = Signal(str)

    def __init__(self, moment: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = moment
        self._draft: Draft | None = None
        self._wish = Wish("none", False)
        self.state, self.last = Chip(), OneLine(ink="soft")
        self.reviewer, self.level = ComboBox(), ComboBox()
        for choice in (self.reviewer, self.level):
            choice.setMinimumWidth(296)
        self._levels: Sequence[Level] = ()
        self.remark = LineEdit()
        self.key = KeyChoice()
        self.leave_button, self.drop_button = QuietButton(key="Esc", icon_name="outbox"), QuietButton(icon_name="close")
        self.back_button = SecondaryButton(key="F8", icon_name="undo")
        self.keep_button = SecondaryButton(key="Ctrl+S", icon_name="import")
        self.stamp_button = SecondaryButton(key="F7", icon_name="stamp")
        self.primary = PrimaryButton(key="F9", icon_name="send")
        self._lay_out()
        self.primary.clicked.connect(lambda: self.asked.emit(self._wish.name))
        for button, name in (
            (self.drop_button, "drop"), (self.back_button, "give_back"), (self.keep_button, "keep"),
            (self.stamp_button, "stamp"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.level.chosen.connect(lambda _: self._show_key())
        self.retranslate()

    def retranslate(self) -> None:
        self.reviewer.setAccessibleName(self.tr("ผู้ตรวจ"))
        self.level.setAccessibleName(self.tr("ระดับการลงนาม"))
        self.remark.setAccessibleName(self.tr("ข้อสังเกต"))
        self.remark.setPlaceholderText(self.tr("ข้อสังเกตหรือข้อความถึงผู้ตรวจ"))
        self.leave_button.say(self.tr("กลับ"))
        self.drop_button.say(self.tr("พับเก็บ"))
        self.back_button.say(self.tr("ส่งคืนแก้ไข"))
        self.keep_button.say(self.tr("บันทึก PDF"))
        self.stamp_button.say(self.tr("ประทับเวลา"))
        self._offer_levels()
        self._say()

    def offer(self, people: Sequence[Person], levels: Sequence[Level]) -> None:
        """Who may be asked, and how this person may sign."""
        self.reviewer.offer([(one.id.hex(), f"{one.name_th} · {one.position_th}") for one in people])
        self._levels = levels
        self._offer_levels()

    def _offer_levels(self) -> None:
        self.level.offer([(str(int(one)), words.level(one)) for one in self._levels])

    def show_draft(self, draft: Draft | None, wish: Wish, *, busy: bool = False) -> None:
        self._draft, self._wish = draft, wish
        state = draft.state if draft else State.WRITING
        self.reviewer.setVisible(wish.name == "ask")
        self.level.setVisible(wish.name == "sign")
        self.remark.setVisible(wish.name in _SAYING)
        self._show_key()
        self.back_button.setVisible(state is State.APPROVED or (state is State.REVIEW and wish.allowed))
        self.drop_button.setVisible(state in (State.WRITING, State.RETURNED))
        self.keep_button.setVisible(draft is not None and state is not State.DROPPED)
        self.stamp_button.setVisible(draft is not None and draft.time is not None and draft.time.waits)
        self.primary.setVisible(wish.name != "none")
        for button in (self.primary, self.back_button, self.drop_button, self.stamp_button):
            button.setEnabled(not busy)
        self.primary.setEnabled(wish.allowed and not busy)
        self._say()

    def _show_key(self) -> None:
        """The key's line, where one is needed; the tokens are looked for as it comes up."""
        by_key = self._wish.name == "sign" and self.level.value == str(int(Level.CERTIFICATE))
        wanted = by_key or (self._wish.name == "seal" and self._wish.allowed)
        fresh = wanted and self.key.isHidden()
        self.key.setVisible(wanted)
        if fresh:
            self.key.looked.emit()

    def _say(self) -> None:
        self._say_primary()
        draft = self._draft
        self.state.setVisible(draft is not None)
        self.last.setText(self._last(draft) if draft is not None else "")
        if draft is not None:
            self.state.show_badge(_badge(draft))

    def _say_primary(self) -> None:
        deeds = {
            "ask": self.tr("เสนอตรวจ"),
            "approve": self.tr("อนุมัติร่าง"),
            "sign": self.tr("ลงนามและออกเลข"),
            "seal": self.tr("ลงลายมือชื่อดิจิทัล"),
            "print": self.tr("พิมพ์"),
            "reopen": self.tr("นำกลับมาร่างต่อ"),
        }
        self.primary.say(deeds.get(self._wish.name, ""))
        self.primary.show_icon(_ICONS.get(self._wish.name, ""))

    def _last(self, draft: Draft) -> str:
        """What happened last, or what is waited for."""
        if draft.unsealed:
            told = self.tr("ได้เลขแล้ว เหลือลายมือชื่อดิจิทัลของ {name} ลงนามต่อได้โดยไม่ออกเลขใหม่")
            return told.format(name=draft.current.content.signer_name)
        if draft.time is not None and draft.time.waits:
            return self.tr("ลงนามแล้วและใช้ได้ จะประทับเวลาให้เองเมื่อต่อกับผู้ประทับเวลาได้ เลขเดิม")
        if draft.time is not None and draft.time.at is not None:
            told = self.tr("ประทับเวลาเมื่อ {moment} โดย {authority}")
            return told.format(moment=self._moment(draft.time.at), authority=draft.time.authority)
        if draft.state is State.REVIEW and not self._wish.allowed:
            return self.tr("รอ {name} ตรวจ").format(name=draft.reviewer_name)
        if not draft.remarks:
            return ""
        one = draft.remarks[-1]
        said = f"{words.act(one.act)} · {one.actor_name} · {self._moment(one.at)}"
        return f"{said} · {one.text}" if one.text else said

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(M)
        above.addWidget(self.state)
        above.addWidget(self.last, 1)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.leave_button)
        below.addWidget(self.keep_button)
        below.addWidget(self.stamp_button)
        below.addWidget(self.remark, 1)
        below.addStretch(0)
        for widget in (self.reviewer, self.level, self.back_button, self.primary):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.key.hide()
        column.addLayout(above)
        column.addWidget(self.key)
        column.addLayout(below)


def _badge(draft: Draft) -> Badge:
    """Where it stands; of what is signed also what is still missing on it."""
    if draft.time is not None and draft.time.waits:
        return words.unstamped_badge()
    return words.unsealed_badge() if draft.unsealed else words.state_badge(draft.state)
