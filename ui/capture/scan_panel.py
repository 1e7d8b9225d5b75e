"""How to scan: what kind of document, which scanner, how. Asked once; then F2 scans at once with the same choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.capture.profiles import ScanProfile, shipped
from desktop.devices.scanner import Abilities, ColourMode, Feed, ScannerDevice, ScanSettings, Sheet
from ui.kit.buttons import IconButton, QuietButton, SecondaryButton
from ui.kit.counted import counted
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit
from ui.kit.language import Speaks
from ui.kit.panels import form, scrolling
from ui.kit.segmented import Segmented
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import FORM_WIDTH, XL, L, M, S

DPIS = (200, 300, 600)
USUAL_DPI = 300
"""What the annex of the correspondence regulation asks of scanned letters, at least."""
ONE_SIDE, BOTH_SIDES = "one", "both"
BRIGHTNESS = (0, -25, 25)


class ScanPanel(Speaks, QWidget):
    """`scan` when the clerk starts; `look_again` for scanners; `closed` when they think better of it.

    `address_typed` brings where a scanner answers that nobody found. What the scanner can't do is not offered, and what
    the office has locked is not changed.
    """

    scan = Signal()
    look_again = Signal()
    closed = Signal()
    address_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[ScannerDevice, ...] | None = None
        self._profiles = shipped()
        self._more = 0
        self._title = label(size="head")
        self._state = ThaiLabel(ink="soft")
        self.profile, self.device, self.sheet = ComboBox(), ComboBox(), ComboBox()
        self.feed, self.sides, self.mode = Segmented(), Segmented(), Segmented()
        self.dpi, self.brightness = ComboBox(), ComboBox()
        self.address = LineEdit()
        self.again = IconButton("refresh")
        self.add = IconButton("plus")
        self.button = SecondaryButton(key="F2", icon_name="scan")
        self.cancel = QuietButton(key="Esc")
        self._fields = {name: Field("", getattr(self, name)) for name in _FIELDS}
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.profile)
        self.retranslate()
        self._follow_profile()

    def retranslate(self) -> None:
        self._title.setText(self.tr("สแกนเอกสาร"))
        names = (
            self.tr("ชนิดเอกสาร"), self.tr("สี"), self.tr("เครื่องสแกน"), self.tr("วางกระดาษที่"), self.tr("หน้า"),
            self.tr("ขนาดกระดาษ"), self.tr("ความละเอียด"), self.tr("ความเข้ม"),
            self.tr("ที่อยู่เครื่องสแกน หรือโฟลเดอร์ของเครื่องถ่ายเอกสาร"),
        )  # fmt: skip
        for field, name in zip(self._fields.values(), names, strict=True):
            field.say(name)
        self.feed.offer([(Feed.FLATBED.value, self.tr("กระจก")), (Feed.FEEDER.value, self.tr("ถาดป้อน"))])
        self.sides.offer([(ONE_SIDE, self.tr("หน้าเดียว")), (BOTH_SIDES, self.tr("สองหน้า"))])
        colours = (self.tr("ขาวดำ"), self.tr("เทา"), self.tr("สี"))
        self.mode.offer([(one.value, said) for one, said in zip(ColourMode, colours, strict=True)])
        levels = (self.tr("ปกติ"), self.tr("เข้มขึ้น"), self.tr("อ่อนลง"))
        self.brightness.offer([(str(level), said) for level, said in zip(BRIGHTNESS, levels, strict=True)])
        self.again.say(self.tr("ค้นหาเครื่องสแกนใหม่"))
        self.add.say(self.tr("เพิ่มเครื่องสแกนหรือโฟลเดอร์นี้"))
        self.cancel.say(self.tr("ปิด"))
        self._offer_profiles()
        self._fit_device()
        self._say_state()

    def show_profiles(self, profiles: Sequence[ScanProfile]) -> None:
        """The office's profiles; the chosen one stays chosen when it is still there."""
        if self._profiles != tuple(profiles):
            self._profiles = tuple(profiles)
            self._offer_profiles()
            self._follow_profile()

    def looking(self) -> None:
        """The scanners are being looked for, which takes some seconds."""
        self._found = None
        self._say_state()

    def show_devices(self, devices: Sequence[ScannerDevice]) -> None:
        self._found = tuple(devices)
        self.device.offer([(device.id, device.name) for device in devices])
        self._fit_device()
        self._say_state()

    def offer_more(self, pages: int) -> None:
        """So many came before the scanner stopped, and the next one is wanted; 0 for a new document."""
        self._more = pages
        self._say_state()

    def say_address_error(self, words: str) -> None:
        self._fields["address"].say_error(words)

    @property
    def chosen(self) -> ScannerDevice | None:
        return next((device for device in self._found or () if device.id == self.device.value), None)

    @property
    def settings(self) -> ScanSettings:
        sheet, feed = Sheet(self.sheet.value), Feed(self.feed.value)
        return ScanSettings(
            source=feed,
            dpi=int(self.dpi.value),
            mode=ColourMode(self.mode.value),
            width_mm=sheet.width_mm,
            height_mm=sheet.height_mm,
            duplex=feed is Feed.FEEDER and self.sides.value == BOTH_SIDES,
            brightness=int(self.brightness.value),
        )

    @property
    def _can(self) -> Abilities:
        return self.chosen.can if self.chosen is not None else Abilities()

    @property
    def _profile(self) -> ScanProfile:
        return next((one for one in self._profiles if one.code == self.profile.value), self._profiles[0])

    def _offer_profiles(self) -> None:
        thai = self.tr("สแกนเอกสาร") == "สแกนเอกสาร"  # the office's own names come with their English
        self.profile.offer([(one.code, one.name_th if thai else one.name_en) for one in self._profiles])

    def _follow_profile(self) -> None:
        """The other choices become the profile's, as far as the scanner can."""
        profile = self._profile
        self.feed.choose(profile.feed.value)
        self.sides.choose(BOTH_SIDES if profile.duplex else ONE_SIDE)
        self.mode.choose(profile.mode.value)
        self._fit_device()
        self.sheet.choose(profile.sheet.value)
        self.dpi.choose(str(profile.dpi))
        self.brightness.choose(str(profile.brightness))
        self._say_state()

    def _fit_device(self) -> None:
        """A scanner is only asked for what it can."""
        can, sheet, dpi = self._can, self.sheet.value, self.dpi.value
        sheets = [one for one in Sheet if can.takes(one)] or [Sheet.A4]
        self.sheet.offer([(one.value, self._sheet_name(one)) for one in sheets])
        self.sheet.choose(sheet or Sheet.A4.value)
        usual = {*DPIS, self._profile.dpi}
        dpis = sorted(usual & set(can.dpis) or usual)
        self.dpi.offer([(str(one), f"{one} dpi") for one in dpis])
        self.dpi.choose(dpi or str(USUAL_DPI))
        if len(can.feeds) == 1:
            self.feed.choose(next(iter(can.feeds)).value)
        if not can.duplex:
            self.sides.choose(ONE_SIDE)
        self._allow()

    def _allow(self) -> None:
        free, can = not self._profile.is_locked, self._can
        feeder = self.feed.value == Feed.FEEDER.value
        allowed = {
            "feed": free and len(can.feeds) > 1,
            "sides": free and can.duplex and feeder,
            "brightness": free and can.brightness,
        }
        for name in _SET_BY_PROFILE:
            self._fields[name].setEnabled(allowed.get(name, free))

    def _sheet_name(self, sheet: Sheet) -> str:
        return {Sheet.LEGAL: self.tr("Legal (8.5×14 นิ้ว)"), Sheet.CARD: self.tr("บัตร")}.get(sheet, sheet.value.upper())

    def _say_state(self) -> None:
        if self._found is None:
            words = self.tr("กำลังค้นหาเครื่องสแกน…")
        elif not self._found:
            words = self.tr("ไม่พบเครื่องสแกน ตรวจว่าเปิดเครื่องและต่อสายแล้ว แล้วค้นหาใหม่ หรือนำเข้าไฟล์แทน")
        elif self._more:
            words = counted(self.tr("ได้แล้ว {done} หน้าและยังอยู่ครบ กด F2 สแกนต่อจากหน้า {next} หรือ Esc จบเท่านี้"), self._more)
            words = words.format(done=self._more, next=self._more + 1)
        elif not self._can.takes(self._profile.sheet):
            words = self.tr("เครื่องนี้สแกนขนาดของเอกสารชนิดนี้ไม่ได้ เลือกเครื่องอื่น หรือเลือกขนาดที่มี")
        elif self._profile.duplex and not self._can.duplex:
            words = self.tr("เครื่องนี้สแกนสองหน้าพร้อมกันไม่ได้ สแกนหน้าเดียวแล้วกลับกองกระดาษ")
        elif self._profile.is_locked:
            words = self.tr("สำนักงานกำหนดวิธีสแกนเอกสารชนิดนี้ไว้แล้ว วางกระดาษแล้วกด F2")
        else:
            words = self.tr("วางกระดาษแล้วกด F2 หน้าที่สแกนแล้วจะไม่หาย แม้เครื่องหยุดกลางคัน")
        self._state.say(words)
        more = self.tr("สแกนต่อจากหน้า {next}").format(next=self._more + 1)
        self.button.say(more if self._more else self.tr("เริ่มสแกน"))
        self.button.setEnabled(bool(self._found))
        self.device.setEnabled(bool(self._found))

    def _add_address(self) -> None:
        self._fields["address"].clear_error()
        if self.address.value:
            self.address_typed.emit(self.address.value)

    def _chose_device(self) -> None:
        self._fit_device()
        self._say_state()

    def _connect(self) -> None:
        self.profile.chosen.connect(lambda _: self._follow_profile())
        self.device.chosen.connect(lambda _: self._chose_device())
        self.feed.chosen.connect(lambda _: self._allow())
        self.again.clicked.connect(self.look_again)
        self.add.clicked.connect(self._add_address)
        self.address.returnPressed.connect(self._add_address)
        self.button.clicked.connect(self.scan)
        self.cancel.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        fields = self._fields
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.setContentsMargins(XL, 0, XL, L)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.button)
        acts = QWidget()
        acts.setLayout(foot)
        acts.setMaximumWidth(FORM_WIDTH + 2 * XL)
        rows = (
            row(fields["profile"], fields["mode"]),
            _beside(fields["device"], self.again),
            row(fields["feed"], fields["sides"]),
            row(fields["sheet"], fields["dpi"], fields["brightness"]),
            _beside(fields["address"], self.add),
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(XL, L, XL, M)
        column.addWidget(form(self._title, self._state, *rows, gap=S))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(holder), 1)  # with pages that wait above it a low screen has no room for all
        whole.addWidget(acts)


_FIELDS = ("profile", "mode", "device", "feed", "sides", "sheet", "dpi", "brightness", "address")
_SET_BY_PROFILE = ("feed", "sides", "sheet", "dpi", "mode", "brightness")


def _beside(field: Field, button: IconButton) -> QWidget:
    line = QHBoxLayout()
    line.setSpacing(S)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(field, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
    holder = QWidget()
    holder.setLayout(line)
    return holder
