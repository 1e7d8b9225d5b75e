"""What a write changed: broadcast after every commit, so that each screen can decide whether to look again."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.office.ids import Id


@dataclass(frozen=True)
class Changes:
    """`rows`: (entity, id) of every row written by one committed transaction; `pulled`: it came from the centre."""

    rows: frozenset[tuple[str, Id]]
    pulled: bool = False

    def touches(self, *entities: str) -> bool:
        return any(entity in entities for entity, _ in self.rows)


class Broadcast:
    """Hands each `Changes` to every listener, on the thread that committed it."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changes], None]] = []

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Starts listening; the returned call stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)
