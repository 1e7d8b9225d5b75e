"""Named places at which a process kills itself: as sudden as a power cut to a program, and at exactly that line."""

import functools
import os
import signal
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Places: TypeAlias = Mapping[str, tuple[Any, str, str]]
"""Name -> (module or class, function, `before` or `after` it)."""


def arm(places: Places, place: str, count: int) -> None:
    """From now on this process dies with SIGKILL the `count`-th time that the place is passed."""
    owner, name, when = places[place]
    honest: Callable[..., Any] = getattr(owner, name)
    passed = [0]

    @functools.wraps(honest)
    def mined(*args: Any, **kwargs: Any) -> Any:
        passed[0] += 1
        if when == "before" and passed[0] == count:
            os.kill(os.getpid(), signal.SIGKILL)
        result = honest(*args, **kwargs)
        if when == "after" and passed[0] == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, mined)
