"""Who is asked in plain SQL: a desk's reader, the transaction under way, or the centre's rows."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol


class Asked(Protocol):
    """Answers with rows as tuples; values by `?` or by `:name`."""

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]: ...
    def one(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> tuple[Any, ...] | None: ...
