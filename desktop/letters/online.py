"""Letters that are read at the centre only (ลับมาก): what comes stays in memory while it is looked at, no longer."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from desktop.office.errors import OfficeError
from desktop.office.ids import Id

RowsRead = Mapping[str, Sequence[Mapping[str, Any]]]
"""Entity -> its rows, column by name."""


class ReadsAtCentre(Protocol):
    """Every call may block. OfficeError `post.no_line` and the line's others; `letters.gone`: not for this desk."""

    def read(self, user_id: Id, letter_id: Id | None = None) -> RowsRead:
        """One letter with everything that hangs on it; without an id the letters themselves."""
        ...

    def file(self, sha256: str) -> bytes: ...


class _NoLine:
    def read(self, user_id: Id, letter_id: Id | None = None) -> RowsRead:
        raise OfficeError("post.no_line")

    def file(self, sha256: str) -> bytes:
        raise OfficeError("post.no_line")


NO_LINE: ReadsAtCentre = _NoLine()
