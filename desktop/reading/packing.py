"""A page's reading as bytes: between the worker and the desk, and in the desk's store."""

import msgspec

from desktop.reading.model import PageReading


def packed(reading: PageReading) -> bytes:
    return msgspec.msgpack.encode(reading)


def unpacked(data: bytes) -> PageReading:
    """msgspec.DecodeError for what another version of the program wrote otherwise."""
    return msgspec.msgpack.decode(data, type=PageReading)
