"""From one desk's registering to another desk's inbox: both run their post by themselves, as in the program."""

import statistics
import tempfile
from pathlib import Path

from tests.bench.sync.ours import Ours

TIMES = 30


def seconds() -> float:
    """The median over `TIMES` letters, from the writer's committed number to the row read from the reader's store."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder, ours = Path(place), Ours()
        with ours.serving(folder) as port:
            url = f"http://127.0.0.1:{port}"
            writer, reader = ours.client(url, "writer", folder), ours.client(url, "reader", folder)
            reader.order("fetch")
            writer.order("live")
            reader.order("live")
            taken = []
            for _ in range(TIMES):
                reader.tell("arrival")
                registered = float(writer.order("register")["seconds"])
                taken.append(float(reader.answer()["seconds"]) - registered)
            writer.close()
            reader.close()
    return statistics.median(taken)
