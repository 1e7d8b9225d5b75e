"""Every interleaving of two writers and one reader over three changes: a small model, walked whole.

A writer takes a position, writes, and commits or rolls back. The reader looks at what is committed, above its cursor,
and moves the cursor to the highest position it saw. `naive`: positions come from a sequence, which is not part of a
transaction. `counted`: they come from a counter whose row the writer keeps locked until its transaction ends.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

CHANGES = (2, 1)
"""Changes of the first and of the second writer: one after the other, each in a transaction of its own."""


@dataclass(frozen=True)
class State:
    """`taken`: position that a writer holds uncommitted, by writer; `left`: changes that it has still to make."""

    left: tuple[int, ...] = CHANGES
    taken: tuple[int | None, ...] = (None, None)
    following: int = 1
    committed: frozenset[int] = frozenset()
    cursor: int = 0
    seen: frozenset[int] = frozenset()
    rolled_back: int = 0

    @property
    def over(self) -> bool:
        return not any(self.left) and self.taken == (None, None)


@dataclass(frozen=True)
class Found:
    """All states that can be reached, and a shortest history that loses a change (empty: none does)."""

    states: int
    histories_end: int
    losing: tuple[str, ...]
    gaps: int
    """Final states in which some position below the highest belongs to nobody."""


def walk(*, counted: bool) -> Found:
    """Breadth first over everything that can happen."""
    start = State()
    came_from: dict[State, tuple[State, str] | None] = {start: None}
    waiting = deque([start])
    losing: tuple[str, ...] = ()
    ends = gaps = 0
    while waiting:
        state = waiting.popleft()
        if state.over:
            ends += 1
            final = _read(state)
            gaps += bool(final.committed) and final.committed != set(range(1, max(final.committed) + 1))
            if final.seen != final.committed and not losing:
                losing = _history(came_from, state)
        for step, following in _steps(state, counted):
            if following not in came_from:
                came_from[following] = (state, step)
                waiting.append(following)
    return Found(len(came_from), ends, losing, gaps)


def _steps(state: State, counted: bool) -> Iterator[tuple[str, State]]:
    for who in range(len(state.left)):
        held = state.taken[who]
        if held is not None:
            yield f"writer {who} commits {held}", _end(state, who, state.committed | {held})
            if state.rolled_back < 1:
                back = _end(state, who, state.committed)
                following = held if counted else state.following
                yield f"writer {who} rolls back {held}", replace(back, following=following, rolled_back=1)
        elif state.left[who] and not (counted and any(one is not None for one in state.taken)):
            left = _put(state.left, who, state.left[who] - 1)
            begun = replace(state, left=left, following=state.following + 1)
            yield f"writer {who} takes {state.following}", replace(begun, taken=_put(state.taken, who, state.following))
    if (read := _read(state)) != state:
        yield f"reader reads up to {read.cursor}", read


def _end(state: State, who: int, committed: frozenset[int]) -> State:
    return replace(state, taken=_put(state.taken, who, None), committed=frozenset(committed))


def _read(state: State) -> State:
    fresh = {one for one in state.committed if one > state.cursor}
    return replace(state, seen=state.seen | fresh, cursor=max([state.cursor, *fresh]))


def _put(held: tuple, who: int, value: object) -> tuple:  # type: ignore[type-arg]
    return (*held[:who], value, *held[who + 1 :])


def _history(came_from: dict[State, tuple[State, str] | None], state: State) -> tuple[str, ...]:
    steps: list[str] = []
    while (before := came_from[state]) is not None:
        state, step = before
        steps.append(step)
    return tuple(reversed(steps))
