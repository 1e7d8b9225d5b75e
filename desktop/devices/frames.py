"""Messages over a pipe: two lengths of four bytes (big-endian), a JSON header, and bytes that belong to it."""

import json
import struct
from typing import IO, Any, TypeAlias

Header: TypeAlias = dict[str, Any]
_LENGTHS = struct.Struct(">II")
_MOST = 1 << 29
"""No page or file is larger; a driver that wrote over its worker's memory may say anything."""


def write_frame(pipe: IO[bytes], header: Header, body: bytes = b"") -> None:
    text = json.dumps(header, ensure_ascii=False).encode()
    pipe.write(_LENGTHS.pack(len(text), len(body)) + text + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[Header, bytes] | None:
    """The next message; None where the pipe ends, be it in the middle of one, and where it talks nonsense."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    text_length, body_length = _LENGTHS.unpack(lengths)
    if max(text_length, body_length) > _MOST:
        return None
    text, body = pipe.read(text_length), pipe.read(body_length)
    if len(text) < text_length or len(body) < body_length:
        return None
    header: Header = json.loads(text)
    return header, body
