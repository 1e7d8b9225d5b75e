"""What a client under measurement is told, line by line on its standard input, and what it answers, in JSON.

`add FILE`, `change N`, `send`, `fetch`, `count`, `memory`; the end of the input ends it. Runs in any environment.
"""

import json
import sys
from pathlib import Path
from typing import Any


def peak_memory() -> int:
    """Bytes of the most memory this process ever held."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("no figure for the peak memory")


def obey(client: Any) -> None:
    _say({"ready": True, "memory": peak_memory()})
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "add":
            client.add(json.loads(Path(rest[0]).read_text("utf-8")))
            _say({})
        elif word == "change":
            client.change(int(rest[0]))
            _say({})
        elif word == "memory":
            _say({"memory": peak_memory()})
        elif word == "count":
            _say({"count": client.count()})
        else:
            _say({"seconds": getattr(client, word)()})
    client.close()


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)
