"""What somebody is typing and has not finished: kept at this desk so that a power cut takes none of it.

It is no act and goes nowhere. Each form has one page of it for each person; a form that is finished tears its page out.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from desktop.office.ids import Id
from desktop.store import notes
from desktop.store.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")
TYPING = "typing/"
ENDORSING = "endorse/"
"""With the letter's id in hex: what is written under a letter."""
_LIKE = "SELECT name, value FROM note WHERE name >= ? AND name < ?"
_ERASED = f"DELETE FROM note WHERE name LIKE '{TYPING}%/{ENDORSING}' || lower(hex(?))"


class Journal:
    """The pages of one person. `form` names one; what is kept must be something msgspec can write as JSON."""

    def __init__(self, desk: Desk, who: Id) -> None:
        self._desk = desk
        self._mine = f"{TYPING}{who.hex()}/"

    def keep(self, form: str, typed: Any) -> None:
        """Durable when it returns."""
        import msgspec

        self._desk.settle(notes.PUT, (self._mine + form, msgspec.json.encode(typed)))

    def kept(self, form: str, kind: type[T]) -> T | None:
        """What was typed last and not finished; None where there is nothing, or an older program wrote it otherwise."""
        found = notes.read(self._desk.reader, self._mine + form)
        return _read(found, kind) if found is not None else None

    def notes_under_letters(self) -> dict[Id, str]:
        """What was being written under letters."""
        first = self._mine + ENDORSING
        rows = self._desk.reader.rows(_LIKE, (first, first + "\uffff"))
        found = {bytes.fromhex(name.removeprefix(first)): _read(bytes(value), str) for name, value in rows}
        return {letter_id: text for letter_id, text in found.items() if text}

    def keep_note_under(self, letter_id: Id, text: str) -> None:
        """Empty: it is signed, or wiped."""
        form = ENDORSING + letter_id.hex()
        self.keep(form, text) if text else self.finish(form)

    def finish(self, form: str) -> None:
        self._desk.settle(notes.DROP, (self._mine + form,))

    def finished(self, unit: "UnitOfWork", form: str) -> None:
        """In the transaction of the act that what was typed has become."""
        notes.drop(unit.connection, self._mine + form)


def forget_letter(connection: "Connection", letter_id: Id) -> None:
    """What anybody here was writing under a letter that leaves the desk."""
    connection.exec_driver_sql(_ERASED, (letter_id,))


def _read(words: bytes, kind: type[T]) -> T | None:
    import msgspec

    try:
        return msgspec.json.decode(words, type=kind)
    except msgspec.DecodeError:
        return None
