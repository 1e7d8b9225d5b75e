"""Messages over a pipe: two lengths of four bytes (big-endian), a JSON header, and bytes that belong to it."""

import json
import struct
from typing import IO, Any, TypeAlias

Header: TypeAlias = dict[str, Any]
_LENGTHS = struct.Struct(">II")


def write_frame(pipe: IO[bytes], header: Header, body: bytes = b"") -> None:
    text = json.dumps(header, ensure_ascii=False).encode()
    pipe.write(_LENGTHS.pack(len(text), len(body)) + text + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[Header, bytes] | None:
    """The next message; None where the pipe ends, be it in the middle of one."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    text_length, body_length = _LENGTHS.unpack(lengths)
    text, body = pipe.read(text_length), pipe.read(body_length)
    if len(text) < text_length or len(body) < body_length:
        return None
    header: Header = json.loads(text)
    return header, body
