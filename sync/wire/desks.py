"""How the desks of an office are, for those who supervise."""

import msgspec


class DeskLine(msgspec.Struct, frozen=True):
    """One desk as the centre last heard it; moments are UTC text. `clock_off_ms`: by how much its clock was ahead."""

    device_id: bytes
    name: str
    counter: str
    active: bool
    heard_at: str | None = None
    outbox: int = 0
    oldest: str | None = None
    blobs: int = 0
    attention: int = 0
    disk_free: int | None = None
    clock_off_ms: int = 0
    version: str = ""


class Desks(msgspec.Struct, frozen=True):
    desks: tuple[DeskLine, ...]
    server_time: str
