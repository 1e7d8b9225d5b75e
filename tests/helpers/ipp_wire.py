"""IPP/1.1 on the wire (RFC 8010): a request taken apart, a reply put together."""

import struct
from dataclasses import dataclass, field

OPERATION, JOB, END, PRINTER = 0x01, 0x02, 0x03, 0x04
INTEGER, BOOLEAN, ENUM, RANGE, RESOLUTION = 0x21, 0x22, 0x23, 0x33, 0x32
TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = 0x41, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
Value = int | bool | str | tuple[int, int]
Attribute = tuple[int, str, tuple[Value, ...]]
"""Tag, name, values."""


@dataclass(frozen=True)
class Request:
    operation: int
    number: int
    said: dict[str, list[bytes]] = field(default_factory=dict)
    data: bytes = b""

    def whole(self, name: str) -> int:
        return int(struct.unpack(">i", self.said[name][0])[0])

    def words(self, name: str) -> str:
        return self.said[name][0].decode() if name in self.said else ""


def read(body: bytes) -> Request:
    _, operation, number = struct.unpack(">HHI", body[:8])
    said: dict[str, list[bytes]] = {}
    place, name = 8, ""
    while body[place] != END:
        if body[place] < 0x10:
            place += 1
            continue
        (long,) = struct.unpack_from(">H", body, place + 1)
        name = body[place + 3 : place + 3 + long].decode() or name
        place += 3 + long
        (long,) = struct.unpack_from(">H", body, place)
        said.setdefault(name, []).append(body[place + 2 : place + 2 + long])
        place += 2 + long
    return Request(operation, number, said, body[place + 1 :])


def reply(request: Request, status: int, *groups: tuple[int, tuple[Attribute, ...]]) -> bytes:
    spoken: tuple[Attribute, ...] = (
        (CHARSET, "attributes-charset", ("utf-8",)),
        (LANGUAGE, "attributes-natural-language", ("en",)),
    )
    out = struct.pack(">BBHI", 1, 1, status, request.number)
    for group, attributes in ((OPERATION, spoken), *groups):
        out += bytes([group]) + b"".join(_attribute(*one) for one in attributes)
    return out + bytes([END])


def _attribute(tag: int, name: str, values: tuple[Value, ...]) -> bytes:
    return b"".join(_one(tag, "" if place else name, value) for place, value in enumerate(values))


def _one(tag: int, name: str, value: Value) -> bytes:
    named = name.encode()
    body = _value(tag, value)
    return bytes([tag]) + struct.pack(">H", len(named)) + named + struct.pack(">H", len(body)) + body


def _value(tag: int, value: Value) -> bytes:
    if isinstance(value, tuple):
        return struct.pack(">ii", *value) if tag == RANGE else struct.pack(">iiB", *value, 3)
    if tag == BOOLEAN:
        return bytes([bool(value)])
    if tag in (INTEGER, ENUM):
        return struct.pack(">i", value)
    return str(value).encode()
