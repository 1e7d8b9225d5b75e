"""Tokens: short-lived, bound to one device, checked without the database."""

import base64
import binascii
import hmac
from datetime import datetime, timedelta

from sync.server.devices import DeviceKey
from sync.server.refusal import Refusal

LIFE = timedelta(minutes=15)
_PAYLOAD, _MAC = 8 + 16 + 8, 32
_WATCHWORD = 16
"""A desk's word follows its payload, if it says one."""


class Tokens:
    """Makes and reads tokens with the key that all processes of a centre share."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def make(self, key: DeviceKey, now: datetime) -> tuple[str, datetime]:
        """A token for the device and the moment at which it ends."""
        ends = now + LIFE
        payload = key.office_id.to_bytes(8) + key.device_id + int(ends.timestamp()).to_bytes(8)
        payload += key.watchword or b""
        return base64.urlsafe_b64encode(payload + self._mac(payload)).decode("ascii"), ends

    def read(self, token: str, now: datetime) -> DeviceKey:
        """The device behind a token; Refusal 401 when it is not ours or no longer good."""
        try:
            raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
        except (UnicodeEncodeError, binascii.Error) as error:
            raise Refusal(401, "token_bad") from error
        payload, mac = raw[:-_MAC], raw[-_MAC:]
        if len(payload) not in (_PAYLOAD, _PAYLOAD + _WATCHWORD) or not hmac.compare_digest(mac, self._mac(payload)):
            raise Refusal(401, "token_bad")
        if now.timestamp() >= int.from_bytes(payload[24:32]):
            raise Refusal(401, "token_expired")
        return DeviceKey(int.from_bytes(payload[:8]), payload[8:24], payload[_PAYLOAD:])

    def _mac(self, payload: bytes) -> bytes:
        return hmac.digest(self._key, b"thesaban-device-token/1\n" + payload, "sha256")
