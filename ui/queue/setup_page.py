"""How the queue is set up: this computer's part in it at the left, the office's services and counters at the right."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.key_code import make_code
from desktop.queue.announcer import VoiceState
from desktop.queue.model import Setup
from desktop.queue.settings import Own
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import CheckBox, ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import Panel, scrolling
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel
from ui.kit.tokens import L, M, S
from ui.queue import words
from ui.queue.link import QueueLink
from ui.queue.setup_rows import SetupRows

_LEFT = 400


class SetupPage(Speaks, QWidget):
    """`settled` when this computer's part has changed."""

    settled = Signal()

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._voice = VoiceState("silent")
        self._shown: Own | None = None
        self._setup: Setup | None = None
        self.part = Segmented((("none", ""), ("keeper", ""), ("guest", "")))
        self.explained, self.reached = ThaiLabel(ink="soft", size="small"), ThaiLabel(strong=True)
        self.address, self.code, self.place = LineEdit(), LineEdit(), ComboBox()
        self._address, self._code, self._place = Field("", self.address), Field("", self.code), Field("", self.place)
        self.make = SecondaryButton(icon_name="key")
        self.speaks, self.heard = CheckBox(), ThaiLabel(ink="soft", size="small")
        self.keep = PrimaryButton(key="F9")
        self.mine, self.office = Panel(), Panel()
        self.rows = SetupRows()
        self.arrange = SecondaryButton(key="Ctrl+S")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.part)
        self.retranslate()

    def retranslate(self) -> None:
        self.mine.say(self.tr("เครื่องนี้"))
        self.office.say(self.tr("บริการและช่องของศูนย์"))
        names = ("none", self.tr("ไม่ใช้คิว")), ("keeper", self.tr("เครื่องหลัก")), ("guest", self.tr("ต่อกับเครื่องหลัก"))
        self.part.offer(names)
        self.part.setAccessibleName(self.tr("หน้าที่ของเครื่องนี้ในคิว"))
        self._address.say(self.tr("ที่อยู่ของเครื่องหลัก"))
        self._code.say(self.tr("รหัสคิวของสำนักงาน"))
        self._place.say(self.tr("เครื่องนี้เป็นช่อง"))
        self.make.say(self.tr("สร้างรหัสใหม่"))
        self.speaks.setText(self.tr("ประกาศเสียงที่เครื่องนี้"))
        self.speaks.setAccessibleName(self.speaks.text())
        self.keep.say(self.tr("ใช้กับเครื่องนี้"))
        self.arrange.say(self.tr("บันทึกบริการและช่อง"))
        self._shown = self._setup = None
        self.show_news()
        self._say_voice()

    def show_news(self) -> None:
        """What is set; a form that somebody is filling in is left alone."""
        own, standing = self._link.own, self._link.standing
        setup = standing.setup if standing else None
        if setup is not None and setup != self._setup:
            self._setup = setup
            self.rows.show_setup(setup)
            self._offer_places(setup)
            self._shown = None
        if own != self._shown:
            self._show_own(own)
        self.arrange.setEnabled(setup is not None and not self._link.is_away)
        self._say_where()

    def show_voice(self, state: VoiceState) -> None:
        self._voice = state
        self._say_voice()

    def typed(self) -> Own:
        """This computer's part as it stands in the form."""
        part = self.part.value
        return msgspec.structs.replace(
            self._link.own, part=part, address=self.address.value, code=self.code.value.upper(),
            place=self.place.value, speaks=self.speaks.isChecked(),
        )  # fmt: skip

    def _show_own(self, own: Own) -> None:
        self._shown = own
        self.part.choose(own.part)
        self.address.setText(own.address)
        self.code.setText(own.code)
        self.place.choose(own.place)
        self.speaks.setChecked(own.speaks)
        self._turn(own.part)

    def _offer_places(self, setup: Setup) -> None:
        places = [(one.number, words.counter(one.number)) for one in setup.places]
        self.place.offer([("", self.tr("ไม่เป็นช่องบริการ")), *places])

    def _turn(self, part: str) -> None:
        self._address.setVisible(part == "guest")
        shown: tuple[QWidget, ...] = (self._code, self._place, self.speaks, self.heard)
        for widget in shown:
            widget.setVisible(part != "none")
        self.make.setVisible(part == "keeper")
        self.explained.say(self._explanation(part))
        if part == "keeper" and not self.code.value:
            self.code.setText(make_code())
        self._say_where()

    def _explanation(self, part: str) -> str:
        if part == "keeper":
            return self.tr("เครื่องนี้ออกเลขและเก็บคิวของทั้งศูนย์ ใช้ได้แม้อินเทอร์เน็ตขาด ให้เป็นเครื่องที่เปิดทั้งวัน และมีได้เครื่องเดียว")
        if part == "guest":
            return self.tr("พิมพ์ที่อยู่และรหัสตามที่หน้านี้ของเครื่องหลักแสดง ทั้งสองเครื่องต้องอยู่ในเครือข่ายเดียวกันของสำนักงาน")
        return self.tr("เครื่องนี้ไม่แสดงแถบคิว")

    def _say_where(self) -> None:
        """Where others reach this keeper; what is wrong with the line of a guest."""
        own, said = self._link.own, ""
        if own.part == "keeper" and self.part.value == "keeper" and self._link.port is not None:
            where = ", ".join(f"{one}:{self._link.port}" for one in self._link.addresses) or str(self._link.port)
            said = self.tr("เครื่องอื่นต่อมาที่ {where}").format(where=where)
        elif own.part == "guest" and self._link.is_away:
            said = words.trouble(self._link.news.trouble, self._link.code())[0]
        self.reached.say(said)
        self.reached.setVisible(bool(said))

    def _say_voice(self) -> None:
        state = self._voice
        if state.source == "recorded":
            said = self.tr("ใช้เสียงที่สำนักงานบันทึกไว้")
        elif state.source == "system":
            said = self.tr("ใช้เสียงไทยของเครื่อง: {name}").format(name=state.name)
        else:
            said = self.tr(
                "เครื่องนี้ยังไม่มีเสียงภาษาไทย จึงมีแต่เสียงกริ่ง Windows: ตั้งค่า > เวลาและภาษา > เสียงพูด แล้วเพิ่มเสียงภาษาไทย "
                "หรือบันทึกเสียงเจ้าหน้าที่เป็นไฟล์ WAV ไว้ในโฟลเดอร์ {folder} คำละไฟล์: {names}"
            ).format(folder=self._link.voice_folder, names=" ".join(state.lacking))
        self.heard.say(said)

    def _keep(self) -> None:
        own = self.typed()
        self._link.do(lambda acts: acts.settle(own), lambda _: self.settled.emit())

    def _arrange(self) -> None:
        standing = self._link.standing
        if standing is not None:
            wanted = self.rows.typed(standing.setup)
            self._link.do(lambda acts: acts.arrange(wanted), lambda _: self._link.say(self.tr("บันทึกบริการและช่องแล้ว")))

    def _connect(self) -> None:
        self._link.changed.connect(self.show_news)
        self.part.chosen.connect(self._turn)
        self.make.clicked.connect(lambda: self.code.setText(make_code()))
        self.keep.clicked.connect(self._keep)
        self.arrange.clicked.connect(self._arrange)

    def _lay_out(self) -> None:
        above: tuple[QWidget, ...] = (self.part, self.explained, self._address, self._code, self.make, self.reached)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, S, 0)
        inner.setSpacing(M)
        for widget in (*above, self._place, self.speaks, self.heard):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.mine.body.addWidget(scrolling(holder), 1)
        self.office.body.addWidget(scrolling(self.rows), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.setSpacing(S)
        for button in (self.arrange, self.keep):
            foot.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(L)
        self.mine.setFixedWidth(_LEFT)
        line.addWidget(self.mine)
        line.addWidget(self.office, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addLayout(line, 1)
        column.addLayout(foot)
