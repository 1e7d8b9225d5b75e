"""A driver's code in a process of its own, which may crash or hang without harm to the desk."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

_HOUSE = Path(__file__).parents[2]


def surroundings(added: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment for a worker, in which it finds this house from any working folder."""
    known = os.environ.get("PYTHONPATH")
    path = os.pathsep.join(filter(None, (str(_HOUSE), known)))
    return {**os.environ, "LC_ALL": "C", "PYTHONPATH": path, **(added or {})}


def start(command: Sequence[str], environment: Mapping[str, str], *, behind: bool = False) -> "subprocess.Popen[bytes]":
    """The process, with both ends of its pipes; what it complains of is thrown away. OSError when it can't start.

    `behind`: on Windows it goes after what people work with; elsewhere it sees to that itself.
    """
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    if behind:
        flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment, creationflags=flags
    )


def opened(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # both ends were asked for
    return pipe


def close(pipe: IO[bytes] | None) -> None:
    with suppress(OSError):  # an order that nobody read any more
        opened(pipe).close()
