"""Messages about files, which travel beside the acts that name them."""

import msgspec


class BlobOffer(msgspec.Struct, frozen=True):
    """A file that a desk wants to send: SHA-256 as 64 lower-case hex digits, size in bytes."""

    sha256: str
    size: int


class BlobState(msgspec.Struct, frozen=True):
    """How much of a file the centre has; `stored`: all of it, and its SHA-256 was verified.

    `attempt`: the number of this desk's offer of this file, to be named with every chunk; 0 where there is none.
    """

    sha256: str
    size: int
    offset: int
    stored: bool
    attempt: int = 0
