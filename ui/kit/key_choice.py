"""Which key signs: a certificate on a token that is plugged in, or one in a file; and its PIN or password."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.devices.token import Pin, TokenKey
from desktop.outgoing.keys import KeyFile, KeyOnToken
from ui.kit.buttons import IconButton, SecondaryButton
from ui.kit.files import ask_file
from ui.kit.inputs import ComboBox, SecretEdit
from ui.kit.language import Speaks
from ui.kit.thai_label import OneLine
from ui.kit.tokens import S

FILE = "file"
_DRIVERS = "PKCS#11 (*.so *.dll *.dylib)"


class KeyChoice(Speaks, QWidget):
    """`looked`: the clerk wants the tokens looked for (again); `driver_chosen` brings the path of a token's driver."""

    looked = Signal()
    driver_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[tuple[TokenKey, str], ...] = ()
        self._told = ""
        self.source = ComboBox()
        self.file_button = SecondaryButton(icon_name="key")
        self.secret = SecretEdit()
        self.again_button = SecondaryButton(key="F5", icon_name="search")
        self.driver_button = IconButton("import")
        self.told = OneLine(ink="soft")
        self.file: Path | None = None
        self._lay_out()
        self.source.chosen.connect(lambda _: self._turn())
        self.file_button.clicked.connect(self._choose_file)
        self.again_button.clicked.connect(self.looked)
        self.driver_button.clicked.connect(self._choose_driver)
        self.retranslate()

    def retranslate(self) -> None:
        self.source.setAccessibleName(self.tr("กุญแจที่ใช้ลงนาม"))
        self.again_button.say(self.tr("ค้นหาโทเคน"))
        self.driver_button.say(self.tr("ไดรเวอร์โทเคน"))
        self._offer()

    @property
    def key(self) -> KeyFile | KeyOnToken | None:
        """What was chosen; None while it is not whole."""
        secret, on_token = self.secret.text(), self._on_token
        if on_token is not None:
            return KeyOnToken(on_token, secret) if secret else None
        return KeyFile(self.file, secret) if self.file else None

    def show_keys(self, keys: Sequence[tuple[TokenKey, str]]) -> None:
        """The tokens' certificates with their holders; one that is there is taken before a file."""
        first = not self._keys and bool(keys) and self.file is None
        self._keys = tuple(keys)
        self._told = "" if keys else "none"
        self._offer()
        if first:
            self.source.choose("0")
        self._turn()

    def show_looking(self) -> None:
        self._told = "looking"
        self._say()

    def show_trouble(self, told: str) -> None:
        """No token could be looked for: `no_driver`, `failed`."""
        self._keys, self._told = (), told
        self._offer()

    def forget_secret(self) -> None:
        self.secret.clear()

    def forget(self) -> None:
        """Neither file nor PIN stays after the deed."""
        self.file = None
        self.forget_secret()
        self._say()

    @property
    def _on_token(self) -> TokenKey | None:
        place = self.source.value
        return self._keys[int(place)][0] if place.isdigit() and int(place) < len(self._keys) else None

    def _offer(self) -> None:
        tokens = [(str(place), f"{holder} · {key.token}") for place, (key, holder) in enumerate(self._keys)]
        self.source.offer([*tokens, (FILE, self.tr("ไฟล์ใบรับรอง (.p12)"))])
        self._turn()

    def _turn(self) -> None:
        self.file_button.setVisible(self._on_token is None)
        self._say()

    def _say(self) -> None:
        self.file_button.say(self.file.name if self.file else self.tr("เลือกไฟล์ใบรับรอง"))
        token = self._on_token
        asked = self.tr("รหัสผ่านใบรับรอง") if token is None else self.tr("PIN ของโทเคน")
        self.secret.setAccessibleName(asked)
        self.secret.setPlaceholderText(asked)
        known = {
            "looking": self.tr("กำลังค้นหาโทเคน"),
            "none": self.tr("ไม่พบโทเคน เสียบแล้วกด F5"),
            "no_driver": self.tr("เครื่องนี้ไม่มีไดรเวอร์โทเคน ถ้ามีโทเคน กดไดรเวอร์โทเคน"),
            "failed": self.tr("ค้นหาโทเคนไม่สำเร็จ กด F5 เพื่อลองอีกครั้ง"),
        }
        warned = {
            Pin.LOW: self.tr("PIN ผิดมาแล้ว โปรดพิมพ์ให้ถูก"),
            Pin.LAST: self.tr("ลองได้อีกครั้งเดียว ผิดอีกโทเคนจะล็อก"),
            Pin.LOCKED: self.tr("โทเคนล็อกแล้ว ติดต่อผู้ออกใบรับรอง"),
        }
        self.told.setText(known.get(self._told) or (warned.get(token.pin, "") if token else ""))

    def _choose_file(self) -> None:
        path = ask_file(self, self.tr("เลือกไฟล์ใบรับรอง"), "PKCS#12 (*.p12 *.pfx)")
        if path is not None:
            self.file = path
            self._say()
            self.secret.setFocus()

    def _choose_driver(self) -> None:
        path = ask_file(self, self.tr("เลือกไดรเวอร์ของโทเคน"), _DRIVERS)
        if path is not None:
            self.driver_chosen.emit(str(path))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        self.source.setMinimumWidth(240)
        self.secret.setMinimumWidth(180)
        line.addWidget(self.driver_button)
        line.addWidget(self.again_button)
        line.addWidget(self.told, 1)
        for widget in (self.source, self.file_button, self.secret):
            line.addWidget(widget)
