"""What this desk may read at the centre and never keep, as the letters room asks for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from sync.client.centre import Centre


class OnlineReading:
    """Asks anew at every look and writes nothing down. `centre` is asked for when there is something to read."""

    def __init__(self, centre: Callable[[], Centre]) -> None:
        self._centre = centre

    def read(self, user_id: Id, letter_id: Id | None = None) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Entity -> rows. OfficeError `letters.gone` for a letter that is not for this desk, and those of the line."""
        try:
            found = self._centre().read_online("letter", user_id, letter_id)
        except OfficeError as error:
            raise _plain(error) from error
        return {part.entity: [dict(zip(part.columns, row, strict=True)) for row in part.rows] for part in found.rows}

    def file(self, sha256: str) -> bytes:
        """A whole file, in memory only; OfficeError `blob.damaged` when it is not what its address says."""
        import hashlib

        try:
            with self._centre().read_blob(sha256) as coming:
                data = b"".join(coming.pieces)
        except OfficeError as error:
            raise _plain(error) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise OfficeError("blob.damaged", sha256=sha256)
        return data


def _plain(error: OfficeError) -> OfficeError:
    code = {"not_found": "letters.gone", "signin_not_here": "accounts.not_at_this_desk"}
    return OfficeError(code[problem]) if (problem := str(error.subject.get("problem", ""))) in code else error
