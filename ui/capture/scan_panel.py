"""How to scan: which scanner, from where, how fine. Asked once; then F2 scans at once with the same choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.devices.scanner import ColourMode, Feed, ScannerDevice, ScanSettings
from ui.kit.buttons import IconButton, QuietButton, SecondaryButton
from ui.kit.field import Field
from ui.kit.inputs import ComboBox
from ui.kit.language import Speaks
from ui.kit.panels import form
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import XL, L, M, S

DPIS = (200, 300, 600)
USUAL_DPI = 300
"""What the annex of the correspondence regulation asks of scanned letters, at least."""


class ScanPanel(Speaks, QWidget):
    """`scan` when the clerk starts; `look_again` for scanners; `closed` when they think better of it."""

    scan = Signal()
    look_again = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[ScannerDevice, ...] | None = None
        self._title = label(size="head")
        self._state = ThaiLabel(ink="soft")
        self.device, self.feed, self.mode = ComboBox(), Segmented(), Segmented()
        self.dpi = ComboBox([(str(dpi), f"{dpi} dpi") for dpi in DPIS])
        self.dpi.choose(str(USUAL_DPI))
        self.feed.offer([(one.value, "") for one in Feed])
        self.mode.offer([(one.value, "") for one in ColourMode])
        self.feed.choose(Feed.FEEDER.value)
        self.mode.choose(ColourMode.GREY.value)
        self.again = IconButton("refresh")
        self.button = SecondaryButton(key="F2", icon_name="scan")
        self.cancel = QuietButton(key="Esc")
        self._fields = tuple(Field("", editor) for editor in (self.device, self.feed, self.mode, self.dpi))
        self.device.chosen.connect(lambda _: self._fit_feed())
        self.again.clicked.connect(self.look_again)
        self.button.clicked.connect(self.scan)
        self.cancel.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.device)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("สแกนเอกสาร"))
        names = (self.tr("เครื่องสแกน"), self.tr("วางกระดาษที่"), self.tr("สี"), self.tr("ความละเอียด"))
        for field, name in zip(self._fields, names, strict=True):
            field.say(name)
        self.feed.offer([(Feed.FLATBED.value, self.tr("กระจก")), (Feed.FEEDER.value, self.tr("ถาดป้อน"))])
        colours = (self.tr("ขาวดำ"), self.tr("เทา"), self.tr("สี"))
        self.mode.offer([(one.value, said) for one, said in zip(ColourMode, colours, strict=True)])
        self.again.say(self.tr("ค้นหาเครื่องสแกนใหม่"))
        self.button.say(self.tr("เริ่มสแกน"))
        self.cancel.say(self.tr("ปิด"))
        self._say_state()

    def looking(self) -> None:
        """The scanners are being looked for, which takes some seconds."""
        self._found = None
        self._say_state()

    def show_devices(self, devices: Sequence[ScannerDevice]) -> None:
        self._found = tuple(devices)
        self.device.offer([(device.id, device.name) for device in devices])
        self._fit_feed()
        self._say_state()

    @property
    def chosen(self) -> ScannerDevice | None:
        return next((device for device in self._found or () if device.id == self.device.value), None)

    @property
    def settings(self) -> ScanSettings:
        return ScanSettings(Feed(self.feed.value), int(self.dpi.value), ColourMode(self.mode.value))

    def _fit_feed(self) -> None:
        """A scanner without a feeder has only its glass."""
        has_feeder = self.chosen is None or Feed.FEEDER in self.chosen.can.feeds
        if not has_feeder:
            self.feed.choose(Feed.FLATBED.value)
        self._fields[1].setEnabled(has_feeder)

    def _say_state(self) -> None:
        if self._found is None:
            words = self.tr("กำลังค้นหาเครื่องสแกน…")
        elif not self._found:
            words = self.tr("ไม่พบเครื่องสแกน ตรวจว่าเปิดเครื่องและต่อสายแล้ว แล้วค้นหาใหม่ หรือนำเข้าไฟล์แทน")
        else:
            words = self.tr("วางกระดาษแล้วกด F2 หน้าที่สแกนแล้วจะไม่หาย แม้เครื่องหยุดกลางคัน")
        self._state.say(words)
        self.button.setEnabled(bool(self._found))
        self.device.setEnabled(bool(self._found))

    def _lay_out(self) -> None:
        device = QHBoxLayout()
        device.setSpacing(S)
        device.addWidget(self._fields[0], 1)
        device.addWidget(self.again, 0, Qt.AlignmentFlag.AlignBottom)
        holder = QWidget()
        holder.setLayout(device)
        device.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        acts = QWidget()
        acts.setLayout(foot)
        foot.setContentsMargins(0, M, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.addStretch(1)
        column.addWidget(form(self._title, self._state, holder, *self._fields[1:], acts))
        column.addStretch(2)
