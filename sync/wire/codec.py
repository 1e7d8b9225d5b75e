"""Messages as bytes: msgpack (zstd when it pays), with JSON as a mirror for eyes. Decoding is bounded in memory."""

import threading
from typing import Any, TypeVar

import msgspec
import zstandard

from sync.wire.messages import JSON_TYPE, MEDIA_TYPE

MAX_REQUEST = 4 << 20
"""Bytes of a request as they travel."""
MAX_DECODED = 16 << 20
"""Bytes of a request after decompression."""
MAX_ANSWER = 128 << 20
"""Bytes of an answer after decompression; the centre's pages stay far below."""

_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_COMPRESS_FROM = 1024
_LEVEL = 1
_WINDOW = 1 << 23

T = TypeVar("T")


class Malformed(ValueError):
    """Bytes that are no message of this protocol."""


class TooLarge(Malformed):
    """A message beyond its bound; found out before memory is spent on it."""


class _Frames(threading.local):
    """Compressors are not safe to share between threads."""

    def __init__(self) -> None:
        self.pack = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True)
        self.unpack = zstandard.ZstdDecompressor(max_window_size=_WINDOW)


_frames = _Frames()


def encode(message: Any, media_type: str = MEDIA_TYPE) -> bytes:
    """The message as bytes of `media_type`; msgpack of 1 KiB and more goes into one zstd frame that names its size."""
    if media_type == JSON_TYPE:
        return msgspec.json.encode(message)
    packed = msgspec.msgpack.encode(message)
    return _frames.pack.compress(packed) if len(packed) >= _COMPRESS_FROM else packed


def decode(data: bytes, type_: type[T], media_type: str = MEDIA_TYPE, limit: int = MAX_DECODED) -> T:
    """The message behind the bytes; `Malformed` for anything else, `TooLarge` beyond `limit` bytes decompressed."""
    if len(data) > limit:
        raise TooLarge(f"{len(data)} bytes, {limit} are allowed")
    try:
        if media_type == JSON_TYPE:
            return msgspec.json.decode(data, type=type_)
        return msgspec.msgpack.decode(_unframed(data, limit), type=type_)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise Malformed(str(error)) from error


def _unframed(data: bytes, limit: int) -> bytes:
    """The content of one zstd frame that names its size, or the data itself when it is not framed."""
    if data[:4] != _ZSTD_MAGIC:
        return data
    try:
        size = zstandard.frame_content_size(data)
        if size < 0:
            raise Malformed("a frame that does not name its size")
        if size > limit:
            raise TooLarge(f"{size} bytes unpacked, {limit} are allowed")
        return _frames.unpack.decompress(data, max_output_size=max(size, 1), allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise Malformed(str(error)) from error
