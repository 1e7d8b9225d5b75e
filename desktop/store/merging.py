"""The pieces of a full-text index brought together: a search asks each segment that there is."""

from typing import Any

MERGE_PAGES = 300
_USUAL = {"automerge": 16, "crisismerge": 64}
_LATER = {"automerge": 0, "crisismerge": 1_000}
_BEGUN = {"crisismerge": 999}
"""Rules of merging, kept in the index itself: a backlog that a kill cut off is merged after the next start."""


class Merging:
    """Of one index, on the writer's connection."""

    def __init__(self, connection: Any, index: str) -> None:
        self._sql = connection
        self._index = index

    @property
    def is_wanted(self) -> bool:
        """Whether a long backlog left the index in many pieces."""
        return self._has("automerge", _LATER)

    def put_off(self) -> None:
        """Until all is in: merging meanwhile is done twice."""
        if not self.is_wanted:
            self._set(_LATER)

    def step(self) -> bool:
        """Brings some pages together; whether there is more to do."""
        first = self._has("crisismerge", _LATER)
        before = self._sql.total_changes
        self._tell("merge", -MERGE_PAGES if first else MERGE_PAGES)
        more = bool(self._sql.total_changes - before >= 2)
        if first or not more:
            self._set(_BEGUN if more else _USUAL)
        return more

    def _has(self, name: str, rules: dict[str, int]) -> bool:
        held = self._sql.execute(f"SELECT v FROM {self._index}_config WHERE k = ?", (name,)).fetchone()
        return bool(held == (rules[name],))

    def _set(self, rules: dict[str, int]) -> None:
        for name, value in rules.items():
            self._tell(name, value)

    def _tell(self, name: str, value: int) -> None:
        self._sql.execute(f"INSERT INTO {self._index} ({self._index}, rank) VALUES (?, ?)", (name, value))
