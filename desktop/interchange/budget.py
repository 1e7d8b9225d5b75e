"""How much one file may bring: what is unpacked is counted as it comes, whatever the file says of itself."""

import threading
from dataclasses import dataclass, field

from desktop.office.errors import OfficeError

MOST_UNPACKED = 1 << 30
MOST_PIECES = 2_000
MOST_DEPTH = 4
"""An e-mail in an archive in an e-mail; no letter came deeper."""


@dataclass
class Budget:
    """Shared by everything that one file holds. `name` of that file, for what is told."""

    name: str
    cancel: threading.Event = field(default_factory=threading.Event)
    bytes_left: int = MOST_UNPACKED
    pieces_left: int = MOST_PIECES

    def take(self, size: int) -> None:
        """OfficeError `interchange.bomb`, `interchange.cancelled`."""
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise OfficeError("interchange.bomb", file=self.name)
        if self.cancel.is_set():
            raise OfficeError("interchange.cancelled")

    def next_piece(self) -> None:
        self.pieces_left -= 1
        if self.pieces_left < 0:
            raise OfficeError("interchange.bomb", file=self.name)
        self.take(0)
