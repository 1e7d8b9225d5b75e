"""HTTP/1.1 messages read whole from a socket, for those who must hold, repeat or tear one."""

import socket
from dataclasses import dataclass

_PIECE = 1 << 16


@dataclass(frozen=True)
class Message:
    """One request or reply as it came: `head` with its empty line, `body` with whatever framing it had."""

    head: bytes
    body: bytes

    @property
    def raw(self) -> bytes:
        return self.head + self.body

    def torn(self) -> "Message":
        """The same with only half of its body, and a head that says so: what a broken middle box would forward."""
        half = self.body[: len(self.body) // 2]
        lines = [line for line in self.head.split(b"\r\n") if not line.lower().startswith(b"content-length:")]
        return Message(b"\r\n".join([lines[0], b"content-length: %d" % len(half), *lines[1:]]), half)


class MessageReader:
    """Takes one message after another from a connection; None at its end."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._held = b""

    def next(self, *, bodiless: bool = False) -> Message | None:
        """`bodiless`: the reply to a HEAD, whose length speaks of what is not sent."""
        while b"\r\n\r\n" not in self._held:
            if not self._more():
                return None
        head, _, self._held = self._held.partition(b"\r\n\r\n")
        head += b"\r\n\r\n"
        fields = head.lower()
        if bodiless or b" 204 " in head.split(b"\r\n")[0]:
            return Message(head, b"")
        if b"transfer-encoding: chunked" in fields:
            return self._until(head, b"0\r\n\r\n")
        length = fields.partition(b"content-length:")[2].partition(b"\r\n")[0].strip()
        return self._of_size(head, int(length or b"0"))

    def _of_size(self, head: bytes, size: int) -> Message | None:
        while len(self._held) < size:
            if not self._more():
                return None
        body, self._held = self._held[:size], self._held[size:]
        return Message(head, body)

    def _until(self, head: bytes, end: bytes) -> Message | None:
        while end not in self._held:
            if not self._more():
                return None
        body, _, self._held = self._held.partition(end)
        return Message(head, body + end)

    def _more(self) -> bool:
        try:
            piece = self._line.recv(_PIECE)
        except OSError:
            return False
        self._held += piece
        return bool(piece)
